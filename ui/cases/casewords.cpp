// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casewords.h"

#include "core/casefile/casefile.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/shownstate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::casefile::Case;
using core::casefile::Replay;
using core::casefile::ReplayDifference;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::CaseWords)
};

QString doneOf(const core::message::Message &message)
{
    const auto done = std::count(message.branchDone.begin(), message.branchDone.end(), true);
    return Words::tr("%1 of %2").arg(done).arg(message.branchDone.size());
}

/// "unknown 3, SUCCESS 1": how often each was answered, in the order of their first.
QString verdictsOf(const QList<core::message::Attempt> &attempts)
{
    QStringList order;
    QHash<QString, int> counts;
    for (const core::message::Attempt &attempt : attempts) {
        const QString word = widgets::verdictWord(widgets::shownVerdict(attempt));
        if (counts[word]++ == 0)
            order << word;
    }
    for (QString &word : order)
        word = u"%1 × %2"_s.arg(counts.value(word)).arg(word);
    return order.isEmpty() ? Words::tr("none was kept") : order.join(u", "_s);
}

} // namespace

QString caseProblem(const core::Error &error)
{
    const QString field = QString::fromUtf8(error.field);
    if (error.code == core::Error::Code::TooLarge)
        return Words::tr("The file is too large: a case has at most %1 MiB.")
            .arg(core::casefile::caseBytesMax / 1024 / 1024);
    if (error.code == core::Error::Code::Unavailable)
        return Words::tr("The file cannot be read: %1.").arg(widgets::coreWords(error.detail));
    if (field == "version"_L1)
        return Words::tr("The file was made by a newer Checkback than this one. (%1)")
            .arg(widgets::coreWords(error.detail));
    if (field == "format"_L1)
        return Words::tr("This is no case of Checkback.");
    if (field == "file"_L1)
        return Words::tr("This file holds no case that can be read: %1.").arg(widgets::coreWords(error.detail));
    //: %1: a field of a file
    return Words::tr("The case is damaged at the field “%1”: %2.").arg(field, widgets::coreWords(error.detail));
}

QList<ReplayLine> replayLines(const Case &recorded, const Replay &replay)
{
    const QList<ReplayDifference> differences = core::casefile::differencesOf(recorded, replay);
    const auto alike = [&](ReplayDifference difference) { return !differences.contains(difference); };
    const auto stateOf = [](const core::message::Message &message) {
        return widgets::stateWord(widgets::shownState(message));
    };
    return {{Words::tr("State"), stateOf(recorded.message), stateOf(replay.message), alike(ReplayDifference::State)},
            {Words::tr("Branches done"), doneOf(recorded.message), doneOf(replay.message),
             alike(ReplayDifference::BranchesDone)},
            {Words::tr("Calls"), widgets::formatCount(recorded.message.attempts),
             widgets::formatCount(replay.message.attempts), alike(ReplayDifference::Calls)},
            {Words::tr("Answers kept"), verdictsOf(recorded.attempts), verdictsOf(replay.attempts),
             alike(ReplayDifference::Verdicts)}};
}

QString replayVerdict(const Case &recorded, const Replay &replay)
{
    const int differences = int(core::casefile::differencesOf(recorded, replay).size());
    const QString end = replay.isPastRecord ? Words::tr(" The record ends while the message is under way.") : QString();
    if (differences == 0)
        return Words::tr("It went the same way.") + end;
    return Words::tr("It went another way in %n point(s).", nullptr, differences) + end;
}

} // namespace ui
