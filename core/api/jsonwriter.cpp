// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonwriter.h"

#include <QString>

namespace core::api {

namespace {

void appendEscaped(QByteArray &json, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
    case '\\':
        json.append('\\').append(c);
        return;
    case '\n':
        json.append("\\n");
        return;
    default:
        json.append("\\u00").append(hex[c >> 4]).append(hex[c & 0xf]);
    }
}

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendUtf8(QByteArray &json, QByteArrayView text)
{
    const char *plain = text.begin();
    for (const char *at = text.begin(); at != text.end(); ++at) {
        if (!needsEscape(*at))
            continue;
        json.append(plain, at - plain);
        appendEscaped(json, *at);
        plain = at + 1;
    }
    json.append(plain, text.end() - plain);
}

} // namespace

void appendJsonString(QByteArray &json, QByteArrayView text)
{
    json.append('"');
    if (text.isValidUtf8())
        appendUtf8(json, text);
    else
        appendUtf8(json, QString::fromUtf8(text).toUtf8());
    json.append('"');
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    separate();
    appendJsonString(m_text, name);
    m_text.append(':');
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(QByteArrayView text)
{
    separate();
    appendJsonString(m_text, text);
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_text.append(json);
    return *this;
}

JsonWriter &JsonWriter::begin(char bracket)
{
    separate();
    m_text.append(bracket);
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::end(char bracket)
{
    m_text.append(bracket);
    m_needsComma = true;
    return *this;
}

/// Called before every key and every value; what follows a key or an opening bracket needs no comma.
void JsonWriter::separate()
{
    if (m_needsComma)
        m_text.append(',');
    m_needsComma = true;
}

} // namespace core::api
