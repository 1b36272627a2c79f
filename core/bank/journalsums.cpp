// SPDX-License-Identifier: Apache-2.0
#include "core/bank/journalsums.h"

#include "core/bank/bankqueries.h"
#include "core/bank/readrows.h"

#include <QElapsedTimer>

namespace core::bank {

namespace {

/// Where a chunk ends.
struct End
{
    qint64 id = 0;
    bool isOld = false;
};

Result<BookingSums> readSums(BankConnection &connection, qint64 after, qint64 last)
{
    const auto toSums = [](const QSqlQuery &row) { return bookingSums(row, 0); };
    const Result<QList<BookingSums>> sums =
        readRows<BookingSums>(connection.db(), bookingSumsQuery(after, last), toSums);
    return sums.ok() ? Result<BookingSums>(sums->value(0)) : sums.error();
}

} // namespace

BookingSums operator+(const BookingSums &one, const BookingSums &other)
{
    return {one.debited + other.debited, one.credited + other.credited, one.debits + other.debits,
            one.credits + other.credits, one.naive + other.naive,       one.naiveDebits + other.naiveDebits};
}

Status JournalSums::advance(BankConnection &connection)
{
    QElapsedTimer timer;
    timer.start();
    if (const Status again = readAgain(connection); !again.ok())
        return again.error();
    while (true) {
        const Result<std::optional<Chunk>> next = readNext(connection);
        if (!next.ok())
            return next.error();
        if (!next->has_value())
            return Done{};
        m_chunks.push_back(**next);
        m_old = m_old + m_chunks.back().sums;
        if (timer.elapsed() > m_limits.budget.count())
            return Error{Error::Code::Ongoing, QStringLiteral("the journal is long and is being read")};
    }
}

/// Nothing: what is left is no whole chunk, or too new.
Result<std::optional<JournalSums::Chunk>> JournalSums::readNext(BankConnection &connection) const
{
    const auto toEnd = [](const QSqlQuery &row) { return End{row.value(0).toLongLong(), row.value(1).toBool()}; };
    const Result<QList<End>> ends =
        readRows<End>(connection.db(), chunkEndQuery(connection.sql(), upTo(), m_limits.chunk), toEnd);
    if (!ends.ok())
        return ends.error();
    if (ends->isEmpty() || !ends->constFirst().isOld)
        return std::optional<Chunk>();
    Chunk chunk{.before = upTo(), .last = ends->constFirst().id};
    const Result<BookingSums> sums = readSums(connection, chunk.before, chunk.last);
    if (!sums.ok())
        return sums.error();
    chunk.sums = *sums;
    return std::optional(chunk);
}

Status JournalSums::readAgain(BankConnection &connection)
{
    if (m_chunks.empty())
        return Done{};
    m_again %= m_chunks.size();
    Chunk &chunk = m_chunks[m_again++];
    const Result<BookingSums> sums = readSums(connection, chunk.before, chunk.last);
    if (!sums.ok())
        return sums.error();
    if (*sums == chunk.sums)
        return Done{};
    chunk.sums = *sums;
    m_old = {};
    for (const Chunk &one : m_chunks)
        m_old = m_old + one.sums;
    return Done{};
}

void JournalSums::forget()
{
    m_chunks.clear();
    m_old = {};
    m_again = 0;
}

} // namespace core::bank
