// SPDX-License-Identifier: Apache-2.0
#include "core/node/ioside.h"

#include "core/base/victim.h"
#include "core/sockets/stream.h"

namespace core::node {

namespace {

constexpr std::size_t unbounded = static_cast<std::size_t>(-1); // what the loop lets out is bounded by what it took in

} // namespace

IoSide::IoSide(const NodeOptions &options)
    : m_options(options)
    , m_outputs(unbounded, [this] { QMetaObject::invokeMethod(this, &IoSide::takeOutputs, Qt::QueuedConnection); })
{ }

IoSide::~IoSide() = default;

Status IoSide::start(const Parts &parts)
{
    m_options.server.streams = sockets::makeSystemStreams(); // for server and client alike
    m_server = std::make_unique<http::Server>(m_options.server, [this](http::Request &&request, http::ReplyTo replyTo) {
        if (!hasCrashed())
            m_api->handle(std::move(request), replyTo);
    });
    const auto reply = [this](http::ReplyTo replyTo, const http::Response &response) {
        if (!hasCrashed())
            m_server->reply(replyTo, response);
    };
    const engine::Soon soon = [streams = m_options.server.streams](std::function<void()> call) {
        streams->afterEvents(std::move(call));
    };
    m_api = std::make_unique<api::Api>(api::ApiContext{.inbox = parts.inbox,
                                                       .reads = parts.reads,
                                                       .gids = parts.gids,
                                                       .clock = parts.clock,
                                                       .metrics = parts.metrics,
                                                       .health = parts.health,
                                                       .reply = reply,
                                                       .hangUp = [this](http::ReplyTo to) { m_server->hangUp(to); },
                                                       .soon = soon,
                                                       .ownEndpoint = [this] { return std::pair(m_address, m_port); }});
    if (const Status listening = m_server->listen(m_options.listenAddress, m_options.port); !listening.ok())
        return listening;
    m_address = m_server->address();
    m_port = m_server->port();
    m_client = std::make_unique<http::Client>(clientOptions());
    m_caller =
        std::make_unique<engine::BranchCaller>(*m_client, parts.inbox, parts.clock, parts.metrics, soon,
                                               engine::HostGateOptions{.inFlightMax = m_options.inFlightPerHostMax});
    m_caller->callOnlyWhile(parts.mayCall);
    takeOutputs();
    return Done{};
}

http::ClientOptions IoSide::clientOptions() const
{
    http::ClientOptions options;
    options.connectionsPerOriginMax = m_options.inFlightPerHostMax + 1; // one more for what a person asks for
    options.idlePerOriginMax = options.connectionsPerOriginMax;
    options.forbiddenEndpoints = {{m_address, m_port}};
    options.streams = m_options.server.streams;
    options.caCertificateFiles = m_options.caCertificateFiles;
    return options;
}

void IoSide::deliver(std::vector<engine::Output> &&outputs)
{
    m_outputs.post(outputs);
}

void IoSide::drain()
{
    if (m_server)
        m_server->drain();
}

void IoSide::takeOutputs()
{
    if (!m_caller)
        return;
    if (hasCrashed())
        return void(m_outputs.takeAll()); // nothing leaves any more; who asked here hears so (Node::unanswered())
    for (engine::Output &output : m_outputs.takeAll())
        std::visit([this](auto &&what) { handle(std::move(what)); }, output);
}

void IoSide::handle(engine::Reply &&reply)
{
    if (const auto *replyTo = std::get_if<http::ReplyTo>(&reply.asker))
        m_api->answer(*replyTo, reply.error);
    else if (const auto *local = std::get_if<engine::LocalReply>(&reply.asker))
        (*local)(reply.error);
}

void IoSide::handle(engine::MadeDueReply &&reply)
{
    m_caller->tryHeldBackHosts(); // before the calls of what became due, which come later
    reply.done(reply.result);
}

void IoSide::handle(engine::Call &&call)
{
    m_caller->call(std::move(call));
}

} // namespace core::node
