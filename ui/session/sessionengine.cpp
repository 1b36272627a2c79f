// SPDX-License-Identifier: GPL-3.0-or-later
// How a session brings up its engine and the demo banks, and moves the engine to another store.
#include "ui/session/log.h"
#include "ui/session/sessionprivate.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::seconds banksRetryInterval{3};
constexpr std::chrono::seconds stayingMax{2}; ///< longer, nobody waits for the number of messages that stay

core::bank::DatabaseUrl sqliteFile(const QString &path)
{
    core::bank::DatabaseUrl url;
    url.path = path;
    return url;
}

} // namespace

DemoDatabases Session::Private::demoDatabases() const
{
    const GivenDatabases &given = options.given;
    return {given.sender.value_or(sqliteFile(inDataDir(u"bank-a.db"_s))),
            given.receiver.value_or(sqliteFile(inDataDir(u"bank-b.db"_s))), given.bankPassword};
}

void Session::Private::placeDatabases()
{
    const DemoDatabases databases = demoDatabases();
    connections.setBuiltInPlace(Connections::engineId, sqliteFile(inDataDir(u"checkback.db"_s)));
    connections.setBuiltInPlace(Connections::bankAId, databases.sender);
    connections.setBuiltInPlace(Connections::bankBId, databases.receiver);
    for (const QString &id : {Connections::bankAId, Connections::bankBId})
        passwords.know(id, databases.password);
    if (!options.given.store)
        return;
    engine.setGiven(*options.given.store);
    connections.addGivenEngine(placeOf(*options.given.store));
    if (const auto *mysql = std::get_if<core::store::MysqlAddress>(&*options.given.store))
        passwords.know(Connections::givenEngineId, mysql->password);
}

/// Clients and messages on their way carry these addresses, so they are kept for the next start.
void Session::Private::takeOpened()
{
    node()->setRetryLimits(options.limits.retryCap, options.limits.stalledAfter);
    ports->setPort(u"coordinator"_s, node()->port());
    if (!ports->save())
        qCWarning(lcSession) << "ports not saved";
    faults->noteBack(FaultDesk::Part::Engine);
    if (demoBanks && banksCoordinator != node()->url())
        askBanksToStart();
    emit q.storeOpened();
    emit q.healthChanged(q.health());
}

void Session::Private::makeDemoBanks()
{
    demoBanks = std::make_unique<OnThread<DemoBanks>>(u"demo-banks"_s,
                                                      [this] { return std::make_unique<DemoBanks>(demoDatabases()); });
    connect(demoBanks->object(), &DemoBanks::started, &q, [this](const DemoPorts &taken) { takeBanks(taken); });
    connect(demoBanks->object(), &DemoBanks::failed, &q, [this](const core::Error &error) {
        banksProblem = error.detail;
        banksRetry.start();
        emit q.banksChanged();
    });
    connect(demoBanks->object(), &DemoBanks::crashed, &q, [this](bool atSender, const QByteArray &point) {
        faults->noteCrash(atSender ? FaultDesk::Part::BankA : FaultDesk::Part::BankB, point);
    });
    connect(demoBanks->object(), &DemoBanks::startedAgain, &q,
            [this](bool atSender) { faults->noteBack(atSender ? FaultDesk::Part::BankA : FaultDesk::Part::BankB); });
    banksRetry.setSingleShot(true);
    banksRetry.setInterval(banksRetryInterval);
    connect(&banksRetry, &QTimer::timeout, &q, [this] { askBanksToStart(); });
}

/// Files are there at once; a server is not waited for.
core::Status Session::Private::startBanks()
{
    makeDemoBanks();
    const bool areFiles =
        !connections.find(Connections::bankAId)->isMySql() && !connections.find(Connections::bankBId)->isMySql();
    if (!node() || !areFiles) {
        askBanksToStart();
        return core::Done{};
    }
    const QByteArray coordinator = node()->url();
    const DemoPorts wished{ports->port(u"bank-a"_s), ports->port(u"bank-b"_s)};
    const auto taken = demoBanks->askObject([&](DemoBanks &demo) { return demo.start(coordinator, wished); });
    if (!taken.ok())
        return taken.error();
    takeBanks(*taken);
    return core::Done{};
}

/// Does nothing before the engine is there to submit to: takeOpened() asks again.
void Session::Private::askBanksToStart()
{
    if (!node() || !demoBanks)
        return;
    senderUrl.clear();
    receiverUrl.clear();
    const DemoPorts wished{ports->port(u"bank-a"_s), ports->port(u"bank-b"_s)};
    demoBanks->post([coordinator = node()->url(), wished](DemoBanks &demo) { demo.startAndTell(coordinator, wished); });
}

void Session::Private::takeBanks(const DemoPorts &taken)
{
    banksCoordinator = node() ? node()->url() : QByteArray();
    senderUrl = DemoBanks::urlOf(taken.sender);
    receiverUrl = DemoBanks::urlOf(taken.receiver);
    banksProblem.clear();
    ports->setPort(u"bank-a"_s, taken.sender);
    ports->setPort(u"bank-b"_s, taken.receiver);
    if (!ports->save())
        qCWarning(lcSession) << "ports not saved";
    emit q.banksChanged();
}

const EngineState &Session::engine() const
{
    return d->engine.state();
}

void Session::retryStore()
{
    d->engine.retry();
}

core::Status Session::switchStore(const QString &connectionId, Consent consent)
{
    const Connection *connection = d->connections.find(connectionId);
    const auto audited =
        d->activity.audited(ActivityVerb::SwitchStore, connection ? Connections::labelOf(*connection) : connectionId,
                            {}, this, [](const auto &) {});
    core::Status asked = d->options.readOnly ? core::Status(Private::readOnlyError()) : core::Status(core::Done{});
    if (asked.ok() && connection && connection->safety != Connection::Safety::ReadOnly) // it is looked at then
        asked = Private::mayChange(*connection, consent);
    if (asked.ok())
        asked = d->engine.switchTo(connectionId);
    if (asked.ok())
        d->switchAnswered = audited;
    else
        audited(asked.error());
    return asked;
}

void Session::lookAtStore(const Connection &connection, QObject *context, Then<StoreOutlook> then)
{
    const auto look = [this, context, then](const core::store::StoreAddress &address) {
        d->storeLook.look(address, context, [this, context, then](const core::Result<StoreFound> &found) {
            if (!found.ok())
                return then(found.error());
            d->askStaying(context, [then, goingOn = found->unfinished](std::optional<std::int64_t> staying) {
                then(StoreOutlook{goingOn, staying});
            });
        });
    };
    if (connection.id == Connections::givenEngineId && d->options.given.store)
        return look(*d->options.given.store);
    d->passwords.find(connection, context, [connection, look, then](const core::Result<QString> &password) {
        password.ok() ? look(storeAddressOf(connection, *password)) : then(password.error());
    });
}

/// How many messages the present store keeps; nothing when it does not answer in time.
void Session::Private::askStaying(QObject *context, std::function<void(std::optional<std::int64_t>)> then)
{
    const auto answered = std::make_shared<bool>(false);
    const auto answer = [answered, then = std::move(then)](std::optional<std::int64_t> staying) {
        if (!std::exchange(*answered, true))
            then(staying);
    };
    QTimer::singleShot(stayingMax, context, [answer] { answer(std::nullopt); });
    q.counts(context, [answer](const core::Result<core::store::Counts> &counts) {
        answer(counts.ok() ? std::optional(counts->prepared + counts->submitted) : std::nullopt);
    });
}

} // namespace ui
