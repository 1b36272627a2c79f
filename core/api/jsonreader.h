// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <simdjson.h>

namespace core::api {

/// A request's body as JSON. Valid until the next call on the same thread. An Invalid error (without a field) says what
/// is wrong: no JSON, not UTF-8, nested too deeply.
Result<simdjson::dom::element> parseBody(QByteArrayView body);

/// As parseBody(), which must have an object in it.
Result<simdjson::dom::object> parseBodyObject(QByteArrayView body);

/// JSON inside a text field, e.g. custom_data. Valid until the next call on the same thread; leaves what parseBody()
/// gave as it is. The error names the field.
Result<simdjson::dom::element> parseField(QByteArrayView text, const QByteArray &field);

/// What a value is, for errors: "a string", "a number", "an object", "an array", "true or false", "null".
QString kindOf(const simdjson::dom::element &value);

/// The Invalid error of a field with a value of the wrong kind: "FIELD is KIND: give WANTED".
Error wrongKind(const QByteArray &field, const simdjson::dom::element &value, const QString &wanted);

inline QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace core::api
