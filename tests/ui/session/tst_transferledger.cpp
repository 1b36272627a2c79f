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
    void whatWasSeenOutweighsAMissingAnswer();
    void aFailedAttemptIsRetrying();
    void messagesOfOthersAreIgnored();
    void theTimeToSucceedCountsFromThePrepare();
    void aNaiveOneEndsWithItsAnswer();
    void cancellingKeepsWhatWasSent();
    void theBodyIsExactAndCarriesTheKey();
    void answersOfTheBankAreJudged_data();
    void answersOfTheBankAreJudged();
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
    QTest::addColumn<int>("kind");
    QTest::newRow("committed") << 200 << int(Kind::Accepted);
    QTest::newRow("refused") << 409 << int(Kind::Refused);
    QTest::newRow("bad request") << 400 << int(Kind::Refused);
    QTest::newRow("end of the debit not known") << 425 << int(Kind::Unknown);
    QTest::newRow("full") << 503 << int(Kind::Unknown);
    QTest::newRow("defect") << 500 << int(Kind::Unknown);
}

void TestTransferLedger::answersOfTheBankAreJudged()
{
    QFETCH(const int, status);
    QFETCH(const int, kind);
    const ui::TransferNews news = ui::transferNews(3, answered(status, R"({"dtm_result":"x","message":"why"})"));
    QCOMPARE(int(news.kind), kind);
    QCOMPARE(news.index, 3);
    if (news.kind != Kind::Accepted)
        QCOMPARE(news.detail, u"why"_s);
}

QTEST_GUILESS_MAIN(TestTransferLedger)
#include "tst_transferledger.moc"
