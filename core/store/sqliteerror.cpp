// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteerror.h"

#include <sqlite3.h>

namespace core::store {

namespace {

int primaryCode(int code)
{
    return code & 0xFF;
}

/// What a person can do about it; takes the path as %1.
QString remedy(int code)
{
    switch (primaryCode(code)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("the store %1 is locked by another program for the moment: close what else has it open");
    case SQLITE_FULL:
        return QStringLiteral("the disk of the store %1 is full: free some space");
    case SQLITE_IOERR:
        return QStringLiteral("reading or writing the store %1 failed: check the disk");
    case SQLITE_READONLY:
        return QStringLiteral("the store %1 is read-only: give this user the right to write the file and its folder");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return QStringLiteral(
            "the store %1 cannot be opened: check that file and folder exist and belong to this user");
    case SQLITE_NOTADB:
        return QStringLiteral(
            "%1 is not a Checkback store, or its header is damaged: choose another file or restore a backup");
    case SQLITE_CORRUPT:
        return QStringLiteral(
            "the store %1 is damaged: restore a backup, or save what is left with sqlite3's .recover");
    default:
        return QStringLiteral("the store %1 answered unexpectedly");
    }
}

bool isPassing(int code)
{
    return primaryCode(code) == SQLITE_BUSY || primaryCode(code) == SQLITE_LOCKED;
}

bool isDefect(int code)
{
    switch (primaryCode(code)) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_SCHEMA:
        return true;
    default:
        return false;
    }
}

} // namespace

Error sqliteError(int code, const QString &detail, const QString &path)
{
    if (primaryCode(code) == SQLITE_INTERRUPT)
        return Error::unavailable(QStringLiteral("cancelled"));
    const QString sentence =
        QStringLiteral("%1 (SQLite %2: %3)").arg(remedy(code).arg(path), QString::number(code), detail);
    return isDefect(code) ? Error::internal(sentence) : Error::unavailable(sentence);
}

CommitOutcome outcomeOfStatement(int code)
{
    return isPassing(code) ? CommitOutcome::Retryable : CommitOutcome::Fatal;
}

CommitOutcome outcomeOfCommit(int code)
{
    return primaryCode(code) == SQLITE_IOERR ? CommitOutcome::Unknown : outcomeOfStatement(code);
}

} // namespace core::store
