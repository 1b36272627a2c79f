// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionspage.h"

#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionsmodel.h"
#include "ui/connections/storeswitch.h"
#include "ui/connections/testcard.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/connectiontest.h"
#include "ui/session/passworddesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/tablesetup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using widgets::Banner;

constexpr int gap = 16;
constexpr int listShare = 34; // of the width, in percent
constexpr int testLinesMin = 16;
constexpr int refusalMs = 20'000; // a reason with its remedy takes time to read

/// A new store is another draft than a new bank.
QString draftKey(const Connection &connection)
{
    if (!connection.id.isEmpty())
        return connection.id;
    return connection.isEngine() ? u"new store"_s : u"new bank"_s;
}

QWidget *sqlView(const theme::Theme &theme, const QStringList &statements)
{
    auto *view = new QPlainTextEdit(statements.join(u";\n\n"_s) + u';');
    view->setObjectName(u"sql"_s);
    view->setReadOnly(true);
    view->setFont(theme.mono());
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * 14);
    return view;
}

} // namespace

ConnectionsPage::ConnectionsPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_model(new ConnectionsModel(this))
    , m_list(new QListView)
    , m_listCard(new widgets::Card)
    , m_add(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_addEngine(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_notice(new widgets::NoticeLine(theme))
    , m_formCard(new widgets::Card)
    , m_form(new ConnectionForm(theme))
    , m_use(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_save(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_revert(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_remove(new widgets::Button(theme, widgets::Button::Kind::Danger, {}))
    , m_test(new TestCard(session.connectionTest(), theme))
    , m_switch(new StoreSwitch(session, theme, this))
{
    setObjectName(u"connectionsPage"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(gap);
    row->addWidget(createList(), listShare);
    row->addWidget(createDetails(), 100 - listShare);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(row, 1);
    m_notice->hide();
    connectParts();
    take();
    retranslate();
    m_list->setCurrentIndex(m_model->index(0));
}

QWidget *ConnectionsPage::createList()
{
    m_list->setObjectName(u"connections"_s);
    m_add->setObjectName(u"addBank"_s);
    m_add->setIconName(u"plus"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConnectionDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new widgets::RowHover(*m_list);
    m_addEngine->setObjectName(u"addEngine"_s);
    m_addEngine->setIconName(u"plus"_s);
    m_listCard->addHeaderWidget(m_addEngine);
    m_listCard->addHeaderWidget(m_add);
    m_listCard->body()->addWidget(m_list);
    return m_listCard;
}

QWidget *ConnectionsPage::createDetails()
{
    m_save->setObjectName(u"save"_s);
    m_revert->setObjectName(u"revert"_s);
    m_remove->setObjectName(u"remove"_s);
    m_use->setObjectName(u"useStore"_s);
    for (widgets::Button *button : {m_use, m_remove, m_revert, m_save})
        m_formCard->addHeaderWidget(button);
    m_formCard->body()->addWidget(m_form);
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_formCard);
    column->addWidget(m_test, 1);
    m_test->setMinimumHeight(fontMetrics().lineSpacing() * testLinesMin);
    auto *scroll = new widgets::ColumnScroll(details); // the fields of a low window are scrolled, never squeezed
    scroll->setObjectName(u"details"_s);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields are
    return scroll;
}

void ConnectionsPage::connectParts()
{
    connect(&m_session.connections(), &Connections::changed, this, &ConnectionsPage::take);
    connect(&m_session.passwords(), &PasswordDesk::keychainMissing, this, [this](const QString &reason) {
        m_notice->notify(Banner::Tone::Info,
                         tr("No keychain took the password (%1): it is asked for at the next start.").arg(reason));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsPage::openCurrent);
    connect(m_add, &QAbstractButton::clicked, this, &ConnectionsPage::addBank);
    connect(m_addEngine, &QAbstractButton::clicked, this, &ConnectionsPage::addEngine);
    connect(m_use, &QAbstractButton::clicked, this, &ConnectionsPage::useStore);
    connect(m_switch, &StoreSwitch::runningChanged, this, &ConnectionsPage::showUse);
    connect(m_switch, &StoreSwitch::refused, this,
            [this](const QString &sentence) { m_notice->notify(Banner::Tone::Bad, sentence, refusalMs); });
    connect(m_form, &ConnectionForm::edited, this, [this] {
        keepDraft();
        showButtons();
    });
    connect(m_save, &QAbstractButton::clicked, this, &ConnectionsPage::save);
    connect(m_revert, &QAbstractButton::clicked, this, &ConnectionsPage::revert);
    connect(m_remove, &QAbstractButton::clicked, this, &ConnectionsPage::removeCurrent);
    connect(m_test, &TestCard::testRequested, this, &ConnectionsPage::test);
    connect(m_test, &TestCard::tablesRequested, this, &ConnectionsPage::createTables);
}

void ConnectionsPage::take()
{
    m_model->show(m_session.connections().all(), m_session.connections().engine().id);
    if (const Connection *known = m_session.connections().find(m_shown.id)) {
        m_list->setCurrentIndex(m_model->indexOf(m_shown.id));
        open(*known);
    }
    showStatus();
}

void ConnectionsPage::showConnection(const QString &id)
{
    m_list->setCurrentIndex(m_model->indexOf(id));
}

void ConnectionsPage::openCurrent()
{
    const QString id = m_list->currentIndex().data(ConnectionsModel::IdRole).toString();
    if (const Connection *connection = m_session.connections().find(id))
        open(*connection);
}

void ConnectionsPage::open(const Connection &connection)
{
    m_shown = connection;
    m_form->setConnection(m_drafts.value(draftKey(connection), connection), peersOf(connection));
    const QString newTitle = connection.isEngine() ? tr("New engine store") : tr("New bank");
    m_formCard->setTitle(connection.id.isEmpty() ? newTitle : Connections::labelOf(connection));
    showButtons();
}

void ConnectionsPage::keepDraft()
{
    const Connection typed = m_form->connection();
    if (typed == m_shown)
        m_drafts.remove(draftKey(m_shown));
    else
        m_drafts.insert(draftKey(m_shown), typed);
}

void ConnectionsPage::addBank()
{
    Connection bank;
    bank.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    bank.place.host = u"127.0.0.1"_s;
    addNew(bank);
}

void ConnectionsPage::addEngine()
{
    Connection engine;
    engine.kind = Connection::Kind::Engine;
    engine.safety = Connection::Safety::Confirm;
    engine.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    engine.place.host = u"127.0.0.1"_s;
    engine.place.database = u"checkback"_s;
    addNew(engine);
}

void ConnectionsPage::addNew(const Connection &connection)
{
    m_list->setCurrentIndex({});
    m_list->clearSelection();
    open(connection);
    m_form->focusFirst();
}

void ConnectionsPage::showButtons()
{
    const bool isNew = m_shown.id.isEmpty();
    const bool isEdited = isNew || m_drafts.contains(draftKey(m_shown)) || m_form->password();
    m_save->setEnabled(isEdited);
    m_revert->setEnabled(isEdited);
    m_remove->setVisible(!isNew);
    m_remove->setEnabled(!m_shown.builtIn);
    m_remove->setToolTip(m_shown.builtIn ? tr("This computer's own connections stay.") : QString());
    showUse();
    m_test->setConnection(m_form->connection(), tablesObstacle(m_form->connection()));
}

void ConnectionsPage::showUse()
{
    const QString obstacle = useObstacle();
    m_use->setVisible(m_shown.isEngine());
    m_use->setText(m_switch->isRunning() ? tr("Looking at the Store…") : tr("Use This Store…"));
    m_use->setEnabled(obstacle.isEmpty());
    m_use->setToolTip(obstacle);
}

/// Why the engine cannot be moved to the store that is shown; empty: it can.
QString ConnectionsPage::useObstacle() const
{
    using Phase = EngineState::Phase;
    const EngineState &engine = m_session.engine();
    if (m_shown.id.isEmpty() || m_drafts.contains(draftKey(m_shown)))
        return tr("Save it first.");
    if (m_session.startedReadOnly())
        return tr("Checkback was started read-only.");
    if (engine.connectionId == m_shown.id && engine.phase == Phase::Running)
        return tr("The engine works with this store.");
    const bool isOnTheWay = engine.phase == Phase::Leaving || engine.phase == Phase::Opening || m_switch->isRunning();
    return isOnTheWay ? tr("The engine is on its way to a store.") : QString();
}

void ConnectionsPage::useStore()
{
    m_switch->begin(m_shown);
}

void ConnectionsPage::save()
{
    if (m_form->hasProblem())
        return;
    const Connection typed = m_form->connection();
    const std::optional<QString> password = m_form->password();
    m_drafts.remove(draftKey(m_shown));
    const core::Result<QString> saved = m_session.connections().save(typed);
    m_session.activity().note(ActivityVerb::SaveConnection, typed.label, placeText(typed.place), errorOf(saved));
    if (!saved.ok()) {
        m_drafts.insert(draftKey(m_shown), typed);
        if (!m_form->showProblem(saved.error()))
            m_notice->notify(Banner::Tone::Bad, tr("Not saved: %1").arg(widgets::coreWords(saved.error().detail)));
        return;
    }
    if (password)
        m_session.passwords().keep(*m_session.connections().find(*saved), *password);
    showConnection(*saved);
    openCurrent();
}

void ConnectionsPage::revert()
{
    m_drafts.remove(draftKey(m_shown));
    if (m_shown.id.isEmpty())
        return m_list->setCurrentIndex(m_model->index(0));
    open(m_shown);
}

void ConnectionsPage::removeCurrent()
{
    widgets::ConfirmDialog dialog(m_theme,
                                  {tr("Remove the connection “%1”?").arg(Connections::labelOf(m_shown)),
                                   tr("The database stays as it is; its password leaves the keychain."), tr("Remove")},
                                  this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString id = m_shown.id;
    const QString label = m_shown.label; // another one is shown once this one is gone
    const QString place = placeText(m_shown.place);
    const core::Status removed = m_session.connections().remove(id);
    m_session.activity().note(ActivityVerb::RemoveConnection, label, place, errorOf(removed));
    if (!removed.ok())
        return m_notice->notify(Banner::Tone::Bad,
                                tr("Not removed: %1").arg(widgets::coreWords(removed.error().detail)));
    m_drafts.remove(id);
    m_session.passwords().forget(id);
    if (m_session.connectionTest().connectionId() == id)
        m_session.connectionTest().clear();
    m_list->setCurrentIndex(m_model->index(0));
}

void ConnectionsPage::refresh()
{
    test();
}

void ConnectionsPage::test()
{
    if (const core::Status valid = checkConnection(m_form->connection()); !valid.ok()) {
        m_form->showProblem(valid.error());
        return;
    }
    m_session.testConnection(m_form->connection(), m_form->password());
}

QString ConnectionsPage::tablesObstacle(const Connection &connection) const
{
    if (m_session.readOnly())
        return tr("Checkback was started read-only.");
    if (connection.safety == Connection::Safety::ReadOnly)
        return tr("The safety level is Read-only: nothing can be created there.");
    return {};
}

bool ConnectionsPage::askForTables(const Connection &connection)
{
    widgets::ConfirmDialog dialog(
        m_theme,
        {tr("Create the example tables at “%1”?").arg(connection.label),
         tr("These statements run in %1. Tables that are there stay as they are.").arg(placeText(connection.place)),
         tr("Create Tables"), nameToType(connection)},
        this);
    dialog.setContent(sqlView(m_theme, Session::tableSql(connection)));
    return dialog.exec() == QDialog::Accepted;
}

void ConnectionsPage::createTables()
{
    const Connection connection = m_form->connection();
    if (const core::Status valid = checkConnection(connection); !valid.ok()) {
        m_form->showProblem(valid.error());
        return;
    }
    if (!askForTables(connection))
        return;
    const auto then = [this](const std::optional<core::Error> &error) {
        if (error)
            return m_notice->notify(Banner::Tone::Bad,
                                    tr("The tables were not created: %1").arg(widgets::coreWords(error->detail)));
        m_notice->notify(Banner::Tone::Good, tr("The example tables are there."));
        test();
    };
    m_session.createTables(connection, m_form->password(), this, then, consentBy(nameToType(connection)));
}

QList<Connection> ConnectionsPage::peersOf(const Connection &connection) const
{
    QList<Connection> peers = m_session.connections().banks();
    peers.removeIf([&](const Connection &peer) { return peer.builtIn || peer.id == connection.id; });
    return peers;
}

void ConnectionsPage::showStatus()
{
    emit statusTextChanged(tr("%n connection(s)", nullptr, m_model->rowCount()));
}

void ConnectionsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectionsPage::retranslate()
{
    m_listCard->setTitle(tr("Connections"));
    m_add->setText(tr("Add Bank"));
    m_addEngine->setText(tr("Add Store"));
    m_list->setAccessibleName(tr("Connections"));
    m_save->setText(tr("Save"));
    m_revert->setText(tr("Revert"));
    m_remove->setText(tr("Remove…"));
    m_model->retranslate();
    m_form->retranslate();
    m_test->retranslate();
    open(m_shown);
    showStatus();
}

} // namespace ui
