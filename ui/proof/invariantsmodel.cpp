// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/invariantsmodel.h"

#include "ui/proof/proofwords.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <QFont>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

theme::Verdict verdictOf(Holds holds)
{
    switch (holds) {
    case Holds::True:
        return theme::Verdict::Success;
    case Holds::False:
        return theme::Verdict::Failure;
    case Holds::Unknown:
        break;
    }
    return theme::Verdict::Unknown;
}

/// As much of a statement as a column can show: to elide all of it costs as much as the rest of the page's first frame.
QString beginning(const QString &sql)
{
    constexpr qsizetype shownMax = 120;
    return sql.size() > shownMax ? sql.first(shownMax) + u'…' : sql;
}

/// Of the view's font.
QFont emphasis()
{
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

InvariantsModel::InvariantsModel(QObject *parent) : QAbstractTableModel(parent) { }

void InvariantsModel::show(const std::optional<ProofReport> &report)
{
    m_report = report;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const InvariantFinding *InvariantsModel::finding(int row) const
{
    return m_report && row >= 0 && row < m_report->findings.size() ? &m_report->findings.at(row) : nullptr;
}

void InvariantsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int InvariantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allInvariants.size());
}

int InvariantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InvariantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return column == Sql ? beginning(text(index.row(), column)) : text(index.row(), column);
    if (role == Qt::TextAlignmentRole)
        return int((column == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::FontRole && column == MustHold)
        return emphasis();
    const InvariantFinding *found = finding(index.row());
    if (role == Qt::ToolTipRole && (column == Found || column == Sql || column == MustHold))
        return text(index.row(), column);
    if (role == widgets::VerdictRole && column == Verdict)
        return QVariant::fromValue(verdictOf(found ? found->holds : Holds::Unknown));
    if (role == widgets::GidRole && column == Sql)
        return beginning(text(index.row(), column));
    return {};
}

QString InvariantsModel::text(int row, Column column) const
{
    const InvariantFinding *found = finding(row);
    switch (column) {
    case Verdict:
        return found ? holdsWord(found->holds) : tr("…", "not known yet");
    case MustHold:
        return invariantText(allInvariants.at(std::size_t(row)));
    case Found:
        return found ? foundText(*found, *m_report) : QString();
    case Sql:
        return found && !found->sql.isEmpty() ? shownSql(found->sql.first().statement) : QString();
    case Took:
        return found ? widgets::formatDuration(found->took) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant InvariantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Verdict:
        return tr("Verdict");
    case MustHold:
        return tr("Must hold");
    case Found:
        return tr("Found");
    case Sql:
        return tr("SQL");
    case Took:
        return tr("Took", "how long it took");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace ui
