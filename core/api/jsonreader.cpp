// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonreader.h"

namespace core::api {

using namespace Qt::StringLiterals;
using simdjson::dom::element;

namespace {

QString faultOf(simdjson::error_code error)
{
    if (error == simdjson::UTF8_ERROR)
        return u"it is not UTF-8"_s;
    if (error == simdjson::DEPTH_ERROR)
        return u"it is nested too deeply"_s;
    if (error == simdjson::EMPTY)
        return u"it is empty"_s;
    return QString::fromUtf8(simdjson::error_message(error));
}

Result<element> parse(simdjson::dom::parser &parser, QByteArrayView text, const QByteArray &field, const QString &what)
{
    if (text.isEmpty()) // simdjson would copy from a null pointer
        return Error::invalid(field, what + u" is not JSON: "_s + faultOf(simdjson::EMPTY));
    element root;
    const auto error = parser.parse(text.data(), static_cast<size_t>(text.size())).get(root);
    if (error != simdjson::SUCCESS)
        return Error::invalid(field, what + u" is not JSON: "_s + faultOf(error));
    return root;
}

} // namespace

Result<element> parseBody(QByteArrayView body)
{
    thread_local simdjson::dom::parser parser;
    return parse(parser, body, {}, u"the body"_s);
}

Result<simdjson::dom::object> parseBodyObject(QByteArrayView body)
{
    const Result<element> root = parseBody(body);
    if (!root.ok())
        return root.error();
    simdjson::dom::object object;
    if (root->get(object) != simdjson::SUCCESS)
        return Error::invalid({}, u"the body is "_s + kindOf(*root) + u": give a JSON object"_s);
    return object;
}

Result<element> parseField(QByteArrayView text, const QByteArray &field)
{
    thread_local simdjson::dom::parser parser;
    return parse(parser, text, field, QString::fromLatin1(field));
}

QString kindOf(const element &value)
{
    switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
        return u"an array"_s;
    case simdjson::dom::element_type::OBJECT:
        return u"an object"_s;
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE:
        return u"a number"_s;
    case simdjson::dom::element_type::STRING:
        return u"a string"_s;
    case simdjson::dom::element_type::BOOL:
        return u"true or false"_s;
    case simdjson::dom::element_type::NULL_VALUE:
        return u"null"_s;
    }
    return u"something else"_s;
}

Error wrongKind(const QByteArray &field, const element &value, const QString &wanted)
{
    return Error::invalid(field, QString::fromUtf8(field) + u" is "_s + kindOf(value) + u": give "_s + wanted);
}

} // namespace core::api
