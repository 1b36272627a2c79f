// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankdatabase.h"
#include "core/base/clock.h"
#include "core/base/money.h"

#include <condition_variable>
#include <functional>
#include <mutex>
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

/// How much of something that is read was read.
struct ReadShare
{
    qint64 done = 0;
    qint64 all = 0;
    friend bool operator==(const ReadShare &, const ReadShare &) = default;
};
/// Called on the reading thread, now and then.
using ReadProgress = std::function<void(const ReadShare &share)>;

/// The sums of a journal's old rows, so that who asks for the sums of all, over and over, has only the new ones read: a
/// journal grows without bound. Old rows are read once, at most some ten thousands in a statement and a snapshot of its
/// own, and one such chunk is read again each time. So what somebody changes in old rows is seen once all chunks were,
/// and nobody's statement lasts as long as the journal is. Readers of the same bank may share it from threads of their
/// own, each with its connection: each chunk is read by one of them.
class JournalSums final
{
public:
    struct Limits
    {
        qint64 chunk = 50'000; ///< ids, so rows at most
        Millis budget{2000}; ///< for one call of advance()
    };
    /// What old rows come to, and the id of the last of them; 0: there are none.
    struct Old
    {
        BookingSums sums;
        qint64 upTo = 0;
    };
    JournalSums() : JournalSums(Limits()) { }
    explicit JournalSums(const Limits &limits) : m_limits(limits) { }

    /// Takes what has become old: rows that are followed by others and were written a while ago, so that no transaction
    /// is on its way that would add a row among them. Not inside a transaction. Ongoing while the budget was not
    /// enough: the next call goes on. Tells how many ids of all are read, where there is something to read.
    Status advance(BankConnection &connection, const ReadProgress &progress = {});
    /// Has all read anew: what it comes to looks wrong.
    void forget();

    Old old() const;

private:
    struct Chunk
    {
        qint64 before = 0; ///< the id of the last row before it
        qint64 last = 0;
        bool isInWork = false; ///< some thread reads it for the first time
        std::optional<BookingSums> sums = {};
    };
    /// A chunk to be read, as long as nothing was forgotten meanwhile.
    struct Task
    {
        std::size_t chunk = 0;
        quint64 generation = 0;
        qint64 before = 0;
        qint64 last = 0;
    };

    Result<std::optional<Task>> takeNext(BankConnection &connection);
    Task taskOf(std::size_t chunk) const;
    Status read(BankConnection &connection, const Task &task);
    Status readAgain(BankConnection &connection);
    Status waitForOthers(Millis left);
    qint64 end() const;

    const Limits m_limits;
    mutable std::mutex m_mutex; ///< of all below; never held while a database is asked
    std::condition_variable m_wasRead;
    std::vector<Chunk> m_chunks; ///< in their order
    quint64 m_generation = 0; ///< raised by forget()
    std::size_t m_again = 0; ///< the chunk that is read again next
};

} // namespace core::bank
