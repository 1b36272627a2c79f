// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankservice.h"
#include "core/bank/naive.h"
#include "core/base/faultpoint.h"
#include "core/http/client.h"
#include "tests/core/bank/bankdatabases.h"
#include "tests/support/scriptedpeer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QTest>

#include <future>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// Two sample banks that offer naive transfers; what they lose is read from their own rows.
class TestNaive : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();
    void cleanup() { disarmFaultPoints(); }

    void aTransferMovesMoney();
    void aBankThatDoesNotOfferItKnowsNoSuchPath();
    void whatIsRefusedMovesNothing();
    void aSenderThatEndsAfterTheDebitLosesExactlyThirty();
    void theSameEndLosesNothingInTwoPhases();
    void aLostAnswerCreditsTwice();
    void aReceiverThatIsDownLosesTheMoney();
    void puttingThingsRightRestoresTheTotal();
    void whatWasSpentIsNotTakenBack();

private:
    int post(const BankService &bank, const QByteArray &path);
    std::unique_ptr<BankService> startBank(DatabaseUrl &url, const QByteArray &peerUrl, bool naive);
    std::unique_ptr<BankConnection> connect(const DatabaseUrl &url);
    BankTotals totals(const DatabaseUrl &url);
    Money total() { return totals(m_urlA).balances + totals(m_urlB).balances; }
    QList<NaiveTransfer> transfers();
    Result<NaiveRepair> repair() { return repairNaive(*connect(m_urlB), *connect(m_urlA)); }

    SystemClock m_clock;
    BankDatabases m_databases;
    DatabaseUrl m_urlA;
    DatabaseUrl m_urlB;
    std::unique_ptr<test::ScriptedPeer> m_coordinator;
    std::unique_ptr<BankService> m_b;
    std::unique_ptr<BankService> m_a;
};

namespace {

constexpr Money atStart = Money::fromCents(4'000'000);
constexpr Money thirty = Money::fromCents(3000);
const QByteArray body = R"({"from":1,"to":2,"amount":"30.00","key":"k1"})";
const QByteArray naivePath = "/api/busi/NaiveTransfer";

QByteArray urlOf(const BankService &bank)
{
    return "http://127.0.0.1:" + QByteArray::number(bank.port());
}

} // namespace

void TestNaive::init()
{
    m_a.reset();
    m_b.reset();
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
    m_coordinator =
        std::make_unique<test::ScriptedPeer>([](const http::Request &) { return test::ScriptedPeer::success(); });
    m_b = startBank(m_urlB, {}, true);
    m_a = startBank(m_urlA, urlOf(*m_b), true);
    QCOMPARE(total(), atStart);
}

std::unique_ptr<BankService> TestNaive::startBank(DatabaseUrl &url, const QByteArray &peerUrl, bool naive)
{
    url = m_databases.newDatabase().value();
    BankServiceOptions options;
    options.database = url;
    options.databasePassword = BankDatabases::password();
    options.coordinatorUrl = m_coordinator->url("/api/dtmsvr");
    options.peerUrl = peerUrl;
    options.naive = naive;
    auto bank = std::make_unique<BankService>(options);
    if (const Status started = bank->start(QHostAddress::LocalHost, 0); !started.ok())
        qFatal("no bank: %s", qPrintable(started.error().detail));
    return bank;
}

int TestNaive::post(const BankService &bank, const QByteArray &path)
{
    const http::Url url = http::Url::parse(QByteArray(urlOf(bank) + path)).value();
    auto answered = std::async(std::launch::async, [&] {
        return http::BlockingClient().send({.method = "POST", .url = url, .body = body, .timeout = seconds(20)});
    });
    const bool isDone =
        QTest::qWaitFor([&] { return answered.wait_for(Millis(0)) == std::future_status::ready; }, 30'000);
    return isDone ? answered.get().status : -1;
}

std::unique_ptr<BankConnection> TestNaive::connect(const DatabaseUrl &url)
{
    return BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadWrite).value();
}

BankTotals TestNaive::totals(const DatabaseUrl &url)
{
    return BankReader::open(url, BankDatabases::password(), m_clock).value().totals().value();
}

QList<NaiveTransfer> TestNaive::transfers()
{
    return naiveTransfers(*readNaiveBookings(*connect(m_urlB), 100), *readNaiveBookings(*connect(m_urlA), 100));
}

void TestNaive::aTransferMovesMoney()
{
    QCOMPARE(post(*m_a, naivePath), 200);
    QCOMPARE(totals(m_urlA).balances, Money::fromCents(2'000'000) - thirty);
    QCOMPARE(totals(m_urlB).balances, Money::fromCents(2'000'000) + thirty);
    QCOMPARE(totals(m_urlA).naive, -thirty);
    QCOMPARE(totals(m_urlA).naiveDebits, 1);
    QCOMPARE(totals(m_urlB).naive, thirty);
    QCOMPARE(totals(m_urlB).naiveDebits, 0);
    QCOMPARE(totals(m_urlA).debits, 0);
    QCOMPARE(transfers().size(), 1);
    QCOMPARE(transfers().first().lost(), Money());
    QVERIFY(m_coordinator->requests().isEmpty());
}

void TestNaive::aBankThatDoesNotOfferItKnowsNoSuchPath()
{
    m_a.reset();
    m_a = startBank(m_urlA, urlOf(*m_b), false);
    QCOMPARE(post(*m_a, naivePath), 404);
    QCOMPARE(post(*m_a, "/api/busi/NaiveTransIn?gid=g"), 404);
    QCOMPARE(total(), atStart);
}

void TestNaive::whatIsRefusedMovesNothing()
{
    QVERIFY(armFaultPoints("participant.before-commit=fail").ok());
    QCOMPARE(post(*m_a, naivePath), 503);
    QCOMPARE(total(), atStart);
    QVERIFY(transfers().isEmpty());
}

void TestNaive::aSenderThatEndsAfterTheDebitLosesExactlyThirty()
{
    QVERIFY(armFaultPoints("participant.before-submit=fail").ok());
    QCOMPARE(post(*m_a, naivePath), 503);
    QCOMPARE(total(), atStart - thirty);
    QCOMPARE(transfers().size(), 1);
    const NaiveTransfer lost = transfers().first();
    QCOMPARE(lost.number, 1);
    QCOMPARE(lost.gid, QByteArray("k1"));
    QCOMPARE(lost.from, 1);
    QCOMPARE(lost.to, 2);
    QCOMPARE(lost.lost(), thirty);
    QVERIFY(qAbs((m_clock.now() - lost.debitedAt).count()) < 60'000);
}

/// The debit stands beside its barrier row, so it is in flight and not lost.
void TestNaive::theSameEndLosesNothingInTwoPhases()
{
    QVERIFY(armFaultPoints("participant.before-submit=fail").ok());
    QCOMPARE(post(*m_a, "/api/busi/Transfer"), 200);
    QVERIFY(!m_coordinator->calls().contains("POST /api/dtmsvr/submit"));
    QCOMPARE(total() + (totals(m_urlA).debited - totals(m_urlB).credited), atStart);
    QCOMPARE(totals(m_urlA).debited, thirty);
    QVERIFY(transfers().isEmpty());
}

void TestNaive::aLostAnswerCreditsTwice()
{
    QVERIFY(armFaultPoints("branch.after-answer=drop").ok());
    QCOMPARE(post(*m_a, naivePath), 200);
    QCOMPARE(total(), atStart + thirty);
    QCOMPARE(transfers().first().lost(), -thirty);
}

void TestNaive::aReceiverThatIsDownLosesTheMoney()
{
    m_b.reset();
    QCOMPARE(post(*m_a, naivePath), 503);
    QCOMPARE(total(), atStart - thirty);
}

void TestNaive::puttingThingsRightRestoresTheTotal()
{
    QVERIFY(armFaultPoints("participant.before-submit=fail").ok());
    QCOMPARE(post(*m_a, naivePath), 503);
    const Result<NaiveRepair> done = repair();
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
    QCOMPARE(done->transfers, 1);
    QCOMPARE(done->credited, thirty);
    QCOMPARE(done->takenBack, Money());
    QCOMPARE(total(), atStart);
    QCOMPARE(transfers().first().lost(), Money());
    QCOMPARE(repair()->transfers, 0);
    QCOMPARE(total(), atStart);
}

void TestNaive::whatWasSpentIsNotTakenBack()
{
    QVERIFY(armFaultPoints("branch.after-answer=drop").ok());
    QCOMPARE(post(*m_a, naivePath), 200);
    auto bank = connect(m_urlB);
    QSqlQuery spend(bank->db());
    const bool isSqlite = m_urlB.kind == DatabaseUrl::Kind::Sqlite;
    QVERIFY(spend.exec(
        u"UPDATE user_account SET %1 = 0 WHERE user_id = 2"_s.arg(isSqlite ? u"balance_cents"_s : u"balance"_s)));
    const Money before = total();
    const Result<NaiveRepair> done = repair();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::Conflict);
    QCOMPARE(total(), before);
}

QTEST_MAIN(TestNaive)
#include "tst_naive.moc"
