// SPDX-License-Identifier: Apache-2.0
#include "core/engine/pruning.h"

#include "tests/support/testengine.h"

#include <QLoggingCategory>
#include <QTest>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace test;

namespace {

constexpr std::chrono::hours day{24};

} // namespace

/// Through a whole coordinator, on a turned clock.
class TestPruning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }

    void nothingGoesUnlessItIsAskedFor();
    void whatFinishedLongAgoGoes();
    void whatIsUnfinishedStaysHoweverOldItIs();
    void theOldestGoWhenThereAreTooMany();
    void whatIsNewCounts();
    void manyGoInSmallBatches();
    void aStoreThatFailsIsLeftAloneForAWhile();
    void nothingGoesWhileTheCoordinatorDrains();

private:
    static CoordinatorOptions keeping(PruningOptions pruning)
    {
        CoordinatorOptions options;
        options.pruning = pruning;
        return options;
    }
    static void finish(TestEngine &engine, int from, int count)
    {
        for (int n = from; n < from + count; ++n)
            engine.send("m" + QByteArray::number(n), Prepare{contentOf()});
        for (int n = from; n < from + count; ++n)
            engine.send("m" + QByteArray::number(n), Abort{});
    }
};

void TestPruning::nothingGoesUnlessItIsAskedFor()
{
    TestEngine engine;
    finish(engine, 0, 10);
    engine.advance(1000 * day);
    QCOMPARE(engine.disk.messages().size(), 10);
}

void TestPruning::whatFinishedLongAgoGoes()
{
    TestEngine engine(keeping({.keepFor = day}));
    finish(engine, 0, 10);
    engine.advance(day - seconds(1));
    QCOMPARE(engine.disk.messages().size(), 10);
    finish(engine, 10, 5);
    engine.advance(seconds(10));
    QCOMPARE(engine.disk.messages().size(), 5);
    engine.advance(day);
    QCOMPARE(engine.disk.messages().size(), 0);
}

void TestPruning::whatIsUnfinishedStaysHoweverOldItIs()
{
    TestEngine engine(keeping({.keepFor = day, .keepMax = 1}));
    engine.post(Command{gidOf("kept"), Submit{contentOf()}});
    finish(engine, 0, 10);
    engine.advance(10 * day);
    QCOMPARE(engine.disk.messages().keys(), QList<Gid>{gidOf("kept")});
}

void TestPruning::theOldestGoWhenThereAreTooMany()
{
    TestEngine engine(keeping({.keepMax = 10}));
    for (int n = 0; n < 15; ++n) {
        finish(engine, n, 1);
        engine.advance(Millis(10));
    }
    engine.advance(seconds(20));
    QCOMPARE(engine.disk.messages().size(), 10);
    for (int n = 0; n < 15; ++n)
        QCOMPARE(engine.disk.find(gidOf("m" + QByteArray::number(n))) != nullptr, n >= 5);
}

void TestPruning::whatIsNewCounts()
{
    TestEngine engine(keeping({.keepMax = 10}));
    engine.advance(seconds(1)); // counted
    for (int round = 0; round < 3; ++round) {
        finish(engine, round * 20, 20);
        engine.advance(seconds(20));
        QCOMPARE(engine.disk.messages().size(), 10);
    }
}

void TestPruning::manyGoInSmallBatches()
{
    TestEngine engine(keeping({.keepFor = day, .rowsAtOnce = 7}));
    finish(engine, 0, 50);
    engine.advance(day);
    qsizetype before = engine.disk.messages().size();
    QCOMPARE(before, 50);
    while (engine.disk.messages().size() > 0) {
        engine.advance(Millis(5));
        QVERIFY(before - engine.disk.messages().size() <= 7);
        before = engine.disk.messages().size();
    }
}

void TestPruning::aStoreThatFailsIsLeftAloneForAWhile()
{
    TestEngine engine(keeping({.keepFor = day}));
    finish(engine, 0, 10);
    engine.advance(day - seconds(1));
    engine.store().setAway(true);
    engine.advance(seconds(10));
    engine.store().setAway(false);
    QCOMPARE(engine.disk.messages().size(), 10);
    engine.advance(seconds(40));
    QCOMPARE(engine.disk.messages().size(), 0);
}

void TestPruning::nothingGoesWhileTheCoordinatorDrains()
{
    TestEngine engine(keeping({.keepFor = day}));
    finish(engine, 0, 10);
    engine.coordinator().drain();
    engine.advance(2 * day);
    QCOMPARE(engine.disk.messages().size(), 10);
}

QTEST_APPLESS_MAIN(TestPruning)
#include "tst_pruning.moc"
