// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/participant/barriertable.h"

namespace core::bank {

/// Where a bank keeps its accounts: sqlite:PATH or mysql://USER@HOST:PORT/DB, on MySQL with
/// ?accounts=TABLE&barrier=TABLE where they stand elsewhere, as dtm's do (dtm_busi.user_account, dtm_barrier.barrier).
/// Never holds a password.
struct DatabaseUrl
{
    enum class Kind { Sqlite, MySql };
    Kind kind = Kind::Sqlite;
    QString path; ///< SQLite: the file
    QString user;
    QString host;
    quint16 port = 3306;
    QString database;
    participant::TableName accounts = participant::TableName::fromText("user_account").value();
    participant::TableName barrier;

    /// Invalid on the field "db" for anything else, a password in the URL among it.
    static Result<DatabaseUrl> parse(const QString &text);
    /// As parse() reads it, the tables left out.
    QString text() const;
    friend bool operator==(const DatabaseUrl &, const DatabaseUrl &) = default;
};

/// The password of a MySQL bank: the first line of the file where one is named, else CHECKBACK_DB_PASSWORD, else none.
Result<QString> databasePassword(const QString &passwordFile = {});

} // namespace core::bank
