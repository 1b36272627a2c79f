// SPDX-License-Identifier: Apache-2.0
#include "core/message/message.h"

namespace core::message {

QByteArray stateName(State state)
{
    switch (state) {
    case State::Prepared:
        return "prepared";
    case State::Submitted:
        return "submitted";
    case State::Succeed:
        return "succeed";
    case State::Failed:
        return "failed";
    }
    return {};
}

std::optional<State> stateFromName(QByteArrayView name)
{
    for (const State state : {State::Prepared, State::Submitted, State::Succeed, State::Failed}) {
        if (name == stateName(state))
            return state;
    }
    return std::nullopt;
}

QByteArray verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Success:
        return "SUCCESS";
    case Verdict::Failure:
        return "FAILURE";
    case Verdict::Ongoing:
        return "ONGOING";
    case Verdict::Unknown:
        return "unknown";
    }
    return {};
}

} // namespace core::message
