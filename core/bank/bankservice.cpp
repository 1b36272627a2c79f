// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankservice.h"

#include "core/bank/bankdesk.h"
#include "core/bank/log.h"
#include "core/participant/callgate.h"
#include "core/participant/participantserver.h"
#include "core/participant/workerpool.h"

#include <span>

namespace core::bank {

using namespace Qt::StringLiterals;
using participant::errorAnswer;
using participant::jsonAnswer;

namespace {

using DeskPool = participant::WorkerPool<BankDesk>;

constexpr char creditPath[] = "/api/busi/SagaBTransIn";
constexpr char checkbackPath[] = "/api/busi/QueryPreparedB";
constexpr char naiveCreditPath[] = "/api/busi/NaiveTransIn";

enum class Pool { Transfers, Branches };

struct Route
{
    const char *method;
    const char *path;
    http::Response (BankDesk::*work)(const http::Request &);
    Pool pool;
    participant::CallPoints points = {};
};

constexpr Route routes[] = {
    {"POST", creditPath, &BankDesk::credit, Pool::Branches, participant::branchPoints},
    {"GET", checkbackPath, &BankDesk::checkback, Pool::Branches, participant::checkbackPoints},
    {"GET", "/api/busi/Balances", &BankDesk::balances, Pool::Branches},
    {"POST", "/api/busi/Transfer", &BankDesk::transfer, Pool::Transfers},
};

constexpr Route naiveRoutes[] = {
    {"POST", naiveCreditPath, &BankDesk::naiveCredit, Pool::Branches},
    {"POST", "/api/busi/NaiveTransfer", &BankDesk::naiveTransfer, Pool::Transfers},
};

std::span<const Route> naiveRoutesOf(const BankServiceOptions &options)
{
    return options.naive ? std::span<const Route>(naiveRoutes) : std::span<const Route>();
}

QByteArray withoutSlash(QByteArray url)
{
    while (url.endsWith('/'))
        url.chop(1);
    return url;
}

Status createTables(const BankServiceOptions &options)
{
    Result<std::unique_ptr<BankConnection>> connection =
        BankConnection::open(options.database, options.databasePassword, BankConnection::Access::ReadWrite);
    return connection.ok() ? createBankTables(**connection) : connection.error();
}

} // namespace

class BankService::Private
{
public:
    Private(BankService *service, BankServiceOptions serviceOptions)
        : options(std::move(serviceOptions))
        , gate(service)
        , server(std::make_unique<http::Server>(
              options.http, [this](http::Request &&request, http::ReplyTo to) { take(std::move(request), to); }))
    {
        gate.setServer(server.get());
    }

    void take(http::Request &&request, http::ReplyTo to);
    void hand(const Route &route, const http::Request &request, const participant::CallGate::Answer &answer);
    BankDeskConfig deskConfig() const;

    BankServiceOptions options;
    participant::CallGate gate;
    std::unique_ptr<http::Server> server; ///< null once it was cut
    // After the server, so that they end first: their answers are then dropped, not sent to a server that is gone.
    std::unique_ptr<DeskPool> transfers;
    std::unique_ptr<DeskPool> branches;
};

void BankService::Private::take(http::Request &&request, http::ReplyTo to)
{
    if (hasCrashed())
        return;
    if (request.path == "/api/ping")
        return server->reply(to, jsonAnswer(200, {{u"msg"_s, u"pong"_s}}));
    for (const std::span<const Route> some : {std::span<const Route>(routes), naiveRoutesOf(options)}) {
        for (const Route &route : some) {
            if (request.path != route.path || request.method != route.method)
                continue;
            return gate.pass(route.points, request.queryValue("gid"), to,
                             [this, route = &route, request](const participant::CallGate::Answer &answer) {
                                 hand(*route, request, answer);
                             });
        }
    }
    server->reply(to, errorAnswer(Error::notFound(u"there is no such method and path"_s)));
}

/// Has a worker do it.
void BankService::Private::hand(const Route &route, const http::Request &request,
                                const participant::CallGate::Answer &answer)
{
    DeskPool &pool = route.pool == Pool::Transfers ? *transfers : *branches;
    const auto work = [work = route.work, request](BankDesk &desk) { return (desk.*work)(request); };
    if (!pool.post(work, answer))
        answer(errorAnswer(Error::unavailable(u"too many requests wait; try again later"_s)));
}

BankDeskConfig BankService::Private::deskConfig() const
{
    const QByteArray own = options.publicUrl.isEmpty() ? participant::baseUrl(server->address(), server->port())
                                                       : withoutSlash(options.publicUrl);
    const QByteArray peer = options.peerUrl.isEmpty() ? own : withoutSlash(options.peerUrl);
    return {.database = options.database,
            .databasePassword = options.databasePassword,
            .coordinatorUrl = options.coordinatorUrl,
            .coordinatorToken = options.coordinatorToken,
            .creditUrl = peer + creditPath,
            .naiveCreditUrl = peer + naiveCreditPath,
            .checkbackUrl = own + checkbackPath,
            .creditsItself = peer == own};
}

BankService::BankService(BankServiceOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{ }

BankService::~BankService() = default;

Status BankService::start(const QHostAddress &address, quint16 port)
{
    if (Status created = createTables(d->options); !created.ok())
        return created;
    belongTo(d->options.victim);
    if (Status listening = d->server->listen(address, port); !listening.ok())
        return listening;
    const BankDeskConfig config = d->deskConfig();
    const auto open = [config, victim = d->options.victim] {
        belongTo(victim);
        return BankDesk::open(config);
    };
    d->transfers = std::make_unique<DeskPool>(open, d->options.transferWorkers, d->options.waitingMax);
    d->branches = std::make_unique<DeskPool>(open, d->options.branchWorkers, d->options.waitingMax);
    qCInfo(lcBank).nospace() << "listening address=" << d->server->address().toString()
                             << " port=" << d->server->port();
    return Done{};
}

QHostAddress BankService::address() const
{
    return d->server ? d->server->address() : QHostAddress();
}

quint16 BankService::port() const
{
    return d->server ? d->server->port() : 0;
}

void BankService::cut()
{
    d->gate.setServer(nullptr);
    d->server.reset();
}

void BankService::drain()
{
    if (d->server)
        d->server->drain();
}

bool BankService::isIdle() const
{
    return !d->server || d->server->isIdle();
}

} // namespace core::bank
