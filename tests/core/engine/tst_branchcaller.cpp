// SPDX-License-Identifier: Apache-2.0
#include "core/engine/branchcaller.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/scriptedpeer.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace test;

namespace {

/// Keeps what the caller posts.
class CollectingInbox final : public Inbox
{
public:
    bool tryPost(std::vector<Inbound> &) override { return false; }
    void post(std::vector<Inbound> &items) override
    {
        for (Inbound &item : items) {
            if (auto *back = std::get_if<HostIsBack>(&item))
                cameBack.insert(cameBack.end(), back->messages.begin(), back->messages.end());
            else
                commands.push_back(std::get<Command>(std::move(item)));
        }
        items.clear();
    }

    std::vector<Command> commands;
    std::vector<PutOff> cameBack;
};

/// Takes connections and never says a word.
class SilentHost final
{
public:
    SilentHost() { m_isListening = m_server.listen(QHostAddress::LocalHost); }
    bool isListening() const { return m_isListening; }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/silent"; }

private:
    QTcpServer m_server;
    bool m_isListening = false;
};

/// A port that was free a moment ago.
quint16 portThatRefuses()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray urlAt(quint16 port)
{
    return "http://127.0.0.1:" + QByteArray::number(port) + "/in";
}

QByteArray urlThatRefuses()
{
    return urlAt(portThatRefuses());
}

/// Answers each request with an empty 200, as long as it is to.
class PlainHost final
{
public:
    explicit PlainHost(quint16 port = 0)
    {
        m_isListening = m_server.listen(QHostAddress::LocalHost, port);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                socket->readAll();
                if (answers)
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
    bool isListening() const { return m_isListening; }
    QByteArray url() const { return urlAt(m_server.serverPort()); }

    bool answers = true;

private:
    QTcpServer m_server;
    bool m_isListening = false;
};

ContentPtr contentFor(const QByteArray &url, const QByteArray &payload = "{}", Options options = {})
{
    return contentOf({.steps = {{url, payload}}, .queryPrepared = url, .options = options});
}

} // namespace

/// The caller with a real client, against servers of this test on loopback.
class TestBranchCaller : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }
    void init();

    void aBranchIsPostedItsPayload();
    void anEmptyPayloadIsAGet();
    void theCheckbackIsAGet();
    void theUrlsOwnQueryStays();
    void branchHeadersAreSent();
    void answersAreJudged_data();
    void answersAreJudged();
    void aRefusedConnectionIsUnknown();
    void aSilentHostTimesOut();
    void aUrlThatCannotBeCalledIsUnknown();
    void aLongAnswerIsKeptInPart();
    void aHostThatIsDownIsHeldBack();
    void aPersonsCallGoesOutAllTheSame();
    void aHostThatIsBackBringsWhatWasPutOff();
    void whoAsksForItMayTryAHostThatIsHeldBack();
    void aQueueOfAHostThatStoppedAnsweringIsShortened();
    void aDeadHostDoesNotSlowAHealthyOne();
    void callsBeyondTheLimitWaitTheirTurn();
    void withoutALeaseCallsAreDeferred();
    void amongManyHostsNoCallStaysBehind();

private:
    void call(const QByteArray &gid, const ContentPtr &content, int branch = 0, bool byHand = false)
    {
        m_caller->call({.gid = gidOf(gid), .content = content, .branch = branch, .byHand = byHand});
    }
    void closeGateOf(const QByteArray &url)
    {
        constexpr int unanswered = HostGateOptions{}.unreachableMax;
        for (int n = 0; n < unanswered; ++n)
            call("m" + QByteArray::number(n), contentFor(url));
        QTRY_COMPARE(results(), std::size_t(unanswered));
        m_inbox.commands.clear();
    }
    std::size_t results() const { return m_inbox.commands.size(); }
    const CallResult &onlyResult() const { return std::get<BranchAnswered>(m_inbox.commands.front().event).result; }

    SystemClock m_clock;
    Metrics m_metrics;
    const Soon m_soon = [this](std::function<void()> call) {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    };
    CollectingInbox m_inbox;
    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<BranchCaller> m_caller;
};

void TestBranchCaller::init()
{
    m_caller.reset();
    m_client.reset();
    m_inbox = {};
    m_peer = std::make_unique<ScriptedPeer>([](const http::Request &) { return ScriptedPeer::success(); });
    m_client = std::make_unique<http::Client>(http::ClientOptions{});
    m_caller = std::make_unique<BranchCaller>(*m_client, m_inbox, m_clock, m_metrics, m_soon, HostGateOptions{});
}

void TestBranchCaller::aBranchIsPostedItsPayload()
{
    call("m1", contentFor(m_peer->url("/in"), "{\"amount\":30}"));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Success);
    QCOMPARE(onlyResult().httpStatus, 200);
    const http::Request request = m_peer->requests().front();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/in"));
    QCOMPARE(request.body, QByteArray("{\"amount\":30}"));
    QCOMPARE(request.queryValue("gid"), QByteArray("m1"));
    QCOMPARE(request.queryValue("trans_type"), QByteArray("msg"));
    QCOMPARE(request.queryValue("branch_id"), QByteArray("01"));
    QCOMPARE(request.queryValue("op"), QByteArray("action"));
    QCOMPARE(http::headerValue(request.headers, "Content-Type"), QByteArrayView("application/json"));
}

void TestBranchCaller::anEmptyPayloadIsAGet()
{
    call("m1", contentFor(m_peer->url("/in"), ""));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(m_peer->requests().front().method, QByteArray("GET"));
}

void TestBranchCaller::theCheckbackIsAGet()
{
    call("m1", contentFor(m_peer->url("/query")), -1);
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(std::get<CheckbackAnswered>(m_inbox.commands.front().event).result.verdict, Verdict::Success);
    const http::Request request = m_peer->requests().front();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.queryValue("branch_id"), QByteArray("00"));
    QCOMPARE(request.queryValue("op"), QByteArray("msg"));
}

void TestBranchCaller::theUrlsOwnQueryStays()
{
    call("a&b=c%", contentFor(m_peer->url("/in?shop=7&x")));
    QTRY_COMPARE(results(), std::size_t(1));
    const http::Request request = m_peer->requests().front();
    QCOMPARE(request.queryValue("shop"), QByteArray("7"));
    QCOMPARE(request.queryValue("gid"), QByteArray("a&b=c%"));
}

void TestBranchCaller::branchHeadersAreSent()
{
    call("m1",
         contentFor(m_peer->url("/in"), "<a/>", {.branchHeaders = {{"X-Shop", "7"}, {"Content-Type", "text/xml"}}}));
    QTRY_COMPARE(results(), std::size_t(1));
    const http::Headers headers = m_peer->requests().front().headers;
    QCOMPARE(http::headerValue(headers, "x-shop"), QByteArrayView("7"));
    QCOMPARE(http::headerValue(headers, "Content-Type"), QByteArrayView("text/xml"));
}

void TestBranchCaller::answersAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("verdict");
    QTest::newRow("200") << 200 << QByteArray("{\"dtm_result\":\"SUCCESS\"}") << QByteArray("SUCCESS");
    QTest::newRow("409") << 409 << QByteArray("{\"dtm_result\":\"FAILURE\"}") << QByteArray("FAILURE");
    QTest::newRow("425") << 425 << QByteArray("{}") << QByteArray("ONGOING");
    QTest::newRow("500") << 500 << QByteArray("FAILURE") << QByteArray("unknown");
    QTest::newRow("302") << 302 << QByteArray() << QByteArray("unknown");
    QTest::newRow("202") << 202 << QByteArray() << QByteArray("unknown");
}

void TestBranchCaller::answersAreJudged()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, verdict);
    m_peer->answer([=](const http::Request &) { return http::Response{.status = status, .body = body}; });
    call("m1", contentFor(m_peer->url("/in")));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(verdictName(onlyResult().verdict), verdict);
    QCOMPARE(onlyResult().httpStatus, status);
}

void TestBranchCaller::aRefusedConnectionIsUnknown()
{
    call("m1", contentFor(urlThatRefuses()));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Unknown);
    QCOMPARE(onlyResult().httpStatus, 0);
    QVERIFY(!onlyResult().error.isEmpty());
}

void TestBranchCaller::aSilentHostTimesOut()
{
    const SilentHost silent;
    QVERIFY(silent.isListening());
    QElapsedTimer timer;
    timer.start();
    call("m1", contentFor(silent.url(), "{}", {.requestTimeout = seconds(1)}));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Unknown);
    QVERIFY(timer.elapsed() >= 900);
}

void TestBranchCaller::aUrlThatCannotBeCalledIsUnknown()
{
    call("m1", contentFor("gopher://host/"));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Unknown);
}

void TestBranchCaller::aLongAnswerIsKeptInPart()
{
    m_peer->answer(
        [](const http::Request &) { return http::Response{.status = 500, .body = QByteArray(100'000, 'x')}; });
    call("m1", contentFor(m_peer->url("/in")));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Unknown);
    QVERIFY(onlyResult().answerExcerpt.size() <= 1024);
}

void TestBranchCaller::aHostThatIsDownIsHeldBack()
{
    const QByteArray url = urlThatRefuses();
    closeGateOf(url);
    call("held", contentFor(url));
    QTRY_COMPARE(results(), std::size_t(1));
    const auto *deferred = std::get_if<CallDeferred>(&m_inbox.commands.back().event);
    QVERIFY(deferred);
    QVERIFY(deferred->until > m_clock.now() - seconds(1));
    QVERIFY(!deferred->why.isEmpty());
}

void TestBranchCaller::aPersonsCallGoesOutAllTheSame()
{
    const QByteArray url = urlThatRefuses();
    closeGateOf(url);
    call("m1", contentFor(url), 0, true);
    QTRY_COMPARE(results(), std::size_t(1));
    QVERIFY(std::holds_alternative<BranchAnswered>(m_inbox.commands.front().event));
}

void TestBranchCaller::aHostThatIsBackBringsWhatWasPutOff()
{
    const quint16 port = portThatRefuses();
    const ContentPtr content = contentFor(urlAt(port));
    closeGateOf(urlAt(port));
    for (int n = 0; n < 3; ++n)
        call("held" + QByteArray::number(n), content);
    QTRY_COMPARE(results(), std::size_t(3));
    const auto until = std::get<CallDeferred>(m_inbox.commands.front().event).until;
    QVERIFY(m_inbox.cameBack.empty());

    const PlainHost host(port);
    QVERIFY(host.isListening());
    call("probe", content, 0, true);
    QTRY_COMPARE(m_inbox.cameBack.size(), std::size_t(3));
    QCOMPARE(m_inbox.cameBack.front().until, until);
}

void TestBranchCaller::whoAsksForItMayTryAHostThatIsHeldBack()
{
    const QByteArray url = urlThatRefuses();
    closeGateOf(url);
    m_caller->tryHeldBackHosts();
    call("probe", contentFor(url));
    QTRY_COMPARE(results(), std::size_t(1));
    QVERIFY(std::holds_alternative<BranchAnswered>(m_inbox.commands.front().event));
}

void TestBranchCaller::aQueueOfAHostThatStoppedAnsweringIsShortened()
{
    PlainHost host;
    QVERIFY(host.isListening());
    m_caller = std::make_unique<BranchCaller>(*m_client, m_inbox, m_clock, m_metrics, m_soon,
                                              HostGateOptions{.inFlightMax = 1, .queuedMax = 5});
    host.answers = false;
    for (int n = 0; n < 20; ++n) // it was only just called, and may be quick
        call("m" + QByteArray::number(n), contentFor(host.url()));
    QCOMPARE(results(), std::size_t(0));
    QTRY_COMPARE(results(), std::size_t(20 - 1 - 5)); // but for what is in flight and what may wait
    for (const Command &command : m_inbox.commands)
        QVERIFY(std::holds_alternative<CallDeferred>(command.event));
}

void TestBranchCaller::aDeadHostDoesNotSlowAHealthyOne()
{
    const SilentHost silent;
    QVERIFY(silent.isListening());
    const ContentPtr dead = contentFor(silent.url(), "{}", {.requestTimeout = seconds(3)});
    const ContentPtr healthy = contentFor(m_peer->url("/in"));
    for (int n = 0; n < 300; ++n) {
        call("dead" + QByteArray::number(n), dead);
        call("healthy" + QByteArray::number(n), healthy);
    }
    const auto healthyDone = [&] {
        return std::count_if(m_inbox.commands.begin(), m_inbox.commands.end(), [](const Command &command) {
            const auto *answered = std::get_if<BranchAnswered>(&command.event);
            return answered && answered->result.verdict == Verdict::Success;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(healthyDone(), 300, 3000); // before the first call of the dead one has timed out
    QTRY_COMPARE_WITH_TIMEOUT(results(), std::size_t(600), 30'000);
}

void TestBranchCaller::callsBeyondTheLimitWaitTheirTurn()
{
    m_caller =
        std::make_unique<BranchCaller>(*m_client, m_inbox, m_clock, m_metrics, m_soon,
                                       HostGateOptions{.inFlightMax = 2, .queuedMax = 10, .queuedAtFastMax = 10});
    for (int n = 0; n < 20; ++n)
        call("m" + QByteArray::number(n), contentFor(m_peer->url("/in")));
    QTRY_COMPARE(results(), std::size_t(20));
    const auto deferred = std::count_if(m_inbox.commands.begin(), m_inbox.commands.end(), [](const Command &command) {
        return std::holds_alternative<CallDeferred>(command.event);
    });
    QCOMPARE(deferred, 8);
    QCOMPARE(m_peer->requests().size(), 12);
}

void TestBranchCaller::withoutALeaseCallsAreDeferred()
{
    bool holds = false;
    m_caller->callOnlyWhile([&](const Call &) { return holds; });
    for (int n = 0; n < 2 * HostGateOptions{}.inFlightMax; ++n) // none keeps its place in the gate
        call("m" + QByteArray::number(n), contentFor(m_peer->url("/in")));
    QTRY_COMPARE(results(), std::size_t(2 * HostGateOptions{}.inFlightMax));
    for (const Command &command : m_inbox.commands)
        QVERIFY(std::get<CallDeferred>(command.event).until > m_clock.now());
    QVERIFY(m_peer->requests().empty());
    m_inbox.commands.clear();
    holds = true;
    call("m", contentFor(m_peer->url("/in")));
    QTRY_COMPARE(results(), std::size_t(1));
    QCOMPARE(onlyResult().verdict, Verdict::Success);
}

/// Hosts and URLs beyond what is kept are forgotten, but never one that calls wait for.
void TestBranchCaller::amongManyHostsNoCallStaysBehind()
{
    m_caller = std::make_unique<BranchCaller>(*m_client, m_inbox, m_clock, m_metrics, m_soon,
                                              HostGateOptions{.inFlightMax = 1});
    const ContentPtr first = contentFor(m_peer->url("/first"));
    call("first", first);
    QTRY_COMPARE(results(), std::size_t(1));
    constexpr int many = 1024;
    for (int n = 0; n < many; ++n) // refused at once
        call("other" + QByteArray::number(n),
             contentFor("http://127.1.0." + QByteArray::number(n % 4) + ':' + QByteArray::number(2 + n / 4) + "/"));
    QTRY_COMPARE_WITH_TIMEOUT(results(), std::size_t(1 + many), 30'000);
    call("second", contentFor(m_peer->url("/second")));
    QTRY_COMPARE(results(), std::size_t(2 + many));

    m_inbox.commands.clear();
    for (int n = 0; n < 3; ++n)
        call("m" + QByteArray::number(n), first);
    for (int n = 0; n < 4096; ++n)
        call("path" + QByteArray::number(n), contentFor("http://127.0.0.1:1/" + QByteArray::number(n)));
    const auto succeeded = [&] {
        return std::count_if(m_inbox.commands.begin(), m_inbox.commands.end(), [](const Command &command) {
            const auto *answered = std::get_if<BranchAnswered>(&command.event);
            return answered && answered->result.verdict == Verdict::Success;
        });
    };
    QTRY_COMPARE(succeeded(), 3);
}

QTEST_GUILESS_MAIN(TestBranchCaller)
#include "tst_branchcaller.moc"
