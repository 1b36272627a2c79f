// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsmodel.h"

#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <QFont>

#include <algorithm>
#include <numeric>

namespace ui {
namespace {

bool hasSameUsers(const QList<AccountRow> &a, const QList<AccountRow> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const AccountRow &left, const AccountRow &right) { return left.userId == right.userId; });
}

bool isSame(const AccountRow &a, const AccountRow &b)
{
    return a.balance == b.balance && a.trading == b.trading && a.lastChange == b.lastChange
        && a.changedAt == b.changedAt;
}

int alignment(AccountsModel::Column column)
{
    return int((column == AccountsModel::Column::User ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

/// Read aloud and copied; on the screen the delegates format roles.
QString moneyText(core::Money money)
{
    return widgets::formatMoney(money);
}

} // namespace

void AccountsModel::show(const BankPage &page)
{
    const auto addTrading = [](core::Money sum, const AccountRow &account) { return sum + account.trading; };
    m_sum = page.sum;
    m_inAll = page.accountsInAll;
    m_tradingSum = std::accumulate(page.accounts.begin(), page.accounts.end(), core::Money(), addTrading);
    if (hasSameUsers(m_accounts, page.accounts))
        return updateRows(page);
    beginResetModel();
    m_accounts = page.accounts;
    endResetModel();
}

void AccountsModel::updateRows(const BankPage &page)
{
    for (int row = 0; row < m_accounts.size(); ++row) {
        if (isSame(m_accounts.at(row), page.accounts.at(row)))
            continue;
        m_accounts[row] = page.accounts.at(row);
        emit dataChanged(index(row, 0), index(row, columns - 1));
    }
    if (!m_accounts.isEmpty())
        emit dataChanged(index(rowCount() - 1, 0), index(rowCount() - 1, columns - 1));
}

QModelIndex AccountsModel::indexOf(int userId) const
{
    for (int row = 0; row < m_accounts.size(); ++row) {
        if (m_accounts.at(row).userId == userId)
            return index(row, 0);
    }
    return {};
}

void AccountsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_accounts.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_accounts.isEmpty())
        return 0;
    return int(m_accounts.size()) + 1;
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (index.row() == m_accounts.size())
        return sumCell(column, role);
    return accountCell(m_accounts.at(index.row()), column, role);
}

QVariant AccountsModel::accountCell(const AccountRow &account, Column column, int role) const
{
    if (role == UserRole)
        return account.userId;
    const bool hasChanged = account.changedAt.has_value();
    switch (column) {
    case Column::User:
        return role == Qt::DisplayRole ? QVariant(QString::number(account.userId)) : QVariant();
    case Column::Balance:
        if (role == Qt::DisplayRole)
            return moneyText(account.balance);
        if (role == widgets::MoneyRole)
            return QVariant::fromValue(account.balance);
        if (role == widgets::DeltaRole && hasChanged)
            return QVariant::fromValue(account.lastChange);
        return role == widgets::ChangedAtRole && hasChanged ? QVariant::fromValue(*account.changedAt) : QVariant();
    case Column::Trading:
        if (role == Qt::DisplayRole)
            return moneyText(account.trading);
        return role == widgets::MoneyRole ? QVariant::fromValue(account.trading) : QVariant();
    case Column::Changed:
        return role == widgets::TimeRole && hasChanged ? QVariant::fromValue(*account.changedAt) : QVariant();
    }
    return {};
}

QVariant AccountsModel::sumCell(Column column, int role) const
{
    if (role == UserRole)
        return 0;
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    switch (column) {
    case Column::User:
        //: all accounts of a bank together; %1 is how many they are
        return role == Qt::DisplayRole ? QVariant(tr("All %1").arg(widgets::formatCount(m_inAll))) : QVariant();
    case Column::Balance:
        if (role == Qt::DisplayRole)
            return moneyText(m_sum);
        return role == widgets::MoneyRole ? QVariant::fromValue(m_sum) : QVariant();
    case Column::Trading:
        if (role == Qt::DisplayRole)
            return moneyText(m_tradingSum);
        return role == widgets::MoneyRole ? QVariant::fromValue(m_tradingSum) : QVariant();
    case Column::Changed:
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    }
    return {};
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(Column(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::User:
        //: the owner of an account, by number
        return tr("User");
    case Column::Balance:
        return tr("Balance");
    case Column::Trading:
        //: amount of an account that is reserved
        return tr("Trading");
    case Column::Changed:
        //: how long ago a balance changed
        return tr("Changed");
    }
    return {};
}

} // namespace ui
