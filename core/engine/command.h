// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/message/transition.h"

#include <functional>
#include <variant>

namespace core::engine {

/// Called once with what came of a command: nothing for success, else why not. On the io thread.
using LocalReply = std::function<void(const std::optional<Error> &)>;

/// Who wants to hear what came of a command: nobody, an HTTP request, or somebody in this process.
using Asker = std::variant<std::monostate, http::ReplyTo, LocalReply>;

/// An event on its way into the loop.
struct Command
{
    Gid gid;
    message::Event event;
    Asker asker = {};
};

} // namespace core::engine
