// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scenariorecorder.h"

#include "ui/session/activitylog.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

using core::faults::Part;
using Kind = RecordedAct::Kind;

namespace {

/// The number behind a key of an activity's detail, such as "count=3 amount=30.00"; empty: it is not there.
QString detailOf(const Activity &activity, QLatin1String key)
{
    for (const QString &word : activity.detail.split(u' ')) {
        if (word.startsWith(key + u'='))
            return word.mid(key.size() + 1);
    }
    return {};
}

TransferOrder orderOf(const Activity &activity)
{
    TransferOrder order;
    const QStringList users = activity.object.split(u" → "_s);
    order.fromUser = users.value(0).toInt();
    order.toUser = users.value(1).toInt();
    order.count = detailOf(activity, "count"_L1).toInt();
    if (const auto amount = core::Money::fromText(detailOf(activity, "amount"_L1).toLatin1()); amount.ok())
        order.amount = *amount;
    order.delay = core::seconds(detailOf(activity, "delay"_L1).toInt());
    order.askBackAfter = core::seconds(detailOf(activity, "timeout_to_fail"_L1).toInt());
    order.retryAfter = core::seconds(detailOf(activity, "retry_interval"_L1).toInt());
    order.waitResult = detailOf(activity, "wait_result"_L1) == u"1";
    return order;
}

QList<core::faults::ScenarioAccount> balancesOf(const Session &session)
{
    QList<core::faults::ScenarioAccount> balances;
    const std::pair<int, Part> banks[] = {{0, Part::Sender}, {1, Part::Receiver}};
    for (const auto &[index, part] : banks) {
        for (const AccountRow &account : session.bank(index).accounts)
            balances.append({part, account.userId, account.balance});
    }
    return balances;
}

} // namespace

ScenarioRecorder::ScenarioRecorder(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session.activity(), &ActivityLog::added, this, &ScenarioRecorder::takeActivity);
    connect(&session.faults(), &FaultDesk::struck, this, &ScenarioRecorder::takeStrike);
    connect(&session, &Session::transferChanged, this, &ScenarioRecorder::takeStates);
    connect(&session, &Session::messagesChanged, this, &ScenarioRecorder::takeMessages);
}

void ScenarioRecorder::begin()
{
    m_draft = {};
    m_crashed.clear();
    m_asked.clear();
    m_draft.opening = balancesOf(m_session);
    m_since.start();
    m_isRecording = true;
    if (const QList<core::Fault> there = armed(); !there.isEmpty())
        add({.kind = Kind::Armed, .faults = there});
    emit changed();
}

void ScenarioRecorder::end()
{
    m_isRecording = false;
    emit changed();
}

void ScenarioRecorder::takeActivity()
{
    if (!m_isRecording || m_session.activity().activities().isEmpty())
        return;
    const Activity activity = m_session.activity().activities().last();
    if (activity.outcome == Activity::Outcome::Refused)
        return;
    if (activity.verb == ActivityVerb::SendTransfers)
        return takeSent(activity);
    if (activity.verb == ActivityVerb::ArmFault || activity.verb == ActivityVerb::DisarmFault)
        return add({.kind = Kind::Armed, .faults = armed()});
    if (activity.verb == ActivityVerb::PartCrashed)
        return takePart(activity, Kind::Died);
    if (activity.verb == ActivityVerb::PartBack)
        return takePart(activity, Kind::Back);
    if (!isEngineEvent(activity.verb) && activity.isAboutMessage())
        add({.kind = Kind::Untold, .text = activityVerbName(activity.verb) + u' ' + activity.object});
}

void ScenarioRecorder::takeSent(const Activity &activity)
{
    if (detailOf(activity, "mode"_L1) == u"naive")
        return add({.kind = Kind::Untold, .text = activityVerbName(activity.verb) + u" naively "_s + activity.object});
    RecordedAct act{.kind = Kind::Sent, .order = orderOf(activity)};
    const QList<QByteArray> gids = m_session.transferGids();
    for (int number = 1; number <= act.order.count && m_draft.transfers() + number <= transfersMax; ++number) {
        const QByteArray label = 'm' + QByteArray::number(m_draft.transfers() + number);
        m_draft.labels.insert(gids.value(number - 1), label);
        act.labels.append(label);
    }
    if (act.labels.size() < act.order.count)
        add({.kind = Kind::Untold, .text = u"transfers beyond the first %1"_s.arg(transfersMax)});
    if (!act.labels.isEmpty())
        add(act);
}

void ScenarioRecorder::takePart(const Activity &activity, Kind kind)
{
    const Part part = activity.object == u"bank-a" ? Part::Sender
        : activity.object == u"bank-b"             ? Part::Receiver
                                                   : Part::Coordinator;
    const QByteArray struck = kind == Kind::Died ? std::exchange(m_crashed, {}) : QByteArray();
    add({.kind = kind, .faults = armed(), .part = part, .struck = struck});
    takeStates(); // while the engine was down nothing was heard of what had broken off
}

/// Told before the crash that it makes.
void ScenarioRecorder::takeStrike(const QByteArray &point, const QByteArray &gid, core::FaultMode mode)
{
    if (!m_isRecording)
        return;
    int underWay = 0;
    for (const QByteArray &label : std::as_const(m_draft.labels))
        underWay += m_draft.isOver(label) ? 0 : 1;
    m_draft.strikes.append({point, mode, gid, underWay > 1});
    if (mode == core::FaultMode::Crash)
        m_crashed = gid;
}

void ScenarioRecorder::takeStates()
{
    bool any = false;
    for (const TransferOutcome &outcome : m_session.transferOutcomes()) {
        const QByteArray label = m_draft.labels.value(outcome.gid);
        if (label.isEmpty())
            continue;
        any = true;
        // of one that was never started Failed tells of the money, not of a message
        m_draft.states.insert(label, outcome.isBrokenOff ? core::message::State::Prepared : outcome.state);
        if (outcome.isBrokenOff)
            lookFor(label, outcome.gid);
        else
            m_draft.unborn.remove(label);
    }
    if (any)
        emit changed();
}

/// Its bank broke off: whether the message ever was is for the store to say, once the engine runs again.
void ScenarioRecorder::lookFor(const QByteArray &label, const QByteArray &gid)
{
    if (m_asked.contains(gid))
        return;
    m_asked.insert(gid);
    m_session.message(gid, this, [this, label, gid](const core::Result<std::optional<core::message::Message>> &found) {
        if (!found.ok())
            m_asked.remove(gid);
        if (!found.ok() || *found || m_draft.labels.value(gid) != label)
            return;
        m_draft.unborn.insert(label);
        emit changed();
    });
}

/// Of runs before the latest one, too.
void ScenarioRecorder::takeMessages(const QList<core::store::Summary> &changedMessages)
{
    for (const core::store::Summary &summary : changedMessages) {
        if (const QByteArray label = m_draft.labels.value(summary.gid); !label.isEmpty()) {
            m_draft.states.insert(label, summary.state);
            m_draft.unborn.remove(label);
            emit changed();
        }
    }
}

QByteArrayList ScenarioRecorder::endedSoFar() const
{
    QByteArrayList ended;
    for (auto state = m_draft.states.cbegin(); state != m_draft.states.cend(); ++state) {
        if (*state == core::message::State::Succeed || *state == core::message::State::Failed)
            ended.append(state.key());
    }
    std::sort(ended.begin(), ended.end());
    return ended;
}

QList<core::Fault> ScenarioRecorder::armed() const
{
    QList<core::Fault> faults;
    for (const core::ArmedFault &one : m_session.faults().armed())
        faults.append(one.fault);
    return faults;
}

void ScenarioRecorder::add(RecordedAct act)
{
    act.at = core::Millis(m_since.elapsed());
    act.ended = endedSoFar();
    m_draft.acts.append(std::move(act));
    emit changed();
}

} // namespace ui
