// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/gid.h"
#include "core/base/money.h"
#include "core/participant/msg.h"

#include <optional>

namespace core::bank {

/// The body of SagaBTransIn: `{"amount":30,"user_id":2}`.
struct CreditRequest
{
    Money amount;
    int userId = 2;

    /// Amounts are read from the token's text, as a JSON number or string. Invalid, naming the field, for an amount
    /// that is not positive, a wrong user_id, a field given twice, or bytes that are no JSON object. Unknown fields are
    /// ignored.
    static Result<CreditRequest> parse(QByteArrayView json);
};

/// The body of Transfer: `{"from":1,"to":2,"amount":"30.00","key":"…"}` and, if wanted, wait_result, delay,
/// timeout_to_fail, request_timeout and retry_interval as a message has them.
struct TransferRequest
{
    int from = 0;
    int to = 0;
    Money amount;
    std::optional<Gid> key;
    participant::MsgOptions options;

    /// As CreditRequest::parse().
    static Result<TransferRequest> parse(QByteArrayView json);
    /// The body of the credit at the other bank; the same bytes for the same transfer. A whole amount has no decimals,
    /// for receivers that read an integer. "from" is for people who look at the message: a receiver ignores it.
    QByteArray creditPayload() const;
};

} // namespace core::bank
