// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/simulation.h"

#include "tests/sim/sender.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace core;
using namespace core::engine;
using namespace core::message;

namespace test {

namespace {

constexpr seconds faultsFor{25};
constexpr seconds callTimeout{3};

const CallAnswer done{.status = 200, .contentType = "application/json", .body = "{\"dtm_result\":\"SUCCESS\"}"};

/// What services answer when they do not do what was asked.
const std::vector<CallAnswer> troubles = {
    {.status = 409, .contentType = "application/json", .body = "{\"dtm_result\":\"FAILURE\"}"},
    {.status = 425, .contentType = "application/json", .body = "{\"dtm_result\":\"ONGOING\"}"},
    {.status = 500, .contentType = "text/plain", .body = "FAILURE: the pool is empty"},
    {.status = 200, .contentType = "text/html", .body = "<h1>FAILURE</h1> the gateway found no server"},
    {.status = 202, .contentType = "application/json", .body = ""},
};

/// The services that coordinators call, and the network in between.
class Services final
{
public:
    Services(World &world, int senders);

    void call(const Call &call, int life);

private:
    void send(const Call &call, int life);
    void arrive(const Call &call, const Sender::Answered &answered);
    void callBranch(const Call &call, const Sender::Answered &answered);
    void answer(const Call &call, int life, const CallResult &result);

    World &m_world;
    std::map<QByteArray, Sender> m_senders;
};

Services::Services(World &world, int senders) : m_world(world)
{
    for (int n = 1; n <= senders; ++n) {
        const Gid gid = gidOf("m" + QByteArray::number(n));
        Sender &sender = m_senders.try_emplace(gid.bytes(), world, gid).first->second;
        world.after(world.random.millis(0, 8000), [&sender] { sender.start(); });
    }
}

void Services::call(const Call &call, int life)
{
    m_world.journal().called(call.gid, call.branch, life);
    if (!m_world.fault(30))
        return send(call, life);
    m_world.after(Millis(1), [=, this] { // the caller's gate is closed
        m_world.journal().callEnded(call.gid, call.branch, life, false);
        const TimePoint until = m_world.now() + Millis(500);
        m_world.deliver(life, Command{call.gid, CallDeferred{call.branch, until, "held back"}});
        if (m_world.random.chance(500)) {
            m_world.after(m_world.random.millis(1, 1000), [=, this] {
                m_world.deliver(life, HostIsBack{{{call.gid, until}}});
            });
        }
    });
}

/// The call ends once: by its answer or by its time-out, whichever comes first. What it does may happen all the same.
void Services::send(const Call &call, int life)
{
    auto isOver = std::make_shared<bool>(false);
    const auto end = [=, this](const CallResult &result) {
        if (!std::exchange(*isOver, true))
            answer(call, life, result);
    };
    m_world.after(callTimeout, [end] { end(timedOut()); });
    if (m_world.fault(60))
        return; // never arrives
    const Millis way = m_world.fault(60) ? m_world.random.millis(0, 6000) : m_world.random.millis(1, 100);
    m_world.after(way, [=, this] {
        arrive(call, [=, this](const CallAnswer &answered) {
            if (m_world.fault(60))
                return; // the answer gets lost
            const CallResult result = m_world.judge(answered);
            m_world.after(m_world.random.millis(1, 100), [=] { end(result); });
        });
    });
}

void Services::arrive(const Call &call, const Sender::Answered &answered)
{
    if (m_world.fault(120)) {
        const bool isCheckback = call.branch < 0; // whose "no" must be true: only troubles that prove nothing
        return answered(troubles[static_cast<std::size_t>(
            m_world.random.between(isCheckback ? 1 : 0, static_cast<int>(troubles.size()) - 1))]);
    }
    if (call.branch >= 0)
        return callBranch(call, answered);
    m_senders.at(call.gid.bytes()).query(answered);
}

/// A receiver with a barrier: the second time it says yes and does nothing.
void Services::callBranch(const Call &call, const Sender::Answered &answered)
{
    if (!m_world.journal().hasEffect(call.gid, call.branch))
        m_world.journal().effectMade(call.gid, call.branch);
    answered(done);
}

void Services::answer(const Call &call, int life, const CallResult &result)
{
    m_world.journal().callEnded(call.gid, call.branch, life, result.verdict == Verdict::Success);
    if (call.branch < 0)
        m_world.deliver(life, Command{call.gid, CheckbackAnswered{result}});
    else
        m_world.deliver(life, Command{call.gid, BranchAnswered{call.branch, result}});
}

} // namespace

QString simulate(std::uint64_t seed, const SimulationParts &parts)
{
    World world(seed, parts);
    Services services(world, world.random.between(1, 6));
    world.onCall = [&services](const Call &call, int life) { services.call(call, life); };
    world.run(faultsFor);
    const QString &violation = world.journal().violation();
    return violation.isEmpty()
        ? violation
        : QStringLiteral("seed %1: %2; again with: sim --seeds 1 --from %1").arg(seed).arg(violation);
}

QString simulateAll(std::uint64_t from, std::uint64_t count, const SimulationParts &parts)
{
    std::atomic<std::uint64_t> next{from};
    std::mutex mutex;
    QString violation;
    std::vector<std::thread> workers;
    for (unsigned n = 0; n < std::max(1U, std::thread::hardware_concurrency()); ++n) {
        workers.emplace_back([&] {
            for (std::uint64_t seed = next++; seed < from + count; seed = next++) {
                const QString found = simulate(seed, parts);
                if (found.isEmpty())
                    continue;
                next = from + count;
                const std::lock_guard lock(mutex);
                violation = found;
            }
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    return violation;
}

} // namespace test
