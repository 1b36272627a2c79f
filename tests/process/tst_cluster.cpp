// SPDX-License-Identifier: Apache-2.0
#include "tests/process/load.h"
#include "tests/support/galeracluster.h"

#include <QTest>

using namespace std::chrono_literals;
using tests::Asked;
using tests::Team;

/// Three coordinators with the store on a cluster, each on another node. The banks are on a server of their own, so
/// that they go on and see what the coordinators answer.
class TestCluster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aNodeKilledUnderLoadLosesNothing();
    void aNodeWithoutQuorumSaysSoAndRecovers();

private:
    test::MariaDbServer m_bankServer;
    test::GaleraCluster m_cluster;
    std::unique_ptr<Team> m_team;
};

namespace {

constexpr auto healing = 60s;
constexpr int noticedMs = 30'000; ///< that a member died, or that there is no majority

QByteArray words(const core::Status &status)
{
    return status.ok() ? QByteArray() : status.error().detail.toUtf8();
}

} // namespace

void TestCluster::initTestCase()
{
    if (!test::GaleraCluster::isInstalled())
        QSKIP("MariaDB with Galera is not installed");
    QCOMPARE(words(m_cluster.start()), QByteArray());
    QCOMPARE(words(m_bankServer.start()), QByteArray());
    m_team =
        std::make_unique<Team>(std::vector{&m_cluster.node(0), &m_cluster.node(1), &m_cluster.node(2)}, m_bankServer);
    QVERIFY(m_team->start());
}

/// The node's coordinator keeps running; the two others take over what it had in work.
void TestCluster::aNodeKilledUnderLoadLosesNothing()
{
    tests::Load load(*m_team, "load");
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > 300, noticedMs);
    m_cluster.node(1).kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.membersSeenBy(0), 2, noticedMs);
    const int withTwo = load.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > withTwo + 300, noticedMs);
    QCOMPARE(words(m_cluster.rejoin(1)), QByteArray());
    QTRY_COMPARE_WITH_TIMEOUT(m_team->statusOf("nobody", 1), QByteArray("none"), noticedMs);
    const int withThree = load.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > withThree + 300, noticedMs);
    const QList<Asked> asked = load.stop();

    for (int i = 0; i < m_team->size(); ++i)
        QVERIFY(m_team->coordinator(i).isRunning());
    QCOMPARE(m_team->unfinished(healing), 0);
    QCOMPARE(m_team->brokenPromises(asked), QString());
    qInfo("a node killed and rejoined, %lld transfers asked for, %d acknowledged, %d answered 503, 0 lost, 0 doubled",
          qlonglong(asked.size()), load.acknowledged(), load.refused());
}

/// Two of three are killed: the third one takes no writes and its coordinator says why. Once an operator has made it
/// the cluster again, everything goes on by itself.
void TestCluster::aNodeWithoutQuorumSaysSoAndRecovers()
{
    tests::Load load(*m_team, "quorum");
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > 100, noticedMs);
    m_cluster.node(1).kill();
    m_cluster.node(2).kill();
    QTRY_VERIFY_WITH_TIMEOUT(m_team->prepare("nobody", 0).body.contains("pc.bootstrap"), noticedMs);
    QCOMPARE(m_team->prepare("nobody", 0).status, 503);
    const int atLast = load.acknowledged();
    const int refused = load.refused();
    QTRY_VERIFY_WITH_TIMEOUT(load.refused() > refused + 100, noticedMs);
    QCOMPARE(load.acknowledged(), atLast);

    QCOMPARE(words(m_cluster.makePrimary(0)), QByteArray());
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > atLast, noticedMs);
    QCOMPARE(words(m_cluster.rejoin(1)), QByteArray());
    QCOMPARE(words(m_cluster.rejoin(2)), QByteArray());
    for (int i = 0; i < m_team->size(); ++i)
        QTRY_COMPARE_WITH_TIMEOUT(m_team->statusOf("nobody", i), QByteArray("none"), noticedMs);
    const QList<Asked> asked = load.stop();
    QCOMPARE(m_team->unfinished(healing), 0);
    QCOMPARE(m_team->brokenPromises(asked), QString());
    qInfo("quorum lost and regained, %lld transfers asked for, %d acknowledged, %d answered 503, 0 lost, 0 doubled",
          qlonglong(asked.size()), load.acknowledged(), load.refused());
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
