// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferpage.h"

#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"
#include "ui/session/readonlytransfers.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/transfer/comparisoncard.h"
#include "ui/transfer/opendelegate.h"
#include "ui/transfer/presetwords.h"
#include "ui/transfer/progresscard.h"
#include "ui/transfer/resultsmodel.h"
#include "ui/transfer/transferform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int formWidth = 568; ///< at most, in the usual text size
constexpr int formShare = 60; ///< of the width, in percent, where that is not too much
constexpr int rowHeight = 36;
constexpr int countdownIntervalMs = 200;

} // namespace

TransferPage::TransferPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(session)
    , m_theme(theme)
    , m_form(new TransferForm(theme))
    , m_progress(new ProgressCard(theme))
    , m_comparison(new ComparisonCard(theme))
    , m_model(new ResultsModel(m_clock, this))
{
    setObjectName(u"transferPage"_s);
    auto *right = new QVBoxLayout;
    right->setSpacing(16);
    right->addWidget(m_progress);
    right->addWidget(m_comparison);
    right->addWidget(createResults(), 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    row->addWidget(m_form, formShare);
    row->addLayout(right, 100 - formShare);

    connectAll();
    retranslate();
    refreshBanks();
    refreshRun();
}

TransferPage::~TransferPage()
{
    if (m_watching)
        m_session.watchBanks(false);
}

QWidget *TransferPage::createResults()
{
    m_results = new widgets::Card;
    m_openAll = new widgets::Button(m_theme, widgets::Button::Kind::Link, {});
    m_openAll->setObjectName(u"openAll"_s);
    m_openAll->setIconName(u"external"_s);
    m_results->addHeaderWidget(m_openAll);
    m_empty = new widgets::EmptyState(m_theme);
    m_empty->setObjectName(u"resultsEmpty"_s);
    m_table = createTable();
    m_faces = new QStackedWidget;
    m_faces->addWidget(m_empty);
    m_faces->addWidget(m_table);
    m_results->body()->addWidget(m_faces);
    return m_results;
}

QTableView *TransferPage::createTable()
{
    auto *table = new QTableView;
    table->setObjectName(u"results"_s);
    table->setModel(m_model);
    widgets::setUpTable(*table, m_theme, rowHeight);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setItemDelegateForColumn(ResultsModel::State, new widgets::StateChipDelegate(m_theme, table));
    table->setItemDelegateForColumn(ResultsModel::Message, new widgets::GidDelegate(m_theme, table));
    table->setItemDelegateForColumn(ResultsModel::Open, new OpenDelegate(m_theme, table));
    QHeaderView *header = table->horizontalHeader();
    new widgets::StretchColumn(*table, ResultsModel::Time);
    header->setSectionResizeMode(ResultsModel::Open, QHeaderView::Fixed);
    header->resizeSection(ResultsModel::Open, 40);
    header->setStretchLastSection(false);
    new widgets::ViewTicker(*table, countdownIntervalMs);
    return table;
}

/// Wide enough for the longest of the usual texts, in the font and language of now.
void TransferPage::setWidths()
{
    m_form->setMaximumWidth(qRound(formWidth * m_theme.textScale()));
    QStringList states;
    for (const auto state : {theme::State::Submitted, theme::State::Retrying, theme::State::Succeed,
                             theme::State::Failed, theme::State::Stalled})
        states << widgets::stateWord(state);
    widgets::fitColumn(*m_table, ResultsModel::Number, {u"10,000"_s});
    widgets::fitColumn(*m_table, ResultsModel::State, states);
    constexpr int chipExtra = 32; // icon and paddings of a chip
    m_table->setColumnWidth(ResultsModel::State, m_table->columnWidth(ResultsModel::State) + chipExtra);
    widgets::fitColumn(*m_table, ResultsModel::Message, {u"…00000000"_s});
    widgets::fitColumn(*m_table, ResultsModel::Amount, {u"00,000.00"_s});
    widgets::fitColumn(*m_table, ResultsModel::Attempts, {u"00"_s});
}

void TransferPage::connectAll()
{
    connect(&m_theme, &theme::Theme::changed, this, &TransferPage::setWidths);
    connect(m_form, &TransferForm::orderGiven, this, &TransferPage::startTransfers);
    connect(m_progress, &ProgressCard::cancelRequested, &m_session, &Session::cancelTransfers);
    connect(m_openAll, &QAbstractButton::clicked, this, &TransferPage::openMessages);
    connect(m_comparison, &ComparisonCard::otherWayWanted, this, [this](const TransferOrder &order) {
        m_form->setOrder(order);
        m_form->send();
    });
    connect(m_form, &TransferForm::faultLabWanted, this, [this] { m_session.faults().setOn(true); });
    connect(&m_session.faults(), &FaultDesk::allowedChanged, this, &TransferPage::refreshObstacles);
    connect(&m_session, &Session::healthChanged, this, &TransferPage::refreshObstacles);
    connect(&m_session.faults(), &FaultDesk::downChanged, this, &TransferPage::refreshObstacles);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ResultsModel::Open)
            openRow(index.row());
    });
    connect(m_empty, &widgets::EmptyState::actionRequested, m_form, &TransferForm::send);
    connect(m_form, &TransferForm::obstacleChanged, m_empty, &widgets::EmptyState::setObstacle);
    connect(&m_session, &Session::banksChanged, this, &TransferPage::refreshBanks);
    connect(&m_session, &Session::transferChanged, this, &TransferPage::refreshRun);
    connect(&m_session.connections(), &Connections::changed, this, &TransferPage::refreshRun);
}

void TransferPage::openRow(int row)
{
    if (m_model->isNaiveAt(row))
        return emit openProof();
    const QByteArray gid = m_model->gidAt(row);
    if (!gid.isEmpty())
        emit openMessage(gid);
}

void TransferPage::fillIn(const TransferOrder &order)
{
    m_form->setOrder(order);
    m_form->setFocus();
}

/// Asks first where the engine or a bank wants that. True: go on.
bool TransferPage::mayStart(const TransferOrder &order)
{
    const Connection &strictest = m_session.transferConnection();
    if (strictest.safety == Connection::Safety::Open || areTransfersReadOnly(m_session))
        return true;
    const widgets::Question question{
        tr("Send %Ln transfer(s) of %1 from user %2 to user %3?", nullptr, order.count)
            .arg(widgets::formatMoney(order.amount))
            .arg(order.fromUser)
            .arg(order.toUser),
        //: %1: the name of a connection
        tr("The money moves at once. “%1” wants to be asked first.").arg(Connections::labelOf(strictest)), tr("Send"),
        nameToType(strictest)};
    return widgets::ConfirmDialog(m_theme, question, this).exec() == QDialog::Accepted;
}

void TransferPage::startTransfers(const TransferOrder &order)
{
    if (!mayStart(order))
        return;
    const core::Status started = m_session.startTransfers(order, consentWanted(m_session.transferConnection().safety));
    if (!started.ok())
        return m_form->showRefusal(tr("Nothing was sent: %1").arg(widgets::coreWords(started.error().detail)));
    m_lastOrder = order;
    m_form->setLastOrder(order);
}

void TransferPage::refresh()
{
    m_session.readBanks();
}

void TransferPage::refreshBanks()
{
    m_form->setBanks(m_session.banks());
    m_form->setAccounts(m_session.bank(0).accounts, m_session.bank(1).accounts);
    m_progress->setTotals(m_session.totals());
    m_comparison->show(m_session.lastRun(TransferMode::TwoPhase), m_session.lastRun(TransferMode::Naive));
    refreshObstacles();
}

QString TransferPage::obstacle() const
{
    if (areTransfersReadOnly(m_session))
        return tr("Read-only: nothing can be sent");
    if (m_session.coordinatorUrl().isEmpty())
        return tr("The engine does not run: nothing can be sent");
    if (m_session.banks().value(0).url.isEmpty())
        return tr("The demo banks do not run: nothing can be sent");
    if (m_session.faults().down().contains(FaultDesk::Part::BankA))
        return tr("Bank A crashed on purpose and starts again in a moment");
    if (m_session.transferProgress().running)
        return tr("A run is being sent: wait for its end or cancel the rest");
    return {};
}

void TransferPage::refreshObstacles()
{
    const FaultDesk &faults = m_session.faults();
    m_form->setObstacle(obstacle());
    m_form->setNaiveObstacle(naiveBarText(m_session.naiveBar()));
    m_form->setFaultObstacle(faults.whyNot(), faults.bar() == FaultDesk::Bar::Off);
}

void TransferPage::refreshRun()
{
    const TransferProgress progress = m_session.transferProgress();
    m_model->apply(m_session.transferOutcomes());
    m_progress->setProgress(progress, m_lastOrder.value_or(TransferOrder{}).ratePerSecond);
    m_progress->setVisible(progress.ordered > 0);
    m_faces->setCurrentWidget(progress.ordered > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_openAll->setVisible(progress.ordered > 0);
    m_comparison->show(m_session.lastRun(TransferMode::TwoPhase), m_session.lastRun(TransferMode::Naive));
    refreshObstacles();
    emit statusTextChanged(statusText());
}

QString TransferPage::statusText() const
{
    const TransferProgress progress = m_session.transferProgress();
    if (progress.ordered == 0)
        return tr("no transfers yet");
    const QString sent = widgets::formatCount(progress.requested);
    return progress.running ? tr("transfer running: %1 of %2").arg(sent, widgets::formatCount(progress.ordered))
                            : tr("%1 of %Ln transfer(s) sent, %2 finished", nullptr, progress.ordered)
                                  .arg(sent, widgets::formatCount(progress.observed));
}

void TransferPage::retranslate()
{
    m_form->retranslate();
    m_form->setBanks(m_session.banks()); // banks of this computer are named in the language of the moment
    m_progress->retranslate();
    m_comparison->retranslate();
    refreshObstacles();
    m_results->setTitle(tr("Results"));
    m_results->setSubtitle(tr("newest first · Enter opens the message"));
    m_openAll->setText(tr("Open all in Messages"));
    m_table->setAccessibleName(tr("Results of the transfers, newest first"));
    m_empty->showEmpty(tr("No transfers yet"), tr("Each transfer that you send appears here and opens its message."),
                       tr("Send one now"));
    emit m_model->headerDataChanged(Qt::Horizontal, 0, ResultsModel::ColumnCount - 1);
    setWidths();
    refreshRun();
}

void TransferPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// The banks are read only while somebody looks.
void TransferPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_watching, true))
        m_session.watchBanks(true);
}

void TransferPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (std::exchange(m_watching, false))
        m_session.watchBanks(false);
}

} // namespace ui
