// SPDX-License-Identifier: GPL-3.0-or-later
// What holds the pages of the window together: settings, palette, panes, perspectives, first start, end.
#include "ui/activity/activitypage.h"
#include "ui/cases/casedesk.h"
#include "ui/connections/connectionspage.h"
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/storyactions.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/mainwindow/perspectives.h"
#include "ui/mainwindow/statusstrip.h"
#include "ui/mainwindow/topbar.h"
#include "ui/messages/messagespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/theme.h"
#include "ui/topics/topicspage.h"
#include "ui/welcome/tourstrip.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>

namespace ui {
namespace {

/// Keeps its place in the menu bar when its content gets wider or narrower: the bar looks at that only when it is set.
class MenuCorner final : public QWidget
{
protected:
    bool event(QEvent *event) override
    {
        const bool done = QWidget::event(event);
        auto *bar = qobject_cast<QMenuBar *>(parentWidget());
        if (event->type() == QEvent::LayoutRequest && bar)
            bar->setCornerWidget(this, Qt::TopRightCorner);
        return done;
    }
};

} // namespace

/// Each setting takes effect at once, wherever it was set.
void MainWindow::connectSettings()
{
    const auto setZone = [](bool local) {
        widgets::setDisplayZone(local ? QTimeZone::systemTimeZone() : QTimeZone::utc());
    };
    const auto showTimes = [this, setZone](bool local) {
        setZone(local);
        QEvent anew(QEvent::LanguageChange); // times are words of the screen
        QApplication::sendEvent(this, &anew);
    };
    connect(&m_settings, &Settings::languageChanged, this, [this](const QString &code) { m_language.use(code); });
    connect(&m_settings, &Settings::schemeChanged, &m_theme, &theme::Theme::setScheme);
    connect(&m_settings, &Settings::textScaleChanged, &m_theme, &theme::Theme::setTextScale);
    connect(&m_settings, &Settings::compactRowsChanged, &m_theme, &theme::Theme::setCompactRows);
    connect(&m_settings, &Settings::reducedMotionChanged, &m_theme, &theme::Theme::setReducedMotion);
    connect(&m_settings, &Settings::localTimesChanged, this, showTimes);
    for (const auto &[id, set] : {std::pair(ActionId::CompactRows, &Settings::setCompactRows),
                                  std::pair(ActionId::LocalTimes, &Settings::setLocalTimes)})
        connect(m_actions->get(id), &QAction::triggered, &m_settings, set);
    connect(&m_settings, &Settings::compactRowsChanged, m_actions->get(ActionId::CompactRows), &QAction::setChecked);
    connect(&m_settings, &Settings::localTimesChanged, m_actions->get(ActionId::LocalTimes), &QAction::setChecked);
    m_actions->get(ActionId::CompactRows)->setChecked(m_settings.compactRows());
    m_actions->get(ActionId::LocalTimes)->setChecked(m_settings.localTimes());
    m_theme.setCompactRows(m_settings.compactRows());
    m_theme.setReducedMotion(m_settings.reducedMotion());
    setZone(m_settings.localTimes()); // no page is there yet that would show it
}

/// Palette, panes, perspectives, tour.
void MainWindow::connectShell()
{
    m_palette = new CommandPalette(m_theme, m_topBar->searchField(), [this] { return actionSections(); });
    connect(m_palette, &CommandPalette::searchRequested, this, &MainWindow::search);
    m_panes.emplace(QList<QWidget *>{m_topBar, m_rail}, *m_stack);
    m_perspectives = new Perspectives(m_uiState, m_settings, m_theme, *m_actions, this);
    auto *corner = new MenuCorner; // room around the bar
    auto *cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(0, 2, 10, 2);
    cornerRow->addWidget(m_perspectives->bar());
    menuBar()->setCornerWidget(corner, Qt::TopRightCorner);
    connect(m_perspectives, &Perspectives::changed, this, &MainWindow::enterPerspective);
    connect(m_tour, &TourStrip::pageRequested, this, &MainWindow::showPage);
    const auto on = [this](ActionId id, auto act) { connect(m_actions->get(id), &QAction::triggered, this, act); };
    on(ActionId::NextPane, [this] { m_panes->step(1); });
    on(ActionId::PreviousPane, [this] { m_panes->step(-1); });
    on(ActionId::Guide, [this] { showPage(Pages::guideId); });
    on(ActionId::Tour, [this] { m_tour->begin(); });
    on(ActionId::Welcome, [this] { showWelcome(); });
}

/// Messages are saved as files, opened from them, and gone through event by event.
void MainWindow::connectCases()
{
    m_cases = new CaseDesk(m_session, m_theme, *this);
    connect(m_actions->get(ActionId::OpenCase), &QAction::triggered, m_cases, &CaseDesk::chooseAndOpen);
    connect(m_cases, &CaseDesk::told, this, [this](const QString &sentence, bool isBad) {
        m_notice->notify(isBad ? widgets::Banner::Tone::Bad : widgets::Banner::Tone::Good, sentence);
    });
}

void MainWindow::openCase(const QString &path)
{
    m_cases->open(path);
}

/// What is armed is told everywhere: rail, status bar, menu.
void MainWindow::connectFaults()
{
    FaultDesk &faults = m_session.faults();
    connect(&faults, &FaultDesk::armedChanged, this, &MainWindow::showFaults);
    connect(&faults, &FaultDesk::allowedChanged, this, &MainWindow::showFaults);
    connect(m_status, &StatusStrip::faultsClicked, this, [this] { showPage(Pages::faultLabId); });
    const auto on = [this](ActionId id, auto act) { connect(m_actions->get(id), &QAction::triggered, this, act); };
    on(ActionId::LabOn, [&faults](bool isOn) { faults.setOn(isOn); });
    on(ActionId::ArmFault, [this] { showPage(Pages::faultLabId); });
    on(ActionId::ClearFaults, [&faults] { faults.clear(); });
}

void MainWindow::showFaults()
{
    const FaultDesk &faults = m_session.faults();
    const int count = int(faults.armed().size());
    m_rail->item(Pages::faultLabId)
        ->setBadge(count > 0 ? QString::number(count) : QString(), widgets::NavItem::Badge::Armed);
    QAction *clear = m_actions->get(ActionId::ClearFaults);
    clear->setEnabled(count > 0);
    clear->setToolTip(count > 0 ? clear->statusTip() : tr("Nothing is armed."));
    QAction *lab = m_actions->get(ActionId::LabOn);
    const bool canSwitch = faults.isAllowed() || faults.bar() == FaultDesk::Bar::Off;
    lab->setEnabled(canSwitch);
    lab->setToolTip(canSwitch ? lab->statusTip() : faults.whyNot());
    lab->setChecked(faults.isOn());
}

QList<ActionSection> MainWindow::actionSections() const
{
    return {{tr("Pages"), m_menus->pageActions()},
            {tr("Message"), m_pages->messages()->messageActions()},
            {tr("Topic"), m_pages->topics()->topicActions()},
            {tr("Scenario"), m_pages->faultLab()->scenarios().actions().all()},
            {tr("Story"), m_pages->faultLab()->scenarios().stories().all()},
            {tr("Window"), m_actions->all()},
            {tr("Language"), m_menus->languageActions()}};
}

void MainWindow::enterPerspective(const QString &page)
{
    m_rail->setVisible(!m_perspectives->isPresent());
    showPage(page);
}

void MainWindow::showWelcome()
{
    if (!m_welcome)
        m_welcome = createWelcome();
    m_menus->setWelcoming(true);
    m_perspectives->bar()->hide();
    m_palette->dismiss();
    m_status->setPageText({});
    m_outer->setCurrentWidget(m_welcome);
    m_welcome->focusStart();
}

void MainWindow::hideWelcome()
{
    m_menus->setWelcoming(false);
    m_perspectives->bar()->show();
    m_outer->setCurrentIndex(0);
    goTo(m_page);
}

void MainWindow::choosePerspective(const QString &id)
{
    m_perspectives->bar()->setCurrent(id);
}

void MainWindow::showPalette()
{
    m_topBar->focusSearch();
}

void MainWindow::leaveWelcome(bool ownBanks, bool tour)
{
    m_settings.setWelcomed(true);
    hideWelcome();
    if (ownBanks) {
        showPage(Pages::connectionsId);
        return m_pages->connections()->addBank();
    }
    if (tour)
        m_tour->begin();
}

/// The filter of the page that is shown; a page without one gives way to the messages.
void MainWindow::filterPage()
{
    const QWidget *page = m_stack->currentWidget();
    auto *box = page ? page->findChild<widgets::SearchBox *>() : nullptr;
    if (currentPage() != Pages::messagesId && box && box->isVisible())
        return box->setFocus(Qt::ShortcutFocusReason);
    showPage(Pages::messagesId);
    m_pages->messages()->focusFilter();
}

/// What was sent is safe with the coordinator; what was not sent yet would never be.
bool MainWindow::mayClose()
{
    const TransferProgress progress = m_session.transferProgress();
    const int unsent = progress.ordered - progress.requested;
    if (!progress.running || unsent <= 0)
        return true;
    widgets::ConfirmDialog dialog(
        m_theme,
        {tr("Close while %n transfer(s) are not sent yet?", nullptr, unsent),
         tr("%1 of %2 were sent: the coordinator keeps them, and goes on with them at the next start. The others are "
            "not sent.")
             .arg(widgets::formatCount(progress.requested), widgets::formatCount(progress.ordered)),
         tr("Close")},
        this);
    return dialog.exec() == QDialog::Accepted;
}

WelcomePage *MainWindow::createWelcome()
{
    QList<ViewGroup::LanguageChoice> languages;
    for (const Language::Info &language : Language::available())
        languages.append({language.code, language.name});
    auto *welcome = new WelcomePage(m_settings, m_theme, m_session.dataDir(), languages, Language::ofSystem());
    connect(welcome, &WelcomePage::started, this, &MainWindow::leaveWelcome);
    m_outer->addWidget(welcome);
    return welcome;
}

} // namespace ui
