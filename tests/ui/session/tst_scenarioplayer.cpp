// SPDX-License-Identifier: GPL-3.0-or-later
// Stories played by the console's player, on real programs.
#include "ui/session/scenarioplayer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Face = ui::ScenarioEntry::Face;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");
constexpr int patience = 60'000;

int indexOf(const ui::ScenarioPlayer &player, const QString &name)
{
    for (int index = 0; index < player.entries().size(); ++index) {
        if (player.entries()[index].scenario.name == name)
            return index;
    }
    return -1;
}

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

/// Ends at once, well or badly.
QByteArray shortStory(const char *state)
{
    return QByteArray("title en Short\ntitle zh 短\naccount sender 1 5.00\naccount receiver 2 0.00\n"
                      "en It pays.\nzh 付款。\ntransfer m1 from 1 to 2 amount 5.00\nwait state m1 ")
        + state + " within 9s\nexpect invariants\n";
}

} // namespace

class TestScenarioPlayer final : public QObject
{
    Q_OBJECT
private slots:
    void theEasyOnesComeFirst();
    void aStoryIsPlayedToItsVerdict();
    void aStoryIsPlayedCaptionByCaption();
    void aStoryThatIsPausedStandsStill();
    void timeDoesNotGoBackAfterAPause();
    void aStoppedStoryIsNotJudged();
    void whatIsPlayedStaysTheCurrentOne();
    void severalArePlayedOneAfterTheOther();
    void stoppingEndsAllThatWereToCome();
    void aWrongFileIsToldWithItsLine();
    void aFileIsReadAgain();
    void aBrokenStorySaysWhere();
    void withoutTheProgramNothingIsPlayed();
    void theEndOfThePlayerEndsTheStory();
};

void TestScenarioPlayer::theEasyOnesComeFirst()
{
    const ui::ScenarioPlayer player(program);
    QVERIFY(player.entries().size() >= 16);
    QCOMPARE(player.entries().first().scenario.name, u"success"_s);
    QCOMPARE(player.entries().last().scenario.name, u"database-restarts"_s);
    QCOMPARE(player.entries().first().face, Face::NotRun);
    QCOMPARE(player.holding(), 0);
    QVERIFY(player.whyNot().isEmpty());
}

void TestScenarioPlayer::aStoryIsPlayedToItsVerdict()
{
    ui::ScenarioPlayer player(program);
    QSignalSpy recorded(&player, &ui::ScenarioPlayer::recorded);
    player.play();
    QVERIFY(player.isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patience);
    const ui::ScenarioEntry &entry = player.currentEntry();
    QVERIFY2(entry.face == Face::Holds, qPrintable(entry.outcome.problem));
    QCOMPARE(entry.scene(), entry.scenes() - 1);
    QCOMPARE(entry.outcome.findings.size(), 7);
    QVERIFY(recorded.count() >= entry.recording.moments.size());
    QVERIFY(std::holds_alternative<core::faults::Judged>(entry.recording.moments.last().what));
    QCOMPARE(player.holding(), 1);
}

void TestScenarioPlayer::aStoryIsPlayedCaptionByCaption()
{
    ui::ScenarioPlayer player(program);
    for (int scene = 0; scene + 1 < player.currentEntry().scenes(); ++scene) {
        player.playScene();
        QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().scene(), scene, patience);
        QTRY_VERIFY_WITH_TIMEOUT(player.isPaused(), patience);
        QCOMPARE(player.currentEntry().face, Face::Paused);
    }
    player.playScene();
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().face, Face::Holds, patience);
}

void TestScenarioPlayer::aStoryThatIsPausedStandsStill()
{
    ui::ScenarioPlayer player(program);
    player.choose(indexOf(player, u"submit-lost"_s));
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(player.currentEntry().scene() >= 1, patience);
    player.pause();
    QTRY_VERIFY_WITH_TIMEOUT(player.isPaused(), patience);
    const qsizetype moments = player.currentEntry().recording.moments.size();
    QTest::qWait(300);
    QCOMPARE(player.currentEntry().recording.moments.size(), moments);
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patience);
    QVERIFY2(player.currentEntry().face == Face::Holds, qPrintable(player.currentEntry().outcome.problem));
}

/// What is overdue after a pause happens at once when the programs go on.
void TestScenarioPlayer::timeDoesNotGoBackAfterAPause()
{
    ui::ScenarioPlayer player(program);
    player.choose(indexOf(player, u"crash-after-commit"_s));
    while (!player.currentEntry().hasEnded()) {
        player.playScene();
        QTRY_VERIFY_WITH_TIMEOUT(player.isPaused() || player.currentEntry().hasEnded(), patience);
        QTest::qWait(400); // beyond the time after which the coordinator asks
    }
    QCOMPARE(player.currentEntry().face, Face::Holds);
    const auto &moments = player.currentEntry().recording.moments;
    const auto isEarlier = [](const auto &a, const auto &b) { return a.at < b.at; };
    QVERIFY(std::is_sorted(moments.cbegin(), moments.cend(), isEarlier));
}

void TestScenarioPlayer::aStoppedStoryIsNotJudged()
{
    ui::ScenarioPlayer player(program);
    player.choose(indexOf(player, u"submit-lost"_s));
    player.setSlow(true);
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(player.currentEntry().scene() >= 0, patience);
    player.stop();
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().face, Face::Stopped, 10'000);
    QVERIFY(!player.isPlaying());
    QVERIFY(player.currentEntry().outcome.findings.isEmpty());
}

void TestScenarioPlayer::whatIsPlayedStaysTheCurrentOne()
{
    ui::ScenarioPlayer player(program);
    player.playScene();
    player.choose(3);
    QCOMPARE(player.current(), 0);
    player.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patience);
    player.choose(3);
    QCOMPARE(player.current(), 3);
}

void TestScenarioPlayer::severalArePlayedOneAfterTheOther()
{
    ui::ScenarioPlayer player(program);
    player.playAll();
    QCOMPARE(player.entries()[1].face, Face::Queued);
    QTRY_COMPARE_WITH_TIMEOUT(player.entries()[1].face, Face::Holds, patience);
    QCOMPARE(player.entries()[0].face, Face::Holds);
    QVERIFY(player.current() >= 1);
    player.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patience);
}

void TestScenarioPlayer::stoppingEndsAllThatWereToCome()
{
    ui::ScenarioPlayer player(program);
    player.playAll();
    player.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patience);
    QCOMPARE(player.entries()[0].face, Face::Stopped);
    for (int index = 1; index < player.entries().size(); ++index)
        QCOMPARE(player.entries()[index].face, Face::NotRun);
}

void TestScenarioPlayer::aWrongFileIsToldWithItsLine()
{
    const QTemporaryDir folder;
    ui::ScenarioPlayer player(program);
    const qsizetype before = player.entries().size();
    const auto added = player.addFile(write(folder, u"mine.txt"_s, shortStory("done")));
    QVERIFY(!added.ok());
    QVERIFY2(added.error().detail.startsWith(u"mine.txt:8: 'done' is not a state"_s), qPrintable(added.error().detail));
    QCOMPARE(player.entries().size(), before);
}

void TestScenarioPlayer::aFileIsReadAgain()
{
    const QTemporaryDir folder;
    ui::ScenarioPlayer player(program);
    QSignalSpy more(&player, &ui::ScenarioPlayer::entriesChanged);
    const auto first = player.addFile(write(folder, u"mine.txt"_s, shortStory("succeed")));
    QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().detail));
    QCOMPARE(more.count(), 1);
    const auto again = player.addFile(write(folder, u"mine.txt"_s, shortStory("failed")));
    QVERIFY(again.ok());
    QCOMPARE(*again, *first);
    QCOMPARE(more.count(), 1);
}

void TestScenarioPlayer::aBrokenStorySaysWhere()
{
    const QTemporaryDir folder;
    ui::ScenarioPlayer player(program);
    const auto added = player.addFile(write(folder, u"mine.txt"_s, shortStory("failed")));
    QVERIFY(added.ok());
    player.choose(*added);
    player.play();
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().face, Face::Broken, patience);
    const QString problem = player.currentEntry().outcome.problem;
    QVERIFY2(problem.startsWith(u"mine.txt:8: wait state m1 failed within 9s: it is succeed"_s), qPrintable(problem));
}

void TestScenarioPlayer::withoutTheProgramNothingIsPlayed()
{
    ui::ScenarioPlayer player(u"/nowhere/checkbackd"_s);
    QVERIFY(player.whyNot().contains(u"/nowhere/checkbackd"_s));
    player.play();
    player.playAll();
    QVERIFY(!player.isPlaying());
    QCOMPARE(player.currentEntry().face, Face::NotRun);
}

void TestScenarioPlayer::theEndOfThePlayerEndsTheStory()
{
    QElapsedTimer timer;
    {
        ui::ScenarioPlayer player(program);
        player.choose(indexOf(player, u"receiver-down"_s));
        player.setSlow(true);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.currentEntry().scene() >= 2, patience);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestScenarioPlayer)
#include "tst_scenarioplayer.moc"
