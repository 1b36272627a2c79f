// SPDX-License-Identifier: Apache-2.0
#include "tests/process/load.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;
using tests::Asked;
using tests::Team;

/// The database server under the coordinators' store dies and comes back, again and again. The banks have another one,
/// so that they go on and see what the coordinators answer.
class TestStoreServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedEveryFewSecondsItLosesNothing();

private:
    test::MariaDbServer m_storeServer;
    test::MariaDbServer m_bankServer;
};

namespace {

constexpr auto chaos = 60s;
constexpr auto healing = 60s;

} // namespace

void TestStoreServer::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    QVERIFY(m_storeServer.start().ok());
    QVERIFY(m_bankServer.start().ok());
}

void TestStoreServer::killedEveryFewSecondsItLosesNothing()
{
    Team team(std::vector(2, &m_storeServer), m_bankServer);
    QVERIFY(team.start());
    tests::Load load(team, "load");
    QRandomGenerator &chance = *QRandomGenerator::system();
    const QDeadlineTimer deadline(chaos);
    int kills = 0;
    int timesBack = 0;
    while (!deadline.hasExpired()) {
        const int before = load.acknowledged();
        QTest::qWait(chance.bounded(1'000, 3'500));
        timesBack += load.acknowledged() > before;
        m_storeServer.kill();
        ++kills;
        QTest::qWait(chance.bounded(200, 1'500));
        QVERIFY(m_storeServer.start().ok());
    }
    const int last = load.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > last, 20'000); // it recovers by itself
    const QList<Asked> asked = load.stop();

    QCOMPARE(team.unfinished(healing), 0);
    QCOMPARE(team.brokenPromises(asked), QString());
    QVERIFY(load.refused() > 0);
    qInfo("%d kills of the server, back %d times, %lld transfers asked for, %d acknowledged, %d answered 503, 0 lost, "
          "0 doubled",
          kills, timesBack, qlonglong(asked.size()), load.acknowledged(), load.refused());
}

QTEST_GUILESS_MAIN(TestStoreServer)
#include "tst_storeserver.moc"
