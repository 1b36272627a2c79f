// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankdatabase.h"
#include "core/base/clock.h"
#include "core/base/money.h"

#include <vector>

namespace core::bank {

/// What bookings come to. A debit counts below zero.
struct BookingSums
{
    Money debited;
    Money credited;
    qint64 debits = 0;
    qint64 credits = 0;
    Money naive;
    qint64 naiveDebits = 0;

    friend BookingSums operator+(const BookingSums &one, const BookingSums &other);
    friend bool operator==(const BookingSums &, const BookingSums &) = default;
};

/// The sums of a journal's old rows, so that who asks for the sums of all, over and over, has only the new ones read: a
/// journal grows without bound. Old rows are read once, some ten thousands in a statement and a snapshot of its own,
/// and one such chunk is read again each time. So what somebody changes in old rows is seen once all chunks were, and
/// nobody's statement lasts as long as the journal is. Belongs to its connection's thread.
class JournalSums final
{
public:
    struct Limits
    {
        qint64 chunk = 50'000; ///< rows
        Millis budget{2000}; ///< for one call of advance()
    };
    JournalSums() : JournalSums(Limits()) { }
    explicit JournalSums(const Limits &limits) : m_limits(limits) { }

    /// Takes what has become old: rows that are followed by others and were written a while ago, so that no transaction
    /// is on its way that would add a row among them. Not inside a transaction. Ongoing while the budget was not
    /// enough: the next call goes on.
    Status advance(BankConnection &connection);
    /// Has all read anew: what it comes to looks wrong.
    void forget();

    const BookingSums &old() const { return m_old; }
    qint64 upTo() const { return m_chunks.empty() ? 0 : m_chunks.back().last; } ///< the id of the last old row

private:
    struct Chunk
    {
        qint64 before = 0; ///< the id of the last row before it
        qint64 last = 0;
        BookingSums sums;
    };

    Result<std::optional<Chunk>> readNext(BankConnection &connection) const;
    Status readAgain(BankConnection &connection);

    Limits m_limits;
    std::vector<Chunk> m_chunks; ///< in their order
    BookingSums m_old;
    std::size_t m_again = 0; ///< the chunk that is read again next
};

} // namespace core::bank
