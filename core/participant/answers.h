// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"
#include "core/message/message.h"

#include <QJsonObject>

namespace core::participant {

http::Response jsonAnswer(int status, const QJsonObject &body);
/// {"dtm_result":"SUCCESS"}
http::Response successAnswer();
/// {"message":…} under the status that the code stands for; 409 also says dtm_result FAILURE and 425 ONGOING, 503 adds
/// Retry-After. No other answer has one of these words in it, for a coordinator of dtm's searches for them whatever the
/// status, and would take a database that is away for a transaction that was rolled back.
http::Response errorAnswer(const Error &error);
/// What a checkback answers: SUCCESS, FAILURE (409), ONGOING (425), and for an error that nobody knows.
http::Response verdictAnswer(const Result<message::Verdict> &verdict);

} // namespace core::participant
