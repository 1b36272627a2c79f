// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <functional>
#include <memory>

/// A server that answers each read with the next piece of its script, whatever was asked. Keeps what it was sent.
/// `Server` is QTcpServer or QSslServer.
template<typename Server> class ScriptedServer final
{
public:
    using Reaction = std::function<void(QTcpSocket &)>;

    ScriptedServer()
    {
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this] { accept(); });
    }
    bool listen() { return server.listen(QHostAddress::LocalHost, 0); }

    QByteArray url(const QByteArray &scheme = "http", const QByteArray &host = "127.0.0.1") const
    {
        return scheme + "://" + host + ':' + QByteArray::number(server.serverPort()) + "/path";
    }

    /// What to do at the n-th read over all connections; the last one repeats.
    static Reaction sends(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket &socket) { socket.write(bytes); };
    }
    static Reaction sendsAndCloses(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket &socket) {
            socket.write(bytes);
            socket.disconnectFromHost();
        };
    }

    /// The connection is reset once the peer had time to take these.
    static Reaction sendsAndResets(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket &socket) {
            socket.write(bytes);
            socket.flush();
            QTimer::singleShot(50, &socket, [&socket] {
                const linger atOnce{.l_onoff = 1, .l_linger = 0};
                ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
                socket.abort();
            });
        };
    }

    Server server;
    QList<Reaction> script;
    QByteArray received;
    int reads = 0;
    QList<QTcpSocket *> connections;

private:
    void accept()
    {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            connections.append(socket);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { react(*socket); });
            if (socket->bytesAvailable() > 0)
                react(*socket);
        }
    }
    void react(QTcpSocket &socket)
    {
        received += socket.readAll();
        const int step = std::min(reads++, int(script.size()) - 1);
        if (step >= 0)
            script[step](socket);
    }
};
