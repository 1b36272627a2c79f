// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"

#include "tests/core/http/streamsundertest.h"
#include "tests/core/http/testpeer.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <sys/socket.h>
#include <vector>

using namespace core;
using namespace core::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// An echo server; requests to /later wait until the test answers them.
struct Echo
{
    explicit Echo(ServerOptions options = {})
        : server(withStreams(std::move(options)),
                 [this](Request &&request, ReplyTo to) { take(std::move(request), to); })
    {
        const Status listening = server.listen(QHostAddress::LocalHost, 0);
        if (!listening.ok())
            qFatal("%s", qPrintable(listening.error().detail));
    }

    static ServerOptions withStreams(ServerOptions options)
    {
        options.streams = streamsUnderTest();
        return options;
    }

    void take(Request &&request, ReplyTo to)
    {
        requests.push_back(request);
        if (request.path == "/later")
            waiting.push_back(to);
        else
            server.reply(to, {.body = request.body.isEmpty() ? request.path : request.body});
    }

    Server server;
    std::vector<Request> requests;
    std::vector<ReplyTo> waiting;
};

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

const QByteArray failureBody = "{\"message\":\"";

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT
private slots:
    void aConnectionCarriesManyRequests();
    void pipelinedAnswersKeepTheOrderOfTheRequests();
    void aChunkedBodyArrivesWhole();
    void aClientThatAsksIsToldToContinue();
    void theWordToContinueDoesNotOvertakeAnAnswer();
    void anAnswerToHeadHasNoBody();
    void connectionCloseIsObeyed();
    void http10IsClosedUnlessItAsksToBeKept();
    void whoMayNotTalkIsRefused_data();
    void whoMayNotTalkIsRefused();
    void whoMayTalkIsHeard_data();
    void whoMayTalkIsHeard();
    void aTokenIsAskedFor_data();
    void aTokenIsAskedFor();
    void aRefusalIsAnErrorBodyAndCloses_data();
    void aRefusalIsAnErrorBodyAndCloses();
    void aRefusalWaitsForEarlierAnswers();
    void aSlowHeaderTimesOut();
    void aSlowBodyTimesOut();
    void aSilentConnectionTimesOut();
    void anIdleConnectionIsClosedQuietly();
    void aPendingAnswerDoesNotTimeOut();
    void anAnswerForAGoneClientIsDropped();
    void aClientThatOnlyEndsItsSendingGetsItsAnswers();
    void aSecondAnswerIsDropped();
    void aLineBreakInAHeaderDoesNotSplitTheAnswer();
    void readingPausesForAClientThatIsTooFarAhead();
    void readingPausesForAClientThatDoesNotReadItsAnswers();
    void connectionsBeyondTheCapAreToldSo();
    void aThousandHalfOpenConnectionsCostLittle();
    void aHeaderOfOneMebibyteIsRefused();
    void aBodyOfAHundredMebibytesIsRefusedWithFlatMemory();
    void manyLargeBodiesAtOnceAreBounded();
    void bodiesOfUnansweredRequestsAreBounded_data();
    void bodiesOfUnansweredRequestsAreBounded();
    void aDrainingServerFinishesWhatItHas();
    void aPortInUseIsAClearError();
};

void TestServer::aConnectionCarriesManyRequests()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    for (int i = 1; i <= 5; ++i) {
        peer.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nn" + QByteArray::number(i));
        QVERIFY(peer.waitForAnswers(i));
        QCOMPARE(peer.body(), "n" + QByteArray::number(i));
    }
    QCOMPARE(echo.server.counters().connections, 1u);
    QCOMPARE(echo.server.counters().requests, 5u);
    QVERIFY(!peer.received.contains("Connection: close"));
}

void TestServer::pipelinedAnswersKeepTheOrderOfTheRequests()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later") + get("/now") + get("/later") + get("/now2"));
    QTRY_COMPARE(echo.requests.size(), 4u);
    QVERIFY(!echo.server.isIdle());
    echo.server.reply(echo.waiting[1], {.body = "third"});
    QTest::qWait(50);
    QCOMPARE(peer.answers(), 0);
    echo.server.reply(echo.waiting[0], {.body = "first"});
    QVERIFY(peer.waitForAnswers(4));
    const QList<qsizetype> places = {peer.received.indexOf("first"), peer.received.indexOf("/now"),
                                     peer.received.indexOf("third"), peer.received.indexOf("/now2")};
    QVERIFY(std::is_sorted(places.begin(), places.end()) && places.first() > 0);
    QVERIFY(echo.server.isIdle());
}

void TestServer::aChunkedBodyArrivesWhole()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write("POST /x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    QTRY_COMPARE(peer.bytesToWrite(), 0);
    peer.write("2\r\nde\r\n0\r\n\r\n");
    QVERIFY(peer.waitForAnswers(1));
    QCOMPARE(peer.body(), QByteArray("abcde"));
}

void TestServer::aClientThatAsksIsToldToContinue()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(peer.waitForText("HTTP/1.1 100 Continue\r\n\r\n"));
    peer.write("abc");
    QVERIFY(peer.waitForAnswers(1));
    QCOMPARE(peer.body(), QByteArray("abc"));
    QCOMPARE(peer.received.count("100 Continue"), 1);
}

void TestServer::theWordToContinueDoesNotOvertakeAnAnswer()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later")
               + "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(echo.waiting.size(), 1u);
    QTest::qWait(50);
    QVERIFY(peer.received.isEmpty());
    echo.server.reply(echo.waiting[0], {.body = "first"});
    QVERIFY(peer.waitForText("100 Continue"));
    QVERIFY(peer.received.indexOf("first") < peer.received.indexOf("100 Continue"));
    peer.write("abc");
    QVERIFY(peer.waitForAnswers(2));
}

void TestServer::anAnswerToHeadHasNoBody()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write("HEAD /path HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/second"));
    QVERIFY(peer.waitForAnswers(2));
    QVERIFY(peer.received.contains("Content-Length: 5\r\n\r\nHTTP/1.1 200"));
}

void TestServer::connectionCloseIsObeyed()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/1", "Connection: close\r\n") + get("/2"));
    QVERIFY(peer.waitForClose());
    QCOMPARE(peer.answers(), 1);
    QVERIFY(peer.received.contains("Connection: close\r\n"));
    QTRY_COMPARE(echo.server.counters().connections, 0u);
}

void TestServer::http10IsClosedUnlessItAsksToBeKept()
{
    Echo echo;
    TestPeer closed(echo.server.port());
    closed.write("GET / HTTP/1.0\r\n\r\n");
    QVERIFY(closed.waitForClose());
    QCOMPARE(closed.status(), 200);

    TestPeer kept(echo.server.port());
    kept.write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(kept.waitForText("Connection: keep-alive\r\n"));
    kept.write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(kept.waitForAnswers(2));
}

void TestServer::whoMayNotTalkIsRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &headers, int status) {
        QTest::newRow(name) << headers << status;
    };
    row("no host", "", 400);
    row("empty host", "Host:\r\n", 400);
    row("two hosts", "Host: localhost\r\nHost: localhost\r\n", 400);
    row("foreign name", "Host: evil.com\r\n", 403);
    row("loopback as a label", "Host: 127.0.0.1.evil.com\r\n", 403);
    row("foreign address", "Host: 10.0.0.1\r\n", 403);
    row("foreign IPv6", "Host: [2001:db8::1]:80\r\n", 403);
    row("broken port", "Host: localhost:80a\r\n", 403);
    row("broken bracket", "Host: [::1\r\n", 403);
    row("foreign origin", "Host: localhost\r\nOrigin: http://evil.com\r\n", 403);
    row("null origin", "Host: localhost\r\nOrigin: null\r\n", 403);
    row("other port of ours", "Host: localhost:1\r\nOrigin: http://localhost:2\r\n", 403);
    row("an image on another page", "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n", 403);
    row("an image on a page of another port", "Host: localhost\r\nSec-Fetch-Site: same-site\r\n", 403);
    row("origin with our name in front", "Host: localhost\r\nOrigin: http://localhost.evil.com\r\n", 403);
}

void TestServer::whoMayNotTalkIsRefused()
{
    QFETCH(QByteArray, headers);
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write("GET / HTTP/1.1\r\n" + headers + "\r\n");
    QVERIFY(peer.waitForClose());
    QTEST(peer.status(), "status");
    QVERIFY(peer.body().startsWith(failureBody));
    QVERIFY(echo.requests.empty());
    QCOMPARE(echo.server.counters().badRequests, 1u);
}

void TestServer::whoMayTalkIsHeard_data()
{
    QTest::addColumn<QByteArray>("headers");
    for (const char *headers :
         {"Host: localhost", "Host: LocalHost:36789", "Host: 127.0.0.1:1", "Host: 127.3.2.1", "Host: [::1]:36789",
          "Host: [::ffff:127.0.0.1]", "Host: Tm.Example", "Host: tm.example:443",
          "Host: localhost:81\r\nOrigin: http://localhost:81", "Host: localhost\r\nOrigin: http://localhost:80",
          "Host: tm.example\r\nOrigin: https://tm.example", "Host: localhost\r\nSec-Fetch-Site: none",
          "Host: localhost\r\nOrigin: http://localhost\r\nSec-Fetch-Site: same-origin"})
        QTest::newRow(headers) << QByteArray(headers) + "\r\n";
}

void TestServer::whoMayTalkIsHeard()
{
    QFETCH(QByteArray, headers);
    Echo echo({.allowedHosts = {"tm.example"}});
    TestPeer peer(echo.server.port());
    peer.write("GET / HTTP/1.1\r\n" + headers + "\r\n");
    QVERIFY(peer.waitForAnswers(1));
    QCOMPARE(peer.status(), 200);
}

void TestServer::aTokenIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("bearer") << QByteArray("Authorization: Bearer s3cret\r\n") << 200;
    QTest::newRow("bearer, any case") << QByteArray("authorization: bearer s3cret\r\n") << 200;
    QTest::newRow("basic") << QByteArray("Authorization: Basic " + QByteArray("s3cret:").toBase64() + "\r\n") << 200;
    QTest::newRow("basic with password") << QByteArray("Authorization: Basic " + QByteArray("s3cret:x").toBase64()
                                                       + "\r\n")
                                         << 200;
    QTest::newRow("wrong") << QByteArray("Authorization: Bearer s3creT\r\n") << 401;
    QTest::newRow("shorter") << QByteArray("Authorization: Bearer s3cre\r\n") << 401;
    QTest::newRow("longer") << QByteArray("Authorization: Bearer s3crets\r\n") << 401;
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << 401;
    QTest::newRow("scheme only") << QByteArray("Authorization: Bearer\r\n") << 401;
    QTest::newRow("as password") << QByteArray("Authorization: Basic " + QByteArray("x:s3cret").toBase64() + "\r\n")
                                 << 401;
    QTest::newRow("other scheme") << QByteArray("Authorization: Digest s3cret\r\n") << 401;
}

void TestServer::aTokenIsAskedFor()
{
    QFETCH(QByteArray, header);
    Echo echo({.token = "s3cret"});
    TestPeer peer(echo.server.port());
    peer.write(get("/", header));
    QVERIFY(peer.waitForAnswers(1));
    QTEST(peer.status(), "status");
    QCOMPARE(peer.received.contains("WWW-Authenticate: Bearer"), peer.status() == 401);
    QVERIFY(!peer.received.contains("s3cret"));
}

void TestServer::aRefusalIsAnErrorBodyAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("syntax", "hello\r\n\r\n", 400);
    row("smuggling", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        400);
    row("two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
    row("header block", get("/", "A: " + QByteArray(20'000, 'a') + "\r\n"), 431);
    row("body announced", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n", 413);
    row("body counted",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + QByteArray(1001, 'a'), 413);
    row("body expected", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n",
        413);
}

void TestServer::aRefusalIsAnErrorBodyAndCloses()
{
    QFETCH(QByteArray, bytes);
    Echo echo({.bodyBytesMax = 1000});
    TestPeer peer(echo.server.port());
    peer.write(bytes + get("/never"));
    QVERIFY(peer.waitForClose());
    QCOMPARE(peer.answers(), 1);
    QTEST(peer.status(), "status");
    QVERIFY(peer.body().startsWith(failureBody));
    QVERIFY(peer.received.contains("Connection: close"));
    QVERIFY(echo.requests.empty());
}

void TestServer::aRefusalWaitsForEarlierAnswers()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later") + "rubbish\r\n\r\n");
    QTRY_COMPARE(echo.waiting.size(), 1u);
    QTest::qWait(50);
    QVERIFY(peer.received.isEmpty());
    echo.server.reply(echo.waiting[0], {.body = "first"});
    QVERIFY(peer.waitForClose());
    QCOMPARE(peer.answers(), 2);
    QCOMPARE(peer.status(), 400);
}

void TestServer::aSlowHeaderTimesOut()
{
    Echo echo({.headerTimeout = 600ms});
    TestPeer peer(echo.server.port());
    peer.write("GET / HTTP/1.1\r\n");
    QTimer drip;
    connect(&drip, &QTimer::timeout, &peer, [&peer] { peer.write("A: b\r\n"); });
    drip.start(50);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(peer.waitForText("HTTP/1.1 408"));
    QVERIFY2(clock.elapsed() >= 550 && clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
}

void TestServer::aSlowBodyTimesOut()
{
    Echo echo({.bodyTimeout = 300ms});
    TestPeer peer(echo.server.port());
    peer.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
    QVERIFY(peer.waitForClose());
    QCOMPARE(peer.status(), 408);
}

void TestServer::aSilentConnectionTimesOut()
{
    Echo echo({.headerTimeout = 300ms});
    TestPeer peer(echo.server.port());
    QVERIFY(peer.waitForClose());
    QTRY_COMPARE(echo.server.counters().connections, 0u);
}

void TestServer::anIdleConnectionIsClosedQuietly()
{
    Echo echo({.idleTimeout = 300ms});
    TestPeer peer(echo.server.port());
    peer.write(get("/1"));
    QVERIFY(peer.waitForClose());
    QCOMPARE(peer.answers(), 1);
}

void TestServer::aPendingAnswerDoesNotTimeOut()
{
    Echo echo({.headerTimeout = 100ms, .bodyTimeout = 100ms, .idleTimeout = 100ms});
    TestPeer peer(echo.server.port());
    peer.write(get("/later"));
    QTest::qWait(1'000);
    QCOMPARE(echo.waiting.size(), 1u);
    echo.server.reply(echo.waiting[0], {.body = "at last"});
    QVERIFY(peer.waitForText("at last"));
}

void TestServer::anAnswerForAGoneClientIsDropped()
{
    Echo echo;
    {
        TestPeer peer(echo.server.port());
        peer.write(get("/later"));
        QTRY_COMPARE(echo.waiting.size(), 1u);
        peer.abort();
    }
    echo.server.reply(echo.waiting[0], {.body = "too late"});
    echo.server.reply({12345, 0}, {});
    QVERIFY(echo.server.isIdle());
    QTRY_COMPARE(echo.server.counters().connections, 0u);
}

void TestServer::aClientThatOnlyEndsItsSendingGetsItsAnswers()
{
    if (qEnvironmentVariableIsSet("CHECKBACK_TEST_QT_SOCKETS"))
        QSKIP("Qt closes both directions at the end of one");
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later") + get("/now"));
    QTRY_COMPARE(echo.requests.size(), 2u);
    ::shutdown(int(peer.socketDescriptor()), SHUT_WR);
    QTest::qWait(50);
    echo.server.reply(echo.waiting[0], {.body = "at last"});
    QVERIFY(peer.waitForAnswers(2));
    QVERIFY(peer.received.contains("at last"));
    QVERIFY(peer.received.endsWith("/now"));
    QVERIFY(peer.waitForClose());
    QTRY_COMPARE(echo.server.counters().connections, 0u);
}

void TestServer::aSecondAnswerIsDropped()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later") + get("/later"));
    QTRY_COMPARE(echo.waiting.size(), 2u);
    echo.server.reply(echo.waiting[1], {.body = "b"});
    echo.server.reply(echo.waiting[1], {.body = "again"});
    echo.server.reply(echo.waiting[0], {.body = "a"});
    echo.server.reply(echo.waiting[0], {.body = "again"});
    QVERIFY(peer.waitForAnswers(2));
    QTest::qWait(50);
    QCOMPARE(peer.answers(), 2);
    QVERIFY(!peer.received.contains("again"));
}

void TestServer::aLineBreakInAHeaderDoesNotSplitTheAnswer()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write(get("/later"));
    QTRY_COMPARE(echo.waiting.size(), 1u);
    QTest::ignoreMessage(QtWarningMsg, "answer_header_dropped reason=line_break");
    echo.server.reply(echo.waiting[0], {.body = "x", .headers = {{"Retry-After", "1"}, {"A", "b\r\nInjected: yes"}}});
    QVERIFY(peer.waitForAnswers(1));
    QVERIFY(peer.received.contains("Retry-After: 1\r\n"));
    QVERIFY(!peer.received.contains("Injected"));
}

void TestServer::readingPausesForAClientThatIsTooFarAhead()
{
    Echo echo({.pipelinedMax = 3});
    TestPeer peer(echo.server.port());
    peer.write(get("/later").repeated(5'000));
    QTRY_COMPARE(echo.waiting.size(), 3u);
    QTest::qWait(100);
    QCOMPARE(echo.waiting.size(), 3u);
    for (std::size_t i = 0; i < 5'000; ++i) {
        QTRY_VERIFY(echo.waiting.size() > i);
        echo.server.reply(echo.waiting[i], {.body = "x"});
    }
    QVERIFY(peer.waitForAnswers(5'000));
}

void TestServer::readingPausesForAClientThatDoesNotReadItsAnswers()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.setReadBufferSize(1);
    peer.disconnect(&peer);
    const QByteArray request =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + QByteArray(100'000, 'a');
    for (int i = 0; i < 500; ++i)
        peer.write(request);
    QTRY_VERIFY(echo.requests.size() > 10);
    QTest::qWait(500);
    const std::size_t before = echo.requests.size();
    QTest::qWait(300);
    QCOMPARE(echo.requests.size(), before);
    QVERIFY2(before < 200, qPrintable(QString::number(before)));
    peer.setReadBufferSize(0);
    connect(&peer, &QTcpSocket::readyRead, &peer, [&peer] { peer.readAll(); });
    peer.readAll();
    QTRY_COMPARE_WITH_TIMEOUT(echo.requests.size(), 500u, 10'000);
}

void TestServer::connectionsBeyondTheCapAreToldSo()
{
    Echo echo({.connectionsMax = 2});
    TestPeer first(echo.server.port());
    TestPeer second(echo.server.port());
    QTRY_COMPARE(echo.server.counters().connections, 2u);
    TestPeer third(echo.server.port());
    third.write(get("/"));
    QVERIFY(third.waitForClose());
    QCOMPARE(third.status(), 503);
    QVERIFY(third.received.contains("Retry-After: "));
    QCOMPARE(echo.server.counters().connectionsRefused, 1u);
    first.write(get("/"));
    QVERIFY(first.waitForAnswers(1));
}

void TestServer::aThousandHalfOpenConnectionsCostLittle()
{
    Echo echo({.headerTimeout = 3'000ms});
    std::vector<std::unique_ptr<TestPeer>> peers;
    const qint64 before = residentKilobytes();
    for (int i = 0; i < 1'000; ++i) {
        peers.push_back(std::make_unique<TestPeer>(echo.server.port()));
        peers.back()->write("GET / HTTP/1.1\r\nHost: local");
    }
    QTRY_COMPARE_WITH_TIMEOUT(echo.server.counters().connections, 1'000u, 10'000);
    const qint64 grown = residentKilobytes() - before; // of server and test clients together
    QVERIFY2(grown < 48 * 1024, qPrintable(QString::number(grown)));
    TestPeer healthy(echo.server.port());
    healthy.write(get("/ok"));
    QVERIFY(healthy.waitForAnswers(1));
    QTRY_VERIFY_WITH_TIMEOUT(echo.server.counters().connections <= 1, 10'000);
    QCOMPARE(peers.front()->status(), 408);
}

void TestServer::aHeaderOfOneMebibyteIsRefused()
{
    Echo echo;
    TestPeer peer(echo.server.port());
    peer.write("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + QByteArray(1024 * 1024, 'a') + "\r\n\r\n");
    QVERIFY(peer.waitForText("HTTP/1.1 431"));
    QVERIFY(echo.requests.empty());
}

void TestServer::aBodyOfAHundredMebibytesIsRefusedWithFlatMemory()
{
    constexpr int blocks = 1'600;
    const QByteArray block(64 * 1024, 'a');
    for (const bool isChunked : {false, true}) {
        Echo echo;
        TestPeer peer(echo.server.port());
        const qint64 before = residentKilobytes();
        peer.write("POST / HTTP/1.1\r\nHost: localhost\r\n");
        peer.write(isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 104857600\r\n\r\n");
        for (int i = 0; i < blocks && peer.state() != QAbstractSocket::UnconnectedState; ++i) {
            peer.write(isChunked ? "10000\r\n" + block + "\r\n" : block);
            QVERIFY(QTest::qWaitFor(
                [&] { return peer.bytesToWrite() == 0 || peer.state() == QAbstractSocket::UnconnectedState; }));
        }
        QVERIFY(peer.waitForText("HTTP/1.1 413"));
        const qint64 grown = residentKilobytes() - before;
        QVERIFY2(grown < 16 * 1024, qPrintable(QString::number(grown)));
        QVERIFY(echo.requests.empty());
    }
}

void TestServer::manyLargeBodiesAtOnceAreBounded()
{
    Echo echo({.bufferedBytesMax = 1024 * 1024});
    std::vector<std::unique_ptr<TestPeer>> peers;
    for (int i = 0; i < 8; ++i) {
        peers.push_back(std::make_unique<TestPeer>(echo.server.port()));
        peers.back()->write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000\r\n\r\n"
                            + QByteArray(300'000, 'a'));
    }
    const auto isRefused = [](const auto &peer) { return peer->received.startsWith("HTTP/1.1 503"); };
    QTRY_VERIFY(std::count_if(peers.begin(), peers.end(), isRefused) >= 5);
    QVERIFY(!std::all_of(peers.begin(), peers.end(), isRefused));
}

void TestServer::bodiesOfUnansweredRequestsAreBounded_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("read in parts") << 300'000;
    QTest::newRow("read at once") << 30'000;
}

/// Whoever works on requests holds their bodies, for as long as a store is away.
void TestServer::bodiesOfUnansweredRequestsAreBounded()
{
    QFETCH(int, bytes);
    Echo echo({.bufferedBytesMax = 3 * bytes + bytes / 2});
    const QByteArray request = "POST /later HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(bytes)
        + "\r\n\r\n" + QByteArray(bytes, 'a');
    std::vector<std::unique_ptr<TestPeer>> peers;
    const auto isRefused = [](const auto &peer) { return peer->received.startsWith("HTTP/1.1 503"); };
    for (std::size_t i = 0; i < 6; ++i) {
        peers.push_back(std::make_unique<TestPeer>(echo.server.port()));
        peers.back()->write(request);
        QTRY_VERIFY(isRefused(peers.back()) || echo.waiting.size() == i + 1);
    }
    QCOMPARE(echo.waiting.size(), 3u);
    for (const ReplyTo &to : std::exchange(echo.waiting, {}))
        echo.server.reply(to, {.body = "ok"});
    TestPeer later(echo.server.port());
    later.write(request);
    QTRY_COMPARE(echo.waiting.size(), 1u);
}

void TestServer::aDrainingServerFinishesWhatItHas()
{
    Echo echo;
    TestPeer idle(echo.server.port());
    idle.write(get("/1"));
    QVERIFY(idle.waitForAnswers(1));
    TestPeer busy(echo.server.port());
    busy.write(get("/later"));
    TestPeer halfway(echo.server.port());
    halfway.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\na");
    QTRY_COMPARE(echo.waiting.size(), 1u);
    QTRY_COMPARE(halfway.bytesToWrite(), 0);
    QTest::qWait(50);

    const quint16 port = echo.server.port();
    echo.server.drain();
    QVERIFY(idle.waitForClose());
    halfway.write("bc" + get("/2"));
    QVERIFY(halfway.waitForClose());
    QCOMPARE(halfway.answers(), 1);
    QVERIFY(halfway.received.contains("Connection: close"));
    QVERIFY(!echo.server.isIdle());
    echo.server.reply(echo.waiting[0], {.body = "done"});
    QVERIFY(echo.server.isIdle());
    QVERIFY(busy.waitForClose());
    QVERIFY(busy.received.contains("Connection: close") && busy.received.endsWith("done"));
    TestPeer late(port);
    QVERIFY(late.waitForClose());
    QCOMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestServer::aPortInUseIsAClearError()
{
    Echo echo;
    Server second({}, [](Request &&, ReplyTo) {});
    const Status status = second.listen(QHostAddress::LocalHost, echo.server.port());
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, Error::Code::Unavailable);
    QVERIFY(status.error().detail.contains(u"127.0.0.1"));
    QVERIFY(status.error().detail.contains(QString::number(echo.server.port())));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
