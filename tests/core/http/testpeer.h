// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

/// A client in bytes: connects to a loopback port, writes what it is told, collects what comes.
class TestPeer final : public QTcpSocket
{
public:
    explicit TestPeer(quint16 port)
    {
        QObject::connect(this, &QTcpSocket::readyRead, this, [this] { received += readAll(); });
        connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    /// Waits until `count` whole answers with a Content-Length have come, or `ms` are over.
    bool waitForAnswers(int count, int ms = 20'000)
    {
        return QTest::qWaitFor([&] { return answers() >= count; }, ms);
    }
    bool waitForClose(int ms = 20'000)
    {
        return QTest::qWaitFor([&] { return state() == QAbstractSocket::UnconnectedState; }, ms);
    }
    bool waitForText(const QByteArray &text, int ms = 20'000)
    {
        return QTest::qWaitFor([&] { return received.contains(text); }, ms);
    }
    int answers() const { return int(received.count("HTTP/1.1 ") - received.count("HTTP/1.1 100")); }
    /// Of the last answer.
    int status() const { return received.mid(received.lastIndexOf("HTTP/1.1 ") + 9, 3).toInt(); }
    QByteArray body() const { return received.mid(received.lastIndexOf("\r\n\r\n") + 4); }

    QByteArray received;
};
