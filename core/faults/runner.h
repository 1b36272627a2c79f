// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/proof.h"
#include "core/faults/stage.h"

#include <QElapsedTimer>

#include <functional>

namespace core::faults {

struct RunnerOptions
{
    StageOptions stage;
    bool inChinese = false; ///< the captions and the title
    std::function<void(const QString &line)> tell; ///< hears the story, line by line as it happens
};

/// Plays a scenario on real parts and tells its story. Lives on a thread with an event loop, which runs while it waits.
class Runner final
{
public:
    explicit Runner(RunnerOptions options);

    /// True when every expectation and every invariant holds. It stops at the first step that fails and judges what is
    /// there. An error when the parts cannot be started.
    Result<bool> run(const Scenario &scenario);

private:
    bool playScenes();
    bool playStep(const Step &step);
    bool judge();
    bool tellFindings(const Result<QList<bank::Finding>> &findings);
    void tellAt(const QString &what);
    QString inLanguage(const Caption &caption) const;

    QString play(const TransferAction &transfer);
    QString play(const WaitForState &wait);
    QString play(const WaitForTime &wait);
    QString play(const WaitForEnd &wait);
    QString play(const WaitForCalls &wait);
    QString play(const CrashAction &crash);
    QString play(const RestartAction &restart);
    QString play(const PauseAction &pause);
    QString play(const AnswerAction &answer);
    template<typename Expectation> QString play(const Expectation &expected);

    RunnerOptions m_options;
    const Scenario *m_scenario = nullptr; ///< while it is played
    std::unique_ptr<Stage> m_stage;
    QElapsedTimer m_since;
    QByteArrayList m_transferred; ///< labels
};

} // namespace core::faults
