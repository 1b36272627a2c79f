// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenariomodel.h"

#include "ui/faultlab/scenariowords.h"

using namespace Qt::StringLiterals;

namespace ui {

ScenarioModel::ScenarioModel(const ScenarioPlayer &player, QObject *parent)
    : QAbstractListModel(parent)
    , m_player(player)
    , m_rows(int(player.entries().size()))
{
    connect(&player, &ScenarioPlayer::entriesChanged, this, &ScenarioModel::takeMore);
    connect(&player, &ScenarioPlayer::entryChanged, this, [this](int row) {
        if (row < m_rows)
            emit dataChanged(index(row), index(row));
    });
}

int ScenarioModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

void ScenarioModel::takeMore()
{
    const int rows = int(m_player.entries().size());
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

QVariant ScenarioModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const ScenarioEntry &entry = m_player.entries().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ScenarioWords::title(entry);
    case Qt::ToolTipRole:
        return ScenarioWords::title(entry) + u'\n' + (entry.file.isEmpty() ? entry.scenario.name : entry.file) + u'\n'
            + (entry.hasEnded() ? ScenarioWords::now(entry) : ScenarioWords::standing(entry));
    case Qt::AccessibleTextRole:
        return ScenarioWords::title(entry) + u", "_s + ScenarioWords::standing(entry);
    case FaceRole:
        return int(entry.face);
    case StandingRole:
        return ScenarioWords::standing(entry);
    default:
        return {};
    }
}

void ScenarioModel::retranslate()
{
    if (m_rows > 0)
        emit dataChanged(index(0), index(m_rows - 1));
}

} // namespace ui
