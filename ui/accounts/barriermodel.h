// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

namespace ui {

/// What a barrier row proves, in words: "Debit committed". Pure.
QString barrierMeaning(const BarrierRow &row);

/// The rows that belong to one account: all rows, at both banks, of the messages that moved its balance at the given
/// bank; newest first. userId 0 stands for everybody. Pure.
QList<BarrierRow> barrierRowsOf(int bank, int userId, const QList<BarrierRow> &rowsA, const QList<BarrierRow> &rowsB);

/// Barrier rows, newest first.
class BarrierModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Bank, Message, Branch, Op, Barrier, Reason, Means, Written };
    static constexpr int columns = 8;

    explicit BarrierModel(QStringList bankNames, QObject *parent = nullptr);

    /// Rows that came on top are inserted there; anything else replaces all rows.
    void show(const QList<BarrierRow> &rows);
    const BarrierRow *row(const QModelIndex &index) const;
    void setBankNames(const QStringList &names);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const BarrierRow &row, Column column) const;

    QStringList m_bankNames;
    QList<BarrierRow> m_rows;
};

} // namespace ui
