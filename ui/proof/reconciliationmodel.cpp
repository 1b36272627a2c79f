// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/reconciliationmodel.h"

#include "ui/proof/proofwords.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

namespace ui {
namespace {

theme::Verdict chipOf(ReconciledRow::Agreement agreement)
{
    switch (agreement) {
    case ReconciledRow::Agreement::Agrees:
        return theme::Verdict::Success;
    case ReconciledRow::Agreement::Differs:
        return theme::Verdict::Failure;
    case ReconciledRow::Agreement::Open:
        return theme::Verdict::Ongoing;
    case ReconciledRow::Agreement::NotKnown:
    case ReconciledRow::Agreement::Exempt:
        break;
    }
    return theme::Verdict::Unknown;
}

theme::State shownStateOf(core::message::State state)
{
    switch (state) {
    case core::message::State::Prepared:
        return theme::State::Prepared;
    case core::message::State::Submitted:
        return theme::State::Submitted;
    case core::message::State::Succeed:
        return theme::State::Succeed;
    case core::message::State::Failed:
        return theme::State::Failed;
    }
    return theme::State::Prepared;
}

bool isSamePlace(const ReconciledRow &a, const ReconciledRow &b)
{
    return a.gid == b.gid && a.branchId == b.branchId && a.bank == b.bank;
}

} // namespace

ReconciliationModel::ReconciliationModel(QObject *parent) : RowsModel(parent) { }

void ReconciliationModel::show(const QList<ReconciledRow> &rows, const QStringList &bankNames)
{
    m_bankNames = bankNames;
    take(rows, isSamePlace);
}

QByteArray ReconciliationModel::gidAt(int row) const
{
    return row >= 0 && row < rows().size() ? rows().at(row).gid : QByteArray();
}

void ReconciliationModel::retranslate()
{
    tellAllChanged();
}

int ReconciliationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReconciliationModel::data(const QModelIndex &index, int role) const
{
    if (!rowAt(index))
        return {};
    const ReconciledRow &row = *rowAt(index);
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && column == Means))
        return text(row, column);
    if (role == widgets::VerdictRole && column == Agreement)
        return QVariant::fromValue(chipOf(row.agreement));
    if (role == widgets::StateRole && column == State)
        return QVariant::fromValue(shownStateOf(row.state));
    if (role == widgets::GidRole && column == Message)
        return row.gid;
    if (role == widgets::GidRole && column == Branch)
        return row.branchId;
    if (role == widgets::BankRole && column == Bank)
        return bankMark(row);
    return {};
}

QVariant ReconciliationModel::bankMark(const ReconciledRow &row) const
{
    return row.bank < 0 ? QVariant() : QVariant::fromValue(row.bank == 0 ? theme::Bank::A : theme::Bank::B);
}

QString ReconciliationModel::text(const ReconciledRow &row, Column column) const
{
    switch (column) {
    case Agreement:
        return agreementWord(row.agreement);
    case Message:
        return widgets::shortGid(QString::fromLatin1(row.gid));
    case State:
        return widgets::stateWord(shownStateOf(row.state));
    case Branch:
        return QString::fromLatin1(row.branchId);
    case Bank:
        return row.bank < 0 ? QStringLiteral("–") : m_bankNames.value(row.bank);
    case Means:
        return rowText(row, m_bankNames);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReconciliationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Agreement:
        return tr("Verdict");
    case Message:
        return tr("Message");
    case State:
        return tr("Message says", "the state of a message");
    case Branch:
        return tr("Branch");
    case Bank:
        return tr("Bank");
    case Means:
        return tr("Bank's row says");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace ui
