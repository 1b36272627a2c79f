// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

class MainWindow;

/// One thing of the console that can be looked at: a page, a face of it, a menu or a dialog.
struct Scene
{
    enum class Kind {
        Page, ///< as it is opened
        Face, ///< a page with something done on it
        Popup, ///< a menu or dialog over the window
    };
    QString id; ///< names its picture: letters and '-'
    Kind kind = Kind::Page;
    QString page; ///< that is shown
    std::function<void()> open; ///< what is done on the page; none for a page alone
    std::function<void()> leave; ///< undoes it; a popup closes by itself
};

/// Everything of the console that can be looked at, so that pictures and tests go over the same: a page that is added
/// to Pages is among them by itself. Waits on nested event loops: for programs that paint or test.
class Scenes final
{
public:
    explicit Scenes(MainWindow &window) : m_window(window) { }

    QList<Scene> all() const;
    QList<Scene> of(Scene::Kind kind) const;
    /// Shows the scene, calls look with what is on top (the window, else the menu or dialog) and goes back.
    /// False when nothing opened within a few seconds.
    bool visit(const Scene &scene, const std::function<void(QWidget &top)> &look) const;
    /// Lets events run for that long.
    static void settle(int milliseconds);

private:
    QList<Scene> pages() const;
    QList<Scene> faces() const;
    QList<Scene> menus() const;
    QList<Scene> dialogs() const;
    Scene tabOf(const QString &page, const QString &tabs, int index, const QString &id) const;
    Scene typed(const QString &page, const QString &field, const QString &text, const QString &id) const;
    Scene clicked(const QString &page, const QString &button, const QString &id) const;
    Scene triggered(const QString &page, const QString &action, const QString &id) const;
    bool visitPopup(const Scene &scene, const std::function<void(QWidget &top)> &look) const;

    MainWindow &m_window;
};

} // namespace ui
