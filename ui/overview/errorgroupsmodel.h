// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/callfailures.h"
#include "ui/session/flowseries.h"

#include <QAbstractTableModel>

namespace ui {

/// Calls that went wrong within the range, oldest slot first. Pure.
QList<int> courseOf(const core::engine::CallFailure &group, FlowRange range);

/// What goes wrong: a row for calls that failed alike, the latest first.
class ErrorGroupsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Verdict, Status, Call, Answer, Course, Count, Last };
    static constexpr int columns = 7;
    enum Role { CourseRole = Qt::UserRole + 1 }; ///< QList<int>: bars, oldest first

    explicit ErrorGroupsModel(QObject *parent = nullptr);

    /// Those of the groups that had a call within the range. Rows that stay keep their place in the selection.
    void show(const QList<core::engine::CallFailure> &groups, FlowRange range);
    const core::engine::CallFailure *group(const QModelIndex &index) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        core::engine::CallFailure group;
        QList<int> course;
        std::int64_t count = 0;
    };

    static QString callText(const core::engine::CallFailure &group);
    static QString statusText(const core::engine::CallFailure &group);
    QString text(const Row &row, Column column) const;
    QVariant extra(const Row &row, Column column, int role) const;

    QList<Row> m_rows;
};

} // namespace ui
