// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagelist.h"

#include "ui/messages/columnmenu.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/listfooter.h"
#include "ui/messages/listverbs.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/messages/messagetableview.h"
#include "ui/messages/messageverbs.h"
#include "ui/messages/viewbar.h"
#include "ui/session/connections.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using Face = widgets::EmptyState::Face;

namespace {

constexpr std::chrono::milliseconds countsEvery{500};
constexpr int restAfterCounting = 4; // counting may take a fifth of the reading thread's time at most

MessageSource sourceOf(Session &session, QObject *context)
{
    return {
        .page = [&session, context](const auto &filter, int limit, auto before,
                                    auto then) { session.search(filter, limit, before, context, std::move(then)); },
        .summaries = [&session, context](const auto &rowIds, const auto &filter,
                                         auto then) { session.summaries(rowIds, filter, context, std::move(then)); },
        .now = [&session] { return session.now(); }};
}

/// What a view lists; its words are those of the filter's status: term. Views without one list all.
core::store::Filter viewFilter(const QString &view)
{
    return statusFilter(view).value_or(core::store::Filter());
}

} // namespace

MessageList::MessageList(Session &session, const theme::Theme &theme, const MessageVerbs &verbs, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_verbs(verbs)
    , m_clock(session)
    , m_listVerbs(new ListVerbs(session, theme, *this, sourceOf(session, this), [this] { return listScope(); }))
    , m_model(new MessageTableModel(sourceOf(session, this), this))
    , m_views(new ViewBar(theme))
    , m_filter(new FilterBar(theme, {[&session] { return session.now(); }, [this] { return m_model->knownWords(); }}))
    , m_table(new MessageTableView(theme, m_clock))
    , m_columns(new ColumnMenu(*m_table, this))
    , m_arrange(new QAction(theme.icon(u"columns"_s), {}, this))
    , m_columnsButton(new widgets::IconButton(theme, u"columns"_s, {}))
    , m_exportButton(new widgets::IconButton(theme, u"download"_s, {}))
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_footer(new ListFooter(theme, *m_listVerbs->menu()))
{
    m_empty->setObjectName(u"emptyState"_s);
    m_columnsButton->setObjectName(u"columns"_s);
    m_arrange->setObjectName(u"arrange"_s);
    m_exportButton->setObjectName(u"exportButton"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    addTools();
    column->addWidget(m_views);
    column->addWidget(m_filter);
    column->addWidget(createTableCard(), 1);
    connectSession();
    connectTable();
    connectChoice();
    connectFilter();
    retranslate();
    refresh();
}

MessageList::~MessageList() = default;

void MessageList::addTools()
{
    m_filter->addTool(m_columnsButton);
    m_filter->addTool(m_exportButton);
    connect(m_exportButton, &QAbstractButton::clicked, m_listVerbs->exportAction(), &QAction::trigger);
    connect(m_columnsButton, &QAbstractButton::clicked, this,
            [this] { m_columns->popup(m_columnsButton->mapToGlobal(QPoint(0, m_columnsButton->height()))); });
    connect(m_arrange, &QAction::triggered, m_table->arrangeAction(), &QAction::trigger);
    QHeaderView *header = m_table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_columns->popup(header->mapToGlobal(at)); });
}

QWidget *MessageList::createTableCard()
{
    auto *card = new widgets::Card;
    m_table->setModel(m_model);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_faces->addWidget(m_table);
    m_faces->addWidget(m_empty);
    auto *line = new QFrame;
    line->setProperty("line", true);
    line->setFixedHeight(1);
    card->body()->addWidget(m_faces, 1);
    card->body()->addWidget(line);
    card->body()->addWidget(m_footer);
    return card;
}

void MessageList::connectSession()
{
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(countsEvery);
    m_model->setWatched(false);
    const auto takePayloadFields = [this] { m_model->setPayloadFields(m_session.connections().payloadFields()); };
    connect(&m_session.connections(), &Connections::changed, this, takePayloadFields);
    takePayloadFields();
    connect(&m_countsTimer, &QTimer::timeout, this, &MessageList::readCounts);
    connect(&m_session, &Session::messagesChanged, this, [this](const auto &changed, bool more) {
        m_model->apply(changed, more);
        m_listVerbs->observe(changed);
        countSoon();
    });
}

void MessageList::connectTable()
{
    connect(m_model, &MessageTableModel::loadStateChanged, this, &MessageList::showFace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MessageList::showFace);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &MessageList::showFace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MessageList::reselect);
    connect(m_model, &MessageTableModel::heldChanged, this, &MessageList::countHeld);
    connect(m_model, &MessageTableModel::aboutToCut, this, [this](int row) {
        if (m_table->currentIndex().row() >= row) // else the next row would be opened
            m_table->selectionModel()->clearCurrentIndex();
    });
    connect(m_table, &MessageTableView::newAboveChanged, this, &MessageList::countHeld);
    connect(m_table, &MessageTableView::followingChanged, m_model, &MessageTableModel::setFollowing);
    connect(m_table, &MessageTableView::pauseRequested, this, [this] { m_filter->setLive(!m_filter->isLive()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &MessageList::showMenu);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &MessageList::actOnFace);
    connect(m_footer, &ListFooter::stopRequested, m_model, &MessageTableModel::stopSearch);
    connect(m_footer, &ListFooter::goOnRequested, m_model, &MessageTableModel::goOn);
}

void MessageList::connectChoice()
{
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this, &MessageList::takeSelection);
    connect(selection, &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            emit rowReached(*m_model->summary(row));
    });
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { emit rowClicked(*m_model->summary(index)); });
    connect(m_table, &MessageTableView::openRequested, this,
            [this](const QModelIndex &index) { emit rowEntered(*m_model->summary(index)); });
    connect(m_footer, &ListFooter::selectAllRequested, this, &MessageList::selectAll);
    connect(m_listVerbs, &ListVerbs::compareRequested, this, &MessageList::compareRequested);
    connect(m_listVerbs, &ListVerbs::told, this, &MessageList::told);
}

void MessageList::connectFilter()
{
    connect(m_views, &ViewBar::currentChanged, this, &MessageList::load);
    connect(m_views, &ViewBar::currentChanged, this, &MessageList::narrowingChanged);
    connect(m_views, &ViewBar::filterWanted, m_filter, &FilterBar::setText);
    connect(m_views, &ViewBar::savedViewsChanged, this, &MessageList::savedViewsChanged);
    connect(m_filter, &FilterBar::filterChanged, this, [this] {
        m_views->setFilterText(m_filter->text());
        load();
        emit narrowingChanged();
    });
    connect(m_filter, &FilterBar::showHeldRequested, this, &MessageList::showHeld);
    connect(m_filter, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::liveChanged, this, [this](bool live) { m_model->setPaused(!live); });
}

QList<QAction *> MessageList::actions() const
{
    return m_listVerbs->actions() + QList{m_arrange};
}

void MessageList::setFilterText(const QString &text)
{
    m_views->showAll();
    m_filter->setText(text);
}

Narrowing MessageList::narrowing() const
{
    return {m_views->current(), m_filter->text()};
}

void MessageList::setNarrowing(const Narrowing &narrowing)
{
    m_views->setCurrent(narrowing.view);
    m_filter->setText(narrowing.filter);
}

QList<SavedView> MessageList::savedViews() const
{
    return m_views->savedViews();
}

void MessageList::setSavedViews(const QList<SavedView> &views)
{
    m_views->setSavedViews(views);
}

void MessageList::focusFilter()
{
    m_filter->focusText();
}

void MessageList::focusTable()
{
    m_table->setFocus();
}

bool MessageList::tableHasFocus() const
{
    return m_table->hasFocus();
}

void MessageList::setOpenRow(std::int64_t rowId)
{
    if (std::exchange(m_openRow, rowId) == rowId)
        return;
    if (const QModelIndex row = m_model->indexOf(rowId); row.isValid() && row.row() != m_table->currentIndex().row())
        m_table->setCurrentIndex(row);
}

void MessageList::clearChoice()
{
    m_openRow = 0;
    m_table->setCurrentIndex({});
    m_table->clearSelection();
}

void MessageList::refresh()
{
    load();
    readCounts();
}

void MessageList::load()
{
    m_model->load(narrowed(viewFilter(m_views->current()), m_filter->filter()));
}

void MessageList::countSoon()
{
    if (isVisible() && !m_countsTimer.isActive())
        m_countsTimer.start();
}

void MessageList::readCounts()
{
    m_counting.start();
    m_session.counts(this, [this](const core::Result<core::store::Counts> &counts) {
        const std::chrono::milliseconds took(m_counting.elapsed());
        m_countsTimer.setInterval(std::max(countsEvery, took * restAfterCounting));
        if (counts.ok())
            takeCounts(*counts);
    });
}

/// What changed while nobody looked is read once.
void MessageList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setWatched(true);
    readCounts();
}

void MessageList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setWatched(false);
}

void MessageList::takeCounts(const core::store::Counts &counts)
{
    m_counts = counts;
    m_views->setCounts(counts);
    showFace();
}

void MessageList::actOnFace()
{
    switch (m_empty->face()) {
    case Face::Loading:
        return;
    case Face::Empty:
        return emit openTransfer();
    case Face::FilteredOut:
        return clearFilter();
    case Face::Unreachable:
        return refresh();
    }
}

void MessageList::clearFilter()
{
    const bool viewChanges = !m_views->isAll();
    m_filter->setText({});
    m_views->showAll();
    if (!viewChanges)
        load();
}

ListScope MessageList::listScope() const
{
    ListScope scope{.allMatching = m_allMatching, .filter = m_model->filter()};
    const QString state = statusFilter(m_views->current()) ? m_views->current() : QString();
    scope.filterText = state.isEmpty() ? m_filter->text() : u"%1 · %2"_s.arg(state, m_filter->text());
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        scope.chosen << *m_model->summary(row);
    return scope;
}

/// Rows that were not read yet are chosen with the others: by the filter, not by their places.
void MessageList::selectAll()
{
    m_table->selectAll();
    m_allMatching = true;
    m_listVerbs->refresh();
    showStatus();
}

void MessageList::takeSelection()
{
    m_allMatching = false;
    m_listVerbs->refresh();
    showStatus();
}

void MessageList::countHeld()
{
    m_filter->setHeld(m_model->heldNew() + m_table->newAbove(), m_model->heldMore());
}

void MessageList::showHeld()
{
    m_model->showHeld();
    m_table->showNewest();
}

void MessageList::reselect()
{
    takeSelection();
    if (const QModelIndex row = m_model->indexOf(m_openRow); row.isValid())
        m_table->setCurrentIndex(row);
    showFace();
}

void MessageList::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    if (!m_table->selectionModel()->isSelected(index))
        m_table->setCurrentIndex(index);
    emit rowClicked(*m_model->summary(index));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (m_table->selectionModel()->selectedRows().size() > 1)
        menu->addActions(m_listVerbs->menu()->actions());
    else
        menu->addActions(m_verbs.actions());
    menu->addSeparator();
    menu->addActions({m_table->copyCellAction(), m_table->copyRowsAction()});
    menu->addActions(m_listVerbs->actions());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace ui
