// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"
#include "core/store/messagestore.h"

#include <random>

namespace tests {

/// A gid from text that is known to be good.
core::Gid gid(const QByteArray &text);

/// A prepared message with one step, due at its creation.
core::message::Message plainMessage(std::int64_t rowId, const QByteArray &gidText, core::TimePoint createdAt);

/// The same message, succeed at a time, with every branch done.
core::message::Message finishedCleanly(core::message::Message message, core::TimePoint at);

core::store::Save inserted(const core::message::Message &message);
core::store::Save updated(const core::message::Message &message, std::int64_t expectedFence);

/// Which stored field differs, with both values; empty when none does.
QString difference(const core::message::Message &a, const core::message::Message &b);

/// Messages of every kind from one seed: all states and marks, any bytes in texts, steps with topics.
class RandomMessages
{
public:
    explicit RandomMessages(unsigned seed) : m_random(seed) { }

    core::message::Message next(std::int64_t rowId);
    core::message::Content content();
    QByteArray bytes(int sizeMax);
    int number(int min, int max);
    bool chance(int percent) { return number(1, 100) <= percent; }

private:
    QByteArray gidText(std::int64_t rowId);
    QByteArray url();
    QByteArray payload();
    void addBranches(core::message::Content &content);
    void addProgress(core::message::Message &message);

    std::mt19937 m_random;
};

} // namespace tests
