// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequence.h"

#include "ui/widgets/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace diagram {
namespace {

template<typename Matches> int indexWhere(const QList<Step> &steps, Matches matches)
{
    const auto found = std::find_if(steps.begin(), steps.end(), matches);
    return found == steps.end() ? -1 : int(found - steps.begin());
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

int Sequence::indexOf(const QByteArray &id) const
{
    return indexWhere(steps, [&](const Step &step) { return step.id == id; });
}

int Sequence::indexOfSubject(const QByteArray &subject) const
{
    return subject.isEmpty() ? -1 : indexWhere(steps, [&](const Step &step) { return step.subject == subject; });
}

std::array<Head, laneCount> SequenceWords::heads(const QString &senderBank, const QString &receiverBank)
{
    //: a database whose name is not known
    const QString unnamed = tr("DB");
    return {
        //: the application that sends: above its lifeline
        Head{tr("AP"), tr("sender")},
        Head{senderBank.isEmpty() ? unnamed : senderBank, tr("sender DB")},
        //: the transaction manager, that is the coordinator: above its lifeline
        Head{tr("TM"), tr("coordinator")},
        //: the resource manager, that is the receiver: above its lifeline
        Head{tr("RM"), tr("receiver")},
        Head{receiverBank.isEmpty() ? unnamed : receiverBank, tr("receiver DB")},
    };
}

QString SequenceWords::time(core::Millis at)
{
    if (at < 10min) {
        const QString millis = QString::number(at % 1s / 1ms).rightJustified(3, u'0');
        return u"%1.%2"_s.arg(at / 1s).arg(millis);
    }
    return u"%1:%2:%3"_s.arg(at / 1h).arg(twoDigits(at % 1h / 1min), twoDigits(at % 1min / 1s));
}

QString SequenceWords::time(const Step &step)
{
    if (!step.at)
        return {};
    return step.at->count() == 0 ? u'+' + time(*step.at) : time(*step.at);
}

QString SequenceWords::event(const Sequence &sequence, const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Call:
    case Step::Kind::Answer:
    case Step::Kind::LostAnswer:
        return arrow(sequence, step);
    case Step::Kind::State:
        //: %1: the word of a state
        return tr("The message is now: %1").arg(step.state ? widgets::stateWord(*step.state) : step.label);
    case Step::Kind::Gap:
        return step.label;
    case Step::Kind::Crash:
    case Step::Kind::Start:
    case Step::Kind::Strike:
        //: %1: who crashed, or was struck by a fault; %2: a word on it
        return tr("%1: %2").arg(sequence.head(step.from).title, step.label);
    }
    Q_UNREACHABLE();
}

QString SequenceWords::arrow(const Sequence &sequence, const Step &step)
{
    const QString from = sequence.head(step.from).title;
    const QString to = sequence.head(step.to).title;
    if (step.kind == Step::Kind::Call)
        //: %1, %2: names of lifelines; %3: what is called
        return tr("%1 calls %2: %3").arg(from, to, step.label);
    if (step.kind == Step::Kind::Answer)
        return tr("%1 answers %2: %3").arg(from, to, step.label);
    return tr("No answer from %1 to %2: %3").arg(from, to, step.label);
}

QString SequenceWords::alike(int events)
{
    return tr("%n event(s) alike", nullptr, events);
}

QString SequenceWords::sentence(const Sequence &sequence, const Step &step)
{
    QStringList parts{event(sequence, step)};
    if (step.known == Known::Awaited)
        parts.prepend(tr("Awaited", "a step that is still to come"));
    else if (!time(step).isEmpty())
        parts.prepend(time(step));
    for (const QString &more : {step.note, step.detail}) {
        if (!more.isEmpty())
            parts << more;
    }
    return parts.join(u" · "_s);
}

} // namespace diagram
