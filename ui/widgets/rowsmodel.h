// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>
#include <concepts>

namespace widgets {

/// A table whose rows are values that are read again and again: take() tells the views only what differs, so that what
/// is chosen and in view stays with its row. Columns and texts are a subclass's.
template<typename Row> class RowsModel : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    using QAbstractTableModel::QAbstractTableModel;

    const QList<Row> &rows() const { return m_rows; }
    /// The row of an index of this model; null for another one.
    const Row *rowAt(const QModelIndex &index) const
    {
        using Option = QAbstractItemModel::CheckIndexOption;
        return checkIndex(index, Option::IndexIsValid | Option::ParentIsInvalid) ? &m_rows.at(index.row()) : nullptr;
    }

    /// Shows these rows. isSame(a, b): whether two rows are about the same thing, whatever they tell of it. Rows that
    /// come first are inserted; where others come, go or change places, short tables keep each row's index, and long
    /// ones start anew.
    template<typename IsSame> void take(const QList<Row> &wanted, const IsSame &isSame)
    {
        const qsizetype added = wanted.size() - m_rows.size();
        if (added >= 0 && std::equal(m_rows.cbegin(), m_rows.cend(), wanted.cbegin() + added, isSame)) {
            insert(0, wanted.first(added));
        } else if (std::max(m_rows.size(), wanted.size()) <= mergedMax) {
            merge(wanted, isSame);
        } else {
            beginResetModel();
            m_rows = wanted;
            endResetModel();
        }
        update(wanted);
    }

    /// Titles and texts read differently.
    void tellAllChanged()
    {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount({}) - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount({}) - 1));
    }

private:
    static constexpr qsizetype mergedMax = 500; ///< rows; each is looked for among all

    void insert(qsizetype at, const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(at), int(at + rows.size()) - 1);
        m_rows = m_rows.first(at) + rows + m_rows.sliced(at);
        endInsertRows();
    }

    template<typename IsSame> static qsizetype placeOf(const Row &row, const QList<Row> &among, const IsSame &isSame)
    {
        const auto found = std::find_if(among.cbegin(), among.cend(), [&](const Row &one) { return isSame(one, row); });
        return found == among.cend() ? -1 : found - among.cbegin();
    }

    template<typename IsSame> void merge(const QList<Row> &wanted, const IsSame &isSame)
    {
        for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
            if (placeOf(m_rows.at(row), wanted, isSame) >= 0)
                continue;
            beginRemoveRows({}, int(row), int(row));
            m_rows.removeAt(row);
            endRemoveRows();
        }
        QList<Row> news;
        for (const Row &row : wanted) {
            if (placeOf(row, m_rows, isSame) < 0)
                news << row;
        }
        insert(m_rows.size(), news);
        if (!std::equal(m_rows.cbegin(), m_rows.cend(), wanted.cbegin(), wanted.cend(), isSame))
            rearrange(wanted, isSame);
    }

    /// The same rows in another order.
    template<typename IsSame> void rearrange(const QList<Row> &wanted, const IsSame &isSame)
    {
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList kept = persistentIndexList();
        QModelIndexList moved;
        for (const QModelIndex &one : kept)
            moved << index(int(placeOf(m_rows.at(one.row()), wanted, isSame)), one.column());
        m_rows = wanted;
        changePersistentIndexList(kept, moved);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    /// They stand where they are to stand: what do they tell?
    void update(const QList<Row> &wanted)
    {
        for (qsizetype row = 0; row < wanted.size(); ++row) {
            if constexpr (std::equality_comparable<Row>) {
                if (m_rows.at(row) == wanted.at(row))
                    continue;
            }
            m_rows[row] = wanted.at(row);
            emit dataChanged(index(int(row), 0), index(int(row), columnCount({}) - 1));
        }
    }

    QList<Row> m_rows;
};

} // namespace widgets
