// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/present/moneyflow.h"
#include "ui/present/presentpage.h"
#include "ui/present/presentstory.h"
#include "ui/present/stepbar.h"
#include "ui/present/sumline.h"
#include "ui/session/connections.h"
#include "ui/widgets/emptystate.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using core::message::State;
using ui::PresentStory;
using Stage = ui::PresentStory::Stage;

namespace {

core::store::Summary message(State state, int failures = 0)
{
    core::store::Summary row;
    row.gid = "g1";
    row.state = state;
    row.failuresInRow = failures;
    row.firstUrl = "http://bank-b/api/busi/SagaBTransIn";
    row.firstPayload = R"({"amount":"30.00","from":1,"to":2})";
    if (failures > 0)
        row.dueAt = core::fromEpochMs(5000);
    return row;
}

} // namespace

class TestPresent final : public QObject, private test::PageFixture<ui::PresentPage>
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        close();
        m_theme.setPresenting(false);
        m_theme.setTextScale(1);
    }

    void eachStateHasItsStageAndItsWords_data();
    void eachStateHasItsStageAndItsWords();
    void aWaitingOneTellsWhenItIsTriedAgain();
    void aPayloadOfAnotherFormTellsWhatItKnows();
    void aPayloadIsReadByTheNamesOfItsPair();
    void theBarTellsItsStepToReaders();
    void noIdIsShown();
    void aTransferIsSentAndToldToItsEnd();
    void inTheLargestTypeTheWholeSlideIsSeen();
    void readOnlySaysWhyNothingCanBeSent();
    void aCarefulConnectionAsksBeforeItSends();
};

void TestPresent::eachStateHasItsStageAndItsWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char *name, State state, int failures, Stage stage, const QString &headline) {
        QTest::newRow(name) << int(state) << failures << int(stage) << headline;
    };
    row("prepared", State::Prepared, 0, Stage::Promised, u"The promise is written down."_s);
    row("asked in vain", State::Prepared, 2, Stage::Promised, u"Bank A does not say yet whether it paid."_s);
    row("submitted", State::Submitted, 0, Stage::Debited, u"The money is on its way."_s);
    row("retrying", State::Submitted, 1, Stage::Debited, u"Bank B did not answer. Nothing is lost."_s);
    row("succeed", State::Succeed, 0, Stage::Settled, u"Both happened. All settled."_s);
    row("failed", State::Failed, 0, Stage::TakenBack, u"Neither happened. Nothing moved."_s);
}

void TestPresent::eachStateHasItsStageAndItsWords()
{
    QFETCH(int, state);
    QFETCH(int, failures);
    const PresentStory story = ui::storyOf(message(State(state), failures));
    QTEST(int(story.stage), "stage");
    QTEST(ui::storyHeadline(story), "headline");
    QVERIFY(!ui::storyExplanation(story).isEmpty());
    QCOMPARE(ui::storyTitle(story), u"30.00 from user 1 to user 2"_s);
}

void TestPresent::aWaitingOneTellsWhenItIsTriedAgain()
{
    QVERIFY(!ui::storyOf(message(State::Submitted)).againAt);
    QVERIFY(ui::storyOf(message(State::Submitted, 1)).againAt == core::fromEpochMs(5000));
}

void TestPresent::aPayloadOfAnotherFormTellsWhatItKnows()
{
    core::store::Summary row = message(State::Submitted);
    for (const QByteArray &payload : {"not json"_ba, "[]"_ba, ""_ba, R"({"amount":"much"})"_ba}) {
        row.firstPayload = payload;
        QCOMPARE(ui::storyTitle(ui::storyOf(row)), u"A message from somebody to somebody"_s);
        QCOMPARE(ui::flowOf(ui::storyOf(row)).sender.user, u"Somebody"_s);
    }
}

void TestPresent::aPayloadIsReadByTheNamesOfItsPair()
{
    core::store::Summary row = message(State::Submitted);
    row.firstPayload = R"({"sum":12.50,"payer":7,"payee":8})";
    const ui::PayloadFields own{.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
    QCOMPARE(ui::storyTitle(ui::storyOf(row, {{}, own})), u"12.50 from user 7 to user 8"_s);
}

void TestPresent::theBarTellsItsStepToReaders()
{
    ui::StepBar bar(m_theme);
    bar.setSteps(ui::storySteps(), 2);
    QCOMPARE(bar.accessibleName(), u"Step 3 of 5: On its way"_s);
    bar.setSteps(ui::storySteps(), 5);
    QCOMPARE(bar.accessibleName(), u"All 5 steps are done"_s);
    bar.resize(200, 40);
    QVERIFY(!bar.grab().isNull()); // narrow: marks without words
}

void TestPresent::noIdIsShown()
{
    ui::MoneyFlow flow(m_theme);
    ui::FlowPicture picture = ui::flowOf(ui::storyOf(message(State::Submitted, 1)));
    picture.sender.balance = u"9,970.00"_s;
    picture.again = u"again in 8 s"_s;
    flow.show(picture);
    QVERIFY(flow.accessibleDescription().contains(u"− 30.00 debited"_s));
    QVERIFY(flow.accessibleDescription().contains(u"+ 30.00 to come"_s));
    QVERIFY(!flow.accessibleDescription().contains("g1"_L1));
}

void TestPresent::aTransferIsSentAndToldToItsEnd()
{
    startSession();
    m_session->watchBanks(true);
    openPage({1280, 760}, m_theme);
    auto *empty = m_page->findChild<widgets::EmptyState *>();
    QTRY_COMPARE_WITH_TIMEOUT(int(empty->face()), int(widgets::EmptyState::Face::Empty), patience);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    const auto shows = [this](const QString &words) {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&words](const QLabel *label) { return label->text() == words; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Both happened. All settled."_s), patience);
    const auto *sum = m_page->findChild<ui::SumLine *>();
    QTRY_VERIFY_WITH_TIMEOUT(sum->accessibleName().contains(u"All money accounted for"_s), patience);
    QVERIFY(!part<QPushButton>("presentNext")->isEnabled());
    m_page->hide();
    m_session->watchBanks(false);
}

/// As large as the page is in a window of 1440 × 900.
void TestPresent::inTheLargestTypeTheWholeSlideIsSeen()
{
    m_theme.setPresenting(true);
    m_theme.setTextScale(2);
    startSession();
    m_session->watchBanks(true);
    QVERIFY(m_session->startTransfers({}).ok());
    openPage({1440, 720}, m_theme);
    m_page->setStories([]() -> ui::ScenarioPlayer & { qFatal("no story is chosen"); }); // their button takes room
    const auto *sum = m_page->findChild<ui::SumLine *>();
    const auto *headline = part<QLabel>("slideHeadline");
    QTRY_VERIFY_WITH_TIMEOUT(headline->text() == u"Both happened. All settled."_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(sum->accessibleName().contains(u"All money accounted for"_s), patience);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::processEvents();
    QTRY_VERIFY(sum->visibleRegion().boundingRect() == sum->rect());
    m_page->hide();
    m_session->watchBanks(false);
}

void TestPresent::readOnlySaysWhyNothingCanBeSent()
{
    startSession({.readOnly = true});
    openPage({1280, 760}, m_theme);
    auto *empty = m_page->findChild<widgets::EmptyState *>();
    QTRY_COMPARE_WITH_TIMEOUT(int(empty->face()), int(widgets::EmptyState::Face::Empty), patience);
    const auto *send = empty->findChild<QPushButton *>();
    QVERIFY(send->isVisible() && !send->isEnabled());
    QCOMPARE(send->toolTip(), u"The console is read-only here."_s);
}

void TestPresent::aCarefulConnectionAsksBeforeItSends()
{
    startSession();
    ui::Connection bank = *m_session->connections().find(ui::Connections::bankBId);
    bank.label = u"Bank B"_s;
    bank.safety = ui::Connection::Safety::Confirm;
    QVERIFY(m_session->connections().save(bank).ok());
    openPage({1280, 760}, m_theme);
    auto *empty = m_page->findChild<widgets::EmptyState *>();
    QTRY_COMPARE_WITH_TIMEOUT(int(empty->face()), int(widgets::EmptyState::Face::Empty), patience);
    test::answerDialog("cancel");
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_session->transferProgress().ordered, 0);
    test::answerDialog("accept");
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_session->transferProgress().ordered, 1);
}

QTEST_MAIN(TestPresent)
#include "tst_present.moc"
