// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/presentstory.h"

#include "ui/messages/route.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::PresentStory)
};

PresentStory::Stage stageOf(core::message::State state)
{
    switch (state) {
    case core::message::State::Prepared:
        return PresentStory::Stage::Promised;
    case core::message::State::Submitted:
        return PresentStory::Stage::Debited;
    case core::message::State::Succeed:
        return PresentStory::Stage::Settled;
    case core::message::State::Failed:
        return PresentStory::Stage::TakenBack;
    }
    Q_UNREACHABLE();
}

QString userWord(const QString &user)
{
    return user.isEmpty() ? Words::tr("somebody") : Words::tr("user %1").arg(user);
}

} // namespace

PresentStory storyOf(const core::store::Summary &message, const QList<PayloadFields> &pairs)
{
    const Route route = routeOf(message.firstUrl, message.firstPayload, pairs);
    PresentStory story;
    story.stage = stageOf(message.state);
    story.isWaiting = message.failuresInRow > 0 && !message.finishedAt;
    if (story.isWaiting)
        story.againAt = message.dueAt;
    story.from = route.from;
    story.to = route.to;
    story.amount = route.amount;
    return story;
}

QString storyTitle(const PresentStory &story)
{
    const QString amount = story.amount ? widgets::formatMoney(*story.amount) : Words::tr("A message");
    return Words::tr("%1 from %2 to %3").arg(amount, userWord(story.from), userWord(story.to));
}

QString storyHeadline(const PresentStory &story)
{
    switch (story.stage) {
    case PresentStory::Stage::Promised:
        return story.isWaiting ? Words::tr("Bank A does not say yet whether it paid.")
                               : Words::tr("The promise is written down.");
    case PresentStory::Stage::Debited:
        return story.isWaiting ? Words::tr("Bank B did not answer. Nothing is lost.")
                               : Words::tr("The money is on its way.");
    case PresentStory::Stage::Settled:
        return Words::tr("Both happened. All settled.");
    case PresentStory::Stage::TakenBack:
        return Words::tr("Neither happened. Nothing moved.");
    }
    Q_UNREACHABLE();
}

QString storyExplanation(const PresentStory &story)
{
    switch (story.stage) {
    case PresentStory::Stage::Promised:
        return Words::tr("The coordinator knows of the transfer before any money moves. If bank A falls silent, it is "
                         "asked.");
    case PresentStory::Stage::Debited:
        return Words::tr("The money has left bank A and is not yet at bank B. The coordinator keeps asking until bank "
                         "B says yes.");
    case PresentStory::Stage::Settled:
        return Words::tr("Bank A debited once, bank B credited once, however often it was asked.");
    case PresentStory::Stage::TakenBack:
        return Words::tr("Bank A did not debit, so bank B was never asked to credit.");
    }
    Q_UNREACHABLE();
}

QStringList storySteps()
{
    return {Words::tr("Promise written"), Words::tr("Debit done"), Words::tr("On its way"), Words::tr("Credit done"),
            Words::tr("All settled")};
}

} // namespace ui
