// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/gid.h"
#include "core/participant/msg.h"

namespace core::participant {

/// A transaction as prepare and submit take it (PROTOCOL §3), options that are zero or empty left out. Payloads keep
/// their bytes. Invalid, naming the field, for text that is not UTF-8, a negative interval, or delay beside
/// custom_data.
Result<QByteArray> transactionJson(const Gid &gid, const QList<message::Step> &steps, const QByteArray &queryPrepared,
                                   const MsgOptions &options);

/// The little that abort needs.
QByteArray abortJson(const Gid &gid);

} // namespace core::participant
