// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlerror.h"

#include "core/store/storeaddress.h"

#include <errmsg.h>
#include <mysqld_error.h>

#include <algorithm>
#include <array>

namespace core::store {

namespace {

// Numbers that only some servers have, and so not every client library names.
constexpr unsigned serverIsInReadOnlyMode = 1836; // MySQL: innodb_read_only and super_read_only
constexpr unsigned connectionWasKilled = 1927; // MariaDB
constexpr unsigned statementTookTooLong = 1969; // MariaDB: max_statement_time
constexpr unsigned executionTookTooLong = 3024; // MySQL: max_execution_time
constexpr unsigned lockNotFreeNow = 3572; // MySQL: NOWAIT

template<std::size_t count> bool isOneOf(unsigned code, const std::array<unsigned, count> &codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool isUnreachable(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 4>{CR_CONNECTION_ERROR, CR_CONN_HOST_ERROR, CR_UNKNOWN_HOST, CR_IPSOCK_ERROR});
}

bool isPrivilege(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 6>{ER_DBACCESS_DENIED_ERROR, ER_TABLEACCESS_DENIED_ERROR,
                                           ER_COLUMNACCESS_DENIED_ERROR, ER_SPECIFIC_ACCESS_DENIED_ERROR,
                                           ER_PROCACCESS_DENIED_ERROR, ER_ACCESS_DENIED_NO_PASSWORD_ERROR});
}

bool isTooManyConnections(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 3>{ER_CON_COUNT_ERROR, ER_TOO_MANY_USER_CONNECTIONS, ER_USER_LIMIT_REACHED});
}

bool isReadOnly(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 4>{ER_OPTION_PREVENTS_STATEMENT, serverIsInReadOnlyMode,
                                           ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, ER_OPEN_AS_READONLY});
}

/// "errno 28", "OS errno 28 - No space left on device", and errors that say nothing else.
bool isDiskFull(const MysqlFailure &failure)
{
    return failure.code == ER_DISK_FULL || failure.code == ER_RECORD_FILE_FULL
        || failure.detail.contains(QLatin1String("rrno: 28")) || failure.detail.contains(QLatin1String("rror 28"))
        || failure.detail.contains(QLatin1String("No space left"));
}

bool isPassing(unsigned code)
{
    return isOneOf(code, std::array<unsigned, 4>{ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT, ER_CHECKREAD, lockNotFreeNow});
}

bool isCancelled(unsigned code)
{
    return isOneOf(code, std::array<unsigned, 3>{ER_QUERY_INTERRUPTED, statementTookTooLong, executionTookTooLong});
}

bool isDefect(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 8>{ER_PARSE_ERROR, ER_BAD_FIELD_ERROR, ER_DATA_TOO_LONG,
                                           ER_WARN_DATA_OUT_OF_RANGE, ER_TRUNCATED_WRONG_VALUE_FOR_FIELD,
                                           ER_BAD_NULL_ERROR, ER_WRONG_VALUE_COUNT_ON_ROW, CR_COMMANDS_OUT_OF_SYNC});
}

/// What a person can do about the connection; empty when it is not about that. Takes the store as %1.
QString connectionRemedy(unsigned code)
{
    if (isUnreachable(code))
        return QStringLiteral("the store %1 cannot be reached: start the server, and check host, port and firewall");
    if (isConnectionLost(code))
        return QStringLiteral(
            "the connection to the store %1 is lost: it is made again by itself once the server runs");
    if (isTooManyConnections(code))
        return QStringLiteral("the server of the store %1 takes no more connections: raise max_connections (or this "
                              "user's limit), or close others");
    if (code == ER_ACCESS_DENIED_ERROR)
        return QStringLiteral("the store %1 refuses this user or password: check the user name, password-file and "
                              "CHECKBACK_STORE_PASSWORD");
    if (code == ER_HOST_NOT_PRIVILEGED || code == ER_HOST_IS_BLOCKED)
        return QStringLiteral("the server of the store %1 refuses this machine: allow its address (CREATE USER "
                              "'name'@'host'), or FLUSH HOSTS where it is blocked");
    if (code == CR_SSL_CONNECTION_ERROR)
        return QStringLiteral("no trusted TLS connection to the store %1: check the server's certificate and its host "
                              "name, and name the certificate authority with ca=FILE");
    return {};
}

/// As before, about the server and what it holds. %2 is the database, %3 the GRANT.
QString serverRemedy(const MysqlFailure &failure)
{
    const unsigned code = failure.code;
    if (isDiskFull(failure))
        return QStringLiteral("the disk of the store %1 is full: free some space on the server");
    if (isReadOnly(code))
        return QStringLiteral("the server of the store %1 is read-only: SET GLOBAL read_only = OFF, or name the "
                              "primary server");
    if (isPrivilege(code))
        return QStringLiteral("the user of the store %1 lacks a privilege: %3");
    if (code == ER_BAD_DB_ERROR)
        return QStringLiteral("the store %1 has no such database: CREATE DATABASE `%2` and %3");
    if (code == ER_NO_SUCH_TABLE || code == ER_BAD_TABLE_ERROR)
        return QStringLiteral("a table of the store %1 is missing: restore a backup; or, to begin with an empty store, "
                              "drop its other tables too and start the coordinator again");
    if (code == ER_UNKNOWN_COM_ERROR)
        return QStringLiteral(
            "the node of the store %1 is not part of its cluster at the moment (not synced, or "
            "without quorum): it is tried again by itself; check wsrep_ready and wsrep_cluster_status, and start the "
            "cluster's other nodes, or, should they be lost, SET GLOBAL wsrep_provider_options = 'pc.bootstrap=YES' on "
            "one that is left");
    if (code == CR_NET_PACKET_TOO_LARGE)
        return QStringLiteral("the server of the store %1 does not take that much at once: send less, or raise "
                              "max_allowed_packet there");
    if (code == ER_NET_PACKET_TOO_LARGE)
        return QStringLiteral("the server of the store %1 refuses packets of this size: raise max_allowed_packet to "
                              "16M or more");
    if (isPassing(code))
        return QStringLiteral("the store %1 is held up by another transaction for the moment");
    return {};
}

} // namespace

bool isConnectionLost(unsigned code)
{
    return isOneOf(code,
                   std::array<unsigned, 9>{CR_SERVER_GONE_ERROR, CR_SERVER_LOST, CR_SERVER_LOST_EXTENDED,
                                           ER_SERVER_SHUTDOWN, connectionWasKilled, ER_NET_READ_ERROR,
                                           ER_NET_READ_INTERRUPTED, ER_NET_ERROR_ON_WRITE, CR_MALFORMED_PACKET})
        || isOneOf(code, std::array<unsigned, 2>{ER_NET_WRITE_INTERRUPTED, ER_NET_FCNTL_ERROR});
}

bool isDuplicate(unsigned code)
{
    return code == ER_DUP_ENTRY || code == ER_DUP_ENTRY_WITH_KEY_NAME || code == ER_DUP_KEY;
}

QString grantsFor(const MysqlAddress &address)
{
    return QStringLiteral("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON `%1`.* TO '%2'@'%'")
        .arg(address.database, address.user);
}

Error mysqlError(const MysqlFailure &failure, const MysqlAddress &address)
{
    if (isCancelled(failure.code))
        return Error::unavailable(QStringLiteral("cancelled"));
    QString remedy = connectionRemedy(failure.code);
    if (remedy.isEmpty())
        remedy = serverRemedy(failure);
    if (remedy.isEmpty())
        remedy = QStringLiteral("the store %1 answered unexpectedly");
    remedy.replace(QLatin1String("%1"), address.name())
        .replace(QLatin1String("%2"), address.database)
        .replace(QLatin1String("%3"), grantsFor(address));
    const QString sentence =
        QStringLiteral("%1 (MySQL %2: %3)").arg(remedy, QString::number(failure.code), failure.detail);
    if (failure.code == CR_NET_PACKET_TOO_LARGE)
        return Error{Error::Code::TooLarge, sentence, {}};
    return isDefect(failure.code) ? Error::internal(sentence) : Error::unavailable(sentence);
}

CommitOutcome outcomeOfMysqlStatement(unsigned code)
{
    if (isDuplicate(code))
        return CommitOutcome::Conflict;
    const bool mayWorkAtOnce = isPassing(code) || isConnectionLost(code) || isCancelled(code);
    return mayWorkAtOnce ? CommitOutcome::Retryable : CommitOutcome::Fatal;
}

CommitOutcome outcomeOfMysqlCommit(unsigned code)
{
    if (isPassing(code))
        return CommitOutcome::Retryable;
    if (isReadOnly(code))
        return CommitOutcome::Fatal;
    return CommitOutcome::Unknown;
}

} // namespace core::store
