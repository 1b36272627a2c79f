// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/topic.h"

#include <QAbstractTableModel>

namespace ui {

/// Topics by name, narrowed by a text that stands in the name, in a URL or in a remark.
class TopicsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, Subscribers, Changed };
    static constexpr int columns = 3;
    static constexpr int NameRole = Qt::UserRole + 1; ///< QByteArray

    using QAbstractTableModel::QAbstractTableModel;

    /// The same topics in the same order change cells; anything else replaces all rows.
    void show(const QList<Topic> &topics, const QString &search);
    const Topic *topic(const QModelIndex &index) const; ///< null for an invalid index
    QModelIndex indexOf(const QByteArray &name) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Topic> m_topics;
};

} // namespace ui
