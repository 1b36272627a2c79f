// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <mutex>

namespace test {

/// A relay between clients and a MySQL server on loopback that can cut a connection where the client says a certain
/// word, as a network does: before the word arrives, or before its answer does; or that keeps the word and answers in
/// its place as a node of a cluster whose certification refused (1213). On a thread of its own.
class CuttingProxy final
{
public:
    enum class Cut { BeforeTheServer, BeforeTheAnswer, AnsweredAsVictim };

    explicit CuttingProxy(quint16 serverPort);
    ~CuttingProxy();

    quint16 port() const { return m_port; }
    /// Does so to the next connection whose client sends these bytes, once.
    void cutAt(const QByteArray &word, Cut where);

private:
    void relay(QTcpSocket *client);
    bool isWord(const QByteArray &sent, Cut *where);

    const quint16 m_serverPort;
    quint16 m_port = 0;
    std::mutex m_mutex;
    QByteArray m_word; ///< empty: nothing is cut
    Cut m_where = Cut::BeforeTheServer;
    QThread m_thread;
};

} // namespace test
