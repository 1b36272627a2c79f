// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

using namespace core;
using namespace core::engine;
using namespace core::message;

namespace test {

namespace {

constexpr int stepsMax = 200'000;
constexpr std::chrono::minutes restWithin{20};

CoordinatorOptions optionsFor(SeededRandom &random)
{
    CoordinatorOptions options;
    options.retryCap = seconds(8);
    options.stalledAfter = 3;
    options.inWorkMax = random.chance(200) ? 2 : 4096;
    options.claimMax = random.chance(200) ? 1 : 100;
    options.waitMax = seconds(10);
    return options;
}

} // namespace

World::World(std::uint64_t seed, const SimulationParts &parts)
    : random(seed)
    , m_parts(parts)
    , m_engine(optionsFor(random), random.next(),
               [this](Disk &disk) {
                   std::unique_ptr<CrashyStore> store =
                       m_parts.newStore ? m_parts.newStore(disk) : std::make_unique<CrashyStore>(disk);
                   store->script([this](const auto &) { return endOfCommit(); });
                   return store;
               })
    , m_journal(m_engine.disk)
{
    m_strict = random.chance(300);
    m_engine.disk.watch([this](const Message *before, const Message &after) { m_journal.rowWritten(before, after); });
}

CommitEnd World::endOfCommit()
{
    static const std::pair<CommitEnd, int> ends[] = {
        {CommitEnd::Retryable, 8}, {CommitEnd::UnknownWritten, 8}, {CommitEnd::UnknownLost, 8},
        {CommitEnd::Fatal, 5},     {CommitEnd::CrashBefore, 6},    {CommitEnd::CrashAfter, 6},
    };
    for (const auto &[end, permille] : ends) {
        if (!fault(permille))
            continue;
        if ((end == CommitEnd::UnknownWritten || end == CommitEnd::UnknownLost) && fault(300))
            setAway(random.millis(100, 3000));
        return end;
    }
    return m_strict ? CommitEnd::Strict : CommitEnd::Committed;
}

void World::request(const Gid &gid, Event event, Asked asked, Replied replied)
{
    if (fault(60)) // the request gets lost
        return after(seconds(3), [replied] { replied(std::nullopt); });
    if (fault(60)) // the answer gets lost
        replied = [this, replied](const auto &) { after(seconds(3), [replied] { replied(std::nullopt); }); };
    if (fault(30)) // the network brings it twice
        after(random.millis(1, 4000), [=, this] { arrive(gid, event, asked, [](const auto &) {}); });
    after(random.millis(1, 50), [=, this] { arrive(gid, event, asked, replied); });
}

void World::arrive(const Gid &gid, const Event &event, Asked asked, const Replied &replied)
{
    if (!m_engine.isUp())
        return replied(std::nullopt);
    m_engine.post(Command{gid, event, askerOf(gid, asked, replied)});
    noteCrash();
}

Asker World::askerOf(const Gid &gid, Asked asked, const Replied &replied)
{
    const int question = m_nextQuestion++;
    m_open.insert(question, {m_life, replied});
    return LocalReply([=, this](const std::optional<Error> &error) {
        if (m_open.remove(question) == 0)
            m_journal.violated(9, gid, QStringLiteral("a request was answered twice"));
        if (!error)
            m_journal.acknowledged(gid, asked);
        const QByteArray status = statusOf(error);
        after(random.millis(1, 50), [replied, status] { replied(status); });
    });
}

void World::deliver(int life, Inbound what)
{
    if (life == m_life && m_engine.isUp()) {
        m_engine.post(std::move(what));
        return noteCrash();
    }
    if (life != m_cutOffLife || !m_cutOff)
        return;
    try {
        m_engine.post(*m_cutOff, std::move(what));
    } catch (const Crash &) {
        m_cutOff.reset();
    }
}

void World::noteCrash()
{
    if (m_engine.isUp())
        return;
    m_open.removeIf([this](const auto &open) { // their connections end without an answer
        const bool dies = open.value().life == m_life;
        if (dies)
            after(random.millis(1, 50), [replied = open.value().replied] { replied(std::nullopt); });
        return dies;
    });
    m_journal.allowFurtherCalls();
    ++m_life;
    after(random.millis(10, 3000), [this] { restart(); });
}

void World::restart()
{
    if (m_engine.isUp())
        return;
    m_engine.start();
    if (m_engine.isUp())
        m_engine.store().setAway(m_away);
    noteCrash();
}

/// A second coordinator on the same store while the first still hears what its calls came to.
void World::takeOver()
{
    if (!m_engine.isUp() || m_away || m_cutOff)
        return;
    m_engine.coordinator().drain();
    m_cutOffLife = m_life++;
    m_cutOff = m_engine.takeOver();
    m_journal.allowFurtherCalls();
    noteCrash();
    after(seconds(10), [this] { m_cutOff.reset(); });
}

void World::setAway(Millis howLong)
{
    if (m_away || !m_engine.isUp())
        return;
    m_away = true;
    m_engine.store().setAway(true);
    after(howLong, [this] {
        m_away = false;
        if (m_engine.isUp())
            m_engine.store().setAway(false);
    });
}

void World::planDisruptions()
{
    if (random.chance(300))
        after(random.millis(0, 20'000), [this] { setAway(random.millis(100, 5000)); });
    if (random.chance(200))
        after(random.millis(0, 20'000), [this] { takeOver(); });
    if (random.chance(300)) {
        after(random.millis(0, 20'000), [this] {
            if (m_engine.isUp())
                m_engine.crash();
            noteCrash();
        });
    }
}

void World::stopFaults()
{
    m_faultsOn = false;
}

void World::run(Millis faultsFor)
{
    planDisruptions();
    after(faultsFor, [this] { stopFaults(); });
    const TimePoint tooLate = now() + faultsFor + restWithin;
    for (int steps = 0; m_journal.violation().isEmpty() && step(); ++steps) {
        if (steps == stepsMax || now() > tooLate)
            return m_journal.violated(12, m_engine.disk.messages().begin().key(),
                                      QStringLiteral("it does not come to rest"));
    }
    if (!m_journal.violation().isEmpty())
        return;
    m_journal.checkTheEnd();
    for (const Open &open : std::as_const(m_open)) {
        if (open.life == m_life)
            m_journal.violated(9, m_engine.disk.messages().begin().key(),
                               QStringLiteral("a request was never answered"));
    }
}

/// The next thing that happens: something planned, or a turn that the coordinator asked for.
bool World::step()
{
    constexpr TimePoint never = TimePoint::max();
    const TimePoint planned = timeline.next().value_or(never);
    const TimePoint turn = m_engine.isUp() ? m_engine.now().nextTurn.value_or(never) : never;
    if (planned == never && turn == never)
        return false;
    m_engine.clock.advanceTo(std::min(planned, turn));
    if (turn <= planned) {
        m_engine.turn();
        noteCrash();
    } else {
        timeline.doNext();
    }
    takeCalls();
    return true;
}

void World::takeCalls()
{
    if (m_engine.isUp())
        takeCallsOf(m_engine.now(), m_life);
    if (m_cutOff)
        takeCallsOf(*m_cutOff, m_cutOffLife);
}

void World::takeCallsOf(Incarnation &of, int life)
{
    for (const Call &call : std::exchange(of.outlet.calls, {}))
        onCall(call, life);
}

} // namespace test
