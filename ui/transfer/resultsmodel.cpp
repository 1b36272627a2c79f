// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/resultsmodel.h"

#include "ui/theme/statestyle.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

namespace ui {
namespace {

theme::State shownState(const TransferOutcome &outcome)
{
    if (outcome.retrying)
        return theme::State::Retrying;
    switch (outcome.state) {
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

bool isRightAligned(int column)
{
    return column == ResultsModel::Number || column == ResultsModel::Amount || column == ResultsModel::Attempts;
}

} // namespace

ResultsModel::ResultsModel(const core::Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) { }

void ResultsModel::apply(const QList<TransferOutcome> &outcomes)
{
    if (isAnotherRun(outcomes)) {
        beginResetModel();
        m_outcomes = outcomes;
        endResetModel();
        return;
    }
    const qsizetype added = outcomes.size() - m_outcomes.size();
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_outcomes = outcomes.first(added) + m_outcomes;
        endInsertRows();
    }
    updateKnown(outcomes, added);
}

bool ResultsModel::isAnotherRun(const QList<TransferOutcome> &outcomes) const
{
    if (m_outcomes.isEmpty())
        return false;
    return outcomes.size() < m_outcomes.size() || outcomes.last().gid != m_outcomes.last().gid;
}

void ResultsModel::updateKnown(const QList<TransferOutcome> &outcomes, qsizetype added)
{
    for (qsizetype row = added; row < outcomes.size(); ++row) {
        if (m_outcomes.at(row) == outcomes.at(row))
            continue;
        m_outcomes[row] = outcomes.at(row);
        emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

QByteArray ResultsModel::gidAt(int row) const
{
    return row >= 0 && row < m_outcomes.size() ? m_outcomes.at(row).gid : QByteArray();
}

bool ResultsModel::isNaiveAt(int row) const
{
    return row >= 0 && row < m_outcomes.size() && m_outcomes.at(row).isNaive;
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outcomes.size());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TransferOutcome &outcome = m_outcomes.at(index.row());
    if (role == Qt::DisplayRole)
        return text(outcome, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && index.column() == Time && !outcome.note.isEmpty())
        return outcome.note;
    if (role == widgets::VerdictRole && index.column() == State && outcome.isUnheard)
        return QVariant::fromValue(theme::Verdict::Unknown);
    if (role == widgets::StateRole && index.column() == State && !outcome.isUnheard)
        return QVariant::fromValue(shownState(outcome));
    if (role == widgets::GidRole && !outcome.isNaive)
        return outcome.gid;
    return {};
}

QString ResultsModel::text(const TransferOutcome &outcome, int column) const
{
    switch (Column(column)) {
    case Number:
        return widgets::formatCount(outcome.number);
    case State:
        return outcome.isUnheard ? tr("Unknown", "what became of a naive transfer")
                                 : widgets::stateWord(shownState(outcome));
    case Message:
        if (outcome.isNaive)
            return tr("naive", "a transfer without a message");
        return widgets::shortGid(QString::fromLatin1(outcome.gid));
    case Amount:
        return widgets::formatMoney(outcome.amount);
    case Attempts:
        return widgets::formatCount(outcome.attempts);
    case Time:
        return timeText(outcome);
    case Open:
    case ColumnCount:
        return {};
    }
    return {};
}

QString ResultsModel::timeText(const TransferOutcome &outcome) const
{
    if (outcome.isUnheard)
        return tr("nobody will find out: %1").arg(outcome.note);
    if (outcome.timeToSucceed)
        return widgets::formatDuration(*outcome.timeToSucceed);
    if (outcome.retrying && outcome.dueAt)
        return tr("again in %1").arg(widgets::formatCountdown(*outcome.dueAt - m_clock.now()));
    if (outcome.state == core::message::State::Submitted && outcome.note.isEmpty())
        return tr("on its way");
    return outcome.note;
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("#", "number of a transfer in its run");
    case State:
        return tr("State");
    case Message:
        return tr("Message");
    case Amount:
        return tr("Amount");
    case Attempts:
        return tr("Attempts");
    case Time:
        return tr("Time to succeed");
    case Open:
    case ColumnCount:
        return {};
    }
    return {};
}

} // namespace ui
