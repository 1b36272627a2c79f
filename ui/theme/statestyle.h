// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

namespace theme {

/// What a branch, a checkback or a check answered.
enum class Verdict { Success, Failure, Ongoing, Unknown, TimedOut };

/// How a state or verdict looks: an icon and colours. The word that always stands beside it is the caller's.
struct StateStyle
{
    QString icon; ///< a name of theme::iconNames()
    QColor fill;
    QColor edge;
    QColor text;
    QColor chart; ///< for lines and bars on a panel
    bool dashed = false; ///< the edge; tells retrying from submitted without colour
};

StateStyle stateStyle(State state, const Tokens &tokens);
StateStyle verdictStyle(Verdict verdict, const Tokens &tokens);
/// A chip that judges nothing: a counter, a filter term, an unknown answer. icon may be empty.
StateStyle neutralStyle(const QString &icon, const Tokens &tokens);

} // namespace theme
