// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/store/messagereader.h"
#include "ui/session/connection.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

enum class ActionId;
class FaultLabPage;
class MainWindow;
class ScenarioLab;
class Session;

/// One thing of the console that can be looked at: a page, a face of it, a menu or a dialog.
struct Scene
{
    enum class Kind {
        Page, ///< as it is opened
        Face, ///< a page with something done on it
        Popup, ///< a menu, dialog or window over the window
    };
    QString id; ///< names its picture: letters and '-'
    Kind kind = Kind::Page;
    QString page; ///< that is shown
    std::function<void()> open; ///< what is done on the page; none for a page alone
    std::function<void()> leave; ///< undoes it; a popup closes by itself
    QString popup = {}; ///< the name of the popup, where others open on the way
};

/// Everything of the console that can be looked at, so that pictures and tests go over the same: a page that is added
/// to Pages is among them by itself. They want the demo's messages and its banks. Waits on nested event loops: for
/// programs that paint or test.
class Scenes final
{
public:
    Scenes(MainWindow &window, Session &session) : m_window(window), m_session(session) { }

    QList<Scene> all() const;
    QList<Scene> of(Scene::Kind kind) const;
    /// Shows the scene, calls look with what is on top (the window, else the menu or dialog) and goes back.
    /// False when nothing opened within a few seconds.
    bool visit(const Scene &scene, const std::function<void(QWidget &top)> &look) const;
    /// Lets events run for that long.
    static void settle(int milliseconds);

private:
    using Act = std::function<void()>;

    QList<Scene> pages() const;
    QList<Scene> faces() const;
    QList<Scene> menus() const;
    QList<Scene> dialogs() const;
    QList<Scene> verbDialogs() const;
    QList<Scene> connectionScenes() const;
    QList<Scene> faultScenes() const;
    QList<Scene> scenarioScenes() const;
    QList<Scene> moneyScenes() const;
    QList<Scene> caseScenes() const;
    Scene tabOf(const QString &page, const QString &tabs, int index, const QString &id) const;
    Scene typed(const QString &page, const QString &field, const QString &text, const QString &id) const;
    Scene clicked(const QString &page, const QString &button, const QString &id, const QString &popup = {}) const;
    Scene triggered(const QString &page, const QString &action, const QString &id, const QString &popup = {}) const;
    Scene confirmed(const QString &action, const core::store::Filter &filter, const QString &id) const;
    Act press(const QString &page, const QString &button) const;
    Act trigger(const QString &page, const QString &action) const;
    Act act(ActionId id) const;
    void callForSomebody(bool on) const;
    void typeFilter(const QString &text) const;
    QByteArray openGid() const;
    void openMessage(const QByteArray &gid) const;
    void setCareful(bool careful) const;
    void choose(const QString &connectionId) const;
    QString keep(const Connection &connection) const;
    void arm(const QByteArray &point, core::FaultMode mode, int times, const QByteArray &gid) const;
    void clearFaults() const;
    void sendOne() const;
    FaultLabPage &faultLab() const;
    ScenarioLab &lab() const;
    bool playOnce(const QString &name) const;
    void present(const QString &from) const;
    bool visitPopup(const Scene &scene, const std::function<void(QWidget &top)> &look) const;

    MainWindow &m_window;
    Session &m_session;
};

} // namespace ui
