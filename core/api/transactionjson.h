// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/transactionfields.h"
#include "core/api/urlrules.h"
#include "core/message/transition.h"

namespace core::api {

enum class Operation { Prepare, Submit, Abort };

/// What a request wants to happen to which message.
struct Transaction
{
    Gid gid;
    message::Event event;
};

/// Reads a prepare, submit or abort (PROTOCOL §3, §6). Content that names a topic has no branches yet: topics are
/// resolved in the loop. Errors are Invalid or TooLarge and name the field.
Result<Transaction> readTransaction(Operation operation, const simdjson::dom::object &object, const UrlRules &urls);

/// The same from a request's body.
Result<Transaction> readTransaction(Operation operation, QByteArrayView body, const UrlRules &urls);

/// A request that a person makes about a message: {"gid":…, "reason":…}.
struct ByHand
{
    Gid gid;
    QByteArray reason;
};
Result<ByHand> readByHand(QByteArrayView body);

} // namespace core::api
