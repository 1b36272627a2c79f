// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/banksoption.h"

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

/// The bank named by an option; none where it is left out.
Result<std::optional<bank::DatabaseUrl>> bankOf(const Options &options, const QString &name)
{
    if (options.value(name).isEmpty())
        return std::optional<bank::DatabaseUrl>();
    auto url = bank::DatabaseUrl::parse(options.value(name));
    if (!url.ok())
        return Error::invalid(name.toLatin1(), u"--%1: "_s.arg(name) + url.error().detail);
    return std::optional(*url);
}

} // namespace

QList<OptionSpec> banksOptions(const QString &whenLeftOut)
{
    return {
        {u"bank-a"_s,
         u"URL"_s,
         u"the sender's database, sqlite:PATH or mysql://USER@HOST:PORT/DB; left out: "_s + whenLeftOut,
         {}},
        {u"bank-b"_s, u"URL"_s, u"the receiver's database, another one"_s, {}},
        {u"db-password-file"_s, u"FILE"_s, u"the password of the banks' MySQL user, else CHECKBACK_DB_PASSWORD"_s, {}},
    };
}

Result<ExampleBanks> banksFrom(const Options &options)
{
    const auto sender = bankOf(options, u"bank-a"_s);
    const auto receiver = bankOf(options, u"bank-b"_s);
    if (!sender.ok() || !receiver.ok())
        return sender.ok() ? receiver.error() : sender.error();
    if (*sender && *sender == *receiver)
        return Error::invalid("bank-b", u"--bank-b: give bank B a database of its own"_s);
    const auto password = bank::databasePassword(options.value(u"db-password-file"_s));
    if (!password.ok())
        return password.error();
    return ExampleBanks{*sender, *receiver, *password};
}

} // namespace core::checkbackd
