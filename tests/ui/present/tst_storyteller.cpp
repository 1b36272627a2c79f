// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario told on the page for people who look on, while it is played on real programs.
#include "tests/ui/support/pagefixture.h"
#include "ui/present/presentpage.h"
#include "ui/present/storyscenes.h"
#include "ui/present/storyteller.h"
#include "ui/session/scenarioplayer.h"
#include "ui/widgets/emptystate.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Face = ui::ScenarioEntry::Face;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");
constexpr int runTime = 60'000;

int indexOf(const ui::ScenarioPlayer &player, const QString &name)
{
    for (int index = 0; index < player.entries().size(); ++index) {
        if (player.entries()[index].scenario.name == name)
            return index;
    }
    return -1;
}

} // namespace

class TestStoryTeller final : public QObject, private test::PageFixture<ui::PresentPage>
{
    Q_OBJECT
private slots:
    void cleanup();

    void longSentencesStayLonger();
    void aStoryIsToldSceneByScene();
    void nothingGoesOnBeforeItIsRead();
    void anEarlierSlideIsReadAgain();
    void anotherStoryTakesItsPlace();
    void whatIsPlayedElsewhereIsNotTold();
    void theChooserNamesAllStories();
    void aStoryIsChosenAndLeft();
    void withoutATransferAStoryCanBeChosen();
    void aStoryThatCannotStartSaysWhy();
    void aBrokenStorySaysSoAtItsEnd();

private:
    void openWithStories(const QString &checkbackd = program);
    QAction *choice(const QString &text);
    QString headline() { return part<QLabel>("slideHeadline")->text(); }

    std::unique_ptr<ui::ScenarioPlayer> m_player;
};

void TestStoryTeller::cleanup()
{
    close();
    m_player.reset();
}

void TestStoryTeller::openWithStories(const QString &checkbackd)
{
    startSession();
    openPage({1200, 800}, m_theme);
    m_player = std::make_unique<ui::ScenarioPlayer>(checkbackd);
    m_page->setStories([this]() -> ui::ScenarioPlayer & { return *m_player; });
}

/// Of the chooser, as it opens now.
QAction *TestStoryTeller::choice(const QString &text)
{
    auto *menu = part<QMenu>("presentStoriesMenu");
    emit menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestStoryTeller::longSentencesStayLonger()
{
    QCOMPARE(ui::readingTime({.headline = u"Short."_s}), 6000ms);
    QCOMPARE(ui::readingTime({.headline = QString(200, u'x'), .explanation = QString(50, u'y')}), 15'000ms);
    QCOMPARE(ui::readingTime({.headline = QString(60, u'钱')}), 12'000ms);
}

void TestStoryTeller::aStoryIsToldSceneByScene()
{
    ui::ScenarioPlayer player(program);
    ui::StoryTeller teller(player);
    teller.begin(indexOf(player, u"crash-after-commit"_s));
    QVERIFY(teller.isTelling() && !teller.slide());
    QCOMPARE(teller.title(), u"Crash after the commit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(teller.slide(), runTime);
    QCOMPARE(teller.slide()->headline, u"30.00 is to go from User 1 to User 2."_s);
    const QList<core::faults::Scene> scenes = player.currentEntry().scenario.scenes;
    for (const core::faults::Scene &scene : scenes) {
        QTRY_VERIFY_WITH_TIMEOUT(teller.canGoOn(), runTime);
        teller.next();
        const QString headline = ui::headlineOf(scene.caption.english).first;
        QTRY_COMPARE_WITH_TIMEOUT(teller.slide()->headline, headline, runTime);
    }
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().face, Face::Holds, runTime);
    QTRY_VERIFY_WITH_TIMEOUT(!teller.canGoOn() && !teller.isPlaying(), runTime);
    QVERIFY(teller.slide()->flow.hasArrived);
    QCOMPARE(teller.slide()->verdict, u"All money accounted for"_s);
    teller.setPlaying(true); // from the first slide again
    QVERIFY(teller.isPlaying() && !teller.canGoBack());
}

void TestStoryTeller::nothingGoesOnBeforeItIsRead()
{
    ui::ScenarioPlayer player(program);
    ui::StoryTeller teller(player);
    teller.begin(indexOf(player, u"success"_s));
    QTRY_VERIFY_WITH_TIMEOUT(player.isPaused() && teller.slide(), runTime);
    QCOMPARE(player.currentEntry().scene(), 0);
    QVERIFY(teller.isPlaying() && !teller.canGoBack()); // the opening is read meanwhile
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().scene(), 1, runTime); // by itself, once both slides were
    QVERIFY(teller.canGoBack());
    teller.end();
    QTRY_COMPARE_WITH_TIMEOUT(player.currentEntry().face, Face::Stopped, runTime);
    QVERIFY(!teller.isTelling());
}

void TestStoryTeller::anEarlierSlideIsReadAgain()
{
    ui::ScenarioPlayer player(program);
    ui::StoryTeller teller(player);
    teller.begin(0);
    QTRY_VERIFY_WITH_TIMEOUT(teller.canGoOn(), runTime);
    teller.next();
    const QString second = teller.slide()->headline;
    teller.back();
    QVERIFY(!teller.isPlaying() && teller.slide()->headline != second);
    teller.next();
    QCOMPARE(teller.slide()->headline, second);
}

void TestStoryTeller::anotherStoryTakesItsPlace()
{
    ui::ScenarioPlayer player(program);
    ui::StoryTeller teller(player);
    teller.begin(0);
    QTRY_VERIFY_WITH_TIMEOUT(player.isPaused(), runTime);
    teller.begin(1);
    QTRY_COMPARE_WITH_TIMEOUT(player.current(), 1, runTime);
    QTRY_VERIFY_WITH_TIMEOUT(teller.slide(), runTime);
    QCOMPARE(teller.title(), u"The sender has too little money"_s);
    QCOMPARE(player.entries().at(0).face, Face::Stopped);
}

void TestStoryTeller::whatIsPlayedElsewhereIsNotTold()
{
    ui::ScenarioPlayer player(program);
    ui::StoryTeller teller(player);
    player.play();
    teller.begin(1); // while another is played
    QVERIFY(!teller.isTelling());
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), runTime);
    teller.begin(0);
    QTRY_VERIFY_WITH_TIMEOUT(player.isPaused(), runTime);
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), runTime);
    QVERIFY(teller.isTelling()); // it was its own run
    player.play();
    QVERIFY(!teller.isTelling());
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), runTime);
    QCOMPARE(player.currentEntry().face, Face::Holds);
}

void TestStoryTeller::theChooserNamesAllStories()
{
    openWithStories();
    for (const ui::ScenarioEntry &entry : m_player->entries())
        QVERIFY2(choice(entry.scenario.title.english), qPrintable(entry.scenario.name));
    QVERIFY(choice(u"Transfers, as They Are Sent"_s)->isChecked());
    m_player->playScene();
    QVERIFY(!choice(u"The submit is lost"_s)->isEnabled());
    QCOMPARE(choice(u"The submit is lost"_s)->toolTip(), u"One is being played: stop it first"_s);
}

void TestStoryTeller::aStoryIsChosenAndLeft()
{
    openWithStories();
    QVERIFY(m_session->startTransfers(ui::TransferOrder()).ok());
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("slideTitle")->isVisible(), patience);
    choice(u"The receiver is down for a while"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(headline(), u"30.00 is to go from User 1 to User 2."_s, runTime);
    QCOMPARE(part<QPushButton>("presentSend")->text(), u"Pause"_s);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("presentNext")->isEnabled(), runTime);
    part<QPushButton>("presentNext")->click();
    QTRY_COMPARE_WITH_TIMEOUT(headline(), u"Bank B's program has crashed."_s, runTime);
    part<QPushButton>("presentSend")->click();
    QCOMPARE(part<QPushButton>("presentSend")->text(), u"Play"_s);
    QVERIFY(choice(u"The receiver is down for a while"_s)->isChecked());
    choice(u"Transfers, as They Are Sent"_s)->trigger();
    QCOMPARE(part<QPushButton>("presentSend")->text(), u"Send 30.00"_s);
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("slideTitle")->text(), u"30.00 from user 1 to user 2"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_player->isPlaying(), runTime);
}

void TestStoryTeller::withoutATransferAStoryCanBeChosen()
{
    openWithStories();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<widgets::EmptyState *>()->face(), widgets::EmptyState::Face::Empty,
                              patience);
    QVERIFY(part<QPushButton>("presentFirstStory")->isVisible());
    choice(u"A transfer succeeds"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("slideTitle")->isVisible(), runTime);
    QCOMPARE(part<QLabel>("slideTitle")->text(), u"A transfer succeeds"_s);
}

void TestStoryTeller::aStoryThatCannotStartSaysWhy()
{
    startSession();
    QFile script(m_dir->filePath(u"checkbackd"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexit 3\n");
    script.close();
    QVERIFY(script.setPermissions(script.permissions() | QFileDevice::ExeOwner | QFileDevice::ExeUser));
    openPage({1200, 800}, m_theme);
    m_player = std::make_unique<ui::ScenarioPlayer>(script.fileName());
    m_page->setStories([this]() -> ui::ScenarioPlayer & { return *m_player; });
    m_page->tell(0);
    const auto *empty = m_page->findChild<widgets::EmptyState *>();
    QTRY_COMPARE_WITH_TIMEOUT(empty->face(), widgets::EmptyState::Face::Unreachable, runTime);
    QVERIFY(part<QPushButton>("presentFirstStory")->isVisible()); // the way out
}

void TestStoryTeller::aBrokenStorySaysSoAtItsEnd()
{
    openWithStories();
    const QString path = m_dir->filePath(u"mine.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("title en Mine\ntitle zh 我的\naccount sender 1 5.00\naccount receiver 2 0.00\n"
               "en It pays.\nzh 付款。\ntransfer m1 from 1 to 2 amount 5.00\nwait state m1 failed within 1s\nexpect "
               "invariants\n");
    file.close();
    const core::Result<int> added = m_player->addFile(path);
    QVERIFY(added.ok());
    m_page->tell(*added);
    QTRY_COMPARE_WITH_TIMEOUT(m_player->currentEntry().face, Face::Broken, runTime);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("presentNext")->isEnabled(), runTime);
    part<QPushButton>("presentNext")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("slideExplanation")->text().startsWith(u"Not as expected: mine.txt:8"_s),
                             runTime);
}

QTEST_MAIN(TestStoryTeller)
#include "tst_storyteller.moc"
