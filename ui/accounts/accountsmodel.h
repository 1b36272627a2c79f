// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"

#include <QAbstractTableModel>

namespace ui {

/// The accounts of one bank, and below them their sum. Knows by how much and when a balance changed last; the delegate
/// tints what is fresh.
class AccountsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { User, Balance, Trading, Changed };
    static constexpr int columns = 4;
    /// int: the user's id; 0 for the row of the sum.
    static constexpr int UserRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Another reading of the same bank changes cells and leaves rows in place; another set of users, or another bank,
    /// replaces all rows.
    void show(const BankPage &page);
    bool hasAccounts() const { return !m_accounts.isEmpty(); }
    QModelIndex indexOf(int userId) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void updateRows(const BankPage &page);
    QVariant accountCell(const AccountRow &account, Column column, int role) const;
    QVariant sumCell(Column column, int role) const;

    QList<AccountRow> m_accounts;
    core::Money m_sum;
    core::Money m_tradingSum;
    qint64 m_inAll = 0;
};

} // namespace ui
