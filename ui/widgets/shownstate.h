// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/theme/statestyle.h"

namespace widgets {

/// The face that a message shows. A prepared one that was asked in vain stays Prepared: whether it is submitted is what
/// matters for the money. Stalled covers both, since a person is needed. Pure.
inline theme::State shownState(core::message::State state, int failuresInRow, bool stalled)
{
    switch (state) {
    case core::message::State::Succeed:
        return theme::State::Succeed;
    case core::message::State::Failed:
        return theme::State::Failed;
    case core::message::State::Prepared:
        return stalled ? theme::State::Stalled : theme::State::Prepared;
    case core::message::State::Submitted:
        break;
    }
    if (stalled)
        return theme::State::Stalled;
    return failuresInRow > 0 ? theme::State::Retrying : theme::State::Submitted;
}

/// Of a Message or a Summary.
template<typename T> theme::State shownState(const T &message)
{
    return shownState(message.state, message.failuresInRow, message.stalled);
}

/// The face of an answer: an unknown verdict without an HTTP status is a call that nobody answered. Pure.
inline theme::Verdict shownVerdict(const core::message::Attempt &attempt)
{
    switch (attempt.verdict) {
    case core::message::Verdict::Success:
        return theme::Verdict::Success;
    case core::message::Verdict::Failure:
        return theme::Verdict::Failure;
    case core::message::Verdict::Ongoing:
        return theme::Verdict::Ongoing;
    case core::message::Verdict::Unknown:
        break;
    }
    return attempt.httpStatus == 0 ? theme::Verdict::TimedOut : theme::Verdict::Unknown;
}

} // namespace widgets
