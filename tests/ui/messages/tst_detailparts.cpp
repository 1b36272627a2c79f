// SPDX-License-Identifier: GPL-3.0-or-later
// What the detail pane shows beside the timeline: facts from the banks, masked headers, raw answers, search,
// comparison.
#include "tests/ui/messages/samples.h"
#include "tests/ui/support/part.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/messages/attemptspane.h"
#include "ui/messages/comparedialog.h"
#include "ui/messages/maskedcontent.h"
#include "ui/messages/messagefacts.h"
#include "ui/messages/payloadview.h"
#include "ui/messages/rawjson.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/switch.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::Message;
using core::message::Verdict;

class TestDetailParts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void barrierRowsOfTheMessageBecomeFacts();
    void banksAreNamedByTheirService();
    void anUnknownBankHasNoName();
    void headersAreMaskedOnScreensOnly();
    void headersAreShownOnDemandForOneMessage();
    void unseenCharactersOfAPayloadAreMarkedAndCopiedAsTheyAre();
    void theRawAnswerOfTheChosenCallIsShown();
    void aChosenCallStaysChosen();
    void thePayloadIsSearched();
    void aLargePayloadIsShownAtOnce();
    void twoMessagesAreComparedFromTheirDifference();
    void messagesThatWentTheSameWaySaySo();

private:
    static Message withHeader();

    std::unique_ptr<theme::Theme> m_theme;
};

void TestDetailParts::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

Message TestDetailParts::withHeader()
{
    core::message::Content content = samples::content();
    content.options.branchHeaders = {{"Authorization", "Bearer s3cret"}};
    return samples::message(content);
}

void TestDetailParts::barrierRowsOfTheMessageBecomeFacts()
{
    const Message message = samples::submitted();
    const QByteArray gid = message.gid.bytes();
    ui::PeekedBank a{.name = u"Bank A"_s};
    a.rows = {{.gid = gid,
               .branchId = "00",
               .op = "msg",
               .reason = "msg",
               .userId = 1,
               .amount = core::Money::fromCents(-3000)}};
    ui::PeekedBank b{.name = u"Bank B"_s};
    b.rows = {{.gid = gid, .branchId = "01", .op = "action", .reason = "action"}};
    const auto facts = ui::messageFacts(message, {}, {a, b}, samples::start);
    QCOMPARE(facts.barrierRows.size(), 2);
    QVERIFY(facts.barrierRows.first().atSender && !facts.barrierRows.last().atSender);
    QCOMPARE(facts.barrierRows.first().effect, u"user 1 −30.00"_s);
    QVERIFY2(facts.barrierRows.last().effect.isEmpty(), "whose balance it moved is not known");
    QCOMPARE(facts.senderBank, u"Bank A"_s);
    QCOMPARE(facts.receiverBank, u"Bank B"_s);
}

void TestDetailParts::banksAreNamedByTheirService()
{
    const ui::PeekedBank a{.name = u"Bank A"_s, .url = "http://a.test"};
    const ui::PeekedBank b{.name = u"Bank B"_s, .url = "http://b.test"};
    const auto facts = ui::messageFacts(samples::prepared(), {}, {a, b}, samples::start);
    QCOMPARE(facts.senderBank, u"Bank A"_s);
    QCOMPARE(facts.receiverBank, u"Bank B"_s);
}

void TestDetailParts::anUnknownBankHasNoName()
{
    const ui::PeekedBank other{.name = u"Elsewhere"_s};
    const auto facts = ui::messageFacts(samples::prepared(), {}, {other}, samples::start);
    QVERIFY(facts.senderBank.isEmpty() && facts.receiverBank.isEmpty() && facts.barrierRows.isEmpty());
}

void TestDetailParts::headersAreMaskedOnScreensOnly()
{
    const Message message = withHeader();
    QVERIFY(!ui::rawJson(message, {}).contains("s3cret"));
    QVERIFY(ui::rawJson(message, {}).contains("Authorization"));
    QCOMPARE(message.content->options.branchHeaders.first().value, "Bearer s3cret");
    QCOMPARE(ui::maskedMessage(samples::prepared()).content->options.branchHeaders.size(), 0);
}

void TestDetailParts::headersAreShownOnDemandForOneMessage()
{
    ui::PayloadView view(*m_theme);
    view.show(withHeader().content);
    auto *headers = test::part<QLabel>(view, "headers");
    auto *reveal = test::part<widgets::Switch>(view, "revealHeaders");
    QCOMPARE(headers->text(), u"Authorization: ••••••"_s);
    reveal->setChecked(true);
    QCOMPARE(headers->text(), u"Authorization: Bearer s3cret"_s);
    core::message::Content other = *withHeader().content;
    other.options.branchHeaders.first().value = "Bearer t0p";
    view.show(std::make_shared<core::message::Content>(other));
    QCOMPARE(headers->text(), u"Authorization: ••••••"_s);
    view.show(samples::prepared().content);
    QVERIFY(headers->parentWidget()->isHidden());
}

void TestDetailParts::unseenCharactersOfAPayloadAreMarkedAndCopiedAsTheyAre()
{
    widgets::JsonView view(*m_theme);
    const QString payload = u"{\"to\": \"3"_s + QChar(0x202e) + u"00.30\"}"_s;
    view.setJson(payload.toUtf8());
    QVERIFY2(view.toPlainText().contains(u"3⟨U+202E⟩00.30"_s), qPrintable(view.toPlainText()));
    QVERIFY(!view.toPlainText().contains(QChar(0x202e)));
    QVERIFY2(view.text().contains(QChar(0x202e)), "what is copied is the payload, not its picture");
}

void TestDetailParts::theRawAnswerOfTheChosenCallIsShown()
{
    auto oops = samples::attempt("01", Verdict::Unknown, 500);
    oops.answerExcerpt = "<h1>oops</h1>\n  at line 3";
    auto silent = samples::attempt("01", Verdict::Unknown, 0);
    silent.number = 2;
    ui::AttemptsPane pane(*m_theme);
    pane.show(samples::submitted(), {oops, silent});
    auto *answer = test::part<QPlainTextEdit>(pane, "rawAnswer");
    QVERIFY(answer->parentWidget()->isHidden());
    QSignalSpy chosen(&pane, &ui::AttemptsPane::currentChanged);
    test::part<QTableView>(pane, "attempts")->selectRow(0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toByteArray(), diagram::attemptSubject(1));
    QCOMPARE(answer->toPlainText(), u"<h1>oops</h1>\n  at line 3"_s);
    test::part<QTableView>(pane, "attempts")->selectRow(1);
    QVERIFY2(answer->isHidden(), "no answer, no text");
}

void TestDetailParts::aChosenCallStaysChosen()
{
    auto second = samples::attempt("01", Verdict::Unknown, 500);
    second.number = 2;
    ui::AttemptsPane pane(*m_theme);
    pane.show(samples::submitted(), {samples::attempt("01", Verdict::Unknown, 500)});
    QSignalSpy chosen(&pane, &ui::AttemptsPane::currentChanged);
    pane.setCurrentSubject(diagram::attemptSubject(1));
    pane.show(samples::submitted(), {samples::attempt("01", Verdict::Unknown, 500), second});
    auto *table = test::part<QTableView>(pane, "attempts");
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 0);
    pane.setCurrentSubject("attempt 99");
    QVERIFY(table->selectionModel()->selectedRows().isEmpty());
    QCOMPARE(chosen.size(), 0);
}

void TestDetailParts::thePayloadIsSearched()
{
    ui::PayloadView view(*m_theme);
    view.show(samples::prepared().content);
    auto *find = test::part<widgets::SearchBox>(view, "findText");
    auto *count = test::part<QLabel>(view, "findCount");
    QVERIFY(count->isHidden());
    QTest::keyClicks(find, u"user"_s);
    QCOMPARE(count->text(), u"1 found"_s);
    QCOMPARE(test::part<widgets::JsonView>(view, "payload")->textCursor().selectedText(), u"user"_s);
    QTest::keyClicks(find, u"xyz"_s);
    QCOMPARE(count->text(), u"nothing found"_s);
    find->clear();
    QVERIFY(count->isHidden());
}

void TestDetailParts::aLargePayloadIsShownAtOnce()
{
    core::message::Content content = samples::content();
    content.steps.first().payload = "{\"note\":\"" + QByteArray(100'000, 'x') + "\",\"amount\":30.10}";
    ui::PayloadView view(*m_theme);
    view.resize(590, 600);
    view.setVisible(true);
    QElapsedTimer timer;
    timer.start();
    view.show(std::make_shared<core::message::Content>(content));
    view.grab();
    qInfo("a payload of 100,000 characters shown in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY2(test::part<widgets::JsonView>(view, "payload")->toPlainText().contains(u"30.10"_s), "decimals stay exact");
}

void TestDetailParts::twoMessagesAreComparedFromTheirDifference()
{
    Message done = samples::submitted();
    done.submittedAt = samples::start + core::Millis(12);
    done.state = core::message::State::Succeed;
    done.branchDone = {true};
    Message retried = samples::submitted();
    retried.submittedAt = done.submittedAt;
    retried.failuresInRow = 1;
    const diagram::MessageFacts left{.message = done, .attempts = {}, .now = samples::start};
    const diagram::MessageFacts right{
        .message = retried, .attempts = {samples::attempt("01", Verdict::Unknown, 500)}, .now = samples::start};
    ui::CompareDialog dialog(*m_theme, left, right, nullptr);
    QVERIFY2(test::part<QLabel>(dialog, "compareVerdict")->text().contains(u"then they differ"_s),
             qPrintable(test::part<QLabel>(dialog, "compareVerdict")->text()));
    const auto panels = dialog.findChildren<diagram::SequencePanel *>();
    QCOMPARE(panels.size(), 2);
    QCOMPARE(panels.first()->view().sequence().steps.first().id, "alike");
    QCOMPARE(panels.first()->current(), "answer 01");
    QCOMPARE(panels.last()->current(), "answer 1");
    test::part<widgets::Switch>(dialog, "compareAll")->setChecked(true);
    QCOMPARE(panels.first()->view().sequence().steps.first().id, "prepare");
    test::part<widgets::Switch>(dialog, "compareAsTable")->setChecked(true);
    QVERIFY(panels.last()->asTable()->isChecked());
}

void TestDetailParts::messagesThatWentTheSameWaySaySo()
{
    const diagram::MessageFacts facts{.message = samples::prepared(), .attempts = {}, .now = samples::start};
    ui::CompareDialog dialog(*m_theme, facts, facts, nullptr);
    QVERIFY(test::part<QLabel>(dialog, "compareVerdict")->text().contains(u"the same way"_s));
    QVERIFY(!test::part<widgets::Switch>(dialog, "compareAll")->isEnabled());
}

QTEST_MAIN(TestDetailParts)
#include "tst_detailparts.moc"
