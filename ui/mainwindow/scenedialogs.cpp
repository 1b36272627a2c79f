// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs on the overview, on messages and on connections.
#include "ui/cases/casedesk.h"
#include "ui/connections/connectionsmodel.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/sceneparts.h"
#include "ui/mainwindow/scenes.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QListView>
#include <QTabWidget>
#include <QTableView>

#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

using core::bank::DatabaseUrl;
using scenes::part;

namespace {

constexpr int happenedTab = 4; ///< of a case: after the four that every message has
constexpr quint16 nobodysPort = 9;

DatabaseUrl serverPlace()
{
    DatabaseUrl place;
    place.kind = DatabaseUrl::Kind::MySql;
    place.host = u"127.0.0.1"_s;
    place.port = nobodysPort;
    place.user = u"dtm"_s;
    place.database = u"dtm"_s;
    return place;
}

DatabaseUrl filePlace(const QString &path)
{
    DatabaseUrl place;
    place.path = path;
    return place;
}

} // namespace

QList<Scene> Scenes::dialogs() const
{
    const QString messages = Pages::messagesId;
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
            {u"dialog-compare"_s, Scene::Kind::Popup, messages, chooseRows(2, u"compare"_s), {}},
            {u"dialog-bulk"_s, Scene::Kind::Popup, messages, chooseRows(5, u"bulk-retryNow"_s), {}},
            clicked(Pages::accountsId, u"showSql"_s, u"dialog-sql"_s),
            clicked(Pages::topicsId, u"subscribeButton"_s, u"dialog-subscribe"_s)};
}

QByteArray Scenes::openGid() const
{
    const auto *gid = part<QWidget>(m_window, Pages::messagesId, u"gid"_s);
    return gid->isVisible() ? gid->property("text").toString().toLatin1() : QByteArray();
}

void Scenes::openMessage(const QByteArray &gid) const
{
    m_window.showMessage(gid);
    scenes::waitFor([&] { return openGid() == gid; });
}

/// Whether every change asks first.
void Scenes::setCareful(bool careful) const
{
    Connection engine = m_session.connections().engine();
    engine.label = Connections::labelOf(engine);
    engine.safety = careful ? Connection::Safety::Confirm : Connection::Safety::Open;
    (void)m_session.connections().save(engine);
}

/// The dialog that a verb asks with, about the newest message that fits.
Scene Scenes::confirmed(const QString &action, const core::store::Filter &filter, const QString &id) const
{
    const auto before = std::make_shared<QByteArray>();
    const auto open = [this, action, filter, before] {
        *before = openGid();
        setCareful(true);
        openMessage(scenes::newestGid(m_session, filter));
        trigger(Pages::messagesId, action)();
    };
    const auto leave = [this, before] {
        setCareful(false);
        openMessage(*before);
    };
    return {id, Scene::Kind::Popup, Pages::messagesId, open, leave};
}

QList<Scene> Scenes::verbDialogs() const
{
    core::store::Filter undecided;
    undecided.urlText = "reserve-seat";
    core::store::Filter retried;
    retried.urlText = "send-invoice";
    core::store::Filter refused;
    refused.states = {core::message::State::Failed};
    return {confirmed(u"replayCheckback"_s, undecided, u"dialog-replay"_s),
            confirmed(u"submit"_s, undecided, u"dialog-submit"_s),
            confirmed(u"abort"_s, undecided, u"dialog-abort"_s),
            confirmed(u"retryNow"_s, retried, u"dialog-retry"_s),
            confirmed(u"forceStop"_s, retried, u"dialog-force-stop"_s),
            confirmed(u"resend"_s, refused, u"dialog-resend"_s)};
}

QList<Scene> Scenes::caseScenes() const
{
    const QString messages = Pages::messagesId;
    const QString file = QDir(m_session.dataDir()).filePath(u"invoice.checkback"_s);
    const auto openCase = [this, file](int tab) {
        return [this, file, tab] {
            auto *desk = m_window.findChild<CaseDesk *>();
            if (!QFile::exists(file))
                desk->saveTo(file, openGid(), core::casefile::Payloads::Keep);
            scenes::waitFor([&file] { return QFile::exists(file); });
            desk->open(file);
            scenes::waitFor([] { return scenes::popupOnTop(u"caseWindow"_s) != nullptr; });
            if (QWidget *window = scenes::popupOnTop(u"caseWindow"_s))
                window->findChild<QTabWidget *>(u"detailTabs"_s)->setCurrentIndex(tab);
        };
    };
    return {triggered(messages, u"saveCase"_s, u"dialog-save-case"_s),
            triggered(messages, u"whatHappened"_s, u"window-what-happened"_s, u"timeTravelWindow"_s),
            {u"window-case"_s, Scene::Kind::Popup, messages, openCase(0), {}, u"caseWindow"_s},
            {u"window-case-happened"_s, Scene::Kind::Popup, messages, openCase(happenedTab), {}, u"caseWindow"_s},
            {u"window-case-replay"_s, Scene::Kind::Popup, messages, openCase(happenedTab + 1), {}, u"caseWindow"_s}};
}

QString Scenes::keep(const Connection &connection) const
{
    const core::Result<QString> id = m_session.connections().save(connection);
    return id.ok() ? *id : QString();
}

void Scenes::choose(const QString &connectionId) const
{
    auto *list = part<QListView>(m_window, Pages::connectionsId, u"connections"_s);
    list->setCurrentIndex(static_cast<ConnectionsModel *>(list->model())->indexOf(connectionId));
}

QList<Scene> Scenes::connectionScenes() const
{
    const QString page = Pages::connectionsId;
    const auto added = std::make_shared<QString>();
    const auto use = [this, page, added](const QString &label, const DatabaseUrl &place) {
        return [this, page, added, label, place] {
            Connection store;
            store.kind = Connection::Kind::Engine;
            store.label = label;
            store.place = place;
            store.passwordKept = Connection::PasswordKept::Nowhere;
            store.care = Connection::Care::Prod;
            store.safety = Connection::Safety::TypeName;
            *added = keep(store);
            choose(*added);
            press(page, u"useStore"_s)();
        };
    };
    const auto remove = [this, added] {
        choose(Connections::engineId);
        (void)m_session.connections().remove(*added);
    };
    const auto test = [this, page] {
        choose(Connections::bankAId);
        press(page, u"startTest"_s)();
    };
    return {{u"connections-new"_s, Scene::Kind::Face, page, press(page, u"addBank"_s), press(page, u"revert"_s)},
            {u"connections-tested"_s, Scene::Kind::Face, page, test, [this] { choose(Connections::engineId); }},
            {u"dialog-password"_s, Scene::Kind::Popup, page, use(u"payments-eu"_s, serverPlace()), remove},
            {u"dialog-store-switch"_s, Scene::Kind::Popup, page,
             use(u"archive"_s, filePlace(QDir(m_session.dataDir()).filePath(u"archive.db"_s))), remove}};
}

} // namespace ui
