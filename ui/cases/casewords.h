// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/casefile/casereplay.h"

#include <QString>

namespace ui {

// Words around cases, in the language of the moment. Pure.

/// Why a file cannot be opened as a case, with what is wrong and where: a whole sentence.
QString caseProblem(const core::Error &error);

/// One line of the comparison of a record with its replay.
struct ReplayLine
{
    QString what; ///< "State"
    QString recorded;
    QString replayed;
    bool isAlike = true;
};
QList<ReplayLine> replayLines(const core::casefile::Case &recorded, const core::casefile::Replay &replay);

/// What came of a replay: "It went the same way. …"
QString replayVerdict(const core::casefile::Case &recorded, const core::casefile::Replay &replay);

} // namespace ui
