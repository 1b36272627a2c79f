// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/story.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>

namespace {

QDir folder()
{
    return QDir(QStringLiteral(CHECKBACK_SOURCE_DIR "/tests/scenarios"));
}

} // namespace

/// Runs every story in this folder; README.md there tells how to write one.
class TestScenarios : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }
    void theStoryHolds_data();
    void theStoryHolds();
    void aStoryThatDoesNotHoldNamesItsLine();
};

void TestScenarios::theStoryHolds_data()
{
    QTest::addColumn<QString>("path");
    QStringList stories = folder().entryList({QStringLiteral("*.txt")});
    stories.removeOne(QStringLiteral("CMakeLists.txt"));
    QVERIFY(stories.size() >= 16);
    for (const QString &story : stories)
        QTest::newRow(qPrintable(story)) << folder().filePath(story);
}

void TestScenarios::theStoryHolds()
{
    QFETCH(QString, path);
    const QString wrong = test::Story().run(path);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestScenarios::aStoryThatDoesNotHoldNamesItsLine()
{
    const QString wrong = test::Story().run(folder().filePath(QStringLiteral("broken/wrong-state.txt")));
    QCOMPARE(wrong, QStringLiteral("wrong-state.txt:3: expected succeed, found prepared"));
    const QString noVerb = test::Story().run(folder().filePath(QStringLiteral("broken/no-such-verb.txt")));
    QCOMPARE(noVerb, QStringLiteral("no-such-verb.txt:1: no such verb: prepair"));
    const QString left = test::Story().run(folder().filePath(QStringLiteral("broken/untold-call.txt")));
    QCOMPARE(left, QStringLiteral("untold-call.txt:4: expected no further call, found m1/01"));
}

QTEST_APPLESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
