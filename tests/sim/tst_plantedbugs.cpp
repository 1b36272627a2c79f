// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/plantedbugs.h"
#include "tests/sim/simulation.h"

#include <QLoggingCategory>
#include <QTest>

/// Shows that the simulation sees what it is made to see.
class TestPlantedBugs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }
    void theSimulationCatchesIt_data();
    void theSimulationCatchesIt();
};

void TestPlantedBugs::theSimulationCatchesIt_data()
{
    QTest::addColumn<int>("bug");
    const std::vector<test::PlantedBug> bugs = test::plantedBugs();
    for (int bug = 0; bug < static_cast<int>(bugs.size()); ++bug)
        QTest::newRow(bugs[bug].name) << bug;
}

void TestPlantedBugs::theSimulationCatchesIt()
{
    QFETCH(int, bug);
    constexpr int seeds = 5000; // it ends at the first that shows the bug
    const QString violation = test::simulateAll(1, seeds, test::plantedBugs()[bug].parts);
    QVERIFY(!violation.isEmpty());
    qInfo().noquote() << violation;
}

QTEST_APPLESS_MAIN(TestPlantedBugs)
#include "tst_plantedbugs.moc"
