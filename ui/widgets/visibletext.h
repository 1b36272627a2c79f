// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace widgets {

/// Text of others, fit to be looked at: control characters, and those that turn the direction of writing around, are
/// shown as "␀" or "⟨U+202E⟩" and do nothing. Line ends and tabs stay. What is copied is not this but the text. Pure.
QString visibleText(const QString &text);

} // namespace widgets
