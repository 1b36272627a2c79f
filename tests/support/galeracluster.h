// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/heldport.h"
#include "tests/support/mariadbserver.h"

#include <array>

namespace test {

/// Three MariaDB servers on loopback that replicate to one another (Galera): what one has committed, all have. Its
/// members can be killed and come back. Ended with the object.
class GaleraCluster final
{
public:
    static constexpr int size = 3;

    static bool isInstalled();

    GaleraCluster();

    /// Starts all, one after the other; takes about ten seconds.
    core::Status start();
    MariaDbServer &node(int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    /// Starts a member that was killed or stopped and waits until it has caught up with the others.
    core::Status rejoin(int index);
    /// Has a node without quorum carry on as the cluster, as an operator does when the others will not come back.
    core::Status makePrimary(int index);
    /// How many members a node sees; 0 when it does not answer.
    int membersSeenBy(int index);

private:
    struct Ports ///< held, for a member that was killed needs them again
    {
        core::HeldPort group; ///< where members talk to one another
        core::HeldPort catchUp; ///< where a member that was away a short time gets what it missed
        core::HeldPort copy; ///< where a member that was away long gets everything
    };
    QStringList arguments(int index, const QString &members) const;
    QString allMembers() const;
    core::Status waitUntilSynced(int index);

    std::array<MariaDbServer, size> m_nodes;
    std::array<Ports, size> m_ports;
};

} // namespace test
