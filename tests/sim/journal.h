// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/crashystore.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace test {

/// What the sender's database says of one gid (PROTOCOL §5).
enum class BarrierRow { None, Message, Rollback };

/// The kinds of request whose 200 promises something.
enum class Asked { Prepare, Submit, Abort, Other };

/// Checks the invariants by what databases and services themselves saw, never by the engine's word. The numbers are
/// those of the reliability rules. The first violation stays. One thread.
class Journal final
{
public:
    explicit Journal(const Disk &disk) : m_disk(disk) { }

    const QString &violation() const { return m_violation; }
    void violated(int invariant, const core::Gid &gid, const QString &what);

    // the store
    void rowWritten(const core::message::Message *before, const core::message::Message &after);
    // the sender's database
    void barrierWritten(const core::Gid &gid, BarrierRow row);
    BarrierRow barrierOf(const core::Gid &gid) const { return m_barriers.value(gid, BarrierRow::None); }
    // the calls; life tells the coordinators apart
    void called(const core::Gid &gid, int branch, int life);
    void callEnded(const core::Gid &gid, int branch, int life, bool succeeded);
    void effectMade(const core::Gid &gid, int branch);
    bool hasEffect(const core::Gid &gid, int branch) const { return m_branches.value({gid, branch}).effects > 0; }
    // the requests
    void acknowledged(const core::Gid &gid, Asked asked);
    // what allows for further calls
    void allowFurtherCalls() { ++m_disruptions; }
    void allowFurtherCalls(const core::Gid &gid) { ++m_byHand[gid]; }
    /// A message that was submitted without a prepare: there is no local transaction behind it.
    void expectNoTransaction(const core::Gid &gid) { m_plain.insert(gid); }

    /// When the faults are over and everything has come to rest.
    void checkTheEnd();

private:
    struct Calls
    {
        int made = 0;
        int withoutSuccess = 0;
        int effects = 0;
        QSet<int> inFlight; ///< lives that have one under way
    };
    using Key = std::pair<core::Gid, int>;

    bool isCommitted(const core::Gid &gid) const;
    void checkTransition(const core::message::Message &before, const core::message::Message &after);
    void checkFinish(const core::message::Message &after);
    void checkMessageAtTheEnd(const core::message::Message &message);
    void checkBranchAtTheEnd(const core::message::Message &message, int branch);
    void checkCallCounts();

    const Disk &m_disk;
    QString m_violation;
    QHash<core::Gid, BarrierRow> m_barriers;
    QHash<Key, Calls> m_branches;
    QHash<core::Gid, int> m_byHand;
    QHash<core::Gid, QSet<int>> m_acknowledged; ///< Asked
    QSet<core::Gid> m_plain;
    int m_disruptions = 0;
};

} // namespace test
