// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

namespace core::http {

/// Why the server itself answers a request, instead of its handler.
struct Refusal
{
    int status = 400;
    QByteArray message; ///< English, UTF-8: what is wrong and what would be right
    Headers headers = {}; ///< further ones, e.g. Retry-After
};

/// The refusal as an answer with the body {"message":…}.
Response toResponse(const Refusal &refusal);

} // namespace core::http
