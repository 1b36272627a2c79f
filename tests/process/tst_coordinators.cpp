// SPDX-License-Identifier: Apache-2.0
#include "tests/process/load.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;
using tests::Asked;
using tests::Program;
using tests::Team;

/// Several coordinators share a store on a server; whichever dies, the others finish what it had in work.
class TestCoordinators : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void oneDiesAndAnotherFinishes();
    void randomKillsOfCoordinatorsLoseNothing();

private:
    std::unique_ptr<test::MariaDbServer> m_server;
    std::unique_ptr<Team> m_team;
};

namespace {

constexpr auto chaos = 60s;
constexpr auto healing = 60s;

} // namespace

void TestCoordinators::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
}

void TestCoordinators::init()
{
    m_team.reset();
    m_server = std::make_unique<test::MariaDbServer>();
    QVERIFY(m_server->start().ok());
    m_team = std::make_unique<Team>(std::vector(3, m_server.get()), *m_server);
    QVERIFY(m_team->start());
}

void TestCoordinators::oneDiesAndAnotherFinishes()
{
    m_team->coordinator(1).kill();
    QVERIFY(m_team->coordinator(1).start("submit.after-commit=crash"));
    const QList<Asked> asked{m_team->transfer("orphan", 1)};
    QVERIFY2(m_team->coordinator(1).waitForEnd(5s), "the fault did not strike");
    QCOMPARE(m_team->unfinished(healing), 0); // it stays dead
    QCOMPARE(m_team->statusOf("orphan"), QByteArray("succeed"));
    QCOMPARE(m_team->brokenPromises(asked), QString());
}

void TestCoordinators::randomKillsOfCoordinatorsLoseNothing()
{
    tests::Load load(*m_team, "load");
    QRandomGenerator &chance = *QRandomGenerator::system();
    const QDeadlineTimer deadline(chaos);
    int kills = 0;
    for (bool started = true; started && !deadline.hasExpired(); ++kills) {
        QTest::qWait(chance.bounded(500, 2'500));
        Program &victim = m_team->coordinator(chance.bounded(m_team->size()));
        victim.kill();
        QTest::qWait(chance.bounded(100, 2'000));
        started = victim.start();
    }
    const QList<Asked> asked = load.stop();
    for (int i = 0; i < m_team->size(); ++i)
        QVERIFY(m_team->coordinator(i).isRunning());
    QCOMPARE(m_team->unfinished(healing), 0);
    QCOMPARE(m_team->brokenPromises(asked), QString());
    qInfo("%d kills, %lld transfers asked for, %d acknowledged, 0 lost, 0 doubled", kills, qlonglong(asked.size()),
          load.acknowledged());
}

QTEST_GUILESS_MAIN(TestCoordinators)
#include "tst_coordinators.moc"
