// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activitylog.h"

#include <QObject>

namespace core::faults {
struct Scenario;
}

namespace ui {

class ScenarioPlayer;

/// Puts the runs of a player on record: that one was asked for, with its pace and the faults that it provokes; that its
/// programs run, or why they do not; and at last the verdict with the time that it took. UI thread; the player and the
/// log outlive it.
class ScenarioAudit final : public QObject
{
    Q_OBJECT
public:
    ScenarioAudit(ScenarioPlayer &player, ActivityLog &log, QObject *parent = nullptr);

private:
    void takeBeginning();
    void takeProgress();
    void takeChange(int index);
    void answer(const std::optional<core::Error> &error);

    ScenarioPlayer &m_player;
    ActivityLog &m_log;
    ActivityLog::Then m_answer; ///< while no program is known to run
    int m_open = -1; ///< the entry whose end is not on record yet; -1: none
};

/// All that a scenario provokes, as the record has it: "sender:participant.before-submit=crash|crash:receiver"; empty:
/// nothing. Pure.
QString provokedBy(const core::faults::Scenario &scenario);

} // namespace ui
