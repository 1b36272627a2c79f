// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace theme {
class Theme;
}

namespace widgets {
class Segmented;
}

namespace ui {

class Actions;
class Settings;
class UiState;

/// Three ways to work, each with columns, splitters and a page of its own: Operate, Investigate, and Present, which has
/// large type, no ids and no rail. Chosen by the bar or by the actions.
class Perspectives final : public QObject
{
    Q_OBJECT
public:
    Perspectives(UiState &uiState, Settings &settings, theme::Theme &theme, Actions &actions, QObject *parent);

    /// For the corner of the menu bar. Belongs to who takes it.
    widgets::Segmented *bar() const { return m_bar; }
    QString current() const { return m_current; }
    bool isPresent() const;
    /// The one that was chosen last; once, when all pages are there.
    void restore();
    void retranslate();

signals:
    /// Another one was chosen; page is the id of the page that it had last, or begins with.
    void changed(const QString &page);

private:
    struct Choice;
    static QList<Choice> choices();
    void choose(const QString &id);
    void show(const QString &id);
    QString pageOf(const QString &id) const;
    static QString startOf(const QString &id); ///< the page that it begins with

    UiState &m_uiState;
    Settings &m_settings;
    theme::Theme &m_theme;
    Actions &m_actions;
    widgets::Segmented *m_bar;
    QString m_current;
};

} // namespace ui
