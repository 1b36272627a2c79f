// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timetravel/rowsthen.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/roles.h"

#include <QFont>

using namespace Qt::StringLiterals;

namespace ui {

void RowsThen::show(const StateThen &state, const QString &senderBank, const QString &receiverBank)
{
    beginResetModel();
    m_rows = state.rows;
    m_senderBank = senderBank;
    m_receiverBank = receiverBank;
    endResetModel();
}

void RowsThen::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

QString RowsThen::meaning(const PresentRow &row)
{
    if (row.isFence())
        return tr("Fenced: can no longer be committed");
    return row.side == Side::Sender ? tr("Debit committed") : tr("Credit applied, once");
}

int RowsThen::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowsThen::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RowsThen::text(const PresentRow &row, Column column) const
{
    switch (column) {
    case Column::Bank:
        return row.side == Side::Sender ? m_senderBank : m_receiverBank;
    case Column::Branch:
        return QString::fromUtf8(row.branchId);
    case Column::Op:
        return QString::fromUtf8(row.op);
    case Column::Reason:
        return QString::fromUtf8(row.reason);
    case Column::Means:
        return row.effect.isEmpty() ? meaning(row) : u"%1 · %2"_s.arg(meaning(row), row.effect);
    }
    return {};
}

QVariant RowsThen::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RowThen &then = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return text(then.row, Column(index.column()));
    if (role == widgets::BankRole && Column(index.column()) == Column::Bank)
        return QVariant::fromValue(then.row.side == Side::Sender ? theme::Bank::A : theme::Bank::B);
    if (role == Qt::FontRole && then.isNew) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == Qt::AccessibleTextRole && then.isNew)
        return tr("%1, written by this event").arg(text(then.row, Column(index.column())));
    return {};
}

QVariant RowsThen::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Bank:
        return tr("Bank");
    case Column::Branch:
        return tr("Branch");
    case Column::Op:
        return tr("Op");
    case Column::Reason:
        return tr("Reason");
    case Column::Means:
        return tr("Means");
    }
    return {};
}

} // namespace ui
