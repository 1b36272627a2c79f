// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/chartcard.h"

#include "ui/overview/charttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int rowHeight = 28;
constexpr int leastHeight = 150;
constexpr int leastWidth = 200;
constexpr int headerExtras = 16 + 12 + 4 * 8 + 28; // paddings, gaps and the button of a card's header

} // namespace

ChartCard::ChartCard(const theme::Theme &theme, widgets::TimePlot::Scale scale, Naming naming, QWidget *parent)
    : QWidget(parent)
    , m_naming(naming)
    , m_plot(new widgets::TimePlot(theme, scale))
    , m_model(new ChartTableModel(*m_plot, this))
    , m_table(new QTableView)
    , m_faces(new QStackedWidget)
    , m_legend(new widgets::Legend(theme))
    , m_below(new widgets::Legend(theme))
    , m_toggle(new widgets::IconButton(theme, u"table"_s, {}))
    , m_card(new widgets::Card)
{
    // The cards share the width; what does not fit into a header is left out there.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMinimumWidth(leastWidth);
    createTable(theme);
    m_faces->addWidget(m_plot);
    m_faces->addWidget(m_table);
    m_faces->setMinimumHeight(leastHeight);
    m_toggle->setFlat(true);
    m_toggle->setObjectName(u"asTable"_s);
    m_plot->setEndLabels(naming == Naming::EndLabels);
    m_card->addHeaderWidget(m_legend);
    m_legend->setVisible(naming == Naming::Legend); // in its place now: before, it would be a window
    m_card->addHeaderWidget(m_toggle);
    m_card->body()->setContentsMargins(12, 0, 0, 8);
    m_card->body()->addWidget(m_below);
    m_card->body()->addWidget(m_faces, 1);
    m_below->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_toggle, &QAbstractButton::clicked, this, [this] { showTable(m_faces->currentIndex() == 0); });
}

void ChartCard::createTable(const theme::Theme &theme)
{
    m_table->setObjectName(u"chartTable"_s);
    widgets::setUpTable(*m_table, theme, rowHeight);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(&theme, &theme::Theme::changed, this, &ChartCard::fitHeader);
}

void ChartCard::setTexts(const QString &title, const QString &subtitle, const QList<widgets::TimePlot::Series> &series)
{
    m_title = title;
    m_subtitle = subtitle;
    m_card->setTitle(title);
    m_plot->setAccessibleName(title);
    m_table->setAccessibleName(tr("%1, as a table", "name of a chart").arg(title));
    m_plot->setSeries(series);
    for (widgets::Legend *legend : {m_legend, m_below})
        legend->setEntries(m_plot->legend());
    m_model->refresh();
    labelToggle();
    fitHeader();
}

/// Where it is narrow the subtitle goes first, then the legend goes below the title.
void ChartCard::fitHeader()
{
    if (m_model->columnCount() > 0) { // a time is told whole; the others share the rest
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
        widgets::fitColumn(*m_table, 0, {u"00:00:00"_s});
    }
    const int title = fontMetrics().horizontalAdvance(m_title) * 11 / 10; // it is semibold
    const int legend = m_naming == Naming::Legend ? m_legend->sizeHint().width() : 0;
    const int room = width() - headerExtras - title;
    m_legend->setVisible(legend > 0 && legend <= room);
    m_below->setVisible(legend > room && legend <= width() - headerExtras);
    m_card->setSubtitle(legend + fontMetrics().horizontalAdvance(m_subtitle) <= room ? m_subtitle : QString());
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

void ChartCard::setSamples(const QList<widgets::TimePlot::Sample> &samples, core::TimePoint from, core::TimePoint to)
{
    m_plot->setSamples(samples, from, to);
    m_model->refresh();
}

void ChartCard::showTable(bool table)
{
    m_faces->setCurrentIndex(table ? 1 : 0);
    labelToggle();
}

void ChartCard::labelToggle()
{
    const bool isTable = m_faces->currentIndex() == 1;
    const QString text = isTable ? tr("Show as chart") : tr("Show as table");
    m_toggle->setIconName(isTable ? u"overview"_s : u"table"_s);
    m_toggle->setToolTip(text);
    m_toggle->setAccessibleName(text + u": "_s + m_plot->accessibleName());
}

} // namespace ui
