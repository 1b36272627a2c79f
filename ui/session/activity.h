// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace ui {

/// What an operator did, or what happened to the engine.
enum class ActivityVerb {
    // what operators do
    RetryNow,
    ReplayCheckback,
    Submit,
    Abort,
    ForceStop,
    Resend,
    SendTransfers,
    CancelTransfers,
    RepairNaive,
    Subscribe,
    Unsubscribe,
    RemoveTopic,
    SaveConnection,
    RemoveConnection,
    CreateTables,
    SwitchStore,
    SetEngineLimits,
    SwitchLabOn,
    SwitchLabOff,
    ArmFault,
    DisarmFault,
    ReleaseHeld,
    PlayScenario,
    // what happens to the engine
    EngineStarted,
    EngineStopped,
    StoreLost,
    StoreBack,
    LeaseLost,
    TookOver,
    FaultStruck,
    PartCrashed,
    PartBack,
    ScenarioEnded,
};
inline constexpr std::array allActivityVerbs{
    ActivityVerb::RetryNow,       ActivityVerb::ReplayCheckback,  ActivityVerb::Submit,
    ActivityVerb::Abort,          ActivityVerb::ForceStop,        ActivityVerb::Resend,
    ActivityVerb::SendTransfers,  ActivityVerb::CancelTransfers,  ActivityVerb::RepairNaive,
    ActivityVerb::Subscribe,      ActivityVerb::Unsubscribe,      ActivityVerb::RemoveTopic,
    ActivityVerb::SaveConnection, ActivityVerb::RemoveConnection, ActivityVerb::CreateTables,
    ActivityVerb::SwitchStore,    ActivityVerb::SetEngineLimits,  ActivityVerb::SwitchLabOn,
    ActivityVerb::SwitchLabOff,   ActivityVerb::ArmFault,         ActivityVerb::DisarmFault,
    ActivityVerb::ReleaseHeld,    ActivityVerb::PlayScenario,     ActivityVerb::EngineStarted,
    ActivityVerb::EngineStopped,  ActivityVerb::StoreLost,        ActivityVerb::StoreBack,
    ActivityVerb::LeaseLost,      ActivityVerb::TookOver,         ActivityVerb::FaultStruck,
    ActivityVerb::PartCrashed,    ActivityVerb::PartBack,         ActivityVerb::ScenarioEnded};

/// Nobody did it: it happened.
constexpr bool isEngineEvent(ActivityVerb verb)
{
    return verb >= ActivityVerb::EngineStarted;
}

/// The verb as it stands in the file and in exports: "retry_now"; and back. Never changed once written.
QString activityVerbName(ActivityVerb verb);
std::optional<ActivityVerb> activityVerbFromName(const QString &name);

/// One line of the record. Holds names, reasons and figures: never a payload, a header or a password.
struct Activity
{
    enum class Outcome {
        Requested, ///< it is on its way
        Accepted, ///< it is stored; what comes of it is seen at the object
        Refused, ///< nothing was changed; `error` says why
        Happened, ///< an event of the engine
        Lost, ///< engine or console ended before the answer; whether it was carried out is seen at the object
    };

    qint64 id = 0; ///< grows; given by the log
    core::TimePoint at; ///< given by the log
    QString who; ///< the user of this computer; given by the log, empty for events of the engine
    ActivityVerb verb = ActivityVerb::EngineStarted;
    QString object; ///< a gid, a topic, the name of a connection, a store, a fault point or a scenario
    QString detail; ///< how much of what: "count=40 amount=30.00"
    QString reason; ///< in the operator's words, where one was asked for
    Outcome outcome = Outcome::Requested;
    QString error; ///< of Refused and Lost

    bool isAboutMessage() const; ///< object is a gid
    friend bool operator==(const Activity &, const Activity &) = default;
};

/// The outcome as it stands in exports: "requested", "accepted", … Never changed.
QString activityOutcomeName(Activity::Outcome outcome);

/// A URL as the record has it: what follows the path, and a user's name and password, are left out. Pure.
QString urlForRecord(const QByteArray &url);

} // namespace ui
