// SPDX-License-Identifier: GPL-3.0-or-later
// What the window and its pages have to say to each other, from when a page is made.
#include "ui/accounts/accountspage.h"
#include "ui/activity/activitypage.h"
#include "ui/cases/casedesk.h"
#include "ui/connections/connectionspage.h"
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/storyactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/messages/messagespage.h"
#include "ui/moments/recordingmoments.h"
#include "ui/overview/overviewpage.h"
#include "ui/present/presentpage.h"
#include "ui/proof/proofpage.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingspage.h"
#include "ui/timetravel/timetravelwindow.h"
#include "ui/transfer/transferpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/noticeline.h"

#include <QTimer>

namespace ui {

/// A page that is made belongs to the window from then on.
void MainWindow::takePage(const QString &id)
{
    QWidget *page = m_pages->widget(id);
    m_stack->addWidget(page);
    if (id == Pages::overviewId)
        takeOverview();
    else if (id == Pages::messagesId)
        takeMessages();
    else if (id == Pages::accountsId)
        takeAccounts();
    else if (id == Pages::transferId)
        takeTransfer();
    else if (id == Pages::faultLabId)
        takeFaultLab();
    else if (id == Pages::proofId)
        takeProof();
    else if (id == Pages::presentId)
        takePresent();
    else if (id == Pages::activityId)
        connect(m_pages->activity(), &ActivityPage::openMessage, this, &MainWindow::showMessage);
    else if (id == Pages::settingsId)
        connect(m_pages->settings(), &SettingsPage::alertRulesRequested, this,
                [this] { m_pages->overview()->changeRules(); });
    m_uiState.restorePart(*page);
}

/// One in each turn, so that nobody waits for all.
void MainWindow::makePages()
{
    if (m_pages->makeNext())
        QTimer::singleShot(0, this, &MainWindow::makePages);
}

void MainWindow::takeOverview()
{
    const OverviewPage *page = m_pages->overview();
    connect(page, &OverviewPage::openMessages, this, &MainWindow::search);
    connect(page, &OverviewPage::openAccounts, this, [this] { showPage(Pages::accountsId); });
    connect(page, &OverviewPage::openTransfer, this, [this] { showPage(Pages::transferId); });
}

void MainWindow::takeMessages()
{
    MessagesPage *page = m_pages->messages();
    page->setSavedViews(m_settings.messageViews());
    page->setNarrowing(m_settings.messageList());
    m_menus->setMessageActions(page->messageActions());
    connect(page, &MessagesPage::narrowingChanged, this,
            [this, page] { m_settings.setMessageList(page->narrowing()); });
    connect(page, &MessagesPage::savedViewsChanged, this,
            [this, page] { m_settings.setMessageViews(page->savedViews()); });
    connect(page, &MessagesPage::told, this, [this](const QString &sentence, bool isBad) {
        m_notice->notify(isBad ? widgets::Banner::Tone::Bad : widgets::Banner::Tone::Info, sentence);
    });
    connect(page, &MessagesPage::openTransfer, this, [this] { showPage(Pages::transferId); });
    connect(page, &MessagesPage::transferRequested, this, [this](const TransferOrder &order) {
        showPage(Pages::transferId);
        m_pages->transfer()->fillIn(order);
    });
    connect(page, &MessagesPage::saveCaseRequested, m_cases, &CaseDesk::save);
    connect(page, &MessagesPage::whatHappenedRequested, m_cases, &CaseDesk::showWhatHappened);
}

/// A run that was recorded is gone through in a window of its own. What plays a scenario shows where it is played,
/// unless it is told on the page for those who look on.
void MainWindow::takeFaultLab()
{
    const ScenarioLab &lab = m_pages->faultLab()->scenarios();
    const ScenarioActions &orders = lab.actions();
    m_menus->setScenarioActions({orders.run(), orders.scene(), orders.line(), orders.stop(), nullptr, orders.runAll(),
                                 orders.record(), nullptr, orders.openFile()},
                                lab.stories().all());
    connect(&lab.stories(), &StoryActions::added, m_menus, &Menus::addStory);
    connect(&lab.stories(), &StoryActions::wanted, this, &MainWindow::playStory);
    for (const QAction *order : {orders.run(), orders.scene(), orders.line(), orders.runAll(), orders.openFile()})
        connect(order, &QAction::triggered, this, [this] {
            if (currentPage() != Pages::presentId)
                showPage(Pages::faultLabId);
        });
    connect(m_pages->faultLab(), &FaultLabPage::openMessage, this, &MainWindow::showMessage);
    connect(&m_pages->faultLab()->scenarios(), &ScenarioLab::happeningsWanted, this,
            [this](const core::faults::Recording &recording) {
                TimeTravelWindow::open(
                    m_theme, [recording] { return momentsOf(recording); }, this);
            });
}

void MainWindow::playStory(int index)
{
    if (currentPage() == Pages::presentId)
        return m_pages->present()->tell(index);
    showPage(Pages::faultLabId);
    ScenarioPlayer &player = m_pages->faultLab()->scenarios().player();
    player.choose(index);
    player.play();
}

/// The player belongs to the fault lab, which is made when a story is wanted first.
void MainWindow::takePresent()
{
    m_pages->present()->setStories([this]() -> ScenarioPlayer & { return m_pages->faultLab()->scenarios().player(); });
}

void MainWindow::takeAccounts()
{
    const AccountsPage *page = m_pages->accounts();
    connect(page, &AccountsPage::openTransfer, this, [this] { showPage(Pages::transferId); });
    connect(page, &AccountsPage::openMessage, this, &MainWindow::showMessage);
    connect(page, &AccountsPage::addBank, this, [this] {
        showPage(Pages::connectionsId);
        m_pages->connections()->addBank();
    });
}

void MainWindow::takeTransfer()
{
    const TransferPage *page = m_pages->transfer();
    connect(page, &TransferPage::openMessage, this, &MainWindow::showMessage);
    connect(page, &TransferPage::openMessages, this, [this] { search({}); });
    connect(page, &TransferPage::openProof, this, [this] { showPage(Pages::proofId); });
}

void MainWindow::takeProof()
{
    const ProofPage *page = m_pages->proof();
    connect(page, &ProofPage::openMessage, this, &MainWindow::showMessage);
    connect(page, &ProofPage::openConnections, this, [this] { showPage(Pages::connectionsId); });
    connect(page, &ProofPage::told, this, [this](const QString &sentence, bool isBad) {
        m_notice->notify(isBad ? widgets::Banner::Tone::Bad : widgets::Banner::Tone::Good, sentence);
    });
}

} // namespace ui
