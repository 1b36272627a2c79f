// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"
#include "ui/widgets/rowsmodel.h"

namespace ui {

/// Message × branch × bank as rows: what differs first, then the newest.
class ReconciliationModel final : public widgets::RowsModel<ReconciledRow>
{
    Q_OBJECT
public:
    enum Column { Agreement, Message, State, Branch, Bank, Means, ColumnCount };

    explicit ReconciliationModel(QObject *parent = nullptr);

    /// Rows that stand where they stood change in place.
    void show(const QList<ReconciledRow> &rows, const QStringList &bankNames);
    QByteArray gidAt(int row) const;
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ReconciledRow &row, Column column) const;
    QVariant bankMark(const ReconciledRow &row) const;

    QStringList m_bankNames;
};

} // namespace ui
