// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

namespace ui {

// A connection in words, in the language of the moment. Pure.

/// "Embedded engine · MySQL", "MySQL · db:3306/bank": what and where it is.
QString kindWords(const Connection &connection);
/// "teller at db:3306/bank": who logs in where, as a sentence that asks for the password.
QString passwordSentence(const Connection &connection);
/// Whether a password that is given is kept.
QString passwordHint(const Connection &connection);
QString careWord(Connection::Care care); ///< "TEST"
QString safetyWord(Connection::Safety safety); ///< "Read-only"
/// What that means for somebody who works with it.
QString safetySentence(Connection::Safety safety);
/// The name of a lock icon that is open or closed.
QString safetyIcon(Connection::Safety safety);

} // namespace ui
