// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace widgets {

/// What the delegates of this folder ask a model for, beside Qt::DisplayRole.
enum Role {
    StateRole = Qt::UserRole + 100, ///< theme::State: a chip with its word
    VerdictRole, ///< theme::Verdict: a chip; the display text, if any, is its word
    MoneyRole, ///< core::Money
    DeltaRole, ///< core::Money: by how much the cell changed
    ChangedAtRole, ///< core::TimePoint: when it changed
    TimeRole, ///< core::TimePoint: shown as an age
    DueRole, ///< core::TimePoint: shown as a countdown
    GidRole, ///< QByteArray or QString: the full gid
    BankRole, ///< theme::Bank: a coloured bar before the text
};

} // namespace widgets
