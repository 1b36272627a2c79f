// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyslide.h"

#include "ui/widgets/formatting.h"

#include <QCoreApplication>

namespace ui {
namespace {

using Stage = PresentStory::Stage;

struct SlideWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StorySlide)
};

Memory memoryOf(Stage stage)
{
    switch (stage) {
    case Stage::Promised:
        return Memory::MayPay;
    case Stage::Debited:
        return Memory::Owed;
    case Stage::Settled:
        return Memory::Settled;
    case Stage::TakenBack:
        return Memory::DidNotPay;
    }
    Q_UNREACHABLE();
}

QStringList sideWords(const FlowAccount &account)
{
    QStringList words{account.bank, account.user, account.balance, account.change};
    if (account.isDown)
        words << SlideWords::tr("program is down");
    return words;
}

/// A message of another service may not say who pays whom.
QString holderWord(const QString &user)
{
    return user.isEmpty() ? SlideWords::tr("Somebody") : SlideWords::tr("User %1").arg(user);
}

} // namespace

QString FlowPicture::description() const
{
    QStringList words = sideWords(sender);
    if (isInFlight())
        words << SlideWords::tr("In flight") << amount;
    words << memory << again << sideWords(receiver);
    words.removeAll(QString());
    return words.join(u' ');
}

QString senderChange(bool hasLeft, const QString &amount)
{
    return hasLeft ? SlideWords::tr("− %1 debited").arg(amount) : SlideWords::tr("nothing debited");
}

QString receiverChange(bool hasLeft, bool hasArrived, bool isOver, const QString &amount)
{
    if (hasArrived)
        return SlideWords::tr("+ %1 credited").arg(amount);
    if (hasLeft)
        return SlideWords::tr("+ %1 to come").arg(amount);
    return isOver ? SlideWords::tr("nothing credited") : SlideWords::tr("nothing to come yet");
}

QString memoryWords(Memory memory, const QString &from, const QString &to, const QString &amount)
{
    switch (memory) {
    case Memory::Nothing:
        return SlideWords::tr("nothing of it yet");
    case Memory::MayPay:
        return SlideWords::tr("“%1 may pay %2 %3.”").arg(from, to, amount);
    case Memory::Owed:
        return SlideWords::tr("“%1 paid. %2 is owed %3.”").arg(from, to, amount);
    case Memory::Settled:
        return SlideWords::tr("“%1 paid. %2 has it.”").arg(from, to);
    case Memory::DidNotPay:
        return SlideWords::tr("“%1 did not pay.”").arg(from);
    }
    Q_UNREACHABLE();
}

FlowPicture flowOf(const PresentStory &story)
{
    FlowPicture flow;
    flow.amount = story.amount ? widgets::formatMoney(*story.amount) : SlideWords::tr("message");
    flow.hasLeft = story.stage == Stage::Debited || story.stage == Stage::Settled;
    flow.hasArrived = story.stage == Stage::Settled;
    flow.sender = {.bank = SlideWords::tr("Bank A"), .user = holderWord(story.from)};
    flow.receiver = {.bank = SlideWords::tr("Bank B"), .user = holderWord(story.to)};
    flow.sender.change = senderChange(flow.hasLeft, flow.amount);
    flow.receiver.change = receiverChange(flow.hasLeft, flow.hasArrived, story.stage == Stage::TakenBack, flow.amount);
    flow.memory = memoryWords(memoryOf(story.stage), flow.sender.user, flow.receiver.user, flow.amount);
    return flow;
}

} // namespace ui
