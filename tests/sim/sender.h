// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/world.h"

#include <functional>
#include <vector>

namespace test {

/// One sender with its own database and one message: prepare, local transaction with a barrier row, submit or abort; it
/// may die before or after its commit. Its service goes on answering checkbacks (PROTOCOL §5).
class Sender final
{
public:
    Sender(World &world, const core::Gid &gid);

    void start();
    const core::Gid &gid() const { return m_gid; }

    using Answered = std::function<void(const core::message::CallAnswer &)>;
    /// A checkback has arrived: inserts the rollback row unless there is a row; waits at most 2 s for an open
    /// transaction.
    void query(Answered answered);

private:
    void prepare(int triesLeft);
    void beginTransaction();
    void endTransaction();
    void submit(int triesLeft);
    void submitted(const std::optional<QByteArray> &status, int triesLeft);
    void abort(int triesLeft);
    void submitOtherContent();
    void meddle();
    void answerQuery(const Answered &answered);

    World &m_world;
    core::Gid m_gid;
    core::message::ContentPtr m_content;
    bool m_plain = false; ///< submits without a prepare
    bool m_open = false; ///< its local transaction is under way and holds the lock of the barrier row
    std::vector<std::function<void()>> m_blocked; ///< checkbacks that wait for the lock
};

} // namespace test
