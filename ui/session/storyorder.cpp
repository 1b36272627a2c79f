// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/storyorder.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

using core::Fault;
using core::FaultMode;
using core::faults::Part;
using core::message::State;
using Kind = RecordedAct::Kind;

namespace {

constexpr auto longerThanAnyStory = 600s; // what a fault takes
/// A bank works on four transfers at once: more than the one that is struck and these have not begun.
constexpr qsizetype cutMax = 3;

bool letsPassesBy(const Fault &fault)
{
    return fault.skip > 0 || fault.every > 1;
}

bool isStrikeOf(const RecordedStrike &strike, const Fault &fault)
{
    return strike.point == fault.point && strike.mode == fault.mode && (fault.gid.isEmpty() || fault.gid == strike.gid);
}

/// Of those that an act sent, told apart by what became of them.
class OneCrash final
{
public:
    OneCrash(const StoryDraft &draft, qsizetype sent, qsizetype died) : m_draft(draft)
    {
        const RecordedAct &act = draft.acts[died];
        m_crash = {.sent = sent, .died = died, .part = act.part, .struck = draft.labels.value(act.struck)};
        for (const QByteArray &label : draft.acts[sent].labels)
            add(label, act.ended.contains(label));
        m_crash.comesBack = std::any_of(draft.acts.cbegin() + died, draft.acts.cend(), [&act](const RecordedAct &one) {
            return one.kind == Kind::Back && one.part == act.part;
        });
    }

    bool isAlone() const { return m_crash.cut.isEmpty() && m_crash.unborn.isEmpty() && m_crash.later.isEmpty(); }
    /// False: nothing makes the crash find the same again.
    bool canBeTold() const { return m_struckIsAmongThem && m_crash.cut.size() <= cutMax; }
    const CrashOrder &order() const { return m_crash; }

private:
    void add(const QByteArray &label, bool hasEnded)
    {
        if (label == m_crash.struck)
            m_struckIsAmongThem = true;
        else if (hasEnded)
            m_crash.ended.append(label);
        else if (m_draft.unborn.contains(label))
            m_crash.unborn.append(label);
        else if (m_draft.states.value(label) == State::Failed)
            m_crash.cut.append(label);
        else
            m_crash.later.append(label);
    }

    const StoryDraft &m_draft;
    CrashOrder m_crash;
    bool m_struckIsAmongThem = false;
};

bool wasLetBy(const StoryDraft &draft)
{
    return std::any_of(draft.strikes.cbegin(), draft.strikes.cend(), [&draft](const RecordedStrike &strike) {
        return strike.amongSeveral
            && std::any_of(draft.acts.cbegin(), draft.acts.cend(), [&strike](const RecordedAct &act) {
                   return std::any_of(act.faults.cbegin(), act.faults.cend(), [&strike](const Fault &fault) {
                       return letsPassesBy(fault) && isStrikeOf(strike, fault);
                   });
               });
    });
}

/// How often it struck each transfer, in the order of the first time; nothing: not only transfers of the recording.
std::optional<QList<std::pair<QByteArray, int>>> strikesByLabel(const Fault &fault, const StoryDraft &draft)
{
    QList<std::pair<QByteArray, int>> counts;
    for (const RecordedStrike &strike : draft.strikes) {
        if (!isStrikeOf(strike, fault))
            continue;
        const QByteArray label = draft.labels.value(strike.gid);
        if (label.isEmpty())
            return {};
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&label](const auto &one) { return one.first == label; });
        if (known == counts.end())
            counts.append({label, 1});
        else
            ++known->second;
    }
    return counts;
}

Fault faultFor(const QByteArray &label, const char *point, FaultMode mode)
{
    Fault fault;
    fault.point = point;
    fault.mode = mode;
    fault.gid = label;
    if (mode == FaultMode::Delay)
        fault.delay = longerThanAnyStory;
    return fault;
}

} // namespace

const CrashOrder *StoryOrder::ofSent(qsizetype act) const
{
    const auto found =
        std::find_if(crashes.cbegin(), crashes.cend(), [act](const CrashOrder &one) { return one.sent == act; });
    return found == crashes.cend() ? nullptr : &*found;
}

const CrashOrder *StoryOrder::ofDied(qsizetype act) const
{
    const auto found =
        std::find_if(crashes.cbegin(), crashes.cend(), [act](const CrashOrder &one) { return one.died == act; });
    return found == crashes.cend() ? nullptr : &*found;
}

/// A bank that receives is called again after its crash, whatever was under way: there the fault's gid is enough.
StoryOrder storyOrder(const StoryDraft &draft)
{
    StoryOrder order;
    if (wasLetBy(draft))
        order.chance = StoryOrder::Chance::LetBy;
    qsizetype sent = -1;
    for (qsizetype i = 0; i < draft.acts.size(); ++i) {
        const RecordedAct &act = draft.acts[i];
        if (act.kind == Kind::Sent)
            sent = i;
        if (act.kind != Kind::Died || act.part == Part::Receiver || sent < 0)
            continue;
        const OneCrash crash(draft, sent, i);
        if (crash.isAlone())
            continue;
        if (crash.canBeTold() && !order.ofSent(sent))
            order.crashes.append(crash.order());
        else
            order.chance = StoryOrder::Chance::Crash;
    }
    return order;
}

QList<Fault> toldFaults(const Fault &fault, const StoryDraft &draft)
{
    if (fault.mode == FaultMode::Hold)
        return {}; // nobody is there to let it go on
    if (!fault.gid.isEmpty()) {
        Fault told = fault;
        told.gid = draft.labels.value(fault.gid);
        return told.gid.isEmpty() ? QList<Fault>() : QList{told};
    }
    const bool strikesEach = fault.times == 0;
    if (strikesEach || letsPassesBy(fault) || draft.transfers() < 2)
        return {fault};
    const auto counts = strikesByLabel(fault, draft);
    if (!counts || counts->isEmpty())
        return {fault};
    QList<Fault> told;
    for (const auto &[label, times] : *counts) {
        told.append(fault);
        told.last().gid = label;
        told.last().times = times;
    }
    return told;
}

/// A transaction that is about to begin when its bank dies leaves nothing, and the checkback fences it. A coordinator
/// that dies keeps what was prepared, and does not tell; or was not asked.
QList<Fault> standIns(const CrashOrder &crash, Part at)
{
    QList<Fault> faults;
    const auto addAll = [&faults](const QByteArrayList &labels, const char *point, FaultMode mode) {
        for (const QByteArray &label : labels)
            faults.append(faultFor(label, point, mode));
    };
    if (crash.part == Part::Sender && at == Part::Sender)
        addAll(crash.cut, "sender.before-transaction", FaultMode::Delay);
    if (crash.part == Part::Coordinator && at == Part::Coordinator)
        addAll(crash.cut, "prepare.answer", FaultMode::Drop);
    if (crash.part == Part::Coordinator && at == Part::Sender)
        addAll(crash.unborn, "sender.prepare-request", FaultMode::Fail);
    return faults;
}

} // namespace ui
