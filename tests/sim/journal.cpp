// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/journal.h"

#include <algorithm>

using namespace core;
using namespace core::message;

namespace test {

namespace {

QString nameOf(State state)
{
    return QString::fromLatin1(stateName(state));
}

bool isAllowed(State from, const Message &to)
{
    if (from == to.state)
        return true;
    if (from == State::Prepared)
        return to.state != State::Succeed || to.branchDone.empty();
    return from == State::Submitted && (to.state == State::Succeed || (to.state == State::Failed && to.overridden));
}

} // namespace

void Journal::violated(int invariant, const Gid &gid, const QString &what)
{
    if (m_violation.isEmpty())
        m_violation = QStringLiteral("invariant %1, gid %2: %3").arg(invariant).arg(gid.toString(), what);
}

bool Journal::isCommitted(const Gid &gid) const
{
    return m_plain.contains(gid) || barrierOf(gid) == BarrierRow::Message;
}

void Journal::rowWritten(const Message *before, const Message &after)
{
    if (before)
        checkTransition(*before, after);
    if (after.finished() && !(before && before->finished()))
        checkFinish(after);
}

void Journal::checkTransition(const Message &before, const Message &after)
{
    if (before.finished())
        return violated(5, after.gid, QStringLiteral("a finished row was written again as ") + nameOf(after.state));
    if (!isAllowed(before.state, after))
        violated(5, after.gid, nameOf(before.state) + QStringLiteral(" became ") + nameOf(after.state));
    for (std::size_t branch = 0; branch < before.branchDone.size(); ++branch) {
        if (before.branchDone[branch] && !after.branchDone[branch])
            violated(5, after.gid, QStringLiteral("a branch that had succeeded is open again"));
    }
}

void Journal::checkFinish(const Message &after)
{
    const bool allDone = std::find(after.branchDone.begin(), after.branchDone.end(), false) == after.branchDone.end();
    if (after.state == State::Succeed && !allDone)
        violated(6, after.gid, QStringLiteral("succeed with a branch left"));
    if (after.state != State::Failed || after.overridden)
        return;
    if (isCommitted(after.gid))
        violated(4, after.gid, QStringLiteral("failed though its local transaction is committed"));
    for (int branch = 0; branch < static_cast<int>(after.branchDone.size()); ++branch) {
        if (m_branches.value({after.gid, branch}).made > 0)
            violated(6, after.gid, QStringLiteral("failed though a branch was called"));
    }
}

void Journal::barrierWritten(const Gid &gid, BarrierRow row)
{
    if (barrierOf(gid) != BarrierRow::None)
        violated(4, gid, QStringLiteral("a second barrier row"));
    m_barriers.insert(gid, row);
    const Message *stored = m_disk.find(gid);
    if (row == BarrierRow::Message && stored && stored->state == State::Failed && !stored->overridden)
        violated(4, gid, QStringLiteral("the local transaction committed after the message had failed"));
}

void Journal::called(const Gid &gid, int branch, int life)
{
    Calls &calls = m_branches[{gid, branch}];
    if (calls.inFlight.contains(life))
        violated(10, gid, QStringLiteral("a second call of branch %1 while one is in flight").arg(branch));
    calls.inFlight.insert(life);
    ++calls.made;
    const Message *stored = m_disk.find(gid);
    if (branch < 0)
        return;
    if (!stored || stored->state == State::Prepared)
        violated(3, gid, QStringLiteral("a branch is called before submitted is durable"));
}

void Journal::callEnded(const Gid &gid, int branch, int life, bool succeeded)
{
    Calls &calls = m_branches[{gid, branch}];
    calls.inFlight.remove(life);
    calls.withoutSuccess += succeeded ? 0 : 1;
}

void Journal::effectMade(const Gid &gid, int branch)
{
    if (++m_branches[{gid, branch}].effects > 1)
        violated(2, gid, QStringLiteral("two effects of branch %1").arg(branch));
    if (!isCommitted(gid))
        violated(3, gid, QStringLiteral("an effect without a committed local transaction"));
}

void Journal::acknowledged(const Gid &gid, Asked asked)
{
    const Message *stored = m_disk.find(gid);
    if (asked == Asked::Other)
        return;
    if (!stored)
        return violated(8, gid, QStringLiteral("a request was answered 200 and nothing is stored"));
    m_acknowledged[gid].insert(static_cast<int>(asked));
    if (asked == Asked::Submit && stored->state != State::Submitted && stored->state != State::Succeed)
        violated(8, gid, QStringLiteral("a submit was answered 200 and the message is ") + nameOf(stored->state));
    if (asked == Asked::Abort && stored->state != State::Failed)
        violated(8, gid, QStringLiteral("an abort was answered 200 and the message is ") + nameOf(stored->state));
}

void Journal::checkTheEnd()
{
    for (const Message &message : m_disk.messages())
        checkMessageAtTheEnd(message);
    for (auto entry = m_acknowledged.cbegin(); entry != m_acknowledged.cend(); ++entry) {
        if (!m_disk.find(entry.key()))
            violated(8, entry.key(), QStringLiteral("an acknowledged message is gone"));
    }
    for (auto barrier = m_barriers.cbegin(); barrier != m_barriers.cend(); ++barrier) {
        if (*barrier == BarrierRow::Message && !m_disk.find(barrier.key()))
            violated(1, barrier.key(), QStringLiteral("a local transaction is committed and its message is gone"));
    }
    checkCallCounts();
}

void Journal::checkMessageAtTheEnd(const Message &message)
{
    if (!message.finished())
        return violated(12, message.gid,
                        QStringLiteral("still %1 long after the last fault").arg(nameOf(message.state)));
    if (message.overridden)
        return;
    const QSet<int> acknowledged = m_acknowledged.value(message.gid);
    if (acknowledged.contains(static_cast<int>(Asked::Submit)) && message.state != State::Succeed)
        violated(8, message.gid, QStringLiteral("an acknowledged submit came to nothing"));
    if (isCommitted(message.gid) != (message.state == State::Succeed))
        violated(1, message.gid,
                 QStringLiteral("the local transaction and the message did not end alike: ") + nameOf(message.state));
    for (int branch = 0; branch < static_cast<int>(message.branchDone.size()); ++branch)
        checkBranchAtTheEnd(message, branch);
}

void Journal::checkBranchAtTheEnd(const Message &message, int branch)
{
    const int effects = m_branches.value({message.gid, branch}).effects;
    const int wanted = message.state == State::Succeed ? 1 : 0;
    if (effects != wanted)
        violated(1, message.gid,
                 QStringLiteral("branch %1 has %2 effects and the message is %3")
                     .arg(branch)
                     .arg(effects)
                     .arg(nameOf(message.state)));
}

void Journal::checkCallCounts()
{
    for (auto entry = m_branches.cbegin(); entry != m_branches.cend(); ++entry) {
        const int allowed = 1 + m_disruptions + entry->withoutSuccess + m_byHand.value(entry.key().first);
        if (entry->made > allowed)
            violated(11, entry.key().first,
                     QStringLiteral("%1 calls of branch %2, %3 are accounted for")
                         .arg(entry->made)
                         .arg(entry.key().second)
                         .arg(allowed));
    }
}

} // namespace test
