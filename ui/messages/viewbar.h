// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/narrowing.h"

#include <QWidget>

#include <optional>

class QMenu;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class TabStrip;
} // namespace widgets

namespace ui {

/// The views of the list: those by state with their counts, the saved one that is chosen, and the menu of all saved
/// ones, where the filter of now is saved, renamed and deleted.
class ViewBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewBar(const theme::Theme &theme, QWidget *parent = nullptr);

    /// The id of a view: "all", "waiting", …, or "saved:" and the name.
    QString current() const;
    void setCurrent(const QString &id);
    void showAll();
    bool isAll() const;
    void setCounts(const core::store::Counts &counts);

    QList<SavedView> savedViews() const { return m_saved; }
    void setSavedViews(const QList<SavedView> &views);
    /// What the filter reads now: another text than that of the saved view is that view no more.
    void setFilterText(const QString &text);
    void retranslate();

signals:
    void currentChanged();
    void savedViewsChanged();
    /// A saved view was chosen, or left: its filter is to be shown, resp. cleared.
    void filterWanted(const QString &text);

private:
    void fillMenu();
    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &then);
    void save(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    void choose(const QString &name);
    void leaveSaved();
    void changeTab(const QString &id);
    const SavedView *find(const QString &name) const;

    widgets::TabStrip *m_tabs;
    widgets::Button *m_button;
    QMenu *m_menu;
    QList<SavedView> m_saved;
    QString m_chosen; ///< the name of the saved view that is shown; empty: none is
    QString m_filterText;
};

} // namespace ui
