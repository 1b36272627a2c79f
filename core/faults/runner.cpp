// SPDX-License-Identifier: Apache-2.0
#include "core/faults/runner.h"

#include "core/faults/eventwait.h"
#include "core/faults/expectations.h"

namespace core::faults {

using namespace Qt::StringLiterals;

namespace {

QString whyNot(const Status &status)
{
    return status.ok() ? QString() : status.error().detail;
}

QString stepText(const Step &step)
{
    return QString::fromUtf8(step.text);
}

} // namespace

Runner::Runner(RunnerOptions options) : m_options(std::move(options)) { }

Result<bool> Runner::run(const Scenario &scenario)
{
    m_scenario = &scenario;
    m_transferred.clear();
    m_stage = std::make_unique<Stage>(m_options.stage, scenario);
    m_since.start();
    m_options.tell(u"%1 (%2)\n"_s.arg(inLanguage(scenario.title), scenario.name));
    const Status started = m_stage->start();
    const bool isPlayed = started.ok() && playScenes();
    const bool holds = started.ok() && judge() && isPlayed;
    m_stage.reset();
    m_scenario = nullptr;
    if (!started.ok())
        return started.error();
    return holds;
}

QString Runner::inLanguage(const Caption &caption) const
{
    return m_options.inChinese ? caption.chinese : caption.english;
}

bool Runner::playScenes()
{
    for (const Scene &scene : m_scenario->scenes) {
        m_options.tell(u"  "_s + inLanguage(scene.caption));
        for (const Step &step : scene.steps) {
            if (!playStep(step))
                return false;
        }
    }
    return true;
}

bool Runner::playStep(const Step &step)
{
    const QString wrong = std::visit([this](const auto &action) { return play(action); }, step.action);
    if (wrong.isEmpty()) {
        tellAt(stepText(step));
        return true;
    }
    tellAt(u"BROKEN %1.txt:%2: %3: %4"_s.arg(m_scenario->name, QString::number(step.line), stepText(step), wrong));
    return false;
}

void Runner::tellAt(const QString &what)
{
    m_options.tell(u"    +%1 s  %2"_s.arg(double(m_since.elapsed()) / 1000, 0, 'f', 3).arg(what));
}

bool Runner::judge()
{
    for (const Part bank : {Part::Sender, Part::Receiver})
        m_stage->ledger(bank).resume(); // a story that broke off may have left it held
    m_options.tell(u"\n  Invariants, read from the banks' own rows"_s);
    const bool hold = tellFindings(invariants(*m_stage, *m_scenario));
    const bool end = tellFindings(endings(*m_stage, *m_scenario, m_transferred));
    return hold && end;
}

bool Runner::tellFindings(const Result<QList<bank::Finding>> &findings)
{
    if (!findings.ok()) {
        m_options.tell(u"  BROKEN the books cannot be read: "_s + findings.error().detail);
        return false;
    }
    bool allHold = true;
    for (const bank::Finding &finding : *findings) {
        allHold = allHold && finding.holds;
        m_options.tell(u"  %1 %2: %3"_s.arg(finding.holds ? u"holds "_s : u"BROKEN"_s,
                                            QString::fromLatin1(finding.name), finding.evidence));
    }
    return allHold;
}

QString Runner::play(const TransferAction &transfer)
{
    m_stage->beginTransfer(transfer);
    m_transferred.append(transfer.label);
    return {};
}

QString Runner::play(const WaitForState &wait)
{
    const auto isThere = [&] { return m_stage->stateOf(wait.label) == wait.state; };
    if (waitUntil(isThere, wait.within))
        return {};
    const QByteArray state = m_stage->stateOf(wait.label);
    return state.isEmpty() ? u"the coordinator does not answer"_s : u"it is %1"_s.arg(QLatin1String(state));
}

QString Runner::play(const WaitForTime &wait)
{
    waitFor(wait.time);
    return {};
}

QString Runner::play(const WaitForEnd &wait)
{
    const bool hasEnded = waitUntil([&] { return !m_stage->process(wait.part).isRunning(); }, wait.within);
    return hasEnded ? QString() : u"it still runs"_s;
}

QString Runner::play(const WaitForCalls &wait)
{
    const auto count = [&] { return int(m_stage->callsFor(wait.kind, wait.label).size()); };
    const bool areThere = waitUntil([&] { return count() >= wait.count; }, wait.within);
    return areThere ? QString() : u"there are %1"_s.arg(count());
}

QString Runner::play(const CrashAction &crash)
{
    m_stage->process(crash.part).kill();
    return {};
}

QString Runner::play(const RestartAction &restart)
{
    return whyNot(m_stage->restart(restart.part, m_scenario->faultsText(restart.faults)));
}

QString Runner::play(const PauseAction &pause)
{
    Ledger &ledger = m_stage->ledger(pause.bank);
    if (pause.pause)
        return whyNot(ledger.pause());
    ledger.resume();
    return {};
}

QString Runner::play(const AnswerAction &answer)
{
    m_stage->answerInstead(answer);
    return {};
}

template<typename Expectation> QString Runner::play(const Expectation &expected)
{
    return unmet(expected, *m_stage, *m_scenario);
}

} // namespace core::faults
