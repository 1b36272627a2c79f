// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QMenu>
#include <QObject>

class QMenuBar;

namespace ui {

class Actions;
enum class ActionId;

/// Puts the window's actions, the pages, the languages and the verbs of the Messages page into menus. Makes no action
/// but those of pages and languages.
class Menus final : public QObject
{
    Q_OBJECT
public:
    struct PageEntry
    {
        QString id;
        QIcon icon;
        QString title;
    };

    Menus(QMenuBar &bar, Actions &actions, QObject *parent = nullptr);

    void setPages(const QList<PageEntry> &pages);
    void setMessageActions(const QList<QAction *> &actions);
    /// The orders to the scenarios, a separator for each null, and the stories that can be played.
    void setScenarioActions(const QList<QAction *> &orders, const QList<QAction *> &stories);
    void addStory(QAction *story);
    /// While the welcome page is shown, menus that need an engine's pages are not.
    void setWelcoming(bool welcoming);
    void setCurrentLanguage(const QString &code);
    void setPageTitle(const QString &id, const QString &title);
    QMenu *engineMenu() const { return m_engine; }
    QMenu *languageMenu() const { return m_language; }
    QList<QAction *> pageActions() const { return m_pageGroup.actions(); }
    QList<QAction *> languageActions() const { return m_languageGroup.actions(); }
    void retranslate();

signals:
    void pageChosen(const QString &id);
    void languageChosen(const QString &code); ///< empty: the system's

private:
    void fillView();
    void fillLanguages();
    void addLanguage(const QString &code, const QString &name);
    static void fill(QMenu &menu, Actions &actions, const QList<ActionId> &ids);

    Actions &m_actions;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_message;
    QMenu *m_engine;
    QMenu *m_faults;
    QMenu *m_scenario;
    QMenu *m_stories;
    QMenu *m_help;
    QMenu *m_perspective;
    QMenu *m_scheme;
    QMenu *m_textSize;
    QMenu *m_language;
    QAction *m_afterPages;
    QActionGroup m_pageGroup;
    QActionGroup m_languageGroup;
};

} // namespace ui
