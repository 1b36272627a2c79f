// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scenarioaudit.h"

#include "ui/session/scenarioplayer.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace faults = core::faults;

namespace {

using Ending = faults::Outcome::Ending;

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

/// What a step of the file breaks on purpose.
struct Provoked
{
    const faults::Scenario &scenario;

    QString armed(faults::Part part, const QList<core::Fault> &armedFaults) const
    {
        return armedFaults.isEmpty() ? QString()
                                     : u"%1:%2"_s.arg(latin(partName(part)), latin(scenario.faultsText(armedFaults)));
    }
    QString operator()(const faults::CrashAction &crash) const { return u"crash:"_s + latin(partName(crash.part)); }
    QString operator()(const faults::RestartAction &restart) const { return armed(restart.part, restart.faults); }
    QString operator()(const faults::ArmAction &arm) const { return armed(arm.part, arm.faults); }
    QString operator()(const faults::PauseAction &pause) const
    {
        return pause.pause ? u"pause:"_s + latin(partName(pause.bank)) : QString();
    }
    QString operator()(const faults::AnswerAction &answer) const
    {
        return u"%1:%2"_s.arg(latin(callKindName(answer.kind)), latin(standInName(answer.standIn)));
    }
    template<typename Other> QString operator()(const Other &) const { return {}; }
};

QString verdictName(Ending ending)
{
    switch (ending) {
    case Ending::Holds:
        return u"holds"_s;
    case Ending::Broken:
        return u"broken"_s;
    case Ending::Stopped:
        return u"stopped"_s;
    case Ending::NotStarted:
        break;
    }
    return u"not_started"_s;
}

} // namespace

QString provokedBy(const faults::Scenario &scenario)
{
    const Provoked provoked{scenario};
    QStringList all;
    for (const faults::ArmedPart &part : scenario.armed)
        all << provoked.armed(part.part, part.faults);
    for (const faults::Scene &scene : scenario.scenes) {
        for (const faults::Step &step : scene.steps)
            all << std::visit(provoked, step.action);
    }
    all.removeAll(QString());
    return all.join(u'|');
}

ScenarioAudit::ScenarioAudit(ScenarioPlayer &player, ActivityLog &log, QObject *parent)
    : QObject(parent)
    , m_player(player)
    , m_log(log)
{
    connect(&player, &ScenarioPlayer::began, this, &ScenarioAudit::takeBeginning);
    connect(&player, &ScenarioPlayer::recorded, this, &ScenarioAudit::takeProgress);
    connect(&player, &ScenarioPlayer::entryChanged, this, &ScenarioAudit::takeChange);
}

void ScenarioAudit::takeBeginning()
{
    m_open = m_player.current();
    const faults::Scenario &scenario = m_player.currentEntry().scenario;
    const QString provoked = provokedBy(scenario);
    QString detail = m_player.isSlow() ? u"pace=slow"_s : u"pace=quick"_s;
    if (!provoked.isEmpty())
        detail += u" faults="_s + provoked;
    m_answer = m_log.audited(ActivityVerb::PlayScenario, scenario.name, detail, this,
                             [](const std::optional<core::Error> &) {});
}

/// The first moment is of programs that run.
void ScenarioAudit::takeProgress()
{
    if (!m_player.currentEntry().recording.moments.isEmpty())
        answer({});
}

void ScenarioAudit::takeChange(int index)
{
    const ScenarioEntry &entry = m_player.entries().at(index);
    if (index != m_open || !entry.hasEnded())
        return;
    m_open = -1;
    const faults::Outcome &outcome = entry.outcome;
    if (outcome.ending == Ending::NotStarted)
        return answer(core::Error::unavailable(outcome.problem));
    answer({});
    QString detail = u"verdict=%1 took_ms=%2"_s.arg(verdictName(outcome.ending)).arg(outcome.took.count());
    if (outcome.ending != Ending::Holds)
        detail += u" step=%1"_s.arg(entry.scene() + 1);
    if (const QString provoked = provokedBy(entry.scenario); !provoked.isEmpty())
        detail += u" faults="_s + provoked;
    m_log.noteEvent(ActivityVerb::ScenarioEnded, entry.scenario.name, detail);
}

void ScenarioAudit::answer(const std::optional<core::Error> &error)
{
    if (const ActivityLog::Then then = std::exchange(m_answer, {}))
        then(error);
}

} // namespace ui
