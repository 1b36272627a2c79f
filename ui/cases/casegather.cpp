// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casegather.h"

#include "core/http/url.h"
#include "ui/messages/route.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::casefile::Case;
using core::casefile::CaseBank;
using core::casefile::CaseEvent;
using core::message::Message;

namespace {

Route routeOfFirstStep(const Message &message, const QList<PayloadFields> &pairs)
{
    const auto &steps = message.content->steps;
    return steps.isEmpty() ? Route() : routeOf(steps.first().action, steps.first().payload, pairs);
}

bool isCalledAt(const Message &message, const QByteArray &bankUrl)
{
    const auto bank = core::http::Url::parse(bankUrl);
    const auto isThere = [&](const core::message::Branch &branch) {
        const auto url = core::http::Url::parse(branch.url);
        return url.ok() && url->origin() == bank->origin();
    };
    const auto &branches = message.content->branches;
    return bank.ok() && std::any_of(branches.begin(), branches.end(), isThere);
}

CaseBank bankOf(const PeekedBank &peeked, bool isSender, int routeUser)
{
    CaseBank bank{.name = peeked.name, .isSender = isSender, .problem = peeked.problem};
    for (const BarrierRow &row : peeked.rows) {
        bank.barrierRows.append(
            {row.branchId, row.op, row.barrierId, row.reason, row.userId, row.amount, row.writtenAt});
    }
    for (const AccountRow &account : peeked.accounts) {
        const bool isMoved = std::any_of(peeked.rows.begin(), peeked.rows.end(),
                                         [&](const BarrierRow &row) { return row.userId == account.userId; });
        if (isMoved || account.userId == routeUser)
            bank.accounts.append({account.userId, account.balance, account.trading});
    }
    return bank;
}

} // namespace

Case caseOf(const Message &message, const QList<core::message::Attempt> &attempts, const Peek &peek,
            const QList<Activity> &activities, core::TimePoint now, const QList<PayloadFields> &pairs)
{
    Case about{.message = message, .attempts = attempts, .savedAt = now};
    about.savedBy = u"Checkback "_s + QLatin1String(CHECKBACK_VERSION);
    const Route route = routeOfFirstStep(message, pairs);
    for (int i = 0; i < peek.banks.size(); ++i) {
        const PeekedBank &bank = peek.banks.at(i);
        const bool isSender = i == peek.sender;
        if (isSender || !bank.rows.isEmpty() || isCalledAt(message, bank.url))
            about.banks << bankOf(bank, isSender, (isSender ? route.from : route.to).toInt());
    }
    for (const Activity &activity : activities) {
        if (activity.isAboutMessage() && activity.object == message.gid.toString()) {
            about.events.append({activity.at, activity.who, activityVerbName(activity.verb),
                                 activityOutcomeName(activity.outcome), activity.detail, activity.error});
        }
    }
    return about;
}

void gatherCase(Session &session, const QByteArray &gid, QObject *context,
                std::function<void(const core::Result<Case> &)> then)
{
    const auto finish = [&session, context, then](const Message &message,
                                                  const QList<core::message::Attempt> &attempts) {
        const QList<PayloadFields> pairs = session.connections().payloadFields();
        const Route route = routeOfFirstStep(message, pairs);
        session.peek(message, context,
                     [&session, message, attempts, then, pairs](const Peek &peek) {
                         then(caseOf(message, attempts, peek, session.activity().activities(), session.now(), pairs));
                     },
                     {route.from.toInt(), route.to.toInt()});
    };
    session.message(gid, context, [&session, context, then, finish](const auto &message) {
        if (!message.ok())
            return then(message.error());
        if (!*message)
            return then(core::Error::notFound(u"the message is not there any more"_s));
        session.attempts((*message)->rowId, context, [then, finish, message = **message](const auto &attempts) {
            if (!attempts.ok())
                return then(attempts.error());
            finish(message, *attempts);
        });
    });
}

} // namespace ui
