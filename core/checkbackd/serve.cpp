// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/commands.h"
#include "core/checkbackd/faultorders.h"
#include "core/checkbackd/storeoption.h"
#include "core/checkbackd/termination.h"
#include "core/http/tls.h"
#include "core/node/node.h"

#include <QStandardPaths>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t keepDaysMax = 36'500;
constexpr std::int64_t keepMessagesMax = 1'000'000'000'000;

QString defaultStore()
{
    return u"sqlite:"_s + QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/checkback/checkbackd.db"_s;
}

/// A wider bind than loopback needs a token, so that nobody opens a coordinator to a network by accident.
Status checkToken(const Endpoint &listen, const QByteArray &token)
{
    if (listen.address.isLoopback() || !token.isEmpty())
        return Done{};
    return Error::invalid("listen",
                          u"--listen %1 is reachable from other machines: that needs a token (--token-file FILE)"_s.arg(
                              listen.address.toString()));
}

Result<Millis> secondsFromText(const QString &text, const QByteArray &option)
{
    bool isNumber = false;
    const qlonglong value = text.toLongLong(&isNumber);
    if (!isNumber || value < 1 || value > 30 * 24 * 3600)
        return Error::invalid(
            option, u"--%1 %2: give whole seconds from 1 to 2592000"_s.arg(QString::fromLatin1(option), text));
    return Millis(value * 1000);
}

Result<std::int64_t> countFromText(const QString &text, const QByteArray &option, std::int64_t max)
{
    bool isNumber = false;
    const qlonglong value = text.toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > max)
        return Error::invalid(
            option, u"--%1 %2: give a whole number from 0 to %3"_s.arg(QString::fromLatin1(option), text).arg(max));
    return std::int64_t{value};
}

/// How long finished messages are kept, and how many messages.
Status readKept(const Options &options, node::NodeOptions &node)
{
    const auto days = countFromText(options.value(u"keep-days"_s), "keep-days", keepDaysMax);
    if (!days.ok())
        return days.error();
    const auto messages = countFromText(options.value(u"keep-messages"_s), "keep-messages", keepMessagesMax);
    if (!messages.ok())
        return messages.error();
    node.keepFor = std::chrono::hours(24 * *days);
    node.keepMax = *messages;
    return Done{};
}

Status readCertificates(const Options &options, node::NodeOptions &node)
{
    for (const QString &file : options.values(u"ca-file"_s)) {
        if (const Status good = http::checkCertificateFile(file); !good.ok())
            return Error::invalid("ca-file", u"--ca-file "_s + good.error().detail);
        node.caCertificateFiles.append(file.toUtf8());
    }
    return Done{};
}

Result<node::NodeOptions> nodeOptions(const Options &options)
{
    const auto listen = endpointFromText(options.value(u"listen"_s), "listen");
    if (!listen.ok())
        return listen.error();
    const auto store = storeFrom(options);
    if (!store.ok())
        return store.error();
    const auto retryCap = secondsFromText(options.value(u"retry-cap"_s), "retry-cap");
    if (!retryCap.ok())
        return retryCap.error();
    node::NodeOptions node;
    node.store = *store;
    node.listenAddress = listen->address;
    node.port = listen->port;
    node.retryCap = *retryCap;
    if (const Status kept = readKept(options, node); !kept.ok())
        return kept.error();
    for (const QString &host : options.values(u"allowed-host"_s))
        node.server.allowedHosts.append(host.toLatin1());
    if (const Status certificates = readCertificates(options, node); !certificates.ok())
        return certificates.error();
    if (const QString file = options.value(u"token-file"_s); !file.isEmpty()) {
        const auto token = secretFromFile(file, "token-file");
        if (!token.ok())
            return token.error();
        node.server.token = *token;
    }
    if (const Status allowed = checkToken(*listen, node.server.token); !allowed.ok())
        return allowed.error();
    return node;
}

} // namespace

QList<OptionSpec> serveOptions()
{
    return storeOptions(u"where messages are kept; left out: checkback/checkbackd.db in the user's data folder"_s,
                        defaultStore())
        + QList<OptionSpec>{
            {u"listen"_s, u"HOST:PORT"_s, u"where to listen; port 0 picks a free one (127.0.0.1:36789)"_s,
             u"127.0.0.1:36789"_s},
            {u"allowed-host"_s,
             u"NAME"_s,
             u"a further name that clients may call this coordinator by; may be repeated"_s,
             {}},
            {u"token-file"_s, u"FILE"_s, u"requests need the token in its first line; needed beyond loopback"_s, {}},
            {u"ca-file"_s, u"FILE"_s, u"further trusted certificates (PEM) for https branches; may be repeated"_s, {}},
            {u"retry-cap"_s, u"SECONDS"_s, u"the longest interval between two tries (600)"_s, u"600"_s},
            {u"keep-days"_s, u"DAYS"_s, u"how long finished messages are kept; 0: for ever (30)"_s, u"30"_s},
            {u"keep-messages"_s, u"COUNT"_s,
             u"how many messages are kept: beyond, the oldest finished ones go; 0: any number (0)"_s, u"0"_s},
            {u"config"_s, u"FILE"_s, u"read options from an INI file"_s, {}},
            {u"test-mode"_s, {}, u"let CHECKBACK_FAULTS arm fault points"_s, {}},
            faultOrdersOption(),
        };
}

int serve(const Options &options)
{
    const auto wanted = nodeOptions(options);
    if (!wanted.ok())
        return report(wanted.error());
    node::Node node(*wanted);
    if (const Status started = node.start(); !started.ok())
        return report(started.error());
    takeFaultOrders(options);
    waitForTermination(node.address(), node.port());
    node.stop();
    return exitGood;
}

} // namespace core::checkbackd
