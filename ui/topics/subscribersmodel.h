// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/topic.h"

#include <QAbstractTableModel>

namespace ui {

/// Who subscribes to one topic, in the order of their branches.
class SubscribersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Url, Remark, Since };
    static constexpr int columns = 3;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<Subscriber> &subscribers);
    const Subscriber *subscriber(const QModelIndex &index) const; ///< null for an invalid index
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant sinceData(const Subscriber &subscriber, int role);

    QList<Subscriber> m_subscribers;
};

} // namespace ui
