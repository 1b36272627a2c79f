// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/connections/connectionspage.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/enginebanner.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/perspectives.h"
#include "ui/mainwindow/statusstrip.h"
#include "ui/mainwindow/topbar.h"
#include "ui/messages/messagespage.h"
#include "ui/overview/alertwords.h"
#include "ui/overview/overviewpage.h"
#include "ui/session/connections.h"
#include "ui/session/lookout.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/welcome/tourstrip.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/noticeline.h"

#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int logoSize = 16;

} // namespace

MainWindow::MainWindow(Session &session, theme::Theme &theme, Settings &settings, Language &language)
    : m_session(session)
    , m_theme(theme)
    , m_settings(settings)
    , m_language(language)
    , m_actions(new Actions(theme, this))
    , m_menus(new Menus(*menuBar(), *m_actions, this))
    , m_uiState(*this, settings)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(theme.icon(u"logo"_s, &theme::Tokens::accentFill));
    dressMenuBar();
    setCentralWidget(createCenter());
    fillRail();
    addActions(m_actions->all());
    connectPages();
    connectAlerts();
    connectBars();
    connectActions();
    connectViewActions();
    connectShell();
    connectCases();
    connectFaults();
    connectSettings();
    resize(firstSize(screen()->availableSize()));
    retranslate();
    applyHealth();
    applyConnection();
    m_perspectives->restore();
    m_rail->setVisible(!m_perspectives->isPresent());
    showPage(m_pages->find(settings.page()) ? settings.page() : Pages::overviewId);
}

MainWindow::~MainWindow() = default;

/// Where not even the smallest window finds room, nothing is gained by a smaller one.
QSize MainWindow::firstSize(QSize screen)
{
    constexpr QSize wanted{1440, 900};
    constexpr QSize smallest{1100, 700};
    constexpr QSize frame{16, 48}; // title and borders; how large they are is not known before the window is shown
    const QSize room = screen - frame;
    return wanted.boundedTo(room.expandedTo(smallest) == room ? room : wanted);
}

void MainWindow::dressMenuBar()
{
    auto *logo = new QLabel;
    logo->setContentsMargins(12, 0, 4, 0);
    menuBar()->setCornerWidget(logo, Qt::TopLeftCorner);
    const auto dress = [this, logo] {
        logo->setPixmap(theme::iconPixmap(u"logo"_s, m_theme.tokens().accentFill, logoSize, devicePixelRatioF()));
    };
    connect(&m_theme, &theme::Theme::changed, logo, dress);
    dress();
}

QWidget *MainWindow::createCenter()
{
    m_topBar = new TopBar(m_theme);
    m_topBar->setMenus(m_menus->engineMenu(), m_menus->languageMenu());
    m_rail = new widgets::NavRail(m_theme);
    m_rail->setObjectName(u"rail"_s);
    m_engineBanner = new EngineBanner(m_session, m_theme);
    m_notice = new widgets::NoticeLine(m_theme);
    m_notice->hide();
    m_stack = new PageStack;
    m_status = new StatusStrip(m_theme, m_session);
    m_pages = new Pages(m_session, m_settings, m_theme, m_stack);
    m_tour = new TourStrip(m_settings, m_theme);
    m_outer = new QStackedWidget;
    m_outer->addWidget(createFrame());
    auto *center = new QWidget;
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_outer, 1);
    column->addWidget(m_status);
    return center;
}

/// All but the status bar, which stays under the welcome page too.
QWidget *MainWindow::createFrame()
{
    auto *pageColumn = new QVBoxLayout;
    pageColumn->setSpacing(0);
    pageColumn->addWidget(m_engineBanner);
    pageColumn->addWidget(m_notice);
    pageColumn->addWidget(PageStack::framed(m_stack), 1);
    pageColumn->addWidget(m_tour);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(pageColumn, 1);
    auto *frame = new QWidget;
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(middle, 1);
    return frame;
}

void MainWindow::fillRail()
{
    QList<Menus::PageEntry> entries;
    for (const Pages::Page &page : m_pages->all()) {
        if (page.place == Pages::Place::Present)
            continue;
        m_rail->addPage(page.id, page.icon, m_pages->title(page),
                        page.place == Pages::Place::Foot ? widgets::NavRail::Place::Foot
                                                         : widgets::NavRail::Place::Top);
        entries.append({page.id, m_theme.icon(page.icon), m_pages->title(page)});
    }
    m_menus->setPages(entries);
    addActions(m_menus->pageActions());
}

void MainWindow::connectPages()
{
    connect(m_pages, &Pages::made, this, &MainWindow::takePage);
    connect(m_pages, &Pages::statusChanged, this, [this](const QString &id, const QString &text) {
        if (id == currentPage() && m_outer->currentIndex() == 0)
            m_status->setPageText(text);
    });
    connect(&m_session, &Session::healthChanged, this, &MainWindow::applyHealth);
    connect(&m_session, &Session::engineChanged, this, &MainWindow::applyHealth);
    connect(&m_session, &Session::storeOpened, this, &MainWindow::refreshAll);
    connect(&m_session, &Session::storeSwitchEnded, this, &MainWindow::tellSwitch);
    connect(&m_session.connections(), &Connections::changed, this, [this] {
        m_settings.setConnections(m_session.connections().settings());
        applyConnection();
    });
}

void MainWindow::connectAlerts()
{
    Alerts &alerts = m_session.lookout().alerts();
    alerts.setWords(alertWords);
    alerts.setRules(m_settings.alertRules());
    connect(&alerts, &Alerts::rulesChanged, this, [this, &alerts] { m_settings.setAlertRules(alerts.rules()); });
    connect(&alerts, &Alerts::changed, this, [this, &alerts] { m_topBar->setAlerts(alerts.openCount()); });
    connect(m_topBar, &TopBar::alertsWanted, this, [this] {
        showPage(Pages::overviewId);
        m_pages->overview()->showAlerts();
    });
}

void MainWindow::connectBars()
{
    connect(m_rail, &widgets::NavRail::currentChanged, this, &MainWindow::showPage);
    connect(m_menus, &Menus::pageChosen, this, &MainWindow::showPage);
    connect(m_menus, &Menus::languageChosen, &m_settings, &Settings::setLanguage);
    connect(m_topBar, &TopBar::themeToggled, this, &MainWindow::toggleTheme);
    connect(m_status, &StatusStrip::moneyClicked, this, [this] { showPage(Pages::proofId); });
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Pages::Page &page : m_pages->all()) {
        if (page.place != Pages::Place::Present)
            ids.append(page.id);
    }
    return ids;
}

QString MainWindow::currentPage() const
{
    return m_page;
}

void MainWindow::showPage(const QString &id)
{
    if (m_outer->currentIndex() > 0)
        hideWelcome();
    m_palette->dismiss();
    m_history.visit(id);
    goTo(id);
}

void MainWindow::goTo(const QString &id)
{
    const Pages::Page *page = m_pages->find(id);
    if (!page)
        return;
    m_page = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(m_pages->widget(id));
    m_status->setPageText(page->status);
    m_settings.setPage(id);
    for (QAction *action : m_menus->pageActions())
        action->setChecked(action->data().toString() == id);
    m_actions->get(ActionId::GoBack)->setEnabled(m_history.canGoBack());
    m_actions->get(ActionId::GoForward)->setEnabled(m_history.canGoForward());
    showTitle();
}

void MainWindow::refreshPage()
{
    if (const Pages::Page *page = m_pages->find(currentPage()); page && page->refresh)
        page->refresh();
}

void MainWindow::showTitle()
{
    if (const Pages::Page *page = m_pages->find(currentPage()))
        setWindowTitle(tr("%1 – Checkback", "title of the window: name of the page").arg(m_pages->title(*page)));
}

void MainWindow::showMessage(const QByteArray &gid)
{
    showPage(Pages::messagesId);
    m_pages->messages()->showMessage(gid);
}

void MainWindow::search(const QString &text)
{
    showPage(Pages::messagesId);
    m_pages->messages()->setFilterText(text);
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::applyHealth()
{
    m_topBar->setHealth(m_session.health());
}

/// What the pages show may be of another store.
void MainWindow::refreshAll()
{
    for (const Pages::Page &page : m_pages->all()) {
        if (page.refresh && page.id != Pages::connectionsId) // its refresh is a test
            page.refresh();
    }
}

void MainWindow::tellSwitch(const QString &problem)
{
    const QString label = Connections::labelOf(m_session.connections().engine());
    if (problem.isEmpty())
        return m_notice->notify(widgets::Banner::Tone::Good, tr("The engine works with the store “%1”.").arg(label));
    constexpr int readableMs = 20'000;
    m_notice->notify(widgets::Banner::Tone::Bad,
                     tr("The engine went back to the store “%1”: %2").arg(label, widgets::coreWords(problem)),
                     readableMs);
}

/// The engine's connection colours the top bar and says what may be changed.
void MainWindow::applyConnection()
{
    Connection engine = m_session.connections().engine();
    if (m_session.readOnly())
        engine.safety = Connection::Safety::ReadOnly;
    m_topBar->setConnection(engine);
    m_status->setConnection(engine);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_menus->retranslate();
    m_menus->setCurrentLanguage(m_settings.language());
    m_topBar->retranslate();
    m_status->retranslate();
    m_engineBanner->retranslate();
    m_tour->retranslate();
    m_perspectives->retranslate();
    menuBar()->setCornerWidget(menuBar()->cornerWidget(Qt::TopRightCorner), Qt::TopRightCorner); // in its new width
    for (const Pages::Page &page : m_pages->all()) {
        if (widgets::NavItem *item = m_rail->item(page.id))
            item->setText(m_pages->title(page));
        m_menus->setPageTitle(page.id, m_pages->title(page));
    }
    m_rail->setAccessibleName(tr("Pages"));
    applyHealth();
    applyConnection();
    showFaults();
    showTitle();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose())
        return event->ignore();
    m_uiState.save();
    event->accept();
}

/// The first frame does not wait for pages that it does not show.
void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        QTimer::singleShot(0, this, &MainWindow::makePages);
}

/// The verdict on the money in the status bar needs the banks to be read.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_watching, true))
        m_session.watchBanks(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (std::exchange(m_watching, false))
        m_session.watchBanks(false);
}

} // namespace ui
