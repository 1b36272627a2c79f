// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"

#include "tests/core/http/scriptedserver.h"

#include <QTest>
#include <QThread>

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
    return {.url = *Url::parse(url), .timeout = timeout};
}

/// Sends one after the other on a thread without an event loop, while the peer lives on this one.
QList<ClientAnswer> call(const QList<ClientRequest> &requests, const ClientOptions &options = {},
                         std::chrono::milliseconds pause = 0ms)
{
    QList<ClientAnswer> answers;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        BlockingClient client(options);
        for (const ClientRequest &what : requests) {
            answers.append(client.send(what));
            QThread::msleep(pause.count());
        }
    }));
    thread->start();
    if (!QTest::qWaitFor([&] { return thread->isFinished(); }, 20'000))
        qFatal("not finished");
    return answers;
}

} // namespace

class TestBlockingClient : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerIsJudgedByWhatCame_data();
    void anAnswerIsJudgedByWhatCame();
    void anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset();
    void theConnectionIsKept();
    void aConnectionThatWasClosedWhileIdleIsReplaced();
    void aRefusedConnectionIsRefused();
    void anUnknownNameIsNotFound();
    void aNameIsLookedUpAndItsNextAddressTried();
    void aForbiddenAddressIsNeverConnectedTo();
    void silenceTimesOut();
    void aLineBreakInAHeaderIsNotSent();
    void aLargeBodyArrives();
};

void TestBlockingClient::anAnswerIsJudgedByWhatCame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::newRow("length") << ok << false << Outcome::Answered << 200;
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 409 C\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n")
                             << false << Outcome::Answered << 409;
    QTest::newRow("until close") << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << true << Outcome::Answered << 200;
    QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") << true << Outcome::Broken
                         << 0;
    QTest::newRow("nothing") << QByteArray() << true << Outcome::Broken << 0;
    QTest::newRow("not http") << QByteArray("hello\r\n") << false << Outcome::Malformed << 0;
    QTest::newRow("too long") << "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + QByteArray(70'000, 'a') << false
                              << Outcome::TooLong << 200;
}

void TestBlockingClient::anAnswerIsJudgedByWhatCame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(Outcome, outcome);
    Peer peer;
    peer.script = {closes ? Peer::sendsAndCloses(bytes) : Peer::sends(bytes)};
    QVERIFY(peer.listen());
    const ClientAnswer answer = call({request(peer.url())}).first();
    QCOMPARE(answer.outcome, outcome);
    QTEST(answer.status, "status");
    QVERIFY(answer.requestWasSent);
}

void TestBlockingClient::anAnswerThatLastsUntilTheCloseIsNotCompleteByAReset()
{
    for (const char *bytes : {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n3"}) {
        Peer peer;
        peer.script = {Peer::sendsAndResets(bytes)};
        QVERIFY(peer.listen());
        const ClientAnswer answer = call({request(peer.url())}).first();
        QCOMPARE(answer.outcome, Outcome::Broken);
        QCOMPARE(answer.status, 0);
    }
}

void TestBlockingClient::theConnectionIsKept()
{
    Peer peer;
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    for (const ClientAnswer &answer : call({request(peer.url()), request(peer.url()), request(peer.url())}))
        QCOMPARE(answer.outcome, Outcome::Answered);
    QCOMPARE(peer.connections.size(), 1);
}

void TestBlockingClient::aConnectionThatWasClosedWhileIdleIsReplaced()
{
    Peer peer;
    peer.script = {Peer::sendsAndCloses(ok)};
    QVERIFY(peer.listen());
    for (const ClientAnswer &answer : call({request(peer.url()), request(peer.url())}, {}, 100ms))
        QCOMPARE(answer.outcome, Outcome::Answered);
    QCOMPARE(peer.connections.size(), 2);
}

void TestBlockingClient::aRefusedConnectionIsRefused()
{
    Peer peer;
    QVERIFY(peer.listen());
    const QByteArray url = peer.url();
    peer.server.close();
    const ClientAnswer answer = call({request(url)}).first();
    QCOMPARE(answer.outcome, Outcome::Refused);
    QVERIFY(!answer.requestWasSent);
}

void TestBlockingClient::anUnknownNameIsNotFound()
{
    const ClientAnswer answer = call({request("http://no-such-host.invalid/", 8'000ms)}).first();
    QVERIFY2(answer.outcome == Outcome::NotFound || answer.outcome == Outcome::TimedOut, qPrintable(answer.errorText));
}

void TestBlockingClient::aNameIsLookedUpAndItsNextAddressTried()
{
    Peer peer; // listens on 127.0.0.1 only, while localhost may be ::1 first
    peer.script = {Peer::sends(ok)};
    QVERIFY(peer.listen());
    QCOMPARE(call({request(peer.url("http", "localhost"))}).first().outcome, Outcome::Answered);
}

void TestBlockingClient::aForbiddenAddressIsNeverConnectedTo()
{
    Peer peer;
    QVERIFY(peer.listen());
    const ClientOptions options{
        .forbiddenEndpoints = {{QHostAddress(QHostAddress::AnyIPv4), peer.server.serverPort()}}};
    for (const QByteArray host : {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]"})
        QCOMPARE(call({request(peer.url("http", host))}, options).first().outcome, Outcome::Forbidden);
    QVERIFY(peer.connections.isEmpty());
}

void TestBlockingClient::silenceTimesOut()
{
    Peer peer;
    QVERIFY(peer.listen());
    const ClientAnswer answer = call({request(peer.url(), 300ms)}).first();
    QCOMPARE(answer.outcome, Outcome::TimedOut);
    QVERIFY(answer.requestWasSent);
    QVERIFY2(answer.elapsed >= 300ms && answer.elapsed < 500ms, qPrintable(QString::number(answer.elapsed.count())));
}

void TestBlockingClient::aLineBreakInAHeaderIsNotSent()
{
    Peer peer;
    QVERIFY(peer.listen());
    ClientRequest bad = request(peer.url());
    bad.headers = {{"A", "b\r\nC: d"}};
    QCOMPARE(call({bad}).first().outcome, Outcome::Cancelled);
    QVERIFY(peer.connections.isEmpty());
}

void TestBlockingClient::aLargeBodyArrives()
{
    Peer peer;
    constexpr int size = 3'000'000;
    peer.script = {[&peer](QTcpSocket &socket) {
        if (peer.received.size() > size)
            socket.write(ok);
    }};
    QVERIFY(peer.listen());
    ClientRequest post = request(peer.url());
    post.method = "POST";
    post.body = QByteArray(size, 'a');
    QCOMPARE(call({post}).first().outcome, Outcome::Answered);
}

QTEST_GUILESS_MAIN(TestBlockingClient)
#include "tst_blockingclient.moc"
