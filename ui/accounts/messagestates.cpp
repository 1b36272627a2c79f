// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/messagestates.h"

#include "ui/session/session.h"
#include "ui/widgets/shownstate.h"

#include <QSet>

namespace ui {
namespace {

bool isFinal(const std::optional<theme::State> &state)
{
    return state == theme::State::Succeed || state == theme::State::Failed;
}

} // namespace

MessageStates::MessageStates(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &Session::messagesChanged, this, &MessageStates::takeNews);
    connect(&m_session, &Session::storeOpened, this, [this] { askAgain(true); });
}

void MessageStates::want(const QList<QByteArray> &gids)
{
    m_wanted = gids;
    const QSet<QByteArray> wanted(gids.begin(), gids.end());
    m_known.removeIf([&wanted](const StatesByGid::iterator &known) { return !wanted.contains(known.key()); });
    m_toAsk.removeIf([&wanted](const QByteArray &gid) { return !wanted.contains(gid); });
    for (const QByteArray &gid : gids) {
        if (!m_known.contains(gid) && !m_toAsk.contains(gid))
            m_toAsk.append(gid);
    }
    askNext();
}

void MessageStates::askNext()
{
    if (m_isAsking || m_toAsk.isEmpty())
        return;
    m_isAsking = true;
    m_asked = m_toAsk.takeFirst();
    m_session.message(m_asked, this, [this](const core::Result<std::optional<core::message::Message>> &found) {
        m_isAsking = false;
        const QByteArray gid = std::exchange(m_asked, {});
        if (!found.ok()) // a store that is away: asked when the rows are next read
            return m_toAsk.clear();
        if (!gid.isEmpty())
            take(gid, *found ? std::optional(widgets::shownState(**found)) : std::nullopt);
        askNext();
    });
}

void MessageStates::take(const QByteArray &gid, std::optional<theme::State> state)
{
    const auto known = m_known.constFind(gid);
    if (!m_wanted.contains(gid) || (known != m_known.cend() && *known == state))
        return;
    m_known.insert(gid, state);
    emit changed();
}

void MessageStates::takeNews(const QList<core::store::Summary> &news, bool more)
{
    for (const core::store::Summary &summary : news) {
        if (summary.gid == m_asked)
            m_asked.clear(); // the answer may be older
        take(summary.gid, widgets::shownState(summary));
    }
    if (more) // not all that changed is named where very much does
        askAgain(false);
}

void MessageStates::askAgain(bool finishedToo)
{
    m_asked.clear();
    m_toAsk = m_wanted;
    if (!finishedToo)
        m_toAsk.removeIf([this](const QByteArray &gid) { return isFinal(m_known.value(gid)); });
    askNext();
}

} // namespace ui
