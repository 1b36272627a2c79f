// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int answerTimeoutMs = 1000;
const QByteArray answer = "raised\n"_ba;

/// Socket names are short and without slashes, folders are not.
QString socketName(const QString &dataDir)
{
    const QByteArray path = QDir(QDir(dataDir).absolutePath()).canonicalPath().toUtf8();
    return u"checkback-"_s
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent) : QObject(parent), m_name(socketName(dataDir))
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(*socket); });
    });
}

bool SingleInstance::raiseOther(const QByteArray &gid) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerTimeoutMs))
        return false;
    socket.write(gid + '\n');
    return socket.waitForBytesWritten(answerTimeoutMs) && socket.waitForReadyRead(answerTimeoutMs)
        && socket.readAll() == answer;
}

bool SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (m_server.listen(m_name))
        return true;
    QLocalServer::removeServer(m_name); // left behind by a console that was killed: nobody answered on it
    return m_server.listen(m_name);
}

void SingleInstance::take(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > requestBytesMax)
            socket.abort();
        return;
    }
    const QByteArray gid = socket.readLine(requestBytesMax).trimmed();
    socket.write(answer);
    socket.flush();
    socket.disconnectFromServer();
    emit raiseRequested(gid);
}

} // namespace ui
