// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/byteappender.h"

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace core::store {

/// Writes numbers and bytes to a buffer that its owner keeps for reuse. The twin of ByteReader.
class ByteWriter
{
public:
    /// Starts over in the buffer, which is whole when the writer goes; its capacity stays.
    explicit ByteWriter(QByteArray &buffer) : m_bytes(emptied(buffer), bytesMostly) { }

    void byte(std::uint8_t value) { m_bytes.byte(static_cast<char>(value)); }
    /// 7 bits a byte, the lowest first; the top bit says that another byte follows.
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    /// Any signed number, small ones of either sign in one byte.
    void signedNumber(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void raw(QByteArrayView bytes) { m_bytes.bytes(bytes); }
    void sized(QByteArrayView bytes)
    {
        number(static_cast<std::uint64_t>(bytes.size()));
        raw(bytes);
    }

private:
    static constexpr qsizetype bytesMostly = 256;

    static QByteArray &emptied(QByteArray &buffer)
    {
        buffer.resize(0);
        return buffer;
    }

    ByteAppender m_bytes;
};

/// Reads what a ByteWriter wrote, never beyond the end. After the first thing that does not fit everything reads as
/// zero or empty and ok() is false, so that a parser asks once, at its end.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_rest(bytes) { }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.isEmpty(); }
    void fail()
    {
        m_ok = false;
        m_rest = {};
    }

    std::uint8_t byte()
    {
        if (m_rest.isEmpty()) {
            fail();
            return 0;
        }
        const auto value = static_cast<std::uint8_t>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return value;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
            if (next < 0x80)
                return m_ok ? value : 0;
        }
        fail();
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    /// A count of things that take at least one byte each: cannot be more than the bytes that are left.
    std::size_t count()
    {
        const std::uint64_t value = number();
        if (value > static_cast<std::uint64_t>(m_rest.size())) {
            fail();
            return 0;
        }
        return static_cast<std::size_t>(value);
    }
    QByteArrayView raw(std::size_t size)
    {
        if (size > static_cast<std::size_t>(m_rest.size())) {
            fail();
            return {};
        }
        const QByteArrayView bytes = m_rest.first(static_cast<qsizetype>(size));
        m_rest = m_rest.sliced(static_cast<qsizetype>(size));
        return bytes;
    }
    QByteArrayView sized() { return raw(count()); }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace core::store
