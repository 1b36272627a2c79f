// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/transfertypes.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace ui {

class Session;

/// Fills a fresh data folder so that every screen has something to show: transfers that go through, one that is
/// refused, some that wait for their delay, a message whose receiver is away and one whose sender has not made up its
/// mind, and topics with who subscribes to them.
class DemoStory final : public QObject
{
    Q_OBJECT
public:
    explicit DemoStory(Session &session, QObject *parent = nullptr);

    void start();
    /// The message whose receiver is away: it has failed attempts to show.
    QByteArray retriedGid() const { return m_retriedGid; }

signals:
    void ended();

private:
    void continueRuns();
    void sendStrays();
    void subscribeServices();
    void post(const QString &operation, const QByteArray &body);
    QByteArray strayGid(const QString &name) const;
    static QByteArray stray(const QByteArray &gid, const QString &url);

    Session &m_session;
    QNetworkAccessManager m_network;
    QList<TransferOrder> m_orders;
    QByteArray m_retriedGid;
    QTimer m_looking;
};

} // namespace ui
