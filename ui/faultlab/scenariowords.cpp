// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenariowords.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using namespace core::faults;
using Face = ScenarioEntry::Face;

namespace {

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

const Step *stepAt(const ScenarioEntry &entry)
{
    if (entry.recording.moments.isEmpty())
        return nullptr;
    for (const Scene &scene : entry.scenario.scenes) {
        for (const Step &step : scene.steps) {
            if (step.line == entry.recording.moments.last().line)
                return &step;
        }
    }
    return nullptr;
}

int requests(const Recording &recording, Request request)
{
    return int(std::count_if(recording.moments.cbegin(), recording.moments.cend(), [request](const Moment &moment) {
        const auto *asked = std::get_if<Asked>(&moment.what);
        return asked && asked->request == request;
    }));
}

/// The words of one step of a file.
class StepWords final
{
    Q_DECLARE_TR_FUNCTIONS(ui::StepWords)
public:
    static QString part(Part part)
    {
        switch (part) {
        case Part::Coordinator:
            return tr("the coordinator");
        case Part::SecondCoordinator:
            return tr("the second coordinator");
        case Part::Sender:
            return tr("the sender");
        case Part::Receiver:
            return tr("the receiver");
        case Part::Database:
            break;
        }
        return tr("the database server");
    }
    static QString state(const QByteArray &state)
    {
        if (state == "none")
            return tr("unknown to the coordinator");
        if (state == "prepared")
            return widgets::stateWord(theme::State::Prepared);
        if (state == "submitted")
            return widgets::stateWord(theme::State::Submitted);
        return widgets::stateWord(state == "succeed" ? theme::State::Succeed : theme::State::Failed);
    }

    QString operator()(const TransferAction &transfer) const
    {
        return tr("%1: %2 from user %3 to user %4.")
            .arg(latin(transfer.label), widgets::formatMoney(transfer.amount))
            .arg(transfer.from)
            .arg(transfer.to);
    }
    QString operator()(const WaitForState &wait) const
    {
        return tr("Waits until %1 is %2, at most %3.")
            .arg(latin(wait.label), state(wait.state), widgets::formatDuration(wait.within));
    }
    QString operator()(const WaitForTime &wait) const
    {
        return tr("%1 pass.", "so much time").arg(widgets::formatDuration(wait.time));
    }
    QString operator()(const WaitForEnd &wait) const
    {
        return tr("Waits until %1 has died, at most %2.").arg(part(wait.part), widgets::formatDuration(wait.within));
    }
    QString operator()(const WaitForCalls &wait) const
    {
        const QString text = wait.kind == CallKind::Branch
            ? tr("Waits until the receiver was called %n time(s), at most %1.", nullptr, wait.count)
            : tr("Waits until the sender was asked %n time(s), at most %1.", nullptr, wait.count);
        return text.arg(widgets::formatDuration(wait.within));
    }
    QString operator()(const CrashAction &crash) const { return tr("Kills %1.").arg(part(crash.part)); }
    QString operator()(const RestartAction &restart) const { return tr("Starts %1 again.").arg(part(restart.part)); }
    QString operator()(const ArmAction &arm) const
    {
        return arm.faults.isEmpty() ? tr("Disarms %1.").arg(part(arm.part))
                                    : tr("Arms faults in %1.").arg(part(arm.part));
    }
    QString operator()(const PauseAction &pause) const
    {
        return pause.pause ? tr("Holds the database of %1.").arg(part(pause.bank))
                           : tr("Lets the database of %1 go.").arg(part(pause.bank));
    }
    QString operator()(const AnswerAction &answer) const
    {
        return answer.kind == CallKind::Branch ? tr("Answers in the place of the receiver.")
                                               : tr("Answers in the place of the sender.");
    }
    template<typename Expectation> QString operator()(const Expectation &) const
    {
        return tr("Compares what is there with what is expected.");
    }
};

} // namespace

QString ScenarioWords::text(const Caption &caption)
{
    return QLocale().language() == QLocale::Chinese ? caption.chinese : caption.english;
}

QString ScenarioWords::place(const ScenarioEntry &entry)
{
    return entry.scene() < 0 ? QString() : tr("step %1 of %2").arg(entry.scene() + 1).arg(entry.scenes());
}

QString ScenarioWords::standing(const ScenarioEntry &entry)
{
    const QString took = widgets::formatDuration(entry.outcome.took);
    switch (entry.face) {
    case Face::NotRun:
        break;
    case Face::Queued:
        return tr("waits its turn");
    case Face::Running:
        return entry.scene() < 0 ? tr("its programs start") : tr("running, %1").arg(place(entry));
    case Face::Paused:
        return entry.scene() < 0 ? tr("paused") : tr("paused, %1").arg(place(entry));
    case Face::Holds:
        return tr("%1 · %2", "how long, what came of it").arg(took, comeOfIt(entry.recording));
    case Face::Broken:
        return tr("broken at %1").arg(place(entry));
    case Face::Stopped:
        return tr("stopped by you after %1").arg(took);
    case Face::NotStarted:
        return tr("could not be started");
    }
    return tr("not run yet");
}

QString ScenarioWords::comeOfIt(const Recording &recording)
{
    if (recording.moments.isEmpty())
        return {};
    const QMap<QByteArray, QByteArray> &states = recording.moments.last().states;
    if (!states.values().contains("succeed"))
        return tr("no debit, no credit");
    if (requests(recording, Request::Checkback) > 0)
        return tr("checkback found the row");
    const int calls = requests(recording, Request::Branch);
    return calls > states.size() ? tr("%n call(s), credited once", nullptr, calls) : tr("credited once");
}

QString ScenarioWords::now(const ScenarioEntry &entry)
{
    switch (entry.face) {
    case Face::NotRun:
    case Face::Queued:
        return tr("Run it, or go through it caption by caption.");
    case Face::Running:
    case Face::Paused:
        break;
    case Face::Holds:
    case Face::Broken:
    case Face::NotStarted:
        return verdict(entry);
    case Face::Stopped:
        return tr("Stopped; nothing was judged.");
    }
    if (entry.face == Face::Paused)
        return tr("Paused: its programs stand still.");
    const Step *step = stepAt(entry);
    return step ? ScenarioWords::step(step->action)
                : tr("A coordinator and two banks start, each a program of its own.");
}

QString ScenarioWords::verdict(const ScenarioEntry &entry)
{
    if (!entry.outcome.problem.isEmpty())
        return widgets::coreWordsAtEnd(entry.outcome.problem, entry.foundInstead());
    const int count = int(entry.outcome.findings.size());
    if (entry.face == Face::Holds)
        return tr("All %n invariant(s) hold, by the banks' own rows.", nullptr, count);
    return tr("An invariant is broken: see the evidence.");
}

QString ScenarioWords::caption(const ScenarioEntry &entry, int scene)
{
    return scene < 0 || scene >= entry.scenes() ? title(entry) : text(entry.scenario.scenes[scene].caption);
}

QString ScenarioWords::step(const Action &action)
{
    return std::visit(StepWords(), action);
}

QString ScenarioWords::finding(const QByteArray &name)
{
    if (name == "nothing-twice")
        return tr("Nothing is booked twice");
    if (name == "each-booking-has-its-barrier-row")
        return tr("Each booking has its barrier row");
    if (name == "no-negative-balance")
        return tr("No balance is below zero");
    if (name == "each-credit-has-its-debit")
        return tr("Each credit has its debit");
    if (name == "total-constant")
        return tr("The total is what it was");
    if (name == "each-message-ends")
        return tr("Each message has ended");
    if (name == "the-books-agree-with-the-messages")
        return tr("The books agree with the messages");
    return latin(name);
}

} // namespace ui
