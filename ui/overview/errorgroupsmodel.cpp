// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/errorgroupsmodel.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

using core::engine::CallFailure;

namespace {

template<std::size_t count> QList<int> oldestFirst(const core::engine::SlidingCounts<count> &counts)
{
    const auto &newest = counts.newestFirst();
    return QList<int>(newest.rbegin(), newest.rend());
}

bool isFigure(ErrorGroupsModel::Column column)
{
    return column == ErrorGroupsModel::Column::Count || column == ErrorGroupsModel::Column::Last;
}

bool isSameGroup(const CallFailure &a, const CallFailure &b)
{
    return a.url == b.url && a.verdict == b.verdict && a.httpStatus == b.httpStatus && a.text == b.text
        && a.method == b.method;
}

} // namespace

QList<int> courseOf(const CallFailure &group, FlowRange range)
{
    switch (range) {
    case FlowRange::FiveMinutes:
        return oldestFirst(group.lastFiveMinutes);
    case FlowRange::Hour:
        return oldestFirst(group.lastHour);
    case FlowRange::Day:
        return oldestFirst(group.lastDay);
    }
    return {};
}

ErrorGroupsModel::ErrorGroupsModel(QObject *parent) : QAbstractTableModel(parent) { }

void ErrorGroupsModel::show(const QList<CallFailure> &groups, FlowRange range)
{
    QList<Row> rows;
    for (const CallFailure &group : groups) {
        const QList<int> course = courseOf(group, range);
        const std::int64_t count = std::accumulate(course.cbegin(), course.cend(), std::int64_t(0));
        if (count > 0)
            rows.append({group, course, count});
    }
    const bool staysAsItIs = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                        [](const Row &a, const Row &b) { return isSameGroup(a.group, b.group); });
    if (staysAsItIs) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const CallFailure *ErrorGroupsModel::group(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row()).group : nullptr;
}

void ErrorGroupsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ErrorGroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ErrorGroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ErrorGroupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(row, column);
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return extra(row, column, role);
}

QVariant ErrorGroupsModel::extra(const Row &row, Column column, int role) const
{
    if (role == widgets::VerdictRole && column == Column::Verdict)
        return QVariant::fromValue(
            widgets::shownVerdict({.verdict = row.group.verdict, .httpStatus = row.group.httpStatus}));
    if (role == widgets::GidRole && column == Column::Status)
        return statusText(row.group);
    if (role == CourseRole && column == Column::Course)
        return QVariant::fromValue(row.course);
    if (role == Qt::ToolTipRole && (column == Column::Answer || column == Column::Call))
        return text(row, column);
    if (role == Qt::ToolTipRole && column == Column::Last)
        return widgets::formatAbsolute(row.group.lastAt);
    if (role == widgets::TimeRole && column == Column::Last)
        return QVariant::fromValue(row.group.lastAt);
    if (role == Qt::AccessibleTextRole && column == Column::Course)
        return tr("%Ln call(s)", nullptr, int(row.count));
    return {};
}

QString ErrorGroupsModel::statusText(const CallFailure &group)
{
    return group.httpStatus == 0 ? u"–"_s : QString::number(group.httpStatus);
}

/// "POST 127.0.0.1:8082/api/busi/TransIn": the scheme says little where the host stands.
QString ErrorGroupsModel::callText(const CallFailure &group)
{
    QString url = QString::fromUtf8(group.url);
    if (const qsizetype end = url.indexOf("://"_L1); end > 0)
        url.remove(0, end + 3);
    return QString::fromLatin1(group.method) + u' ' + url;
}

QString ErrorGroupsModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Column::Verdict:
    case Column::Course:
    case Column::Last:
        return {};
    case Column::Status:
        return statusText(row.group);
    case Column::Call:
        return callText(row.group);
    case Column::Answer:
        return widgets::coreWords(QString::fromUtf8(row.group.text));
    case Column::Count:
        return widgets::formatCount(row.count);
    }
    return {};
}

QVariant ErrorGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Verdict:
        return tr("Verdict");
    case Column::Status:
        return tr("HTTP");
    case Column::Call:
        //: a call of a branch or of a checkback
        return tr("Call");
    case Column::Answer:
        return tr("Answer");
    case Column::Course:
        //: how often calls failed over time, as small bars
        return tr("Course");
    case Column::Count:
        return tr("Count");
    case Column::Last:
        //: when the latest call failed
        return tr("Last");
    }
    return {};
}

} // namespace ui
