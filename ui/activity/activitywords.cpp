// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitywords.h"

#include "core/base/money.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Activity)
};

/// "count=40 amount=30.00" as names and values; nothing where it is of another form.
QHash<QString, QString> fieldsOf(const QString &detail)
{
    QHash<QString, QString> fields;
    for (const QString &field : detail.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype sign = field.indexOf(u'=');
        if (sign <= 0)
            return {};
        fields.insert(field.left(sign), field.mid(sign + 1));
    }
    return fields;
}

QString transferWords(const QHash<QString, QString> &fields)
{
    const auto amount = core::Money::fromText(fields.value(u"amount"_s).toLatin1());
    return amount.ok() ? Words::tr("%n transfer(s) of %1 each", nullptr, fields.value(u"count"_s).toInt())
                             .arg(widgets::formatMoney(*amount))
                       : QString();
}

QString paceWords(const QHash<QString, QString> &fields)
{
    const QString pace = fields.value(u"pace"_s) == u"slow" ? Words::tr("slow") : Words::tr("quick");
    const QString faults = fields.value(u"faults"_s);
    //: %1: the pace of a scenario; %2: the faults that it provokes, by their names
    return faults.isEmpty() ? pace : Words::tr("%1 · %2").arg(pace, faults);
}

QString verdictWords(const QHash<QString, QString> &fields)
{
    const QString took = widgets::formatDuration(core::Millis(fields.value(u"took_ms"_s).toLongLong()));
    const QString verdict = fields.value(u"verdict"_s);
    if (verdict == u"holds")
        return Words::tr("holds, after %1").arg(took);
    if (verdict == u"broken")
        return Words::tr("broken at step %1, after %2").arg(fields.value(u"step"_s), took);
    return verdict == u"stopped" ? Words::tr("stopped at step %1, after %2").arg(fields.value(u"step"_s), took)
                                 : Words::tr("its programs could not be started");
}

/// Empty where there are no words for it.
QString knownDetail(const Activity &activity)
{
    const QHash<QString, QString> fields = fieldsOf(activity.detail);
    if (activity.verb == ActivityVerb::SendTransfers && fields.contains(u"count"_s))
        return transferWords(fields);
    if (activity.verb == ActivityVerb::SetEngineLimits && fields.size() == 2)
        return Words::tr("longest wait %1 s, stalled after %2 failures")
            .arg(fields.value(u"retry_cap_s"_s), fields.value(u"stalled_after"_s));
    if (activity.verb == ActivityVerb::PlayScenario && fields.contains(u"pace"_s))
        return paceWords(fields);
    if (activity.verb == ActivityVerb::ScenarioEnded && fields.contains(u"verdict"_s))
        return verdictWords(fields);
    if (activity.verb == ActivityVerb::TookOver && fields.contains(u"messages"_s))
        return Words::tr("%n message(s)", nullptr, fields.value(u"messages"_s).toInt());
    if (activity.verb == ActivityVerb::Resend && !activity.detail.isEmpty())
        //: %1: the gid of the message that was sent once more
        return Words::tr("of %1").arg(widgets::shownGid(activity.detail));
    return activity.verb == ActivityVerb::StoreLost ? widgets::coreWords(activity.detail) : QString();
}

} // namespace

QString detailWords(const Activity &activity)
{
    const QString words = knownDetail(activity);
    return words.isEmpty() ? activity.detail : words;
}

QString activityWord(ActivityVerb verb)
{
    switch (verb) {
    case ActivityVerb::RetryNow:
        return Words::tr("Retry now");
    case ActivityVerb::ReplayCheckback:
        return Words::tr("Replay checkback");
    case ActivityVerb::Submit:
        return Words::tr("Submit");
    case ActivityVerb::Abort:
        return Words::tr("Abort");
    case ActivityVerb::ForceStop:
        return Words::tr("Force stop");
    case ActivityVerb::Resend:
        return Words::tr("Resend as new");
    case ActivityVerb::SendTransfers:
        return Words::tr("Send transfers");
    case ActivityVerb::CancelTransfers:
        return Words::tr("Cancel transfers");
    case ActivityVerb::RepairNaive:
        return Words::tr("Put naive losses right");
    case ActivityVerb::Subscribe:
        return Words::tr("Subscribe");
    case ActivityVerb::Unsubscribe:
        return Words::tr("Unsubscribe");
    case ActivityVerb::RemoveTopic:
        return Words::tr("Delete topic");
    case ActivityVerb::SaveConnection:
        return Words::tr("Save connection");
    case ActivityVerb::RemoveConnection:
        return Words::tr("Remove connection");
    case ActivityVerb::CreateTables:
        return Words::tr("Create tables");
    case ActivityVerb::SwitchStore:
        return Words::tr("Switch store");
    case ActivityVerb::SetEngineLimits:
        return Words::tr("Set engine limits");
    case ActivityVerb::SwitchLabOn:
        return Words::tr("Switch fault lab on");
    case ActivityVerb::SwitchLabOff:
        return Words::tr("Switch fault lab off");
    case ActivityVerb::ArmFault:
        return Words::tr("Arm fault");
    case ActivityVerb::DisarmFault:
        return Words::tr("Disarm fault");
    case ActivityVerb::ReleaseHeld:
        //: a call that was held at a breakpoint
        return Words::tr("Let go on");
    case ActivityVerb::PlayScenario:
        return Words::tr("Play scenario");
    case ActivityVerb::EngineStarted:
        return Words::tr("Engine started");
    case ActivityVerb::EngineStopped:
        return Words::tr("Engine drained");
    case ActivityVerb::StoreLost:
        return Words::tr("Store lost");
    case ActivityVerb::StoreBack:
        return Words::tr("Store back");
    case ActivityVerb::LeaseLost:
        //: another coordinator may take over what this one had in work
        return Words::tr("Lease lost");
    case ActivityVerb::TookOver:
        //: messages that another coordinator left behind
        return Words::tr("Took over");
    case ActivityVerb::FaultStruck:
        return Words::tr("Fault struck");
    case ActivityVerb::PartCrashed:
        //: the engine or a bank, on purpose
        return Words::tr("Crashed");
    case ActivityVerb::PartBack:
        //: the engine or a bank, after a crash
        return Words::tr("Started again");
    case ActivityVerb::ScenarioEnded:
        return Words::tr("Scenario ended");
    }
    Q_UNREACHABLE();
}

QString outcomeWord(Activity::Outcome outcome)
{
    switch (outcome) {
    case Activity::Outcome::Requested:
        //: what came of an action: it was asked for, and no answer is known
        return Words::tr("Requested");
    case Activity::Outcome::Accepted:
        //: what came of an action: it is stored
        return Words::tr("Accepted");
    case Activity::Outcome::Refused:
        //: what came of an action: nothing was changed
        return Words::tr("Refused");
    case Activity::Outcome::Happened:
        //: not an action, but something that happened to the engine
        return Words::tr("Event");
    case Activity::Outcome::Lost:
        //: what came of an action: engine or console ended before the answer, so nobody knows
        return Words::tr("No answer");
    }
    Q_UNREACHABLE();
}

} // namespace ui
