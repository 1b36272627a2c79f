// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/transferledger.h"

#include <algorithm>

namespace ui {

using core::message::State;

void TransferLedger::begin(const TransferOrder &order, const QList<QByteArray> &gids)
{
    m_entries.clear();
    m_indexOf.clear();
    m_entries.resize(gids.size());
    for (int index = 0; index < gids.size(); ++index) {
        TransferOutcome &outcome = m_entries[index].outcome;
        outcome.number = index + 1;
        outcome.gid = gids.at(index);
        outcome.amount = order.amount;
        outcome.isNaive = order.mode == TransferMode::Naive;
        m_indexOf.insert(gids.at(index), index);
    }
    m_sending = true;
    m_cancelled = false;
}

void TransferLedger::note(const QList<TransferNews> &news)
{
    for (const TransferNews &one : news)
        noteOne(one);
}

void TransferLedger::noteOne(const TransferNews &news)
{
    if (news.index < 0 || news.index >= m_entries.size())
        return;
    Entry &entry = m_entries[news.index];
    entry.requested = true;
    switch (news.kind) {
    case TransferNews::Kind::Requested:
        return;
    case TransferNews::Kind::Accepted:
        entry.answer = BankAnswer::Accepted;
        if (entry.outcome.isNaive)
            endNaive(entry, State::Succeed);
        return;
    case TransferNews::Kind::Refused:
    case TransferNews::Kind::NotStarted:
        entry.answer = news.kind == TransferNews::Kind::Refused ? BankAnswer::Refused : BankAnswer::NotStarted;
        entry.outcome.state = State::Failed;
        entry.outcome.note = news.detail;
        return;
    case TransferNews::Kind::Unknown:
        entry.answer = BankAnswer::Unknown;
        if (!entry.seen)
            entry.outcome.note = news.detail;
        if (entry.outcome.isNaive) {
            endNaive(entry, entry.outcome.state);
            entry.outcome.isUnheard = true;
        }
        return;
    }
}

/// The bank said so. A message of it, should there be one, can only fail.
bool TransferLedger::movedNothing(const Entry &entry)
{
    return entry.answer == BankAnswer::Refused || entry.answer == BankAnswer::NotStarted;
}

/// Nothing more is heard of a naive transfer than its answer.
void TransferLedger::endNaive(Entry &entry, State state)
{
    entry.outcome.state = state;
    entry.finished = true;
}

bool TransferLedger::apply(const QList<core::store::Summary> &changed)
{
    bool any = false;
    for (const core::store::Summary &summary : changed) {
        const auto index = m_indexOf.constFind(summary.gid);
        if (index == m_indexOf.cend())
            continue;
        observe(m_entries[*index], summary);
        any = true;
    }
    return any;
}

void TransferLedger::observe(Entry &entry, const core::store::Summary &seen)
{
    TransferOutcome &outcome = entry.outcome;
    entry.requested = true;
    entry.seen = true;
    entry.finished = seen.finishedAt.has_value();
    outcome.state = seen.state;
    outcome.attempts = seen.attempts;
    outcome.retrying = !entry.finished && seen.failuresInRow > 0;
    outcome.dueAt = seen.dueAt;
    if (seen.state == State::Succeed && seen.finishedAt)
        outcome.timeToSucceed = *seen.finishedAt - seen.createdAt;
    if (!movedNothing(entry))
        outcome.note = QString::fromUtf8(seen.lastError);
}

void TransferLedger::endSending(bool cancelled)
{
    m_sending = false;
    m_cancelled = cancelled;
}

TransferProgress TransferLedger::progress() const
{
    TransferProgress progress;
    progress.running = m_sending;
    progress.cancelled = m_cancelled;
    progress.ordered = int(m_entries.size());
    for (const Entry &entry : m_entries)
        count(entry, progress);
    return progress;
}

void TransferLedger::count(const Entry &entry, TransferProgress &progress)
{
    if (!entry.requested)
        return;
    ++progress.requested;
    const bool isUndone = movedNothing(entry);
    if (entry.answer == BankAnswer::Accepted || (entry.seen && !isUndone && entry.outcome.state != State::Prepared))
        ++progress.accepted;
    if (entry.finished || isUndone)
        ++progress.observed;

    if (entry.outcome.state == State::Succeed)
        ++progress.succeed;
    else if (entry.outcome.state == State::Failed)
        ++progress.failed;
    else if (entry.outcome.retrying)
        ++progress.retrying;
    else if (entry.outcome.state == State::Submitted)
        ++progress.submitted;
    else if (entry.seen)
        ++progress.prepared;
    else if (entry.answer == BankAnswer::Unknown)
        ++progress.unknown; // of a naive one for ever
}

QList<QByteArray> TransferLedger::gids() const
{
    QList<QByteArray> gids;
    for (const Entry &entry : m_entries)
        gids.append(entry.outcome.gid);
    return gids;
}

QList<TransferOutcome> TransferLedger::outcomes() const
{
    QList<TransferOutcome> outcomes;
    outcomes.reserve(m_entries.size());
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry) {
        if (!entry->requested)
            continue;
        outcomes.append(entry->outcome);
        const bool isClear = entry->answer != BankAnswer::Unknown && entry->answer != BankAnswer::NotStarted;
        outcomes.last().isBrokenOff = !isClear && !entry->seen && !entry->outcome.isNaive;
    }
    return outcomes;
}

bool TransferLedger::hasUnobserved() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const Entry &entry) { return entry.requested && !entry.finished && !movedNothing(entry); });
}

} // namespace ui
