// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"

#include <deque>

namespace test {

/// Keeps the calls that a coordinator lets out, and calls back whoever asked. One thread.
class RecordingOutlet final : public core::engine::Outlet
{
public:
    void deliver(std::vector<core::engine::Output> &&outputs) override
    {
        for (core::engine::Output &output : outputs)
            std::visit([this](auto &&what) { take(std::move(what)); }, output);
    }

    void resume() override { ++resumes; }

    int resumes = 0;
    std::deque<core::engine::Call> calls; ///< in the order they came; the test takes them out
    std::vector<core::engine::Reply> httpReplies; ///< those to HTTP requests

private:
    void take(core::engine::Call &&call) { calls.push_back(std::move(call)); }
    void take(core::engine::MadeDueReply &&reply) { reply.done(reply.result); }
    void take(core::engine::Reply &&reply)
    {
        if (const auto *local = std::get_if<core::engine::LocalReply>(&reply.asker))
            (*local)(reply.error);
        else
            httpReplies.push_back(std::move(reply));
    }
};

} // namespace test
