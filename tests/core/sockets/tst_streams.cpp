// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/stream.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace core;
using namespace core::sockets;
using namespace Qt::StringLiterals;

namespace {

/// Hands on the bare descriptors of the connections that come in.
class Listener final : public QTcpServer
{
public:
    Listener()
    {
        if (!listen(QHostAddress::LocalHost, 0))
            qFatal("cannot listen: %s", qPrintable(errorString()));
    }
    QList<qintptr> descriptors;

protected:
    void incomingConnection(qintptr descriptor) override { descriptors.append(descriptor); }
};

/// Counts what it is told, and takes the bytes that come.
class Recorder final : public StreamUser
{
public:
    void connected() override { ++connects; }
    void connectFailed(const ConnectFailure &failure) override
    {
        failureText = failure.text;
        onEvent();
    }
    void readable() override
    {
        QByteArray buffer(64 * 1024, Qt::Uninitialized);
        const qint64 got = stream->read(buffer.data(), buffer.size());
        if (got == Stream::over)
            isOver = true;
        else
            received += buffer.first(got);
        onEvent();
    }
    void written() override { ++writes; }
    void lost() override { isLost = true; }

    std::unique_ptr<Stream> stream;
    std::function<void()> onEvent = [] {};
    QByteArray received;
    QString failureText;
    int connects = 0;
    int writes = 0;
    bool isOver = false;
    bool isLost = false;
};

/// Never takes its bytes, so that it is told of them again and again.
class Insatiable final : public StreamUser
{
public:
    void connected() override { }
    void connectFailed(const ConnectFailure &) override { }
    void readable() override { onReadable(); }
    void written() override { }
    void lost() override { }

    std::unique_ptr<Stream> stream;
    std::function<void()> onReadable;
};

/// A stream that was accepted, and Qt's socket at its other end.
struct Pair
{
    explicit Pair(Streams &streams)
    {
        peer.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        if (!peer.waitForConnected(5'000) || !QTest::qWaitFor([&] { return !listener.descriptors.isEmpty(); }))
            qFatal("no connection");
        user.stream = streams.accept(listener.descriptors.first(), user);
    }

    Listener listener;
    QTcpSocket peer;
    Recorder user;
};

} // namespace

class TestStreams : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data();
    void init();
    void bytesGoBothWays();
    void aConnectionIsMade();
    void aRefusedConnectionIsTold();
    void whatTheSystemDoesNotTakeIsSentLater();
    void readingCanBeOffForAWhile();
    void sendingCanEndWhileReadingGoesOn();
    void theEndOfThePeersSendingIsTold();
    void aResetIsToldThoughReadingIsOff();
    void nothingIsToldAfterAnAbort();
    void aStreamMayBeDestroyedWhenItTells();
    void oneStreamMayDestroyAnotherThatHasNewsToo();
    void writingToAPeerThatIsGoneFails();
    void whatWasBegunGetsOnHoweverMuchComesIn();

private:
    std::unique_ptr<Streams> m_streams;
};

void TestStreams::initTestCase_data()
{
    QTest::addColumn<bool>("isSystem");
    QTest::newRow("the system's") << true;
    QTest::newRow("Qt's") << false;
}

void TestStreams::init()
{
    QFETCH_GLOBAL(bool, isSystem);
    m_streams = isSystem ? makeSystemStreams() : makeQtStreams();
}

void TestStreams::bytesGoBothWays()
{
    Pair pair(*m_streams);
    pair.peer.write("question");
    QTRY_COMPARE(pair.user.received, QByteArray("question"));
    QVERIFY(pair.user.stream->write("answer"));
    QVERIFY(pair.peer.waitForReadyRead(5'000));
    QCOMPARE(pair.peer.readAll(), QByteArray("answer"));
    QCOMPARE(pair.user.stream->unsent(), 0);
    QVERIFY(pair.user.stream->isOpen());
}

void TestStreams::aConnectionIsMade()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHostIPv6, 0) || server.listen(QHostAddress::LocalHost, 0));
    Recorder user;
    auto stream = m_streams->connect({server.serverAddress(), server.serverPort(), {}}, nullptr, user);
    QVERIFY(stream.ok());
    user.stream = std::move(*stream);
    QCOMPARE(user.connects, 0); // never from within the call
    QTRY_COMPARE(user.connects, 1);
    QVERIFY(user.stream->write("hello"));
    QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(5'000));
    QTcpSocket *const peer = server.nextPendingConnection();
    QTRY_COMPARE(peer->bytesAvailable(), 5);
}

void TestStreams::aRefusedConnectionIsTold()
{
    QTcpServer server; // its port is free again once it is closed
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    const quint16 port = server.serverPort();
    server.close();
    Recorder user;
    auto stream = m_streams->connect({QHostAddress(QHostAddress::LocalHost), port, {}}, nullptr, user);
    QVERIFY(stream.ok());
    user.stream = std::move(*stream);
    QTRY_COMPARE(user.failureText, u"Connection refused"_s);
    QCOMPARE(user.connects, 0);
}

void TestStreams::whatTheSystemDoesNotTakeIsSentLater()
{
    Pair pair(*m_streams);
    QByteArray large(16 * 1024 * 1024, 'a');
    for (qsizetype i = 0; i < large.size(); i += 4096)
        large[i] = char('b' + i / 4096 % 20);
    QVERIFY(pair.user.stream->write(large));
    QVERIFY(pair.user.stream->write("end"));
    QVERIFY(pair.user.stream->unsent() > 0);
    QVERIFY(!pair.user.stream->isOpen());
    QByteArray received;
    connect(&pair.peer, &QTcpSocket::readyRead, &pair.peer, [&] { received += pair.peer.readAll(); });
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), large.size() + 3, 20'000);
    QVERIFY(received == large + "end");
    QTRY_COMPARE(pair.user.stream->unsent(), 0);
    QVERIFY(pair.user.writes > 0);
}

void TestStreams::readingCanBeOffForAWhile()
{
    Pair pair(*m_streams);
    pair.user.stream->setReading(false);
    pair.peer.write("later");
    QVERIFY(pair.peer.waitForBytesWritten(5'000));
    QTest::qWait(50);
    QVERIFY(pair.user.received.isEmpty());
    pair.user.stream->setReading(true);
    QTRY_COMPARE(pair.user.received, QByteArray("later"));
}

void TestStreams::sendingCanEndWhileReadingGoesOn()
{
    Pair pair(*m_streams);
    QSignalSpy disconnected(&pair.peer, &QTcpSocket::readChannelFinished);
    pair.user.stream->endSending();
    QTRY_COMPARE(disconnected.count(), 1);
}

void TestStreams::theEndOfThePeersSendingIsTold()
{
    Pair pair(*m_streams);
    pair.peer.write("last words");
    pair.peer.disconnectFromHost();
    QTRY_VERIFY(pair.user.isOver);
    QCOMPARE(pair.user.received, QByteArray("last words"));
    QVERIFY(!pair.user.stream->isOpen());
}

void TestStreams::aResetIsToldThoughReadingIsOff()
{
    QFETCH_GLOBAL(bool, isSystem);
    if (!isSystem)
        QSKIP("Qt's sockets notice it when they read or write again");
    Pair pair(*m_streams);
    pair.user.stream->setReading(false);
    QVERIFY(pair.user.stream->write("unread bytes make the peer's close a reset"));
    QTRY_VERIFY(pair.peer.bytesAvailable() > 0 || pair.peer.waitForReadyRead(100));
    pair.peer.setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, 1);
    pair.peer.abort();
    pair.user.stream->write("into the void");
    QTRY_VERIFY(pair.user.isLost);
}

void TestStreams::nothingIsToldAfterAnAbort()
{
    Pair pair(*m_streams);
    pair.peer.write("too late");
    QVERIFY(pair.peer.waitForBytesWritten(5'000));
    pair.user.stream->abort();
    QTest::qWait(50);
    QVERIFY(pair.user.received.isEmpty());
    QVERIFY(!pair.user.isOver);
    QVERIFY(!pair.user.stream->write("x"));
}

void TestStreams::aStreamMayBeDestroyedWhenItTells()
{
    Pair pair(*m_streams);
    int events = 0;
    pair.user.onEvent = [&] {
        ++events;
        pair.user.stream.reset();
    };
    pair.peer.write("go away");
    QTRY_COMPARE(pair.peer.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(events, 1);
}

void TestStreams::oneStreamMayDestroyAnotherThatHasNewsToo()
{
    Pair one(*m_streams);
    Pair other(*m_streams);
    int events = 0;
    one.user.onEvent = [&] { ++events, other.user.stream.reset(); };
    other.user.onEvent = [&] { ++events, one.user.stream.reset(); };
    for (Pair *pair : {&one, &other}) {
        pair->peer.write("both at once");
        QVERIFY(pair->peer.waitForBytesWritten(5'000));
    }
    QTRY_COMPARE(events, 1);
    QTest::qWait(50);
    QCOMPARE(events, 1);
}

void TestStreams::writingToAPeerThatIsGoneFails()
{
    Pair pair(*m_streams);
    pair.peer.abort();
    QTRY_VERIFY(pair.user.isOver || pair.user.isLost);
    QTRY_VERIFY(!pair.user.stream->write("anybody there?"));
}

/// Many connections have news all the time, and each takes long over it: one that was made from here is told in
/// between.
void TestStreams::whatWasBegunGetsOnHoweverMuchComesIn()
{
    QFETCH_GLOBAL(bool, isSystem);
#ifdef Q_OS_LINUX
    if (!isSystem)
        QSKIP("Qt tells its sockets in an order of its own");
#else
    QSKIP("Qt tells its sockets in an order of its own");
#endif
    constexpr int connections = 40;
    Listener listener;
    std::vector<std::unique_ptr<QTcpSocket>> peers;
    for (int i = 0; i < connections; ++i) {
        peers.push_back(std::make_unique<QTcpSocket>());
        peers.back()->connectToHost(QHostAddress::LocalHost, listener.serverPort());
        QVERIFY(peers.back()->waitForConnected(5'000));
        peers.back()->write("x");
        QVERIFY(peers.back()->waitForBytesWritten(5'000));
    }
    QTRY_COMPARE(listener.descriptors.size(), connections);

    int told = 0;
    std::vector<std::unique_ptr<Insatiable>> users;
    for (const qintptr descriptor : std::as_const(listener.descriptors)) {
        users.push_back(std::make_unique<Insatiable>());
        users.back()->onReadable = [&told] {
            ++told;
            QElapsedTimer busy;
            for (busy.start(); !busy.hasExpired(2);) { }
        };
        users.back()->stream = m_streams->accept(descriptor, *users.back());
    }
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    int toldBefore = 0;
    int longest = 0;
    Insatiable begun;
    begun.onReadable = [&] {
        longest = std::max(longest, told - toldBefore);
        toldBefore = told;
    };
    auto stream = m_streams->connect({server.serverAddress(), server.serverPort(), {}}, nullptr, begun);
    QVERIFY(stream.ok());
    begun.stream = std::move(*stream);
    QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(5'000));
    QTcpSocket *const peer = server.nextPendingConnection();
    peer->write("x");
    QVERIFY(peer->waitForBytesWritten(5'000));

    QTRY_VERIFY_WITH_TIMEOUT(told > 4 * connections && toldBefore > 0, 20'000); // by then it knows how long each takes
    longest = 0;
    QTRY_VERIFY_WITH_TIMEOUT(told > 6 * connections, 20'000);
    QVERIFY2(longest >= 1 && longest <= 3, qPrintable(QString::number(longest)));
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
