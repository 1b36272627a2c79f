// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

namespace ui {

/// What stands for a header's value on the screen: as long for each, so that it tells nothing of it.
inline constexpr char maskedValue[] = "••••••";

/// The message with the values of its branch headers masked: they may be keys of the receiver. For screens; what is
/// sent is never masked. Pure.
core::message::Message maskedMessage(const core::message::Message &message);

} // namespace ui
