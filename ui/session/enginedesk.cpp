// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/enginedesk.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds leaveMax{8'000}; ///< the engine's own limits, and one for a store that is silent
constexpr std::chrono::milliseconds downFor{1'500}; ///< long enough to be seen
constexpr std::chrono::milliseconds lookEvery{500};
constexpr core::Millis silenceTold{1500};

} // namespace

EngineDesk::EngineDesk(Connections &connections, PasswordDesk &passwords, Retirement &retirement,
                       const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_passwords(passwords)
    , m_retirement(retirement)
    , m_clock(clock)
    , m_leaveMax(this)
    , m_downFor(this)
    , m_look(this)
{
    m_leaveMax.setSingleShot(true);
    m_leaveMax.setInterval(leaveMax);
    connect(&m_leaveMax, &QTimer::timeout, this, &EngineDesk::takeStopped);
    m_downFor.setSingleShot(true);
    m_downFor.setInterval(downFor);
    connect(&m_downFor, &QTimer::timeout, this, &EngineDesk::startAgain);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &EngineDesk::lookForSilence);
    connect(&m_passwords, &PasswordDesk::passwordKnown, this, [this](const QString &id) {
        const bool isWanted = m_state.phase == Phase::NeedsPassword || m_state.phase == Phase::Away
            || (m_state.phase == Phase::Opening && !m_host); // the keychain has not answered
        if (id == m_state.connectionId && isWanted)
            open(id);
    });
}

EngineDesk::~EngineDesk()
{
    m_retirement.take(release());
}

core::node::Node *EngineDesk::node() const
{
    return m_state.phase == Phase::Running ? m_host->object()->node() : nullptr;
}

void EngineDesk::enter(const EngineState &state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

core::Status EngineDesk::start(quint16 wishedPort)
{
    m_port = wishedPort;
    const Connection engine = m_connections.engine();
    if (engine.isMySql()) {
        open(engine.id);
        return core::Done{};
    }
    m_state = {.phase = Phase::Opening, .connectionId = engine.id};
    const auto options = optionsFor(engine.id, {});
    makeHost();
    const core::Status started =
        m_host->askObject([&options](EngineHost &host) { return host.start(options.value()); });
    if (!started.ok()) {
        m_retirement.take(release());
        return started;
    }
    takeOpened();
    return core::Done{};
}

void EngineDesk::retry()
{
    if (m_state.phase == Phase::Away || m_state.phase == Phase::NeedsPassword)
        open(m_state.connectionId);
}

core::Status EngineDesk::switchTo(const QString &connectionId)
{
    const Connection *target = m_connections.find(connectionId);
    if (!target || !target->isEngine())
        return core::Error::notFound(u"the connection was removed"_s);
    const bool isOnTheWay = m_state.phase == Phase::Leaving || (m_state.phase == Phase::Opening && !m_target.isEmpty());
    if (isOnTheWay)
        return core::Error::conflict(u"the engine is on its way to another store: wait for the end of that"_s);
    if (m_state.phase == Phase::Running && m_state.connectionId == connectionId)
        return core::Error::conflict(u"the engine works with this store already"_s);
    m_target = connectionId;
    m_origin.clear();
    m_switchProblem.clear();
    if (m_state.phase != Phase::Running) {
        takeStopped();
        return core::Done{};
    }
    m_origin = m_state.connectionId;
    m_look.stop();
    enter({.phase = Phase::Leaving, .connectionId = m_origin});
    m_leaveMax.start();
    m_host->post([](EngineHost &host) { host.stopAndTell(); });
    return core::Done{};
}

std::unique_ptr<OnThread<EngineHost>> EngineDesk::release()
{
    m_look.stop();
    m_leaveMax.stop();
    m_downFor.stop();
    if (m_host)
        m_host->object()->disconnect(this);
    enter({});
    return std::move(m_host);
}

/// The engine has left its store, or hangs there: then it ends behind the screen's back. Whatever it does not hand back
/// any more is in its store, and is taken up when that is opened again.
void EngineDesk::takeStopped()
{
    if (m_state.phase == Phase::Down) {
        m_leaveMax.stop();
        m_host->object()->disconnect(this);
        m_retirement.take(std::move(m_host));
        return m_downFor.start();
    }
    const QString target = m_target;
    m_retirement.take(release());
    open(target);
}

/// The engine was crashed on purpose. Its threads end, its sockets close, and nothing is handed back.
void EngineDesk::takeCrash(const QByteArray &point)
{
    if (m_state.phase != Phase::Running)
        return;
    m_look.stop();
    emit crashed(point);
    enter({.phase = Phase::Down, .connectionId = m_state.connectionId});
    m_leaveMax.start();
    m_host->post([](EngineHost &host) { host.stopAndTell(); });
}

/// The same store and address, as who starts a killed process again would.
void EngineDesk::startAgain()
{
    if (m_state.phase == Phase::Down)
        open(m_state.connectionId);
}

void EngineDesk::open(const QString &connectionId)
{
    if (m_host)
        m_retirement.take(release());
    enter({.phase = Phase::Opening, .connectionId = connectionId});
    const Connection *connection = m_connections.find(connectionId);
    if (!connection)
        return takeFailure(core::Error::notFound(u"the connection was removed"_s));
    if (connectionId == Connections::givenEngineId)
        return openWith(connectionId, {});
    m_passwords.find(*connection, this, [this, connectionId](const core::Result<QString> &password) {
        if (m_state != EngineState{.phase = Phase::Opening, .connectionId = connectionId} || m_host)
            return;
        if (!password.ok() && m_origin.isEmpty())
            return enter({.phase = Phase::NeedsPassword, .connectionId = connectionId});
        password.ok() ? openWith(connectionId, *password) : takeFailure(password.error());
    });
}

std::optional<core::node::NodeOptions> EngineDesk::optionsFor(const QString &connectionId,
                                                              const QString &password) const
{
    const Connection *connection = m_connections.find(connectionId);
    if (!connection)
        return std::nullopt;
    core::node::NodeOptions options;
    options.port = m_port;
    const bool isGiven = connectionId == Connections::givenEngineId && m_given;
    options.store = isGiven ? *m_given : storeAddressOf(*connection, password);
    return options;
}

void EngineDesk::openWith(const QString &connectionId, const QString &password)
{
    const auto options = optionsFor(connectionId, password);
    makeHost();
    m_host->post([options](EngineHost &host) { host.startAndTell(options.value()); });
}

void EngineDesk::makeHost()
{
    m_host = std::make_unique<OnThread<EngineHost>>(u"engine"_s, [] { return std::make_unique<EngineHost>(); });
    const EngineHost *host = m_host->object();
    const auto isCurrent = [this, host] { return m_host && m_host->object() == host; };
    connect(host, &EngineHost::opened, this, [this, isCurrent] {
        if (isCurrent())
            takeOpened();
    });
    connect(host, &EngineHost::failed, this, [this, isCurrent](const core::Error &error) {
        if (isCurrent())
            takeFailure(error);
    });
    connect(host, &EngineHost::stopped, this, [this, isCurrent] {
        if (isCurrent())
            takeStopped();
    });
    connect(host, &EngineHost::crashed, this, [this, isCurrent](const QByteArray &point) {
        if (isCurrent())
            takeCrash(point);
    });
    connect(host, &EngineHost::messagesChanged, this,
            [this, isCurrent](const QList<core::store::Summary> &changed, bool more) {
                if (isCurrent())
                    emit messagesChanged(changed, more);
            });
    connect(host, &EngineHost::healthChanged, this, [this, isCurrent](const core::engine::Health &health) {
        if (isCurrent())
            emit healthChanged(health);
    });
}

void EngineDesk::takeOpened()
{
    const bool isSwitch = !m_target.isEmpty();
    const QString problem = std::exchange(m_switchProblem, {});
    m_target.clear();
    m_origin.clear();
    const QString id = m_state.connectionId;
    enter({.phase = Phase::Running, .connectionId = id});
    m_port = node()->port();
    m_look.start();
    m_connections.useEngine(id);
    emit opened();
    if (isSwitch)
        emit switchEnded(problem);
}

void EngineDesk::takeFailure(const core::Error &error)
{
    const QString id = m_state.connectionId;
    m_retirement.take(release());
    const QString origin = std::exchange(m_origin, {});
    if (origin.isEmpty()) {
        m_target.clear();
        return enter({.phase = Phase::Away, .connectionId = id, .problem = error.detail});
    }
    m_switchProblem = error.detail;
    open(origin);
}

void EngineDesk::lookForSilence()
{
    const core::Millis silence = node() ? node()->storeSilence() : core::Millis(0);
    EngineState seen = m_state;
    if (silence < silenceTold)
        seen.silentSince.reset();
    else if (!seen.silentSince)
        seen.silentSince = m_clock.now() - silence;
    enter(seen);
    if (seen.silentSince)
        emit stateChanged(); // the time that it has lasted is shown
}

} // namespace ui
