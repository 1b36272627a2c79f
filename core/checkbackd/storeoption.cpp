// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/storeoption.h"

namespace core::checkbackd {

using namespace Qt::StringLiterals;

QList<OptionSpec> storeOptions(const QString &description, const QString &defaultStore)
{
    return {
        {u"store"_s, u"URL"_s,
         description + u": sqlite:PATH, or mysql://USER@HOST:PORT/DB with ?tls=verify&ca=FILE for a trusted server"_s,
         defaultStore},
        {u"store-password-file"_s,
         u"FILE"_s,
         u"the password of the store's MySQL user, else CHECKBACK_STORE_PASSWORD"_s,
         {}},
    };
}

Result<store::StoreAddress> storeFrom(const Options &options)
{
    Result<store::StoreAddress> address = store::storeAddressFromText(options.value(u"store"_s));
    if (!address.ok())
        return Error::invalid("store", u"--store: "_s + address.error().detail);
    QString password = qEnvironmentVariable("CHECKBACK_STORE_PASSWORD");
    if (const QString file = options.value(u"store-password-file"_s); !file.isEmpty()) {
        const auto secret = secretFromFile(file, "store-password-file");
        if (!secret.ok())
            return secret.error();
        password = QString::fromUtf8(*secret);
    }
    return store::withPassword(*address, password);
}

} // namespace core::checkbackd
