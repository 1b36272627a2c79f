// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activity.h"

#include <QAbstractTableModel>

namespace ui {

/// What a list of activities is narrowed to. A value.
struct ActivityFilter
{
    enum class Kind { All, Actions, Engine, Refused };

    Kind kind = Kind::All;
    QString text; ///< stands, whatever its case, in a word of the row

    bool matches(const Activity &activity) const;
};

/// Activities that match a filter, newest first.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { When, What, Object, Detail, Reason, Who, Outcome };
    static constexpr int columns = 7;

    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces all rows by those of `all`, oldest first, that match.
    void show(const QList<Activity> &all, const ActivityFilter &filter);
    /// One more; it comes on top where it matches.
    void add(const Activity &activity);
    /// One that may be shown has another outcome now.
    void update(const Activity &activity);
    const QList<Activity> &rows() const { return m_rows; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const Activity &activity, Column column);

    ActivityFilter m_filter;
    QList<Activity> m_rows;
};

} // namespace ui
