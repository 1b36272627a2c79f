// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/bulkrun.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace ui {

/// The rows of a bulk run with their outcomes. Changes are told ten times a second at most.
class BulkModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Gid, Before, Outcome, Detail };
    static constexpr int columns = 4;

    explicit BulkModel(QObject *parent = nullptr);

    /// What stands there before anything is sent. skipped: why a message is left out, by its place; else empty.
    void showTargets(const QList<BulkTarget> &targets, const QStringList &skipped);
    /// From now on the rows are those of the run, which outlives the model or is replaced first.
    void follow(const BulkRun &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const BulkTarget &target(int row) const;
    QString text(int row, Column column) const;
    void noteChange(int row);
    void tellChanges();

    QList<BulkTarget> m_targets;
    QStringList m_skipped;
    const BulkRun *m_run = nullptr;
    int m_firstChanged = -1;
    int m_lastChanged = -1;
    QTimer m_tell;
};

} // namespace ui
