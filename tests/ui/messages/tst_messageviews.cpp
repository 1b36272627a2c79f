// SPDX-License-Identifier: GPL-3.0-or-later
// What the detail pane is made of: the table of attempts, the raw form, the rules of the verbs, the line of a request.
#include "tests/ui/messages/samples.h"
#include "ui/messages/attemptsmodel.h"
#include "ui/messages/rawjson.h"
#include "ui/messages/requestline.h"
#include "ui/messages/verbs.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::Message;
using core::message::State;
using core::message::Verdict;
using ui::AttemptsModel;
using ui::Verb;
using ui::VerbRules;

class TestMessageViews : public QObject
{
    Q_OBJECT

private slots:
    void aCleanSuccessHasARowThatSaysSo();
    void keptAttemptsAreShownAsTheyWere();
    void aBranchWithKeptAttemptsGetsNoRowMadeUp();
    void rawHasAllFields();
    void verbsFitTheState_data();
    void verbsFitTheState();
    void withoutAMessageNoVerbFits();
    void aForceStopTellsWhatWasApplied();
    void acceptedIsNotObserved();
    void aRefusalIsTold();
    void anotherMessageIsNoOutcome();
    void aStateHasItsFace_data();
    void aStateHasItsFace();
};

void TestMessageViews::aCleanSuccessHasARowThatSaysSo()
{
    Message message = samples::submitted();
    message.branchDone = {true};
    AttemptsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(message, {});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 0).data(AttemptsModel::MadeUpRole).toBool());
    QCOMPARE(model.index(0, int(AttemptsModel::Column::Branch)).data().toString(), u"01"_s);
    QCOMPARE(model.index(0, int(AttemptsModel::Column::Verdict)).data().toString(), u"SUCCESS"_s);
    QCOMPARE(model.index(0, int(AttemptsModel::Column::Http)).data().toString(), u"–"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageViews::keptAttemptsAreShownAsTheyWere()
{
    auto attempt = samples::attempt("01", Verdict::Unknown, 500);
    attempt.error = "answered 500";
    attempt.answerExcerpt = "<h1>oops</h1>\n";
    auto silent = samples::attempt("01", Verdict::Unknown, 0);
    silent.error = "timed out";
    AttemptsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(samples::submitted(), {attempt, silent});
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, AttemptsModel::Column column) {
        return model.index(row, int(column)).data().toString();
    };
    QCOMPARE(text(0, AttemptsModel::Column::Number), u"1"_s);
    QCOMPARE(text(0, AttemptsModel::Column::Verdict), u"unknown"_s);
    QCOMPARE(text(0, AttemptsModel::Column::Http), u"500"_s);
    QCOMPARE(text(0, AttemptsModel::Column::Latency), u"9 ms"_s);
    QCOMPARE(text(0, AttemptsModel::Column::Answer), u"<h1>oops</h1>"_s);
    QCOMPARE(text(1, AttemptsModel::Column::Verdict), u"no answer"_s);
    QCOMPARE(text(1, AttemptsModel::Column::Answer), u"timed out"_s);
}

void TestMessageViews::aBranchWithKeptAttemptsGetsNoRowMadeUp()
{
    Message message = samples::submitted(2);
    message.branchDone = {true, true};
    AttemptsModel model;
    model.show(message, {samples::attempt("02", Verdict::Unknown, 500), samples::attempt("02", Verdict::Success, 200)});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(2, 0).data(AttemptsModel::MadeUpRole).toBool());
    QCOMPARE(model.index(2, int(AttemptsModel::Column::Branch)).data().toString(), u"01"_s);
}

void TestMessageViews::rawHasAllFields()
{
    Message message = samples::submitted();
    message.rowId = 9'007'199'254'740'993; // the first integer that a double does not hold
    const QByteArray raw = ui::rawJson(message, {samples::attempt("01", Verdict::Ongoing, 425)});
    const QJsonObject root = QJsonDocument::fromJson(raw).object();
    const QJsonObject transaction = root.value(u"transaction"_s).toObject();
    QVERIFY2(raw.contains("\"id\":9007199254740993,"), raw);
    QCOMPARE(transaction.value(u"gid"_s).toString(), message.gid.toString());
    QCOMPARE(transaction.value(u"status"_s).toString(), u"submitted"_s);
    QCOMPARE(transaction.value(u"create_time"_s).toString(), u"2027-01-15T08:00:00.000Z"_s);
    QVERIFY(!transaction.contains(u"finish_time"_s));
    const QJsonObject branch = root.value(u"branches"_s).toArray().first().toObject();
    QCOMPARE(QByteArray::fromBase64(branch.value(u"bin_data"_s).toString().toLatin1()),
             message.content->steps[0].payload);
    QCOMPARE(root.value(u"attempts"_s).toArray().first().toObject().value(u"verdict"_s).toString(), u"ONGOING"_s);
}

void TestMessageViews::verbsFitTheState_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QList<Verb>>("fitting");
    QTest::newRow("prepared") << State::Prepared << QList{Verb::Peek,   Verb::ReplayCheckback, Verb::RetryNow,
                                                          Verb::Submit, Verb::Abort,           Verb::ForceStop};
    QTest::newRow("submitted") << State::Submitted << QList{Verb::Peek, Verb::RetryNow, Verb::ForceStop};
    QTest::newRow("succeed") << State::Succeed << QList{Verb::Peek, Verb::Resend};
    QTest::newRow("failed") << State::Failed << QList{Verb::Peek, Verb::Resend};
}

void TestMessageViews::verbsFitTheState()
{
    QFETCH(State, state);
    QFETCH(QList<Verb>, fitting);
    Message message = samples::prepared();
    message.state = state;
    for (const Verb verb : ui::allVerbs) {
        const bool isFree = VerbRules::whyNot(verb, ui::standingOf(message), false).isEmpty();
        QCOMPARE(isFree, fitting.contains(verb));
        const bool whenReadOnly = VerbRules::whyNot(verb, ui::standingOf(message), true).isEmpty();
        QVERIFY2(whenReadOnly == (verb == Verb::Peek), "nothing is changed when read-only");
    }
}

void TestMessageViews::withoutAMessageNoVerbFits()
{
    for (const Verb verb : ui::allVerbs) {
        QVERIFY(!VerbRules::whyNot(verb, std::nullopt, false).isEmpty());
        QVERIFY(!VerbRules::name(verb).isEmpty());
        QVERIFY(!VerbRules::explanation(verb).isEmpty());
    }
}

void TestMessageViews::aForceStopTellsWhatWasApplied()
{
    Message message = samples::submitted(2);
    message.branchDone = {true, false};
    const QStringList lines = VerbRules::applied(message).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).contains(u"01 · http://b.test"_s) && lines.at(0).contains(u"applied, and stays so"_s));
    QVERIFY(lines.at(1).contains(u"02 · "_s) && lines.at(1).contains(u"not confirmed"_s));
    message.submittedAt.reset();
    message.branchDone = {false, false};
    QVERIFY(VerbRules::applied(message).contains(u"not called"_s)); // nobody calls for a message that is only prepared
}

void TestMessageViews::acceptedIsNotObserved()
{
    const Message before = samples::submitted();
    ui::RequestLine line;
    QVERIFY(line.isHidden());
    line.request(Verb::RetryNow, before);
    QCOMPARE(line.text(), u"Retry Now …706AKRSM: requested"_s);
    line.observe(core::store::summaryOf(before)); // it was stored as due now; nothing has come of it
    QCOMPARE(line.text(), u"Retry Now …706AKRSM: requested"_s);
    line.answer(before.gid.bytes(), std::nullopt);
    QCOMPARE(line.text(), u"Retry Now …706AKRSM: requested → accepted"_s);
    auto after = core::store::summaryOf(before);
    after.attempts = 1;
    after.failuresInRow = 1;
    line.observe(after);
    QCOMPARE(line.text(), u"Retry Now …706AKRSM: requested → accepted → observed: Retrying, attempts 1"_s);
}

void TestMessageViews::aRefusalIsTold()
{
    const Message before = samples::prepared();
    ui::RequestLine line;
    line.request(Verb::Abort, before);
    line.answer(before.gid.bytes(), core::Error::conflict(u"it is submitted"_s));
    QVERIFY2(line.text().contains(u"refused"_s) && line.text().contains(u"it is submitted"_s), qPrintable(line.text()));
}

void TestMessageViews::anotherMessageIsNoOutcome()
{
    const Message before = samples::prepared();
    ui::RequestLine line;
    line.request(Verb::ReplayCheckback, before);
    auto other = core::store::summaryOf(before);
    other.gid = "another";
    other.attempts = 4;
    line.observe(other);
    line.answer("another", std::nullopt);
    QCOMPARE(line.text(), u"Replay Checkback …706AKRSM: requested"_s);
}

void TestMessageViews::aStateHasItsFace_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("stalled");
    QTest::addColumn<theme::State>("face");
    QTest::newRow("prepared") << State::Prepared << 0 << false << theme::State::Prepared;
    QTest::newRow("prepared, asked in vain") << State::Prepared << 2 << false << theme::State::Prepared;
    QTest::newRow("prepared, stalled") << State::Prepared << 10 << true << theme::State::Stalled;
    QTest::newRow("submitted") << State::Submitted << 0 << false << theme::State::Submitted;
    QTest::newRow("retrying") << State::Submitted << 1 << false << theme::State::Retrying;
    QTest::newRow("stalled") << State::Submitted << 10 << true << theme::State::Stalled;
    QTest::newRow("succeed after retries") << State::Succeed << 3 << true << theme::State::Succeed;
    QTest::newRow("failed") << State::Failed << 3 << true << theme::State::Failed;
}

void TestMessageViews::aStateHasItsFace()
{
    QFETCH(State, state);
    QFETCH(int, failures);
    QFETCH(bool, stalled);
    QTEST(widgets::shownState(state, failures, stalled), "face");
}

QTEST_MAIN(TestMessageViews)
#include "tst_messageviews.moc"
