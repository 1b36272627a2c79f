// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagefacts.h"

#include "ui/widgets/formatting.h"

#include <QCoreApplication>

namespace ui {

using core::message::Message;
using diagram::BarrierFact;

namespace {

struct MessageFactWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageFacts)
};

/// Only the sender's own transaction has this branch (PROTOCOL §5).
bool isSenders(const BarrierRow &row)
{
    return row.branchId == "00";
}

QString effectOf(const BarrierRow &row)
{
    const QString amount = widgets::formatDelta(row.amount);
    //: what a transfer did to an account: number of the user, amount with its sign
    return row.userId == 0 ? QString() : MessageFactWords::tr("user %1 %2").arg(row.userId).arg(amount);
}

BarrierFact factOf(const BarrierRow &row)
{
    return {.atSender = isSenders(row),
            .branchId = row.branchId,
            .op = row.op,
            .reason = row.reason,
            .effect = effectOf(row),
            .writtenAt = row.writtenAt};
}

bool isServedBy(const QByteArray &url, const PeekedBank &bank)
{
    return !bank.url.isEmpty() && url.startsWith(bank.url);
}

bool isCalled(const Message &message, const PeekedBank &bank)
{
    const auto &branches = message.content->branches;
    return std::any_of(branches.begin(), branches.end(),
                       [&](const core::message::Branch &branch) { return isServedBy(branch.url, bank); });
}

void addRows(diagram::MessageFacts &facts, const PeekedBank &bank)
{
    for (const BarrierRow &row : bank.rows) {
        facts.barrierRows << factOf(row);
        (isSenders(row) ? facts.senderBank : facts.receiverBank) = bank.name;
    }
}

} // namespace

diagram::MessageFacts messageFacts(const Message &message, const QList<core::message::Attempt> &attempts,
                                   const QList<PeekedBank> &banks, core::TimePoint now)
{
    diagram::MessageFacts facts{.message = message, .attempts = attempts, .now = now};
    for (const PeekedBank &bank : banks) {
        if (isServedBy(message.content->queryPrepared, bank))
            facts.senderBank = bank.name;
        if (isCalled(message, bank))
            facts.receiverBank = bank.name;
        addRows(facts, bank);
    }
    return facts;
}

} // namespace ui
