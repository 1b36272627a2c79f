// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"

#include <QAbstractTableModel>

namespace ui {

/// The barrier rows that were there at one moment, those of this very moment in semibold.
class RowsThen final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Bank, Branch, Op, Reason, Means };
    static constexpr int columns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const StateThen &state, const QString &senderBank, const QString &receiverBank);
    void retranslate();
    /// What a row proves, in words.
    static QString meaning(const PresentRow &row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PresentRow &row, Column column) const;

    QList<RowThen> m_rows;
    QString m_senderBank;
    QString m_receiverBank;
};

} // namespace ui
