// SPDX-License-Identifier: Apache-2.0
#include "core/engine/commandtraits.h"

#include "core/message/branches.h"

namespace core::engine {

bool isCallResult(const message::Event &event)
{
    return std::holds_alternative<message::BranchAnswered>(event)
        || std::holds_alternative<message::CheckbackAnswered>(event)
        || std::holds_alternative<message::CallDeferred>(event);
}

void shiftTimes(message::Event &event, Millis ahead)
{
    if (auto *branch = std::get_if<message::BranchAnswered>(&event))
        branch->result.startedAt += ahead;
    else if (auto *checkback = std::get_if<message::CheckbackAnswered>(&event))
        checkback->result.startedAt += ahead;
    else if (auto *deferred = std::get_if<message::CallDeferred>(&event))
        deferred->until += ahead;
}

message::ContentPtr *contentOf(message::Event &event)
{
    if (auto *prepare = std::get_if<message::Prepare>(&event))
        return &prepare->content;
    if (auto *submit = std::get_if<message::Submit>(&event))
        return &submit->content;
    return nullptr;
}

bool mayCreate(const message::Event &event)
{
    const message::Content *content = nullptr;
    if (const auto *prepare = std::get_if<message::Prepare>(&event))
        content = prepare->content.get();
    else if (const auto *submit = std::get_if<message::Submit>(&event); submit && submit->hasSteps)
        content = submit->content.get();
    return content && !message::namesTopic(content->steps);
}

/// The answers to calls are not asked for by anybody: one that is not written is dropped. What a person saw of a
/// message may be newer than what memory knows.
bool isWrittenInAnyCase(const message::Event &event, message::State state)
{
    const bool isPrepared = state == message::State::Prepared;
    const auto *stop = std::get_if<message::ForceStop>(&event);
    return isCallResult(event) || (stop && !stop->seen)
        || (isPrepared
            && (std::holds_alternative<message::Submit>(event) || std::holds_alternative<message::Abort>(event)));
}

} // namespace core::engine
