// SPDX-License-Identifier: Apache-2.0
#include "core/node/node.h"

#include "core/api/topicrules.h"
#include "core/engine/durableoutlet.h"
#include "core/engine/loop.h"
#include "core/node/ioside.h"
#include "core/store/makestore.h"

#include <QSemaphore>

namespace core::node {

namespace {

constexpr std::chrono::milliseconds drainMax{4'000};
constexpr std::chrono::milliseconds lookForCrash{100};
constexpr int claimMax = 400; ///< half of what a claim of a hundred takes on a server does not grow with its size

/// Runs a function on the thread of an object and waits for it.
template<typename Function> void runThere(QObject *there, Function function)
{
    QMetaObject::invokeMethod(there, std::move(function), Qt::BlockingQueuedConnection);
}

engine::CoordinatorOptions coordinatorOptions(const NodeOptions &options, std::uint64_t chance)
{
    engine::CoordinatorOptions coordinator;
    coordinator.owner = static_cast<std::int64_t>((chance >> 1) | 1); // positive, never 0
    coordinator.retryCap = options.retryCap;
    coordinator.stalledAfter = options.stalledAfter;
    coordinator.inWorkMax = options.inWorkMax;
    coordinator.claimMax = claimMax;
    coordinator.pruning = {.keepFor = options.keepFor, .keepMax = options.keepMax};
    return coordinator;
}

/// The answer, given in any case: once it is forgotten, whoever asked hears that nothing is known.
engine::LocalReply owed(engine::LocalReply answer)
{
    struct Debt
    {
        engine::LocalReply answer;
        ~Debt()
        {
            if (answer)
                answer(Node::unanswered());
        }
    };
    return [debt = std::make_shared<Debt>(std::move(answer))](const std::optional<Error> &error) {
        if (const engine::LocalReply open = std::exchange(debt->answer, {}))
            open(error);
    };
}

/// Tells whoever waits here for an answer that nothing was done.
void refuse(const std::vector<engine::Inbound> &items)
{
    const Error error =
        Error::unavailable(QStringLiteral("the engine ended before it came to this: nothing was changed"));
    const auto refuseOne = [&error](const auto &item) {
        if constexpr (requires { item.asker; }) {
            if (const auto *answer = std::get_if<engine::LocalReply>(&item.asker))
                (*answer)(error);
        }
    };
    for (const engine::Inbound &item : items)
        std::visit(refuseOne, item);
}

} // namespace

class Node::Private
{
public:
    explicit Private(NodeOptions nodeOptions);

    /// Each object is made and destroyed on the thread that it lives on.
    void makeThere();
    Status startThere();
    void drainThere();
    void awaitLoop(const std::function<void(std::function<void()>)> &begin);
    void destroyThere();
    bool isDead() const { return options.victim && options.victim->isDead(); }
    /// Puts what may be refused into the loop. Any thread.
    void post(engine::Inbound item, const engine::LocalReply &answer);

    NodeOptions options;
    SystemClock clock;
    RandomSource random;
    GidSource gids;
    engine::Metrics metrics;
    store::ReadThread reads;
    QThread storeThread;
    QThread ioThread;
    QObject onStoreThread; ///< stands for the thread
    QObject onIoThread;
    std::unique_ptr<store::MessageStore> store;
    std::unique_ptr<engine::Loop> loop;
    std::unique_ptr<IoSide> ioSide;
    std::unique_ptr<engine::DurableOutlet> outlet;
    bool running = false;
};

Node::Private::Private(NodeOptions nodeOptions)
    : options(std::move(nodeOptions))
    , random(systemRandom())
    , gids(clock, random)
    , reads([address = options.store, victim = options.victim] {
        belongTo(victim);
        return store::makeReader(address);
    })
{
    storeThread.setObjectName(QStringLiteral("store"));
    ioThread.setObjectName(QStringLiteral("io"));
    onStoreThread.moveToThread(&storeThread);
    onIoThread.moveToThread(&ioThread);
}

void Node::Private::makeThere()
{
    storeThread.start();
    ioThread.start();
    runThere(&onIoThread, [this] {
        belongTo(options.victim);
        ioSide = std::make_unique<IoSide>(options);
    });
    outlet = std::make_unique<engine::DurableOutlet>(*ioSide);
    runThere(&onStoreThread, [this] {
        belongTo(options.victim);
        store = store::makeStore(options.store);
        auto coordinator = std::make_unique<engine::Coordinator>(*store, clock, gids, quickRandom(random()), *outlet,
                                                                 metrics, coordinatorOptions(options, random()));
        loop = std::make_unique<engine::Loop>(std::move(coordinator), clock, options.waitingEventsMax);
    });
}

Status Node::Private::startThere()
{
    Status started = Done{};
    runThere(&onStoreThread, [&] {
        started = loop->start();
        if (started.ok())
            outlet->begin(store->deferDurability(), [this](const QString &why) { loop->syncFailed(why); });
    });
    if (started.ok())
        started = reads.open();
    if (!started.ok())
        return started;
    runThere(&onIoThread, [&] {
        started = ioSide->start({.inbox = *loop,
                                 .reads = reads,
                                 .gids = gids,
                                 .clock = clock,
                                 .metrics = metrics,
                                 .health = [this] { return loop->health(); },
                                 .mayCall = [this](const engine::Call &call) { return loop->mayCall(call); }});
    });
    return started;
}

void Node::Private::drainThere()
{
    awaitLoop([this](auto done) { loop->settle(std::move(done)); });
    runThere(&onIoThread, [this] { ioSide->drain(); });
    awaitLoop([this](auto done) { loop->drain(QDeadlineTimer(drainMax), std::move(done)); });
}

/// Has the loop begin something and waits for its end; a crash meanwhile leaves it behind.
void Node::Private::awaitLoop(const std::function<void(std::function<void()>)> &begin)
{
    const auto ended = std::make_shared<QSemaphore>();
    runThere(&onStoreThread, [&begin, ended] { begin([ended] { ended->release(); }); });
    while (!isDead() && !ended->tryAcquire(1, int(lookForCrash.count()))) { }
}

void Node::Private::destroyThere()
{
    reads.close();
    outlet->finish();
    runThere(&onIoThread, [this] { ioSide.reset(); });
    runThere(&onStoreThread, [this] {
        refuse(loop->takeWaiting());
        loop.reset();
        store.reset();
    });
    for (QThread *thread : {&ioThread, &storeThread}) {
        thread->quit();
        thread->wait();
    }
}

void Node::Private::post(engine::Inbound item, const engine::LocalReply &answer)
{
    if (!running)
        return answer(Error::unavailable(QStringLiteral("the coordinator does not run")));
    std::vector<engine::Inbound> items;
    items.push_back(std::move(item));
    if (!loop->tryPost(items))
        answer(Error::unavailable(QStringLiteral("too many events wait: try again")));
}

Node::Node(NodeOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
    qRegisterMetaType<QList<core::store::Summary>>();
    qRegisterMetaType<core::engine::Health>();
}

Node::~Node()
{
    stop();
}

Status Node::start()
{
    d->makeThere();
    connect(d->loop.get(), &engine::Loop::changed, this, &Node::messagesChanged);
    connect(d->loop.get(), &engine::Loop::healthChanged, this, &Node::healthChanged);
    const Status started = d->startThere();
    if (started.ok())
        d->running = true;
    else
        d->destroyThere();
    return started;
}

void Node::stop()
{
    if (!std::exchange(d->running, false))
        return;
    if (!d->isDead())
        d->drainThere();
    d->outlet->finish();
    runThere(&d->onIoThread, [this] { d->ioSide->finish(); });
    d->destroyThere();
}

QHostAddress Node::address() const
{
    return d->running ? d->ioSide->address() : QHostAddress();
}

quint16 Node::port() const
{
    return d->running ? d->ioSide->port() : 0;
}

QByteArray Node::url() const
{
    const bool isV6 = address().protocol() == QAbstractSocket::IPv6Protocol;
    const QByteArray host = address().toString().toLatin1();
    return "http://" + (isV6 ? '[' + host + ']' : host) + ':' + QByteArray::number(port()) + "/api/dtmsvr";
}

void Node::setRetryLimits(Millis cap, int stalledAfter)
{
    if (!d->running)
        return;
    const auto set = [loop = d->loop.get(), cap, stalledAfter] { loop->setRetryLimits(cap, stalledAfter); };
    QMetaObject::invokeMethod(d->loop.get(), set, Qt::QueuedConnection);
}

void Node::watchChanges(bool on)
{
    if (d->running)
        QMetaObject::invokeMethod(
            d->loop.get(), [loop = d->loop.get(), on] { loop->watchChanges(on); }, Qt::QueuedConnection);
}

void Node::send(const Gid &gid, message::Event event, QObject *context,
                std::function<void(const std::optional<Error> &)> done)
{
    const engine::LocalReply answer = owed(onThreadOf(context, std::move(done)));
    d->post(engine::Command{gid, std::move(event), answer}, answer);
}

Error Node::unanswered()
{
    return Error::unavailable(
        QStringLiteral("the engine ended before it answered: look at it to see whether it was carried out"));
}

void Node::changeTopic(engine::TopicChange change, QObject *context,
                       std::function<void(const std::optional<Error> &)> done)
{
    const engine::LocalReply answer = owed(onThreadOf(context, std::move(done)));
    const api::UrlRules urls([this] { return std::pair(address(), port()); });
    if (const Status valid = api::checkTopicChange(change, urls); !valid.ok())
        return answer(valid.error());
    change.asker = answer;
    d->post(std::move(change), answer);
}

store::ReadThread &Node::reads()
{
    return d->reads;
}

engine::Health Node::health() const
{
    return d->running ? d->loop->health() : engine::Health{};
}

engine::Figures Node::figures() const
{
    return d->metrics.figures();
}

QList<engine::CallFailure> Node::callFailures() const
{
    return d->metrics.callFailures().groups(d->clock.now());
}

Millis Node::storeSilence() const
{
    return d->running ? d->loop->turnLasts() : Millis(0);
}

Gid Node::newGid()
{
    return d->gids.newGid();
}

TimePoint Node::now() const
{
    return d->clock.now();
}

} // namespace core::node
