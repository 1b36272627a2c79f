// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cuttingproxy.h"

#include <memory>

namespace test {

namespace {

/// An error packet of MySQL's protocol: length, sequence number 1, 0xff, code, SQL state, words.
QByteArray deadlockPacket()
{
    const QByteArray body = QByteArray("\xff\xbd\x04#40001") + "Deadlock found when trying to get lock"; // 0x04bd: 1213
    return QByteArray(1, char(body.size())) + QByteArray("\0\0\1", 3) + body;
}

} // namespace

CuttingProxy::CuttingProxy(quint16 serverPort) : m_serverPort(serverPort)
{
    auto *server = new QTcpServer;
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    QObject::connect(server, &QTcpServer::newConnection, server, [this, server] {
        while (QTcpSocket *client = server->nextPendingConnection())
            relay(client);
    });
    m_thread.start();
    QMetaObject::invokeMethod(
        server,
        [this, server] {
            server->listen(QHostAddress::LocalHost, 0);
            m_port = server->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

CuttingProxy::~CuttingProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void CuttingProxy::cutAt(const QByteArray &word, Cut where)
{
    const std::lock_guard lock(m_mutex);
    m_word = word;
    m_where = where;
}

bool CuttingProxy::isWord(const QByteArray &sent, Cut *where)
{
    const std::lock_guard lock(m_mutex);
    if (m_word.isEmpty() || !sent.contains(m_word))
        return false;
    m_word.clear();
    *where = m_where;
    return true;
}

void CuttingProxy::relay(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    const auto isAnswerCut = std::make_shared<bool>(false);
    const auto cut = [client, server] {
        server->abort();
        client->abort();
    };
    QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server, isAnswerCut, cut] {
        const QByteArray sent = client->readAll();
        Cut where = Cut::BeforeTheServer;
        const bool isCut = isWord(sent, &where);
        if (isCut && where == Cut::BeforeTheServer)
            return cut();
        if (isCut && where == Cut::AnsweredAsVictim) {
            client->write(deadlockPacket());
            return;
        }
        *isAnswerCut = *isAnswerCut || isCut;
        server->write(sent);
    });
    QObject::connect(server, &QTcpSocket::readyRead, client, [client, server, isAnswerCut, cut] {
        if (*isAnswerCut)
            return cut();
        client->write(server->readAll());
    });
    QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
}

} // namespace test
