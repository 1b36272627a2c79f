// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionsmodel.h"

#include "ui/session/connections.h"
#include "ui/session/connectionwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

bool hasSameIds(const QList<Connection> &a, const QList<Connection> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Connection &left, const Connection &right) { return left.id == right.id; });
}

QString iconOf(const Connection &connection)
{
    if (connection.kind == Connection::Kind::Engine)
        return u"server"_s;
    return connection.isMySql() ? u"database"_s : u"accounts"_s;
}

} // namespace

QString ConnectionsModel::placeOf(const Connection &connection) const
{
    const QString place = kindWords(connection);
    //: after what an engine's store is: the engine works with this one now
    return connection.id == m_engineId ? tr("%1 · in use").arg(place) : place;
}

void ConnectionsModel::show(const QList<Connection> &connections, const QString &engineId)
{
    m_engineId = engineId;
    if (hasSameIds(m_connections, connections)) {
        m_connections = connections;
        return retranslate();
    }
    beginResetModel();
    m_connections = connections;
    endResetModel();
}

QModelIndex ConnectionsModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_connections.size(); ++row) {
        if (m_connections.at(row).id == id)
            return index(row);
    }
    return {};
}

void ConnectionsModel::retranslate()
{
    if (!m_connections.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_connections.size());
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Connection &connection = m_connections.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return Connections::labelOf(connection);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(Connections::labelOf(connection), placeOf(connection), careWord(connection.care),
                 safetyWord(connection.safety));
    case Qt::ToolTipRole:
        return safetySentence(connection.safety);
    case IdRole:
        return connection.id;
    case PlaceRole:
        return placeOf(connection);
    case CareRole:
        return int(connection.care);
    case SafetyRole:
        return int(connection.safety);
    case IconRole:
        return iconOf(connection);
    default:
        return {};
    }
}

} // namespace ui
