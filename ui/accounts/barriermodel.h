// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/messagestates.h"
#include "ui/session/bankview.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

namespace ui {

/// What a barrier row proves, in words, with the face of its message where that is known: "Debited; credit on its way".
/// Pure.
QString barrierMeaning(const BarrierRow &row, std::optional<theme::State> state = {});

/// The rows that belong to one account: all rows, at both banks, of the messages that moved its balance at the given
/// bank; newest first. userId 0 stands for everybody. Pure.
QList<BarrierRow> barrierRowsOf(int bank, int userId, const QList<BarrierRow> &rowsA, const QList<BarrierRow> &rowsB);

/// Each message once, in the order of the rows. Pure.
QList<QByteArray> gidsOf(const QList<BarrierRow> &rows);

/// Barrier rows, newest first.
class BarrierModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Bank, Message, Branch, Op, Barrier, Reason, State, Means, Written };
    static constexpr int columns = 9;

    explicit BarrierModel(QStringList bankNames, QObject *parent = nullptr);

    /// Rows that came on top are inserted there; anything else replaces all rows.
    void show(const QList<BarrierRow> &rows);
    const BarrierRow *row(const QModelIndex &index) const;
    /// How the messages of the rows stand; one that is missing is not known yet.
    void setStates(const StatesByGid &states);
    void setBankNames(const QStringList &names);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const BarrierRow &row, Column column) const;
    QString stateText(const BarrierRow &row) const;
    QVariant stateCell(const BarrierRow &row, int role) const;
    QVariant toolTip(const BarrierRow &row, Column column) const;

    QStringList m_bankNames;
    QList<BarrierRow> m_rows;
    StatesByGid m_states;
};

} // namespace ui
