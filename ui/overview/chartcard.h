// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timeplot.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace widgets {
class Card;
class IconButton;
} // namespace widgets

namespace ui {

class ChartTableModel;

/// A chart in a card, with its legend or its lines labelled, and the same as a table.
class ChartCard final : public QWidget
{
    Q_OBJECT
public:
    enum class Naming { Legend, EndLabels };

    ChartCard(const theme::Theme &theme, widgets::TimePlot::Scale scale, Naming naming, QWidget *parent = nullptr);

    widgets::TimePlot &plot() { return *m_plot; }
    void setTexts(const QString &title, const QString &subtitle, const QList<widgets::TimePlot::Series> &series);
    void setSamples(const QList<widgets::TimePlot::Sample> &samples, core::TimePoint from, core::TimePoint to);
    void showTable(bool table);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeader();
    void labelToggle();
    void createTable(const theme::Theme &theme);

    Naming m_naming;
    widgets::TimePlot *m_plot;
    ChartTableModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_faces;
    widgets::Legend *m_legend;
    widgets::Legend *m_below; ///< the same, below the title
    widgets::IconButton *m_toggle;
    widgets::Card *m_card;
    QString m_title;
    QString m_subtitle;
};

} // namespace ui
