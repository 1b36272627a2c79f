// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QHashFunctions>

#include <cstdint>
#include <functional>
#include <mutex>

namespace core {

/// A message's identifier: 1–128 characters of 0x21–0x7E without ';', kept and compared byte for byte (PROTOCOL §6).
/// A Gid in hand is valid.
class Gid
{
public:
    static constexpr int lengthMax = 128;

    /// The gid that these bytes are, or an Invalid error that names the field "gid" and the offending position.
    static Result<Gid> fromBytes(QByteArray bytes);

    const QByteArray &bytes() const { return m_bytes; }
    QString toString() const { return QString::fromLatin1(m_bytes); }

    friend bool operator==(const Gid &, const Gid &) = default;
    friend bool operator<(const Gid &a, const Gid &b) { return a.m_bytes < b.m_bytes; }
    friend size_t qHash(const Gid &gid, size_t seed = 0) { return ::qHash(gid.m_bytes, seed); }

private:
    explicit Gid(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    QByteArray m_bytes;
};

/// Where random numbers come from: 64 bits a call. Any thread.
using RandomSource = std::function<std::uint64_t()>;

/// The operating system's generator. Takes about a microsecond.
RandomSource systemRandom();
/// A fast generator, for what need not be unguessable: spreading retries. One thread.
RandomSource quickRandom(std::uint64_t seed);

/// Makes gids and row ids that sort by the time they were made. Any thread.
/// A gid is 26 characters of Crockford's base 32 in capitals: 48 bits of milliseconds, 80 bits of chance; within one
/// millisecond the chance part counts on, so that the order also holds there.
class GidSource
{
public:
    GidSource(const Clock &clock, RandomSource random);

    Gid newGid();
    /// A positive 63-bit row id: milliseconds since 2020 in the upper bits, then 20 bits that start by chance and count
    /// on. Greater than every id made by this source before.
    std::int64_t newRowId();

private:
    const Clock &m_clock;
    RandomSource m_random;
    std::mutex m_mutex;
    std::uint64_t m_lastMs = 0;
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
    std::int64_t m_lastRowId = 0;
};

} // namespace core
