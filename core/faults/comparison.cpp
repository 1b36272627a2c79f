// SPDX-License-Identifier: Apache-2.0
#include "core/faults/comparison.h"

#include "core/faults/stage.h"

#include <algorithm>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis saidWithin = 20s;
constexpr Millis overWithin = 30s;
constexpr Money balanceAtStart = Money::fromCents(1'000'000);

Fault onceAt(const char *point, FaultMode mode)
{
    Fault fault;
    fault.point = point;
    fault.mode = mode;
    return fault;
}

/// Whoever calls the receiver loses its answer: the coordinator, or the sender where there is none.
QList<ArmedPart> armedFor(Failure failure)
{
    switch (failure) {
    case Failure::SenderCrash:
        return {{Part::Sender, {onceAt("participant.before-submit", FaultMode::Crash)}}};
    case Failure::AnswerLost:
        return {{Part::Coordinator, {onceAt("branch.after-answer", FaultMode::Drop)}},
                {Part::Sender, {onceAt("branch.after-answer", FaultMode::Drop)}}};
    case Failure::ReceiverDown:
        break;
    }
    return {};
}

Scenario storyOf(Failure failure)
{
    Scenario scenario;
    scenario.name = u"naive-"_s + failureName(failure);
    scenario.accounts = {{Part::Sender, 1, balanceAtStart}, {Part::Receiver, 2, balanceAtStart}};
    scenario.armed = armedFor(failure);
    return scenario;
}

TransferAction transferOf(int number)
{
    return {.label = 'm' + QByteArray::number(number),
            .from = 1,
            .to = 2,
            .amount = comparedAmount,
            .timeoutToFail = 1s,
            .retryInterval = 1s};
}

/// The transfers of one way on a stage of their own.
class Way
{
public:
    Way(const QString &program, Failure failure, bool naive, const RunControl &control)
        : m_failure(failure)
        , m_isNaive(naive)
        , m_control(control)
        , m_scenario(storyOf(failure))
        , m_stage({.program = program, .naive = naive}, m_scenario, control, [](const Happening &) {})
    { }

    Result<WayOutcome> play()
    {
        if (const Status started = m_stage.start(); !started.ok())
            return started.error();
        if (m_failure == Failure::ReceiverDown)
            m_stage.crash(Part::Receiver);
        for (int number = 1; number <= comparedTransfers; ++number) {
            if (const Status sent = send(transferOf(number)); !sent.ok())
                return sent.error();
        }
        if (m_failure == Failure::ReceiverDown) {
            if (const Status back = m_stage.restart(Part::Receiver, {}); !back.ok())
                return back.error();
        }
        if (const Status ended = m_isNaive ? Status(Done{}) : waitForAll(); !ended.ok())
            return ended.error();
        return count();
    }

private:
    /// One after the other, and a sender that died starts again before the next, as a supervisor would have it.
    Status send(const TransferAction &transfer)
    {
        m_stage.beginTransfer(transfer);
        if (!m_stage.waitUntil([&] { return m_stage.answerTo(transfer.label).has_value(); }, saidWithin))
            return notInTime(u"bank A did not answer to a transfer"_s);
        const bool isStruck = m_failure == Failure::SenderCrash && transfer.label == "m1";
        if (!isStruck)
            return Done{};
        if (!m_stage.waitUntil([this] { return !m_stage.isRunning(Part::Sender); }, saidWithin))
            return notInTime(u"bank A did not crash"_s);
        return m_stage.restart(Part::Sender, {});
    }

    Status waitForAll()
    {
        for (int number = 1; number <= comparedTransfers; ++number) {
            const QByteArray label = transferOf(number).label;
            const auto isOver = [&] {
                const QByteArray state = m_stage.stateOf(label);
                return state == "succeed" || state == "failed";
            };
            if (!m_stage.waitUntil(isOver, overWithin))
                return notInTime(u"a message did not come to its end"_s);
        }
        return Done{};
    }

    Result<WayOutcome> count() const
    {
        const Result<Books> books = m_stage.books();
        if (!books.ok())
            return books.error();
        const auto bookings = [](const bank::BankSnapshot &bank, bool ofDebits) {
            return int(std::count_if(bank.journal.cbegin(), bank.journal.cend(),
                                     [ofDebits](const auto &entry) { return (entry.amount < Money()) == ofDebits; }));
        };
        Money total;
        for (const bank::BankSnapshot *bank : {&books->receiver, &books->sender}) {
            for (const bank::Account &account : bank->accounts)
                total = total + account.balance;
        }
        return WayOutcome{.debits = bookings(books->sender, true),
                          .credits = bookings(books->receiver, false),
                          .lost = balanceAtStart + balanceAtStart - total};
    }

    Error notInTime(const QString &what) const
    {
        return Error::unavailable(m_control.isStopped() ? u"stopped"_s : what);
    }

    const Failure m_failure;
    const bool m_isNaive;
    const RunControl &m_control;
    const Scenario m_scenario;
    Stage m_stage;
};

} // namespace

QString failureName(Failure failure)
{
    switch (failure) {
    case Failure::SenderCrash:
        return u"sender-crash"_s;
    case Failure::AnswerLost:
        return u"answer-lost"_s;
    case Failure::ReceiverDown:
        break;
    }
    return u"receiver-down"_s;
}

std::optional<Failure> failureFromName(const QString &name)
{
    const auto found = std::find_if(allFailures.cbegin(), allFailures.cend(),
                                    [&name](Failure failure) { return failureName(failure) == name; });
    return found == allFailures.cend() ? std::nullopt : std::optional(*found);
}

bool Comparison::isAsItShouldBe() const
{
    const bool isSafe =
        twoPhase.lost == Money() && twoPhase.debits == comparedTransfers && twoPhase.credits == comparedTransfers;
    Money cost = comparedAmount;
    if (failure == Failure::AnswerLost)
        cost = -comparedAmount;
    for (int more = 1; failure == Failure::ReceiverDown && more < comparedTransfers; ++more)
        cost = cost + comparedAmount;
    return isSafe && naive.lost == cost;
}

Result<Comparison> compare(const QString &program, Failure failure, const RunControl &control)
{
    const Result<WayOutcome> naive = Way(program, failure, true, control).play();
    if (!naive.ok())
        return naive.error();
    const Result<WayOutcome> twoPhase = Way(program, failure, false, control).play();
    if (!twoPhase.ok())
        return twoPhase.error();
    return Comparison{failure, *naive, *twoPhase};
}

} // namespace core::faults
