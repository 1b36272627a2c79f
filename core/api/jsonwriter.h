// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <concepts>
#include <cstdint>

namespace core::api {

/// The text as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD, so that the result always is
/// JSON.
void appendJsonString(QByteArray &json, QByteArrayView text);

/// Writes JSON from front to back and sets the commas itself. It does not check that begin and end match.
class JsonWriter final
{
public:
    JsonWriter &beginObject() { return begin('{'); }
    JsonWriter &endObject() { return end('}'); }
    JsonWriter &beginArray() { return begin('['); }
    JsonWriter &endArray() { return end(']'); }
    JsonWriter &key(QByteArrayView name);

    JsonWriter &value(QByteArrayView text);
    template<std::integral T> JsonWriter &value(T number)
    {
        if constexpr (std::same_as<T, bool>)
            return raw(number ? "true" : "false");
        else
            return raw(QByteArray::number(static_cast<qlonglong>(number)));
    }
    /// JSON that is finished already.
    JsonWriter &raw(QByteArrayView json);

    template<typename T> JsonWriter &field(QByteArrayView name, const T &content) { return key(name).value(content); }
    /// Nothing for an empty text: the protocol lets empty fields be left out.
    JsonWriter &fieldIfAny(QByteArrayView name, QByteArrayView text)
    {
        return text.isEmpty() ? *this : field(name, text);
    }

    const QByteArray &text() const { return m_text; }
    QByteArray takeText() { return std::move(m_text); }

private:
    JsonWriter &begin(char bracket);
    JsonWriter &end(char bracket);
    void separate();

    QByteArray m_text;
    bool m_needsComma = false;
};

} // namespace core::api
