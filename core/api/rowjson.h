// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/jsonwriter.h"
#include "core/store/messagestore.h"

namespace core::api {

/// A message as a row of dtm's, under dtm's names (PROTOCOL §2), its options also flat beside it. Of our own beyond:
/// attempts, stalled, overridden, submit_time, last_verdict, last_status, last_error.
void writeTransactionRow(JsonWriter &json, const message::Message &message);

/// The message's branches as dtm's rows, in an array.
void writeBranchRows(JsonWriter &json, const message::Message &message);

void writeKeyValueRow(JsonWriter &json, const store::KeyValue &row);

/// RFC 3339 with milliseconds, in UTC.
QByteArray timeText(TimePoint time);

} // namespace core::api
