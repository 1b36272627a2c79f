// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/storydraft.h"

#include "core/faults/scenariowriter.h"
#include "ui/session/storyorder.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using namespace core::faults;
using core::Fault;
using core::Millis;
using core::Money;
using core::message::State;
using Kind = RecordedAct::Kind;

namespace {

constexpr Millis waitMax = 60s; // what a file takes
constexpr Millis pauseMin = 200ms; // shorter ones are of no meaning
constexpr Millis pauseUnit = 100ms;
constexpr Money usualBalance = Money::fromCents(1'000'000);
constexpr int noAnswer = 0;
const QByteArray notKnown = "none"; // to the coordinator
constexpr Part armedParts[] = {Part::Coordinator, Part::Sender, Part::Receiver};

bool isFinished(State state)
{
    return state == State::Succeed || state == State::Failed;
}

bool standsAt(const Fault &fault, Part part)
{
    const bool isParticipant = fault.point.startsWith("participant.");
    switch (part) {
    case Part::Sender:
        return isParticipant || fault.point.startsWith("sender.");
    case Part::Receiver:
        return isParticipant || fault.point.startsWith("receiver.");
    case Part::Coordinator:
    case Part::SecondCoordinator:
    case Part::Database:
        break;
    }
    return !isParticipant && !fault.point.startsWith("sender.") && !fault.point.startsWith("receiver.");
}

Caption partCaption(Part part, const char *english, const char16_t *chinese)
{
    const bool isSender = part == Part::Sender;
    const QString who = part == Part::Coordinator ? u"The coordinator"_s
        : isSender                                ? u"The sender"_s
                                                  : u"The receiver"_s;
    const QString wer = part == Part::Coordinator ? u"协调器"_s : isSender ? u"发送方"_s : u"接收方"_s;
    return {who + QLatin1String(english), wer + QString::fromUtf16(chinese)};
}

Caption captionOf(const RecordedAct &act)
{
    const TransferOrder &order = act.order;
    const QString amount = QString::fromLatin1(order.amount.toText());
    switch (act.kind) {
    case Kind::Sent: {
        const QString english = u"User %1 sends %2 to user %3"_s.arg(order.fromUser).arg(amount).arg(order.toUser);
        const QString chinese = u"用户 %1 向用户 %3 转账 %2"_s.arg(order.fromUser).arg(amount).arg(order.toUser);
        const qsizetype count = act.labels.size();
        return count == 1 ? Caption{english + u'.', chinese + u"。"_s}
                          : Caption{english + u", %1 times."_s.arg(count), chinese + u"，共 %1 次。"_s.arg(count)};
    }
    case Kind::Armed: {
        QByteArrayList texts;
        for (const Fault &fault : act.faults)
            texts.append(core::faultText(fault));
        const QString text = QString::fromLatin1(texts.join("; "));
        return text.isEmpty() ? Caption{u"No fault is armed any more."_s, u"不再有设置的故障。"_s}
                              : Caption{u"Armed: %1."_s.arg(text), u"已设置故障：%1。"_s.arg(text)};
    }
    case Kind::Died:
        return partCaption(act.part, " dies.", u"崩溃。");
    case Kind::Back:
        return partCaption(act.part, " starts again.", u"重新启动。");
    case Kind::Untold:
        break;
    }
    return {};
}

/// Puts the scenes one behind the other.
class DraftScenes final
{
public:
    explicit DraftScenes(const StoryDraft &draft) : m_draft(draft), m_order(storyOrder(draft)) { }

    QList<Scene> tell()
    {
        for (qsizetype i = 0; i < m_draft.acts.size(); ++i) {
            if (m_draft.acts[i].kind != Kind::Untold)
                addAct(i);
        }
        addEnd();
        m_scenes.removeIf([](const Scene &scene) { return scene.steps.isEmpty(); });
        return m_scenes;
    }

private:
    void addAct(qsizetype index)
    {
        const RecordedAct &act = m_draft.acts[index];
        if (!m_scenes.isEmpty()) {
            for (const QByteArray &label : act.ended)
                addWait(label);
            if (act.kind != Kind::Died)
                addPause(act.at - m_at);
        }
        m_at = act.at;
        m_scenes.append(Scene{captionOf(act), {}});
        switch (act.kind) {
        case Kind::Sent:
            return addTransfers(act, m_order.ofSent(index));
        case Kind::Armed:
            return addFaults(act);
        case Kind::Died:
            return addDeath(act, m_order.ofDied(index));
        case Kind::Back:
            return addRestart(act);
        case Kind::Untold:
            break;
        }
    }

    void addTransfers(const RecordedAct &act, const CrashOrder *crash)
    {
        if (crash)
            return addTransfersBeforeCrash(act, *crash);
        for (const QByteArray &label : act.labels)
            addTransfer(act, label);
    }

    void addTransfer(const RecordedAct &act, const QByteArray &label)
    {
        add(TransferAction{.label = label,
                           .from = act.order.fromUser,
                           .to = act.order.toUser,
                           .amount = act.order.amount,
                           .timeoutToFail = act.order.askBackAfter,
                           .retryInterval = act.order.retryAfter,
                           .delay = act.order.delay,
                           .waitResult = act.order.waitResult});
    }

    /// The one that is struck comes last, when each of the others is where the crash finds it.
    void addTransfersBeforeCrash(const RecordedAct &act, const CrashOrder &crash)
    {
        for (const QByteArray &label : crash.ended) {
            addTransfer(act, label);
            addWait(label);
        }
        for (const Part part : armedParts) {
            if (const QList<Fault> faults = standIns(crash, part); !faults.isEmpty())
                add(ArmAction{part, faultsAt(m_armed, part) + faults});
        }
        for (const QByteArray &label : crash.cut) {
            addTransfer(act, label);
            add(WaitForState{label, core::message::stateName(State::Prepared), waitMax});
        }
        if (crash.part == Part::Coordinator) {
            for (const QByteArray &label : crash.unborn)
                addTransfer(act, label);
        }
        addTransfer(act, crash.struck);
    }

    /// While their bank is gone nobody takes the transfers that had not begun.
    void addDeath(const RecordedAct &act, const CrashOrder *crash)
    {
        add(WaitForEnd{act.part, waitMax});
        if (!crash)
            return;
        if (crash->part == Part::Sender) {
            for (const QByteArray &label : crash->unborn) {
                addTransfer(m_draft.acts[crash->sent], label);
                add(ExpectAnswer{label, noAnswer});
            }
        }
        if (!crash->comesBack)
            add(RestartAction{act.part, {}});
        m_later = crash;
        if (!crash->comesBack)
            addLater();
    }

    void addLater()
    {
        const CrashOrder *crash = std::exchange(m_later, nullptr);
        if (!crash)
            return;
        for (const QByteArray &label : crash->later)
            addTransfer(m_draft.acts[crash->sent], label);
    }

    QList<Fault> faultsAt(const QList<Fault> &faults, Part part) const
    {
        QList<Fault> there;
        for (const Fault &fault : faults) {
            if (standsAt(fault, part))
                there += toldFaults(fault, m_draft);
        }
        return there;
    }

    /// What struck is over: the part comes back with what was left.
    void addRestart(const RecordedAct &act)
    {
        m_armed = act.faults;
        add(RestartAction{act.part, faultsAt(act.faults, act.part)});
        if (m_later && m_later->part == act.part)
            addLater();
    }

    void addFaults(const RecordedAct &act)
    {
        for (const Part part : armedParts) {
            const QList<Fault> faults = faultsAt(act.faults, part);
            if (faults != faultsAt(m_armed, part))
                add(ArmAction{part, faults});
        }
        m_armed = act.faults;
    }

    void addPause(Millis gap)
    {
        for (Millis left = gap / pauseUnit * pauseUnit; left >= pauseMin; left -= waitMax)
            add(WaitForTime{std::min(left, waitMax)});
    }

    void addWait(const QByteArray &label)
    {
        const State state = m_draft.states.value(label);
        if (m_waited.contains(label) || !isFinished(state))
            return;
        m_waited.append(label);
        add(WaitForState{label, core::message::stateName(state), waitMax});
    }

    void addEnd()
    {
        m_scenes.append(Scene{{u"What came of it."_s, u"结果如下。"_s}, {}});
        for (const RecordedAct &act : m_draft.acts) {
            for (const QByteArray &label : act.labels)
                addWait(label);
        }
        for (const QByteArray &label : std::as_const(m_waited)) {
            const int times = m_draft.states.value(label) == State::Succeed ? 1 : 0;
            add(ExpectCount{ExpectCount::What::Debits, label, times});
            add(ExpectCount{ExpectCount::What::Credits, label, times});
        }
        addUnborn();
        add(ExpectInvariants{});
    }

    void addUnborn()
    {
        QByteArrayList unborn(m_draft.unborn.cbegin(), m_draft.unborn.cend());
        std::sort(unborn.begin(), unborn.end());
        for (const QByteArray &label : std::as_const(unborn)) {
            add(ExpectState{label, notKnown});
            add(ExpectCount{ExpectCount::What::Debits, label, 0});
        }
    }

    void add(Action action) { m_scenes.last().steps.append(Step{0, actionText(action), std::move(action)}); }

    const StoryDraft &m_draft;
    const StoryOrder m_order;
    const CrashOrder *m_later = nullptr; ///< whose later transfers are still to be sent
    QList<Scene> m_scenes;
    Millis m_at{0};
    QList<Fault> m_armed;
    QByteArrayList m_waited;
};

QList<ScenarioAccount> accountsOf(const StoryDraft &draft)
{
    std::map<std::pair<Part, int>, Money> balances;
    for (const RecordedAct &act : draft.acts) {
        if (act.kind != Kind::Sent)
            continue;
        balances[{Part::Sender, act.order.fromUser}] = usualBalance;
        balances[{Part::Receiver, act.order.toUser}] = usualBalance;
    }
    for (const ScenarioAccount &account : draft.opening) {
        if (const auto found = balances.find({account.bank, account.user}); found != balances.end())
            found->second = account.balance;
    }
    QList<ScenarioAccount> accounts;
    for (const auto &[who, balance] : balances)
        accounts.append({who.first, who.second, balance});
    return accounts;
}

} // namespace

int StoryDraft::transfers() const
{
    int count = 0;
    for (const RecordedAct &act : acts)
        count += int(act.labels.size());
    return count;
}

int StoryDraft::unfinished() const
{
    int count = 0;
    for (const RecordedAct &act : acts) {
        count += int(std::count_if(act.labels.cbegin(), act.labels.cend(),
                                   [this](const QByteArray &label) { return !isOver(label); }));
    }
    return count;
}

bool StoryDraft::isOver(const QByteArray &label) const
{
    return unborn.contains(label) || (states.contains(label) && isFinished(states.value(label)));
}

Scenario scenarioOf(const StoryDraft &draft, const QString &name)
{
    return {.name = name,
            .title = {u"Recorded in the console"_s, u"在控制台中录制"_s},
            .accounts = accountsOf(draft),
            .armed = {},
            .scenes = DraftScenes(draft).tell()};
}

QByteArrayList remarksOn(const StoryDraft &draft)
{
    QByteArrayList remarks;
    for (const RecordedAct &act : draft.acts) {
        if (act.kind == Kind::Untold)
            remarks.append("Done as well, and without words in a scenario: " + act.text.toUtf8());
        for (const Fault &fault : act.faults) {
            if (toldFaults(fault, draft).isEmpty())
                remarks.append("Armed as well, and not told: " + core::faultText(fault));
        }
    }
    return remarks;
}

} // namespace ui
