// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/session/payloadfields.h"
#include "ui/session/transfertypes.h"

#include <optional>

namespace ui {

/// The order of one more transfer like the one that this message carries: from whom to whom, how much, with which
/// delay. Nothing where its first payload names no receiver and amount, or none that a transfer may have. pairs: by
/// which names it is read. Pure.
std::optional<TransferOrder> orderLike(const core::message::Message &message, const QList<PayloadFields> &pairs = {});

} // namespace ui
