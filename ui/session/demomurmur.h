// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace ui {

class Session;

/// Keeps a demo alive: small transfers between the demo banks at a rate that swells and sinks, for as long as somebody
/// may be looking. They are real ones, so all money stays accounted for.
class DemoMurmur final : public QObject
{
    Q_OBJECT
public:
    explicit DemoMurmur(Session &session, QObject *parent = nullptr);

    void start();

    static constexpr int transfersMax = 5000; ///< some ten minutes; then it is quiet

private:
    void send();

    Session &m_session;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    int m_sent = 0;
};

} // namespace ui
