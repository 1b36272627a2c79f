// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"

#include <QThread>

#include <functional>
#include <mutex>

namespace test {

/// An HTTP server on a thread of its own that answers as a test says and remembers what it was asked: a coordinator or
/// a service in the place of the real one, for clients that block the test's thread.
class ScriptedPeer final
{
public:
    using Script = std::function<core::http::Response(const core::http::Request &)>;

    /// script runs on the peer's thread, one request at a time. It listens on a free loopback port at once.
    explicit ScriptedPeer(Script script);
    ~ScriptedPeer();
    ScriptedPeer(const ScriptedPeer &) = delete;
    ScriptedPeer &operator=(const ScriptedPeer &) = delete;

    /// "http://127.0.0.1:PORT" and the given path.
    QByteArray url(const QByteArray &path = {}) const;
    /// "METHOD /path?query" of all requests so far, in their order.
    QByteArrayList calls() const;
    QList<core::http::Request> requests() const;
    /// From now on another script.
    void answer(Script script);

    static core::http::Response success()
    {
        return {.status = 200, .body = "{\"dtm_result\":\"SUCCESS\"}", .headers = {}};
    }
    static core::http::Response failure()
    {
        return {.status = 409, .body = "{\"dtm_result\":\"FAILURE\",\"message\":\"no\"}", .headers = {}};
    }
    static core::http::Response broken() { return {.status = 500, .body = "{\"message\":\"broken\"}", .headers = {}}; }

private:
    void take(core::http::Request &&request, core::http::ReplyTo to);

    QThread m_thread;
    core::http::Server *m_server = nullptr; ///< made and ended on m_thread
    QByteArray m_base;
    mutable std::mutex m_mutex;
    Script m_script;
    QList<core::http::Request> m_requests;
};

} // namespace test
