// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/health.h"
#include "ui/session/connection.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QLineEdit;
class QMenu;

namespace theme {
class Theme;
}

namespace widgets {
class IconButton;
class SearchBox;
} // namespace widgets

namespace ui {

class ConnectionChip;
class HealthLabel;

/// The bar below the menus: connection, search, how the engine is, theme and language.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(theme::Theme &theme, QWidget *parent = nullptr);

    void setConnection(const Connection &connection);
    void setHealth(const core::engine::Health &health);
    /// How many alerts wait for a person.
    void setAlerts(int count);
    /// The menus that the connection and the language button open. Not owned.
    void setMenus(QMenu *connection, QMenu *language);
    QLineEdit &searchField() const;
    void focusSearch();
    void retranslate();

signals:
    void themeToggled();
    void alertsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshThemeButton();
    void labelBell();
    static void popUp(QMenu *menu, const QWidget &below);

    theme::Theme &m_theme;
    ConnectionChip *m_connection;
    theme::Level m_level = theme::Level::Local;
    widgets::SearchBox *m_search;
    HealthLabel *m_health;
    widgets::IconButton *m_bell;
    int m_alertCount = 0;
    widgets::IconButton *m_language;
    widgets::IconButton *m_toggle;
    QMenu *m_connectionMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
};

} // namespace ui
