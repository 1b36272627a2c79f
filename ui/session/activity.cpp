// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/activity.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

QString activityVerbName(ActivityVerb verb)
{
    switch (verb) {
    case ActivityVerb::RetryNow:
        return u"retry_now"_s;
    case ActivityVerb::ReplayCheckback:
        return u"replay_checkback"_s;
    case ActivityVerb::Submit:
        return u"submit"_s;
    case ActivityVerb::Abort:
        return u"abort"_s;
    case ActivityVerb::ForceStop:
        return u"force_stop"_s;
    case ActivityVerb::Resend:
        return u"resend"_s;
    case ActivityVerb::SendTransfers:
        return u"send_transfers"_s;
    case ActivityVerb::CancelTransfers:
        return u"cancel_transfers"_s;
    case ActivityVerb::RepairNaive:
        return u"repair_naive"_s;
    case ActivityVerb::Subscribe:
        return u"subscribe"_s;
    case ActivityVerb::Unsubscribe:
        return u"unsubscribe"_s;
    case ActivityVerb::RemoveTopic:
        return u"remove_topic"_s;
    case ActivityVerb::SaveConnection:
        return u"save_connection"_s;
    case ActivityVerb::RemoveConnection:
        return u"remove_connection"_s;
    case ActivityVerb::CreateTables:
        return u"create_tables"_s;
    case ActivityVerb::SwitchStore:
        return u"switch_store"_s;
    case ActivityVerb::SetEngineLimits:
        return u"set_engine_limits"_s;
    case ActivityVerb::SwitchLabOn:
        return u"switch_lab_on"_s;
    case ActivityVerb::SwitchLabOff:
        return u"switch_lab_off"_s;
    case ActivityVerb::ArmFault:
        return u"arm_fault"_s;
    case ActivityVerb::DisarmFault:
        return u"disarm_fault"_s;
    case ActivityVerb::ReleaseHeld:
        return u"release_held"_s;
    case ActivityVerb::PlayScenario:
        return u"play_scenario"_s;
    case ActivityVerb::EngineStarted:
        return u"engine_started"_s;
    case ActivityVerb::EngineStopped:
        return u"engine_stopped"_s;
    case ActivityVerb::StoreLost:
        return u"store_lost"_s;
    case ActivityVerb::StoreBack:
        return u"store_back"_s;
    case ActivityVerb::LeaseLost:
        return u"lease_lost"_s;
    case ActivityVerb::TookOver:
        return u"took_over"_s;
    case ActivityVerb::FaultStruck:
        return u"fault_struck"_s;
    case ActivityVerb::PartCrashed:
        return u"part_crashed"_s;
    case ActivityVerb::PartBack:
        return u"part_back"_s;
    case ActivityVerb::ScenarioEnded:
        return u"scenario_ended"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ActivityVerb> activityVerbFromName(const QString &name)
{
    const auto found = std::find_if(allActivityVerbs.cbegin(), allActivityVerbs.cend(),
                                    [&name](ActivityVerb verb) { return activityVerbName(verb) == name; });
    return found == allActivityVerbs.cend() ? std::nullopt : std::optional(*found);
}

QString activityOutcomeName(Activity::Outcome outcome)
{
    switch (outcome) {
    case Activity::Outcome::Requested:
        return u"requested"_s;
    case Activity::Outcome::Accepted:
        return u"accepted"_s;
    case Activity::Outcome::Refused:
        return u"refused"_s;
    case Activity::Outcome::Happened:
        return u"happened"_s;
    case Activity::Outcome::Lost:
        return u"lost"_s;
    }
    Q_UNREACHABLE();
}

bool Activity::isAboutMessage() const
{
    switch (verb) {
    case ActivityVerb::RetryNow:
    case ActivityVerb::ReplayCheckback:
    case ActivityVerb::Submit:
    case ActivityVerb::Abort:
    case ActivityVerb::ForceStop:
    case ActivityVerb::Resend:
        return true;
    case ActivityVerb::SendTransfers:
    case ActivityVerb::CancelTransfers:
    case ActivityVerb::RepairNaive:
    case ActivityVerb::Subscribe:
    case ActivityVerb::Unsubscribe:
    case ActivityVerb::RemoveTopic:
    case ActivityVerb::SaveConnection:
    case ActivityVerb::RemoveConnection:
    case ActivityVerb::CreateTables:
    case ActivityVerb::SwitchStore:
    case ActivityVerb::SetEngineLimits:
    case ActivityVerb::SwitchLabOn:
    case ActivityVerb::SwitchLabOff:
    case ActivityVerb::ArmFault:
    case ActivityVerb::DisarmFault:
    case ActivityVerb::ReleaseHeld:
    case ActivityVerb::PlayScenario:
    case ActivityVerb::EngineStarted:
    case ActivityVerb::EngineStopped:
    case ActivityVerb::StoreLost:
    case ActivityVerb::StoreBack:
    case ActivityVerb::LeaseLost:
    case ActivityVerb::TookOver:
    case ActivityVerb::FaultStruck:
    case ActivityVerb::PartCrashed:
    case ActivityVerb::PartBack:
    case ActivityVerb::ScenarioEnded:
        return false;
    }
    Q_UNREACHABLE();
}

QString urlForRecord(const QByteArray &url)
{
    return QUrl(QString::fromUtf8(url)).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace ui
