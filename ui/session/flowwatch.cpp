// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/flowwatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int failuresToTell = 2; // one alone may be a query that was called off for another
constexpr int restAfterWork = 4; // counting may take a fifth of the reading thread's time at most
constexpr qint64 restMax = 10'000; // ms; a screen that stood still for long counts again soon all the same

Backlog backlogOf(const core::store::Counts &counts, core::TimePoint now)
{
    const auto ageOf = [now](std::optional<core::TimePoint> since) {
        return since ? std::optional(std::max(core::Millis(0), now - *since)) : std::nullopt;
    };
    return {.prepared = counts.prepared,
            .submitted = counts.submitted,
            .retrying = counts.retrying,
            .stalled = counts.stalled,
            .oldestUnfinished = ageOf(counts.oldestUnfinished),
            .oldestPrepared = ageOf(counts.oldestPrepared)};
}

} // namespace

FlowWatch::FlowWatch(Sources sources, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setInterval(interval);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FlowWatch::read);
}

void FlowWatch::start()
{
    m_timer.start();
    read();
}

void FlowWatch::stop()
{
    m_timer.stop();
}

void FlowWatch::read()
{
    askForCounts();
    noteSilence();
    m_series.note({m_clock.now(), m_sources.figures(), m_backlog});
    emit changed();
}

qint64 FlowWatch::restAfter(qint64 work)
{
    return std::min(work * restAfterWork, restMax);
}

void FlowWatch::askForCounts()
{
    if (m_isAsking || (m_asked.isValid() && m_asked.elapsed() < m_notBefore))
        return;
    m_isAsking = true;
    m_asked.start();
    m_sources.counts(this, [this](const core::Result<core::store::Counts> &counts) { takeCounts(counts); });
}

void FlowWatch::takeCounts(const core::Result<core::store::Counts> &counts)
{
    m_isAsking = false;
    m_notBefore = m_asked.elapsed() + restAfter(m_asked.elapsed());
    m_failuresInRow = counts.ok() ? 0 : m_failuresInRow + 1;
    if (counts.ok()) {
        m_problem.clear();
        m_counts = *counts;
        m_countsAt = m_clock.now();
        m_backlog = backlogOf(*counts, *m_countsAt);
        askForRetrying();
    } else if (m_failuresInRow >= failuresToTell) {
        m_problem = counts.error().detail;
        m_backlog.reset();
    }
    emit changed();
}

/// With the counts, so that it rests as long as these do.
void FlowWatch::askForRetrying()
{
    if (m_counts->retrying == 0 || !m_sources.retrying) {
        m_retrying.clear();
        m_hasMoreRetrying = false;
        return;
    }
    m_sources.retrying(retryingMax, this, [this](const core::Result<core::store::Page> &page) { takeRetrying(page); });
}

void FlowWatch::takeRetrying(const core::Result<core::store::Page> &page)
{
    if (!page.ok())
        return;
    m_retrying = page->rows;
    m_hasMoreRetrying = page->nextBefore.has_value();
    emit changed();
}

void FlowWatch::noteSilence()
{
    if (!m_isAsking || m_asked.elapsed() < core::Millis(silence).count())
        return;
    m_backlog.reset();
    m_problem = u"the store has not answered for %1 s"_s.arg(m_asked.elapsed() / 1000);
}

} // namespace ui
