// SPDX-License-Identifier: Apache-2.0
#include "tests/support/galeracluster.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

namespace test {

using namespace core;

namespace {

constexpr int syncedMs = 60'000;
constexpr int pauseMs = 100;

QString provider()
{
    return QStringLiteral("/usr/lib/galera/libgalera_smm.so");
}

QString address(const HeldPort &port)
{
    return QStringLiteral("127.0.0.1:%1").arg(port.number());
}

} // namespace

bool GaleraCluster::isInstalled()
{
    return MariaDbServer::isInstalled() && QFile::exists(provider())
        && !QStandardPaths::findExecutable(QStringLiteral("rsync")).isEmpty();
}

GaleraCluster::GaleraCluster()
{
    for (MariaDbServer &node : m_nodes)
        node.runAs(QStringLiteral("mysql")); // the copy by rsync refuses to work for root
}

Status GaleraCluster::start()
{
    m_nodes[0].setArguments(arguments(0, QStringLiteral("gcomm://"))); // the first one makes the cluster
    if (const Status started = m_nodes[0].start(); !started.ok())
        return started;
    if (const Status synced = waitUntilSynced(0); !synced.ok())
        return synced;
    for (int index = 1; index < size; ++index) {
        if (const Status joined = rejoin(index); !joined.ok())
            return joined;
    }
    return Done{};
}

Status GaleraCluster::rejoin(int index)
{
    node(index).setArguments(arguments(index, allMembers()));
    if (const Status started = node(index).start(); !started.ok())
        return started;
    return waitUntilSynced(index);
}

Status GaleraCluster::makePrimary(int index)
{
    const Result<QString> made =
        node(index).ask(QStringLiteral("SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'"));
    return made.ok() ? waitUntilSynced(index) : made.error();
}

int GaleraCluster::membersSeenBy(int index)
{
    const Result<QString> members = node(index).ask(QStringLiteral("SHOW STATUS LIKE 'wsrep_cluster_size'"));
    return members.ok() ? members->toInt() : 0;
}

QString GaleraCluster::allMembers() const
{
    QStringList members;
    for (const Ports &ports : m_ports)
        members.append(address(ports.group));
    return QStringLiteral("gcomm://") + members.join(u',');
}

QStringList GaleraCluster::arguments(int index, const QString &members) const
{
    const Ports &ports = m_ports[static_cast<std::size_t>(index)];
    const QString providerOptions =
        QStringLiteral("gmcast.listen_addr=tcp://%1;ist.recv_addr=%2;gcache.size=16M;pc.recovery=false")
            .arg(address(ports.group), address(ports.catchUp));
    return {QStringLiteral("--wsrep-on=ON"),
            QStringLiteral("--wsrep-provider=") + provider(),
            QStringLiteral("--wsrep-provider-options=") + providerOptions,
            QStringLiteral("--wsrep-cluster-name=checkback-test"),
            QStringLiteral("--wsrep-cluster-address=") + members,
            QStringLiteral("--wsrep-node-address=") + address(ports.group),
            QStringLiteral("--wsrep-sst-method=rsync"),
            QStringLiteral("--wsrep-sst-receive-address=") + address(ports.copy),
            QStringLiteral("--binlog-format=ROW"),
            QStringLiteral("--innodb-autoinc-lock-mode=2")};
}

Status GaleraCluster::waitUntilSynced(int index)
{
    QElapsedTimer timer;
    timer.start();
    Result<QString> state = QString();
    while (timer.elapsed() < syncedMs) {
        state = node(index).ask(QStringLiteral("SHOW STATUS LIKE 'wsrep_local_state_comment'"));
        if (state.ok() && *state == QLatin1String("Synced"))
            return Done{};
        QThread::msleep(pauseMs);
    }
    return Error::unavailable(QStringLiteral("node %1 is not synced: %2")
                                  .arg(QString::number(index), state.ok() ? *state : state.error().detail));
}

} // namespace test
