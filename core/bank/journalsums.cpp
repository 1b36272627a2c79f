// SPDX-License-Identifier: Apache-2.0
#include "core/bank/journalsums.h"

#include "core/bank/bankqueries.h"
#include "core/bank/readrows.h"

#include <QElapsedTimer>

#include <algorithm>

namespace core::bank {

namespace {

/// Where a chunk ends.
struct End
{
    qint64 id = 0;
    bool isOld = false;
};

/// Ids of a journal.
struct Span
{
    qint64 first = 0;
    qint64 last = 0;
};

Error ongoing()
{
    return {Error::Code::Ongoing, QStringLiteral("the journal is long and is being read")};
}

/// Nothing: what is left is no whole chunk, or too new.
Result<std::optional<qint64>> findEnd(BankConnection &connection, qint64 before, qint64 chunk)
{
    const auto toEnd = [](const QSqlQuery &row) { return End{row.value(0).toLongLong(), row.value(1).toBool()}; };
    const Result<QList<End>> ends =
        readRows<End>(connection.db(), chunkEndQuery(connection.sql(), before, chunk), toEnd);
    if (!ends.ok())
        return ends.error();
    const bool isWhole = !ends->isEmpty() && ends->constFirst().isOld;
    return isWhole ? std::optional(ends->constFirst().id) : std::nullopt;
}

Result<BookingSums> readSums(BankConnection &connection, qint64 after, qint64 last)
{
    const auto toSums = [](const QSqlQuery &row) { return bookingSums(row, 0); };
    const Result<QList<BookingSums>> sums =
        readRows<BookingSums>(connection.db(), bookingSumsQuery(after, last), toSums);
    return sums.ok() ? Result<BookingSums>(sums->value(0)) : sums.error();
}

Result<Span> readSpan(BankConnection &connection)
{
    const auto toSpan = [](const QSqlQuery &row) { return Span{row.value(0).toLongLong(), row.value(1).toLongLong()}; };
    const Result<QList<Span>> spans = readRows<Span>(connection.db(), journalSpanQuery(), toSpan);
    return spans.ok() ? Result<Span>(spans->value(0)) : spans.error();
}

} // namespace

BookingSums operator+(const BookingSums &one, const BookingSums &other)
{
    return {one.debited + other.debited, one.credited + other.credited, one.debits + other.debits,
            one.credits + other.credits, one.naive + other.naive,       one.naiveDebits + other.naiveDebits};
}

Status JournalSums::advance(BankConnection &connection, const ReadProgress &progress)
{
    QElapsedTimer timer;
    timer.start();
    const auto left = [&] { return m_limits.budget - Millis(timer.elapsed()); };
    if (const Status again = readAgain(connection); !again.ok())
        return again.error();
    std::optional<Span> span;
    while (true) {
        const Result<std::optional<Task>> next = takeNext(connection);
        if (!next.ok())
            return next.error();
        if (!next->has_value())
            return waitForOthers(left());
        if (const Status done = read(connection, **next); !done.ok())
            return done.error();
        if (progress && !span) {
            const Result<Span> whole = readSpan(connection);
            if (!whole.ok())
                return whole.error();
            span = *whole;
        }
        if (progress)
            progress({std::max<qint64>((*next)->last - span->first + 1, 0), span->last - span->first + 1});
        if (left() < Millis(0))
            return ongoing();
    }
}

/// Of what is read or in work.
qint64 JournalSums::end() const
{
    return m_chunks.empty() ? 0 : m_chunks.back().last;
}

JournalSums::Task JournalSums::taskOf(std::size_t chunk) const
{
    return {chunk, m_generation, m_chunks[chunk].before, m_chunks[chunk].last};
}

/// Nothing: no chunk is left that nobody reads.
Result<std::optional<JournalSums::Task>> JournalSums::takeNext(BankConnection &connection)
{
    while (true) {
        std::unique_lock lock(m_mutex);
        const auto given =
            std::find_if(m_chunks.begin(), m_chunks.end(), [](const Chunk &one) { return !one.sums && !one.isInWork; });
        if (given != m_chunks.end()) { // somebody's connection broke
            given->isInWork = true;
            return std::optional(taskOf(std::size_t(given - m_chunks.begin())));
        }
        const qint64 before = end();
        const quint64 generation = m_generation;
        lock.unlock();
        const Result<std::optional<qint64>> last = findEnd(connection, before, m_limits.chunk);
        if (!last.ok())
            return last.error();
        if (!last->has_value())
            return std::optional<Task>();
        lock.lock();
        const bool isStillNext = generation == m_generation && before == end();
        if (!isStillNext)
            continue; // another thread took it
        m_chunks.push_back({.before = before, .last = **last, .isInWork = true});
        return std::optional(taskOf(m_chunks.size() - 1));
    }
}

Status JournalSums::read(BankConnection &connection, const Task &task)
{
    const Result<BookingSums> sums = readSums(connection, task.before, task.last);
    const std::lock_guard lock(m_mutex);
    if (task.generation == m_generation) {
        Chunk &chunk = m_chunks[task.chunk];
        chunk.isInWork = false;
        if (sums.ok())
            chunk.sums = *sums;
        m_wasRead.notify_all();
    }
    return sums.ok() ? Status(Done{}) : sums.error();
}

/// What others read is needed, too.
Status JournalSums::waitForOthers(Millis left)
{
    std::unique_lock lock(m_mutex);
    const auto areAllRead = [this] {
        return std::none_of(m_chunks.cbegin(), m_chunks.cend(), [](const Chunk &one) { return one.isInWork; });
    };
    return m_wasRead.wait_for(lock, std::max(left, Millis(0)), areAllRead) ? Status(Done{}) : ongoing();
}

Status JournalSums::readAgain(BankConnection &connection)
{
    std::unique_lock lock(m_mutex);
    if (m_chunks.empty())
        return Done{};
    m_again %= m_chunks.size();
    const Task task = taskOf(m_again++);
    if (!m_chunks[task.chunk].sums)
        return Done{};
    lock.unlock();
    const Result<BookingSums> sums = readSums(connection, task.before, task.last);
    if (!sums.ok())
        return sums.error();
    lock.lock();
    if (task.generation == m_generation)
        m_chunks[task.chunk].sums = *sums;
    return Done{};
}

/// Up to the first chunk that is not read yet.
JournalSums::Old JournalSums::old() const
{
    const std::lock_guard lock(m_mutex);
    Old old;
    for (const Chunk &one : m_chunks) {
        if (!one.sums)
            break;
        old = {old.sums + *one.sums, one.last};
    }
    return old;
}

void JournalSums::forget()
{
    const std::lock_guard lock(m_mutex);
    m_chunks.clear();
    ++m_generation;
    m_again = 0;
    m_wasRead.notify_all();
}

} // namespace core::bank
