// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

namespace core::http {

/// How an answer goes onto its connection; follows from the request, not from the handler.
struct AnswerFraming
{
    bool keepsAlive = true;
    bool isHttp10 = false;
    bool isBodyLeftOut = false; ///< HEAD
};

/// Appends a complete answer to `to`. `date` is the value of the Date header (RFC 9110 §6.6.1), left out when empty.
/// A further header with a line break in it would split the answer: it is dropped with a warning.
void appendResponse(QByteArray &to, const Response &response, QByteArrayView date, AnswerFraming framing);

/// The time now as Date wants it, e.g. "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate();

} // namespace core::http
