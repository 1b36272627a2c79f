// SPDX-License-Identifier: Apache-2.0
#include "core/faults/runner.h"

#include "core/faults/expectations.h"
#include "core/faults/pace.h"

namespace core::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis aMoment(1);

QString whyNot(const Status &status)
{
    return status.ok() ? QString() : status.error().detail;
}

QString stepText(const Step &step)
{
    return QString::fromUtf8(step.text);
}

} // namespace

Runner::Runner(RunnerOptions options)
    : m_options(std::move(options))
    , m_control(m_options.control ? *m_options.control : m_ownControl)
{ }

Outcome Runner::run(const Scenario &asWritten)
{
    const Scenario scenario = atPace(asWritten, std::min(m_options.pace, slowestPace(asWritten)));
    m_scenario = &scenario;
    m_transferred.clear();
    m_outcome = {};
    m_stage =
        std::make_unique<Stage>(m_options.stage, scenario, m_control, [this](const Happening &what) { take(what); });
    m_stage->tellStandstill(m_options.paused);
    m_watch = std::make_unique<Watch>(*m_stage, scenario, [this](const Moment &moment) {
        if (m_options.watch)
            m_options.watch(moment);
    });
    tell(u"%1 (%2)\n"_s.arg(inLanguage(scenario.title), scenario.name));
    Outcome outcome = playAndJudge();
    outcome.took = m_watch->elapsed();
    m_stage.reset(); // no program tells anything any more
    m_watch.reset();
    m_scenario = nullptr;
    return outcome;
}

Outcome Runner::playAndJudge()
{
    const Status started = m_stage->start();
    if (m_control.isStopped())
        return {.ending = Outcome::Ending::Stopped};
    if (!started.ok())
        return {.ending = Outcome::Ending::NotStarted, .problem = started.error().detail};
    m_watch->begin();
    const bool isPlayed = playScenes();
    if (m_control.isStopped())
        return {.ending = Outcome::Ending::Stopped};
    const bool holds = judge() && isPlayed;
    m_outcome.ending = holds ? Outcome::Ending::Holds : Outcome::Ending::Broken;
    take(Judged{holds, m_outcome.findings});
    return m_outcome;
}

void Runner::take(const Happening &what)
{
    m_watch->note(what);
}

void Runner::tell(const QString &line)
{
    if (m_options.tell)
        m_options.tell(line);
}

QString Runner::inLanguage(const Caption &caption) const
{
    return m_options.inChinese ? caption.chinese : caption.english;
}

bool Runner::playScenes()
{
    for (int scene = 0; scene < m_scenario->scenes.size(); ++scene) {
        if (!playScene(scene))
            return false;
    }
    return true;
}

bool Runner::playScene(int index)
{
    const Scene &scene = m_scenario->scenes[index];
    for (const Step &step : scene.steps) {
        const bool isFirst = &step == &scene.steps.first();
        if (!waitsWhilePaused(isFirst))
            return false;
        if (isFirst) {
            tell(u"  "_s + inLanguage(scene.caption));
            m_watch->setScene(index);
            m_watch->setStep(step);
            take(SceneBegun{});
        }
        if (!playStep(step))
            return false;
    }
    return true;
}

/// False when the run was stopped.
bool Runner::waitsWhilePaused(bool firstOfScene)
{
    if (!m_control.haltsBefore(firstOfScene))
        return !m_control.isStopped();
    do
        m_stage->waitUntil([] { return true; }, aMoment); // returns when it is not paused
    while (m_control.haltsBefore(firstOfScene));
    return !m_control.isStopped();
}

bool Runner::playStep(const Step &step)
{
    m_watch->setStep(step);
    take(StepBegun{});
    const QString wrong = std::visit([this](const auto &action) { return play(action); }, step.action);
    if (m_control.isStopped())
        return false;
    take(StepDone{wrong});
    if (wrong.isEmpty()) {
        tellAt(stepText(step));
        return true;
    }
    m_outcome.problem = u"%1.txt:%2: %3: %4"_s.arg(m_scenario->name, QString::number(step.line), stepText(step), wrong);
    tellAt(u"BROKEN "_s + m_outcome.problem);
    return false;
}

void Runner::tellAt(const QString &what)
{
    tell(u"    +%1 s  %2"_s.arg(double(m_watch->elapsed().count()) / 1000, 0, 'f', 3).arg(what));
}

bool Runner::judge()
{
    for (const Part bank : {Part::Sender, Part::Receiver})
        m_stage->ledger(bank).resume(); // a story that broke off may have left it held
    for (const QByteArray &label : std::as_const(m_transferred))
        m_watch->takeState(label, m_stage->stateOf(label));
    tell(u"\n  "_s + inLanguage({u"Invariants, read from the banks' own rows"_s, u"不变量，读自银行自己的行"_s}));
    const bool hold = takeFindings(invariants(*m_stage, *m_scenario));
    const bool end = takeFindings(endings(*m_stage, *m_scenario, m_transferred));
    return hold && end;
}

bool Runner::takeFindings(const Result<QList<bank::Finding>> &findings)
{
    if (!findings.ok()) {
        tell(u"  BROKEN the books cannot be read: "_s + findings.error().detail);
        m_outcome.findings.append({"books-can-be-read", false, findings.error().detail});
        return false;
    }
    m_outcome.findings += *findings;
    bool allHold = true;
    for (const bank::Finding &finding : *findings) {
        allHold = allHold && finding.holds;
        tell(u"  %1 %2: %3"_s.arg(finding.holds ? u"holds "_s : u"BROKEN"_s, QString::fromLatin1(finding.name),
                                  finding.evidence));
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
    QByteArray state;
    const auto isThere = [&] {
        state = m_stage->stateOf(wait.label);
        return state == wait.state;
    };
    const bool arrived = m_stage->waitUntil(isThere, wait.within);
    m_watch->takeState(wait.label, state);
    if (arrived)
        return {};
    return state.isEmpty() ? u"the coordinator does not answer"_s : u"it is %1"_s.arg(QLatin1String(state));
}

QString Runner::play(const WaitForTime &wait)
{
    m_stage->waitUntil([] { return false; }, wait.time);
    return {};
}

QString Runner::play(const WaitForEnd &wait)
{
    const bool hasEnded = m_stage->waitUntil([&] { return !m_stage->isRunning(wait.part); }, wait.within);
    return hasEnded ? QString() : u"it still runs"_s;
}

QString Runner::play(const WaitForCalls &wait)
{
    const auto count = [&] { return int(m_stage->callsFor(wait.kind, wait.label).size()); };
    const bool areThere = m_stage->waitUntil([&] { return count() >= wait.count; }, wait.within);
    return areThere ? QString() : u"there are %1"_s.arg(count());
}

QString Runner::play(const CrashAction &crash)
{
    m_stage->crash(crash.part);
    return {};
}

QString Runner::play(const RestartAction &restart)
{
    return whyNot(m_stage->restart(restart.part, m_scenario->faultsText(restart.faults)));
}

QString Runner::play(const ArmAction &arm)
{
    return whyNot(m_stage->arm(arm.part, m_scenario->faultsText(arm.faults)));
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
