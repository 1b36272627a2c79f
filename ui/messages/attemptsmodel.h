// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QAbstractTableModel>

namespace ui {

/// The calls that were made for one message. Of a branch that succeeded at the first try nothing is kept but that it
/// did: its row is made up from that, and says so.
class AttemptsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Time, Branch, Verdict, Http, Latency, Answer };
    static constexpr int columns = 7;
    /// bool: the row stands for a call of which no details were kept.
    static constexpr int MadeUpRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows another message, or another state of the same one.
    void show(const core::message::Message &message, const QList<core::message::Attempt> &attempts);
    void clear();
    void retranslate();

    /// What the call of a row is in the diagram: diagram::attemptSubject() or branchSubject(); empty outside.
    QByteArray subject(int row) const;
    /// −1: there is none.
    int rowOfSubject(const QByteArray &subject) const;
    /// Null outside, and for a call of which no details were kept.
    const core::message::Attempt *attempt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        core::message::Attempt attempt;
        bool madeUp = false;
    };

    QVariant toolTip(const Row &row, Column column) const;
    QString text(const Row &row, Column column) const;
    static QString answer(const Row &row);

    QList<Row> m_rows;
};

} // namespace ui
