// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/moments/recordingmoments.h"

#include "core/message/message.h"
#include "ui/moments/recordingsequence.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace faults = core::faults;

namespace {

/// What a moment is called; none where it is no event worth a stop.
struct Told
{
    MomentKind kind = MomentKind::Call;
    QString text;
};

class RecordingMoments
{
    Q_DECLARE_TR_FUNCTIONS(ui::RecordingMoments)
public:
    explicit RecordingMoments(const faults::Recording &recording)
        : m_recording(recording)
        , m_told(recordedSequence(recording))
    { }

    Moments tell()
    {
        Moments moments{.title = inScreenLanguage(m_recording.title),
                        .senderBank = m_told.sequence.head(diagram::Lane::SenderDb).title,
                        .receiverBank = m_told.sequence.head(diagram::Lane::ReceiverDb).title,
                        .way = way(),
                        .sequence = m_told.sequence};
        for (const faults::Caption &caption : m_recording.captions)
            moments.captions << inScreenLanguage(caption);
        for (qsizetype i = 0; i < m_recording.moments.size(); ++i) {
            const faults::Moment &moment = m_recording.moments.at(i);
            m_scene = moment.scene;
            const auto told = std::visit([this](const auto &what) { return this->tellOf(what); }, moment.what);
            if (told)
                moments.all << momentOf(moment, *told, m_told.stepsBy.at(i));
            if (const auto *judged = std::get_if<faults::Judged>(&moment.what))
                moments.holds = judged->holds;
        }
        return moments;
    }

private:
    MoneyWay way() const
    {
        const faults::TransferAction &transfer = m_recording.transfer;
        if (transfer.label.isEmpty())
            return {};
        return {transfer.from, transfer.to, transfer.amount, m_recording.gids.value(transfer.label)};
    }

    Moment momentOf(const faults::Moment &recorded, const Told &told, int steps) const
    {
        const auto isDown = [&](faults::Part part) { return !recorded.running.contains(part); };
        Moment moment{.at = recorded.at,
                      .kind = told.kind,
                      .text = told.text,
                      .scene = recorded.scene,
                      .steps = steps,
                      .inFlight = recorded.inFlight,
                      .isSenderDown = isDown(faults::Part::Sender),
                      .isCoordinatorDown = isDown(faults::Part::Coordinator) && isDown(faults::Part::SecondCoordinator),
                      .isReceiverDown = isDown(faults::Part::Receiver)};
        add(moment, Side::Sender, recorded.sender);
        add(moment, Side::Receiver, recorded.receiver);
        const bool isOne = m_recording.gids.size() == 1;
        for (auto label = m_recording.gids.keyBegin(); label != m_recording.gids.keyEnd(); ++label) {
            moment.faces.append(
                {isOne ? QString() : QString::fromUtf8(*label), stateFrom(recorded.states.value(*label))});
        }
        std::sort(moment.faces.begin(), moment.faces.end(),
                  [](const MessageFace &a, const MessageFace &b) { return a.name < b.name; });
        return moment;
    }

    static void add(Moment &moment, Side side, const faults::BankFace &bank)
    {
        for (const core::bank::Account &account : bank.accounts)
            moment.balances.append({side, account.userId, account.balance});
        for (const core::bank::BarrierRow &row : bank.barrierRows)
            moment.rows.append({side, row.gid, row.branchId, row.op, row.reason});
    }

    static std::optional<theme::State> stateFrom(const QByteArray &word)
    {
        static const QHash<QByteArray, theme::State> states{{"prepared", theme::State::Prepared},
                                                            {"submitted", theme::State::Submitted},
                                                            {"succeed", theme::State::Succeed},
                                                            {"failed", theme::State::Failed}};
        const auto found = states.constFind(word);
        return found == states.constEnd() ? std::nullopt : std::optional(*found);
    }

    static QString nameOf(faults::Part part)
    {
        switch (part) {
        case faults::Part::Coordinator:
            return tr("Coordinator");
        case faults::Part::SecondCoordinator:
            return tr("Second coordinator");
        case faults::Part::Sender:
            return tr("Sender");
        case faults::Part::Receiver:
            return tr("Receiver");
        case faults::Part::Database:
            return tr("Database");
        }
        Q_UNREACHABLE();
    }

    static QString wordOf(const faults::Asked &asked)
    {
        switch (asked.request) {
        case faults::Request::Transfer:
            return tr("transfer");
        case faults::Request::Prepare:
            return tr("prepare");
        case faults::Request::Submit:
            return tr("submit");
        case faults::Request::Abort:
            return tr("abort");
        case faults::Request::Checkback:
            return tr("checkback");
        case faults::Request::Branch:
            return tr("credit");
        }
        Q_UNREACHABLE();
    }

    using Maybe = std::optional<Told>;

    Maybe tellOf(const faults::SceneBegun &) const
    {
        return Told{MomentKind::Scene, inScreenLanguage(m_recording.captions.value(m_scene))};
    }
    Maybe tellOf(const faults::StepBegun &) const { return std::nullopt; }
    Maybe tellOf(const faults::StepDone &done) const
    {
        if (done.problem.isEmpty())
            return std::nullopt;
        return Told{MomentKind::Trouble, tr("Not as expected: %1").arg(done.problem)};
    }
    Maybe tellOf(const faults::Asked &asked) const
    {
        if (asked.request == faults::Request::Transfer)
            return Told{MomentKind::Call, tr("The sender is asked for a transfer")};
        //: who asks, whom, for what
        return Told{MomentKind::Call, tr("%1 → %2: %3").arg(nameOf(asked.from), nameOf(asked.to), wordOf(asked))};
    }
    Maybe tellOf(const faults::Answered &answered) const
    {
        const faults::Asked &asked = answered.asked;
        if (asked.request == faults::Request::Transfer)
            return answered.status == 0 ? Told{MomentKind::Trouble, tr("Whoever asked for the transfer gets no answer")}
                                        : Told{MomentKind::Call, tr("The sender answers: %1").arg(answered.status)};
        if (answered.status == 0) {
            return Told{MomentKind::Trouble,
                        tr("%1 → %2: no answer (%3)").arg(nameOf(asked.to), nameOf(asked.from), wordOf(asked))};
        }
        QString answer = QString::number(answered.status);
        if (answered.verdict)
            answer += u' ' + QString::fromLatin1(core::message::verdictName(*answered.verdict));
        return Told{MomentKind::Call,
                    tr("%1 → %2: %3 answered %4").arg(nameOf(asked.to), nameOf(asked.from), wordOf(asked), answer)};
    }
    Maybe tellOf(const faults::Committed &committed) const
    {
        const QString amount = widgets::formatDelta(committed.amount);
        switch (committed.what) {
        case faults::Committed::What::Debit:
            return Told{MomentKind::Money, tr("The sender's bank commits %1, with its barrier row").arg(amount)};
        case faults::Committed::What::Credit:
            return Told{MomentKind::Money, tr("The receiver's bank commits %1, with its barrier row").arg(amount)};
        case faults::Committed::What::Fence:
            return Told{MomentKind::Money, tr("The checkback fences: the debit can no longer be committed")};
        }
        Q_UNREACHABLE();
    }
    Maybe tellOf(const faults::Ended &ended) const
    {
        return Told{MomentKind::Trouble,
                    ended.byFault ? tr("%1: the program crashes").arg(nameOf(ended.part))
                                  : tr("%1: the program is killed").arg(nameOf(ended.part))};
    }
    Maybe tellOf(const faults::Started &started) const
    {
        if (m_scene < 0)
            return std::nullopt; // before the story
        return Told{MomentKind::Call, tr("%1: the program runs again").arg(nameOf(started.part))};
    }
    Maybe tellOf(const faults::Struck &struck) const
    {
        return Told{MomentKind::Trouble,
                    tr("A fault strikes: %1, %2")
                        .arg(QString::fromLatin1(struck.point), QString::fromLatin1(core::faultModeName(struck.mode)))};
    }
    Maybe tellOf(const faults::StateChanged &changed) const
    {
        const auto state = stateFrom(changed.after);
        return Told{MomentKind::State,
                    state ? tr("The message is now: %1").arg(widgets::stateWord(*state))
                          : tr("The coordinator does not know the message")};
    }
    Maybe tellOf(const faults::Judged &judged) const
    {
        return Told{MomentKind::End,
                    judged.holds ? tr("The end: every invariant holds")
                                 : tr("The end: not everything is as it must be")};
    }

    const faults::Recording &m_recording;
    RecordedSequence m_told;
    int m_scene = -1;
};

} // namespace

QString inScreenLanguage(const faults::Caption &caption)
{
    return QLocale().language() == QLocale::Chinese ? caption.chinese : caption.english;
}

Moments momentsOf(const faults::Recording &recording)
{
    return RecordingMoments(recording).tell();
}

} // namespace ui
