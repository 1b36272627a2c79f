// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/story.h"

#include <algorithm>
#include <cstdio>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

struct Step
{
    TimePoint at;
    QString what;
};

void line(const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stdout);
}

QString text(const Money &money)
{
    return QString::fromLatin1(money.toText());
}

/// When the bank wrote the barrier row of this branch; none: it did not.
std::optional<TimePoint> writtenAt(const QList<bank::WrittenBarrierRow> &rows, const Gid &gid,
                                   const QByteArray &branchId)
{
    for (const bank::WrittenBarrierRow &written : rows) {
        if (written.row.gid == gid.bytes() && written.row.branchId == branchId && written.row.reason == written.row.op)
            return written.writtenAt;
    }
    return std::nullopt;
}

Money balanceOf(const bank::BankSnapshot &bank, int userId)
{
    for (const bank::Account &account : bank.accounts) {
        if (account.userId == userId)
            return account.balance;
    }
    return {};
}

void balanceLine(const QString &name, Money before, Money after)
{
    line(u"  %1 %2 %3"_s.arg(name, -18).arg(text(before), 12).arg(text(after), 12));
}

QString answerText(const http::ClientAnswer &answer)
{
    if (answer.outcome != http::ClientAnswer::Outcome::Answered)
        return u"no answer ("_s + answer.errorText + u')';
    return u"%1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.body));
}

} // namespace

void Story::step(TimePoint at, const QString &what) const
{
    const double seconds = std::chrono::duration<double>(at - m_startedAt).count();
    line(u"  +%1 s  %2"_s.arg(seconds, 0, 'f', 3).arg(what));
}

void Story::opening(Example &example, const QString &store) const
{
    line(u"http_msg_doAndCommit: 30.00 from user 1 of bank A to user 2 of bank B"_s);
    line({});
    const QString kept = store.isEmpty() ? u"a temporary SQLite file"_s : store;
    const TimePoint now = example.coordinator().now();
    step(now, u"coordinator at %1, store: %2"_s.arg(QString::fromLatin1(example.coordinator().url()), kept));
    step(now,
         u"bank A (sender) at %1, database %2"_s.arg(QString::fromLatin1(example.senderUrl()),
                                                     example.senderDatabase().text()));
    step(now,
         u"bank B (receiver) at %1, database %2"_s.arg(QString::fromLatin1(example.receiverUrl()),
                                                       example.receiverDatabase().text()));
}

void Story::transferAsked(const Gid &gid, TimePoint at) const
{
    step(at, u"bank A is asked to transfer 30.00 under gid %1"_s.arg(gid.toString()));
}

void Story::transferDone(const message::Message &message, const http::ClientAnswer &answer, TimePoint answeredAt,
                         const Example::Books &books) const
{
    QList<Step> steps{{message.createdAt, u"prepared: the coordinator has the message on disk"_s}};
    if (const auto debited = writtenAt(books.senderRows, message.gid, "00"))
        steps.append({*debited, u"bank A commits the debit and its barrier row in one local transaction"_s});
    if (message.submittedAt)
        steps.append({*message.submittedAt, u"submitted: from now on the credit is certain"_s});
    if (const auto credited = writtenAt(books.receiverRows, message.gid, "01"))
        steps.append({*credited, u"bank B commits the credit and its barrier row (branch 01)"_s});
    if (message.finishedAt)
        steps.append(
            {*message.finishedAt,
             u"%1 after %2 call(s)"_s.arg(QString::fromLatin1(stateName(message.state))).arg(message.attempts)});
    steps.append({answeredAt, u"bank A answered: "_s + answerText(answer)});
    std::stable_sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.at < b.at; });
    for (const Step &happened : steps)
        step(happened.at, happened.what);
}

void Story::balances(const Example::Books &before, const Example::Books &after) const
{
    line(u"\n  Balances                 before        after"_s);
    balanceLine(u"bank A, user 1"_s, balanceOf(before.sender, 1), balanceOf(after.sender, 1));
    balanceLine(u"bank B, user 2"_s, balanceOf(before.receiver, 2), balanceOf(after.receiver, 2));
    const bank::PairTotal totalBefore = bank::totalOf(before.receiver, before.sender);
    const bank::PairTotal totalAfter = bank::totalOf(after.receiver, after.sender);
    balanceLine(u"in flight"_s, totalBefore.inFlight, totalAfter.inFlight);
    balanceLine(u"total"_s, totalBefore.total(), totalAfter.total());
}

bool Story::verdict(const message::Message &message, const QList<bank::Finding> &findings) const
{
    const bool succeeded = message.state == message::State::Succeed;
    bool allHold = succeeded;
    line(u"\n  Invariants, read from the banks' own rows"_s);
    for (const bank::Finding &finding : findings) {
        allHold = allHold && finding.holds;
        line(u"  %1 %2: %3"_s.arg(finding.holds ? u"holds "_s : u"BROKEN"_s, QString::fromLatin1(finding.name),
                                  finding.evidence));
    }
    line(u"  %1 the message ends: it is %2"_s.arg(succeeded ? u"holds "_s : u"BROKEN"_s,
                                                  QString::fromLatin1(stateName(message.state))));
    line(allHold ? u"\nAll invariants hold."_s : u"\nAn invariant is broken."_s);
    return allHold;
}

} // namespace core::checkbackd
