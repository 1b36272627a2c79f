// SPDX-License-Identifier: Apache-2.0
#include "tests/support/galeracluster.h"

#include <QTest>

class TestCluster : public QObject
{
    Q_OBJECT

private slots:
    void aMemberThatWasKilledComesBack();
};

void TestCluster::aMemberThatWasKilledComesBack()
{
    test::GaleraCluster cluster;
    const auto started = cluster.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QCOMPARE(cluster.membersSeenBy(0), 3);
    cluster.node(1).kill();
    QTRY_COMPARE_WITH_TIMEOUT(cluster.membersSeenBy(0), 2, 30'000);
    QVERIFY(cluster.node(0).createDatabase(QStringLiteral("meanwhile")).ok());
    const auto joined = cluster.rejoin(1);
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().detail));
    const auto found = cluster.node(1).ask(QStringLiteral("SHOW DATABASES LIKE 'meanwhile'"));
    QCOMPARE(found.ok() ? *found : found.error().detail, QStringLiteral("meanwhile"));
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
