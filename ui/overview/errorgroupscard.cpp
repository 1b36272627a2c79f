// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/errorgroupscard.h"

#include "ui/overview/barsdelegate.h"
#include "ui/overview/errorgroupsmodel.h"
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

using Column = ErrorGroupsModel::Column;

constexpr int tickMs = 1000; // ages in seconds
constexpr int leastHeight = 130;

} // namespace

ErrorGroupsCard::ErrorGroupsCard(const theme::Theme &theme, const core::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_model(new ErrorGroupsModel(this))
    , m_table(new QTableView)
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_open(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_card(new widgets::Card)
{
    m_open->setObjectName(u"openGroup"_s);
    m_open->setIconName(u"external"_s);
    m_empty->setObjectName(u"errorsEmpty"_s);
    createTable();
    m_faces->addWidget(m_table);
    m_faces->addWidget(m_empty);
    m_faces->setMinimumHeight(leastHeight);
    m_card->addHeaderWidget(m_open);
    m_card->body()->addWidget(m_faces);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_open, &QAbstractButton::clicked, this, &ErrorGroupsCard::openCurrent);
    connect(m_table, &QTableView::clicked, this, &ErrorGroupsCard::open);
    connect(m_table, &QTableView::activated, this, &ErrorGroupsCard::open);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &ErrorGroupsCard::longerRangeWanted);
    connect(&theme, &theme::Theme::changed, this, &ErrorGroupsCard::setWidths);
}

void ErrorGroupsCard::createTable()
{
    m_table->setObjectName(u"errorGroups"_s);
    widgets::setUpTable(*m_table, m_theme);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(int(Column::Verdict), new widgets::StateChipDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(int(Column::Status), new widgets::GidDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(int(Column::Course), new BarsDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(int(Column::Last), new widgets::RelativeTimeDelegate(m_theme, m_clock, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(int(Column::Call), QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(int(Column::Answer), QHeaderView::Stretch);
    m_table->horizontalHeader()->setSortIndicator(int(Column::Last), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    new widgets::ViewTicker(*m_table, tickMs);
}

void ErrorGroupsCard::show(const QList<core::engine::CallFailure> &groups, FlowRange range,
                           const QList<core::store::Summary> &retrying, bool hasMore)
{
    m_range = range;
    m_all = std::count_if(groups.cbegin(), groups.cend(), [](const core::engine::CallFailure &group) {
        const QList<int> day = courseOf(group, FlowRange::Day);
        return std::any_of(day.cbegin(), day.cend(), [](int count) { return count > 0; });
    });
    m_model->show(groups, range, retrying, hasMore);
    showFace();
}

void ErrorGroupsCard::showFace()
{
    const int shown = m_model->rowCount();
    m_faces->setCurrentIndex(shown > 0 ? 0 : 1);
    m_open->setVisible(shown > 0);
    m_card->setSubtitle(shown > 0 ? tr("%Ln group(s) · a row filters Messages", nullptr, shown) : QString());
    if (shown > 0)
        return;
    if (m_all > 0)
        return m_empty->showEmpty(tr("Nothing went wrong in this time"),
                                  tr("%Ln group(s) of failed calls in the last 24 hours.", nullptr, int(m_all)),
                                  tr("Show 24 Hours"));
    m_empty->showEmpty(tr("Nothing goes wrong"),
                       tr("Calls that are refused, not answered or answered in doubt are gathered here."));
}

QString ErrorGroupsCard::filterFor(const core::engine::CallFailure &group)
{
    QString url = QString::fromUtf8(group.url);
    if (const qsizetype end = url.indexOf("://"_L1); end > 0)
        url.remove(0, end + 3);
    return u"url~\"%1\""_s.arg(url.remove(u'"'));
}

void ErrorGroupsCard::open(const QModelIndex &index)
{
    if (const core::engine::CallFailure *group = m_model->group(index))
        emit openMessages(filterFor(*group));
}

void ErrorGroupsCard::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    open(current.isValid() ? current : m_model->index(0, 0));
}

void ErrorGroupsCard::setWidths()
{
    widgets::fitColumn(*m_table, int(Column::Verdict),
                       {widgets::verdictWord(theme::Verdict::TimedOut) + u"00000"_s, u"ONGOING00000"_s});
    widgets::fitColumn(*m_table, int(Column::Status), {u"0000"_s});
    widgets::fitColumn(*m_table, int(Column::Course), {u"00000000000000"_s});
    widgets::fitColumn(*m_table, int(Column::Count), {u"000,000"_s});
    widgets::fitColumn(*m_table, int(Column::Waiting), {u"00,000+"_s});
    widgets::fitColumn(*m_table, int(Column::Last), {widgets::formatAge(std::chrono::minutes(59))});
}

void ErrorGroupsCard::retranslate()
{
    m_card->setTitle(tr("What goes wrong"));
    m_table->setAccessibleName(tr("What goes wrong"));
    m_open->setText(tr("Open in Messages"));
    m_model->retranslate();
    setWidths();
    showFace();
}

} // namespace ui
