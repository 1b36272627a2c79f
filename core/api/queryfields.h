// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <cstdint>

namespace core::api {

struct NumberRange
{
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// A number in a request's query; whenAbsent where the field is missing or empty. The Invalid error names field and
/// range.
Result<std::int64_t> queryNumber(const http::Request &request, const QByteArray &field, std::int64_t whenAbsent,
                                 NumberRange range);

/// A text in a request's query that must be there. The Invalid error names the field.
Result<QByteArray> queryText(const http::Request &request, const QByteArray &field);

} // namespace core::api
