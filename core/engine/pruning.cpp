// SPDX-License-Identifier: Apache-2.0
#include "core/engine/pruning.h"

#include "core/engine/log.h"

#include <QElapsedTimer>

#include <algorithm>

namespace core::engine {

namespace {

constexpr Millis restBetween{5'000};
constexpr Millis restAfterFailure{30'000};
constexpr Millis pauseMin{5};
constexpr int pausePerWork = 25; ///< a step that took 2 ms is followed by 50 ms without one
constexpr int countedAtOnce = 2'000;
constexpr std::chrono::hours countAgain{1}; ///< others on a shared store add and remove as well

} // namespace

Pruning::Pruning(store::MessageStore &store, Metrics &metrics, PruningOptions options)
    : m_store(store)
    , m_metrics(metrics)
    , m_options(options)
{
    if (options.keepFor > Millis(0) || options.keepMax > 0)
        m_next = TimePoint();
}

void Pruning::step(TimePoint now)
{
    if (!m_next || now < *m_next)
        return;
    if (m_rests)
        begin(mustCount(now) ? Walk::Count : Walk::Remove);
    QElapsedTimer timer;
    timer.start();
    const Status done = goOn(now);
    if (!done.ok()) {
        qCWarning(lcEngine).nospace() << "pruning failed error=" << done.error().detail;
        m_rests = true;
        m_next = now + restAfterFailure;
        return;
    }
    const Millis pause(timer.nsecsElapsed() * pausePerWork / 1'000'000);
    m_next = now + (m_rests ? restBetween : std::max(pauseMin, pause));
}

void Pruning::begin(Walk walk)
{
    m_walk = walk;
    m_at = 0;
    m_rests = false;
    if (walk == Walk::Count)
        m_counted = 0;
}

Status Pruning::goOn(TimePoint now)
{
    return m_walk == Walk::Count ? count(now) : remove(now);
}

bool Pruning::mustCount(TimePoint now) const
{
    return m_options.keepMax > 0 && (!m_countedAt || now - *m_countedAt >= countAgain);
}

/// What is added meanwhile has higher ids, so the walk comes to it.
Status Pruning::count(TimePoint now)
{
    const Result<store::Counted> counted = m_store.countAfter(m_at, countedAtOnce);
    if (!counted.ok())
        return counted.error();
    m_at = counted->lastId;
    m_counted += counted->count;
    if (counted->count == countedAtOnce)
        return Done{};
    m_rows = m_counted;
    m_countedAt = now;
    begin(Walk::Remove);
    return Done{};
}

Status Pruning::remove(TimePoint now)
{
    const std::optional<store::PruneOrder> wanted = order(now);
    if (!wanted) {
        m_rests = true;
        return Done{};
    }
    const Result<store::Pruned> pruned = m_store.prune(*wanted);
    if (!pruned.ok())
        return pruned.error();
    m_at = pruned->lastId;
    m_rests = pruned->isAtEnd;
    m_rows -= pruned->removed;
    m_metrics.countPruned(pruned->removed);
    return Done{};
}

/// By number first: what has to go for that may be young. None when nothing has to go.
std::optional<store::PruneOrder> Pruning::order(TimePoint now) const
{
    store::PruneOrder order{.afterId = m_at, .rowsMax = m_options.rowsAtOnce, .removeMax = m_options.rowsAtOnce};
    const std::int64_t tooMany = m_options.keepMax > 0 && m_countedAt ? m_rows - m_options.keepMax : 0;
    if (tooMany > 0) {
        order.finishedBefore = now;
        order.removeMax = static_cast<int>(std::min<std::int64_t>(tooMany, order.removeMax));
        return order;
    }
    if (m_options.keepFor <= Millis(0))
        return std::nullopt;
    order.finishedBefore = now - m_options.keepFor;
    return order;
}

} // namespace core::engine
