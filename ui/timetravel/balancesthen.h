// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"

#include <QAbstractTableModel>

namespace ui {

/// The accounts of both banks as they stood at one moment, what was in flight, and the total. What the moment changed
/// is marked and stays so (widgets::ChangedAtRole is always changedAt()).
class BalancesThen final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Bank, Account, Balance };
    static constexpr int columns = 3;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const StateThen &state, const QString &senderBank, const QString &receiverBank);
    void retranslate();
    /// The time of all changes, for a delegate whose clock stands at it.
    static core::TimePoint changedAt() { return core::TimePoint(core::Millis(1)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant accountCell(const BalanceThen &then, Column column, int role) const;
    QVariant sumCell(bool isTotal, Column column, int role) const;

    StateThen m_state;
    QString m_senderBank;
    QString m_receiverBank;
};

} // namespace ui
