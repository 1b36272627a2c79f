// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountpager.h"
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/banktabs.h"
#include "ui/accounts/barriercard.h"
#include "ui/accounts/barriermodel.h"
#include "ui/accounts/figuressql.h"
#include "ui/accounts/sqldialog.h"
#include "ui/accounts/totalsline.h"
#include "ui/connections/passwordrequest.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/legend.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/totalplot.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int accountRowHeight = 38;
constexpr int tickMs = 500; // ages in seconds, and the end of a tint
constexpr int accountsShare = 30; // of the width, in percent

bool wasRead(const BankPage &page)
{
    return page.readAt != core::TimePoint();
}

} // namespace

AccountsPage::AccountsPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_banks(new BankTabs(theme))
    , m_addBank(new widgets::Button(theme, widgets::Button::Kind::Quiet, {}))
    , m_newTransfer(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_silence(new widgets::Banner(theme))
    , m_totals(new TotalsLine(theme))
    , m_accounts(new AccountsModel(this))
    , m_accountTable(new QTableView)
    , m_accountsEmpty(new widgets::EmptyState(theme))
    , m_accountFaces(new QStackedWidget)
    , m_pager(new AccountPager(theme))
    , m_accountCard(new widgets::Card)
    , m_plot(new widgets::TotalPlot(theme))
    , m_legend(new widgets::Legend(theme))
    , m_plotCard(new widgets::Card)
    , m_barriers(new BarrierCard(session, theme))
{
    m_banks->setBanks(session.banks());
    auto *grid = new QGridLayout;
    grid->setContentsMargins(24, gap, 24, 20);
    grid->setSpacing(gap);
    auto *totalsCard = new widgets::Card;
    totalsCard->body()->addWidget(m_totals);
    grid->addWidget(m_silence, 0, 0, 1, 2);
    grid->addWidget(totalsCard, 1, 0, 1, 2);
    grid->addWidget(createAccounts(), 2, 0, 2, 1);
    grid->addWidget(createPlot(), 2, 1);
    grid->addWidget(m_barriers, 3, 1);
    grid->setColumnStretch(0, accountsShare);
    grid->setColumnStretch(1, 100 - accountsShare);
    grid->setRowStretch(2, 1);
    grid->setRowStretch(3, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHead());
    column->addLayout(grid, 1);
    m_silence->setObjectName(u"silence"_s);
    m_silence->hide();
    connectParts();
    retranslate();
}

AccountsPage::~AccountsPage()
{
    watch(false);
}

QWidget *AccountsPage::createHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 0);
    auto *tabs = new QScrollArea;
    tabs->setWidget(m_banks);
    tabs->setWidgetResizable(true);
    tabs->setFocusPolicy(Qt::NoFocus);
    tabs->setFrameShape(QFrame::NoFrame);
    tabs->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tabs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fitTabs = [this, tabs] { tabs->setFixedHeight(m_banks->sizeHint().height()); };
    connect(&m_theme, &theme::Theme::changed, tabs, fitTabs);
    fitTabs();
    connect(m_banks, &BankTabs::currentChanged, tabs,
            [this, tabs](const QString &id) { tabs->ensureWidgetVisible(m_banks->button(id)); });
    row->addWidget(tabs, 1);
    row->addWidget(m_addBank);
    row->addWidget(m_newTransfer);
    m_addBank->setObjectName(u"addBank"_s);
    m_addBank->setIconName(u"plus"_s);
    m_banks->setObjectName(u"bankTabs"_s);
    m_newTransfer->setObjectName(u"newTransfer"_s);
    m_newTransfer->setIconName(u"transfer"_s);
    m_newTransfer->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_N));
    auto *line = new QFrame;
    line->setProperty("line", true);
    line->setFixedHeight(1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(line);
    return head;
}

QWidget *AccountsPage::createAccounts()
{
    using Column = AccountsModel::Column;
    m_accountTable->setObjectName(u"accounts"_s);
    m_accountsEmpty->setObjectName(u"accountsEmpty"_s);
    widgets::setUpTable(*m_accountTable, m_theme, accountRowHeight);
    m_accountTable->setModel(m_accounts);
    m_accountTable->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *money = new widgets::MoneyDelegate(m_theme, m_clock, m_accountTable);
    m_accountTable->setItemDelegateForColumn(int(Column::Balance), money);
    m_accountTable->setItemDelegateForColumn(int(Column::Trading), money);
    m_accountTable->setItemDelegateForColumn(int(Column::Changed),
                                             new widgets::RelativeTimeDelegate(m_theme, m_clock, m_accountTable));
    m_accountTable->horizontalHeader()->setSectionResizeMode(int(Column::Balance), QHeaderView::Stretch);
    new widgets::ViewTicker(*m_accountTable, tickMs);
    m_accountFaces->addWidget(m_accountTable);
    m_accountFaces->addWidget(m_accountsEmpty);
    m_accountCard->body()->addWidget(m_accountFaces, 1);
    m_accountCard->body()->addWidget(m_pager);
    m_accountCard->setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    return m_accountCard;
}

QWidget *AccountsPage::createPlot()
{
    m_plot->setObjectName(u"totalPlot"_s);
    m_plotCard->addHeaderWidget(m_legend);
    m_plotCard->body()->setContentsMargins(gap, 0, gap, gap / 2);
    m_plotCard->body()->addWidget(m_plot);
    return m_plotCard;
}

void AccountsPage::connectParts()
{
    connect(&m_session, &Session::banksChanged, this, &AccountsPage::take);
    connect(&m_theme, &theme::Theme::changed, this, &AccountsPage::setAccountWidths);
    connect(m_banks, &BankTabs::currentChanged, this, &AccountsPage::chooseBank);
    connect(m_newTransfer, &QAbstractButton::clicked, this, &AccountsPage::openTransfer);
    connect(m_barriers, &BarrierCard::openMessage, this, &AccountsPage::openMessage);
    connect(m_barriers, &BarrierCard::retryWanted, this, [this] { m_session.readBanks(); });
    connect(m_barriers, &BarrierCard::sqlWanted, this,
            [this] { SqlDialog(m_theme, figuresSql(m_session, m_banks->bank(), chosenUser()), this).exec(); });
    connect(m_accountTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        takeBarriers();
        showStatus();
    });
    connect(m_accountsEmpty, &widgets::EmptyState::actionRequested, this, &AccountsPage::actOnFace);
    connect(m_addBank, &QAbstractButton::clicked, this, &AccountsPage::addBank);
    connect(m_pager, &AccountPager::pageRequested, this,
            [this](int afterUser) { m_session.showAccounts(m_banks->bank(), afterUser); });
    connect(m_pager, &AccountPager::userRequested, this, &AccountsPage::selectUser);
}

void AccountsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch(true);
    take();
}

void AccountsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch(false);
}

void AccountsPage::watch(bool on)
{
    if (std::exchange(m_watching, on) == on)
        return;
    m_session.watchBanks(on);
    m_session.showBank(on ? m_banks->bank() : -1);
}

void AccountsPage::refresh()
{
    m_session.readBanks(m_banks->bank());
}

BankInfo AccountsPage::info() const
{
    return m_session.banks().value(m_banks->bank());
}

void AccountsPage::take()
{
    const QList<BankInfo> banks = m_session.banks();
    m_banks->setBanks(banks);
    const BankInfo shown = info();
    m_barriers->setBankNames({banks.value(shown.sender).name, banks.value(shown.receiver).name});
    m_totals->show(m_session.totals(m_banks->bank()), banks.value(shown.sender).name, banks.value(shown.receiver).name);
    takeAccounts();
    takePlot();
    takeBarriers();
    showStatus();
}

void AccountsPage::takeAccounts()
{
    const int user = m_wantedUser > 0 ? m_wantedUser : chosenUser();
    const BankPage page = m_session.bank(m_banks->bank());
    m_accounts->show(page);
    m_pager->show(page);
    if (!m_accountTable->currentIndex().isValid() && m_accounts->hasAccounts()) {
        const QModelIndex same = m_accounts->indexOf(user);
        if (same.isValid() || m_wantedUser == 0 || page.firstAfter == m_wantedUser - 1)
            m_accountTable->setCurrentIndex(same.isValid() ? same : m_accounts->index(0, 0));
        if (m_accountTable->currentIndex().isValid())
            m_wantedUser = 0;
    }
    showFace();
}

void AccountsPage::takePlot()
{
    QList<widgets::TotalSample> samples;
    for (const TotalSample &sample : m_session.totalHistory(m_banks->bank()))
        samples << widgets::TotalSample{sample.at, sample.balances, sample.inFlight};
    const BankTotals totals = m_session.totals(m_banks->bank());
    m_plot->setExpected(totals.known && totals.isPair ? std::optional(totals.expected) : std::nullopt);
    m_plot->setSamples(samples);
    m_legend->setEntries(m_plot->legend());
    m_plotCard->setSubtitle(samples.isEmpty() ? QString()
                                              //: the time at which a chart begins
                                              : tr("since %1").arg(widgets::formatTimeOfDay(samples.first().at)));
}

void AccountsPage::takeBarriers()
{
    const int user = chosenUser();
    const BankInfo shown = info();
    m_session.showUser(m_banks->bank(), user);
    if (m_session.bank(m_banks->bank()).barrierUser != user && user != 0)
        return; // they are on their way
    const BankPage sender = m_session.bank(shown.sender);
    const BankPage receiver = m_session.bank(shown.receiver);
    const QString problem = sender.problem.isEmpty() ? receiver.problem : sender.problem;
    const bool isRead = wasRead(sender) && (shown.receiver < 0 || wasRead(receiver));
    if (!isRead && problem.isEmpty() && !sender.needsPassword && !receiver.needsPassword)
        return m_barriers->showReading();
    const auto rows = barrierRowsOf(shown.isSender ? 0 : 1, user, sender.barrierRows, receiver.barrierRows);
    m_barriers->show(rows, user, isRead || !problem.isEmpty() ? problem : tr("A password is needed"));
}

void AccountsPage::chooseBank()
{
    m_accountTable->setCurrentIndex({});
    m_pager->reset();
    if (m_watching)
        m_session.showBank(m_banks->bank());
    take();
}

void AccountsPage::showFace()
{
    const BankPage page = m_session.bank(m_banks->bank());
    const bool isReadable = page.problem.isEmpty();
    showSilence(page);
    m_accountFaces->setCurrentIndex(isReadable && m_accounts->hasAccounts() ? 0 : 1);
    if (page.needsPassword) {
        m_accountFaces->setCurrentIndex(1);
        return m_accountsEmpty->showEmpty(tr("A password is needed"),
                                          tr("It is not in the keychain of this computer, or may not be read there."),
                                          tr("Enter Password…"));
    }
    if (!isReadable)
        return m_accountsEmpty->showUnreachable(page.problem);
    if (!wasRead(page))
        return m_accountsEmpty->showLoading(tr("Reading accounts…"));
    m_accountsEmpty->showEmpty(tr("No accounts"), tr("The table user_account of this bank is empty."));
}

/// A server that hangs: since when, and how old what is shown is.
void AccountsPage::showSilence(const BankPage &page)
{
    m_silence->setVisible(page.waitingSince.has_value());
    if (!page.waitingSince)
        return;
    const QString waited = widgets::formatAge(m_clock.now() - *page.waitingSince);
    const QString shown = wasRead(page)
        ? tr("What is shown was read at %1; it is tried again by itself.").arg(widgets::formatTimeOfDay(page.readAt))
        : tr("Nothing was read so far; it is tried again by itself.");
    m_silence->setContent(widgets::Banner::Tone::Bad, tr("No answer from %1 for %2.").arg(info().place, waited), shown);
}

void AccountsPage::actOnFace()
{
    if (m_session.bank(m_banks->bank()).needsPassword)
        return void(requestPassword(m_session, m_theme, info().connectionId, this));
    refresh();
}

/// A user on another page is chosen once that page is there: it begins with the first one that is not below.
void AccountsPage::selectUser(int userId)
{
    const QModelIndex shown = m_accounts->indexOf(userId);
    if (!shown.isValid()) {
        m_wantedUser = userId;
        m_accountTable->setCurrentIndex({});
        return;
    }
    m_accountTable->setCurrentIndex(shown);
    m_accountTable->scrollTo(shown);
    m_accountTable->setFocus();
}

void AccountsPage::showStatus()
{
    const BankPage page = m_session.bank(m_banks->bank());
    if (!page.problem.isEmpty() || !wasRead(page))
        return emit statusTextChanged({}); // how many there are is not known
    QString text = tr("%n account(s)", nullptr, int(page.accountsInAll));
    if (const int user = chosenUser(); user > 0)
        text += u" · "_s + tr("user %1 selected").arg(user);
    emit statusTextChanged(text);
}

int AccountsPage::chosenUser() const
{
    const QModelIndex current = m_accountTable->currentIndex();
    return current.isValid() ? current.data(AccountsModel::UserRole).toInt() : 0;
}

void AccountsPage::setAccountWidths()
{
    using Column = AccountsModel::Column;
    m_accountCard->setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    widgets::fitColumn(*m_accountTable, int(Column::User), {u"000000"_s});
    widgets::fitColumn(*m_accountTable, int(Column::Trading), {u"00,000.00"_s});
    widgets::fitColumn(*m_accountTable, int(Column::Changed), {widgets::formatAge(std::chrono::minutes(59))});
}

void AccountsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AccountsPage::retranslate()
{
    m_banks->setAccessibleName(tr("Banks"));
    m_newTransfer->setText(tr("New Transfer"));
    m_addBank->setText(tr("Add Bank"));
    m_pager->retranslate();
    m_accountCard->setTitle(tr("Accounts"));
    m_accountCard->setSubtitle(tr("tinted: changed in the last 5 s"));
    m_accountTable->setAccessibleName(tr("Accounts"));
    m_plotCard->setTitle(tr("Total over time"));
    m_plot->setAccessibleName(tr("Total of both banks over time"));
    m_accounts->retranslate();
    m_barriers->retranslate();
    setAccountWidths();
    take();
}

} // namespace ui
