// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/subscribersmodel.h"

#include "ui/widgets/roles.h"

using namespace Qt::StringLiterals;

namespace ui {

void SubscribersModel::show(const QList<Subscriber> &subscribers)
{
    if (m_subscribers == subscribers)
        return;
    beginResetModel();
    m_subscribers = subscribers;
    endResetModel();
}

const Subscriber *SubscribersModel::subscriber(const QModelIndex &index) const
{
    return index.isValid() ? &m_subscribers.at(index.row()) : nullptr;
}

void SubscribersModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_subscribers.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int SubscribersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_subscribers.size());
}

int SubscribersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant SubscribersModel::data(const QModelIndex &index, int role) const
{
    const Subscriber *subscriber = this->subscriber(index);
    if (!subscriber)
        return {};
    const auto column = Column(index.column());
    if (column == Column::Since)
        return sinceData(*subscriber, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return QString::fromUtf8(column == Column::Url ? subscriber->url : subscriber->remark);
}

/// What RelativeTimeDelegate paints.
QVariant SubscribersModel::sinceData(const Subscriber &subscriber, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == widgets::TimeRole && subscriber.since ? QVariant::fromValue(*subscriber.since) : QVariant();
}

QVariant SubscribersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole && column == Column::Since)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Url:
        return tr("URL");
    case Column::Remark:
        return tr("Remark");
    case Column::Since:
        //: since when a URL subscribes to a topic
        return tr("Since");
    }
    return {};
}

} // namespace ui
