// SPDX-License-Identifier: Apache-2.0
#include "core/base/heldport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using core::HeldPort;

class TestHeldPort : public QObject
{
    Q_OBJECT

private slots:
    void aServerCanBeStartedOnItAgainAndAgain();
    void nobodyListensThereMeanwhile();
    void whoeverDoesNotShareItIsRefused();
};

void TestHeldPort::aServerCanBeStartedOnItAgainAndAgain()
{
    const HeldPort port;
    QVERIFY(port.number() != 0);
    for (int start = 0; start < 3; ++start) {
        QTcpServer server;
        QVERIFY2(server.listen(QHostAddress::LocalHost, port.number()), qPrintable(server.errorString()));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, port.number());
        QVERIFY(client.waitForConnected());
        QVERIFY(server.waitForNewConnection(5'000));
    }
}

void TestHeldPort::nobodyListensThereMeanwhile()
{
    const HeldPort port;
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, port.number());
    QVERIFY(!client.waitForConnected());
    QCOMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestHeldPort::whoeverDoesNotShareItIsRefused()
{
#ifndef Q_OS_LINUX
    QSKIP("this system cannot hold a port");
#endif
    std::optional<HeldPort> port(std::in_place);
    const quint16 number = port->number();
    QTcpSocket other;
    QVERIFY(!other.bind(QHostAddress::LocalHost, number, QAbstractSocket::DontShareAddress));
    QCOMPARE(other.error(), QAbstractSocket::AddressInUseError);
    QVERIFY(HeldPort().number() != number);
    port.reset();
    QTcpSocket later;
    QVERIFY(later.bind(QHostAddress::LocalHost, number, QAbstractSocket::DontShareAddress));
}

QTEST_GUILESS_MAIN(TestHeldPort)
#include "tst_heldport.moc"
