// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/participant/barriertable.h"

namespace core::bank {

/// Where a bank keeps its accounts: sqlite:PATH or mysql://USER@HOST:PORT/DB, on MySQL with
/// ?accounts=TABLE&barrier=TABLE where they stand elsewhere, as dtm's do (dtm_busi.user_account, dtm_barrier.barrier),
/// and with ?tls=on or ?tls=verify-ca&ca=FILE. Never holds a password.
struct DatabaseUrl
{
    enum class Kind { Sqlite, MySql };
    enum class Tls {
        Off,
        On, ///< encrypted, or no connection; the server is not asked who it is
        VerifyCa, ///< its certificate must come from the authority of caFile; Qt's driver cannot compare the host name
    };
    Kind kind = Kind::Sqlite;
    QString path; ///< SQLite: the file
    QString user;
    QString host;
    quint16 port = 3306;
    QString database;
    participant::TableName accounts = participant::TableName::fromText("user_account").value();
    participant::TableName barrier;
    Tls tls = Tls::Off;
    QString caFile; ///< PEM; with VerifyCa

    /// Invalid on the field "db" for anything else, a password in the URL among it.
    static Result<DatabaseUrl> parse(const QString &text);
    /// As parse() reads it, without what stands behind the question mark.
    QString text() const;
    friend bool operator==(const DatabaseUrl &, const DatabaseUrl &) = default;
};

/// The password of a MySQL bank: the first line of the file where one is named, else CHECKBACK_DB_PASSWORD, else none.
Result<QString> databasePassword(const QString &passwordFile = {});

} // namespace core::bank
