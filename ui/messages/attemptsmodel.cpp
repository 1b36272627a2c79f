// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/attemptsmodel.h"

#include "ui/diagram/messagesequence.h"
#include "ui/messages/errorwords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"
#include "ui/widgets/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::message::Attempt;
using core::message::Message;

namespace {

const QString nothing = u"–"_s;

bool isFigure(AttemptsModel::Column column)
{
    return column == AttemptsModel::Column::Number || column == AttemptsModel::Column::Latency;
}

} // namespace

void AttemptsModel::show(const Message &message, const QList<Attempt> &attempts)
{
    beginResetModel();
    m_rows.clear();
    for (const Attempt &attempt : attempts)
        m_rows << Row{attempt, false};
    for (std::size_t i = 0; i < message.branchDone.size(); ++i) {
        const QByteArray &id = message.content->branches.at(qsizetype(i)).id;
        const auto isOfBranch = [&](const Attempt &attempt) { return attempt.branchId == id; };
        if (message.branchDone[i] && std::none_of(attempts.begin(), attempts.end(), isOfBranch))
            m_rows << Row{{.branchId = id, .startedAt = {}, .verdict = core::message::Verdict::Success}, true};
    }
    endResetModel();
}

void AttemptsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void AttemptsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

QByteArray AttemptsModel::subject(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const Row &of = m_rows.at(row);
    return of.madeUp ? diagram::branchSubject(of.attempt.branchId) : diagram::attemptSubject(of.attempt.number);
}

int AttemptsModel::rowOfSubject(const QByteArray &wanted) const
{
    for (int row = 0; row < m_rows.size() && !wanted.isEmpty(); ++row) {
        if (subject(row) == wanted)
            return row;
    }
    return -1;
}

const Attempt *AttemptsModel::attempt(int row) const
{
    const bool isKept = row >= 0 && row < m_rows.size() && !m_rows.at(row).madeUp;
    return isKept ? &m_rows.at(row).attempt : nullptr;
}

int AttemptsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AttemptsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AttemptsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return int((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case widgets::VerdictRole:
        return column == Column::Verdict ? QVariant::fromValue(widgets::shownVerdict(row.attempt)) : QVariant();
    case MadeUpRole:
        return row.madeUp;
    default:
        return {};
    }
}

QVariant AttemptsModel::toolTip(const Row &row, Column column) const
{
    if (column == Column::Answer)
        return answer(row);
    if (column == Column::Time && !row.madeUp)
        return widgets::formatAbsolute(row.attempt.startedAt);
    return {};
}

QString AttemptsModel::text(const Row &row, Column column) const
{
    const Attempt &attempt = row.attempt;
    switch (column) {
    case Column::Number:
        return row.madeUp ? nothing : QString::number(attempt.number);
    case Column::Time:
        return row.madeUp ? nothing : widgets::formatTimeOfDay(attempt.startedAt);
    case Column::Branch:
        return QString::fromLatin1(attempt.branchId);
    case Column::Verdict:
        return widgets::verdictWord(widgets::shownVerdict(attempt));
    case Column::Http:
        return attempt.httpStatus > 0 ? QString::number(attempt.httpStatus) : nothing;
    case Column::Latency:
        return row.madeUp ? nothing : widgets::formatDuration(attempt.latency);
    case Column::Answer:
        return answer(row).simplified();
    }
    return {};
}

QString AttemptsModel::answer(const Row &row)
{
    if (row.madeUp)
        return tr("First try; no details are kept of it");
    const QString error = beyondStatus(row.attempt.error, row.attempt.httpStatus);
    const QString excerpt = widgets::visibleText(QString::fromUtf8(row.attempt.answerExcerpt));
    if (error.isEmpty() || excerpt.isEmpty())
        return error + excerpt;
    return tr("%1: %2", "what is wrong with an answer, the answer").arg(error, excerpt);
}

QVariant AttemptsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(Column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Number:
        return u"#"_s;
    case Column::Time:
        return tr("Time");
    case Column::Branch:
        return tr("Branch");
    case Column::Verdict:
        return tr("Verdict");
    case Column::Http:
        return tr("HTTP");
    case Column::Latency:
        return tr("Took");
    case Column::Answer:
        return tr("Answer");
    }
    return {};
}

} // namespace ui
