// SPDX-License-Identifier: Apache-2.0
#include "core/store/storeaddress.h"

#include <QFile>
#include <QUrl>
#include <QUrlQuery>

namespace core::store {

namespace {

constexpr QLatin1String sqliteScheme("sqlite:");
constexpr QLatin1String mysqlScheme("mysql:");
constexpr int mysqlNameMax = 64; ///< characters of a user or database name

/// The text is not repeated where it may hold a password.
Error wrong(const QByteArray &field, const QString &why)
{
    return Error::invalid(
        field, QStringLiteral("the store's address: %1 (give sqlite:PATH or mysql://USER@HOST:PORT/DB)").arg(why));
}

Result<StoreAddress> sqliteFromText(const QString &text)
{
    const QString path = text.mid(sqliteScheme.size());
    if (path.isEmpty())
        return wrong("path", QStringLiteral("sqlite: lacks the path of a file"));
    return StoreAddress(SqliteAddress{path});
}

/// Letters, digits and what else needs no escape in a quoted SQL name or an error text.
bool isPlainName(const QString &name)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("_-$.").contains(c); };
    return !name.isEmpty() && name.size() <= mysqlNameMax && std::all_of(name.cbegin(), name.cend(), isPlain);
}

Status checkUrl(const QUrl &url)
{
    if (!url.isValid())
        return wrong("host", QStringLiteral("it is not a URL"));
    if (!url.password().isNull())
        return wrong("password",
                     QStringLiteral("a password in it could be read by others: use password-file=FILE or "
                                    "CHECKBACK_STORE_PASSWORD"));
    if (!isPlainName(url.userName()))
        return wrong("user", QStringLiteral("it lacks a user name of letters, digits, '_', '-', '.' or '$'"));
    if (url.host().isEmpty())
        return wrong("host", QStringLiteral("it lacks a host"));
    if (url.port(1) == 0)
        return wrong("port", QStringLiteral("port 0 is none"));
    if (!isPlainName(url.path().mid(1)))
        return wrong("database",
                     QStringLiteral("it lacks the name of a database of letters, digits, '_', '-', '.' or '$'"));
    return Done{};
}

Result<MysqlAddress::Tls> tlsFromText(const QString &text)
{
    if (text == u"off")
        return MysqlAddress::Tls::Off;
    if (text == u"on")
        return MysqlAddress::Tls::On;
    if (text == u"verify")
        return MysqlAddress::Tls::Verify;
    return wrong("tls", QStringLiteral("tls is off, on or verify"));
}

Status setOption(MysqlAddress &address, const QString &name, const QString &value)
{
    if (name == u"tls") {
        const auto tls = tlsFromText(value);
        if (!tls.ok())
            return tls.error();
        address.tls = *tls;
        return Done{};
    }
    if (name != u"ca" && name != u"password-file")
        return wrong(name.toUtf8(), QStringLiteral("%1 is not an option: tls, ca and password-file are").arg(name));
    if (value.isEmpty())
        return wrong(name.toUtf8(), QStringLiteral("%1 lacks the path of a file").arg(name));
    (name == u"ca" ? address.caFile : address.passwordFile) = value;
    return Done{};
}

Result<StoreAddress> mysqlFromText(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (const Status checked = checkUrl(url); !checked.ok())
        return checked.error();
    MysqlAddress address{.host = url.host(),
                         .port = static_cast<quint16>(url.port(MysqlAddress().port)),
                         .user = url.userName(),
                         .database = url.path().mid(1)};
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (const Status set = setOption(address, name, value); !set.ok())
            return set.error();
    }
    if (!address.caFile.isEmpty() && address.tls != MysqlAddress::Tls::Verify)
        return wrong("ca", QStringLiteral("ca is used only with tls=verify"));
    return StoreAddress(address);
}

Result<QString> firstLineOf(const QString &path)
{
    const auto unreadable = [&](const QString &why) {
        return Error::invalid("password-file", QStringLiteral("the password file %1: %2").arg(path, why));
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return unreadable(QStringLiteral("its first line is empty"));
    return QString::fromUtf8(line);
}

} // namespace

QString MysqlAddress::name() const
{
    const QString shownHost = host.contains(u':') ? u'[' + host + u']' : host;
    return QStringLiteral("%1@%2:%3/%4").arg(user, shownHost, QString::number(port), database);
}

Result<StoreAddress> storeAddressFromText(const QString &text)
{
    if (text.startsWith(sqliteScheme))
        return sqliteFromText(text);
    if (text.startsWith(mysqlScheme))
        return mysqlFromText(text);
    return wrong("scheme", QStringLiteral("it begins with neither sqlite: nor mysql:"));
}

Result<StoreAddress> withPassword(StoreAddress address, const QString &password)
{
    auto *mysql = std::get_if<MysqlAddress>(&address);
    if (!mysql)
        return address;
    mysql->password = password;
    if (mysql->passwordFile.isEmpty())
        return address;
    const Result<QString> line = firstLineOf(mysql->passwordFile);
    if (!line.ok())
        return line.error();
    mysql->password = *line;
    return address;
}

QString storeName(const StoreAddress &address)
{
    if (const auto *mysql = std::get_if<MysqlAddress>(&address))
        return QStringLiteral("mysql://") + mysql->name();
    return sqliteScheme + std::get<SqliteAddress>(address).path;
}

} // namespace core::store
