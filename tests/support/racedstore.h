// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/makestore.h"

#include <functional>
#include <utility>

namespace test {

/// A real store that lets somebody else write first, between what was read and the next commit.
class RacedStore final : public core::store::MessageStore
{
public:
    explicit RacedStore(const core::store::StoreAddress &address) : m_real(core::store::makeStore(address)) { }

    std::function<void()> before; ///< the next commit; once
    int conflicts = 0; ///< saves that the store refused

    core::Status open() override { return m_real->open(); }
    core::Result<std::vector<core::message::Message>> load(const QList<core::Gid> &gids) override
    {
        return m_real->load(gids);
    }
    core::Result<std::vector<core::message::Message>> due(core::TimePoint now, std::int64_t owner, int limit) override
    {
        return m_real->due(now, owner, limit);
    }
    core::Result<std::optional<core::TimePoint>> nextDue(core::TimePoint after) override
    {
        return m_real->nextDue(after);
    }
    core::store::CommitResult commit(const std::vector<core::store::Save> &batch) override
    {
        if (const auto race = std::exchange(before, {}))
            race();
        const core::store::CommitResult result = m_real->commit(batch);
        conflicts += int(result.conflicts.size());
        return result;
    }
    core::Status checkSize(const core::message::Message &message) const override { return m_real->checkSize(message); }
    core::Result<core::store::MadeDue> makeDue(core::TimePoint after, core::TimePoint now, int limit) override
    {
        return m_real->makeDue(after, now, limit);
    }
    core::Result<core::store::Pruned> prune(const core::store::PruneOrder &order) override
    {
        return m_real->prune(order);
    }
    core::Result<core::store::Counted> countAfter(std::int64_t id, int max) override
    {
        return m_real->countAfter(id, max);
    }
    core::Result<QList<core::store::KeyValue>> keyValues(const QByteArray &category, const QByteArray &key) override
    {
        return m_real->keyValues(category, key);
    }
    core::Status putKeyValue(const core::store::KeyValue &row) override { return m_real->putKeyValue(row); }
    core::Status removeKeyValue(const QByteArray &category, const QByteArray &key) override
    {
        return m_real->removeKeyValue(category, key);
    }
    core::Result<std::optional<core::TimePoint>> heartbeat(std::int64_t owner, core::Millis lease) override
    {
        return m_real->heartbeat(owner, lease);
    }

private:
    std::unique_ptr<core::store::MessageStore> m_real;
};

} // namespace test
