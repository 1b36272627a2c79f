// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"

#include "tests/core/http/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QFuture>
#include <QSslServer>
#include <QTest>
#include <QThread>

#include <optional>

using namespace core::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Outcome = ClientAnswer::Outcome;
using Peer = ScriptedServer<QSslServer>;
Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(Peer::Reaction)

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

/// The connection ends as TCP has it, without a word of TLS.
Peer::Reaction sendsAndCuts(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.flush();
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
    };
}

/// By the client of the engine, on this thread's event loop.
ClientAnswer callAsynchronously(const ClientOptions &options, const ClientRequest &request, int times)
{
    Client client(options);
    std::optional<ClientAnswer> answer;
    for (int i = 0; i < times; ++i) {
        answer.reset();
        client.send(request, [&answer](ClientAnswer &&given) { answer = std::move(given); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("not called");
    }
    return *answer;
}

/// By the blocking client, on a thread of its own.
ClientAnswer callBlocking(const ClientOptions &options, const ClientRequest &request, int times)
{
    ClientAnswer answer;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        BlockingClient client(options);
        for (int i = 0; i < times; ++i)
            answer = client.send(request);
    }));
    thread->start();
    if (!QTest::qWaitFor([&] { return thread->isFinished(); }, 15'000))
        qFatal("not finished");
    return answer;
}

} // namespace

class TestClientTls : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void onlyATrustedPeerOfThatNameIsTalkedTo_data();
    void onlyATrustedPeerOfThatNameIsTalkedTo();
    void aTlsConnectionIsUsedAgain();
    void onlyThePeersWordEndsAnAnswerWithoutLength_data();
    void onlyThePeersWordEndsAnAnswerWithoutLength();
    void aPlainServerIsNoTlsPeer();
    void aHandshakeThatStallsTimesOut();
    void anUnreadableCertificateFileTrustsNothing();

private:
    test::TestCertificates m_certificates;
};

void TestClientTls::initTestCase()
{
    if (!m_certificates.isValid() || !QSslSocket::supportsSsl())
        QSKIP("needs the openssl program and a TLS backend");
}

void TestClientTls::onlyATrustedPeerOfThatNameIsTalkedTo_data()
{
    QTest::addColumn<QString>("certifiedName");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("trusted name") << u"DNS:localhost"_s << QByteArray("localhost") << true << Outcome::Answered;
    QTest::newRow("trusted address") << u"IP:127.0.0.1"_s << QByteArray("127.0.0.1") << true << Outcome::Answered;
    QTest::newRow("untrusted") << u"DNS:localhost"_s << QByteArray("localhost") << false << Outcome::TlsFailed;
    QTest::newRow("wrong name") << u"DNS:other.example"_s << QByteArray("localhost") << true << Outcome::TlsFailed;
    QTest::newRow("wrong address") << u"DNS:localhost"_s << QByteArray("127.0.0.1") << true << Outcome::TlsFailed;
}

void TestClientTls::onlyATrustedPeerOfThatNameIsTalkedTo()
{
    QFETCH(QString, certifiedName);
    QFETCH(QByteArray, host);
    QFETCH(bool, isTrusted);
    QFETCH(Outcome, outcome);
    ClientOptions options;
    if (isTrusted)
        options.caCertificateFiles = {m_certificates.caFile().toUtf8()};
    for (const auto &call : {callAsynchronously, callBlocking}) {
        Peer peer;
        peer.script = {Peer::sends(ok)};
        peer.server.setSslConfiguration(m_certificates.serverConfiguration(certifiedName));
        QVERIFY(m_certificates.isValid() && peer.listen());
        const ClientAnswer answer = call(options, {.url = *Url::parse(peer.url("https", host)), .timeout = 5'000ms}, 1);
        QVERIFY2(answer.outcome == outcome, qPrintable(answer.errorText));
        QCOMPARE(answer.requestWasSent, outcome == Outcome::Answered);
        QCOMPARE(peer.received.isEmpty(), outcome != Outcome::Answered);
        QCOMPARE(answer.errorText.isEmpty(), outcome == Outcome::Answered);
    }
}

void TestClientTls::aTlsConnectionIsUsedAgain()
{
    for (const auto &call : {callAsynchronously, callBlocking}) {
        Peer peer;
        peer.script = {Peer::sends(ok)};
        peer.server.setSslConfiguration(m_certificates.serverConfiguration(u"DNS:localhost"_s));
        QVERIFY(peer.listen());
        const ClientAnswer answer = call({.caCertificateFiles = {m_certificates.caFile().toUtf8()}},
                                         {.url = *Url::parse(peer.url("https", "localhost")), .timeout = 5'000ms}, 3);
        QCOMPARE(answer.outcome, Outcome::Answered);
        QCOMPARE(peer.reads, 3);
        QCOMPARE(peer.connections.size(), 1);
    }
}

/// Anybody on the way can close or reset a connection; only the peer can send its close_notify.
void TestClientTls::onlyThePeersWordEndsAnAnswerWithoutLength_data()
{
    QTest::addColumn<Peer::Reaction>("reaction");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray whole = "HTTP/1.1 200 OK\r\n\r\n{\"dtm_result\":\"SUCCESS\"}";
    const QByteArray head = "HTTP/1.1 200 OK\r\n\r\n";
    QTest::newRow("close_notify") << Peer::sendsAndCloses(whole) << Outcome::Answered;
    QTest::newRow("close_notify after the longest body")
        << Peer::sendsAndCloses(head + QByteArray(64 * 1024, 'a')) << Outcome::Answered;
    QTest::newRow("closed before the body") << sendsAndCuts(head) << Outcome::Broken;
    QTest::newRow("closed within the body") << sendsAndCuts(head + '{') << Outcome::Broken;
    QTest::newRow("reset before the body") << Peer::sendsAndResets(head) << Outcome::Broken;
    QTest::newRow("closed behind its length") << sendsAndCuts(ok) << Outcome::Answered;
}

void TestClientTls::onlyThePeersWordEndsAnAnswerWithoutLength()
{
    QFETCH(Peer::Reaction, reaction);
    QFETCH(Outcome, outcome);
    for (const auto &call : {callAsynchronously, callBlocking}) {
        Peer peer;
        peer.script = {reaction};
        peer.server.setSslConfiguration(m_certificates.serverConfiguration(u"DNS:localhost"_s));
        QVERIFY(peer.listen());
        const ClientAnswer answer = call({.caCertificateFiles = {m_certificates.caFile().toUtf8()}},
                                         {.url = *Url::parse(peer.url("https", "localhost")), .timeout = 5'000ms}, 1);
        QCOMPARE(answer.outcome, outcome);
        QCOMPARE(answer.status, outcome == Outcome::Answered ? 200 : 0);
    }
}

void TestClientTls::aPlainServerIsNoTlsPeer()
{
    for (const auto &call : {callAsynchronously, callBlocking}) {
        ScriptedServer<QTcpServer> peer;
        peer.script = {
            ScriptedServer<QTcpServer>::sendsAndCloses("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")};
        QVERIFY(peer.listen());
        const ClientAnswer answer = call({}, {.url = *Url::parse(peer.url("https")), .timeout = 5'000ms}, 1);
        QCOMPARE(answer.outcome, Outcome::TlsFailed);
        QVERIFY(!answer.requestWasSent);
    }
}

void TestClientTls::aHandshakeThatStallsTimesOut()
{
    for (const auto &call : {callAsynchronously, callBlocking}) {
        ScriptedServer<QTcpServer> peer;
        QVERIFY(peer.listen());
        const ClientAnswer answer = call({}, {.url = *Url::parse(peer.url("https")), .timeout = 300ms}, 1);
        QCOMPARE(answer.outcome, Outcome::TimedOut);
        QVERIFY(!answer.requestWasSent);
    }
}

void TestClientTls::anUnreadableCertificateFileTrustsNothing()
{
    Peer peer;
    peer.server.setSslConfiguration(m_certificates.serverConfiguration(u"DNS:localhost"_s));
    QVERIFY(peer.listen());
    QTest::ignoreMessage(QtWarningMsg, "ca_certificates_unreadable file=\"/no/such/file.pem\"");
    const ClientAnswer answer =
        callAsynchronously({.caCertificateFiles = {"/no/such/file.pem"}},
                           {.url = *Url::parse(peer.url("https", "localhost")), .timeout = 5'000ms}, 1);
    QCOMPARE(answer.outcome, Outcome::TlsFailed);
}

QTEST_GUILESS_MAIN(TestClientTls)
#include "tst_clienttls.moc"
