// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testengine.h"

using namespace core;
using namespace core::engine;

namespace test {

TestEngine::TestEngine(CoordinatorOptions options, std::uint64_t seed, NewStore newStore)
    : random(seed)
    , m_options(options)
    , m_newStore(std::move(newStore))
    , m_gids(clock, random.source())
{
    if (!m_newStore)
        m_newStore = [](Disk &on) { return std::make_unique<CrashyStore>(on); };
    start();
}

void TestEngine::start()
{
    m_now = std::make_unique<Incarnation>();
    m_now->store = m_newStore(disk);
    m_now->coordinator = std::make_unique<Coordinator>(*m_now->store, clock, m_gids, random.source(), m_now->outlet,
                                                       m_metrics, m_options);
    ++m_options.owner;
    const Status started = m_now->coordinator->start();
    Q_ASSERT_X(started.ok(), "TestEngine::start", "the store of a test is there when it starts");
    turn();
}

std::unique_ptr<Incarnation> TestEngine::takeOver()
{
    std::unique_ptr<Incarnation> old = std::move(m_now);
    start();
    return old;
}

void TestEngine::postAll(std::vector<Inbound> items)
{
    try {
        turnOf(*m_now, std::move(items));
    } catch (const Crash &) {
        crash();
    }
}

void TestEngine::post(Incarnation &to, Inbound item)
{
    std::vector<Inbound> items;
    items.push_back(std::move(item));
    if (&to == m_now.get())
        return postAll(std::move(items));
    turnOf(to, std::move(items));
}

void TestEngine::turnOf(Incarnation &of, std::vector<Inbound> items)
{
    of.nextTurn = of.coordinator->turn(std::move(items));
}

void TestEngine::advance(Millis by)
{
    const TimePoint end = clock.now() + by;
    while (m_now && m_now->nextTurn && *m_now->nextTurn <= end) {
        clock.advanceTo(*m_now->nextTurn);
        turn();
    }
    clock.advanceTo(end);
}

QByteArray TestEngine::send(const QByteArray &gid, message::Event event)
{
    auto answer = std::make_shared<QByteArray>();
    post(Command{gidOf(gid), std::move(event),
                 LocalReply([answer](const std::optional<Error> &error) { *answer = statusOf(error); })});
    return *answer;
}

QByteArray statusOf(const std::optional<Error> &error)
{
    if (!error)
        return "200";
    switch (error->code) {
    case Error::Code::Invalid:
        return "400";
    case Error::Code::TooLarge:
        return "413";
    case Error::Code::NotFound:
        return "404";
    case Error::Code::Conflict:
        return "409";
    case Error::Code::Ongoing:
        return "425";
    case Error::Code::Unavailable:
        return "503";
    case Error::Code::Internal:
        return "500";
    }
    return {};
}

} // namespace test
