// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QAbstractTableModel>

namespace ui {

/// The invariants as rows, always all of them in the same order: what must hold, whether it does, what was found.
class InvariantsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Verdict, MustHold, Found, Sql, Took, ColumnCount };

    explicit InvariantsModel(QObject *parent = nullptr);

    /// Without a report nothing is known yet.
    void show(const std::optional<ProofReport> &report);
    const InvariantFinding *finding(int row) const; ///< null without a report
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, Column column) const;

    std::optional<ProofReport> m_report;
};

} // namespace ui
