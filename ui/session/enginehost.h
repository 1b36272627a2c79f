// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node/node.h"

#include <QObject>

#include <memory>

namespace ui {

/// The coordinator on a thread of its own, which its start and its end may hold up for seconds: the screen's thread
/// never waits for a store.
class EngineHost final : public QObject
{
    Q_OBJECT
public:
    /// Opens the store and listens, on a free port where the wished one is taken. Waits for the outcome; the error is
    /// the store's or the server's. Clients may know the address of the last time, so it is wished for first.
    core::Status start(core::node::NodeOptions options);
    /// start(), told by a signal.
    void startAndTell(const core::node::NodeOptions &options);
    /// Takes nothing new, lets calls in flight finish for some seconds, hands back the rest, closes the store.
    void stopAndTell();

    /// The functions of Node that any thread may call; valid from opened() until stopAndTell().
    core::node::Node *node() const { return m_node.get(); }

signals:
    void opened();
    void failed(const core::Error &error);
    void stopped();
    void crashed(const QByteArray &point); ///< on purpose; from any thread. stopAndTell() ends what is left
    void messagesChanged(const QList<core::store::Summary> &changed, bool more);
    void healthChanged(const core::engine::Health &health);

private:
    std::unique_ptr<core::node::Node> m_node;
};

} // namespace ui
