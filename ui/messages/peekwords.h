// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/peek.h"

#include <QCoreApplication>

namespace ui {

/// What a look at the banks says, in words. Pure.
class PeekWords final
{
    Q_DECLARE_TR_FUNCTIONS(ui::PeekWords)
public:
    /// What a checkback would decide, or why that cannot be told.
    static QString outlook(const Peek &peek);
    /// "Bank A: 00 msg, 01, user 1 −30.00, 10:58:24" a line for each row that was found, and for each bank without one.
    static QString rows(const Peek &peek);
    /// What was applied at the banks of which the coordinator was not told; empty: nothing, as far as they were read.
    static QString unconfirmed(const Peek &peek, const core::message::Message &message);
};

} // namespace ui
