// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitypage.h"

#include "ui/activity/activityexport.h"
#include "ui/activity/activitywords.h"
#include "ui/session/activitylog.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"

#include <QClipboard>
#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Column = ActivityModel::Column;
using Kind = ActivityFilter::Kind;

constexpr int gap = 16;
constexpr int chipExtra = 40; // icon and paddings of a chip

struct KindTab
{
    Kind kind;
    QString id;
};

QList<KindTab> kindTabs()
{
    return {{Kind::All, u"all"_s},
            {Kind::Actions, u"actions"_s},
            {Kind::Engine, u"engine"_s},
            {Kind::Refused, u"refused"_s}};
}

} // namespace

ActivityPage::ActivityPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_log(session.activity())
    , m_theme(theme)
    , m_model(new ActivityModel(this))
    , m_kinds(new widgets::TabStrip(theme))
    , m_search(new widgets::SearchBox(theme, {}))
    , m_export(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_exportMenu(new QMenu(this))
    , m_asCsv(m_exportMenu->addAction(QString()))
    , m_asJson(m_exportMenu->addAction(QString()))
    , m_copy(new QAction(this))
    , m_problem(new widgets::Banner(theme))
    , m_notice(new widgets::NoticeLine(theme))
    , m_card(new widgets::Card)
    , m_table(new QTableView)
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_foot(new widgets::ElidedLabel)
{
    setObjectName(u"activityPage"_s);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(24, 20, 24, 20);
    inner->setSpacing(gap);
    inner->addWidget(m_problem);
    inner->addWidget(createHead());
    inner->addWidget(createList(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(inner, 1);
    m_notice->hide();
    m_problem->setObjectName(u"activityProblem"_s);
    connectParts();
    retranslate();
    showProblem();
}

QWidget *ActivityPage::createHead()
{
    m_kinds->setObjectName(u"activityKinds"_s);
    for (const KindTab &tab : kindTabs())
        m_kinds->addTab(tab.id, {});
    m_search->setObjectName(u"activitySearch"_s);
    m_search->setIconName(u"filter"_s);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    m_export->setObjectName(u"activityExport"_s);
    m_export->setIconName(u"export"_s);
    m_asCsv->setObjectName(u"exportCsv"_s);
    m_asJson->setObjectName(u"exportJson"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kinds);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addWidget(m_export);
    return head;
}

QWidget *ActivityPage::createList()
{
    m_table->setObjectName(u"activity"_s);
    m_empty->setObjectName(u"activityEmpty"_s);
    widgets::setUpTable(*m_table, m_theme);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(m_copy);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->setItemDelegateForColumn(int(Column::Outcome), new widgets::StateChipDelegate(m_theme, m_table));
    auto *stretch = new widgets::StretchColumn(*m_table, int(Column::Reason));
    stretch->setGiver(int(Column::Object));
    m_faces->addWidget(m_table);
    m_faces->addWidget(m_empty);
    theme::setTone(*m_foot, theme::Tone::Muted);
    m_foot->setElideMode(Qt::ElideMiddle);
    m_foot->setContentsMargins(16, 8, 16, 8);
    m_card->body()->addWidget(m_faces, 1);
    m_card->body()->addWidget(m_foot);
    return m_card;
}

void ActivityPage::connectParts()
{
    connect(&m_log, &ActivityLog::wasRead, this, &ActivityPage::narrow);
    connect(&m_log, &ActivityLog::added, this, [this] {
        m_model->add(m_log.activities().constLast());
        showCounts();
    });
    connect(&m_log, &ActivityLog::answered, this, [this](qint64 id) {
        for (auto activity = m_log.activities().crbegin(); activity != m_log.activities().crend(); ++activity) {
            if (activity->id == id)
                return m_model->update(*activity), showCounts();
        }
    });
    connect(&m_log, &ActivityLog::problemChanged, this, &ActivityPage::showProblem);
    connect(&m_theme, &theme::Theme::changed, this, &ActivityPage::setWidths);
    connect(m_kinds, &widgets::TabStrip::currentChanged, this, &ActivityPage::narrow);
    connect(m_search, &QLineEdit::textChanged, this, &ActivityPage::narrow);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] {
        m_search->clear();
        m_kinds->setCurrent(u"all"_s);
    });
    connect(m_table, &QTableView::activated, this, &ActivityPage::openRow);
    connect(m_copy, &QAction::triggered, this, &ActivityPage::copyRow);
    connect(m_export, &QAbstractButton::clicked, this,
            [this] { m_exportMenu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 2))); });
    connect(m_asCsv, &QAction::triggered, this, [this] { askForFile(u"csv"_s); });
    connect(m_asJson, &QAction::triggered, this, [this] { askForFile(u"json"_s); });
}

ActivityFilter ActivityPage::filter() const
{
    ActivityFilter filter{.text = m_search->text().trimmed()};
    for (const KindTab &tab : kindTabs()) {
        if (tab.id == m_kinds->current())
            filter.kind = tab.kind;
    }
    return filter;
}

void ActivityPage::refresh()
{
    narrow();
}

void ActivityPage::narrow()
{
    m_model->show(m_log.activities(), filter());
    showCounts();
}

void ActivityPage::showCounts()
{
    for (const KindTab &tab : kindTabs()) {
        const ActivityFilter own{.kind = tab.kind};
        m_kinds->setCount(tab.id,
                          std::count_if(m_log.activities().cbegin(), m_log.activities().cend(),
                                        [&own](const Activity &activity) { return own.matches(activity); }));
    }
    showFace();
    const QString shown = widgets::formatCount(m_model->rowCount());
    emit statusTextChanged(tr("%1 of %Ln activity(ies)", nullptr, int(m_log.activities().size())).arg(shown));
}

void ActivityPage::showFace()
{
    m_faces->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_export->setEnabled(m_model->rowCount() > 0);
    m_export->setToolTip(m_export->isEnabled() ? tr("Write what is shown to a file") : tr("Nothing is shown."));
    if (!m_log.isRead())
        m_empty->showLoading(tr("Reading the record…"));
    else if (m_log.activities().isEmpty())
        m_empty->showEmpty(
            tr("Nothing was done yet"),
            tr("Each action on a message, a topic or a connection stands here, with who did it and why."));
    else
        m_empty->showFilteredOut(m_log.activities().size());
}

/// The record goes on in memory; that it is not kept must be seen.
void ActivityPage::showProblem()
{
    m_problem->setVisible(!m_log.problem().isEmpty());
    m_problem->setContent(widgets::Banner::Tone::Bad, tr("What happens now is not kept."),
                          widgets::coreWords(m_log.problem()));
}

void ActivityPage::openRow(const QModelIndex &index)
{
    const Activity &activity = m_model->rows().at(index.row());
    if (activity.isAboutMessage())
        emit openMessage(activity.object.toLatin1());
}

void ActivityPage::copyRow()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    QStringList cells;
    for (int column = 0; column < ActivityModel::columns; ++column)
        cells << current.siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

core::Status ActivityPage::exportTo(const QString &path) const
{
    QList<Activity> oldestFirst = m_model->rows();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    const bool asJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(asJson ? activitiesAsJson(oldestFirst) : activitiesAsCsv(oldestFirst));
        if (file.commit())
            return core::Done{};
    }
    return core::Error::unavailable(u"%1: %2"_s.arg(path, file.errorString()));
}

void ActivityPage::askForFile(const QString &suffix)
{
    const QString proposed = u"checkback-activity-%1.%2"_s.arg(QDate::currentDate().toString(Qt::ISODate), suffix);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export Activity"), proposed);
    if (path.isEmpty())
        return;
    const core::Status written = exportTo(path);
    if (!written.ok())
        return m_notice->notify(widgets::Banner::Tone::Bad, tr("Not exported: %1").arg(written.error().detail));
    m_notice->notify(widgets::Banner::Tone::Good,
                     tr("%n row(s) written to %1", nullptr, m_model->rowCount()).arg(path));
}

void ActivityPage::setWidths()
{
    QStringList words;
    for (const ActivityVerb verb : allActivityVerbs)
        words << activityWord(verb);
    widgets::fitColumn(*m_table, int(Column::When), {widgets::widestAbsolute()});
    widgets::fitColumn(*m_table, int(Column::What), words);
    widgets::fitColumn(*m_table, int(Column::Object), {u"01M2FS12WRT7BREJ1E706AKRSM0"_s});
    widgets::fitColumn(*m_table, int(Column::Detail), {u"10,000 transfers of 10,000.00"_s});
    widgets::fitColumn(*m_table, int(Column::Who), {u"administrator"_s});
    widgets::fitColumn(*m_table, int(Column::Outcome), {outcomeWord(Activity::Outcome::Requested)});
    m_table->setColumnWidth(int(Column::Outcome), m_table->columnWidth(int(Column::Outcome)) + chipExtra);
}

void ActivityPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ActivityPage::retranslate()
{
    m_kinds->setTabText(u"all"_s, tr("All"));
    m_kinds->setTabText(u"actions"_s, tr("Actions"));
    m_kinds->setTabText(u"engine"_s, tr("Engine"));
    m_kinds->setTabText(u"refused"_s, tr("Refused"));
    m_kinds->setAccessibleName(tr("Kinds of activity"));
    m_search->setPlaceholderText(tr("Filter by any word"));
    m_search->setAccessibleName(tr("Filter by any word"));
    m_export->setText(tr("Export"));
    m_asCsv->setText(tr("As &CSV…"));
    m_asJson->setText(tr("As &JSON…"));
    m_copy->setText(tr("Copy Row"));
    m_card->setTitle(tr("Activity"));
    m_card->setSubtitle(tr("newest first · Enter opens the message"));
    m_table->setAccessibleName(tr("Activity"));
    m_foot->setText(tr("Kept in %1, at most 5 MiB; never a payload, a header or a password.").arg(m_log.path()));
    m_model->retranslate();
    setWidths();
    showProblem();
    narrow();
}

} // namespace ui
