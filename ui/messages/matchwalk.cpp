// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/matchwalk.h"

#include <QPointer>

namespace ui {

MatchWalk::MatchWalk(MessageSource source, core::store::Filter filter, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_filter(std::move(filter))
{ }

void MatchWalk::start()
{
    m_running = true;
    request(std::nullopt);
}

void MatchWalk::cancel()
{
    m_running = false;
}

void MatchWalk::request(std::optional<std::int64_t> before)
{
    const QPointer<MatchWalk> self(this);
    m_source.page(m_filter, pageSize, before, [self](const core::Result<core::store::Page> &page) {
        if (self && self->m_running)
            self->take(page);
    });
}

void MatchWalk::take(const core::Result<core::store::Page> &page)
{
    if (page.ok() && !page->rows.isEmpty())
        emit rowsCame(page->rows);
    if (!m_running) // cancelled by who took the rows
        return;
    if (page.ok() && page->nextBefore)
        return request(page->nextBefore);
    m_running = false;
    emit ended(page.ok() ? QString() : page.error().detail);
}

} // namespace ui
