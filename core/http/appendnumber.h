// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <charconv>

namespace core::http {

/// Appends the number in decimal, without making a string of it first.
inline void appendNumber(QByteArray &out, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end - digits);
}

} // namespace core::http
