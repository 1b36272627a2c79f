// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scenarioplayer.h"

#include "core/faults/pace.h"
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::faults::Moment;
using core::faults::Outcome;
using core::faults::RunControl;
using core::faults::Runner;
using core::faults::Scenario;
using Face = ScenarioEntry::Face;

namespace {

/// From what goes well to what goes worst: the order of a first tour. Those that are not named here follow.
const QStringList &watchOrder()
{
    static const QStringList order{u"success"_s,
                                   u"insufficient-balance"_s,
                                   u"crash-before-commit"_s,
                                   u"crash-after-commit"_s,
                                   u"prepare-answer-lost"_s,
                                   u"submit-lost"_s,
                                   u"submit-answer-lost"_s,
                                   u"branch-answer-lost"_s,
                                   u"receiver-down"_s,
                                   u"receiver-slow"_s,
                                   u"receiver-database-paused"_s,
                                   u"checkback-ongoing"_s,
                                   u"checkback-error-page"_s,
                                   u"late-commit-after-fence"_s,
                                   u"abort-lost"_s,
                                   u"coordinator-crash"_s,
                                   u"coordinator-crash-while-calling"_s,
                                   u"two-coordinators"_s,
                                   u"database-restarts"_s};
    return order;
}

qsizetype placeOf(const QString &name)
{
    const qsizetype place = watchOrder().indexOf(name);
    return place < 0 ? watchOrder().size() : place;
}

Face faceOf(Outcome::Ending ending)
{
    switch (ending) {
    case Outcome::Ending::Holds:
        return Face::Holds;
    case Outcome::Ending::Broken:
        return Face::Broken;
    case Outcome::Ending::Stopped:
        return Face::Stopped;
    case Outcome::Ending::NotStarted:
        break;
    }
    return Face::NotStarted;
}

} // namespace

/// One run on its thread. Values go from there to the player.
struct ScenarioPlayer::Run
{
    Run(ScenarioPlayer &player, const QString &program, const Scenario &scenario, int pace)
        : thread(QThread::create([this, &player, program, scenario, pace] {
            const auto toPlayer = [&player](auto work) {
                QMetaObject::invokeMethod(&player, std::move(work), Qt::QueuedConnection);
            };
            Runner runner({.stage = {.program = program},
                           .pace = pace,
                           .watch = [&](const Moment &moment) { toPlayer([&player, moment] { player.take(moment); }); },
                           .paused = [&](bool paused) { toPlayer([&player, paused] { player.takePaused(paused); }); },
                           .control = &control});
            const Outcome outcome = runner.run(scenario);
            toPlayer([&player, outcome] { player.takeEnd(outcome); });
        }))
    {
        thread->setObjectName(u"scenario"_s);
    }
    ~Run()
    {
        control.stop();
        thread->wait();
    }

    RunControl control;
    bool isPaused = false;
    std::unique_ptr<QThread> thread;
};

ScenarioPlayer::ScenarioPlayer(QString program, QObject *parent) : QObject(parent), m_program(std::move(program))
{
    for (const QString &name : core::faults::scenarioNames()) {
        const auto scenario = core::faults::loadScenario(name);
        Q_ASSERT_X(scenario.ok(), "ScenarioPlayer", qPrintable(name));
        m_entries.append({.scenario = *scenario, .recording = core::faults::newRecording(*scenario)});
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const ScenarioEntry &a, const ScenarioEntry &b) {
        return placeOf(a.scenario.name) < placeOf(b.scenario.name);
    });
}

ScenarioPlayer::~ScenarioPlayer() = default;

QString ScenarioEntry::foundInstead() const
{
    QString found;
    for (const core::faults::Moment &moment : recording.moments) {
        if (const auto *done = std::get_if<core::faults::StepDone>(&moment.what))
            found = done->problem;
    }
    return found;
}

QString ScenarioPlayer::usualProgram()
{
    return QCoreApplication::applicationDirPath() + u"/checkbackd"_s;
}

QString ScenarioPlayer::whyNot() const
{
    if (QFileInfo(m_program).isExecutable())
        return {};
    return tr("Scenarios are played on programs of their own: checkbackd is not at %1.").arg(m_program);
}

bool ScenarioPlayer::isPaused() const
{
    return m_run && m_run->isPaused;
}

int ScenarioPlayer::holding() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(),
                             [](const ScenarioEntry &entry) { return entry.face == Face::Holds; }));
}

void ScenarioPlayer::choose(int index)
{
    if (m_run || index < 0 || index >= m_entries.size() || index == m_current)
        return;
    m_current = index;
    emit currentChanged(index);
}

core::Result<int> ScenarioPlayer::addFile(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    const auto scenario = core::faults::loadScenario(file);
    if (!scenario.ok())
        return scenario.error();
    const auto known = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&file](const ScenarioEntry &entry) { return entry.file == file; });
    const int index = int(known - m_entries.cbegin());
    if (index < m_entries.size() && m_entries[index].isActive())
        return core::Error::conflict(tr("This scenario is being played."));
    const ScenarioEntry entry{.scenario = *scenario, .file = file, .recording = core::faults::newRecording(*scenario)};
    if (index < m_entries.size()) {
        m_entries[index] = entry;
        emit entryChanged(index);
    } else {
        m_entries.append(entry);
        emit entriesChanged();
    }
    return index;
}

void ScenarioPlayer::play()
{
    m_run ? goOn(&RunControl::play) : start(&RunControl::play);
}

void ScenarioPlayer::playScene()
{
    m_run ? goOn(&RunControl::playScene) : start(&RunControl::playScene);
}

void ScenarioPlayer::playStep()
{
    m_run ? goOn(&RunControl::playStep) : start(&RunControl::playStep);
}

void ScenarioPlayer::pause()
{
    if (m_run)
        m_run->control.pause();
}

void ScenarioPlayer::playAll()
{
    if (m_run || !whyNot().isEmpty())
        return;
    for (int index = 0; index < m_entries.size(); ++index) {
        m_queue.append(index);
        setFace(index, Face::Queued);
    }
    playNext();
}

void ScenarioPlayer::playNext()
{
    if (m_run || m_queue.isEmpty())
        return;
    choose(m_queue.takeFirst());
    start(&RunControl::play);
}

void ScenarioPlayer::stop()
{
    for (const int index : std::exchange(m_queue, {}))
        setFace(index, Face::NotRun);
    if (m_run)
        m_run->control.stop();
}

void ScenarioPlayer::start(void (RunControl::*how)())
{
    if (!whyNot().isEmpty())
        return;
    ScenarioEntry &entry = m_entries[m_current];
    entry.recording = core::faults::newRecording(entry.scenario);
    entry.outcome = {};
    m_run = std::make_unique<Run>(*this, m_program, entry.scenario,
                                  m_isSlow ? core::faults::slowPace : core::faults::RunnerOptions::paceQuick);
    (m_run->control.*how)();
    m_run->thread->start();
    setFace(m_current, Face::Running);
    emit began();
    emit recorded();
    emit playingChanged();
}

void ScenarioPlayer::goOn(void (RunControl::*how)())
{
    (m_run->control.*how)();
}

void ScenarioPlayer::take(const Moment &moment)
{
    ScenarioEntry &entry = m_entries[m_current];
    const int before = entry.scene();
    entry.recording.moments.append(moment);
    if (entry.scene() != before)
        emit entryChanged(m_current);
    emit recorded();
}

void ScenarioPlayer::takePaused(bool paused)
{
    if (!m_run)
        return;
    m_run->isPaused = paused;
    setFace(m_current, paused ? Face::Paused : Face::Running);
    emit playingChanged();
}

void ScenarioPlayer::takeEnd(const Outcome &outcome)
{
    m_run.reset();
    m_entries[m_current].outcome = outcome;
    setFace(m_current, faceOf(outcome.ending));
    emit playingChanged();
    playNext();
}

void ScenarioPlayer::setFace(int index, Face face)
{
    m_entries[index].face = face;
    emit entryChanged(index);
}

} // namespace ui
