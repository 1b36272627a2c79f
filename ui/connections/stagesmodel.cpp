// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/stagesmodel.h"

#include "ui/connections/stagewords.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Outcome = StageReport::Outcome;

bool hasSameSteps(const QList<StageReport> &a, const QList<StageReport> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const StageReport &left, const StageReport &right) { return left.stage == right.stage; });
}

bool hasEnded(const StageReport &report)
{
    return report.outcome == Outcome::Passed || report.outcome == Outcome::Noted || report.outcome == Outcome::Failed;
}

/// The chip of an outcome is that of the state or verdict that looks alike; its word is always its own.
QVariant chip(Outcome outcome, int role)
{
    if (role == widgets::StateRole && outcome == Outcome::Noted)
        return QVariant::fromValue(theme::State::Stalled);
    if (role != widgets::VerdictRole)
        return {};
    switch (outcome) {
    case Outcome::Passed:
        return QVariant::fromValue(theme::Verdict::Success);
    case Outcome::Failed:
        return QVariant::fromValue(theme::Verdict::Failure);
    case Outcome::Running:
        return QVariant::fromValue(theme::Verdict::Ongoing);
    case Outcome::Waiting:
        return QVariant::fromValue(theme::Verdict::TimedOut);
    case Outcome::NotTried:
        return QVariant::fromValue(theme::Verdict::Unknown);
    case Outcome::Noted:
        break;
    }
    return {};
}

} // namespace

void StagesModel::show(const QList<StageReport> &reports)
{
    if (!hasSameSteps(m_reports, reports)) {
        beginResetModel();
        m_reports = reports;
        endResetModel();
        return;
    }
    for (int row = 0; row < m_reports.size(); ++row) {
        if (m_reports.at(row) == reports.at(row))
            continue;
        m_reports[row] = reports.at(row);
        emit dataChanged(index(row, 0), index(row, columns - 1));
    }
}

void StagesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_reports.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int StagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_reports.size());
}

int StagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant StagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageReport &report = m_reports.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(report, column);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Found)
        return QString(findingSentence(report) + u'\n' + findingRemedy(report)).trimmed();
    return column == Column::Outcome ? chip(report.outcome, role) : QVariant();
}

QString StagesModel::text(const StageReport &report, Column column) const
{
    switch (column) {
    case Column::Step:
        return stageName(report.stage);
    case Column::Outcome:
        return outcomeWord(report.outcome);
    case Column::Took:
        return hasEnded(report) ? widgets::formatDuration(report.took) : u"–"_s;
    case Column::Found:
        return findingSentence(report);
    }
    return {};
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((Column(section) == Column::Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Step:
        return tr("Step");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Took:
        //: how long a step took
        return tr("Took");
    case Column::Found:
        return tr("Found");
    }
    return {};
}

} // namespace ui
