// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QString>

namespace ui {

/// Queries that find the message, its attempts and its barrier rows, for the store and for the banks' databases, SQLite
/// and MySQL alike. They only read. Pure.
QString sqlQueries(const core::message::Message &message);

} // namespace ui
