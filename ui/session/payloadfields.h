// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ui {

/// Which members of a payload's outermost object say how much goes from whom to whom. As they are: the demo pair's.
struct PayloadFields
{
    QString amount = QStringLiteral("amount");
    QString from = QStringLiteral("from");
    QString to = QStringLiteral("to");

    static constexpr qsizetype nameMax = 64;

    friend bool operator==(const PayloadFields &, const PayloadFields &) = default;
};

/// Invalid on "amountField", "fromField" or "toField" when it is no name of 1 to nameMax characters that a payload has
/// as it is: with quotes, backslashes, control characters or spaces around it, it is none. Pure.
core::Status checkPayloadFields(const PayloadFields &fields);

} // namespace ui
