// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topicsmodel.h"

#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"

#include <algorithm>

namespace ui {
namespace {

bool holds(const QByteArray &text, const QString &search)
{
    return QString::fromUtf8(text).contains(search, Qt::CaseInsensitive);
}

bool matches(const Topic &topic, const QString &search)
{
    return search.isEmpty() || holds(topic.name, search)
        || std::any_of(topic.subscribers.cbegin(), topic.subscribers.cend(), [&search](const Subscriber &subscriber) {
               return holds(subscriber.url, search) || holds(subscriber.remark, search);
           });
}

bool haveSameNames(const QList<Topic> &a, const QList<Topic> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
                      [](const Topic &one, const Topic &other) { return one.name == other.name; });
}

} // namespace

void TopicsModel::show(const QList<Topic> &topics, const QString &search)
{
    QList<Topic> matching;
    std::copy_if(topics.cbegin(), topics.cend(), std::back_inserter(matching),
                 [&search](const Topic &topic) { return matches(topic, search); });
    if (haveSameNames(m_topics, matching)) {
        m_topics = matching;
        if (!m_topics.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_topics = matching;
    endResetModel();
}

const Topic *TopicsModel::topic(const QModelIndex &index) const
{
    return index.isValid() ? &m_topics.at(index.row()) : nullptr;
}

QModelIndex TopicsModel::indexOf(const QByteArray &name) const
{
    const auto found =
        std::find_if(m_topics.cbegin(), m_topics.cend(), [&name](const Topic &topic) { return topic.name == name; });
    return found == m_topics.cend() ? QModelIndex() : index(int(found - m_topics.cbegin()), 0);
}

void TopicsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_topics.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int TopicsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size());
}

int TopicsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant TopicsModel::data(const QModelIndex &index, int role) const
{
    const Topic *topic = this->topic(index);
    if (!topic)
        return {};
    const auto column = Column(index.column());
    if (role == NameRole)
        return topic->name;
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Name)
        return QString::fromUtf8(topic->name);
    if (role == widgets::TimeRole && column == Column::Changed && topic->changedAt)
        return QVariant::fromValue(*topic->changedAt);
    if (role != Qt::DisplayRole)
        return {};
    if (column == Column::Name)
        return QString::fromUtf8(topic->name);
    return column == Column::Subscribers ? QVariant(widgets::formatCount(topic->subscribers.size())) : QVariant();
}

QVariant TopicsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name:
        return tr("Topic");
    case Column::Subscribers:
        return tr("Subscribers");
    case Column::Changed:
        return tr("Changed");
    }
    return {};
}

} // namespace ui
