// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/story.h"

#include <algorithm>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

struct Step
{
    TimePoint at;
    QString what;
};

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

/// Filled to a column of that many letters, of which a Chinese one is two wide.
QString column(const QString &text, int letters)
{
    const auto wide =
        std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
    return text + QString(std::max<qsizetype>(0, letters - text.size() - wide), u' ');
}

} // namespace

void Story::step(TimePoint at, const QString &what) const
{
    const double seconds = std::chrono::duration<double>(at - m_startedAt).count();
    Narrator::line(u"  +%1 s  %2"_s.arg(seconds, 0, 'f', 3).arg(what));
}

void Story::balanceLine(const faults::Caption &name, Money before, Money after) const
{
    Narrator::line(u"  %1 %2 %3"_s.arg(column(m_narrator.in(name), 18)).arg(text(before), 12).arg(text(after), 12));
}

QString Story::answerText(const http::ClientAnswer &answer) const
{
    if (answer.outcome != http::ClientAnswer::Outcome::Answered)
        return m_narrator.in({u"no answer (%1)"_s, u"没有应答（%1）"_s}).arg(answer.errorText);
    return u"%1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.body));
}

void Story::opening(Example &example, const QString &store) const
{
    m_narrator.tell({u"http_msg_doAndCommit: 30.00 from user 1 of bank A to user 2 of bank B\n"_s,
                     u"http_msg_doAndCommit：从银行 A 的用户 1 向银行 B 的用户 2 转账 30.00\n"_s});
    const QString kept = store.isEmpty() ? m_narrator.in({u"a temporary SQLite file"_s, u"临时 SQLite 文件"_s}) : store;
    const TimePoint now = example.coordinator().now();
    step(now,
         m_narrator.in({u"coordinator at %1, store: %2"_s, u"协调器位于 %1，存储：%2"_s})
             .arg(QString::fromLatin1(example.coordinator().url()), kept));
    step(now,
         m_narrator.in({u"bank A (sender) at %1, database %2"_s, u"银行 A（发送方）位于 %1，数据库 %2"_s})
             .arg(QString::fromLatin1(example.senderUrl()), example.senderDatabase().text()));
    step(now,
         m_narrator.in({u"bank B (receiver) at %1, database %2"_s, u"银行 B（接收方）位于 %1，数据库 %2"_s})
             .arg(QString::fromLatin1(example.receiverUrl()), example.receiverDatabase().text()));
}

void Story::transferAsked(const Gid &gid, TimePoint at) const
{
    step(at,
         m_narrator.in({u"bank A is asked to transfer 30.00 under gid %1"_s, u"请求银行 A 转账 30.00，gid 为 %1"_s})
             .arg(gid.toString()));
}

void Story::transferDone(const message::Message &message, const http::ClientAnswer &answer, TimePoint answeredAt,
                         const Example::Books &books) const
{
    QList<Step> steps;
    const auto add = [this, &steps](TimePoint at, const faults::Caption &what) {
        steps.append({at, m_narrator.in(what)});
    };
    add(message.createdAt, {u"prepared: the coordinator has the message on disk"_s, u"prepared：协调器已将消息落盘"_s});
    if (const auto debited = writtenAt(books.senderRows, message.gid, "00"))
        add(*debited,
            {u"bank A commits the debit and its barrier row in one local transaction"_s,
             u"银行 A 在一个本地事务中提交扣款及其屏障行"_s});
    if (message.submittedAt)
        add(*message.submittedAt, {u"submitted: from now on the credit is certain"_s, u"submitted：此后必定入账"_s});
    if (const auto credited = writtenAt(books.receiverRows, message.gid, "01"))
        add(*credited,
            {u"bank B commits the credit and its barrier row (branch 01)"_s,
             u"银行 B 提交入账及其屏障行（分支 01）"_s});
    if (message.finishedAt)
        steps.append({*message.finishedAt,
                      m_narrator.in({u"%1 after %2 call(s)"_s, u"%1，共 %2 次调用"_s})
                          .arg(QString::fromLatin1(stateName(message.state)))
                          .arg(message.attempts)});
    steps.append({answeredAt, m_narrator.in({u"bank A answered: %1"_s, u"银行 A 应答：%1"_s}).arg(answerText(answer))});
    std::stable_sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.at < b.at; });
    for (const Step &happened : steps)
        step(happened.at, happened.what);
}

void Story::balances(const Example::Books &before, const Example::Books &after) const
{
    m_narrator.tell(
        {u"\n  Balances                 before        after"_s, u"\n  余额                     之前         之后"_s});
    balanceLine({u"bank A, user 1"_s, u"银行 A，用户 1"_s}, balanceOf(before.sender, 1), balanceOf(after.sender, 1));
    balanceLine({u"bank B, user 2"_s, u"银行 B，用户 2"_s}, balanceOf(before.receiver, 2),
                balanceOf(after.receiver, 2));
    const bank::PairTotal totalBefore = bank::totalOf(before.receiver, before.sender);
    const bank::PairTotal totalAfter = bank::totalOf(after.receiver, after.sender);
    balanceLine({u"in flight"_s, u"在途"_s}, totalBefore.inFlight, totalAfter.inFlight);
    balanceLine({u"total"_s, u"总额"_s}, totalBefore.total(), totalAfter.total());
}

bool Story::verdict(const message::Message &message, const QList<bank::Finding> &findings) const
{
    const bool succeeded = message.state == message::State::Succeed;
    bool allHold = succeeded;
    m_narrator.tell({u"\n  Invariants, read from the banks' own rows"_s, u"\n  不变量，读自银行自己的行"_s});
    for (const bank::Finding &finding : findings) {
        allHold = allHold && finding.holds;
        Narrator::line(u"  %1 %2: %3"_s.arg(finding.holds ? u"holds "_s : u"BROKEN"_s,
                                            QString::fromLatin1(finding.name), finding.evidence));
    }
    const faults::Caption end{u"the message ends: it is %1"_s, u"消息结束：状态为 %1"_s};
    Narrator::line(u"  %1 %2"_s.arg(succeeded ? u"holds "_s : u"BROKEN"_s,
                                    m_narrator.in(end).arg(QString::fromLatin1(stateName(message.state)))));
    m_narrator.tell(allHold ? faults::Caption{u"\nAll invariants hold."_s, u"\n所有不变量都成立。"_s}
                            : faults::Caption{u"\nAn invariant is broken."_s, u"\n有不变量被破坏。"_s});
    return allHold;
}

} // namespace core::checkbackd
