// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/stepsmodel.h"

#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

const QString noValue = u"–"_s;

bool hasEnds(const Step &step)
{
    return step.kind == Step::Kind::Call || step.kind == Step::Kind::Answer || step.kind == Step::Kind::LostAnswer;
}

} // namespace

void StepsModel::setSequence(const Sequence &sequence)
{
    resize(sequence.steps.size(), sequence);
    const Sequence before = std::exchange(m_sequence, sequence);
    const bool headsChanged = before.heads != m_sequence.heads;
    for (int row = 0; row < rowCount(); ++row) {
        if (headsChanged || before.steps.at(row) != m_sequence.steps.at(row))
            emit dataChanged(index(row, 0), index(row, columns - 1));
    }
}

/// Adds the new rows at the end, or takes the surplus away there.
void StepsModel::resize(qsizetype rows, const Sequence &sequence)
{
    const qsizetype before = m_sequence.steps.size();
    if (rows > before) {
        beginInsertRows({}, int(before), int(rows) - 1);
        m_sequence.steps << sequence.steps.sliced(before);
        endInsertRows();
    } else if (rows < before) {
        beginRemoveRows({}, int(rows), int(before) - 1);
        m_sequence.steps.resize(rows);
        endRemoveRows();
    }
}

void StepsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sequence.steps.size());
}

int StepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Step &step = m_sequence.steps.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(step, column);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return column == Column::Event ? SequenceWords::sentence(m_sequence, step) : text(step, column);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QString StepsModel::text(const Step &step, Column column) const
{
    switch (column) {
    case Column::Time:
        return step.at ? SequenceWords::time(step) : noValue;
    case Column::From:
        return step.kind == Step::Kind::Gap ? noValue : m_sequence.head(step.from).title;
    case Column::To:
        return hasEnds(step) ? m_sequence.head(step.to).title : noValue;
    case Column::Event:
        return eventText(step);
    case Column::Detail:
        return detailText(step);
    }
    return {};
}

QString StepsModel::eventText(const Step &step) const
{
    if (step.kind == Step::Kind::State && step.state)
        //: %1: the face that the message has from here on
        return tr("state: %1").arg(widgets::stateWord(*step.state));
    if (step.kind == Step::Kind::Answer)
        //: %1: what was answered
        return tr("answer: %1").arg(step.label);
    return step.label;
}

QString StepsModel::detailText(const Step &step) const
{
    QStringList parts;
    if (step.known == Known::Awaited)
        parts << tr("awaited", "a step that is still to come");
    for (const QString &part : {step.note, step.detail}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u" · "_s);
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((Column(section) == Column::Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::From:
        return tr("From");
    case Column::To:
        return tr("To");
    case Column::Event:
        return tr("Event");
    case Column::Detail:
        return tr("Details");
    }
    return {};
}

} // namespace diagram
