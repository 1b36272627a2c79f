// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"

#include "tests/core/http/scriptedserver.h"
#include "tests/core/http/streamsundertest.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace core::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Outcome = ClientAnswer::Outcome;
using Peer = ScriptedServer<QTcpServer>;
Q_DECLARE_METATYPE(Outcome)

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

ClientRequest request(const QByteArray &url, std::chrono::milliseconds timeout = 3'000ms)
{
    const auto parsed = Url::parse(url);
    if (!parsed.ok())
        qFatal("%s", qPrintable(parsed.error().detail));
    return {.url = *parsed, .timeout = timeout};
}

/// Sends and waits; the answer must not come from within send().
ClientAnswer call(Client &client, const ClientRequest &what)
{
    std::optional<ClientAnswer> answer;
    client.send(what, [&answer](ClientAnswer &&given) {
        if (answer)
            qFatal("called twice");
        answer = std::move(given);
    });
    if (answer)
        qFatal("called from within send()");
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        qFatal("not called");
    return *answer;
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

QByteArray localUrl(quint16 port)
{
    return "http://127.0.0.1:" + QByteArray::number(port);
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT
private slots:
    void theRequestArrivesAsItWasGiven();
    void anAnswerIsJudgedByWhatCame_data();
    void anAnswerIsJudgedByWhatCame();
    void anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset_data();
    void anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset();
    void aRefusedConnectionIsRefused();
    void anUnknownNameIsNotFound();
    void aNameIsLookedUpAndItsNextAddressTried();
    void aForbiddenAddressIsNeverConnectedTo_data();
    void aForbiddenAddressIsNeverConnectedTo();
    void aRequestThatHttpCannotCarryIsNotSent_data();
    void aRequestThatHttpCannotCarryIsNotSent();
    void headersOfTheConnectionAreTheClients();
    void aConnectionIsUsedAgain();
    void aConnectionIsNotUsedAgainWhereTheAnswerForbidsIt_data();
    void aConnectionIsNotUsedAgainWhereTheAnswerForbidsIt();
    void aConnectionThatWasClosedWhileIdleIsReplaced();
    void aConnectionThatIsClosedUponARequestIsBroken();
    void anIdleConnectionIsClosedInTime();
    void redirectsAreNotFollowed();
    void silenceTimesOut();
    void aDripTimesOut();
    void aPeerThatDoesNotAcceptTimesOut();
    void waitingForAConnectionCountsToTheTimeout();
    void connectionsToAnOriginAreCapped();
    void aWaitingCallTakesThePlaceOfAFailedOne();
    void doneMaySendTheNextRequest();
    void originsAreForgottenWhileOthersAreCalled();
    void callsUnderWayEndWithoutTheirCallback();
};

void TestClient::theRequestArrivesAsItWasGiven()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    ClientRequest post = request(peer.url() + "?a=%2F");
    post.method = "POST";
    post.headers = {{"X-Id", "7"}};
    post.body = "body";
    const ClientAnswer answer = call(client, post);
    QCOMPARE(answer.outcome, Outcome::Answered);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    QCOMPARE(answer.body, QByteArray("{}"));
    QVERIFY(answer.requestWasSent);
    QVERIFY(answer.errorText.isEmpty());
    QVERIFY(peer.received.startsWith("POST /path?a=%2F HTTP/1.1\r\n"));
    const QByteArray host = "\r\nHost: 127.0.0.1:" + QByteArray::number(peer.server.serverPort()) + "\r\n";
    QVERIFY(peer.received.contains(host));
    QVERIFY(peer.received.contains("\r\nContent-Length: 4\r\n"));
    QVERIFY(peer.received.contains("\r\nX-Id: 7\r\n"));
    QVERIFY(peer.received.endsWith("\r\n\r\nbody"));
    QCOMPARE(client.callsInFlight(), 0);
}

void TestClient::anAnswerIsJudgedByWhatCame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, bool closes, Outcome outcome, int status,
                        const QByteArray &body) {
        QTest::newRow(name) << bytes << closes << outcome << status << body;
    };
    const QByteArray full(64 * 1024, 'a');
    row("length", ok, false, Outcome::Answered, 200, "{}");
    row("chunked", "HTTP/1.1 409 C\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n", false,
        Outcome::Answered, 409, "ab");
    row("until close", "HTTP/1.1 200 OK\r\n\r\nabc", true, Outcome::Answered, 200, "abc");
    row("100 first", "HTTP/1.1 100 Continue\r\n\r\n" + ok, false, Outcome::Answered, 200, "{}");
    row("no body", "HTTP/1.1 204 No Content\r\n\r\n", false, Outcome::Answered, 204, "");
    row("closed at once", "", true, Outcome::Broken, 0, "");
    row("cut in the head", "HTTP/1.1 200 OK\r\nConte", true, Outcome::Broken, 0, "");
    row("cut in the body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", true, Outcome::Broken, 0, "");
    row("cut in the chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", true, Outcome::Broken,
        0, "");
    row("not http", "SSH-2.0-OpenSSH_9.2\r\n", false, Outcome::Malformed, 0, "");
    row("long head", "HTTP/1.1 200 OK\r\nA: " + QByteArray(17'000, 'a'), false, Outcome::Malformed, 0, "");
    row("longest", "HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + full, false, Outcome::Answered, 200, full);
    row("too long", "HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n" + full + "b", false, Outcome::TooLong, 200,
        full);
    row("too long until close", "HTTP/1.1 200 OK\r\n\r\n" + full + full, true, Outcome::TooLong, 200, full);
}

void TestClient::anAnswerIsJudgedByWhatCame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(Outcome, outcome);
    Peer peer;
    peer.script = {closes ? Peer::sendsAndCloses(bytes) : Peer::sends(bytes)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request(peer.url()));
    QCOMPARE(answer.outcome, outcome);
    QTEST(answer.status, "status");
    QTEST(answer.body, "body");
    QVERIFY(answer.requestWasSent);
    QCOMPARE(answer.errorText.isEmpty(), outcome == Outcome::Answered);
}

void TestClient::anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("before its body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("within its body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n3");
}

void TestClient::anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset()
{
    QFETCH(QByteArray, bytes);
    Peer peer;
    peer.script = {Peer::sendsAndResets(bytes)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request(peer.url()));
    QCOMPARE(answer.outcome, Outcome::Broken);
    QCOMPARE(answer.status, 0);
}

void TestClient::aRefusedConnectionIsRefused()
{
    Client client({.streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request(localUrl(closedPort())));
    QCOMPARE(answer.outcome, Outcome::Refused);
    QVERIFY(!answer.requestWasSent);
    QVERIFY(!answer.errorText.isEmpty());
}

void TestClient::anUnknownNameIsNotFound()
{
    Client client({.streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request("http://no-such-host.invalid/", 8'000ms));
    QVERIFY2(answer.outcome == Outcome::NotFound || answer.outcome == Outcome::TimedOut, qPrintable(answer.errorText));
    QVERIFY(!answer.requestWasSent);
}

void TestClient::aNameIsLookedUpAndItsNextAddressTried()
{
    Peer peer; // listens on 127.0.0.1 only, while localhost may be ::1 first
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url("http", "localhost"))).outcome, Outcome::Answered);
    QVERIFY(peer.received.contains("Host: localhost:"));
}

void TestClient::aForbiddenAddressIsNeverConnectedTo_data()
{
    QTest::addColumn<QHostAddress>("own");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("as address") << QHostAddress(QHostAddress::LocalHost) << QByteArray("127.0.0.1");
    QTest::newRow("by name") << QHostAddress(QHostAddress::LocalHost) << QByteArray("localhost");
    QTest::newRow("listening on all") << QHostAddress(QHostAddress::AnyIPv4) << QByteArray("127.0.0.1");
    QTest::newRow("listening on all, by name") << QHostAddress(QHostAddress::Any) << QByteArray("localhost");
    QTest::newRow("as IPv6") << QHostAddress(QHostAddress::LocalHost) << QByteArray("[::ffff:127.0.0.1]");
    QTest::newRow("in another notation") << QHostAddress(QHostAddress::LocalHost) << QByteArray("2130706433");
}

void TestClient::aForbiddenAddressIsNeverConnectedTo()
{
    QFETCH(QHostAddress, own);
    QFETCH(QByteArray, host);
    Peer peer;
    QVERIFY(peer.listen());
    const quint16 port = peer.server.serverPort();
    Client client({.forbiddenEndpoints = {{own, port}, {QHostAddress(QHostAddress::LocalHostIPv6), port}},
                   .streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request(peer.url("http", host)));
    QCOMPARE(answer.outcome, Outcome::Forbidden);
    QVERIFY(!answer.requestWasSent);
    QVERIFY(!answer.errorText.contains(u"127."));
    QVERIFY(peer.connections.isEmpty());
}

void TestClient::aRequestThatHttpCannotCarryIsNotSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line break in value") << QByteArray("GET") << QByteArray("A") << QByteArray("b\r\nC: d");
    QTest::newRow("nul in value") << QByteArray("GET") << QByteArray("A") << QByteArray("b\0", 2);
    QTest::newRow("line break in name") << QByteArray("GET") << QByteArray("A: b\r\nC") << QByteArray("d");
    QTest::newRow("empty name") << QByteArray("GET") << QByteArray() << QByteArray("d");
    QTest::newRow("method") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("A") << QByteArray("b");
}

void TestClient::aRequestThatHttpCannotCarryIsNotSent()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Peer peer;
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    ClientRequest bad = request(peer.url());
    bad.method = method;
    bad.headers = {{name, value}};
    QCOMPARE(call(client, bad).outcome, Outcome::Cancelled);
    QVERIFY(peer.received.isEmpty());
}

void TestClient::headersOfTheConnectionAreTheClients()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    ClientRequest sly = request(peer.url());
    sly.headers = {{"Host", "evil"},
                   {"content-length", "9"},
                   {"Transfer-Encoding", "chunked"},
                   {"Connection", "close"},
                   {"Upgrade", "x"}};
    QCOMPARE(call(client, sly).outcome, Outcome::Answered);
    QVERIFY(!peer.received.contains("evil"));
    QVERIFY(!peer.received.toLower().contains("content-length"));
    QVERIFY(!peer.received.contains("Transfer-Encoding") && !peer.received.contains("close")
            && !peer.received.contains("Upgrade"));
}

void TestClient::aConnectionIsUsedAgain()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    QCOMPARE(peer.connections.size(), 1);
}

void TestClient::aConnectionIsNotUsedAgainWhereTheAnswerForbidsIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("bytes behind") << ok + "more";
}

void TestClient::aConnectionIsNotUsedAgainWhereTheAnswerForbidsIt()
{
    QFETCH(QByteArray, bytes);
    Peer peer;
    peer.script = {Peer::sends(bytes)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    QCOMPARE(peer.connections.size(), 2);
}

void TestClient::aConnectionThatWasClosedWhileIdleIsReplaced()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    peer.connections.first()->abort();
    QTest::qWait(50);
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    QCOMPARE(peer.connections.size(), 2);
}

void TestClient::aConnectionThatIsClosedUponARequestIsBroken()
{
    Peer peer;
    peer.script = {Peer::sends(ok), Peer::sendsAndCloses("")};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    const ClientAnswer answer = call(client, request(peer.url()));
    QCOMPARE(answer.outcome, Outcome::Broken);
    QVERIFY(answer.requestWasSent);
    QCOMPARE(peer.connections.size(), 1);
}

void TestClient::anIdleConnectionIsClosedInTime()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.idleTimeout = 200ms, .streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url())).outcome, Outcome::Answered);
    QTRY_COMPARE(peer.connections.first()->state(), QAbstractSocket::UnconnectedState);
}

void TestClient::redirectsAreNotFollowed()
{
    Peer peer;
    peer.script = {Peer::sends("HTTP/1.1 302 Found\r\nLocation: " + peer.url() + "\r\nContent-Length: 0\r\n\r\n")};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url())).status, 302);
    QCOMPARE(peer.reads, 1);
}

void TestClient::silenceTimesOut()
{
    Peer peer;
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    const ClientAnswer answer = call(client, request(peer.url(), 300ms));
    QCOMPARE(answer.outcome, Outcome::TimedOut);
    QVERIFY(answer.requestWasSent);
    QVERIFY2(answer.elapsed >= 300ms && answer.elapsed <= 350ms, qPrintable(QString::number(answer.elapsed.count())));
    QTRY_COMPARE(peer.connections.first()->state(), QAbstractSocket::UnconnectedState);
}

void TestClient::aDripTimesOut()
{
    Peer peer;
    QTimer drip;
    peer.script = {[&drip](QTcpSocket &socket) {
        QObject::connect(&drip, &QTimer::timeout, &socket, [&socket] { socket.write("H"); });
        socket.write("HTTP/1.1 200 OK\r\nA: ");
        drip.start(30);
    }};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    QCOMPARE(call(client, request(peer.url(), 400ms)).outcome, Outcome::TimedOut);
}

void TestClient::aPeerThatDoesNotAcceptTimesOut()
{
    Client client({.streams = streamsUnderTest()}); // 192.0.2.0/24 is nobody's (RFC 5737): silence, or an error at once
                                                    // where there is no route
    const ClientAnswer answer = call(client, request("http://192.0.2.1/", 300ms));
    QVERIFY(answer.outcome == Outcome::TimedOut || answer.outcome == Outcome::Refused);
    QVERIFY(!answer.requestWasSent);
}

void TestClient::waitingForAConnectionCountsToTheTimeout()
{
    Peer peer;
    QVERIFY(peer.listen());
    Client client({.connectionsPerOriginMax = 1, .streams = streamsUnderTest()});
    int ended = 0;
    client.send(request(peer.url(), 5'000ms), [&ended](ClientAnswer &&) { ++ended; });
    const ClientAnswer answer = call(client, request(peer.url(), 200ms));
    QCOMPARE(answer.outcome, Outcome::TimedOut);
    QVERIFY(!answer.requestWasSent);
    QCOMPARE(ended, 0);
    QCOMPARE(client.callsInFlight(), 1);
}

void TestClient::connectionsToAnOriginAreCapped()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.connectionsPerOriginMax = 3, .streams = streamsUnderTest()});
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        client.send(request(peer.url()),
                    [&answered](ClientAnswer &&answer) { answered += answer.status == 200 ? 1 : 0; });
    QCOMPARE(client.callsInFlight(), 100);
    QTRY_COMPARE(answered, 100);
    QVERIFY(peer.connections.size() <= 3);
}

void TestClient::aWaitingCallTakesThePlaceOfAFailedOne()
{
    Peer peer;
    peer.script = {Peer::sendsAndCloses("rubbish\r\n"), Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.connectionsPerOriginMax = 1, .streams = streamsUnderTest()});
    QList<Outcome> outcomes;
    for (int i = 0; i < 2; ++i)
        client.send(request(peer.url()), [&outcomes](ClientAnswer &&answer) { outcomes.append(answer.outcome); });
    QTRY_COMPARE(outcomes.size(), 2);
    QVERIFY(outcomes.contains(Outcome::Malformed) && outcomes.contains(Outcome::Answered));
}

void TestClient::doneMaySendTheNextRequest()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    Client client({.streams = streamsUnderTest()});
    int answered = 0;
    const std::function<void()> next = [&] {
        client.send(request(peer.url()), [&](ClientAnswer &&answer) {
            QCOMPARE(answer.outcome, Outcome::Answered);
            if (++answered < 1'000)
                next();
        });
    };
    next();
    QTRY_COMPARE(answered, 1'000);
    QCOMPARE(peer.connections.size(), 1);
}

/// A busy client is never without a call.
void TestClient::originsAreForgottenWhileOthersAreCalled()
{
    Peer silent;
    QVERIFY(silent.listen());
    Client client({.streams = streamsUnderTest()});
    client.send(request(silent.url()), [](ClientAnswer &&) {});
    int ended = 0;
    constexpr int others = 20;
    for (int n = 0; n < others; ++n)
        client.send(request("http://127.0.1." + QByteArray::number(n + 1) + ":1/"),
                    [&ended](ClientAnswer &&) { ++ended; });
    QTRY_COMPARE(ended, others);
    QCOMPARE(client.callsInFlight(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(client.originsKept(), 1, 2'000);
}

void TestClient::callsUnderWayEndWithoutTheirCallback()
{
    Peer peer;
    QVERIFY(peer.listen());
    int ended = 0;
    {
        Client client({.streams = streamsUnderTest()});
        client.send(request(peer.url()), [&ended](ClientAnswer &&) { ++ended; });
        client.send(request(localUrl(closedPort())), [&ended](ClientAnswer &&) { ++ended; });
    }
    QTest::qWait(50);
    QCOMPARE(ended, 0);
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
