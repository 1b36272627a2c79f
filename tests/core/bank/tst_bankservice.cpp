// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankservice.h"
#include "core/bank/proof.h"
#include "core/base/faultpoint.h"
#include "core/http/client.h"
#include "tests/core/bank/bankdatabases.h"
#include "tests/support/scriptedpeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <future>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;
using http::ClientAnswer;
using http::Request;
using http::Response;
using test::ScriptedPeer;

/// Two sample banks and a coordinator that the test plays; all on each database.
class TestBankService : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();
    void cleanup() { disarmFaultPoints(); }

    void aTransferDebitsHereAndAsksForTheCreditThere();
    void aDeliveredTransferKeepsTheTotal();
    void theSameKeyTransfersOnce();
    void theSameKeyForAnotherTransferIsAConflict();
    void tooLittleMoneyAborts();
    void anUnknownSenderIsNotFound();
    void aLostSubmitIsToldButChangesNothing();
    void aLostCommitIsSettled();
    void anUncertainEndIsOngoing();
    void withoutACoordinatorNothingIsDebited();
    void aCreditIsAppliedOnce();
    void wrongCreditsAreRefused_data();
    void wrongCreditsAreRefused();
    void theCheckbackAnswersAsDtmDoes();
    void balancesComeInPages();
    void otherPathsAreNotFound();
    void aFullQueueSaysTryLater();

private:
    struct Answer
    {
        int status = 0;
        QJsonObject body;
    };
    /// Calls a bank while this thread's event loop serves it.
    Answer call(const BankService &bank, const QByteArray &method, const QByteArray &target,
                const QByteArray &body = {});
    Answer transfer(const QByteArray &body) { return call(*m_a, "POST", "/api/busi/Transfer", body); }
    QByteArray balance(const BankService &bank, int user);
    std::unique_ptr<BankService> startBank(const QString &name, const QByteArray &peerUrl,
                                           BankServiceOptions options = {});
    BankSnapshot snapshotOf(const QString &name)
    {
        return BankReader::open(m_urls.value(name), BankDatabases::password(), m_clock).value().snapshot().value();
    }

    SystemClock m_clock;
    BankDatabases m_databases;
    QHash<QString, DatabaseUrl> m_urls; ///< of the test's own banks, by their names
    std::unique_ptr<ScriptedPeer> m_coordinator;
    std::unique_ptr<BankService> m_b;
    std::unique_ptr<BankService> m_a;
};

namespace {

const QByteArray thirty = "{\"from\":1,\"to\":2,\"amount\":\"30.00\",\"key\":\"k1\"}";
const QByteArray creditTarget = "/api/busi/SagaBTransIn?trans_type=msg&gid=g1&branch_id=01&op=action";

QByteArray urlOf(const BankService &bank)
{
    return "http://127.0.0.1:" + QByteArray::number(bank.port());
}

Response coordinate(const Request &request)
{
    if (request.path.endsWith("/newGid"))
        return {.status = 200, .body = "{\"gid\":\"new-1\",\"dtm_result\":\"SUCCESS\"}"};
    return ScriptedPeer::success();
}

/// What a coordinator does with a submit: it calls the branch.
Response deliver(const Request &request)
{
    if (!request.path.endsWith("/submit"))
        return coordinate(request);
    const QJsonObject message = QJsonDocument::fromJson(request.body).object();
    http::Url url = http::Url::parse(message["steps"_L1][0]["action"_L1].toString().toUtf8()).value();
    url.target = http::withQuery(
        url.target,
        {{"gid", message["gid"_L1].toString().toUtf8()}, {"trans_type", "msg"}, {"branch_id", "01"}, {"op", "action"}});
    const ClientAnswer answer = http::BlockingClient().send(
        {.method = "POST", .url = url, .body = message["payloads"_L1][0].toString().toUtf8()});
    return {.status = answer.status, .body = answer.body};
}

} // namespace

void TestBankService::init()
{
    m_a.reset();
    m_b.reset();
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
    m_coordinator = std::make_unique<ScriptedPeer>(coordinate);
    m_b = startBank(u"b"_s, {});
    m_a = startBank(u"a"_s, urlOf(*m_b) + '/');
}

std::unique_ptr<BankService> TestBankService::startBank(const QString &name, const QByteArray &peerUrl,
                                                        BankServiceOptions options)
{
    m_urls[name] = m_databases.newDatabase().value();
    options.database = m_urls.value(name);
    options.databasePassword = BankDatabases::password();
    options.coordinatorUrl = m_coordinator->url("/api/dtmsvr");
    options.peerUrl = peerUrl;
    auto bank = std::make_unique<BankService>(options);
    if (const Status started = bank->start(QHostAddress::LocalHost, 0); !started.ok())
        qFatal("no bank: %s", qPrintable(started.error().detail));
    return bank;
}

TestBankService::Answer TestBankService::call(const BankService &bank, const QByteArray &method,
                                              const QByteArray &target, const QByteArray &body)
{
    const http::Url url = http::Url::parse(QByteArray(urlOf(bank) + target)).value();
    auto answered = std::async(std::launch::async, [&] {
        return http::BlockingClient().send({.method = method, .url = url, .body = body, .timeout = seconds(20)});
    });
    const bool isDone =
        QTest::qWaitFor([&] { return answered.wait_for(Millis(0)) == std::future_status::ready; }, 30'000);
    if (!isDone)
        qFatal("the bank did not answer");
    const ClientAnswer answer = answered.get();
    return {answer.status, QJsonDocument::fromJson(answer.body).object()};
}

QByteArray TestBankService::balance(const BankService &bank, int user)
{
    const Answer page = call(bank, "GET", "/api/busi/Balances?limit=1&after=" + QByteArray::number(user - 1));
    return page.body["accounts"_L1][0]["balance"_L1].toString().toLatin1();
}

void TestBankService::aTransferDebitsHereAndAsksForTheCreditThere()
{
    const Answer answer = transfer("{\"from\":1,\"to\":2,\"amount\":30.10}");

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body,
             (QJsonObject{{u"dtm_result"_s, u"SUCCESS"_s},
                          {u"gid"_s, u"new-1"_s},
                          {u"outcome"_s, u"committed"_s},
                          {u"submitted"_s, true}}));
    QCOMPARE(m_coordinator->calls(),
             QByteArrayList({"GET /api/dtmsvr/newGid", "POST /api/dtmsvr/prepare", "POST /api/dtmsvr/submit"}));
    QCOMPARE(m_coordinator->requests().last().body,
             "{\"gid\":\"new-1\",\"trans_type\":\"msg\",\"steps\":[{\"action\":\"" + urlOf(*m_b)
                 + "/api/busi/SagaBTransIn\"}],"
                   "\"payloads\":[\"{\\\"amount\\\":30.10,\\\"from\\\":1,\\\"user_id\\\":2}\"],\"query_prepared\":\""
                 + urlOf(*m_a) + "/api/busi/QueryPreparedB\"}");
    QCOMPARE(balance(*m_a, 1), QByteArray("9969.90"));
    QCOMPARE(balance(*m_b, 2), QByteArray("10000.00"));
}

void TestBankService::aDeliveredTransferKeepsTheTotal()
{
    m_coordinator->answer(deliver);
    QCOMPARE(transfer(thirty).status, 200);
    QCOMPARE(transfer("{\"from\":2,\"to\":2,\"amount\":0.01,\"key\":\"k2\"}").status,
             200); // the same number at another bank
    QCOMPARE(transfer(thirty).status, 200); // submitted and delivered once more

    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
    QCOMPARE(balance(*m_b, 2), QByteArray("10030.01"));
    const BankSnapshot receiver = snapshotOf(u"b"_s);
    for (const Finding &finding : checkBanks(receiver, snapshotOf(u"a"_s), Money::fromCents(4'000'000)))
        QVERIFY2(finding.holds, qPrintable(finding.evidence));
}

void TestBankService::theSameKeyTransfersOnce()
{
    const Answer first = transfer(thirty);
    const Answer second = transfer("{\"key\":\"k1\",\"amount\":30,\"to\":2,\"from\":1}");

    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
    QCOMPARE(snapshotOf(u"a"_s).journal.size(), 1);
}

void TestBankService::theSameKeyForAnotherTransferIsAConflict()
{
    QCOMPARE(transfer(thirty).status, 200);
    for (const char *other :
         {"{\"from\":1,\"to\":2,\"amount\":31,\"key\":\"k1\"}", "{\"from\":2,\"to\":2,\"amount\":30,\"key\":\"k1\"}",
          "{\"from\":1,\"to\":1,\"amount\":30,\"key\":\"k1\"}"})
        QCOMPARE(transfer(other).status, 409);
    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
}

void TestBankService::tooLittleMoneyAborts()
{
    const Answer answer = transfer("{\"from\":1,\"to\":2,\"amount\":\"10000.01\",\"key\":\"k1\"}");

    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.body["dtm_result"_L1].toString(), u"FAILURE"_s);
    QCOMPARE(answer.body["message"_L1].toString(), u"insufficient balance: user 1 has 10000.00, 10000.01 is needed"_s);
    QCOMPARE(answer.body["outcome"_L1].toString(), u"rolled_back"_s);
    QCOMPARE(m_coordinator->calls(), QByteArrayList({"POST /api/dtmsvr/prepare", "POST /api/dtmsvr/abort"}));
    QCOMPARE(balance(*m_a, 1), QByteArray("10000.00"));
}

void TestBankService::anUnknownSenderIsNotFound()
{
    const Answer answer = transfer("{\"from\":7,\"to\":2,\"amount\":1,\"key\":\"k1\"}");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body["message"_L1].toString(), u"there is no account of user 7"_s);
    QCOMPARE(m_coordinator->calls().last(), QByteArray("POST /api/dtmsvr/abort"));
}

void TestBankService::aLostSubmitIsToldButChangesNothing()
{
    m_coordinator->answer([](const Request &request) {
        return request.path.endsWith("/submit") ? ScriptedPeer::broken() : ScriptedPeer::success();
    });

    const Answer answer = transfer(thirty);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body["outcome"_L1].toString(), u"committed"_s);
    QCOMPARE(answer.body["submitted"_L1].toBool(true), false);
    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
}

void TestBankService::aLostCommitIsSettled()
{
    QVERIFY(armFaultPoints("participant.after-commit=drop").ok());
    const Answer answer = transfer(thirty); // asks its own checkback, on the other workers
    QCOMPARE(answer.status, 200);
    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
}

void TestBankService::anUncertainEndIsOngoing()
{
    BankServiceOptions options;
    options.publicUrl = m_coordinator->url(); // whoever asks for the checkback there hears nothing certain
    m_coordinator->answer([](const Request &request) {
        return request.method == "GET" ? ScriptedPeer::broken() : ScriptedPeer::success();
    });
    const auto bank = startBank(u"c"_s, urlOf(*m_b), options);
    QVERIFY(armFaultPoints("participant.after-commit=drop").ok());

    const Answer answer = call(*bank, "POST", "/api/busi/Transfer", thirty);

    QCOMPARE(answer.status, 425);
    QCOMPARE(answer.body["dtm_result"_L1].toString(), u"ONGOING"_s);
    QCOMPARE(answer.body["gid"_L1].toString(), u"k1"_s);
    QCOMPARE(answer.body["outcome"_L1].toString(), u"unknown"_s);
}

void TestBankService::withoutACoordinatorNothingIsDebited()
{
    m_coordinator->answer([](const Request &) { return ScriptedPeer::broken(); });
    const Answer unheard = transfer(thirty);
    QCOMPARE(unheard.status, 503);
    QCOMPARE(unheard.body["outcome"_L1].toString(), u"not_started"_s);
    QCOMPARE(transfer("{\"from\":1,\"to\":2,\"amount\":1}").status, 503);
    m_coordinator->answer([](const Request &) { return ScriptedPeer::failure(); });
    QCOMPARE(transfer(thirty).status, 409);
    QCOMPARE(balance(*m_a, 1), QByteArray("10000.00"));
}

void TestBankService::aCreditIsAppliedOnce()
{
    for (int i = 0; i < 3; ++i) {
        const Answer answer = call(*m_b, "POST", creditTarget, "{\"amount\":30}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, (QJsonObject{{u"dtm_result"_s, u"SUCCESS"_s}}));
    }
    QCOMPARE(balance(*m_b, 2), QByteArray("10030.00"));
}

void TestBankService::wrongCreditsAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no gid") << QByteArray("/api/busi/SagaBTransIn") << QByteArray("{\"amount\":30}") << 400;
    QTest::newRow("no amount") << creditTarget << QByteArray("{}") << 400;
    QTest::newRow("no JSON") << creditTarget << QByteArray("amount=30") << 400;
    QTest::newRow("unknown user") << creditTarget << QByteArray("{\"amount\":30,\"user_id\":9}") << 404;
}

void TestBankService::wrongCreditsAreRefused()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Answer answer = call(*m_b, "POST", target, body);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.body["message"_L1].toString().isEmpty());
    QVERIFY(snapshotOf(u"b"_s).barrierRows.isEmpty());
}

void TestBankService::theCheckbackAnswersAsDtmDoes()
{
    QCOMPARE(transfer(thirty).status, 200);
    const QByteArray target = "/api/busi/QueryPreparedB?trans_type=msg&branch_id=00&op=msg&gid=";
    const Answer yes = call(*m_a, "GET", target + "k1");
    const Answer no = call(*m_a, "GET", target + "never");

    QCOMPARE(yes.status, 200);
    QCOMPARE(yes.body["dtm_result"_L1].toString(), u"SUCCESS"_s);
    QCOMPARE(no.status, 409);
    QCOMPARE(no.body["dtm_result"_L1].toString(), u"FAILURE"_s);
    QCOMPARE(call(*m_a, "GET", target).status, 400);
    const Answer late = transfer("{\"from\":1,\"to\":2,\"amount\":1,\"key\":\"never\"}");
    QCOMPARE(late.status, 409);
    QCOMPARE(balance(*m_a, 1), QByteArray("9970.00"));
}

void TestBankService::balancesComeInPages()
{
    const QJsonArray both = call(*m_a, "GET", "/api/busi/Balances").body["accounts"_L1].toArray();
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[0]["user_id"_L1].toInt(), 1);
    QCOMPARE(both[0]["balance"_L1].toString(), u"10000.00"_s);
    QCOMPARE(both[0]["trading_balance"_L1].toString(), u"0.00"_s);
    QVERIFY(!both[0]["update_time"_L1].toString().isEmpty());
    QCOMPARE(call(*m_a, "GET", "/api/busi/Balances?after=1").body["accounts"_L1].toArray().size(), 1);
    QCOMPARE(call(*m_a, "GET", "/api/busi/Balances?limit=x").status, 400);
}

void TestBankService::otherPathsAreNotFound()
{
    QCOMPARE(call(*m_a, "GET", "/api/ping").body["msg"_L1].toString(), u"pong"_s);
    QCOMPARE(call(*m_a, "POST", "/api/ping").status, 200);
    QCOMPARE(call(*m_a, "GET", "/api/busi/Transfer").status, 404);
    QCOMPARE(call(*m_a, "GET", "/").status, 404);
}

void TestBankService::aFullQueueSaysTryLater()
{
    BankServiceOptions options;
    options.waitingMax = 0;
    const auto bank = startBank(u"full"_s, {}, options);
    const Answer answer = call(*bank, "GET", "/api/busi/Balances");
    QCOMPARE(answer.status, 503);
    QVERIFY(!answer.body["message"_L1].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestBankService)
#include "tst_bankservice.moc"
