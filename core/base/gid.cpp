// SPDX-License-Identifier: Apache-2.0
#include "core/base/gid.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::uint64_t mask16 = 0xFFFF;
constexpr std::int64_t epochOf2020Ms = 1577836800000;
constexpr int rowIdChanceBits = 20;

bool isGidCharacter(char c)
{
    return c >= 0x21 && c <= 0x7E && c != ';';
}

} // namespace

Result<Gid> Gid::fromBytes(QByteArray bytes)
{
    if (bytes.isEmpty())
        return Error::invalid("gid", QStringLiteral("gid is missing: give 1 to 128 printable ASCII characters"));
    if (bytes.size() > lengthMax)
        return Error::invalid("gid",
                              QStringLiteral("gid has %1 characters: at most 128 are allowed").arg(bytes.size()));
    const auto wrong = std::find_if_not(bytes.cbegin(), bytes.cend(), isGidCharacter);
    if (wrong != bytes.cend()) {
        return Error::invalid(
            "gid",
            QStringLiteral(
                "gid has a character at position %1 that is not allowed: use printable ASCII without space and ';'")
                .arg(wrong - bytes.cbegin() + 1));
    }
    return Gid(std::move(bytes));
}

RandomSource systemRandom()
{
    return [] { return QRandomGenerator::system()->generate64(); };
}

RandomSource quickRandom(std::uint64_t seed)
{
    return [generator = QRandomGenerator64(static_cast<quint32>(seed ^ (seed >> 32)))]() mutable {
        return generator.generate();
    };
}

GidSource::GidSource(const Clock &clock, RandomSource random) : m_clock(clock), m_random(std::move(random)) { }

Gid GidSource::newGid()
{
    std::uint64_t ms = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto now = static_cast<std::uint64_t>(toEpochMs(m_clock.now()));
        if (now > m_lastMs) {
            m_lastMs = now;
            m_high = m_random() & (mask16 >> 1); // one bit left free for the carry
            m_low = m_random();
        } else if (++m_low == 0) {
            ++m_high;
        }
        ms = m_lastMs;
        high = m_high;
        low = m_low;
    }
    // 130 bits of text for 128 bits of value: 10 characters of time, 16 of chance.
    std::array<char, 26> text{};
    for (int i = 9; i >= 0; --i, ms >>= 5)
        text[i] = alphabet[ms & 31];
    for (int i = 25; i >= 10; --i) {
        text[i] = alphabet[low & 31];
        low = (low >> 5) | ((high & 31) << 59);
        high >>= 5;
    }
    return *Gid::fromBytes(QByteArray(text.data(), text.size()));
}

std::int64_t GidSource::newRowId()
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t ms = std::max<std::int64_t>(0, toEpochMs(m_clock.now()) - epochOf2020Ms);
    const std::int64_t first = ms << rowIdChanceBits;
    if (first > m_lastRowId)
        m_lastRowId = first | static_cast<std::int64_t>(m_random() & 0xFFFF);
    else
        ++m_lastRowId;
    return m_lastRowId;
}

} // namespace core
