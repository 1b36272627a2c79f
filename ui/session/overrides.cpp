// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/overrides.h"

#include "ui/session/session.h"

namespace ui {
namespace {

constexpr int pageRows = 500;

} // namespace

Overrides::Overrides(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &Session::storeOpened, this, &Overrides::readAll);
    connect(&m_session, &Session::messagesChanged, this, &Overrides::takeNews);
    readAll();
}

void Overrides::readAll()
{
    ++m_run;
    m_isReading = true;
    if (!m_gids.isEmpty()) {
        m_gids.clear();
        emit changed();
    }
    readPage(std::nullopt, pagesMax);
}

/// Only a failed message can have been stopped, and those have an index of their own.
void Overrides::readPage(std::optional<std::int64_t> before, int pagesLeft)
{
    const auto take = [this, pagesLeft, run = m_run](const core::Result<core::store::Page> &page) {
        if (run != m_run)
            return;
        m_isReading = page.ok() && page->nextBefore && pagesLeft > 1;
        if (!page.ok())
            return;
        add(page->rows, false);
        if (m_isReading)
            readPage(page->nextBefore, pagesLeft - 1);
    };
    m_session.page({.states = {core::message::State::Failed}}, pageRows, before, this, take);
}

void Overrides::takeNews(const QList<core::store::Summary> &news, bool more)
{
    add(news, true);
    if (more && !m_isReading) // not all that changed is named where very much does
        readAll();
}

void Overrides::add(const QList<core::store::Summary> &rows, bool isNews)
{
    const qsizetype before = m_gids.size();
    for (const core::store::Summary &row : rows) {
        if (row.overridden && !m_gids.contains(row.gid))
            isNews ? m_gids.prepend(row.gid) : m_gids.append(row.gid);
    }
    if (m_gids.size() != before)
        emit changed();
}

} // namespace ui
