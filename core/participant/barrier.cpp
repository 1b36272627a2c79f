// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barrier.h"

#include "core/base/faultpoint.h"
#include "core/base/victim.h"
#include "core/participant/barrierrows.h"
#include "core/participant/log.h"

#include <algorithm>

namespace core::participant {

using message::Verdict;

namespace {

constexpr char senderBranch[] = "00";
constexpr char senderOp[] = "msg";
constexpr char fencedReason[] = "rollback"; // what a checkback writes where no local transaction has
constexpr int attemptsMax = 5; // after a deadlock
constexpr int branchIdMax = 128;

bool isVisibleAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c <= 0x7e; });
}

/// One try at a local transaction.
struct Try
{
    BarrierResult result;
    bool again = false; ///< the database rolled it back in favour of another transaction: a new try may succeed
};

BarrierResult rolledBack(QSqlDatabase &db, Error error, bool workFailed = false)
{
    // Without COMMIT nothing is ever kept: where even ROLLBACK fails, the database does it when the connection ends.
    if (!db.rollback())
        qCWarning(lcParticipant) << "rollback failed";
    return {Outcome::RolledBack, std::move(error), workFailed};
}

/// The points at one place: that of all participants, and those of the two roles. One may be missing.
struct Place
{
    const char *ofAll;
    const char *ofSender;
    const char *ofReceiver;
};

constexpr Place beforeBarrier{nullptr, "sender.before-barrier", "receiver.before-barrier"};
constexpr Place afterBarrierInsert{"participant.after-barrier-insert", "sender.after-barrier-insert",
                                   "receiver.after-barrier-insert"};
constexpr Place beforeCommit{"participant.before-commit", "sender.before-commit", "receiver.before-commit"};
constexpr Place afterCommit{"participant.after-commit", "sender.after-commit", "receiver.after-commit"};
constexpr Place afterFence{"participant.after-commit", nullptr, nullptr}; // a checkback's row is no local transaction

/// Passes the points of a place; whether the step fails there.
bool failsAt(const Place &place, const BarrierKey &key)
{
    const char *ofRole = key.op == senderOp ? place.ofSender : place.ofReceiver;
    const bool fails = place.ofAll && faultPoint(place.ofAll, key.gid);
    return (ofRole && faultPoint(ofRole, key.gid)) || fails || hasCrashed();
}

Try commit(Dialect dialect, QSqlDatabase &db, const BarrierKey &key, const Place &after = afterCommit)
{
    if (hasCrashed())
        return {rolledBack(db, Error::unavailable(QStringLiteral("this service crashed")))};
    const bool acknowledged = db.commit();
    if (acknowledged && !failsAt(after, key))
        return {{Outcome::Committed, {}}};
    Error error = acknowledged ? Error::unavailable(QStringLiteral("the answer to COMMIT was lost"))
                               : databaseError(QStringLiteral("confirm the COMMIT"), db.lastError());
    if (!acknowledged && sqlFaultOf(dialect, db.lastError()) == SqlFault::Deadlock)
        return {rolledBack(db, std::move(error)), true};
    db.rollback(); // a COMMIT that was refused leaves the transaction open
    return {{Outcome::Unknown, std::move(error)}};
}

/// The guarded transaction of one call, on one connection.
struct Guarded
{
    QSqlDatabase &db;
    Dialect dialect;
    BarrierRows &rows;
    const BarrierKey &key;

    Try run(const QByteArray &transType, const LocalWork &work);
    Try runWork(const LocalWork &work);
    BarrierResult repeated();
};

Try Guarded::run(const QByteArray &transType, const LocalWork &work)
{
    if (const std::optional<SqlFailure> notBegun = rows.begin())
        return {{Outcome::RolledBack, notBegun->error}};
    if (failsAt(beforeBarrier, key))
        return {rolledBack(db, Error::unavailable(QStringLiteral("stopped before the barrier row")))};
    const std::optional<SqlFailure> failure = rows.insert(transType, key, key.op);
    if (!failure)
        return runWork(work);
    if (failure->fault == SqlFault::Duplicate)
        return {repeated()};
    return {rolledBack(db, failure->error), failure->fault == SqlFault::Deadlock};
}

Try Guarded::runWork(const LocalWork &work)
{
    if (failsAt(afterBarrierInsert, key))
        return {rolledBack(db, Error::unavailable(QStringLiteral("stopped after the barrier row")))};
    const Status done = work(db);
    if (!done.ok()) {
        // The work's error does not say that a deadlock was its cause; a barrier row that is gone does.
        const bool isVictim = done.error().code != Error::Code::Conflict && rows.isGone(key);
        return {rolledBack(db, done.error(), true), isVictim};
    }
    if (failsAt(beforeCommit, key))
        return {rolledBack(db, Error::unavailable(QStringLiteral("stopped before COMMIT")))};
    return commit(dialect, db, key);
}

BarrierResult Guarded::repeated()
{
    const Result<QByteArray> reason = rows.reasonOf(key);
    if (!reason.ok())
        return rolledBack(db, reason.error());
    if (key.op == senderOp) {
        rolledBack(db, {});
        return {Outcome::Duplicated,
                Error::conflict(QStringLiteral("DUPLICATED: this gid was used or fenced off before"))};
    }
    const BarrierResult ended = commit(dialect, db, key).result;
    return ended.ok() ? BarrierResult{Outcome::Duplicated, {}} : ended;
}

/// One try to fence a gid off. An empty verdict asks for another try.
Result<std::optional<Verdict>> fenceOff(QSqlDatabase &db, Dialect dialect, BarrierRows &rows, const BarrierKey &key)
{
    std::optional<SqlFailure> failure = rows.begin();
    if (!failure)
        failure = rows.insert(senderOp, key, fencedReason);
    if (!failure) {
        const Try written = commit(dialect, db, key, afterFence);
        if (written.again)
            return std::optional<Verdict>();
        return written.result.ok() ? Result<std::optional<Verdict>>(Verdict::Failure) : *written.result.error;
    }
    const Result<QByteArray> reason = failure->fault == SqlFault::Duplicate ? rows.reasonOf(key) : failure->error;
    db.rollback();
    if (failure->fault == SqlFault::LockWait)
        return std::optional(Verdict::Ongoing);
    if (failure->fault == SqlFault::Deadlock)
        return std::optional<Verdict>();
    if (!reason.ok())
        return reason.error();
    return std::optional(*reason == fencedReason ? Verdict::Failure : Verdict::Success);
}

} // namespace

Barrier::Barrier(QByteArray transType, Gid gid, QByteArray branchId, QByteArray op, TableName table)
    : m_transType(std::move(transType))
    , m_gid(std::move(gid))
    , m_branchId(std::move(branchId))
    , m_op(std::move(op))
    , m_table(std::move(table))
{ }

Result<Barrier> Barrier::fromRequest(const Fields &fields, TableName table)
{
    Result<Gid> gid = Gid::fromBytes(fields.gid);
    if (!gid.ok())
        return gid.error();
    if (fields.transType != senderOp)
        return Error::invalid("trans_type", QStringLiteral("trans_type must be msg"));
    if (fields.branchId.isEmpty() || fields.branchId.size() > branchIdMax || !isVisibleAscii(fields.branchId))
        return Error::invalid("branch_id", QStringLiteral("branch_id must be 1 to 128 visible ASCII characters"));
    if (fields.op != "action" && fields.op != senderOp)
        return Error::invalid("op", QStringLiteral("op must be action or msg"));
    return Barrier(fields.transType, std::move(*gid), fields.branchId, fields.op, std::move(table));
}

Result<Barrier> Barrier::fromRequest(const http::Request &request, TableName table)
{
    return fromRequest({.transType = request.queryValue("trans_type"),
                        .gid = request.queryValue("gid"),
                        .branchId = request.queryValue("branch_id"),
                        .op = request.queryValue("op")},
                       std::move(table));
}

Barrier Barrier::ofSender(Gid gid, TableName table)
{
    return Barrier(senderOp, std::move(gid), senderBranch, senderOp, std::move(table));
}

BarrierResult Barrier::call(QSqlDatabase &db, const LocalWork &work)
{
    const BarrierKey key{m_gid.bytes(), m_branchId, m_op, QByteArray::number(++m_calls).rightJustified(2, '0')};
    const Result<Dialect> dialect = dialectOf(db);
    if (!dialect.ok())
        return {Outcome::RolledBack, dialect.error()};
    BarrierRows rows(db, *dialect, m_table);
    Guarded guarded{db, *dialect, rows, key};
    Try tried = guarded.run(m_transType, work);
    for (int attempt = 1; tried.again && attempt < attemptsMax; ++attempt)
        tried = guarded.run(m_transType, work);
    return tried.result;
}

Result<Verdict> Barrier::queryPrepared(QSqlDatabase &db)
{
    const Result<Dialect> dialect = dialectOf(db);
    if (!dialect.ok())
        return dialect.error();
    const ShortLockWait lockWait(*dialect, db);
    if (lockWait.error())
        return *lockWait.error();
    BarrierRows rows(db, *dialect, m_table);
    for (int attempt = 0; attempt < attemptsMax; ++attempt) {
        const Result<std::optional<Verdict>> verdict =
            fenceOff(db, *dialect, rows, {m_gid.bytes(), senderBranch, senderOp, "01"});
        if (!verdict.ok())
            return verdict.error();
        if (verdict->has_value())
            return **verdict;
    }
    return Error::unavailable(QStringLiteral("deadlocks kept the checkback from an answer"));
}

} // namespace core::participant
