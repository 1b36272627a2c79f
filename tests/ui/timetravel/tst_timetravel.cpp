// SPDX-License-Identifier: GPL-3.0-or-later
// Going through a run by mouse and keys.
#include "tests/core/casefile/casesamples.h"
#include "tests/ui/moments/recordingsamples.h"
#include "tests/ui/support/part.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/moments/casemoments.h"
#include "ui/moments/recordingmoments.h"
#include "ui/present/storywindow.h"
#include "ui/theme/theme.h"
#include "ui/timetravel/balancesthen.h"
#include "ui/timetravel/momentslider.h"
#include "ui/timetravel/rowsthen.h"
#include "ui/timetravel/timetravelwindow.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/statechip.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::part;
using ui::BalancesThen;
using ui::MomentKind;

class TestTimeTravel final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en"_s)); }
    void init();
    void cleanup() { m_window.reset(); }

    void itBeginsAtTheFirstEvent();
    void keysGoThroughTheEvents();
    void buttonsStepAndSayWhy();
    void aClickOnTheSliderGoesThere();
    void aChangedBalanceStaysMarked();
    void rowsComeWithTheirEvent();
    void theDiagramIsPaleBeyondTheEvent();
    void aClickInTheDiagramGoesToItsEvent();
    void theMessagesStateIsShown();
    void spacePlaysToTheEndAndPauses();
    void anotherLanguageKeepsThePlace();
    void theSliderTellsItsEventToReaders();
    void anEmptyRunShowsNothing();
    void theStoryIsPresentedFromHere();
    void theStoryIsExportedFromHere();

private:
    ui::TimeTravelPanel &panel() const { return m_window->panel(); }
    ui::MomentSlider &slider() const { return *part<ui::MomentSlider>(*m_window, "momentSlider"); }
    QString event() const { return part<QLabel>(*m_window, "momentText")->text(); }
    QAbstractItemModel &balances() const { return *part<QTableView>(*m_window, "balancesThen")->model(); }
    QAbstractItemModel &rows() const { return *part<QTableView>(*m_window, "rowsThen")->model(); }
    void press(Qt::Key key) { QTest::keyClick(&slider(), key); }
    int firstOf(MomentKind kind) const;

    theme::Theme m_theme{*qApp};
    std::unique_ptr<ui::TimeTravelWindow> m_window;
};

void TestTimeTravel::init()
{
    m_window = std::make_unique<ui::TimeTravelWindow>(m_theme, [] { return ui::momentsOf(test::crashAfterCommit()); });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

int TestTimeTravel::firstOf(MomentKind kind) const
{
    const QList<ui::Moment> &all = panel().moments().all;
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).kind == kind)
            return i;
    }
    return -1;
}

void TestTimeTravel::itBeginsAtTheFirstEvent()
{
    QCOMPARE(panel().current(), 0);
    QCOMPARE(event(), panel().moments().all.constFirst().text);
    QVERIFY(slider().hasFocus());
    QVERIFY(m_window->windowTitle().contains(panel().moments().title));
}

void TestTimeTravel::keysGoThroughTheEvents()
{
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(panel().current(), 2);
    press(Qt::Key_Left);
    QCOMPARE(panel().current(), 1);
    QCOMPARE(event(), panel().moments().all.at(1).text);
    press(Qt::Key_End);
    QCOMPARE(panel().current(), int(panel().moments().all.size()) - 1);
    press(Qt::Key_Right);
    QCOMPARE(panel().current(), int(panel().moments().all.size()) - 1);
    press(Qt::Key_Home);
    QCOMPARE(panel().current(), 0);
    QTest::keyClick(part<QAbstractButton>(*m_window, "stepForward"), Qt::Key_Right); // wherever the focus is
    QCOMPARE(panel().current(), 1);
}

void TestTimeTravel::buttonsStepAndSayWhy()
{
    auto *back = part<QAbstractButton>(*m_window, "stepBack");
    auto *toStart = part<QAbstractButton>(*m_window, "toStart");
    QVERIFY(!back->isEnabled() && !toStart->isEnabled());
    QTest::mouseClick(part<QAbstractButton>(*m_window, "stepForward"), Qt::LeftButton);
    QCOMPARE(panel().current(), 1);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(panel().current(), 0);
    QTest::mouseClick(part<QAbstractButton>(*m_window, "toEnd"), Qt::LeftButton);
    QVERIFY(!part<QAbstractButton>(*m_window, "stepForward")->isEnabled());
    QTest::mouseClick(toStart, Qt::LeftButton);
    QCOMPARE(panel().current(), 0);
    for (const char *name : {"toStart", "stepBack", "playMoments", "stepForward", "toEnd"})
        QVERIFY2(!part<QAbstractButton>(*m_window, name)->accessibleName().isEmpty(), name);
}

void TestTimeTravel::aClickOnTheSliderGoesThere()
{
    const int middle = int(panel().moments().all.size()) / 2;
    QTest::mouseClick(&slider(), Qt::LeftButton, {}, {int(slider().xOf(middle)), slider().height() - 18});
    QCOMPARE(panel().current(), middle);
}

void TestTimeTravel::aChangedBalanceStaysMarked()
{
    const QAbstractItemModelTester tester(&balances());
    panel().goTo(firstOf(MomentKind::Money));
    const QModelIndex sender = balances().index(0, int(BalancesThen::Column::Balance));
    const QModelIndex receiver = balances().index(1, int(BalancesThen::Column::Balance));
    QCOMPARE(sender.data().toString(), u"9,970.00"_s);
    QVERIFY(sender.data(widgets::ChangedAtRole).isValid());
    QCOMPARE(sender.data(Qt::AccessibleTextRole).toString(), u"9,970.00, changed by −30.00"_s);
    QVERIFY(!receiver.data(widgets::ChangedAtRole).isValid());
    QCOMPARE(balances().rowCount(), 4);
    QCOMPARE(balances().index(2, 2).data().toString(), u"30.00"_s);
    QCOMPARE(balances().index(3, 2).data().toString(), u"20,000.00"_s);
    press(Qt::Key_Right);
    QVERIFY(!sender.data(widgets::ChangedAtRole).isValid());
}

void TestTimeTravel::rowsComeWithTheirEvent()
{
    const QAbstractItemModelTester tester(&rows());
    const int commit = firstOf(MomentKind::Money);
    panel().goTo(commit - 1);
    QCOMPARE(rows().rowCount(), 0);
    QVERIFY(part<QLabel>(*m_window, "noRows")->isVisible());
    press(Qt::Key_Right);
    QCOMPARE(rows().rowCount(), 1);
    QVERIFY(!part<QLabel>(*m_window, "noRows")->isVisible());
    QVERIFY(rows().index(0, 0).data(Qt::FontRole).isValid()); // written by this event
    QCOMPARE(rows().index(0, int(ui::RowsThen::Column::Means)).data().toString(), u"Debit committed"_s);
    press(Qt::Key_Right);
    QVERIFY(!rows().index(0, 0).data(Qt::FontRole).isValid());
    press(Qt::Key_End);
    QCOMPARE(rows().rowCount(), 2);
}

void TestTimeTravel::theDiagramIsPaleBeyondTheEvent()
{
    auto *view = m_window->findChild<diagram::SequenceView *>();
    panel().goTo(3);
    const QImage early = view->viewport()->grab().toImage();
    press(Qt::Key_End);
    QTest::qWait(0);
    const QImage late = view->viewport()->grab().toImage();
    QVERIFY(early != late);
    QCOMPARE(view->sequence().steps.size(), panel().moments().sequence.steps.size());
}

void TestTimeTravel::aClickInTheDiagramGoesToItsEvent()
{
    auto *view = m_window->findChild<diagram::SequenceView *>();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->stepRect(3).center());
    QVERIFY(panel().current() > 0);
    QCOMPARE(panel().moments().all.at(panel().current()).steps, 4);
}

void TestTimeTravel::theMessagesStateIsShown()
{
    const auto word = [this] { return m_window->findChild<widgets::StateChip *>()->text(); };
    QCOMPARE(word(), u"Not known"_s);
    press(Qt::Key_End);
    QCOMPARE(word(), u"Succeed"_s);
}

void TestTimeTravel::spacePlaysToTheEndAndPauses()
{
    const int last = int(panel().moments().all.size()) - 1;
    panel().goTo(last - 1);
    press(Qt::Key_Space);
    QVERIFY(panel().isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(panel().current(), last, 10'000);
    QTRY_VERIFY(!panel().isPlaying());
    press(Qt::Key_Space); // from the end, anew
    QVERIFY(panel().isPlaying());
    QCOMPARE(panel().current(), 0);
    press(Qt::Key_Space);
    QVERIFY(!panel().isPlaying());
}

void TestTimeTravel::anotherLanguageKeepsThePlace()
{
    panel().goTo(int(panel().moments().all.size()) - 1);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QEvent anew(QEvent::LanguageChange);
    QApplication::sendEvent(&panel(), &anew);
    QCOMPARE(panel().current(), int(panel().moments().all.size()) - 1);
    QCOMPARE(part<QLabel>(*m_window, "momentCaption")->text(), u"钱到账一次。"_s);
    QLocale::setDefault(QLocale(u"en"_s));
}

void TestTimeTravel::theSliderTellsItsEventToReaders()
{
    press(Qt::Key_End);
    QVERIFY(slider().accessibleDescription().contains(panel().moments().all.constLast().text));
    QVERIFY(!slider().accessibleName().isEmpty());
}

void TestTimeTravel::anEmptyRunShowsNothing()
{
    panel().setMoments([] { return ui::Moments(); });
    QCOMPARE(panel().current(), 0);
    QVERIFY(event().isEmpty());
    press(Qt::Key_Space);
    QVERIFY(!panel().isPlaying());
    QVERIFY(!m_window->grab().isNull());
}

void TestTimeTravel::theStoryIsPresentedFromHere()
{
    QTest::mouseClick(part<QAbstractButton>(*m_window, "presentMoments"), Qt::LeftButton);
    auto *story = m_window->findChild<ui::StoryWindow *>();
    QVERIFY(story && story->isVisible());
    QTest::keyClick(story, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ui::StoryWindow *>());
}

void TestTimeTravel::theStoryIsExportedFromHere()
{
    const QTemporaryDir folder;
    QTest::mouseClick(part<QAbstractButton>(*m_window, "exportMoments"), Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(folder.filePath(u"story.html"_s));
    dialog->close();
    QFile file(folder.filePath(u"story.html"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("The money has arrived once."));
}

QTEST_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
