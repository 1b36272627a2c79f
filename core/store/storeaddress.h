// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <variant>

namespace core::store {

/// An SQLite file.
struct SqliteAddress
{
    QString path;
    friend bool operator==(const SqliteAddress &, const SqliteAddress &) = default;
};

/// A database on a MySQL or MariaDB server.
struct MysqlAddress
{
    enum class Tls {
        Off,
        On, ///< encrypted; the server is not asked who it is
        Verify, ///< encrypted; the server's certificate must be good, and of this host
    };

    QString host;
    quint16 port = 3306;
    QString user;
    QString password; ///< never part of a text
    QString database;
    Tls tls = Tls::Off;
    QString caFile; ///< PEM; empty: the system's
    QString passwordFile; ///< its first line is the password; empty: none or given otherwise

    /// "USER@HOST:PORT/DB": for people and logs.
    QString name() const;
    friend bool operator==(const MysqlAddress &, const MysqlAddress &) = default;
};

/// Where a store is.
using StoreAddress = std::variant<SqliteAddress, MysqlAddress>;

/// Reads sqlite:PATH or mysql://USER@HOST[:PORT]/DB[?tls=off|on|verify&ca=FILE&password-file=FILE]. Reads no file. An
/// Invalid error names the field: scheme, path, user, password, host, port, database, tls, or the unknown one.
Result<StoreAddress> storeAddressFromText(const QString &text);

/// The address with its password: what password-file names, else this one. Invalid when the file cannot be read or its
/// first line is empty.
Result<StoreAddress> withPassword(StoreAddress address, const QString &password);

/// "sqlite:PATH" or "mysql://USER@HOST:PORT/DB", without a password or options.
QString storeName(const StoreAddress &address);

} // namespace core::store
