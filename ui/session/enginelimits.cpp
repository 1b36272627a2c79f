// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/enginelimits.h"

using namespace Qt::StringLiterals;

namespace ui {

core::Status checkLimits(const EngineLimits &limits)
{
    if (limits.retryCap < EngineLimits::retryCapMin || limits.retryCap > EngineLimits::retryCapMax)
        return core::Error::invalid("retryCap", u"the longest wait is 1 s to 30 days"_s);
    if (limits.stalledAfter < 1 || limits.stalledAfter > EngineLimits::stalledAfterMax)
        return core::Error::invalid(
            "stalledAfter", u"a message is stalled after 1 to %1 failures"_s.arg(EngineLimits::stalledAfterMax));
    return core::Done{};
}

} // namespace ui
