// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitymodel.h"

#include "ui/activity/activitywords.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <algorithm>

namespace ui {
namespace {

bool isOfKind(const Activity &activity, ActivityFilter::Kind kind)
{
    switch (kind) {
    case ActivityFilter::Kind::All:
        return true;
    case ActivityFilter::Kind::Actions:
        return !isEngineEvent(activity.verb);
    case ActivityFilter::Kind::Engine:
        return isEngineEvent(activity.verb);
    case ActivityFilter::Kind::Refused:
        return activity.outcome == Activity::Outcome::Refused || activity.outcome == Activity::Outcome::Lost;
    }
    Q_UNREACHABLE();
}

/// Nothing for an event of the engine: there was nothing to be answered.
QVariant verdictOf(Activity::Outcome outcome)
{
    switch (outcome) {
    case Activity::Outcome::Requested:
        return QVariant::fromValue(theme::Verdict::Ongoing);
    case Activity::Outcome::Accepted:
        return QVariant::fromValue(theme::Verdict::Success);
    case Activity::Outcome::Refused:
        return QVariant::fromValue(theme::Verdict::Failure);
    case Activity::Outcome::Lost:
        return QVariant::fromValue(theme::Verdict::Unknown);
    case Activity::Outcome::Happened:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

bool ActivityFilter::matches(const Activity &activity) const
{
    if (!isOfKind(activity, kind))
        return false;
    if (text.isEmpty())
        return true;
    const QStringList words{activityWord(activity.verb),   activity.object, activity.detail,
                            detailWords(activity),         activity.reason, activity.who,
                            outcomeWord(activity.outcome), activity.error};
    return std::any_of(words.cbegin(), words.cend(),
                       [this](const QString &word) { return word.contains(text, Qt::CaseInsensitive); });
}

void ActivityModel::show(const QList<Activity> &all, const ActivityFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    std::copy_if(all.crbegin(), all.crend(), std::back_inserter(m_rows),
                 [&filter](const Activity &activity) { return filter.matches(activity); });
    endResetModel();
}

void ActivityModel::add(const Activity &activity)
{
    if (!m_filter.matches(activity))
        return;
    beginInsertRows({}, 0, 0);
    m_rows.prepend(activity);
    endInsertRows();
}

void ActivityModel::update(const Activity &activity)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&activity](const Activity &row) { return row.id == activity.id; });
    if (found == m_rows.end())
        return add(activity); // with its outcome it matches by now
    *found = activity;
    const int row = int(found - m_rows.begin());
    emit dataChanged(index(row, 0), index(row, columns - 1));
}

void ActivityModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Activity &activity = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(activity, column);
    if (role == Qt::ToolTipRole)
        return column == Column::When ? widgets::formatAbsolute(activity.at) : text(activity, column);
    if (role == widgets::VerdictRole && column == Column::Outcome)
        return verdictOf(activity.outcome);
    if (role == widgets::GidRole && column == Column::Object && activity.isAboutMessage())
        return activity.object;
    return {};
}

QString ActivityModel::text(const Activity &activity, Column column)
{
    switch (column) {
    case Column::When:
        return widgets::formatAbsolute(activity.at);
    case Column::What:
        return activityWord(activity.verb);
    case Column::Object:
        return activity.isAboutMessage() ? widgets::shownGid(activity.object) : activity.object;
    case Column::Detail:
        return detailWords(activity);
    case Column::Reason:
        return activity.error.isEmpty() ? activity.reason : widgets::coreWords(activity.error);
    case Column::Who:
        if (activity.verb == ActivityVerb::ScenarioEnded)
            return tr("scenario", "who did it: nobody, a scenario came to its end");
        return activity.who.isEmpty() ? tr("engine", "who did it: nobody, it happened to the engine") : activity.who;
    case Column::Outcome:
        return outcomeWord(activity.outcome);
    }
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    switch (Column(section)) {
    case Column::When:
        return tr("When");
    case Column::What:
        //: heading of a column: what was done
        return tr("What");
    case Column::Object:
        //: heading of a column: what it was done to
        return tr("Object");
    case Column::Detail:
        //: heading of a column: how much of what
        return tr("Details");
    case Column::Reason:
        //: heading of a column: the operator's reason, or why it was refused
        return tr("Reason");
    case Column::Who:
        return tr("Who");
    case Column::Outcome:
        return tr("Outcome");
    }
    return {};
}

} // namespace ui
