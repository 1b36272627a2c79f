// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timetravel/balancesthen.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

namespace ui {
namespace {

constexpr int sums = 2; ///< in flight, total

} // namespace

void BalancesThen::show(const StateThen &state, const QString &senderBank, const QString &receiverBank)
{
    const bool isReset = state.balances.size() != m_state.balances.size();
    if (isReset)
        beginResetModel();
    m_state = state;
    m_senderBank = senderBank;
    m_receiverBank = receiverBank;
    if (isReset)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void BalancesThen::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int BalancesThen::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_state.balances.isEmpty() ? 0 : int(m_state.balances.size()) + sums;
}

int BalancesThen::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BalancesThen::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype row = index.row();
    if (role == Qt::TextAlignmentRole && Column(index.column()) == Column::Balance)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (row < m_state.balances.size())
        return accountCell(m_state.balances.at(row), Column(index.column()), role);
    return sumCell(row == rowCount() - 1, Column(index.column()), role);
}

QVariant BalancesThen::accountCell(const BalanceThen &then, Column column, int role) const
{
    const bool isSender = then.account.side == Side::Sender;
    const bool isChanged = then.change != core::Money();
    switch (column) {
    case Column::Bank:
        if (role == widgets::BankRole)
            return QVariant::fromValue(isSender ? theme::Bank::A : theme::Bank::B);
        return role == Qt::DisplayRole ? QVariant(isSender ? m_senderBank : m_receiverBank) : QVariant();
    case Column::Account:
        return role == Qt::DisplayRole ? QVariant(tr("User %1").arg(then.account.user)) : QVariant();
    case Column::Balance:
        if (role == widgets::MoneyRole)
            return QVariant::fromValue(then.account.balance);
        if (role == widgets::DeltaRole && isChanged)
            return QVariant::fromValue(then.change);
        if (role == widgets::ChangedAtRole && isChanged)
            return QVariant::fromValue(changedAt());
        if (role == Qt::AccessibleTextRole && isChanged)
            return tr("%1, changed by %2")
                .arg(widgets::formatMoney(then.account.balance), widgets::formatDelta(then.change));
        return role == Qt::DisplayRole ? QVariant(widgets::formatMoney(then.account.balance)) : QVariant();
    }
    return {};
}

QVariant BalancesThen::sumCell(bool isTotal, Column column, int role) const
{
    const core::Money amount = isTotal ? m_state.total : m_state.inFlight;
    if (column == Column::Bank && role == Qt::DisplayRole)
        return isTotal ? tr("Total") : tr("In flight");
    if (column != Column::Balance)
        return {};
    if (role == widgets::MoneyRole)
        return QVariant::fromValue(amount);
    return role == Qt::DisplayRole ? QVariant(widgets::formatMoney(amount)) : QVariant();
}

QVariant BalancesThen::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && Column(section) == Column::Balance)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Bank:
        return tr("Bank");
    case Column::Account:
        return tr("Account");
    case Column::Balance:
        return tr("Balance");
    }
    return {};
}

} // namespace ui
