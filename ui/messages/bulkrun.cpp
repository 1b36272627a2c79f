// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/bulkrun.h"

#include "ui/messages/errorwords.h"

#include <QPointer>

namespace ui {

BulkTarget bulkTargetOf(const core::store::Summary &summary)
{
    return {summary.gid, summary.state, summary.branchesDone, summary.attempts};
}

BulkRun::BulkRun(const QList<BulkTarget> &targets, Send send, QObject *parent)
    : QObject(parent)
    , m_send(std::move(send))
{
    m_rows.reserve(std::size_t(targets.size()));
    for (const BulkTarget &target : targets) {
        m_byGid.insert(target.gid, size());
        m_rows.push_back({target});
    }
    m_counts.waiting = size();
}

void BulkRun::start()
{
    sendMore();
}

void BulkRun::sendMore()
{
    while (m_counts.requested < underWayMax && m_next < m_rows.size()) {
        const int index = int(m_next++);
        if (row(index).outcome == Outcome::Waiting)
            send(index);
    }
}

void BulkRun::send(int index)
{
    setOutcome(index, Outcome::Requested);
    const QPointer<BulkRun> self(this);
    m_send(row(index).target, [self, index](const std::optional<core::Error> &error) {
        if (self)
            self->take(index, error);
    });
}

/// The change may be seen before the answer comes.
void BulkRun::take(int index, const std::optional<core::Error> &error)
{
    if (row(index).outcome == Outcome::Requested) {
        m_rows[std::size_t(index)].why = error ? errorWords(*error) : QString();
        setOutcome(index, error ? Outcome::Refused : Outcome::Accepted);
    }
    sendMore();
}

void BulkRun::cancel()
{
    m_next = m_rows.size();
    for (int index = 0; index < size(); ++index) {
        if (row(index).outcome == Outcome::Waiting)
            setOutcome(index, Outcome::Left);
    }
}

void BulkRun::retryFailed()
{
    for (int index = 0; index < size(); ++index) {
        if (row(index).outcome == Outcome::Refused || row(index).outcome == Outcome::Left)
            setOutcome(index, Outcome::Waiting);
    }
    m_next = 0;
    sendMore();
}

void BulkRun::observe(const QList<core::store::Summary> &changed)
{
    for (const core::store::Summary &summary : changed) {
        const auto found = m_byGid.constFind(summary.gid);
        if (found == m_byGid.constEnd())
            continue;
        Row &known = m_rows[std::size_t(*found)];
        const bool isSent = known.outcome == Outcome::Requested || known.outcome == Outcome::Accepted
            || known.outcome == Outcome::Observed;
        if (!isSent || (summary.state == known.target.state && summary.attempts == known.target.attempts))
            continue;
        known.observed = summary.state;
        setOutcome(*found, Outcome::Observed);
    }
}

void BulkRun::setOutcome(int index, Outcome outcome)
{
    Row &changed = m_rows[std::size_t(index)];
    --countOf(changed.outcome);
    ++countOf(outcome);
    changed.outcome = outcome;
    emit rowChanged(index);
}

int &BulkRun::countOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        break;
    case Outcome::Requested:
        return m_counts.requested;
    case Outcome::Accepted:
        return m_counts.accepted;
    case Outcome::Observed:
        return m_counts.observed;
    case Outcome::Refused:
        return m_counts.refused;
    case Outcome::Left:
        return m_counts.left;
    }
    return m_counts.waiting;
}

} // namespace ui
