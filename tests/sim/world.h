// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/journal.h"
#include "tests/sim/timeline.h"
#include "tests/support/testengine.h"

namespace test {

/// What a simulation runs on; another store or judge than these plants a bug.
struct SimulationParts
{
    NewStore newStore = {};
    std::function<core::message::CallResult(const core::message::CallAnswer &)> judge = judged;
};

/// What came of a request: the HTTP status as text, or nothing when it or its answer was lost.
using Replied = std::function<void(const std::optional<QByteArray> &)>;

/// Clock, network and the coordinators of one simulated run. Everything that goes wrong here does so by one seed. One
/// thread.
class World final
{
public:
    World(std::uint64_t seed, const SimulationParts &parts);

    SeededRandom random;
    Timeline timeline;

    Journal &journal() { return m_journal; }
    const Disk &disk() const { return m_engine.disk; }
    core::TimePoint now() const { return m_engine.clock.now(); }
    void after(core::Millis delay, std::function<void()> what) { timeline.at(now() + delay, std::move(what)); }
    /// Whether this fault happens now; never once the faults are over.
    bool fault(int permille) { return m_faultsOn && random.chance(permille); }
    core::message::CallResult judge(const core::message::CallAnswer &answer) const { return m_parts.judge(answer); }

    /// A request on its way through the network: it may get lost, be repeated, or its answer get lost.
    void request(const core::Gid &gid, core::message::Event event, Asked asked, Replied replied);
    /// What came of a call, or of its host, for the coordinator that made it, if that still lives.
    void deliver(int life, core::engine::Inbound what);

    /// Who answers calls: set once, before run().
    std::function<void(const core::engine::Call &call, int life)> onCall;

    /// Runs until everything has come to rest, a violation is found, or it takes far too long.
    void run(core::Millis faultsFor);
    void stopFaults();

private:
    CommitEnd endOfCommit();
    void arrive(const core::Gid &gid, const core::message::Event &event, Asked asked, const Replied &replied);
    core::engine::Asker askerOf(const core::Gid &gid, Asked asked, const Replied &replied);
    bool step();
    void takeCalls();
    void takeCallsOf(Incarnation &of, int life);
    void noteCrash();
    void restart();
    void planDisruptions();
    void takeOver();
    void setAway(core::Millis howLong);

    SimulationParts m_parts;
    TestEngine m_engine;
    Journal m_journal;
    std::unique_ptr<Incarnation> m_cutOff;
    int m_life = 1;
    int m_cutOffLife = 0;
    bool m_faultsOn = true;
    bool m_away = false;
    bool m_strict = false; ///< a store that undoes the whole batch at a conflict
    int m_nextQuestion = 0;
    struct Open
    {
        int life = 0;
        Replied replied;
    };
    QHash<int, Open> m_open; ///< requests without a reply
};

} // namespace test
