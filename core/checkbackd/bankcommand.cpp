// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankservice.h"
#include "core/checkbackd/commands.h"
#include "core/checkbackd/faultorders.h"
#include "core/checkbackd/termination.h"
#include "core/http/url.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

QString defaultDatabase()
{
    return u"sqlite:"_s + QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/checkback/bank.db"_s;
}

/// As for a store: the user's data folder may have none yet. For its owner only.
Status makeFolder(const bank::DatabaseUrl &database)
{
    const QDir folder = QFileInfo(database.path).absoluteDir();
    if (database.kind != bank::DatabaseUrl::Kind::Sqlite || folder.exists())
        return Done{};
    const QString around = QFileInfo(folder.absolutePath()).absolutePath();
    constexpr auto ownerFolder = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(around) && QDir().mkdir(folder.absolutePath(), ownerFolder))
        return Done{};
    return Error::unavailable(
        u"the folder %1 of the bank's database cannot be made: give this user the right to, or choose another place"_s
            .arg(folder.absolutePath()));
}

/// A wrong address is told at the start, not by the first transfer.
Status checkUrls(const Options &options)
{
    for (const QString &name : {u"coordinator"_s, u"peer"_s, u"public-url"_s}) {
        const QString text = options.value(name);
        if (text.isEmpty())
            continue;
        const QByteArray option = "--" + name.toLatin1();
        if (const auto url = http::Url::parse(text.toUtf8(), option + ' ' + text.toUtf8()); !url.ok())
            return Error::invalid(name.toLatin1(), url.error().detail);
    }
    return Done{};
}

Result<bank::BankServiceOptions> serviceOptions(const Options &options)
{
    if (const Status urls = checkUrls(options); !urls.ok())
        return urls.error();
    const auto database = bank::DatabaseUrl::parse(options.value(u"db"_s));
    if (!database.ok())
        return database.error();
    const auto password = bank::databasePassword(options.value(u"db-password-file"_s));
    if (!password.ok())
        return password.error();
    bank::BankServiceOptions service;
    service.database = *database;
    service.databasePassword = *password;
    service.coordinatorUrl = options.value(u"coordinator"_s).toUtf8();
    service.peerUrl = options.value(u"peer"_s).toUtf8();
    service.naive = options.isOn(u"naive"_s);
    service.publicUrl = options.value(u"public-url"_s).toUtf8();
    if (const QString file = options.value(u"token-file"_s); !file.isEmpty()) {
        const auto token = secretFromFile(file, "token-file");
        if (!token.ok())
            return token.error();
        service.coordinatorToken = *token;
    }
    return service;
}

/// A bank has no token of its own, so it serves this machine only.
Result<Endpoint> loopbackEndpoint(const QString &text)
{
    const auto listen = endpointFromText(text, "listen");
    if (listen.ok() && !listen->address.isLoopback())
        return Error::invalid("listen", u"--listen %1: a sample bank listens on 127.0.0.1 or [::1] only"_s.arg(text));
    return listen;
}

} // namespace

QList<OptionSpec> bankOptions()
{
    return {
        {u"listen"_s, u"HOST:PORT"_s, u"where to listen; port 0 picks a free one (127.0.0.1:8081)"_s,
         u"127.0.0.1:8081"_s},
        {u"db"_s, u"URL"_s,
         u"the bank's database; left out: checkback/bank.db in the user's data folder: sqlite:PATH or mysql://USER@HOST:PORT/DB[?accounts=TABLE&barrier=TABLE&tls=verify-ca&ca=FILE]"_s,
         defaultDatabase()},
        {u"db-password-file"_s, u"FILE"_s, u"the password of a MySQL user, else CHECKBACK_DB_PASSWORD"_s, {}},
        {u"coordinator"_s, u"URL"_s, u"the coordinator to submit to (http://127.0.0.1:36789/api/dtmsvr)"_s,
         u"http://127.0.0.1:36789/api/dtmsvr"_s},
        {u"token-file"_s, u"FILE"_s, u"the coordinator's token"_s, {}},
        {u"peer"_s, u"URL"_s, u"the bank that transfers go to; left out: this one"_s, {}},
        {u"public-url"_s, u"URL"_s, u"how the coordinator reaches this bank; left out: the address listened on"_s, {}},
        {u"config"_s, u"FILE"_s, u"read options from an INI file"_s, {}},
        {u"test-mode"_s, {}, u"let CHECKBACK_FAULTS arm fault points"_s, {}},
        {u"naive"_s, {}, u"offer naive transfers, which lose money, for a demonstration; with --test-mode only"_s, {}},
        faultOrdersOption(),
    };
}

int bank(const Options &options)
{
    const auto listen = loopbackEndpoint(options.value(u"listen"_s));
    if (!listen.ok())
        return report(listen.error());
    const auto wanted = serviceOptions(options);
    if (!wanted.ok())
        return report(wanted.error());
    if (options.isOn(u"naive"_s) && !options.isOn(u"test-mode"_s))
        return report(Error::invalid("naive", u"--naive: naive transfers lose money; they need --test-mode"_s));
    if (const Status made = makeFolder(wanted->database); !made.ok())
        return report(made.error());
    bank::BankService service(*wanted);
    if (const Status started = service.start(listen->address, listen->port); !started.ok())
        return report(started.error());
    takeFaultOrders(options);
    waitForTermination(service.address(), service.port());
    service.drain();
    return exitGood;
}

} // namespace core::checkbackd
