// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/barriermodel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <QSet>

#include <algorithm>

namespace ui {
namespace {

struct Meanings
{
    Q_DECLARE_TR_FUNCTIONS(ui::BarrierModel)
};

/// What makes a barrier row one: the unique key of its table, and the bank it is in.
bool isSameRow(const BarrierRow &a, const BarrierRow &b)
{
    return a.bank == b.bank && a.gid == b.gid && a.branchId == b.branchId && a.op == b.op && a.barrierId == b.barrierId;
}

/// How many rows of now stand above the first one of before; −1 if before does not go on below them.
qsizetype rowsOnTop(const QList<BarrierRow> &before, const QList<BarrierRow> &now)
{
    if (before.isEmpty())
        return -1;
    const auto first =
        std::find_if(now.begin(), now.end(), [&](const BarrierRow &row) { return isSameRow(row, before.first()); });
    const qsizetype added = first - now.begin();
    const qsizetype kept = now.size() - added;
    const bool goesOn = first != now.end() && kept <= before.size()
        && std::equal(first, now.end(), before.begin(), before.begin() + kept, isSameRow);
    return goesOn ? added : -1;
}

bool isMono(BarrierModel::Column column)
{
    using Column = BarrierModel::Column;
    return column == Column::Branch || column == Column::Op || column == Column::Barrier || column == Column::Reason;
}

QString debitMeaning(std::optional<theme::State> state)
{
    if (!state)
        return Meanings::tr("Debit committed");
    switch (*state) {
    case theme::State::Prepared:
        return Meanings::tr("Debited; not submitted yet");
    case theme::State::Submitted:
        return Meanings::tr("Debited; credit on its way");
    case theme::State::Retrying:
        return Meanings::tr("Debited; the credit is tried again");
    case theme::State::Stalled:
        return Meanings::tr("Debited; the credit needs a person");
    case theme::State::Failed:
        return Meanings::tr("Debited, although it failed");
    case theme::State::Succeed:
        break;
    }
    return Meanings::tr("Debit committed");
}

} // namespace

QString barrierMeaning(const BarrierRow &row, std::optional<theme::State> state)
{
    if (row.op == "msg" && row.reason == "rollback")
        return Meanings::tr("Fenced: no debit can follow");
    if (row.op == "msg")
        return debitMeaning(state);
    if (row.op == "action" && row.reason == "action")
        return Meanings::tr("Credit applied once");
    return Meanings::tr("Written for %1").arg(QString::fromUtf8(row.reason));
}

QList<BarrierRow> barrierRowsOf(int bank, int userId, const QList<BarrierRow> &rowsA, const QList<BarrierRow> &rowsB)
{
    QList<BarrierRow> rows = rowsA + rowsB;
    if (userId != 0) {
        QSet<QByteArray> gids;
        for (const BarrierRow &row : std::as_const(rows)) {
            if (row.bank == bank && row.userId == userId)
                gids.insert(row.gid);
        }
        rows.removeIf([&](const BarrierRow &row) { return !gids.contains(row.gid); });
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const BarrierRow &a, const BarrierRow &b) { return a.writtenAt > b.writtenAt; });
    return rows;
}

QList<QByteArray> gidsOf(const QList<BarrierRow> &rows)
{
    QList<QByteArray> gids;
    for (const BarrierRow &row : rows) {
        if (!gids.contains(row.gid))
            gids.append(row.gid);
    }
    return gids;
}

BarrierModel::BarrierModel(QStringList bankNames, QObject *parent)
    : QAbstractTableModel(parent)
    , m_bankNames(std::move(bankNames))
{ }

void BarrierModel::show(const QList<BarrierRow> &rows)
{
    const qsizetype added = rowsOnTop(m_rows, rows);
    if (added < 0) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (const qsizetype kept = rows.size() - added; kept < m_rows.size()) {
        beginRemoveRows({}, int(kept), int(m_rows.size()) - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    if (added == 0)
        return;
    beginInsertRows({}, 0, int(added) - 1);
    m_rows = rows;
    endInsertRows();
}

const BarrierRow *BarrierModel::row(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row()) : nullptr;
}

void BarrierModel::setStates(const StatesByGid &states)
{
    if (std::exchange(m_states, states) != states && !m_rows.isEmpty())
        emit dataChanged(index(0, int(Column::State)), index(rowCount() - 1, int(Column::Means)));
}

void BarrierModel::setBankNames(const QStringList &names)
{
    if (std::exchange(m_bankNames, names) != names)
        retranslate();
}

void BarrierModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int BarrierModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BarrierModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BarrierModel::data(const QModelIndex &index, int role) const
{
    const BarrierRow *row = this->row(index);
    if (!row)
        return {};
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(*row, column);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Written ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return toolTip(*row, column);
    if (column == Column::State)
        return stateCell(*row, role);
    if (role == widgets::BankRole && column == Column::Bank)
        return QVariant::fromValue(row->bank == 0 ? theme::Bank::A : theme::Bank::B);
    if (role == widgets::GidRole && column == Column::Message)
        return row->gid;
    if (role == widgets::GidRole && isMono(column))
        return text(*row, column);
    return {};
}

QVariant BarrierModel::stateCell(const BarrierRow &row, int role) const
{
    const std::optional<theme::State> state = m_states.value(row.gid);
    return role == widgets::StateRole && state ? QVariant::fromValue(*state) : QVariant();
}

QString BarrierModel::stateText(const BarrierRow &row) const
{
    const auto known = m_states.constFind(row.gid);
    if (known == m_states.cend())
        return {};
    return *known ? widgets::stateWord(**known) : QStringLiteral("–");
}

QVariant BarrierModel::toolTip(const BarrierRow &row, Column column) const
{
    if (column == Column::Written)
        return widgets::formatAbsolute(row.writtenAt);
    const auto known = m_states.constFind(row.gid);
    if (column == Column::State && known != m_states.cend() && !*known)
        return tr("The engine's store does not hold this message: another engine has it, or it was cleared away.");
    return column == Column::Means ? QVariant(text(row, column)) : QVariant();
}

QString BarrierModel::text(const BarrierRow &row, Column column) const
{
    switch (column) {
    case Column::Bank:
        return m_bankNames.value(row.bank);
    case Column::Message:
        return widgets::shortGid(QString::fromLatin1(row.gid));
    case Column::Branch:
        return QString::fromUtf8(row.branchId);
    case Column::Op:
        return QString::fromUtf8(row.op);
    case Column::Barrier:
        return QString::fromUtf8(row.barrierId);
    case Column::Reason:
        return QString::fromUtf8(row.reason);
    case Column::State:
        return stateText(row);
    case Column::Means:
        return barrierMeaning(row, m_states.value(row.gid));
    case Column::Written:
        return widgets::formatTimeOfDay(row.writtenAt);
    }
    return {};
}

QVariant BarrierModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Written ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Bank:
        return tr("Bank");
    case Column::Message:
        return tr("Message");
    case Column::Branch:
        return tr("Branch");
    case Column::Op:
        //: short for operation: which part of a message a barrier row is for
        return tr("Op");
    case Column::Barrier:
        //: the number of a barrier within its branch
        return tr("Barrier");
    case Column::Reason:
        //: who wrote a barrier row: the operation itself, or a rollback
        return tr("Reason");
    case Column::State:
        //: how the message of a barrier row stands
        return tr("State");
    case Column::Means:
        //: what a barrier row proves
        return tr("Means");
    case Column::Written:
        return tr("Written");
    }
    return {};
}

} // namespace ui
