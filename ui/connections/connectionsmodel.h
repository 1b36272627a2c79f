// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

#include <QAbstractListModel>

namespace ui {

/// The connections, one a row.
class ConnectionsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        PlaceRole, ///< QString: "MySQL · db.example:3306/dtm_busi"
        CareRole, ///< int: Connection::Care
        SafetyRole, ///< int: Connection::Safety
        IconRole, ///< QString: the name of an icon
    };

    using QAbstractListModel::QAbstractListModel;

    /// Connections that are known change their row; others replace all rows.
    /// engineId: the one whose store the engine works with.
    void show(const QList<Connection> &connections, const QString &engineId);
    QModelIndex indexOf(const QString &id) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString placeOf(const Connection &connection) const;

    QString m_engineId;
    QList<Connection> m_connections;
};

} // namespace ui
