// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>

namespace core {

/// An exact amount with two decimals, as the bank table's decimal(10,2) holds it. Never passes through double.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromCents(std::int64_t cents) { return Money(cents); }
    /// Reads "30", "30.0", "30.00", "-1.5": the text of a JSON number token or of a database column. At most two
    /// decimals that are not zero and eight digits before the point (decimal(10,2)); anything else, exponents among it,
    /// is an Invalid error on the given field.
    static Result<Money> fromText(QByteArrayView text, const QByteArray &field = "amount");

    constexpr std::int64_t cents() const { return m_cents; }
    /// Always two decimals, '.' as point, '-' as sign, no grouping: "30.00".
    QByteArray toText() const;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_cents + b.m_cents); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_cents - b.m_cents); }
    friend constexpr Money operator-(Money a) { return Money(-a.m_cents); }

private:
    constexpr explicit Money(std::int64_t cents) : m_cents(cents) { }

    std::int64_t m_cents = 0;
};

} // namespace core
