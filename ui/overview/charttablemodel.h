// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timeplot.h"

#include <QAbstractTableModel>

namespace ui {

/// What a chart shows, as a table: a row a sample, the newest first; the time and a column a series.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The plot outlives the model.
    explicit ChartTableModel(const widgets::TimePlot &plot, QObject *parent = nullptr);

    /// The plot's samples or series are others.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const widgets::TimePlot &m_plot;
    int m_rows = 0;
    int m_columns = 1;
};

} // namespace ui
