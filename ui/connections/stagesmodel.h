// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/stagereport.h"

#include <QAbstractTableModel>

namespace ui {

/// The steps of a connection test: name, outcome, time and what was found. The tooltip of a row has the remedy, too.
class StagesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Step, Outcome, Took, Found };
    static constexpr int columns = 4;

    using QAbstractTableModel::QAbstractTableModel;

    /// The same steps change cells; others replace the rows.
    void show(const QList<StageReport> &reports);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const StageReport &report, Column column) const;

    QList<StageReport> m_reports;
};

} // namespace ui
