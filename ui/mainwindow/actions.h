// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace theme {
class Theme;
}

namespace ui {

enum class ActionId {
    NewTransfer,
    OpenCase,
    OpenDataFolder,
    Quit,
    FindMessage,
    FilterMessages,
    Refresh,
    GoBack,
    GoForward,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    TextLarger,
    TextSmaller,
    TextNormal,
    CompactRows,
    LocalTimes,
    NextPane,
    PreviousPane,
    Operate,
    Investigate,
    Present,
    FullScreen,
    RestoreLayout,
    CopyCoordinatorUrl,
    AlertRules,
    LabOn,
    ArmFault,
    ClearFaults,
    CheatSheet,
    Guide,
    Tour,
    Welcome,
    About,
};

/// The actions of the window, each made once with text, icon, shortcut and tip; menus, bars and the cheat sheet show
/// the same objects. Those on a message are the Messages page's.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(const theme::Theme &theme, QObject *parent = nullptr);

    QAction *get(ActionId id) const { return m_actions.value(int(id)); }
    QList<QAction *> all() const; ///< in the order of ActionId
    void retranslate();

private:
    /// One of these is checked at a time.
    void makeExclusive(const QList<ActionId> &ids);
    void setTexts(ActionId id, const QString &text, const QString &tip = {});

    QHash<int, QAction *> m_actions; ///< by ActionId
};

} // namespace ui
