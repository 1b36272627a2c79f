// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/coordinator.h"
#include "tests/support/crashystore.h"
#include "tests/support/manualclock.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/recordingoutlet.h"
#include "tests/support/seededrandom.h"

#include <functional>
#include <memory>

namespace test {

/// Makes the store of a coordinator over a disk; another than CrashyStore to plant a bug.
using NewStore = std::function<std::unique_ptr<CrashyStore>(Disk &)>;

/// One running coordinator: dies as a whole, like a process.
struct Incarnation
{
    std::unique_ptr<CrashyStore> store;
    RecordingOutlet outlet;
    std::unique_ptr<core::engine::Coordinator> coordinator;
    std::optional<core::TimePoint> nextTurn; ///< as the last turn said
};

/// The real Coordinator on a turned clock over a store that can crash. Each post is a turn of its own. One thread.
class TestEngine final
{
public:
    explicit TestEngine(core::engine::CoordinatorOptions options = {}, std::uint64_t seed = 1, NewStore newStore = {});

    ManualClock clock;
    SeededRandom random;
    Disk disk;

    bool isUp() const { return m_now != nullptr; }
    Incarnation &now() { return *m_now; }
    CrashyStore &store() { return *m_now->store; }
    core::engine::Coordinator &coordinator() { return *m_now->coordinator; }
    std::deque<core::engine::Call> &calls() { return m_now->outlet.calls; }

    /// Ends the coordinator at once: what it did not commit is gone.
    void crash() { m_now.reset(); }
    /// Starts another one on the same disk, and makes its first turn.
    void start();
    /// The running one is cut off and keeps living beside the new one that takes its place.
    std::unique_ptr<Incarnation> takeOver();

    /// Posts to the running coordinator and turns. A crash in it leaves none running.
    void post(core::engine::Inbound item) { post(*m_now, std::move(item)); }
    void postAll(std::vector<core::engine::Inbound> items);
    /// The same for one that was cut off.
    void post(Incarnation &to, core::engine::Inbound item);
    void turn() { postAll({}); }
    /// Goes on in time, with every turn that the coordinator asks for on the way.
    void advance(core::Millis by);

    /// Posts an event and gives the answer as "200", "409", …; empty while there is none.
    QByteArray send(const QByteArray &gid, core::message::Event event);

private:
    void turnOf(Incarnation &of, std::vector<core::engine::Inbound> items);

    core::engine::CoordinatorOptions m_options;
    NewStore m_newStore;
    core::GidSource m_gids;
    core::engine::Metrics m_metrics;
    std::unique_ptr<Incarnation> m_now;
};

/// The HTTP status that the answer has, as text: "200" for none.
QByteArray statusOf(const std::optional<core::Error> &error);

} // namespace test
