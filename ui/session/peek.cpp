// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/peek.h"

#include "core/http/url.h"

#include <algorithm>

namespace ui {
namespace {

/// The row of the sender's own transaction, or of the fence that stands in its place.
bool isSendersRow(const BarrierRow &row)
{
    return row.branchId == "00" && row.op == "msg";
}

QByteArray originOf(const QByteArray &url)
{
    const core::Result<core::http::Url> parsed = core::http::Url::parse(url);
    return parsed.ok() ? parsed->origin() : QByteArray();
}

int findSender(const core::message::Message &message, const QList<PeekedBank> &banks)
{
    const auto keepsRow = [](const PeekedBank &bank) {
        return std::any_of(bank.rows.begin(), bank.rows.end(), isSendersRow);
    };
    const QByteArray origin = originOf(message.content->queryPrepared);
    const auto isAsked = [&origin](const PeekedBank &bank) {
        return !origin.isEmpty() && originOf(bank.url) == origin;
    };
    auto found = std::find_if(banks.begin(), banks.end(), keepsRow);
    if (found == banks.end())
        found = std::find_if(banks.begin(), banks.end(), isAsked);
    return found == banks.end() ? -1 : int(found - banks.begin());
}

Outlook outlookOf(const PeekedBank &sender)
{
    if (!sender.problem.isEmpty())
        return Outlook::SenderUnreadable;
    const auto row = std::find_if(sender.rows.begin(), sender.rows.end(), isSendersRow);
    if (row == sender.rows.end())
        return Outlook::Fences;
    return row->reason == "rollback" ? Outlook::Fails : Outlook::Submits;
}

} // namespace

QList<QByteArray> Peek::appliedBranches() const
{
    QList<QByteArray> branches;
    for (const PeekedBank &bank : banks) {
        for (const BarrierRow &row : bank.rows) {
            if (!isSendersRow(row) && row.op == "action" && !branches.contains(row.branchId))
                branches << row.branchId;
        }
    }
    return branches;
}

Peek peekOf(const core::message::Message &message, const QList<PeekedBank> &banks)
{
    Peek peek{banks, findSender(message, banks), Outlook::SenderUnknown};
    if (peek.sender >= 0)
        peek.outlook = outlookOf(banks.at(peek.sender));
    return peek;
}

} // namespace ui
