// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace core {

/// Appends many small pieces to a byte array: at a third of what the array's own append() costs for each. The array is
/// whole again when this goes; until then nobody else may touch it.
class ByteAppender final
{
public:
    /// room: how many bytes will likely come.
    ByteAppender(QByteArray &to, qsizetype room) : m_to(to) { makeRoom(to.size(), room); }
    ~ByteAppender() { m_to.truncate(size()); }
    Q_DISABLE_COPY_MOVE(ByteAppender)

    qsizetype size() const { return m_at - m_to.constData(); }

    void byte(char value)
    {
        need(1);
        *m_at++ = value;
    }
    void bytes(QByteArrayView value)
    {
        need(value.size());
        if (!value.isEmpty())
            std::memcpy(m_at, value.data(), static_cast<std::size_t>(value.size()));
        m_at += value.size();
    }
    /// Two digits of hexadecimal a byte.
    void hex(QByteArrayView value)
    {
        static constexpr char digits[] = "0123456789ABCDEF";
        need(2 * value.size());
        for (const char byte : value) {
            *m_at++ = digits[static_cast<unsigned char>(byte) >> 4];
            *m_at++ = digits[static_cast<unsigned char>(byte) & 15];
        }
    }
    /// In decimal.
    void number(std::int64_t value)
    {
        constexpr qsizetype digitsMax = 20;
        need(digitsMax);
        m_at = std::to_chars(m_at, m_at + digitsMax, value).ptr;
    }

private:
    void need(qsizetype more)
    {
        if (m_end - m_at < more)
            makeRoom(size(), std::max(more, m_to.size()));
    }
    void makeRoom(qsizetype used, qsizetype more)
    {
        m_to.resize(std::max(used + more, m_to.capacity()));
        m_at = m_to.data() + used;
        m_end = m_to.data() + m_to.size();
    }

    QByteArray &m_to;
    char *m_at = nullptr;
    char *m_end = nullptr;
};

} // namespace core
