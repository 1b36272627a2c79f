// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagebarriers.h"

#include "ui/session/session.h"

namespace ui {
namespace {

/// Each reading is a login at each bank.
constexpr std::chrono::seconds readEvery{3};

} // namespace

MessageBarriers::MessageBarriers(Session &session, QObject *parent) : QObject(parent), m_session(session), m_again(this)
{
    m_again.setSingleShot(true);
    m_again.setInterval(readEvery);
    connect(&m_again, &QTimer::timeout, this, &MessageBarriers::read);
}

void MessageBarriers::follow(const std::optional<core::message::Message> &message)
{
    const QByteArray gid = message ? message->gid.bytes() : QByteArray();
    if (std::exchange(m_gid, gid) != gid)
        m_banks.clear();
    m_isFinished = message && message->finished();
    restart();
}

void MessageBarriers::setWatching(bool on)
{
    if (std::exchange(m_watching, on) != on)
        restart();
}

void MessageBarriers::restart()
{
    m_again.stop();
    if (m_watching && !m_gid.isEmpty())
        read();
}

void MessageBarriers::read()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_session.barrierRows(m_gid, this, [this, gid = m_gid](const QList<PeekedBank> &banks) { take(gid, banks); });
}

void MessageBarriers::take(const QByteArray &gid, const QList<PeekedBank> &banks)
{
    m_reading = false;
    if (gid == m_gid) {
        m_banks = banks;
        emit changed();
    }
    if (std::exchange(m_readAgain, false))
        return restart();
    if (m_watching && !m_isFinished && !m_gid.isEmpty())
        m_again.start();
}

} // namespace ui
