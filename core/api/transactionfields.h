// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/jsonreader.h"
#include "core/message/message.h"

namespace core::api {

/// The fields of a request about one message (PROTOCOL §3) as they were sent: right in kind and range, not yet checked
/// against each other. What was left out, null, or 0 for an interval, has its default.
struct TransactionFields
{
    QByteArray gid;
    QByteArray transType;
    QByteArray reason; ///< rollback_reason
    QList<QByteArray> payloads;
    message::Content content; ///< steps have their actions but no payloads; no branches
};

/// Which fields a request may have; others are not looked at.
enum class FieldSet {
    Whole, ///< prepare, submit
    Abort, ///< gid, trans_type, rollback_reason: an abort must not fail for something that it does not need
    ByHand, ///< gid, rollback_reason or reason
};

/// Invalid errors name the field and what would be right: a wrong kind, a number out of range, a field that stands
/// twice.
Result<TransactionFields> readFields(const simdjson::dom::object &object, FieldSet fieldSet);

} // namespace core::api
