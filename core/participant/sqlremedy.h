// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlError>

namespace core::participant {

/// A database's error in its own words with its number and, for MySQL's usual misfortunes (rights, missing tables, a
/// server that is away, full or read-only), what to do about it: "Access denied … (1045): check the user …".
QString wordsOf(const QSqlError &error);

} // namespace core::participant
