// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/moments/recordingsequence.h"

#include "core/message/message.h"
#include "ui/diagram/sequencewriter.h"
#include "ui/widgets/formatting.h"

using namespace Qt::StringLiterals;

namespace ui {

using diagram::Lane;
using diagram::Step;
namespace faults = core::faults;

namespace {

theme::Verdict shown(core::message::Verdict verdict)
{
    switch (verdict) {
    case core::message::Verdict::Success:
        return theme::Verdict::Success;
    case core::message::Verdict::Failure:
        return theme::Verdict::Failure;
    case core::message::Verdict::Ongoing:
        return theme::Verdict::Ongoing;
    case core::message::Verdict::Unknown:
        break;
    }
    return theme::Verdict::Unknown;
}

std::optional<theme::State> stateFrom(const QByteArray &word)
{
    const auto state = core::message::stateFromName(word);
    if (!state)
        return std::nullopt;
    switch (*state) {
    case core::message::State::Prepared:
        return theme::State::Prepared;
    case core::message::State::Submitted:
        return theme::State::Submitted;
    case core::message::State::Succeed:
        return theme::State::Succeed;
    case core::message::State::Failed:
        return theme::State::Failed;
    }
    Q_UNREACHABLE();
}

/// Writes the step of each moment that has one.
class RecordingSequence
{
    Q_DECLARE_TR_FUNCTIONS(ui::RecordingSequence)
public:
    explicit RecordingSequence(const faults::Recording &recording) : m_recording(recording), m_writer(core::TimePoint())
    { }

    RecordedSequence tell()
    {
        RecordedSequence told;
        for (qsizetype i = 0; i < m_recording.moments.size(); ++i) {
            const faults::Moment &moment = m_recording.moments.at(i);
            m_scene = moment.scene;
            m_stepText = moment.text;
            std::optional<Step> step = std::visit([this](const auto &what) { return this->stepOf(what); }, moment.what);
            if (step) {
                step->id = "moment " + QByteArray::number(i);
                const core::TimePoint at = core::TimePoint() + moment.at;
                m_writer.passTo(at, tr("nothing"));
                m_writer.add(*step, at);
            }
            told.stepsBy << int(m_writer.steps().size());
        }
        told.sequence = {diagram::SequenceWords::heads(tr("Bank A"), tr("Bank B")), std::nullopt, m_writer.takeSteps()};
        return told;
    }

private:
    template<typename Other> std::optional<Step> stepOf(const Other &) { return std::nullopt; }

    std::optional<Step> stepOf(const faults::Asked &asked)
    {
        if (asked.request == faults::Request::Transfer)
            return std::nullopt;
        return Step{.kind = Step::Kind::Call,
                    .from = laneOf(asked.from),
                    .to = laneOf(asked.to),
                    .label = wordOf(asked),
                    .isCheckback = asked.request == faults::Request::Checkback};
    }

    std::optional<Step> stepOf(const faults::Answered &answered)
    {
        if (answered.asked.request == faults::Request::Transfer)
            return std::nullopt;
        const bool isLost = answered.status == 0;
        Step step{.kind = isLost ? Step::Kind::LostAnswer : Step::Kind::Answer,
                  .from = laneOf(answered.asked.to),
                  .to = laneOf(answered.asked.from),
                  .label = isLost ? tr("no answer") : QString::number(answered.status)};
        if (answered.verdict && !isLost) {
            step.verdict = shown(*answered.verdict);
            step.shortLabel = widgets::verdictWord(*step.verdict);
            step.label = u"%1 %2"_s.arg(step.label, step.shortLabel);
        }
        if (isLost)
            step.verdict = theme::Verdict::TimedOut;
        if (answered.isStandIn)
            step.note = tr("answered in its place");
        step.detail = QString::fromUtf8(answered.excerpt);
        return step;
    }

    std::optional<Step> stepOf(const faults::Committed &committed)
    {
        using What = faults::Committed::What;
        const bool isCredit = committed.what == What::Credit;
        Step step{.kind = Step::Kind::Call,
                  .from = isCredit ? Lane::Receiver : Lane::Sender,
                  .to = isCredit ? Lane::ReceiverDb : Lane::SenderDb,
                  .note = widgets::formatDelta(committed.amount)};
        switch (committed.what) {
        case What::Debit:
            //: the sender's local transaction, with its barrier row
            step.label = tr("commit");
            break;
        case What::Credit:
            step.label = tr("barrier row");
            break;
        case What::Fence:
            //: a checkback writes the sender's barrier row first, so that a late commit must fail
            step.label = tr("fence");
            step.note.clear();
            break;
        }
        return step;
    }

    std::optional<Step> stepOf(const faults::Ended &ended)
    {
        //: a program died by itself; a program was ended from outside
        return markOf(Step::Kind::Crash, ended.part, named(ended.part, ended.byFault ? tr("crash") : tr("killed")));
    }

    std::optional<Step> stepOf(const faults::Started &started)
    {
        if (m_scene < 0)
            return std::nullopt; // before the story
        return markOf(Step::Kind::Start, started.part, named(started.part, tr("runs again")));
    }

    /// A crash shows by the end of its program.
    std::optional<Step> stepOf(const faults::Struck &struck)
    {
        if (struck.mode == core::FaultMode::Crash)
            return std::nullopt;
        Step step = markOf(Step::Kind::Strike, struck.part, strikeWord(struck.point, struck.mode));
        step.detail =
            u"%1 · %2"_s.arg(QString::fromLatin1(struck.point), QString::fromLatin1(core::faultModeName(struck.mode)));
        return step;
    }

    /// That a bank's accounts are held is done by the story itself: only its step tells of it.
    std::optional<Step> stepOf(const faults::StepBegun &)
    {
        const bool isHeld = m_stepText.startsWith("pause ");
        if (!isHeld && !m_stepText.startsWith("resume "))
            return std::nullopt;
        const Lane lane = m_stepText.endsWith(" sender") ? Lane::SenderDb : Lane::ReceiverDb;
        return Step{.kind = isHeld ? Step::Kind::Strike : Step::Kind::Start,
                    .from = lane,
                    .to = lane,
                    //: the accounts of a bank's database
                    .label = isHeld ? tr("locked") : tr("free again")};
    }

    static Step markOf(Step::Kind kind, faults::Part part, const QString &word)
    {
        return {.kind = kind, .from = laneOf(part), .to = laneOf(part), .label = word};
    }

    /// The server of all databases has no lifeline of its own, and the second coordinator shares one with the first.
    static QString named(faults::Part part, const QString &word)
    {
        if (part == faults::Part::Database)
            //: %1: "killed", "runs again"
            return tr("database: %1").arg(word);
        return part == faults::Part::SecondCoordinator ? tr("second coordinator: %1").arg(word) : word;
    }

    static QString strikeWord(const QByteArray &point, core::FaultMode mode)
    {
        switch (mode) {
        case core::FaultMode::Fail:
            //: a fault; the step does not happen
            return point.endsWith(".before-submit") ? tr("submit lost") : tr("left out");
        case core::FaultMode::Delay:
            //: a fault; the step happens later
            return tr("held up");
        case core::FaultMode::Drop:
            return tr("answer lost");
        case core::FaultMode::Duplicate:
            return tr("sent twice");
        case core::FaultMode::Answer:
            return tr("answered in its place");
        case core::FaultMode::Hold:
            return tr("held");
        case core::FaultMode::Crash:
            break;
        }
        return tr("crash");
    }

    std::optional<Step> stepOf(const faults::StateChanged &changed)
    {
        const std::optional<theme::State> state = stateFrom(changed.after);
        if (!state)
            return std::nullopt;
        Step step{.kind = Step::Kind::State, .state = state};
        if (m_recording.gids.size() > 1)
            step.label = u"%1 · %2"_s.arg(QString::fromUtf8(changed.label), widgets::stateWord(*state));
        return step;
    }

    QString wordOf(const faults::Asked &asked)
    {
        switch (asked.request) {
        case faults::Request::Transfer:
            break;
        case faults::Request::Prepare:
            return tr("prepare");
        case faults::Request::Submit:
            return tr("submit");
        case faults::Request::Abort:
            return tr("abort");
        case faults::Request::Checkback:
            return numbered(tr("checkback"), ++m_tries["?" + asked.label]);
        case faults::Request::Branch:
            return numbered(tr("credit"), ++m_tries[asked.branchId + asked.label]);
        }
        return {};
    }

    static QString numbered(const QString &word, int tries)
    {
        //: a call that is made again: its name and how often it was tried
        return tries > 1 ? tr("%1 · try %2").arg(word).arg(tries) : word;
    }

    const faults::Recording &m_recording;
    diagram::SequenceWriter m_writer;
    int m_scene = -1;
    QByteArray m_stepText;
    QHash<QByteArray, int> m_tries;
};

} // namespace

RecordedSequence recordedSequence(const faults::Recording &recording)
{
    return RecordingSequence(recording).tell();
}

diagram::Lane laneOf(faults::Part part)
{
    switch (part) {
    case faults::Part::Coordinator:
    case faults::Part::SecondCoordinator:
        return Lane::Coordinator;
    case faults::Part::Sender:
        return Lane::Sender;
    case faults::Part::Receiver:
        return Lane::Receiver;
    case faults::Part::Database:
        return Lane::SenderDb; // the server has the receiver's tables too
    }
    Q_UNREACHABLE();
}

} // namespace ui
