// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QByteArray>

namespace ui {

/// All that is known of a message as JSON: what the HTTP API's query answers (PROTOCOL §2), and the attempts that were
/// kept. Payloads stand in branches as bin_data, in base 64; values of headers are masked. Pure.
QByteArray rawJson(const core::message::Message &message, const QList<core::message::Attempt> &attempts);

} // namespace ui
