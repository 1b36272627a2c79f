// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/charttablemodel.h"

#include "ui/widgets/formatting.h"

namespace ui {

ChartTableModel::ChartTableModel(const widgets::TimePlot &plot, QObject *parent)
    : QAbstractTableModel(parent)
    , m_plot(plot)
{ }

/// Every row moves with each new sample, so all change; the number of rows seldom does, and the view stays where it is.
void ChartTableModel::refresh()
{
    const int rows = int(m_plot.samples().size());
    const int seriesColumns = 1 + int(m_plot.series().size());
    if (rows != m_rows || seriesColumns != m_columns) {
        beginResetModel();
        m_rows = rows;
        m_columns = seriesColumns;
        endResetModel();
        return;
    }
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, m_columns - 1));
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const widgets::TimePlot::Sample &sample = m_plot.samples().at(m_rows - 1 - index.row());
    if (index.column() == 0)
        return widgets::formatTimeOfDay(sample.at);
    return m_plot.valueText(sample.values.at(index.column() - 1));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : m_plot.series().at(section - 1).name;
}

} // namespace ui
