// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/session/bankview.h"

#include <QString>

namespace ui {

/// What the sentence of truth is made from.
struct TruthFacts
{
    std::optional<core::store::Counts> counts; ///< none: not read yet
    QString storeProblem; ///< why the store cannot be read; empty: it can
    BankTotals totals;
    QString bankProblem; ///< why a bank cannot be read; empty: it can, or is still being read
    std::optional<core::Millis> sinceRead; ///< since the banks were read
    QList<QByteArray> overridden = {}; ///< messages that a person ended; the newest first
};

/// One sentence on top, and the sum behind it.
struct Truth
{
    enum class Tone { Good, Bad, Unknown };
    Tone tone = Tone::Unknown;
    QString sentence;
    QString detail;
    friend bool operator==(const Truth &, const Truth &) = default;
};

/// Good only where both the store and the banks were read and the sum is what it was; never by lack of news. Pure.
Truth truthOf(const TruthFacts &facts);

} // namespace ui
