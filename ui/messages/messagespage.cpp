// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagespage.h"

#include "ui/messages/detailpane.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/messages/messagetableview.h"
#include "ui/messages/messageverbs.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tabstrip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using Face = widgets::EmptyState::Face;

namespace {

constexpr int pageMargin = 16;
constexpr int listWidth = 690;
constexpr int detailWidth = 590;
const QString allView = u"all"_s;

MessageSource sourceOf(Session &session, QObject *context)
{
    return {
        .page = [&session, context](const auto &filter, int limit, auto before,
                                    auto then) { session.page(filter, limit, before, context, std::move(then)); },
        .summaries = [&session, context](const auto &rowIds, const auto &filter,
                                         auto then) { session.summaries(rowIds, filter, context, std::move(then)); },
        .now = [&session] { return session.now(); }};
}

/// What a view lists; its words are those of the filter's status: term.
core::store::Filter viewFilter(const QString &view)
{
    return statusFilter(view).value_or(core::store::Filter());
}

} // namespace

MessagesPage::MessagesPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(session)
    , m_verbs(new MessageVerbs(session, theme, *this))
    , m_model(new MessageTableModel(sourceOf(session, this), this))
    , m_views(new widgets::TabStrip(theme))
    , m_filter(new FilterBar(theme, [&session] { return session.now(); }))
    , m_table(new MessageTableView(theme, m_clock))
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_footer(new widgets::ElidedLabel)
    , m_detail(new DetailPane(session, theme, *m_verbs))
    , m_detailCard(new widgets::Card)
    , m_splitter(new QSplitter)
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    row->addWidget(m_splitter);
    m_detailCard->body()->addWidget(m_detail);
    m_splitter->setHandleWidth(pageMargin);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(createList());
    m_splitter->addWidget(m_detailCard);
    m_splitter->setSizes({listWidth, detailWidth});
    m_splitter->setStretchFactor(0, listWidth);
    m_splitter->setStretchFactor(1, detailWidth);
    connectSession();
    connectList();
    connectFilter();
    connectDetail();
    retranslate();
    refresh();
}

MessagesPage::~MessagesPage() = default;

QWidget *MessagesPage::createList()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_views->setObjectName(u"views"_s);
    for (const QString &view : {allView, u"waiting"_s, u"retrying"_s, u"stalled"_s, u"failed"_s})
        m_views->addTab(view, {});
    column->addWidget(m_views, 0, Qt::AlignLeft);
    column->addWidget(m_filter);
    column->addWidget(createTableCard(), 1);
    return list;
}

QWidget *MessagesPage::createTableCard()
{
    auto *card = new widgets::Card;
    m_empty->setObjectName(u"emptyState"_s);
    m_footer->setObjectName(u"footer"_s);
    m_footer->setContentsMargins(12, 8, 12, 8);
    theme::setTone(*m_footer, theme::Tone::Muted);
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

void MessagesPage::connectSession()
{
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(500ms);
    connect(&m_countsTimer, &QTimer::timeout, this, &MessagesPage::readCounts);
    connect(&m_session, &Session::messagesChanged, this, [this](const auto &changed, bool more) {
        m_model->apply(changed, more);
        m_detail->observe(changed);
        if (!m_countsTimer.isActive())
            m_countsTimer.start();
    });
}

void MessagesPage::connectList()
{
    connect(m_model, &MessageTableModel::loadStateChanged, this, &MessagesPage::showFace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MessagesPage::showFace);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &MessagesPage::showFace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MessagesPage::reselect);
    connect(m_model, &MessageTableModel::heldChanged, this,
            [this] { m_filter->setHeld(m_model->heldNew(), m_model->heldMore()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MessagesPage::openCurrent);
    connect(m_table, &QTableView::clicked, this, &MessagesPage::openIndex);
    connect(m_table, &MessageTableView::openRequested, this, [this](const QModelIndex &index) {
        openIndex(index);
        m_detail->setFocus();
    });
    connect(m_table, &MessageTableView::pauseRequested, this, [this] { m_filter->setLive(!m_filter->isLive()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &MessagesPage::showMenu);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &MessagesPage::actOnFace);
}

void MessagesPage::connectFilter()
{
    connect(m_views, &widgets::TabStrip::currentChanged, this, &MessagesPage::load);
    connect(m_filter, &FilterBar::filterChanged, this, &MessagesPage::load);
    connect(m_views, &widgets::TabStrip::currentChanged, this, &MessagesPage::narrowingChanged);
    connect(m_filter, &FilterBar::filterChanged, this, &MessagesPage::narrowingChanged);
    connect(m_filter, &FilterBar::refreshRequested, this, &MessagesPage::refresh);
    connect(m_filter, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::liveChanged, this, [this](bool live) { m_model->setPaused(!live); });
}

void MessagesPage::connectDetail()
{
    connect(m_detail, &DetailPane::closeRequested, this, &MessagesPage::closeDetail);
    connect(m_detail, &DetailPane::messageShown, this, [this](std::int64_t rowId) {
        if (std::exchange(m_openRow, rowId) != rowId)
            reselect();
    });
}

QList<QAction *> MessagesPage::messageActions() const
{
    return m_verbs->actions();
}

void MessagesPage::showMessage(const QByteArray &gid)
{
    m_detailCard->show();
    m_openRow = 0;
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_detail->showMessage(gid);
}

void MessagesPage::setFilterText(const QString &text)
{
    m_filter->setText(text);
}

Narrowing MessagesPage::narrowing() const
{
    return {m_views->current(), m_filter->text()};
}

void MessagesPage::setNarrowing(const Narrowing &narrowing)
{
    m_views->setCurrent(narrowing.view);
    m_filter->setText(narrowing.filter);
}

void MessagesPage::focusFilter()
{
    m_filter->focusText();
}

void MessagesPage::refresh()
{
    load();
    readCounts();
    if (!m_detail->gid().isEmpty())
        m_detail->showMessage(m_detail->gid());
}

void MessagesPage::load()
{
    m_model->load(narrowed(viewFilter(m_views->current()), m_filter->filter()));
}

void MessagesPage::readCounts()
{
    m_session.counts(this, [this](const core::Result<core::store::Counts> &counts) {
        if (counts.ok())
            takeCounts(*counts);
    });
}

void MessagesPage::takeCounts(const core::store::Counts &counts)
{
    m_counts = counts;
    m_views->setCount(allView, counts.total);
    m_views->setCount(u"waiting"_s, counts.prepared + counts.submitted);
    m_views->setCount(u"retrying"_s, counts.retrying);
    m_views->setCount(u"stalled"_s, counts.stalled);
    m_views->setCount(u"failed"_s, counts.failed);
    showFace();
}

void MessagesPage::actOnFace()
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

void MessagesPage::clearFilter()
{
    const bool viewChanges = m_views->current() != allView;
    m_filter->setText({});
    m_views->setCurrent(allView);
    if (!viewChanges)
        load();
}

void MessagesPage::openIndex(const QModelIndex &index)
{
    m_detailCard->show();
    const core::store::Summary *summary = m_model->summary(index);
    m_openRow = summary->rowId;
    if (m_detail->gid() != summary->gid)
        m_detail->showMessage(summary->gid);
    showStatus();
}

/// With the pane closed, going through the rows does not open it again.
void MessagesPage::openCurrent()
{
    if (m_detailCard->isVisibleTo(this) && m_table->currentIndex().isValid())
        openIndex(m_table->currentIndex());
}

void MessagesPage::closeDetail()
{
    m_detailCard->hide();
    m_detail->showMessage({});
    m_openRow = 0;
    m_table->setFocus();
}

void MessagesPage::backToList()
{
    if (m_table->hasFocus())
        return closeDetail();
    m_table->setFocus();
}

void MessagesPage::reselect()
{
    if (const QModelIndex row = m_model->indexOf(m_openRow); row.isValid())
        m_table->setCurrentIndex(row);
    showFace();
}

void MessagesPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    openIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_verbs->actions());
    menu->addSeparator();
    menu->addAction(m_table->copyCellAction());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MessagesPage::showFace()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_faces->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
    showStatus();
    if (hasRows)
        return;
    if (m_model->loadState() == MessageTableModel::Load::Failed)
        return m_empty->showUnreachable(m_model->problem());
    if (m_model->loadState() == MessageTableModel::Load::Loading || !m_counts)
        return m_empty->showLoading(tr("Reading messages…"));
    if (m_counts->total > 0)
        return m_empty->showFilteredOut(m_counts->total);
    m_empty->showEmpty(tr("No messages yet"), tr("A transfer between the two banks makes the first one."),
                       tr("Make a Transfer"));
}

void MessagesPage::showStatus()
{
    const qint64 shown = m_model->rowCount();
    const qint64 total = m_counts ? m_counts->total : shown;
    QString text = m_model->isComplete()
        //: how many messages match the filter, of how many in all
        ? tr("%1 of %2 match").arg(widgets::formatCount(shown), widgets::formatCount(total))
        //: how many messages of a long list were read so far, of how many in all
        : tr("newest %1 of %2").arg(widgets::formatCount(shown), widgets::formatCount(total));
    if (shown > 0 && !m_model->problem().isEmpty())
        text = tr("Older messages could not be read: %1").arg(m_model->problem());
    if (total == 0)
        text.clear();
    m_footer->setText(text);
    emit statusTextChanged(text);
}

void MessagesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        return backToList();
    QWidget::keyPressEvent(event);
}

void MessagesPage::retranslate()
{
    m_views->setAccessibleName(tr("Views"));
    m_views->setTabText(allView, tr("All"));
    //: messages that are not finished
    m_views->setTabText(u"waiting"_s, tr("Waiting"));
    m_views->setTabText(u"retrying"_s, widgets::stateWord(theme::State::Retrying));
    m_views->setTabText(u"stalled"_s, widgets::stateWord(theme::State::Stalled));
    m_views->setTabText(u"failed"_s, widgets::stateWord(theme::State::Failed));
    m_filter->retranslate();
    m_model->retranslate();
    m_table->retranslate();
    m_verbs->retranslate();
    m_detail->retranslate();
    showFace();
}

} // namespace ui
