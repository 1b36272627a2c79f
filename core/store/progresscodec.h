// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/message/message.h"

namespace core::store {

/// Writes what only a message that was not clean has to remember (branchDone, lastVerdict, lastHttpStatus, backoffStep,
/// lastError, reason, overridden) into buffer, whose capacity is reused. Leaves it empty for the two clean cases, so
/// that an ordinary message stores none: nothing called yet, or succeed with every branch done and 200 as the last
/// answer.
void encodeProgress(const message::Message &message, QByteArray &buffer);

/// Sets these fields; state and content must be set already. Internal error when the bytes are damaged.
Status decodeProgress(QByteArrayView bytes, message::Message &message);

} // namespace core::store
