// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/barriercard.h"

#include "ui/accounts/barriermodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// The chips' words, with room for icon and edges.
QStringList stateSamples()
{
    QStringList samples;
    for (const theme::State state : {theme::State::Prepared, theme::State::Submitted, theme::State::Retrying,
                                     theme::State::Succeed, theme::State::Failed, theme::State::Stalled})
        samples << widgets::stateWord(state) + u"00000"_s;
    return samples;
}

} // namespace

BarrierCard::BarrierCard(Session &session, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new BarrierModel({}, this))
    , m_states(new MessageStates(session, this))
    , m_table(new QTableView)
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_card(new widgets::Card)
    , m_sql(new widgets::Button(theme, widgets::Button::Kind::Quiet, {}))
    , m_open(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    m_open->setObjectName(u"openMessage"_s);
    m_open->setIconName(u"external"_s);
    m_sql->setObjectName(u"showSql"_s);
    m_sql->setIconName(u"database"_s);
    createTable();
    m_faces->addWidget(m_table);
    m_faces->addWidget(m_empty);
    m_card->addHeaderWidget(m_sql);
    m_card->addHeaderWidget(m_open);
    m_card->body()->addWidget(m_faces);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(&m_theme, &theme::Theme::changed, this, &BarrierCard::setWidths);
    connect(m_states, &MessageStates::changed, this, [this] { m_model->setStates(m_states->known()); });
    m_empty->setObjectName(u"barriersEmpty"_s);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &BarrierCard::retryWanted);
    connect(m_sql, &QAbstractButton::clicked, this, &BarrierCard::sqlWanted);
    connect(m_open, &QAbstractButton::clicked, this, &BarrierCard::openCurrent);
    connect(m_table, &QTableView::activated, this, &BarrierCard::openCurrent);
}

void BarrierCard::createTable()
{
    using Column = BarrierModel::Column;
    m_table->setObjectName(u"barriers"_s);
    widgets::setUpTable(*m_table, m_theme);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(int(Column::Bank), new widgets::BankDelegate(m_theme, m_table));
    auto *mono = new widgets::GidDelegate(m_theme, m_table); // what has eight characters or fewer it shows whole
    for (const Column column : {Column::Message, Column::Branch, Column::Op, Column::Barrier, Column::Reason})
        m_table->setItemDelegateForColumn(int(column), mono);
    m_table->setItemDelegateForColumn(int(Column::State), new widgets::StateChipDelegate(m_theme, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(int(Column::Means), QHeaderView::Stretch);
}

void BarrierCard::show(const QList<BarrierRow> &rows, int userId, const QString &problem)
{
    m_problem = problem;
    m_isReading = false;
    m_model->show(rows);
    m_states->want(gidsOf(rows));
    m_model->setStates(m_states->known());
    m_card->setTitle(userId > 0 ? tr("Barrier rows of user %1").arg(userId) : tr("Barrier rows of all users"));
    m_card->setSubtitle(rows.isEmpty() ? QString() : tr("%1 newest").arg(widgets::formatCount(rows.size())));
    m_open->setEnabled(!rows.isEmpty());
    showFace();
}

void BarrierCard::showReading()
{
    show({}, 0);
    m_isReading = true;
    showFace();
}

void BarrierCard::showFace()
{
    m_faces->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    if (!m_problem.isEmpty())
        return m_empty->showUnreachable(m_problem);
    if (m_isReading)
        return m_empty->showLoading(tr("Reading barrier rows…"));
    m_empty->showEmpty(tr("No barrier rows"), tr("Each debit and each credit leaves one here."));
}

void BarrierCard::setBankNames(const QStringList &names)
{
    m_model->setBankNames(names);
}

void BarrierCard::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const BarrierRow *row = m_model->row(current.isValid() ? current : m_model->index(0, 0));
    if (row)
        emit openMessage(row->gid);
}

void BarrierCard::setWidths()
{
    using Column = BarrierModel::Column;
    widgets::fitColumn(*m_table, int(Column::Bank), {u"Bank A000"_s});
    widgets::fitColumn(*m_table, int(Column::Message), {u"…00000000"_s});
    widgets::fitColumn(*m_table, int(Column::Branch), {u"0000"_s});
    widgets::fitColumn(*m_table, int(Column::Op), {u"action00"_s});
    widgets::fitColumn(*m_table, int(Column::Barrier), {u"00"_s});
    widgets::fitColumn(*m_table, int(Column::Reason), {u"rollback"_s});
    widgets::fitColumn(*m_table, int(Column::State), stateSamples());
    widgets::fitColumn(*m_table, int(Column::Written), {u"00:00:00"_s});
}

void BarrierCard::retranslate()
{
    m_sql->setText(tr("Show SQL"));
    m_sql->setToolTip(tr("The statements that this page was read with, to be run elsewhere."));
    m_open->setText(tr("Open Message"));
    m_table->setAccessibleName(tr("Barrier rows"));
    showFace();
    m_model->retranslate();
    setWidths();
}

} // namespace ui
