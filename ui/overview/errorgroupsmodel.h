// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/callfailures.h"
#include "core/store/messagereader.h"
#include "ui/session/flowseries.h"
#include "ui/widgets/rowsmodel.h"

namespace ui {

/// Calls that went wrong within the range, oldest slot first. Pure.
QList<int> courseOf(const core::engine::CallFailure &group, FlowRange range);

/// How many of these messages wait because of each group: their last call was one of its calls. Each counts once, in
/// the group that is most like it, the first of several. Pure.
QList<int> waitingBecauseOf(const QList<core::engine::CallFailure> &groups,
                            const QList<core::store::Summary> &retrying);

struct ErrorGroupRow
{
    core::engine::CallFailure group;
    QList<int> course;
    std::int64_t count = 0;
    int waiting = 0;
};

/// What goes wrong: a row for calls that failed alike, at first the latest on top.
class ErrorGroupsModel final : public widgets::RowsModel<ErrorGroupRow>
{
    Q_OBJECT
public:
    enum class Column { Verdict, Status, Call, Answer, Course, Count, Waiting, Last };
    static constexpr int columns = 8;
    enum Role { CourseRole = Qt::UserRole + 1 }; ///< QList<int>: bars, oldest first

    explicit ErrorGroupsModel(QObject *parent = nullptr);

    /// Those of the groups that had a call within the range, and for each how many of the retrying messages wait
    /// because of it; hasMore: others retry that were not read. Rows that stay keep their place in the selection.
    void show(const QList<core::engine::CallFailure> &groups, FlowRange range,
              const QList<core::store::Summary> &retrying = {}, bool hasMore = false);
    const core::engine::CallFailure *group(const QModelIndex &index) const;
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Row = ErrorGroupRow;

    bool isBefore(const Row &a, const Row &b) const;
    void arrange(QList<Row> rows);
    static QString callText(const core::engine::CallFailure &group);
    static QString statusText(const core::engine::CallFailure &group);
    QString text(const Row &row, Column column) const;
    QVariant extra(const Row &row, Column column, int role) const;

    bool m_hasMore = false;
    Column m_sortColumn = Column::Last;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace ui
