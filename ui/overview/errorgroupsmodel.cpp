// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/errorgroupsmodel.h"

#include "ui/session/flowwatch.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"

#include <algorithm>
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
    return column == ErrorGroupsModel::Column::Count || column == ErrorGroupsModel::Column::Waiting
        || column == ErrorGroupsModel::Column::Last;
}

bool isSameGroup(const ErrorGroupRow &one, const ErrorGroupRow &other)
{
    const CallFailure &a = one.group;
    const CallFailure &b = other.group;
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

QList<int> waitingBecauseOf(const QList<CallFailure> &groups, const QList<core::store::Summary> &retrying)
{
    QList<int> waiting(groups.size(), 0);
    for (const core::store::Summary &message : retrying) {
        qsizetype most = -1;
        int best = 0;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            const int like = core::engine::likeness(groups.at(i), message.awaitedUrl, message.lastVerdict,
                                                    message.lastHttpStatus, message.lastError);
            if (like > best) {
                best = like;
                most = i;
            }
        }
        if (most >= 0)
            ++waiting[most];
    }
    return waiting;
}

ErrorGroupsModel::ErrorGroupsModel(QObject *parent) : RowsModel(parent) { }

void ErrorGroupsModel::show(const QList<CallFailure> &groups, FlowRange range,
                            const QList<core::store::Summary> &retrying, bool hasMore)
{
    m_hasMore = hasMore;
    const QList<int> waiting = waitingBecauseOf(groups, retrying);
    QList<Row> shown;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QList<int> course = courseOf(groups.at(i), range);
        const std::int64_t count = std::accumulate(course.cbegin(), course.cend(), std::int64_t(0));
        if (count > 0)
            shown.append({groups.at(i), course, count, waiting.at(i)});
    }
    arrange(std::move(shown));
}

void ErrorGroupsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    m_sortColumn = Column(column);
    m_sortOrder = order;
    arrange(rows());
}

/// Those alike stay with the latest on top.
void ErrorGroupsModel::arrange(QList<Row> shown)
{
    std::stable_sort(shown.begin(), shown.end(),
                     [](const Row &a, const Row &b) { return a.group.lastAt > b.group.lastAt; });
    std::stable_sort(shown.begin(), shown.end(), [this](const Row &a, const Row &b) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
    });
    take(shown, isSameGroup);
}

bool ErrorGroupsModel::isBefore(const Row &a, const Row &b) const
{
    switch (m_sortColumn) {
    case Column::Verdict:
        return a.group.verdict < b.group.verdict;
    case Column::Status:
        return a.group.httpStatus < b.group.httpStatus;
    case Column::Call:
    case Column::Answer:
        return text(a, m_sortColumn) < text(b, m_sortColumn);
    case Column::Course:
    case Column::Count:
        return a.count < b.count;
    case Column::Waiting:
        return a.waiting < b.waiting;
    case Column::Last:
        return a.group.lastAt < b.group.lastAt;
    }
    Q_UNREACHABLE();
}

const CallFailure *ErrorGroupsModel::group(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row ? &row->group : nullptr;
}

void ErrorGroupsModel::retranslate()
{
    tellAllChanged();
}

int ErrorGroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ErrorGroupsModel::data(const QModelIndex &index, int role) const
{
    if (!rowAt(index))
        return {};
    const Row &row = *rowAt(index);
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
    if (role == Qt::ToolTipRole && column == Column::Waiting)
        return m_hasMore ? tr("Of the newest %Ln message(s) that are tried again", nullptr, FlowWatch::retryingMax)
                         : tr("%Ln message(s) wait because of it", nullptr, row.waiting);
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
    case Column::Waiting:
        //: at least so many
        return row.waiting == 0 ? u"–"_s
            : m_hasMore         ? tr("%1+").arg(widgets::formatCount(row.waiting))
                                : widgets::formatCount(row.waiting);
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
    case Column::Waiting:
        //: how many messages wait because of these calls
        return tr("Waiting");
    case Column::Last:
        //: when the latest call failed
        return tr("Last");
    }
    return {};
}

} // namespace ui
