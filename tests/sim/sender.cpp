// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/sender.h"

using namespace core;
using namespace core::message;

namespace test {

namespace {

constexpr int tries = 3;

ContentPtr randomContent(SeededRandom &random)
{
    Options options;
    options.waitResult = random.chance(200);
    options.concurrent = random.chance(300);
    options.timeoutToFail = seconds(random.between(2, 8));
    options.retryInterval = seconds(random.between(1, 2));
    options.delay = seconds(random.chance(100) ? random.between(1, 5) : 0);
    return contentOf({.branches = random.between(1, 3), .options = options});
}

constexpr char jsonType[] = "application/json";
const CallAnswer yes{.status = 200, .contentType = jsonType, .body = "{\"dtm_result\":\"SUCCESS\"}"};
const CallAnswer no{.status = 409, .contentType = jsonType, .body = "{\"dtm_result\":\"FAILURE\"}"};
const CallAnswer notYetKnown{.status = 425, .contentType = jsonType, .body = "{\"dtm_result\":\"ONGOING\"}"};

} // namespace

Sender::Sender(World &world, const Gid &gid) : m_world(world), m_gid(gid), m_content(randomContent(world.random)) { }

void Sender::start()
{
    m_plain = m_world.random.chance(150);
    if (m_plain) {
        m_world.journal().expectNoTransaction(m_gid);
        return submit(tries);
    }
    prepare(tries);
    if (m_world.random.chance(100))
        m_world.after(m_world.random.millis(0, 15'000), [this] { meddle(); });
}

void Sender::prepare(int triesLeft)
{
    m_world.request(m_gid, Prepare{m_content}, Asked::Prepare, [=, this](const std::optional<QByteArray> &status) {
        if (status == "200")
            return beginTransaction();
        const bool mayTryAgain = !status || status == "503"; // a sender gives up after any other answer
        if (mayTryAgain && triesLeft > 1)
            m_world.after(m_world.random.millis(100, 2000), [=, this] { prepare(triesLeft - 1); });
    });
}

void Sender::beginTransaction()
{
    if (m_world.fault(60))
        return; // the sender dies
    if (m_world.random.chance(80))
        m_world.after(m_world.random.millis(0, 9000), [this] { submitOtherContent(); });
    m_world.after(m_world.random.chance(200) ? m_world.random.millis(0, 9000) : Millis(5), [this] {
        if (m_world.journal().barrierOf(m_gid) != BarrierRow::None)
            return; // DUPLICATED: the checkback came first, the transaction is not run
        m_open = true;
        m_world.after(m_world.random.chance(200) ? m_world.random.millis(0, 9000) : Millis(10),
                      [this] { endTransaction(); });
    });
}

void Sender::endTransaction()
{
    const bool dies = m_world.fault(80);
    const bool commits = m_world.random.chance(dies ? 500 : 750);
    m_open = false;
    if (commits)
        m_world.journal().barrierWritten(m_gid, BarrierRow::Message);
    for (const auto &blocked : std::exchange(m_blocked, {}))
        blocked();
    if (dies)
        return;
    if (commits)
        submit(tries);
    else
        abort(tries);
}

void Sender::submit(int triesLeft)
{
    const bool hasSteps = m_plain || m_world.random.chance(800);
    m_world.request(m_gid, Submit{.content = m_content, .hasSteps = hasSteps}, Asked::Submit,
                    [=, this](const std::optional<QByteArray> &status) { submitted(status, triesLeft); });
}

void Sender::submitted(const std::optional<QByteArray> &status, int triesLeft)
{
    const Message *stored = m_world.disk().find(m_gid);
    const bool overridden = stored && stored->overridden;
    if (status && status != "200" && status != "425" && status != "503" && !overridden)
        m_world.journal().violated(9, m_gid,
                                   QStringLiteral("the submit of a committed transaction was answered ")
                                       + QString::fromLatin1(*status));
    const bool mayTryAgain = !status || status == "503" || (status == "200" && m_world.random.chance(100));
    if (mayTryAgain && triesLeft > 1)
        m_world.after(m_world.random.millis(100, 2000), [=, this] { submit(triesLeft - 1); });
}

void Sender::abort(int triesLeft)
{
    m_world.request(m_gid, Abort{}, Asked::Abort, [=, this](const std::optional<QByteArray> &status) {
        if (status && status != "200" && status != "503")
            m_world.journal().violated(9, m_gid,
                                       QStringLiteral("the abort of a rolled back transaction was answered ")
                                           + QString::fromLatin1(*status));
        if (status != "200" && triesLeft > 1)
            m_world.after(m_world.random.millis(100, 2000), [=, this] { abort(triesLeft - 1); });
    });
}

/// A mistake of the sender: the same gid with other steps, or an abort of what is submitted.
void Sender::submitOtherContent()
{
    const bool abortsSubmitted = m_world.journal().barrierOf(m_gid) == BarrierRow::Message;
    const Event event = abortsSubmitted ? Event(Abort{}) : Event(Submit{contentOf({.branches = 7})});
    const Message *stored = m_world.disk().find(m_gid);
    if (!stored || (abortsSubmitted && stored->state == State::Prepared))
        return;
    m_world.request(m_gid, event, Asked::Other, [this](const std::optional<QByteArray> &status) {
        const Message *now = m_world.disk().find(m_gid);
        if (status == "200" && !(now && now->overridden))
            m_world.journal().violated(9, m_gid,
                                       QStringLiteral("a request that contradicts the message was answered 200"));
    });
}

/// A person at the console.
void Sender::meddle()
{
    m_world.journal().allowFurtherCalls(m_gid);
    const int what = m_world.random.between(0, 9);
    const Event event = what < 5 ? Event(RetryNow{}) : what < 8 ? Event(ReplayCheckback{}) : Event(ForceStop{});
    m_world.request(m_gid, event, Asked::Other, [](const auto &) {});
}

void Sender::query(Answered answered)
{
    if (!m_open)
        return answerQuery(answered);
    auto isAnswered = std::make_shared<bool>(false);
    m_blocked.push_back([=, this] {
        if (!std::exchange(*isAnswered, true))
            answerQuery(answered);
    });
    m_world.after(seconds(2), [=] {
        if (!std::exchange(*isAnswered, true))
            answered(notYetKnown);
    });
}

void Sender::answerQuery(const Answered &answered)
{
    if (m_world.journal().barrierOf(m_gid) == BarrierRow::None)
        m_world.journal().barrierWritten(m_gid, BarrierRow::Rollback);
    answered(m_world.journal().barrierOf(m_gid) == BarrierRow::Message ? yes : no);
}

} // namespace test
