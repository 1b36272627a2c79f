// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/scenes.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pages.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QEventLoop>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds lookInterval{20};
constexpr int openSettle = 150; ///< milliseconds in which a dialog reads what it shows
constexpr std::chrono::seconds openMax{4};

/// The topmost menu or dialog; null: only the window is there.
QWidget *popupOnTop()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto dialog = std::find_if(windows.cbegin(), windows.cend(), [](const QWidget *window) {
        return window->isVisible() && qobject_cast<const QDialog *>(window);
    });
    return dialog == windows.cend() ? nullptr : *dialog;
}

template<typename T> T *part(const QWidget &window, const QString &page, const QString &name)
{
    const auto *own = window.findChild<QWidget *>(page + u"Page"_s);
    T *found = own ? own->findChild<T *>(name) : nullptr;
    return found ? found : window.findChild<T *>(name);
}

/// Leaves the dialogs that are still open, the last first.
void closePopups()
{
    constexpr int popupsMax = 8;
    for (int i = 0; i < popupsMax; ++i) {
        QWidget *top = popupOnTop();
        if (!top)
            return;
        top->close();
    }
}

} // namespace

QList<Scene> Scenes::all() const
{
    return pages() + faces() + menus() + dialogs();
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

Scene Scenes::clicked(const QString &page, const QString &button, const QString &id) const
{
    return {id,
            Scene::Kind::Popup,
            page,
            [this, page, button] {
                if (auto *found = part<QAbstractButton>(m_window, page, button))
                    found->click();
            },
            {}};
}

Scene Scenes::triggered(const QString &page, const QString &action, const QString &id) const
{
    return {id,
            Scene::Kind::Popup,
            page,
            [this, page, action] {
                if (auto *found = part<QAction>(m_window, page, action))
                    found->trigger();
            },
            {}};
}

QList<Scene> Scenes::faces() const
{
    const QString present = u"present"_s;
    const QString operate = u"operate"_s;
    const auto toggle = [this](const QString &page, const QString &name) {
        return [this, page, name] {
            if (auto *button = part<QAbstractButton>(m_window, page, name))
                button->click();
        };
    };
    const QString overview = Pages::overviewId;
    const QString messages = Pages::messagesId;
    QList<Scene> scenes{
        {u"overview-table"_s, Scene::Kind::Face, overview, toggle(overview, u"asTable"_s),
         toggle(overview, u"asTable"_s)},
        tabOf(messages, u"detailTabs"_s, 1, u"attempts"_s),
        tabOf(messages, u"detailTabs"_s, 2, u"payload"_s),
        tabOf(messages, u"detailTabs"_s, 3, u"raw"_s),
        {u"messages-table"_s, Scene::Kind::Face, messages, toggle(messages, u"asTable"_s),
         toggle(messages, u"asTable"_s)},
        typed(messages, u"filterText"_s, u"gid:nobody"_s, u"filtered"_s),
        typed(messages, u"filterText"_s, u"attempts>many"_s, u"problem"_s),
        typed(Pages::activityId, u"activitySearch"_s, u"nothing at all"_s, u"filtered"_s),
        typed(Pages::topicsId, u"topicSearch"_s, u"nothing at all"_s, u"filtered"_s),
        typed(Pages::guideId, u"guideSearch"_s, u"barrier"_s, u"search"_s),
        {u"connections-new"_s, Scene::Kind::Face, Pages::connectionsId, toggle(Pages::connectionsId, u"addBank"_s),
         toggle(Pages::connectionsId, u"revert"_s)},
        {u"palette"_s, Scene::Kind::Face, overview, [this] { m_window.showPalette(); },
         [this, overview] { m_window.showPage(overview); }},
        {u"welcome"_s, Scene::Kind::Face, overview, [this] { m_window.showWelcome(); },
         [this, overview] { m_window.showPage(overview); }},
        {present, Scene::Kind::Face, overview, [this, present] { m_window.choosePerspective(present); },
         [this, operate] { m_window.choosePerspective(operate); }},
    };
    return scenes;
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

QList<Scene> Scenes::dialogs() const
{
    const QString messages = Pages::messagesId;
    const auto act = [this](ActionId id) {
        return [this, id] { m_window.findChild<Actions *>()->get(id)->trigger(); };
    };
    const auto chooseRows = [this, messages](int count, const QString &action) {
        return [this, messages, count, action] {
            const auto *table = part<QTableView>(m_window, messages, messages);
            table->selectionModel()->clearSelection();
            for (int row = 0; row < count; ++row)
                table->selectionModel()->select(table->model()->index(row, 0),
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
            part<QAction>(m_window, messages, action)->trigger();
        };
    };
    return {{u"dialog-keys"_s, Scene::Kind::Popup, messages, act(ActionId::CheatSheet), {}},
            {u"dialog-about"_s, Scene::Kind::Popup, messages, act(ActionId::About), {}},
            {u"dialog-alert-rules"_s, Scene::Kind::Popup, Pages::overviewId, act(ActionId::AlertRules), {}},
            clicked(messages, u"filterHelp"_s, u"dialog-filter-help"_s),
            triggered(messages, u"arrange"_s, u"dialog-columns"_s),
            triggered(messages, u"peek"_s, u"dialog-peek"_s),
            triggered(messages, u"forceStop"_s, u"dialog-force-stop"_s),
            {u"dialog-compare"_s, Scene::Kind::Popup, messages, chooseRows(2, u"compare"_s), {}},
            {u"dialog-bulk"_s, Scene::Kind::Popup, messages, chooseRows(5, u"bulk-retryNow"_s), {}},
            clicked(Pages::accountsId, u"showSql"_s, u"dialog-sql"_s),
            clicked(Pages::topicsId, u"subscribeButton"_s, u"dialog-subscribe"_s)};
}

bool Scenes::visit(const Scene &scene, const std::function<void(QWidget &top)> &look) const
{
    m_window.showPage(scene.page);
    if (scene.kind == Scene::Kind::Popup)
        return visitPopup(scene, look);
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
    QEventLoop loop;
    QTimer watch;
    const QDeadlineTimer deadline(openMax);
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (!popupOnTop() && !deadline.hasExpired())
            return;
        watch.stop();
        settle(openSettle);
        if (QWidget *top = popupOnTop()) {
            opened = true;
            look(*top);
        }
        closePopups();
        loop.quit();
    });
    QTimer::singleShot(0, &loop, scene.open);
    watch.start(lookInterval);
    loop.exec();
    return opened;
}

void Scenes::settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace ui
