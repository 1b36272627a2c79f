// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/simulation.h"

#include <QLoggingCategory>
#include <QTest>

/// The real coordinator in simulated worlds. CHECKBACK_SIM_SEEDS asks for more or fewer of them.
class TestSimulation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }
    void everyInvariantHolds();
};

void TestSimulation::everyInvariantHolds()
{
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("CHECKBACK_SIM_SEEDS", &isGiven);
    const QString violation = test::simulateAll(1, isGiven ? static_cast<std::uint64_t>(given) : 20'000);
    QVERIFY2(violation.isEmpty(), qPrintable(violation));
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
