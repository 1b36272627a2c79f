// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QObject>

class QLocalSocket;

namespace ui {

/// One console a data folder: the first one listens on a local socket named after the folder; a second one asks it to
/// come to the front, and ends. Only this user's programs may connect.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// True when another console on this folder answered; it shows its window, and the message of this gid if there is
    /// one. Waits a second at most.
    bool raiseOther(const QByteArray &gid) const;
    /// Begins to listen. False when the socket cannot be made: then nobody is raised, and the store's own lock still
    /// holds.
    bool listen();
    QString serverName() const { return m_name; }

    static constexpr int requestBytesMax = 256;

signals:
    void raiseRequested(const QByteArray &gid); ///< gid may be empty

private:
    void take(QLocalSocket &socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace ui
