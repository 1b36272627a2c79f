// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/segmented.h"

#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// Presses a button of the next dialog; the words of the dialog come back through `words`.
void answer(const char *button, QString *words = nullptr)
{
    QTimer::singleShot(0, qApp, [=] {
        QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeModalWidget()));
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (words)
                *words += label->text() + u'\n';
        }
        QTest::mouseClick(dialog->findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    });
}

} // namespace

/// What holds the pages together: palette, panes, perspectives, the first start, settings, the end.
class TestShell final : public QObject, private test::WindowFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void controlKFindsAPageByAFewLetters();
    void f6WalksThroughThePanes();
    void eachPerspectiveHasItsPageAndItsLayout();
    void presentHidesTheRailAndMakesTheTypeLarge();
    void columnsKeepTheirWidthsBesideAPerspectiveInLargeType();
    void theDefaultLayoutComesBackInAllPerspectives();
    void bordersAndColumnsMovedByKeysAreThereAtTheNextStart();
    void thePerspectiveIsRememberedForTheNextStart();
    void controlFGoesToTheFilterOfThePage();
    void theFirstWindowFitsTheScreen();
    void timesFollowTheSettingAtOnce();
    void theWelcomePageLeadsToTheBanks();
    void theTourBeginsAfterTheWelcomePage();
    void closingWithTransfersRunningAsks();
    void everyPageIsReachedByItsKey();
    void everyPageFitsANarrowWindow();
};

void TestShell::init()
{
    open();
}

void TestShell::cleanup()
{
    close();
    m_theme.setPresenting(false);
}

void TestShell::controlKFindsAPageByAFewLetters()
{
    press(Qt::Key_K, Qt::ControlModifier);
    auto *field = find<QLineEdit>("search");
    QCOMPARE(QApplication::focusWidget(), field);
    QVERIFY(find<QWidget>("palette")->isVisible());
    QTest::keyClicks(field, u"topics"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"topics"_s);
    QVERIFY(!find<QWidget>("palette")->isVisible());
}

void TestShell::f6WalksThroughThePanes()
{
    m_window->showPage(u"connections"_s);
    QSet<QWidget *> visited;
    for (int i = 0; i < 12; ++i) {
        press(Qt::Key_F6);
        QVERIFY(QApplication::focusWidget());
        visited.insert(QApplication::focusWidget());
    }
    QVERIFY(visited.size() >= 4); // top bar, rail, and the cards of the page
    QWidget *before = QApplication::focusWidget();
    press(Qt::Key_F6);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), before);
}

void TestShell::eachPerspectiveHasItsPageAndItsLayout()
{
    m_window->showPage(u"accounts"_s);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->currentPage(), u"messages"_s);
    auto *splitter = m_window->findChild<QSplitter *>();
    QVERIFY(splitter && !splitter->objectName().isEmpty());
    const QByteArray usual = splitter->saveState();
    splitter->setSizes({200, 900});
    const QByteArray own = splitter->saveState();
    QVERIFY(own != usual);
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->currentPage(), u"accounts"_s);
    QVERIFY(splitter->saveState() != own);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(splitter->saveState(), own);
}

void TestShell::presentHidesTheRailAndMakesTheTypeLarge()
{
    const double before = m_theme.font().pointSizeF();
    find<widgets::Segmented>("perspectives")->setCurrent(u"present"_s);
    QVERIFY(!find<QWidget>("rail")->isVisible());
    QVERIFY(m_theme.isPresenting());
    QVERIFY(m_theme.font().pointSizeF() > before);
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), m_window->pageIds().at(1));
    find<widgets::Segmented>("perspectives")->setCurrent(u"operate"_s);
    QVERIFY(find<QWidget>("rail")->isVisible());
    QCOMPARE(m_theme.font().pointSizeF(), before);
}

void TestShell::columnsKeepTheirWidthsBesideAPerspectiveInLargeType()
{
    m_window->showPage(u"messages"_s);
    auto *table = find<QTableView>("messages");
    const int wide = table->columnWidth(0) + 37;
    table->setColumnWidth(0, wide);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(table->columnWidth(0) != wide); // fitted to the large type
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(table->columnWidth(0), wide);
}

void TestShell::theDefaultLayoutComesBackInAllPerspectives()
{
    m_window->showPage(u"messages"_s);
    auto *splitter = m_window->findChild<QSplitter *>();
    const QByteArray usual = splitter->saveState();
    splitter->setSizes({200, 900});
    find<widgets::Segmented>("perspectives")->setCurrent(u"investigate"_s);
    splitter->setSizes({300, 800});
    for (QAction *action : m_window->actions()) {
        if (action->text().contains("Default Layout"_L1))
            action->trigger();
    }
    QCOMPARE(splitter->saveState(), usual);
    find<widgets::Segmented>("perspectives")->setCurrent(u"operate"_s);
    QCOMPARE(splitter->saveState(), usual);
}

void TestShell::bordersAndColumnsMovedByKeysAreThereAtTheNextStart()
{
    m_window->showPage(u"messages"_s);
    auto *table = find<QTableView>("messages");
    QWidget *border = m_window->findChild<QSplitter *>()->handle(1);
    for (int steps = 0; steps < 20 && QApplication::focusWidget() != border; ++steps)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), border);
    const int place = border->x();
    QTest::keyClick(border, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(border->x() < place);
    const QList<int> sizes = m_window->findChild<QSplitter *>()->sizes();

    const int width = table->columnWidth(0);
    test::answerDialog("accept", [](QDialog &dialog) {
        auto *list = dialog.findChild<QWidget *>(u"columnList"_s);
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
    });
    find<QAction>("arrange")->trigger();
    QCOMPARE(table->horizontalHeader()->visualIndex(0), 1);

    m_window->close();
    reopen();
    m_window->showPage(u"messages"_s);
    QCOMPARE(m_window->findChild<QSplitter *>()->sizes(), sizes);
    QCOMPARE(find<QTableView>("messages")->horizontalHeader()->visualIndex(0), 1);
    QVERIFY(find<QTableView>("messages")->columnWidth(0) > width);
}

void TestShell::thePerspectiveIsRememberedForTheNextStart()
{
    find<widgets::Segmented>("perspectives")->setCurrent(u"investigate"_s);
    m_window->close();
    reopen();
    QCOMPARE(find<widgets::Segmented>("perspectives")->current(), u"investigate"_s);
    QCOMPARE(m_window->currentPage(), u"messages"_s);
}

void TestShell::controlFGoesToTheFilterOfThePage()
{
    m_window->showPage(u"activity"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("activitySearch"));
    m_window->showPage(u"settings"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"messages"_s);
    m_window->showPage(u"activity"_s);
    find<QTableView>("activity")->setFocus();
    press(Qt::Key_Slash, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("activitySearch"));
    QTest::keyClick(find<QLineEdit>("activitySearch"), Qt::Key_Slash);
    QCOMPARE(find<QLineEdit>("activitySearch")->text(), u"/"_s); // where one types it is a letter
}

void TestShell::theFirstWindowFitsTheScreen()
{
    QCOMPARE(ui::MainWindow::firstSize({1920, 1080}), QSize(1440, 900));
    for (const QSize screen : {QSize(1440, 900), QSize(1366, 768), QSize(1280, 800)}) {
        const QSize size = ui::MainWindow::firstSize(screen);
        QVERIFY(size.width() < screen.width() && size.height() < screen.height() - 30); // the title bar is above it
        QVERIFY(size.width() >= 1100 && size.height() >= 700);
    }
    QCOMPARE(ui::MainWindow::firstSize({1024, 600}), QSize(1440, 900));
}

void TestShell::timesFollowTheSettingAtOnce()
{
    m_window->showPage(u"activity"_s);
    const QAbstractItemModel *rows = find<QTableView>("activity")->model();
    QVERIFY(rows->index(0, 0).data().toString().endsWith("UTC"_L1));
    m_settings->setLocalTimes(true);
    QCOMPARE(widgets::displayZone(), QTimeZone::systemTimeZone());
    m_settings->setLocalTimes(false);
    QVERIFY(rows->index(0, 0).data().toString().endsWith("UTC"_L1));
}

void TestShell::theWelcomePageLeadsToTheBanks()
{
    m_window->showWelcome();
    QVERIFY(find<QWidget>("welcomePage")->isVisible());
    QVERIFY(!find<QWidget>("rail")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("welcomeOwn"), Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>("welcomeStart"), Qt::LeftButton);
    QVERIFY(m_settings->isWelcomed());
    QCOMPARE(m_window->currentPage(), u"connections"_s);
    QVERIFY(find<QWidget>("rail")->isVisible());
}

void TestShell::theTourBeginsAfterTheWelcomePage()
{
    m_window->showWelcome();
    QTest::mouseClick(find<QAbstractButton>("welcomeStart"), Qt::LeftButton);
    QVERIFY(find<QWidget>("tour")->isVisible());
    QCOMPARE(m_window->currentPage(), u"transfer"_s);
    QTest::mouseClick(find<QAbstractButton>("tourNext"), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"messages"_s);
}

void TestShell::closingWithTransfersRunningAsks()
{
    ui::TransferOrder order;
    order.count = 100;
    order.ratePerSecond = 2;
    QVERIFY(m_session->startTransfers(order).ok());
    QString words;
    answer("cancel", &words);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QVERIFY2(words.contains("not sent"_L1), qPrintable(words));
    answer("accept");
    QVERIFY(m_window->close());
}

void TestShell::everyPageIsReachedByItsKey()
{
    const QStringList pages = m_window->pageIds();
    for (qsizetype i = 0; i < std::min<qsizetype>(pages.size(), 9); ++i) {
        press(Qt::Key_1 + int(i), Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), pages.at(i));
    }
    press(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QCOMPARE(m_window->currentPage(), u"guide"_s);
}

void TestShell::everyPageFitsANarrowWindow()
{
    constexpr QSize narrow(1100, 700);
    const QSize frame = narrow - QSize(find<QWidget>("rail")->width(), 0);
    auto *stack = find<QWidget>("topicsPage")->parentWidget();
    for (const QWidget *page : stack->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // else the width is that of before
        const int width = page->minimumSizeHint().width();
        QVERIFY2(width <= frame.width(), qPrintable(u"%1: %2"_s.arg(page->objectName()).arg(width)));
    }
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
