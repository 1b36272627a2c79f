// SPDX-License-Identifier: Apache-2.0
#include "core/faults/stage.h"

#include "core/faults/eventwait.h"

#include <QElapsedTimer>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis lookWhilePausedEvery = 20ms;
constexpr Millis headStart = 50ms;
const QString storeDatabase = u"story_store"_s;
const QString senderDatabaseName = u"story_sender"_s;
const QString receiverDatabaseName = u"story_receiver"_s;

} // namespace

Stage::Stage(StageOptions options, const Scenario &scenario, const RunControl &control,
             std::function<void(const Happening &)> tell)
    : m_options(std::move(options))
    , m_scenario(scenario)
    , m_control(control)
    , m_tell(std::move(tell))
    , m_client({})
    , m_coordinatorRelay([this] { return coordinatorUrl(); }, [this](const RelayedCall &call) { hear(call); },
                         m_requests)
    , m_senderRelay([this] { return m_sender->url(); }, [this](const RelayedCall &call) { hear(call); }, m_requests)
    , m_receiverRelay([this] { return m_receiver->url(); }, [this](const RelayedCall &call) { hear(call); }, m_requests)
{ }

Stage::~Stage() = default;

Status Stage::start()
{
    if (!m_folder.isValid())
        return Error::unavailable(u"no temporary folder: "_s + m_folder.errorString());
    if (const Status placed = placeDatabases(); !placed.ok())
        return placed;
    if (const Status opened = openAccounts(); !opened.ok())
        return opened;
    if (const Status relaying = startRelays(); !relaying.ok())
        return relaying;
    makeCoordinators();
    makeBanks();
    for (const Part part : {Part::Coordinator, Part::SecondCoordinator, Part::Receiver, Part::Sender}) {
        if (part == Part::SecondCoordinator && !m_secondCoordinator)
            continue;
        if (const Status started = restart(part, faultsAtFirst(part)); !started.ok())
            return started;
    }
    return Done{};
}

/// A server of the story's own where its file asks for one, and where coordinators share a store that nobody named.
Status Stage::placeDatabases()
{
    const bool isNamed =
        !m_options.store.isEmpty() || !m_options.senderDatabase.isEmpty() || !m_options.receiverDatabase.isEmpty();
    if (m_scenario.hasOwnDatabase && isNamed)
        return Error::invalid(
            "store",
            u"this story kills its database server, and never one that somebody works with: name no store and no banks"_s);
    if (m_scenario.coordinators > 1 && m_options.store.startsWith(u"sqlite:"))
        return Error::invalid(
            "store",
            u"this story has %1 coordinators on one store, and a SQLite file has one coordinator: name a MySQL store, or none, then the story starts a MariaDB server of its own"_s
                .arg(m_scenario.coordinators));
    if (m_scenario.hasOwnDatabase || (m_scenario.coordinators > 1 && m_options.store.isEmpty())) {
        if (const Status opened = openServer(); !opened.ok())
            return opened;
    }
    if (m_options.store.isEmpty())
        m_options.store = fileNamed(u"checkback.db"_s);
    if (m_options.senderDatabase.isEmpty())
        m_options.senderDatabase = fileNamed(u"sender.db"_s);
    if (m_options.receiverDatabase.isEmpty())
        m_options.receiverDatabase = fileNamed(u"receiver.db"_s);
    return Done{};
}

Status Stage::openServer()
{
    m_server = std::make_unique<DatabaseServer>();
    if (const Status started = restart(Part::Database, {}); !started.ok())
        return started;
    m_options.store = m_server->url(storeDatabase);
    m_options.storePassword = m_server->password();
    if (m_scenario.hasOwnDatabase) {
        m_options.senderDatabase = m_server->url(senderDatabaseName);
        m_options.receiverDatabase = m_server->url(receiverDatabaseName);
        m_options.bankPassword = m_server->password();
    }
    return Done{};
}

Status Stage::openAccounts()
{
    const auto sender = bank::DatabaseUrl::parse(m_options.senderDatabase);
    const auto receiver = bank::DatabaseUrl::parse(m_options.receiverDatabase);
    if (!sender.ok() || !receiver.ok())
        return sender.ok() ? receiver.error() : sender.error();
    m_senderLedger = std::make_unique<Ledger>(*sender, m_options.bankPassword);
    m_receiverLedger = std::make_unique<Ledger>(*receiver, m_options.bankPassword);
    for (const Part bank : {Part::Sender, Part::Receiver}) {
        QList<bank::Account> accounts;
        for (const ScenarioAccount &account : m_scenario.accounts) {
            if (account.bank == bank)
                accounts.append({.userId = account.user, .balance = account.balance});
        }
        if (const Status opened = ledger(bank).open(accounts); !opened.ok())
            return opened;
    }
    return Done{};
}

Status Stage::startRelays()
{
    for (Relay *relay : {&m_coordinatorRelay, &m_senderRelay, &m_receiverRelay}) {
        if (const Status listening = relay->listen(); !listening.ok())
            return listening;
    }
    return Done{};
}

QMap<QString, QString> Stage::environment() const
{
    return {{u"CHECKBACK_STORE_PASSWORD"_s, m_options.storePassword},
            {u"CHECKBACK_DB_PASSWORD"_s, m_options.bankPassword}};
}

PartProcess::Ears Stage::earsOf(Part part)
{
    return {.struck =
                [this, part](const QByteArray &point, FaultMode mode) {
                    m_tell(Struck{part, point, mode});
                },
            .ended =
                [this, part](bool byItself) {
                    m_tell(Ended{part, byItself});
                }};
}

void Stage::makeCoordinators()
{
    const auto make = [this](Part part) {
        return std::make_unique<PartProcess>(m_options.program, QStringList{u"serve"_s, u"--store"_s, m_options.store},
                                             environment(), earsOf(part));
    };
    m_coordinator = make(Part::Coordinator);
    if (m_scenario.coordinators > 1)
        m_secondCoordinator = make(Part::SecondCoordinator);
}

/// Banks and coordinators reach each other through the relays.
void Stage::makeBanks()
{
    const QStringList offered = m_options.naive ? QStringList{u"--naive"_s} : QStringList();
    const auto make = [this, offered](Part part, const QString &database, const QStringList &more) {
        const QString coordinator = QString::fromLatin1(m_coordinatorRelay.url()) + u"/api/dtmsvr"_s;
        return std::make_unique<PartProcess>(
            m_options.program,
            QStringList{u"bank"_s, u"--db"_s, database, u"--coordinator"_s, coordinator} + more + offered,
            environment(), earsOf(part));
    };
    m_receiver = make(Part::Receiver, m_options.receiverDatabase, {});
    m_sender = make(Part::Sender, m_options.senderDatabase,
                    {u"--public-url"_s, QString::fromLatin1(m_senderRelay.url()), u"--peer"_s,
                     QString::fromLatin1(m_receiverRelay.url())});
}

QByteArray Stage::faultsAtFirst(Part part) const
{
    QList<Fault> faults;
    for (const ArmedPart &armed : m_scenario.armed) {
        if (armed.part == part)
            faults += armed.faults;
    }
    return m_scenario.faultsText(faults);
}

Status Stage::restart(Part part, const QByteArray &faults)
{
    if (part == Part::Database)
        crash(part); // the others do it themselves
    m_starting = Started{part, faults};
    const Status started = part == Part::Database
        ? m_server->start({storeDatabase, senderDatabaseName, receiverDatabaseName}, m_control)
        : process(part).start(faults, m_control);
    if (started.ok())
        tellStarted();
    m_starting.reset();
    return started;
}

/// Once, at the latest when it listens: before that it may have made calls already.
void Stage::tellStarted()
{
    if (const std::optional<Started> starting = std::exchange(m_starting, std::nullopt))
        m_tell(*starting);
}

void Stage::crash(Part part)
{
    if (part != Part::Database)
        return process(part).kill();
    if (!m_server->isRunning())
        return;
    m_server->kill();
    m_tell(Ended{part, false});
}

bool Stage::isRunning(Part part) const
{
    if (part == Part::Database)
        return m_server && m_server->isRunning();
    const auto &process = slot(part);
    return process && process->isRunning();
}

const std::unique_ptr<PartProcess> &Stage::slot(Part part) const
{
    switch (part) {
    case Part::Coordinator:
    case Part::Database: // no process of this kind
        break;
    case Part::SecondCoordinator:
        return m_secondCoordinator;
    case Part::Sender:
        return m_sender;
    case Part::Receiver:
        return m_receiver;
    }
    return m_coordinator;
}

bool Stage::waitUntil(const std::function<bool()> &ready, Millis within)
{
    Millis left = within;
    bool isReady = false;
    do {
        if (m_control.isPaused())
            standStill();
        QElapsedTimer timer;
        timer.start();
        const Millis pausedBefore = m_pausedFor; // ready() may wait in its turn
        const auto readyOrPaused = [&] {
            isReady = ready();
            return isReady || m_control.isPaused();
        };
        core::faults::waitUntil(readyOrPaused, std::max(left, Millis(0)), m_control);
        left -= Millis(timer.elapsed()) - (m_pausedFor - pausedBefore);
    } while (!isReady && left > Millis(0) && !m_control.isStopped());
    return isReady;
}

/// Until the run goes on, or is stopped.
void Stage::standStill()
{
    QElapsedTimer timer;
    timer.start();
    setFrozen(true);
    if (m_tellStandstill)
        m_tellStandstill(true);
    while (m_control.isPaused())
        waitFor(lookWhilePausedEvery);
    if (m_tellStandstill)
        m_tellStandstill(false);
    m_pausedFor += Millis(timer.elapsed()); // before anything can happen again: no moment is later than what follows it
    setFrozen(false);
}

/// The clocks of the programs go on while they stand still. The coordinators wake up a little earlier: a call that has
/// lasted too long meanwhile is given up before its answer comes, as it would have been.
void Stage::setFrozen(bool frozen)
{
    const auto set = [&](Part part) {
        if (isRunning(part))
            process(part).setFrozen(frozen);
    };
    set(Part::Coordinator);
    set(Part::SecondCoordinator);
    if (!frozen)
        waitFor(headStart);
    set(Part::Sender);
    set(Part::Receiver);
}

} // namespace core::faults
