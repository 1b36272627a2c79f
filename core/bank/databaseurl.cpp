// SPDX-License-Identifier: Apache-2.0
#include "core/bank/databaseurl.h"

#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace core::bank {

namespace {

constexpr quint16 mySqlPort = 3306;

Error wrongUrl()
{
    return Error::invalid(
        "db",
        QStringLiteral("db must be sqlite:PATH or mysql://USER@HOST:PORT/DB, without a password; after DB "
                       "?accounts=TABLE&barrier=TABLE may name other tables, and tls=off, tls=on or "
                       "tls=verify-ca&ca=FILE the encryption"));
}

Result<participant::TableName> tableOf(const QUrlQuery &query, const QString &key, const participant::TableName &usual)
{
    if (!query.hasQueryItem(key))
        return usual;
    return participant::TableName::fromText(query.queryItemValue(key).toUtf8());
}

bool isKnownKey(const QPair<QString, QString> &item)
{
    return QStringList{QStringLiteral("accounts"), QStringLiteral("barrier"), QStringLiteral("tls"),
                       QStringLiteral("ca")}
        .contains(item.first);
}

std::optional<DatabaseUrl::Tls> tlsOf(const QUrlQuery &query)
{
    if (!query.hasQueryItem(QStringLiteral("tls")))
        return DatabaseUrl::Tls::Off;
    const QString text = query.queryItemValue(QStringLiteral("tls"));
    if (text == u"off")
        return DatabaseUrl::Tls::Off;
    if (text == u"on")
        return DatabaseUrl::Tls::On;
    if (text == u"verify-ca")
        return DatabaseUrl::Tls::VerifyCa;
    return std::nullopt;
}

/// An authority is named exactly where it is asked for, and its name fits into the driver's list of options.
bool isGoodAuthority(const DatabaseUrl &url)
{
    return (url.tls == DatabaseUrl::Tls::VerifyCa) != url.caFile.isEmpty() && !url.caFile.contains(u';');
}

Result<DatabaseUrl> withOptions(DatabaseUrl url, const QUrlQuery &query)
{
    const QList<QPair<QString, QString>> items = query.queryItems();
    auto accounts = tableOf(query, QStringLiteral("accounts"), url.accounts);
    auto barrier = tableOf(query, QStringLiteral("barrier"), url.barrier);
    const auto tls = tlsOf(query);
    if (!accounts.ok() || !barrier.ok() || !tls || !std::all_of(items.begin(), items.end(), isKnownKey))
        return wrongUrl();
    url.accounts = *accounts;
    url.barrier = *barrier;
    url.tls = *tls;
    url.caFile = query.queryItemValue(QStringLiteral("ca"), QUrl::FullyDecoded);
    if (!isGoodAuthority(url))
        return wrongUrl();
    return url;
}

Result<DatabaseUrl> parseMySql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString database = url.path().mid(1);
    if (!url.isValid() || url.host().isEmpty() || url.userName().isEmpty() || !url.password().isEmpty()
        || database.isEmpty() || database.contains(u'/') || url.hasFragment())
        return wrongUrl();
    return withOptions(DatabaseUrl{.kind = DatabaseUrl::Kind::MySql,
                                   .path = {},
                                   .user = url.userName(),
                                   .host = url.host(),
                                   .port = static_cast<quint16>(url.port(mySqlPort)),
                                   .database = database},
                       QUrlQuery(url));
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    if (text.startsWith(QLatin1String("mysql://")))
        return parseMySql(text);
    const QLatin1String scheme("sqlite:");
    if (!text.startsWith(scheme) || text.size() == scheme.size())
        return wrongUrl();
    DatabaseUrl url;
    url.path = text.mid(scheme.size());
    return url;
}

QString DatabaseUrl::text() const
{
    if (kind == Kind::Sqlite)
        return QStringLiteral("sqlite:") + path;
    QUrl url;
    url.setScheme(QStringLiteral("mysql"));
    url.setUserName(user);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u'/' + database);
    return url.toString();
}

Result<QString> databasePassword(const QString &passwordFile)
{
    if (passwordFile.isEmpty())
        return qEnvironmentVariable("CHECKBACK_DB_PASSWORD");
    QFile file(passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid("db-password-file",
                              QStringLiteral("the password file cannot be read: %1").arg(file.errorString()));
    return QString::fromUtf8(file.readLine()).trimmed();
}

} // namespace core::bank
