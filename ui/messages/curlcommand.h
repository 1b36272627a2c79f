// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QString>

namespace ui {

/// A word for a POSIX shell, in single quotes: nothing in it is expanded.
QString shellQuoted(const QString &text);

/// What the sender would have sent to submit this message, as a curl command of several lines.
/// coordinatorUrl: "http://127.0.0.1:36789/api/dtmsvr".
QString submitCommand(const core::message::Message &message, const QString &coordinatorUrl);

/// The call of one branch as the coordinator makes it (PROTOCOL §4), with the message's own headers.
QString branchCommand(const core::message::Message &message, int branch);

/// The checkback as the coordinator makes it; empty where the message has no query_prepared.
QString checkbackCommand(const core::message::Message &message);

} // namespace ui
