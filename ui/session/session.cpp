// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/message/limits.h"
#include "ui/session/log.h"
#include "ui/session/portmemory.h"
#include "ui/session/sessionprivate.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int catchUpPage = 500;
constexpr core::Millis searchBudget{40}; ///< other queries wait no longer
constexpr std::chrono::milliseconds catchUpInterval{500};

/// A folder that is made here is its user's alone; one that was there stays as it is.
bool makeDataDir(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

Session::Session(SessionOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{
    qRegisterMetaType<QList<TransferNews>>();
    d->lookout = std::make_unique<Lookout>(*this, d->clock);
    d->faults = std::make_unique<FaultDesk>(*this);
    d->proof = std::make_unique<ProofDesk>(*this, d->proofStore(), d->banks.retirement(), d->banks.sums(), d->clock);
    d->catchUpTimer.setSingleShot(true);
    d->catchUpTimer.setInterval(catchUpInterval);
    connect(&d->catchUpTimer, &QTimer::timeout, this, [this] { d->catchUp(std::nullopt); });
    connect(&d->banks, &BankFloor::changed, this, [this] { d->noteRun(); });
    connect(&d->banks, &BankFloor::changed, this, &Session::banksChanged);
    connect(this, &Session::transferChanged, this, [this] { d->noteRun(); });
    connect(&d->engine, &EngineDesk::opened, this, [this] { d->takeOpened(); });
    connect(&d->engine, &EngineDesk::healthChanged, this, &Session::healthChanged);
    connect(&d->engine, &EngineDesk::stateChanged, this, &Session::engineChanged);
    connect(&d->engine, &EngineDesk::switchEnded, this, &Session::storeSwitchEnded);
    connect(&d->engine, &EngineDesk::crashed, this,
            [this](const QByteArray &point) { d->faults->noteCrash(FaultDesk::Part::Engine, point); });
    connect(&d->engine, &EngineDesk::stateChanged, this, [this] { d->noteEngine(); });
    connect(&d->engine, &EngineDesk::healthChanged, this,
            [this](const core::engine::Health &health) { d->noteHealth(health); });
    connect(&d->engine, &EngineDesk::switchEnded, this, [this](const QString &problem) { d->noteSwitch(problem); });
    connect(&d->engine, &EngineDesk::messagesChanged, this,
            [this](const QList<core::store::Summary> &changed, bool more) { d->takeChanges(changed, more); });
    d->placeDatabases();
}

Session::~Session()
{
    stop();
}

core::Status Session::start()
{
    if (!makeDataDir(d->options.dataDir))
        return core::Error::unavailable(u"the folder %1 cannot be made"_s.arg(d->options.dataDir));
    d->activity.open();
    d->ports.emplace(d->options.dataDir);
    if (const core::Status started = d->engine.start(d->ports->port(u"coordinator"_s)); !started.ok())
        return started;
    if (const core::Status started = d->startBanks(); !started.ok())
        return started;
    d->banks.open();
    d->startSender();
    d->lookout->start();
    emit healthChanged(health());
    return core::Done{};
}

core::Error Session::Private::readOnlyError()
{
    return core::Error::conflict(u"the console is read-only: nothing was changed"_s);
}

core::Status Session::Private::mayChange(Consent consent) const
{
    return options.readOnly ? core::Status(readOnlyError()) : mayChange(connections.engine(), consent);
}

core::Status Session::Private::mayChange(const Connection &connection, Consent consent)
{
    if (connection.safety == Connection::Safety::ReadOnly)
        return readOnlyError();
    if (consent < consentWanted(connection.safety))
        return core::Error::conflict(u"this connection wants to be asked first: nothing was changed"_s);
    return core::Done{};
}

core::Status Session::Private::mayTransfer(Consent consent) const
{
    return options.readOnly ? core::Status(readOnlyError()) : mayChange(q.transferConnection(), consent);
}

/// By the command line, or by how the engine's connection is to be treated.
bool Session::Private::isReadOnly() const
{
    return options.readOnly || connections.engine().safety == Connection::Safety::ReadOnly;
}

void Session::Private::startSender()
{
    sender =
        std::make_unique<OnThread<TransferSender>>(u"transfers"_s, [] { return std::make_unique<TransferSender>(); });
    connect(sender->object(), &TransferSender::newsCame, &q, [this](const QList<TransferNews> &news) {
        ledger.note(news);
        emit q.transferChanged();
    });
    connect(sender->object(), &TransferSender::ended, &q, [this](bool cancelled) {
        ledger.endSending(cancelled);
        emit q.transferChanged();
    });
}

bool Session::stop(QDeadlineTimer within)
{
    d->faults->setOn(false);
    d->noteStopped();
    d->lookout->stop();
    d->catchUpTimer.stop();
    d->banksRetry.stop();
    d->connectionTest.cancel();
    d->proof->stop();
    d->banks.close();
    Retirement &retirement = d->banks.retirement();
    retirement.take(std::move(d->sender));
    // The engine before the banks: what is in flight to them may still end.
    retirement.run([engine = std::shared_ptr<OnThread<EngineHost>>(d->engine.release()),
                    demoBanks = std::shared_ptr<OnThread<DemoBanks>>(std::move(d->demoBanks))]() mutable {
        engine.reset();
        demoBanks.reset();
    });
    const bool isLooking = !d->storeLook.waitFor(int(within.remainingTime()));
    const bool isCreating = !d->tableMaker.waitFor(int(within.remainingTime()));
    return retirement.waitFor(within) && !isLooking && !isCreating;
}

FaultDesk &Session::faults()
{
    return *d->faults;
}

bool Session::readOnly() const
{
    return d->isReadOnly();
}

bool Session::startedReadOnly() const
{
    return d->options.readOnly;
}

QString Session::dataDir() const
{
    return d->options.dataDir;
}

QString Session::storeText() const
{
    return core::store::storeName(storeAddressOf(d->connections.engine(), {}));
}

QString Session::coordinatorUrl() const
{
    return d->node() ? QString::fromLatin1(d->node()->url()) : QString();
}

core::engine::Health Session::health() const
{
    return d->node() ? d->node()->health() : core::engine::Health();
}

core::TimePoint Session::now() const
{
    return d->clock.now() + health().storeAhead;
}

// Messages

void Session::page(const core::store::Filter &filter, int limit, std::optional<std::int64_t> before, QObject *context,
                   Then<core::store::Page> then)
{
    Private::readOr<core::store::Page>(
        d->node(), [=](core::store::MessageReader &reader) { return reader.page(filter, limit, before); }, context,
        std::move(then));
}

void Session::search(const core::store::Filter &filter, int limit, std::optional<std::int64_t> before, QObject *context,
                     Then<core::store::Page> then)
{
    Private::readOr<core::store::Page>(
        d->node(),
        [=](core::store::MessageReader &reader) { return reader.search(filter, limit, before, searchBudget); }, context,
        std::move(then));
}

void Session::summaries(const QList<std::int64_t> &rowIds, const core::store::Filter &filter, QObject *context,
                        Then<QList<core::store::Summary>> then)
{
    Private::readOr<QList<core::store::Summary>>(
        d->node(), [=](core::store::MessageReader &reader) { return reader.summaries(rowIds, filter); }, context,
        std::move(then));
}

void Session::message(const QByteArray &gid, QObject *context, Then<std::optional<core::message::Message>> then)
{
    Private::readOr<std::optional<core::message::Message>>(
        d->node(),
        [gid](core::store::MessageReader &reader) -> core::Result<std::optional<core::message::Message>> {
            const core::Result<core::Gid> valid = core::Gid::fromBytes(gid);
            if (!valid.ok())
                return valid.error();
            return reader.message(*valid);
        },
        context, std::move(then));
}

void Session::attempts(std::int64_t rowId, QObject *context, Then<QList<core::message::Attempt>> then)
{
    Private::readOr<QList<core::message::Attempt>>(
        d->node(), [rowId](core::store::MessageReader &reader) { return reader.attempts(rowId); }, context,
        std::move(then));
}

void Session::counts(QObject *context, Then<core::store::Counts> then)
{
    Private::readOr<core::store::Counts>(
        d->node(), [](core::store::MessageReader &reader) { return reader.counts(); }, context, std::move(then));
}

void Session::cancelReads()
{
    if (d->node())
        d->node()->reads().cancel();
}

// Verbs

void Session::Private::sendEvent(ActivityVerb verb, const QByteArray &gid, core::message::Event event, Consent consent,
                                 QObject *context, ThenAccepted then, const QString &detail, const QString &reason)
{
    const ThenAccepted audited =
        activity.audited(verb, QString::fromLatin1(gid), detail, context, std::move(then), reason);
    const auto refuse = [this, audited](const core::Error &error) {
        QMetaObject::invokeMethod(
            &q, [audited, error] { audited(error); }, Qt::QueuedConnection);
    };
    if (const core::Status may = mayChange(consent); !may.ok())
        return refuse(may.error());
    if (!node())
        return refuse(core::Error::unavailable(u"the engine is not running"_s));
    const core::Result<core::Gid> valid = core::Gid::fromBytes(gid);
    if (!valid.ok())
        return refuse(valid.error());
    node()->send(*valid, std::move(event), &q, audited);
}

void Session::retryNow(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent)
{
    d->sendEvent(ActivityVerb::RetryNow, gid, core::message::RetryNow{}, consent, context, std::move(then));
}

void Session::replayCheckback(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent)
{
    d->sendEvent(ActivityVerb::ReplayCheckback, gid, core::message::ReplayCheckback{}, consent, context,
                 std::move(then));
}

/// On the operator's word a submit would credit what was never debited, and an abort would lose a committed debit. The
/// sender's SUCCESS submits the message, its FAILURE fails it, anything else changes nothing (PROTOCOL §4).
void Session::submit(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent)
{
    d->sendEvent(ActivityVerb::Submit, gid, core::message::ReplayCheckback{}, consent, context, std::move(then));
}

void Session::abort(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent)
{
    d->sendEvent(ActivityVerb::Abort, gid, core::message::ReplayCheckback{}, consent, context, std::move(then));
}

void Session::forceStop(const QByteArray &gid, const QString &reason, const std::optional<core::message::Seen> &seen,
                        QObject *context, ThenAccepted then, Consent consent)
{
    const QByteArray text = reason.toUtf8().left(core::message::reasonBytesMax);
    d->sendEvent(ActivityVerb::ForceStop, gid, core::message::ForceStop{text, seen}, consent, context, std::move(then),
                 {}, reason);
}

// Transfers

namespace {

QString orderDetail(const TransferOrder &order)
{
    QString detail = u"count=%1 amount=%2"_s.arg(order.count).arg(QString::fromLatin1(order.amount.toText()));
    if (order.delay > core::seconds(0))
        detail += u" delay=%1"_s.arg(order.delay.count());
    if (order.mode == TransferMode::Naive)
        detail += u" mode=naive"_s;
    if (const core::seconds wait = order.checkedBackAfter(); wait > core::seconds(0))
        detail += u" timeout_to_fail=%1"_s.arg(wait.count());
    if (order.retryAfter > core::seconds(0))
        detail += u" retry_interval=%1"_s.arg(order.retryAfter.count());
    return order.waitResult ? detail + u" wait_result=1"_s : detail;
}

} // namespace

core::Status Session::startTransfers(const TransferOrder &order, Consent consent)
{
    core::Status started = d->startTransfers(order, consent);
    d->activity.note(ActivityVerb::SendTransfers, u"%1 → %2"_s.arg(order.fromUser).arg(order.toUser),
                     orderDetail(order), errorOf(started));
    return started;
}

const Connection &Session::transferConnection() const
{
    const Connection *strictest = &d->connections.engine();
    for (const QString &id : {Connections::bankAId, Connections::bankBId}) {
        if (const Connection *bank = d->connections.find(id); bank && bank->safety > strictest->safety)
            strictest = bank;
    }
    return *strictest;
}

core::Status Session::Private::startTransfers(const TransferOrder &order, Consent consent)
{
    if (const core::Status may = mayTransfer(consent); !may.ok())
        return may;
    if (!sender || !node())
        return core::Error::unavailable(u"the engine is not running"_s);
    if (senderUrl.isEmpty())
        return core::Error::unavailable(u"the demo banks are not running: "_s + banksProblem);
    if (faults->down().contains(FaultDesk::Part::BankA))
        return core::Error::unavailable(u"bank A crashed on purpose and starts again in a moment"_s);
    if (ledger.progress().running)
        return core::Error::conflict(u"another run is being sent: wait for its end or cancel it"_s);
    if (const core::Status valid = checkOrder(order); !valid.ok())
        return valid;
    if (order.mode == TransferMode::Naive && q.naiveBar() != NaiveBar::None)
        return core::Error::conflict(u"naive transfers are for the demo banks of this computer"_s);
    const QByteArray route =
        senderUrl + (order.mode == TransferMode::Naive ? "/api/busi/NaiveTransfer" : "/api/busi/Transfer");
    const auto url = core::http::Url::parse(route);
    if (!url.ok())
        return url.error();

    TransferJob job{*url, {}, order.ratePerSecond};
    QList<QByteArray> gids;
    for (int index = 0; index < order.count; ++index) {
        gids.append(node()->newGid().bytes());
        job.bodies.append(transferBody(order, gids.last()));
    }
    if (const core::Status armed = armPreset(order.preset, gids); !armed.ok())
        return armed;
    runStartedAt = clock.now();
    runs.begin(order, q.totals());
    ledger.begin(order, gids);
    emit q.transferChanged(); // before the first is sent: whoever follows one knows its gid
    sender->post([job](TransferSender &there) { there.start(job); });
    return core::Done{};
}

void Session::cancelTransfers()
{
    if (!d->sender)
        return;
    d->activity.note(ActivityVerb::CancelTransfers, {}, {}, {});
    d->sender->post([](TransferSender &sender) { sender.cancel(); });
}

TransferProgress Session::transferProgress() const
{
    return d->ledger.progress();
}

QList<QByteArray> Session::transferGids() const
{
    return d->ledger.gids();
}

QList<TransferOutcome> Session::transferOutcomes() const
{
    return d->ledger.outcomes();
}

void Session::Private::takeChanges(const QList<core::store::Summary> &changed, bool more)
{
    if (ledger.apply(changed))
        emit q.transferChanged();
    if (more && ledger.hasUnobserved() && !catchUpTimer.isActive())
        catchUpTimer.start();
    emit q.messagesChanged(changed, more);
}

/// The change feed left some out: reads what was created since the run began, page by page.
void Session::Private::catchUp(std::optional<std::int64_t> before)
{
    core::store::Filter filter;
    filter.createdFrom = runStartedAt;
    q.page(filter, catchUpPage, before, &q, [this](const core::Result<core::store::Page> &page) {
        if (!page.ok())
            return;
        if (ledger.apply(page->rows))
            emit q.transferChanged();
        if (page->nextBefore && ledger.hasUnobserved())
            catchUp(page->nextBefore);
    });
}

} // namespace ui
