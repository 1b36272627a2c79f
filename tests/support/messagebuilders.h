// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/transition.h"
#include "core/message/verdict.h"

namespace test {

/// A gid from text that is known to be good.
core::Gid gidOf(const QByteArray &text);

/// What tests vary of a message; the rest is the protocol's default.
struct ContentSpec
{
    int branches = 1; ///< steps http://bank-b/1 … with the payloads {"n":1} …
    QList<core::message::Step> steps = {}; ///< in their place, where given
    QByteArray queryPrepared = "http://bank-a/query";
    QByteArray customData = {};
    core::message::Options options = {};
};

/// With its branches resolved where no step names a topic.
core::message::ContentPtr contentOf(const ContentSpec &spec = {});

/// What a complete answer is worth to the engine.
core::message::CallResult judged(const core::message::CallAnswer &answer);

core::message::CallResult succeeded();
core::message::CallResult refused(); ///< 409
core::message::CallResult notYet(); ///< 425
core::message::CallResult timedOut();

} // namespace test
