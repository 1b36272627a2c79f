// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace ui {

class ScenarioPlayer;

/// The scenarios as a list: the title is the display text.
class ScenarioModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        FaceRole = Qt::UserRole + 1, ///< int of ScenarioEntry::Face
        StandingRole, ///< the line below the title
    };

    explicit ScenarioModel(const ScenarioPlayer &player, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

private:
    void takeMore();

    const ScenarioPlayer &m_player;
    int m_rows;
};

} // namespace ui
