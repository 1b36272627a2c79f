// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

namespace core::api {

// The one place that turns what came of a request into HTTP (PROTOCOL §2, Errors).

/// 200 {"dtm_result":"SUCCESS"}.
const http::Response &successResponse();

/// 200 with this JSON as body.
http::Response jsonResponse(QByteArray json);

/// The status of the error's code and a body with its sentence as `message`. 409 also says dtm_result FAILURE and 425
/// ONGOING. Clients search bodies for these words, whatever the status, and roll back or wait when they find one; so
/// a sentence that quotes one is written with an escape, and no other error has a dtm_result.
http::Response errorResponse(const Error &error);

int httpStatusOf(Error::Code code);

} // namespace core::api
