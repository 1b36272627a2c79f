// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/peekwords.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/visibletext.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString rowText(const BarrierRow &row)
{
    QStringList parts{QString::fromLatin1(row.branchId + ' ' + row.op)};
    if (row.reason != row.op)
        parts << widgets::visibleText(QString::fromUtf8(row.reason));
    if (row.userId > 0)
        parts << PeekWords::tr("user %1 %2").arg(QString::number(row.userId), widgets::formatDelta(row.amount));
    return (parts << widgets::formatAbsolute(row.writtenAt)).join(u" · "_s);
}

} // namespace

QString PeekWords::outlook(const Peek &peek)
{
    const QString bank = peek.sender < 0 ? QString() : peek.banks.at(peek.sender).name;
    switch (peek.outlook) {
    case Outlook::Submits:
        return tr("%1 keeps the sender's barrier row: it committed. A checkback would answer SUCCESS.").arg(bank);
    case Outlook::Fails:
        return tr("%1 keeps a fence in place of the sender's barrier row: it cannot commit any more. A checkback would "
                  "answer FAILURE.")
            .arg(bank);
    case Outlook::Fences:
        return tr("%1 keeps no barrier row of the sender. A checkback would write a fence and answer FAILURE, unless "
                  "the sender is committing at this moment.")
            .arg(bank);
    case Outlook::SenderUnreadable:
        return tr("What a checkback would decide cannot be told: %1 cannot be read (%2).")
            .arg(bank, widgets::coreWords(peek.banks.at(peek.sender).problem));
    case Outlook::SenderUnknown:
        break;
    }
    return tr("What a checkback would decide cannot be told: none of the banks is known to be the sender's. Add its "
              "database on the page Connections.");
}

QString PeekWords::rows(const Peek &peek)
{
    QStringList lines;
    for (const PeekedBank &bank : peek.banks) {
        if (!bank.problem.isEmpty())
            lines << tr("%1: cannot be read (%2)").arg(bank.name, widgets::coreWords(bank.problem));
        else if (bank.rows.isEmpty())
            lines << tr("%1: no barrier row").arg(bank.name);
        for (const BarrierRow &row : bank.rows)
            lines << u"%1: %2"_s.arg(bank.name, rowText(row));
    }
    return lines.join(u'\n');
}

QString PeekWords::unconfirmed(const Peek &peek, const core::message::Message &message)
{
    QStringList lines;
    for (const QByteArray &branch : peek.appliedBranches()) {
        for (std::size_t i = 0; i < message.branchDone.size(); ++i) {
            if (!message.branchDone[i] && message.content->branches.at(qsizetype(i)).id == branch)
                lines << tr("Branch %1: applied at the bank, though its call was not confirmed")
                             .arg(QString::fromLatin1(branch));
        }
    }
    return lines.join(u'\n');
}

} // namespace ui
