// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/banktabs.h"
#include "ui/accounts/barriermodel.h"
#include "ui/accounts/totalsline.h"
#include "ui/theme/theme.h"
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

QStringList bankNames(const QList<BankInfo> &banks)
{
    QStringList names;
    for (const BankInfo &bank : banks)
        names << bank.name;
    return names;
}

} // namespace

AccountsPage::AccountsPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(session)
    , m_banks(new BankTabs(theme))
    , m_newTransfer(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_totals(new TotalsLine(theme))
    , m_accounts(new AccountsModel(this))
    , m_accountTable(new QTableView)
    , m_accountsEmpty(new widgets::EmptyState(theme))
    , m_accountFaces(new QStackedWidget)
    , m_accountCard(new widgets::Card)
    , m_plot(new widgets::TotalPlot(theme))
    , m_legend(new widgets::Legend(theme))
    , m_plotCard(new widgets::Card)
    , m_barriers(new BarrierModel(bankNames(session.banks()), this))
    , m_barrierTable(new QTableView)
    , m_barriersEmpty(new widgets::EmptyState(theme))
    , m_barrierFaces(new QStackedWidget)
    , m_barrierCard(new widgets::Card)
    , m_openMessage(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    m_banks->setBanks(session.banks());
    auto *grid = new QGridLayout;
    grid->setContentsMargins(24, gap, 24, 20);
    grid->setSpacing(gap);
    auto *totalsCard = new widgets::Card;
    totalsCard->body()->addWidget(m_totals);
    grid->addWidget(totalsCard, 0, 0, 1, 2);
    grid->addWidget(createAccounts(), 1, 0, 2, 1);
    grid->addWidget(createPlot(), 1, 1);
    grid->addWidget(createBarriers(), 2, 1);
    grid->setColumnStretch(0, accountsShare);
    grid->setColumnStretch(1, 100 - accountsShare);
    grid->setRowStretch(1, 1);
    grid->setRowStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHead());
    column->addLayout(grid, 1);
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
    row->addWidget(m_banks);
    row->addStretch();
    row->addWidget(m_newTransfer);
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
    m_accountCard->body()->addWidget(m_accountFaces);
    m_accountCard->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
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

QWidget *AccountsPage::createBarriers()
{
    using Column = BarrierModel::Column;
    m_barrierTable->setObjectName(u"barriers"_s);
    m_openMessage->setObjectName(u"openMessage"_s);
    m_openMessage->setIconName(u"external"_s);
    widgets::setUpTable(*m_barrierTable, m_theme);
    m_barrierTable->setModel(m_barriers);
    m_barrierTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_barrierTable->setItemDelegateForColumn(int(Column::Bank), new widgets::BankDelegate(m_theme, m_barrierTable));
    auto *mono = new widgets::GidDelegate(m_theme, m_barrierTable); // what has eight characters or fewer it shows whole
    for (const Column column : {Column::Message, Column::Branch, Column::Op, Column::Barrier, Column::Reason})
        m_barrierTable->setItemDelegateForColumn(int(column), mono);
    m_barrierTable->horizontalHeader()->setSectionResizeMode(int(Column::Means), QHeaderView::Stretch);
    m_barrierFaces->addWidget(m_barrierTable);
    m_barrierFaces->addWidget(m_barriersEmpty);
    m_barrierCard->addHeaderWidget(m_openMessage);
    m_barrierCard->body()->addWidget(m_barrierFaces);
    return m_barrierCard;
}

void AccountsPage::connectParts()
{
    connect(&m_session, &Session::banksChanged, this, &AccountsPage::take);
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        setAccountWidths();
        setBarrierWidths();
    });
    connect(m_banks, &BankTabs::currentChanged, this, &AccountsPage::chooseBank);
    connect(m_newTransfer, &QAbstractButton::clicked, this, &AccountsPage::openTransfer);
    connect(m_openMessage, &QAbstractButton::clicked, this, &AccountsPage::openBarrierMessage);
    connect(m_barrierTable, &QTableView::activated, this, &AccountsPage::openBarrierMessage);
    connect(m_accountTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        takeBarriers();
        showStatus();
    });
    connect(m_accountsEmpty, &widgets::EmptyState::actionRequested, this, &AccountsPage::refresh);
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
    if (std::exchange(m_watching, on) != on)
        m_session.watchBanks(on);
}

void AccountsPage::refresh()
{
    m_session.readBanks();
}

void AccountsPage::take()
{
    const QList<BankInfo> banks = m_session.banks();
    m_banks->setBanks(banks);
    m_barriers->setBankNames(bankNames(banks));
    m_totals->show(m_session.totals(), banks.value(0).name, banks.value(1).name);
    takeAccounts();
    takePlot();
    takeBarriers();
    showStatus();
}

void AccountsPage::takeAccounts()
{
    const int user = chosenUser();
    m_accounts->show(m_session.bank(m_banks->bank()));
    if (!m_accountTable->currentIndex().isValid() && m_accounts->hasAccounts()) {
        const QModelIndex same = m_accounts->indexOf(user);
        m_accountTable->setCurrentIndex(same.isValid() ? same : m_accounts->index(0, 0));
    }
    showFace();
}

void AccountsPage::takePlot()
{
    QList<widgets::TotalSample> samples;
    for (const TotalSample &sample : m_session.totalHistory())
        samples << widgets::TotalSample{sample.at, sample.balances, sample.inFlight};
    const BankTotals totals = m_session.totals();
    m_plot->setExpected(totals.known ? std::optional(totals.expected) : std::nullopt);
    m_plot->setSamples(samples);
    m_legend->setEntries(m_plot->legend());
    m_plotCard->setSubtitle(samples.isEmpty() ? QString()
                                              //: the time at which a chart begins
                                              : tr("since %1").arg(widgets::formatTimeOfDay(samples.first().at)));
}

void AccountsPage::takeBarriers()
{
    const int user = chosenUser();
    const auto rows =
        barrierRowsOf(m_banks->bank(), user, m_session.bank(0).barrierRows, m_session.bank(1).barrierRows);
    m_barriers->show(rows);
    m_barrierCard->setTitle(user > 0 ? tr("Barrier rows of user %1").arg(user) : tr("Barrier rows of all users"));
    m_barrierCard->setSubtitle(rows.isEmpty() ? QString() : tr("%1 newest").arg(widgets::formatCount(rows.size())));
    m_openMessage->setEnabled(!rows.isEmpty());
    m_barrierFaces->setCurrentIndex(rows.isEmpty() ? 1 : 0);
}

void AccountsPage::chooseBank()
{
    m_accountTable->setCurrentIndex({});
    take();
}

void AccountsPage::showFace()
{
    const BankPage page = m_session.bank(m_banks->bank());
    const bool isReadable = page.problem.isEmpty();
    m_accountFaces->setCurrentIndex(isReadable && m_accounts->hasAccounts() ? 0 : 1);
    if (!isReadable)
        return m_accountsEmpty->showUnreachable(page.problem);
    if (page.readAt == core::TimePoint())
        return m_accountsEmpty->showLoading(tr("Reading accounts…"));
    m_accountsEmpty->showEmpty(tr("No accounts"), tr("The table user_account of this bank is empty."));
}

void AccountsPage::showStatus()
{
    const BankPage page = m_session.bank(m_banks->bank());
    QString text = tr("%n account(s)", nullptr, int(page.accountsInAll));
    if (const int user = chosenUser(); user > 0)
        text += u" · "_s + tr("user %1 selected").arg(user);
    emit statusTextChanged(text);
}

void AccountsPage::openBarrierMessage()
{
    const QModelIndex current = m_barrierTable->currentIndex();
    const BarrierRow *row = m_barriers->row(current.isValid() ? current : m_barriers->index(0, 0));
    if (row)
        emit openMessage(row->gid);
}

int AccountsPage::chosenUser() const
{
    const QModelIndex current = m_accountTable->currentIndex();
    return current.isValid() ? current.data(AccountsModel::UserRole).toInt() : 0;
}

void AccountsPage::setAccountWidths()
{
    using Column = AccountsModel::Column;
    widgets::fitColumn(*m_accountTable, int(Column::User), {u"000000"_s});
    widgets::fitColumn(*m_accountTable, int(Column::Trading), {u"00,000.00"_s});
    widgets::fitColumn(*m_accountTable, int(Column::Changed), {widgets::formatAge(std::chrono::minutes(59))});
}

void AccountsPage::setBarrierWidths()
{
    using Column = BarrierModel::Column;
    widgets::fitColumn(*m_barrierTable, int(Column::Bank), {u"Bank A000"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Message), {u"…00000000"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Branch), {u"0000"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Op), {u"action00"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Barrier), {u"00"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Reason), {u"rollback"_s});
    widgets::fitColumn(*m_barrierTable, int(Column::Written), {u"00:00:00"_s});
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
    m_accountCard->setTitle(tr("Accounts"));
    m_accountCard->setSubtitle(tr("tinted: changed in the last 5 s"));
    m_accountTable->setAccessibleName(tr("Accounts"));
    m_plotCard->setTitle(tr("Total over time"));
    m_plot->setAccessibleName(tr("Total of both banks over time"));
    m_openMessage->setText(tr("Open Message"));
    m_barrierTable->setAccessibleName(tr("Barrier rows"));
    m_barriersEmpty->showEmpty(tr("No barrier rows"), tr("Each debit and each credit leaves one here."));
    m_accounts->retranslate();
    m_barriers->retranslate();
    setAccountWidths();
    setBarrierWidths();
    take();
}

} // namespace ui
