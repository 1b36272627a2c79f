// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace theme {
class Theme;
}

namespace ui {

class ScenarioPlayer;

/// The orders to a player as actions: made once, shown on cards and in the menu. A disabled one says in its tooltip
/// why.
class ScenarioActions final : public QObject
{
    Q_OBJECT
public:
    ScenarioActions(ScenarioPlayer &player, const theme::Theme &theme, QObject *parent = nullptr);

    QAction *run() const { return m_run; } ///< F8: plays, pauses, goes on
    QAction *scene() const { return m_scene; } ///< F10: up to the next caption
    QAction *line() const { return m_line; } ///< Ctrl+F10: one line of the file
    QAction *stop() const { return m_stop; }
    QAction *runAll() const { return m_runAll; }
    QAction *openFile() const { return m_openFile; }
    QAction *record() const { return m_record; } ///< checkable: notes what the operator does
    QList<QAction *> all() const { return {m_run, m_scene, m_line, m_stop, m_runAll, m_openFile, m_record}; }
    void retranslate();

private:
    QAction *make(const QString &objectName, const QString &icon, const QList<QKeySequence> &keys);
    void refresh();
    void runOrPause();

    ScenarioPlayer &m_player;
    const theme::Theme &m_theme;
    QAction *m_run;
    QAction *m_scene;
    QAction *m_line;
    QAction *m_stop;
    QAction *m_runAll;
    QAction *m_openFile;
    QAction *m_record;
};

} // namespace ui
