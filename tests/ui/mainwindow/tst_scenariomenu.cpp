// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios by menu, key and palette, on real programs.
#include "tests/ui/support/windowfixture.h"
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/storyactions.h"
#include "ui/session/scenarioplayer.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using Face = ui::ScenarioEntry::Face;

class TestScenarioMenu final : public QObject, private test::WindowFixture
{
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup();

    void theMenuHasOrdersAndStories();
    void whatCannotBeDoneSaysWhy();
    void f8PlaysFromAnyPage();
    void aStoryIsPlayedFromTheMenu();
    void aStoryIsFoundInThePalette();
    void whilePresentingItIsToldThere();
    void theCheatSheetHasTheKeys();
    void afterAFileIsOpenedItIsAStory();
    void namesFollowTheLanguage();

private:
    ui::ScenarioLab &lab() { return m_window->findChild<ui::FaultLabPage *>()->scenarios(); }
    ui::ScenarioPlayer &player() { return lab().player(); }
    QMenu *menu() { return m_window->menuBar()->findChild<QMenu *>(u"scenario"_s); }
    QMenu *stories() { return m_window->menuBar()->findChild<QMenu *>(u"stories"_s); }
    QAction *story(const QString &name) { return m_window->findChild<QAction *>(u"story:"_s + name); }
};

void TestScenarioMenu::cleanup()
{
    close();
    m_theme.setPresenting(false);
}

void TestScenarioMenu::theMenuHasOrdersAndStories()
{
    const ui::ScenarioActions &orders = lab().actions();
    for (QAction *order : orders.all())
        QVERIFY2(menu()->actions().contains(order), qPrintable(order->objectName()));
    QVERIFY(menu()->actions().contains(stories()->menuAction()));
    QCOMPARE(stories()->actions().size(), player().entries().size());
    QCOMPARE(stories()->actions().first()->text(), u"A transfer succeeds"_s);
    QVERIFY(menu()->toolTipsVisible() && stories()->toolTipsVisible());
}

void TestScenarioMenu::whatCannotBeDoneSaysWhy()
{
    QVERIFY(!lab().actions().stop()->isEnabled());
    QCOMPARE(lab().actions().stop()->toolTip(), u"Nothing is being played"_s);
    player().playScene();
    QVERIFY(!story(u"success"_s)->isEnabled());
    QCOMPARE(story(u"success"_s)->toolTip(), u"One is being played: stop it first"_s);
    player().stop();
    QTRY_VERIFY_WITH_TIMEOUT(story(u"success"_s)->isEnabled(), patience);
}

void TestScenarioMenu::f8PlaysFromAnyPage()
{
    m_window->showPage(u"accounts"_s);
    press(Qt::Key_F10);
    QCOMPARE(m_window->currentPage(), u"faultlab"_s);
    QVERIFY(player().isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused(), patience);
    m_window->showPage(u"accounts"_s);
    press(Qt::Key_F8);
    QCOMPARE(m_window->currentPage(), u"faultlab"_s);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
    press(Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused(), patience);
    m_window->showPage(u"accounts"_s);
    press(Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Stopped, patience);
    QCOMPARE(m_window->currentPage(), u"accounts"_s); // there is nothing to see of it
}

void TestScenarioMenu::aStoryIsPlayedFromTheMenu()
{
    story(u"insufficient-balance"_s)->trigger();
    QCOMPARE(m_window->currentPage(), u"faultlab"_s);
    QCOMPARE(player().currentEntry().scenario.name, u"insufficient-balance"_s);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
}

void TestScenarioMenu::aStoryIsFoundInThePalette()
{
    press(Qt::Key_K, Qt::ControlModifier);
    auto *field = find<QLineEdit>("search");
    QTest::keyClicks(field, u"too little money"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"faultlab"_s);
    QCOMPARE(player().currentEntry().scenario.name, u"insufficient-balance"_s);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
}

void TestScenarioMenu::whilePresentingItIsToldThere()
{
    m_window->choosePerspective(u"present"_s);
    story(u"insufficient-balance"_s)->trigger();
    QCOMPARE(m_window->currentPage(), u"present"_s);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>("slideTitle")->text(), u"The sender has too little money"_s, patience);
    QVERIFY(player().currentEntry().scene() <= 0); // it waits to be read
    player().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
}

void TestScenarioMenu::theCheatSheetHasTheKeys()
{
    QStringList words;
    QTimer::singleShot(0, this, [&words] {
        auto *sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(sheet);
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            words << label->text();
        sheet->reject();
    });
    m_window->showCheatSheet();
    for (const QString &word : {u"Scenario"_s, u"Step"_s, u"Step by Line"_s, u"Stop"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void TestScenarioMenu::afterAFileIsOpenedItIsAStory()
{
    const QString path = m_dir->filePath(u"mine.txt"_s);
    QVERIFY(QFile::copy(u":/scenarios/insufficient-balance.txt"_s, path));
    lab().open(path);
    QCOMPARE(stories()->actions().size(), player().entries().size());
    stories()->actions().constLast()->trigger();
    QCOMPARE(player().currentEntry().file, path);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
}

void TestScenarioMenu::namesFollowTheLanguage()
{
    m_language->use(u"zh_CN"_s);
    QTRY_COMPARE(stories()->actions().first()->text(), u"转账成功"_s);
    QVERIFY(menu()->title().startsWith(u"场景"_s));
    m_language->use(u"en"_s);
}

QTEST_MAIN(TestScenarioMenu)
#include "tst_scenariomenu.moc"
