// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/options.h"
#include "core/store/storeaddress.h"

namespace core::checkbackd {

/// --store with this default, and --store-password-file.
QList<OptionSpec> storeOptions(const QString &description, const QString &defaultStore);

/// The store that these options name, which must not be empty, with its password: from --store-password-file, from
/// the address's own password-file, or from CHECKBACK_STORE_PASSWORD. Invalid names the option.
Result<store::StoreAddress> storeFrom(const Options &options);

} // namespace core::checkbackd
