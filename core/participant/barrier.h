// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/gid.h"
#include "core/http/message.h"
#include "core/message/message.h"
#include "core/participant/barriertable.h"

#include <QSqlDatabase>

#include <functional>
#include <optional>

namespace core::participant {

/// The work of a local transaction: SQL through the given connection, on which a transaction is open. It must not
/// commit, roll back or run a statement that does so by itself (DDL on MySQL), and must return an error when one of its
/// statements failed. An error rolls the transaction back. An error with the code Conflict is the business's "no"
/// (FAILURE): trying again would not help. It may be run up to five times, each in a new transaction, when the database
/// rolls it back as the victim of a deadlock; so it must leave nothing outside the database.
using LocalWork = std::function<Status(QSqlDatabase &)>;

/// How a guarded local transaction ended.
enum class Outcome {
    Committed, ///< the work is in the database
    RolledBack, ///< nothing of it is in the database
    Duplicated, ///< it was done by an earlier call, or (op "msg") fenced off by a checkback; the work was not run
    Unknown, ///< COMMIT was not answered, or with an error: it may be there or not
};

struct BarrierResult
{
    Outcome outcome = Outcome::RolledBack;
    std::optional<Error> error; ///< the work's own or the database's; none after a success or a harmless repetition
    bool workFailed = false; ///< error came from the work itself

    /// A branch answers SUCCESS: done now or before.
    bool ok() const { return !error; }
};

/// The exactly-once guard of a participant (PROTOCOL §5): a row in the participant's own database, written in the same
/// local transaction as the work. One object serves one request, on one thread; connections belong to that thread.
/// Works on SQLite and MySQL/MariaDB (also as a cluster) through Qt Sql. The connection must have no transaction open
/// and must not reconnect by itself (MYSQL_OPT_RECONNECT), for that would commit half a transaction; ensureConnected()
/// opens it again between two transactions.
class Barrier final
{
public:
    /// What a coordinator adds to the query of its calls, already percent-decoded.
    struct Fields
    {
        QByteArray transType;
        QByteArray gid;
        QByteArray branchId;
        QByteArray op;
    };

    /// The barrier of a call. Invalid, naming the field, for a wrong gid, branch_id, an op other than "action" and
    /// "msg", or a trans_type other than "msg" (other types need guards that this one does not have).
    static Result<Barrier> fromRequest(const Fields &fields, TableName table = {});
    static Result<Barrier> fromRequest(const http::Request &request, TableName table = {});
    /// The sender's own: branch "00", op "msg".
    static Barrier ofSender(Gid gid, TableName table = {});

    /// Runs work once in a local transaction together with the barrier row. The n-th call of one object guards itself
    /// by barrier_id n ("01", "02", …). A repetition does not run the work; for the op "msg" it is a Conflict error
    /// DUPLICATED, else a success.
    BarrierResult call(QSqlDatabase &db, const LocalWork &work);

    /// The answer to a checkback: Success when the sender's local transaction is committed, Failure when it is not and
    /// now never will be, Ongoing while it holds its locks for longer than 2 s. Waits for a transaction in flight up to
    /// that long. An error means that nobody knows (answer 500: the coordinator asks again).
    Result<message::Verdict> queryPrepared(QSqlDatabase &db);

    const Gid &gid() const { return m_gid; }
    const QByteArray &branchId() const { return m_branchId; }
    const QByteArray &op() const { return m_op; }

private:
    Barrier(QByteArray transType, Gid gid, QByteArray branchId, QByteArray op, TableName table);

    QByteArray m_transType;
    Gid m_gid;
    QByteArray m_branchId;
    QByteArray m_op;
    TableName m_table;
    int m_calls = 0;
};

} // namespace core::participant
