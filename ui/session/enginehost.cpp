// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/enginehost.h"

#include <QTcpServer>

namespace ui {
namespace {

bool isFree(quint16 port)
{
    return QTcpServer().listen(QHostAddress::LocalHost, port);
}

} // namespace

core::Status EngineHost::start(core::node::NodeOptions options)
{
    if (!isFree(options.port))
        options.port = 0;
    options.victim = std::make_shared<core::Victim>([this](const QByteArray &point) { emit crashed(point); });
    auto made = std::make_unique<core::node::Node>(options);
    if (core::Status started = made->start(); !started.ok())
        return started;
    m_node = std::move(made);
    m_node->watchChanges(true);
    connect(m_node.get(), &core::node::Node::messagesChanged, this, &EngineHost::messagesChanged);
    connect(m_node.get(), &core::node::Node::healthChanged, this, &EngineHost::healthChanged);
    return core::Done{};
}

void EngineHost::startAndTell(const core::node::NodeOptions &options)
{
    if (const core::Status started = start(options); !started.ok())
        emit failed(started.error());
    else
        emit opened();
}

void EngineHost::stopAndTell()
{
    m_node.reset();
    emit stopped();
}

} // namespace ui
