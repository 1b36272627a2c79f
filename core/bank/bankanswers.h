// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"

#include <QJsonObject>

namespace core::bank {

http::Response jsonAnswer(int status, const QJsonObject &body);
/// {"dtm_result":"SUCCESS"}
http::Response successAnswer();
/// {"dtm_result":"FAILURE","message":…} under the status that the code stands for; 425 says ONGOING, 503 adds
/// Retry-After.
http::Response errorAnswer(const Error &error);

} // namespace core::bank
