// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/scenes.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/sceneparts.h"
#include "ui/session/lookout.h"
#include "ui/session/session.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticeline.h"

#include <QAbstractButton>
#include <QAction>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

using scenes::part;

namespace {

constexpr std::chrono::milliseconds lookInterval{20};
constexpr int openSettle = 150; ///< milliseconds in which a dialog reads what it shows
constexpr int activateSettle = 30;

} // namespace

QList<Scene> Scenes::all() const
{
    return pages() + faces() + menus() + dialogs() + verbDialogs() + caseScenes() + connectionScenes() + faultScenes()
        + scenarioScenes() + moneyScenes();
}

QList<Scene> Scenes::of(Scene::Kind kind) const
{
    QList<Scene> scenes = all();
    scenes.removeIf([kind](const Scene &scene) { return scene.kind != kind; });
    return scenes;
}

QList<Scene> Scenes::pages() const
{
    QList<Scene> scenes;
    for (const QString &page : m_window.pageIds())
        scenes.append({page, Scene::Kind::Page, page, {}, {}});
    return scenes;
}

Scene Scenes::tabOf(const QString &page, const QString &tabs, int index, const QString &id) const
{
    const auto turnTo = [this, page, tabs](int to) {
        if (auto *widget = part<QTabWidget>(m_window, page, tabs))
            widget->setCurrentIndex(to);
    };
    return {page + u'-' + id, Scene::Kind::Face, page, [turnTo, index] { turnTo(index); }, [turnTo] { turnTo(0); }};
}

Scene Scenes::typed(const QString &page, const QString &field, const QString &text, const QString &id) const
{
    const auto type = [this, page, field](const QString &what) {
        if (auto *edit = part<QLineEdit>(m_window, page, field)) {
            edit->setText(what);
            emit edit->returnPressed();
        }
    };
    return {page + u'-' + id, Scene::Kind::Face, page, [type, text] { type(text); }, [type] { type({}); }};
}

Scenes::Act Scenes::press(const QString &page, const QString &button) const
{
    return [this, page, button] {
        if (auto *found = part<QAbstractButton>(m_window, page, button))
            found->click();
    };
}

Scenes::Act Scenes::trigger(const QString &page, const QString &action) const
{
    return [this, page, action] {
        if (auto *found = part<QAction>(m_window, page, action))
            found->trigger();
    };
}

Scene Scenes::clicked(const QString &page, const QString &button, const QString &id, const QString &popup) const
{
    return {id, Scene::Kind::Popup, page, press(page, button), {}, popup};
}

Scene Scenes::triggered(const QString &page, const QString &action, const QString &id, const QString &popup) const
{
    return {id, Scene::Kind::Popup, page, trigger(page, action), {}, popup};
}

Scenes::Act Scenes::act(ActionId id) const
{
    return [this, id] { m_window.findChild<Actions *>()->get(id)->trigger(); };
}

QList<Scene> Scenes::faces() const
{
    const QString present = u"present"_s;
    const QString operate = u"operate"_s;
    const QString overview = Pages::overviewId;
    const QString messages = Pages::messagesId;
    const auto filter = [this, messages](const QString &text, bool matches) {
        part<QLineEdit>(m_window, messages, u"filterText"_s)->setText(text);
        const auto *face = part<widgets::EmptyState>(m_window, messages, u"emptyState"_s);
        scenes::waitFor([face, matches] { // it takes effect when the typing pauses
            return matches ? !face->isVisible() : face->face() == widgets::EmptyState::Face::FilteredOut;
        });
    };
    QList<Scene> scenes{
        {u"overview-table"_s, Scene::Kind::Face, overview, press(overview, u"asTable"_s),
         press(overview, u"asTable"_s)},
        tabOf(messages, u"detailTabs"_s, 1, u"attempts"_s),
        tabOf(messages, u"detailTabs"_s, 2, u"payload"_s),
        tabOf(messages, u"detailTabs"_s, 3, u"raw"_s),
        {u"messages-table"_s, Scene::Kind::Face, messages, press(messages, u"asTable"_s),
         press(messages, u"asTable"_s)},
        {u"messages-filtered"_s, Scene::Kind::Face, messages, [filter] { filter(u"gid:nobody"_s, false); },
         [filter] { filter({}, true); }},
        typed(messages, u"filterText"_s, u"attempts>many"_s, u"problem"_s),
        typed(Pages::activityId, u"activitySearch"_s, u"nothing at all"_s, u"filtered"_s),
        typed(Pages::topicsId, u"topicSearch"_s, u"nothing at all"_s, u"filtered"_s),
        typed(Pages::guideId, u"guideSearch"_s, u"barrier"_s, u"search"_s),
        {u"overview-alerts"_s, Scene::Kind::Face, overview, [this] { callForSomebody(true); },
         [this] { callForSomebody(false); }},
        {u"messages-completion"_s, Scene::Kind::Face, messages, [this] { typeFilter(u"status:s"_s); },
         [this, messages] { typed(messages, u"filterText"_s, {}, {}).leave(); }},
        {u"palette"_s, Scene::Kind::Face, overview, [this] { m_window.showPalette(); },
         [this] { m_window.findChild<CommandPalette *>()->dismiss(); }},
        {u"tour"_s, Scene::Kind::Face, overview, act(ActionId::Tour), press(overview, u"tourEnd"_s)},
        {u"welcome"_s, Scene::Kind::Face, overview, [this] { m_window.showWelcome(); },
         [this, overview] { m_window.showPage(overview); }},
        {present, Scene::Kind::Face, overview, [this, present] { m_window.choosePerspective(present); },
         [this, operate] { m_window.choosePerspective(operate); }},
    };
    return scenes;
}

/// A message waits too long.
void Scenes::callForSomebody(bool on) const
{
    Alerts &alerts = m_session.lookout().alerts();
    AlertRules rules;
    rules.desktop = false;
    if (on)
        rules.preparedMax = core::seconds(1);
    alerts.setRules(rules);
    scenes::waitFor([&] { return alerts.openCount() > 0 || !on; });
    for (const Alert &alert : alerts.alerts()) {
        if (!on)
            alerts.acknowledge(alert.kind);
    }
}

void Scenes::typeFilter(const QString &text) const
{
    auto *edit = part<QLineEdit>(m_window, Pages::messagesId, u"filterText"_s);
    edit->setFocus();
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(edit, &press);
    }
}

QList<Scene> Scenes::menus() const
{
    QList<Scene> scenes;
    for (const QAction *title : m_window.menuBar()->actions()) {
        QMenu *menu = title->menu();
        const auto popUp = [this, menu, title] {
            const QMenuBar &bar = *m_window.menuBar();
            menu->popup(bar.mapToGlobal(bar.actionGeometry(const_cast<QAction *>(title)).bottomLeft()));
        };
        if (menu && title->isVisible())
            scenes.append({u"menu-"_s + menu->objectName(), Scene::Kind::Popup, Pages::messagesId, popUp, {}});
    }
    return scenes << clicked(Pages::messagesId, u"connection"_s, u"menu-connection"_s)
                  << clicked(Pages::messagesId, u"savedViews"_s, u"menu-saved-views"_s)
                  << clicked(Pages::messagesId, u"columns"_s, u"menu-columns"_s)
                  << clicked(Pages::messagesId, u"saveDiagram"_s, u"menu-save-diagram"_s)
                  << clicked(Pages::activityId, u"activityExport"_s, u"menu-export"_s);
}

/// Who works with it: a dialog that is gone leaves nobody active where there is no window manager.
bool Scenes::visit(const Scene &scene, const std::function<void(QWidget &top)> &look) const
{
    m_window.showPage(scene.page);
    for (widgets::NoticeLine *told : m_window.findChildren<widgets::NoticeLine *>())
        told->hide(); // by a scene before: an operator has read it long since
    m_window.activateWindow();
    if (scene.kind == Scene::Kind::Popup)
        return visitPopup(scene, look);
    if (scene.kind == Scene::Kind::Face)
        settle(activateSettle);
    if (scene.open)
        scene.open();
    look(m_window);
    if (scene.leave)
        scene.leave();
    return true;
}

/// A dialog may run a loop of its own, so all that follows is done by a timer.
bool Scenes::visitPopup(const Scene &scene, const std::function<void(QWidget &top)> &look) const
{
    bool opened = false;
    bool isOpening = !scene.popup.isEmpty(); // others open on the way, which are not to be looked at
    QEventLoop loop;
    QTimer watch;
    const QDeadlineTimer deadline(scenes::waitMax);
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (isOpening || (!scenes::popupOnTop(scene.popup) && !deadline.hasExpired()))
            return;
        watch.stop();
        settle(openSettle);
        if (QWidget *top = scenes::popupOnTop(scene.popup)) {
            opened = true;
            look(*top);
        }
        scenes::closePopups();
        loop.quit();
    });
    QTimer::singleShot(0, &loop, [&] {
        scene.open();
        isOpening = false;
    });
    watch.start(lookInterval);
    loop.exec();
    if (scene.leave)
        scene.leave();
    return opened;
}

void Scenes::settle(int milliseconds)
{
    scenes::settle(milliseconds);
}

} // namespace ui
