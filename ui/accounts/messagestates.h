// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/theme/statestyle.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace ui {

class Session;

/// The faces of messages by their gids; none for one that is not in the engine's store.
using StatesByGid = QHash<QByteArray, std::optional<theme::State>>;

/// How the messages behind barrier rows stand in the engine's store: asked for once, one after another, and kept true
/// by the session's news. UI thread; nothing waits.
class MessageStates final : public QObject
{
    Q_OBJECT
public:
    explicit MessageStates(Session &session, QObject *parent = nullptr);

    /// These messages from now on, and no others.
    void want(const QList<QByteArray> &gids);
    /// What is known of the wanted ones so far.
    const StatesByGid &known() const { return m_known; }

signals:
    void changed();

private:
    void askNext();
    void take(const QByteArray &gid, std::optional<theme::State> state);
    void takeNews(const QList<core::store::Summary> &news, bool more);
    void askAgain(bool finishedToo);

    Session &m_session;
    QList<QByteArray> m_wanted;
    StatesByGid m_known;
    QList<QByteArray> m_toAsk;
    QByteArray m_asked; ///< on its way; empty: none, or something newer is known by now
    bool m_isAsking = false;
};

} // namespace ui
