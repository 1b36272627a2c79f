// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/transfersender.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::State;
using Kind = ui::TransferNews::Kind;

namespace {

core::store::Summary summary(const QByteArray &gid, State state, int failures = 0)
{
    core::store::Summary summary;
    summary.gid = gid;
    summary.state = state;
    summary.attempts = failures + 1;
    summary.failuresInRow = failures;
    summary.createdAt = core::fromEpochMs(1000);
    if (state == State::Succeed || state == State::Failed)
        summary.finishedAt = core::fromEpochMs(1009);
    return summary;
}

ui::TransferLedger begun(int count)
{
    QList<QByteArray> gids;
    for (int index = 0; index < count; ++index)
        gids.append("g" + QByteArray::number(index));
    ui::TransferLedger ledger;
    ledger.begin({}, gids);
    return ledger;
}

core::http::ClientAnswer answered(int status, const QByteArray &body = {})
{
    core::http::ClientAnswer answer;
    answer.outcome = core::http::ClientAnswer::Outcome::Answered;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

class TestTransferLedger final : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsRequestedAtFirst();
    void requestedAcceptedAndObservedFollowEachOther();
    void outcomesComeNewestFirst();
    void aRefusedOneHasFailedAndSaysWhy();
    void whatWasNeverStartedHasFailedAndIsNotWaitedFor();
    void aMessageOfWhatWasNeverStartedIsStillShown();
    void preparedOnesAreCounted();
    void whatWasSeenOutweighsAMissingAnswer();
    void aFailedAttemptIsRetrying();
    void messagesOfOthersAreIgnored();
    void theTimeToSucceedCountsFromThePrepare();
    void aNaiveOneEndsWithItsAnswer();
    void cancellingKeepsWhatWasSent();
    void theBodyIsExactAndCarriesTheKey();
    void answersOfTheBankAreJudged_data();
    void answersOfTheBankAreJudged();
    void whatWasNeverSentMovedNothing();
};

void TestTransferLedger::nothingIsRequestedAtFirst()
{
    const ui::TransferLedger ledger = begun(3);
    QCOMPARE(ledger.progress().ordered, 3);
    QCOMPARE(ledger.progress().requested, 0);
    QVERIFY(ledger.progress().running);
    QVERIFY(ledger.outcomes().isEmpty());
}

void TestTransferLedger::requestedAcceptedAndObservedFollowEachOther()
{
    ui::TransferLedger ledger = begun(1);
    ledger.note({{0, Kind::Requested, {}}});
    QCOMPARE(ledger.progress().requested, 1);
    QCOMPARE(ledger.progress().accepted, 0);
    ledger.note({{0, Kind::Accepted, {}}});
    QCOMPARE(ledger.progress().accepted, 1);
    QCOMPARE(ledger.progress().observed, 0);
    QVERIFY(ledger.hasUnobserved());
    QVERIFY(ledger.apply({summary("g0", State::Succeed)}));
    QCOMPARE(ledger.progress().observed, 1);
    QCOMPARE(ledger.progress().succeed, 1);
    QVERIFY(!ledger.hasUnobserved());
}

void TestTransferLedger::outcomesComeNewestFirst()
{
    ui::TransferLedger ledger = begun(3);
    ledger.note({{0, Kind::Requested, {}}, {1, Kind::Requested, {}}});
    QCOMPARE(ledger.outcomes().size(), 2);
    QCOMPARE(ledger.outcomes().at(0).gid, "g1"_ba);
    QCOMPARE(ledger.outcomes().at(0).number, 2);
    QCOMPARE(ledger.outcomes().at(1).gid, "g0"_ba);
}

void TestTransferLedger::aRefusedOneHasFailedAndSaysWhy()
{
    ui::TransferLedger ledger = begun(1);
    ledger.note({{0, Kind::Requested, {}}, {0, Kind::Refused, u"insufficient balance"_s}});
    QCOMPARE(ledger.progress().failed, 1);
    QCOMPARE(ledger.progress().observed, 1);
    QCOMPARE(ledger.progress().accepted, 0);
    ledger.apply({summary("g0", State::Failed)});
    QCOMPARE(ledger.progress().failed, 1);
    QCOMPARE(ledger.outcomes().constFirst().note, u"insufficient balance"_s);
}

void TestTransferLedger::whatWasNeverStartedHasFailedAndIsNotWaitedFor()
{
    ui::TransferLedger ledger = begun(1);
    ledger.note({{0, Kind::Requested, {}}, {0, Kind::NotStarted, u"no connection"_s}});
    QCOMPARE(ledger.progress().failed, 1);
    QCOMPARE(ledger.progress().observed, 1);
    QCOMPARE(ledger.progress().unknown, 0);
    QVERIFY(!ledger.hasUnobserved());
    const ui::TransferOutcome outcome = ledger.outcomes().constFirst();
    QCOMPARE(outcome.state, State::Failed);
    QCOMPARE(outcome.note, u"no connection"_s);
    QVERIFY2(outcome.isBrokenOff, "no store has a message of it");
}

void TestTransferLedger::aMessageOfWhatWasNeverStartedIsStillShown()
{
    ui::TransferLedger ledger = begun(1); // its prepare came through, only the answer did not
    ledger.note({{0, Kind::Requested, {}}, {0, Kind::NotStarted, u"timed out"_s}});
    ledger.apply({summary("g0", State::Prepared)});
    QCOMPARE(ledger.outcomes().constFirst().state, State::Prepared);
    QVERIFY(!ledger.outcomes().constFirst().isBrokenOff);
    QCOMPARE(ledger.progress().accepted, 0);
    ledger.apply({summary("g0", State::Failed)});
    QCOMPARE(ledger.progress().failed, 1);
    QCOMPARE(ledger.outcomes().constFirst().note, u"timed out"_s);
}

void TestTransferLedger::preparedOnesAreCounted()
{
    ui::TransferLedger ledger = begun(2);
    ledger.note({{0, Kind::Requested, {}}, {1, Kind::Requested, {}}});
    QCOMPARE(ledger.progress().prepared, 0);
    ledger.apply({summary("g0", State::Prepared)});
    QCOMPARE(ledger.progress().prepared, 1);
    ledger.note({{0, Kind::Unknown, u"425"_s}});
    QCOMPARE(ledger.progress().prepared, 1);
    QCOMPARE(ledger.progress().unknown, 0);
}

void TestTransferLedger::whatWasSeenOutweighsAMissingAnswer()
{
    ui::TransferLedger ledger = begun(1);
    ledger.note({{0, Kind::Requested, {}}, {0, Kind::Unknown, u"timed out"_s}});
    QCOMPARE(ledger.progress().unknown, 1);
    ledger.apply({summary("g0", State::Succeed)});
    QCOMPARE(ledger.progress().unknown, 0);
    QCOMPARE(ledger.progress().succeed, 1);
    QCOMPARE(ledger.progress().accepted, 1);
}

void TestTransferLedger::aFailedAttemptIsRetrying()
{
    ui::TransferLedger ledger = begun(1);
    ledger.apply({summary("g0", State::Submitted, 2)});
    QCOMPARE(ledger.progress().retrying, 1);
    QCOMPARE(ledger.progress().submitted, 0);
    QVERIFY(ledger.outcomes().constFirst().retrying);
    QCOMPARE(ledger.outcomes().constFirst().attempts, 3);
}

void TestTransferLedger::messagesOfOthersAreIgnored()
{
    ui::TransferLedger ledger = begun(1);
    QVERIFY(!ledger.apply({summary("somebody-elses", State::Succeed)}));
    ledger.note({{7, Kind::Accepted, {}}});
    QCOMPARE(ledger.progress().requested, 0);
}

void TestTransferLedger::theTimeToSucceedCountsFromThePrepare()
{
    ui::TransferLedger ledger = begun(1);
    ledger.apply({summary("g0", State::Succeed)});
    QCOMPARE(ledger.outcomes().constFirst().timeToSucceed->count(), 9);
}

void TestTransferLedger::aNaiveOneEndsWithItsAnswer()
{
    ui::TransferOrder order;
    order.mode = ui::TransferMode::Naive;
    ui::TransferLedger ledger;
    ledger.begin(order, {"n0", "n1"});
    ledger.note({{0, Kind::Accepted, {}}, {1, Kind::Unknown, u"closed"_s}});
    const ui::TransferProgress progress = ledger.progress();
    QCOMPARE(progress.succeed, 1);
    QCOMPARE(progress.unknown, 1);
    QCOMPARE(progress.observed, 2);
    QVERIFY(!ledger.hasUnobserved());
    QVERIFY(ledger.outcomes().constFirst().isUnheard);
    QVERIFY(!ledger.outcomes().constLast().isUnheard);
    QVERIFY(ledger.outcomes().constLast().isNaive);
}

void TestTransferLedger::cancellingKeepsWhatWasSent()
{
    ui::TransferLedger ledger = begun(5);
    ledger.note({{0, Kind::Requested, {}}, {0, Kind::Accepted, {}}});
    ledger.endSending(true);
    QVERIFY(!ledger.progress().running);
    QVERIFY(ledger.progress().cancelled);
    QCOMPARE(ledger.progress().requested, 1);
    QVERIFY(ledger.hasUnobserved());
}

void TestTransferLedger::theBodyIsExactAndCarriesTheKey()
{
    ui::TransferOrder order;
    order.amount = core::Money::fromCents(9'999'999'999);
    order.delay = core::seconds(5);
    const QJsonObject body = QJsonDocument::fromJson(ui::transferBody(order, "key-1")).object();
    QCOMPARE(body.value("amount"_L1).toString(), u"99999999.99"_s);
    QCOMPARE(body.value("key"_L1).toString(), u"key-1"_s);
    QCOMPARE(body.value("from"_L1).toInt(), 1);
    QCOMPARE(body.value("to"_L1).toInt(), 2);
    QCOMPARE(body.value("delay"_L1).toInt(), 5);
    QCOMPARE(body.value("wait_result"_L1).toBool(), true);
}

void TestTransferLedger::answersOfTheBankAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<int>("kind");
    QTest::newRow("committed") << 200 << "committed"_ba << int(Kind::Accepted);
    QTest::newRow("refused") << 409 << "rolled_back"_ba << int(Kind::Refused);
    QTest::newRow("bad request") << 400 << ""_ba << int(Kind::Refused);
    QTest::newRow("end of the debit not known") << 425 << "unknown"_ba << int(Kind::Unknown);
    QTest::newRow("full") << 503 << ""_ba << int(Kind::Unknown);
    QTest::newRow("coordinator away") << 503 << "not_started"_ba << int(Kind::NotStarted);
    QTest::newRow("coordinator refuses") << 409 << "not_started"_ba << int(Kind::NotStarted);
    QTest::newRow("database away") << 503 << "rolled_back"_ba << int(Kind::Refused);
    QTest::newRow("defect") << 500 << ""_ba << int(Kind::Unknown);
}

void TestTransferLedger::answersOfTheBankAreJudged()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, outcome);
    QFETCH(const int, kind);
    const ui::TransferNews news =
        ui::transferNews(3, answered(status, R"({"dtm_result":"x","message":"why","outcome":")" + outcome + R"("})"));
    QCOMPARE(int(news.kind), kind);
    QCOMPARE(news.index, 3);
    if (news.kind != Kind::Accepted)
        QCOMPARE(news.detail, u"why"_s);
}

void TestTransferLedger::whatWasNeverSentMovedNothing()
{
    core::http::ClientAnswer answer;
    answer.outcome = core::http::ClientAnswer::Outcome::Refused;
    answer.errorText = u"no connection"_s;
    QCOMPARE(int(ui::transferNews(0, answer).kind), int(Kind::NotStarted));
    answer.outcome = core::http::ClientAnswer::Outcome::Broken;
    answer.requestWasSent = true;
    QCOMPARE(int(ui::transferNews(0, answer).kind), int(Kind::Unknown));
}

QTEST_GUILESS_MAIN(TestTransferLedger)
#include "tst_transferledger.moc"
