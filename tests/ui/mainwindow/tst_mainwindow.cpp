// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/windowfixture.h"
#include "ui/mainwindow/firstframe.h"
#include "ui/messages/messagespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/session/lookout.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/tabstrip.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

/// The whole window on the real engine, driven by mouse and keys.
class TestMainWindow final : public QObject, private test::WindowFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void theStartShowsOneWindow();
    void theFirstFrameWaitsForOnePageOnly();
    void theFirstFrameIsLogged();
    void theRailShowsThePagesThatThereAre();
    void aClickInTheRailOpensAPage();
    void controlAndANumberOpensAPage();
    void backAndForwardWalkThroughThePages();
    void theBellTellsOfAlertsAndLeadsToThem();
    void theThemeButtonTurnsLightAndDark();
    void anotherLanguageChangesEveryText();
    void theSearchFieldFindsAMessage();
    void controlNOpensTheTransferPage();
    void f1ShowsAllKeys();
    void theStatusBarTellsThatTheMoneyIsThere();
    void noMenuIsEmptyAndNoEntryIsNameless();
    void everyControlHasANameForReaders();
    void thePageIsRememberedForTheNextStart();
    void theListIsNarrowedAsBeforeAtTheNextStart();
    void f5ReadsThePageThatIsShown();
    void readOnlyIsSaidInTheTopBar();
};

void TestMainWindow::init()
{
    open();
}

namespace {

/// Which windows were shown.
class ShownWindows final : public QObject
{
public:
    ShownWindows() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names << QString::fromLatin1(widget->metaObject()->className());
        return QObject::eventFilter(watched, event);
    }
    QStringList names;
};

} // namespace

/// A part that is shown before it has its place would flash as a window, and take the focus.
void TestMainWindow::theStartShowsOneWindow()
{
    const ShownWindows shown;
    open();
    QCOMPARE(shown.names.join(u' '), u"ui::MainWindow"_s);
    QCOMPARE(QApplication::activeWindow(), m_window.get());
}

void TestMainWindow::theFirstFrameWaitsForOnePageOnly()
{
    ui::MainWindow window(*m_session, m_theme, *m_settings, *m_language);
    QVERIFY(window.findChild<ui::OverviewPage *>());
    QVERIFY(!window.findChild<ui::MessagesPage *>() && !window.findChild<ui::PresentPage *>());
    window.showPage(u"messages"_s);
    QVERIFY(window.findChild<ui::MessagesPage *>());
    QVERIFY(!window.findChild<ui::PresentPage *>());
    window.show();
    QTRY_VERIFY(window.findChild<ui::PresentPage *>());
}

void TestMainWindow::theFirstFrameIsLogged()
{
    ui::MainWindow window(*m_session, m_theme, *m_settings, *m_language);
    const ui::FirstFrame firstFrame(window, m_session->lookout().flow());
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"^first frame processor_ms=[0-9]+$"_s));
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"^first frame with figures processor_ms=[0-9]+$"_s));
    window.show();
    QTRY_VERIFY(window.findChild<ui::PresentPage *>());
    QTRY_VERIFY(m_session->lookout().flow().counts());
    window.update();
    QTRY_VERIFY(firstFrame.isDone());
}

void TestMainWindow::theRailShowsThePagesThatThereAre()
{
    QCOMPARE(m_window->pageIds(),
             (QStringList{u"overview"_s, u"messages"_s, u"accounts"_s, u"transfer"_s, u"faultlab"_s, u"proof"_s,
                          u"topics"_s, u"activity"_s, u"connections"_s, u"settings"_s, u"guide"_s}));
    auto *rail = find<widgets::NavRail>("rail");
    QCOMPARE(rail->ids(), m_window->pageIds());
    QCOMPARE(rail->item(u"messages"_s)->text(), u"Messages"_s);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
}

void TestMainWindow::aClickInTheRailOpensAPage()
{
    auto *rail = find<widgets::NavRail>("rail");
    QTest::mouseClick(rail->item(u"accounts"_s), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"accounts"_s);
    QTest::mouseClick(rail->item(u"transfer"_s), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"transfer"_s);
    QVERIFY(find<QWidget>("transferPage")->isVisible());
    QVERIFY(m_window->windowTitle().startsWith("Transfer"_L1));
}

void TestMainWindow::controlAndANumberOpensAPage()
{
    const QStringList pages = m_window->pageIds();
    for (int number = std::min(int(pages.size()), 9); number >= 1; --number) {
        press(Qt::Key_0 + number, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), pages.at(number - 1));
    }
}

void TestMainWindow::backAndForwardWalkThroughThePages()
{
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), u"accounts"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), u"accounts"_s);
}

void TestMainWindow::theBellTellsOfAlertsAndLeadsToThem()
{
    auto *bell = find<QAbstractButton>("bell");
    QCOMPARE(bell->accessibleName(), u"No alert waits for you"_s);
    ui::Alerts &alerts = m_session->lookout().alerts();
    alerts.setRules({.stalledMax = -1, .desktop = false}); // none is already too many
    QTRY_COMPARE(bell->accessibleName(), u"1 alert waits for you"_s);
    QCOMPARE(m_settings->alertRules(), alerts.rules());
    press(Qt::Key_3, Qt::ControlModifier);
    QTest::mouseClick(bell, Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    alerts.acknowledge(ui::AlertKind::Stalled);
    QTRY_COMPARE(bell->accessibleName(), u"No alert waits for you"_s);
}

void TestMainWindow::theThemeButtonTurnsLightAndDark()
{
    const bool wasDark = m_theme.isDark();
    QTest::mouseClick(find<QAbstractButton>("toggleTheme"), Qt::LeftButton);
    QCOMPARE(m_theme.isDark(), !wasDark);
    QCOMPARE(m_settings->scheme(), wasDark ? theme::Theme::Scheme::Light : theme::Theme::Scheme::Dark);
    QTest::mouseClick(find<QAbstractButton>("toggleTheme"), Qt::LeftButton);
    QCOMPARE(m_theme.isDark(), wasDark);
}

void TestMainWindow::anotherLanguageChangesEveryText()
{
    m_settings->setLanguage(u"zh_CN"_s);
    QTRY_COMPARE(find<widgets::NavRail>("rail")->item(u"messages"_s)->text(), u"消息"_s);
    QCOMPARE(find<QLineEdit>("search")->placeholderText(), u"查找消息、页面或操作"_s);
    QVERIFY(find<QAbstractButton>("send")->text().contains(u"转账"_s));
    QVERIFY(m_window->menuBar()->actions().constFirst()->text().contains(u"文件"_s));
    m_settings->setLanguage(u"en"_s);
    QTRY_COMPARE(find<widgets::NavRail>("rail")->item(u"messages"_s)->text(), u"Messages"_s);
    QCOMPARE(find<QAbstractButton>("send")->text(), u"Send 1 transfer"_s);
}

void TestMainWindow::theSearchFieldFindsAMessage()
{
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_K, Qt::ControlModifier);
    auto *search = find<QLineEdit>("search");
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, u"TransIn"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"messages"_s);
}

void TestMainWindow::controlNOpensTheTransferPage()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"transfer"_s);
}

void TestMainWindow::f1ShowsAllKeys()
{
    QStringList shown;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&shown] {
        auto *sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!sheet)
            return;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            shown.append(label->text());
        sheet->reject();
    });
    look.start(10);
    press(Qt::Key_F1);
    QVERIFY(shown.contains(u"New Transfer"_s));
    QVERIFY(shown.contains(u"Accounts"_s));
}

void TestMainWindow::theStatusBarTellsThatTheMoneyIsThere()
{
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractButton>("money")->text(), u"Money accounted for"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>("healthWord")->text(), u"Running"_s, patience);
    QTest::mouseClick(find<QAbstractButton>("money"), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"proof"_s);
}

void TestMainWindow::noMenuIsEmptyAndNoEntryIsNameless()
{
    for (const QAction *title : m_window->menuBar()->actions()) {
        QVERIFY(!title->text().isEmpty());
        QVERIFY2(title->menu() && !title->menu()->isEmpty(), qPrintable(title->text()));
        for (const QAction *entry : title->menu()->actions())
            QVERIFY(entry->isSeparator() || !entry->text().isEmpty());
    }
}

void TestMainWindow::everyControlHasANameForReaders()
{
    for (const QString &page : m_window->pageIds()) {
        m_window->showPage(page);
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            const bool isDecoration =
                qobject_cast<QLineEdit *>(button->parentWidget()) || button->inherits("QTableCornerButton");
            if (!button->isVisible() || isDecoration)
                continue;
            const QString name = button->accessibleName() + button->text();
            QVERIFY2(
                !name.isEmpty(),
                qPrintable(page + u": "_s + button->objectName() + QLatin1String(button->metaObject()->className())));
        }
    }
}

void TestMainWindow::thePageIsRememberedForTheNextStart()
{
    m_window->showPage(u"accounts"_s);
    m_window->close();
    reopen();
    QCOMPARE(m_window->currentPage(), u"accounts"_s);
}

void TestMainWindow::theListIsNarrowedAsBeforeAtTheNextStart()
{
    m_window->search(u"attempts>3"_s);
    QTest::mouseClick(find<widgets::TabStrip>("views")->button(u"retrying"_s), Qt::LeftButton);
    reopen();
    QCOMPARE(find<QLineEdit>("filterText")->text(), u"attempts>3"_s);
    QCOMPARE(find<widgets::TabStrip>("views")->current(), u"retrying"_s);
}

void TestMainWindow::f5ReadsThePageThatIsShown()
{
    m_window->showPage(u"accounts"_s);
    QSignalSpy read(m_session.get(), &ui::Session::banksChanged);
    QVERIFY(read.wait(patience)); // the next of its own comes half a second later
    press(Qt::Key_F5);
    QVERIFY(read.wait(300));
}

void TestMainWindow::readOnlyIsSaidInTheTopBar()
{
    reopen({.readOnly = true});
    QVERIFY(find<QAbstractButton>("connection")->accessibleName().contains("Read-only"_L1));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
