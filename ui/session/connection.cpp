// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connection.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using core::bank::DatabaseUrl;
using StoreTls = core::store::MysqlAddress::Tls;

// Both are off, on, verified, in this order.
static_assert(int(DatabaseUrl::Tls::Off) == int(StoreTls::Off) && int(DatabaseUrl::Tls::On) == int(StoreTls::On)
              && int(DatabaseUrl::Tls::VerifyCa) == int(StoreTls::Verify));

constexpr qsizetype labelMax = 60;

// The words of the settings file, in the order of the enumerations.
const std::array kindWords{"engine"_L1, "bank"_L1};
const std::array databaseWords{"sqlite"_L1, "mysql"_L1};
const std::array tlsWords{"off"_L1, "on"_L1, "verify-ca"_L1};
const std::array careWords{"local"_L1, "test"_L1, "prod"_L1};
const std::array safetyWords{"open"_L1, "confirm"_L1, "type-name"_L1, "read-only"_L1};
const std::array passwordWords{"keychain"_L1, "ask"_L1};

template<typename Enum, std::size_t n> QString wordOf(const std::array<QLatin1StringView, n> &words, Enum value)
{
    return words.at(std::size_t(value));
}

template<typename Enum, std::size_t n>
std::optional<Enum> valueOf(const std::array<QLatin1StringView, n> &words, const QVariant &word)
{
    for (std::size_t i = 0; i < n; ++i) {
        if (word.toString() == words.at(i))
            return Enum(i);
    }
    return std::nullopt;
}

/// A name that is none leaves the usual one.
void setTable(core::participant::TableName &table, const QString &text)
{
    if (const auto name = core::participant::TableName::fromText(text.toUtf8()); name.ok())
        table = *name;
}

/// Names that cannot be, and those of before there were any, leave the usual ones.
PayloadFields payloadFieldsFrom(const QVariantMap &settings)
{
    const PayloadFields usual;
    const PayloadFields kept{.amount = settings.value(u"payload-amount"_s, usual.amount).toString(),
                             .from = settings.value(u"payload-from"_s, usual.from).toString(),
                             .to = settings.value(u"payload-to"_s, usual.to).toString()};
    return checkPayloadFields(kept).ok() ? kept : usual;
}

/// A bank's driver takes no authority but a named one (DatabaseUrl); a store's falls back on the system's.
core::Status checkAuthority(const Connection &connection)
{
    const DatabaseUrl &place = connection.place;
    if (place.tls != DatabaseUrl::Tls::VerifyCa)
        return core::Done{};
    if (place.caFile.contains(u';') || (place.caFile.isEmpty() && !connection.isEngine()))
        return core::Error::invalid("ca", u"must be the path of a file without ';'"_s);
    return core::Done{};
}

core::Status checkMySql(const DatabaseUrl &place)
{
    if (place.host.trimmed().isEmpty() || place.host.contains(u'/') || place.host.contains(u' '))
        return core::Error::invalid("host", u"must be the name or address of a server"_s);
    if (place.port == 0)
        return core::Error::invalid("port", u"must be 1 to 65535"_s);
    if (place.user.isEmpty())
        return core::Error::invalid("user", u"must not be empty"_s);
    if (place.database.isEmpty() || place.database.contains(u'/'))
        return core::Error::invalid("database", u"must be the name of a database"_s);
    return core::Done{};
}

} // namespace

bool operator==(const Connection &a, const Connection &b)
{
    return a.builtIn == b.builtIn && toSettings(a) == toSettings(b);
}

QString placeText(const DatabaseUrl &place)
{
    if (place.kind == DatabaseUrl::Kind::Sqlite)
        return QFileInfo(place.path).fileName();
    return u"%1:%2/%3"_s.arg(place.host).arg(place.port).arg(place.database);
}

core::store::StoreAddress storeAddressOf(const Connection &engine, const QString &password)
{
    const DatabaseUrl &place = engine.place;
    if (place.kind == DatabaseUrl::Kind::Sqlite)
        return core::store::SqliteAddress{place.path};
    return core::store::MysqlAddress{.host = place.host,
                                     .port = place.port,
                                     .user = place.user,
                                     .password = password,
                                     .database = place.database,
                                     .tls = StoreTls(place.tls),
                                     .caFile = place.tls == DatabaseUrl::Tls::VerifyCa ? place.caFile : QString()};
}

DatabaseUrl placeOf(const core::store::StoreAddress &address)
{
    DatabaseUrl place;
    if (const auto *sqlite = std::get_if<core::store::SqliteAddress>(&address)) {
        place.path = sqlite->path;
        return place;
    }
    const auto &mysql = std::get<core::store::MysqlAddress>(address);
    place.kind = DatabaseUrl::Kind::MySql;
    place.host = mysql.host;
    place.port = mysql.port;
    place.user = mysql.user;
    place.database = mysql.database;
    place.tls = DatabaseUrl::Tls(mysql.tls);
    place.caFile = mysql.caFile;
    return place;
}

core::Status checkConnection(const Connection &connection)
{
    if (connection.label.trimmed().isEmpty() || connection.label.size() > labelMax)
        return core::Error::invalid("label", u"must have 1 to %1 characters"_s.arg(labelMax));
    if (!connection.peerId.isEmpty()) {
        if (const core::Status fields = checkPayloadFields(connection.payloadFields); !fields.ok())
            return fields;
    }
    if (connection.isEngine() && connection.builtIn)
        return core::Done{};
    if (connection.isMySql()) {
        const core::Status checked = checkMySql(connection.place);
        return checked.ok() ? checkAuthority(connection) : checked;
    }
    if (connection.place.path.isEmpty())
        return core::Error::invalid("path", u"must be the path of a file"_s);
    return core::Done{};
}

QVariantMap toSettings(const Connection &connection)
{
    const DatabaseUrl &place = connection.place;
    return {{u"id"_s, connection.id},
            {u"kind"_s, wordOf(kindWords, connection.kind)},
            {u"label"_s, connection.label},
            {u"database-kind"_s, wordOf(databaseWords, place.kind)},
            {u"path"_s, place.path},
            {u"host"_s, place.host},
            {u"port"_s, QString::number(place.port)},
            {u"user"_s, place.user},
            {u"database"_s, place.database},
            {u"tls"_s, wordOf(tlsWords, place.tls)},
            {u"ca"_s, place.caFile},
            {u"accounts-table"_s, place.accounts.text()},
            {u"barrier-table"_s, place.barrier.text()},
            {u"password"_s, wordOf(passwordWords, connection.passwordKept)},
            {u"care"_s, wordOf(careWords, connection.care)},
            {u"safety"_s, wordOf(safetyWords, connection.safety)},
            {u"peer"_s, connection.peerId},
            {u"payload-amount"_s, connection.payloadFields.amount},
            {u"payload-from"_s, connection.payloadFields.from},
            {u"payload-to"_s, connection.payloadFields.to}};
}

std::optional<Connection> connectionFromSettings(const QVariantMap &settings)
{
    const auto kind = valueOf<Connection::Kind>(kindWords, settings.value(u"kind"_s));
    const auto database = valueOf<DatabaseUrl::Kind>(databaseWords, settings.value(u"database-kind"_s));
    const auto care = valueOf<Connection::Care>(careWords, settings.value(u"care"_s));
    const auto safety = valueOf<Connection::Safety>(safetyWords, settings.value(u"safety"_s));
    const auto password = valueOf<Connection::PasswordKept>(passwordWords, settings.value(u"password"_s));
    const auto tls = valueOf<DatabaseUrl::Tls>(tlsWords, settings.value(u"tls"_s, tlsWords.front())); // older: none
    const QString id = settings.value(u"id"_s).toString();
    if (id.isEmpty() || !kind || !database || !care || !safety || !password || !tls)
        return std::nullopt;
    Connection connection;
    connection.id = id;
    connection.kind = *kind;
    connection.label = settings.value(u"label"_s).toString();
    connection.place.kind = *database;
    connection.place.path = settings.value(u"path"_s).toString();
    connection.place.host = settings.value(u"host"_s).toString();
    connection.place.port = quint16(settings.value(u"port"_s).toString().toUInt());
    connection.place.user = settings.value(u"user"_s).toString();
    connection.place.database = settings.value(u"database"_s).toString();
    connection.place.tls = *tls;
    connection.place.caFile = settings.value(u"ca"_s).toString();
    setTable(connection.place.accounts, settings.value(u"accounts-table"_s).toString());
    setTable(connection.place.barrier, settings.value(u"barrier-table"_s).toString());
    connection.passwordKept = *password;
    connection.care = *care;
    connection.safety = *safety;
    connection.peerId = settings.value(u"peer"_s).toString();
    connection.payloadFields = payloadFieldsFrom(settings);
    return connection;
}

} // namespace ui
