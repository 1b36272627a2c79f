// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/outcome.h"
#include "core/faults/stage.h"
#include "core/faults/watch.h"

namespace core::faults {

struct RunnerOptions
{
    StageOptions stage;
    bool inChinese = false; ///< the captions and the title that are told
    int pace = paceQuick; ///< how many times longer everything lasts than in the file; see core/faults/pace.h
    std::function<void(const QString &line)> tell = {}; ///< hears the story, line by line as it happens
    std::function<void(const Moment &moment)> watch = {}; ///< sees each moment as it happens
    std::function<void(bool paused)> paused = {}; ///< told when the story stands still, and when it goes on
    RunControl *control = nullptr; ///< whose orders it follows; none: it plays to the end

    static constexpr int paceQuick = 1;
};

/// Plays a scenario on real parts and tells its story. Lives on a thread with an event loop, which runs while it waits.
/// When run() returns, all programs have ended and all files are removed.
class Runner final
{
public:
    explicit Runner(RunnerOptions options);

    /// Stops at the first step that fails and judges what is there.
    Outcome run(const Scenario &scenario);

private:
    Outcome playAndJudge();
    bool playScenes();
    bool playScene(int index);
    bool playStep(const Step &step);
    bool waitsWhilePaused(bool firstOfScene);
    bool judge();
    bool takeFindings(const Result<QList<bank::Finding>> &findings);
    void take(const Happening &what);
    void tell(const QString &line);
    void tellAt(const QString &what);
    QString inLanguage(const Caption &caption) const;

    QString play(const TransferAction &transfer);
    QString play(const WaitForState &wait);
    QString play(const WaitForTime &wait);
    QString play(const WaitForEnd &wait);
    QString play(const WaitForCalls &wait);
    QString play(const CrashAction &crash);
    QString play(const RestartAction &restart);
    QString play(const ArmAction &arm);
    QString play(const PauseAction &pause);
    QString play(const AnswerAction &answer);
    template<typename Expectation> QString play(const Expectation &expected);

    RunnerOptions m_options;
    RunControl m_ownControl;
    RunControl &m_control;
    const Scenario *m_scenario = nullptr; ///< while it is played
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Watch> m_watch;
    Outcome m_outcome;
    QByteArrayList m_transferred; ///< labels
};

} // namespace core::faults
