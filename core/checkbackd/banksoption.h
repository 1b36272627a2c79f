// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/example.h"
#include "core/checkbackd/options.h"

namespace core::checkbackd {

/// --bank-a, --bank-b and --db-password-file; whenLeftOut says what holds without the first.
QList<OptionSpec> banksOptions(const QString &whenLeftOut);

/// The databases that these options name, with the password of their user. Invalid names the option that is wrong, as
/// one database for both banks.
Result<ExampleBanks> banksFrom(const Options &options);

} // namespace core::checkbackd
