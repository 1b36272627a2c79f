// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/resultsmodel.h"

#include "ui/theme/statestyle.h"
#include "ui/widgets/corewords.h"
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

/// No store has a message of it, and nobody knows yet whether there will be one.
bool isUnanswered(const TransferOutcome &outcome)
{
    return outcome.isBrokenOff && outcome.state != core::message::State::Failed;
}

bool isRightAligned(int column)
{
    return column == ResultsModel::Number || column == ResultsModel::Amount || column == ResultsModel::Attempts;
}

} // namespace

ResultsModel::ResultsModel(const core::Clock &clock, QObject *parent) : RowsModel(parent), m_clock(clock) { }

void ResultsModel::apply(const QList<TransferOutcome> &outcomes)
{
    take(outcomes, [](const TransferOutcome &a, const TransferOutcome &b) { return a.gid == b.gid; });
}

QByteArray ResultsModel::gidAt(int row) const
{
    return row >= 0 && row < rows().size() ? rows().at(row).gid : QByteArray();
}

bool ResultsModel::isNaiveAt(int row) const
{
    return row >= 0 && row < rows().size() && rows().at(row).isNaive;
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!rowAt(index))
        return {};
    const TransferOutcome &outcome = *rowAt(index);
    if (role == Qt::DisplayRole)
        return text(outcome, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && index.column() == Time && !outcome.note.isEmpty())
        return widgets::coreWords(outcome.note);
    if (role == widgets::VerdictRole && index.column() == State && (outcome.isUnheard || isUnanswered(outcome)))
        return QVariant::fromValue(theme::Verdict::Unknown);
    if (role == widgets::StateRole && index.column() == State && !outcome.isUnheard && !isUnanswered(outcome))
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
        if (isUnanswered(outcome))
            return tr("No answer", "to a transfer that was sent");
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
        return tr("nobody will find out: %1").arg(widgets::coreWords(outcome.note));
    if (outcome.timeToSucceed)
        return widgets::formatDuration(*outcome.timeToSucceed);
    if (outcome.retrying && outcome.dueAt)
        return tr("again in %1").arg(widgets::formatCountdown(*outcome.dueAt - m_clock.now()));
    if (outcome.isBrokenOff && outcome.state == core::message::State::Failed)
        return tr("nothing moved: %1").arg(widgets::coreWords(outcome.note));
    if (outcome.state == core::message::State::Submitted && outcome.note.isEmpty())
        return tr("on its way");
    if (outcome.state == core::message::State::Prepared && outcome.dueAt)
        return tr("asked back in %1").arg(widgets::formatCountdown(*outcome.dueAt - m_clock.now()));
    return widgets::coreWords(outcome.note);
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
