// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/faults/outcome.h"
#include "core/faults/recording.h"
#include "core/faults/runcontrol.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace ui {

/// A scenario that can be played, and how its latest run stands.
struct ScenarioEntry
{
    enum class Face {
        NotRun, ///< since the start of the console
        Queued, ///< one of several that are played one after the other
        Running,
        Paused,
        Holds,
        Broken,
        Stopped,
        NotStarted, ///< its programs could not be started; the outcome says why
    };

    core::faults::Scenario scenario;
    QString file; ///< the user's own; empty: it comes with the program
    Face face = Face::NotRun;
    core::faults::Recording recording; ///< of the latest run, up to now
    core::faults::Outcome outcome; ///< once it has ended

    int scenes() const { return int(scenario.scenes.size()); }
    /// The scene that is played, or was played last; −1: none yet.
    int scene() const { return recording.moments.isEmpty() ? -1 : recording.moments.last().scene; }
    bool isActive() const { return face == Face::Running || face == Face::Paused; }
    bool hasEnded() const { return face >= Face::Holds; }
    /// What the step that broke the run found instead of what its line expects, at the end of the outcome's problem;
    /// empty: no step did.
    QString foundInstead() const;
};

/// Plays scenarios, one at a time, on programs of their own: what the console works with is not touched. The run has a
/// thread of its own, which sends values; this object lives on the UI thread and never blocks it, but for the end of a
/// run when it is destroyed.
class ScenarioPlayer final : public QObject
{
    Q_OBJECT
public:
    /// program: the path of checkbackd.
    explicit ScenarioPlayer(QString program, QObject *parent = nullptr);
    ~ScenarioPlayer() override;

    /// checkbackd beside the console.
    static QString usualProgram();
    /// Why nothing can be played, a sentence; empty: it can.
    QString whyNot() const;

    /// Those of the program in the order that they are best watched in, then the user's.
    const QList<ScenarioEntry> &entries() const { return m_entries; }
    /// The entry that is played, or was chosen last.
    int current() const { return m_current; }
    const ScenarioEntry &currentEntry() const { return m_entries.at(m_current); }
    bool isPlaying() const { return m_run != nullptr; }
    bool isPaused() const;
    /// How many of them hold, by their latest runs.
    int holding() const;

    /// Which entry play() and step() mean while nothing is played.
    void choose(int index);
    /// Adds the user's file, or reads it again where it is there. Its position; an error is of the file, with its line
    /// and what would be right.
    core::Result<int> addFile(const QString &path);

    /// Plays the current one from its beginning, or goes on with a paused one.
    void play();
    /// Plays up to the next caption and pauses; from the beginning where nothing is played.
    void playScene();
    /// Plays one line of the file and pauses.
    void playStep();
    void pause();
    /// All of them, one after the other.
    void playAll();
    /// Ends what is played, and what was to be played after it.
    void stop();

    /// Waits that last as long as they usually do; from the next run on.
    void setSlow(bool slow) { m_isSlow = slow; }
    bool isSlow() const { return m_isSlow; }

signals:
    void entriesChanged(); ///< there is one more
    void entryChanged(int index); ///< its face, its scene, its outcome
    void currentChanged(int index);
    void began(); ///< the current one is played from its beginning
    void recorded(); ///< the recording of the current one has more
    void playingChanged(); ///< isPlaying() or isPaused()

private:
    struct Run;

    void start(void (core::faults::RunControl::*how)());
    void goOn(void (core::faults::RunControl::*how)());
    void take(const core::faults::Moment &moment);
    void takePaused(bool paused);
    void takeEnd(const core::faults::Outcome &outcome);
    void setFace(int index, ScenarioEntry::Face face);
    void playNext();

    QString m_program;
    QList<ScenarioEntry> m_entries;
    int m_current = 0;
    bool m_isSlow = false;
    QList<int> m_queue;
    std::unique_ptr<Run> m_run; ///< while one is played
};

} // namespace ui
