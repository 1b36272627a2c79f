// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/session/peek.h"

#include <QObject>
#include <QTimer>

namespace ui {

class Session;

/// The barrier rows of the message that is open, read from the banks themselves: among the newest rows of a busy bank
/// they would soon be no more. Read when the message changes, and every few seconds while it is unfinished, for a bank
/// tells nobody of a commit. UI thread; the banks are read on others.
class MessageBarriers final : public QObject
{
    Q_OBJECT
public:
    explicit MessageBarriers(Session &session, QObject *parent = nullptr);

    /// This message from now on, as it stands; none: nothing is read.
    void follow(const std::optional<core::message::Message> &message);
    /// Nothing is read while the message is out of sight.
    void setWatching(bool on);

    /// What the banks kept of the message when they were last read; empty before that.
    const QList<PeekedBank> &banks() const { return m_banks; }

signals:
    void changed();

private:
    void read();
    void take(const QByteArray &gid, const QList<PeekedBank> &banks);
    void restart();

    Session &m_session;
    QByteArray m_gid; ///< empty: none
    bool m_isFinished = false;
    bool m_watching = false;
    bool m_reading = false; ///< one reading at a time: a bank that hangs holds it up for some seconds
    bool m_readAgain = false; ///< the message changed meanwhile
    QList<PeekedBank> m_banks;
    QTimer m_again;
};

} // namespace ui
