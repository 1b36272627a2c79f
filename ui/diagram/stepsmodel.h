// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

#include <QAbstractTableModel>

namespace diagram {

/// The same sequence as a table: a row a step, with nothing left out that the diagram shows.
class StepsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Time, From, To, Event, Detail };
    static constexpr int columns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that the sequence has in common with the one before stay; what changed is told row by row.
    void setSequence(const Sequence &sequence);
    const Sequence &sequence() const { return m_sequence; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void resize(qsizetype rows, const Sequence &sequence);
    QString text(const Step &step, Column column) const;
    QString eventText(const Step &step) const;
    QString detailText(const Step &step) const;

    Sequence m_sequence;
};

} // namespace diagram
