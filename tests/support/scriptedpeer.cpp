// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedpeer.h"

namespace test {

using namespace core;

ScriptedPeer::ScriptedPeer(Script script) : m_script(std::move(script))
{
    auto *context = new QObject;
    context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, context, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        context,
        [this, context] {
            m_server = new http::Server(
                {}, [this](http::Request &&request, http::ReplyTo to) { take(std::move(request), to); }, context);
            if (const Status listening = m_server->listen(QHostAddress::LocalHost, 0); !listening.ok())
                qFatal("no scripted peer: %s", qPrintable(listening.error().detail));
        },
        Qt::BlockingQueuedConnection);
    m_base = "http://127.0.0.1:" + QByteArray::number(m_server->port());
}

ScriptedPeer::~ScriptedPeer()
{
    m_thread.quit();
    m_thread.wait();
}

QByteArray ScriptedPeer::url(const QByteArray &path) const
{
    return m_base + path;
}

QByteArrayList ScriptedPeer::calls() const
{
    QByteArrayList calls;
    for (const http::Request &request : requests())
        calls << request.method + ' ' + request.path + (request.query.isEmpty() ? QByteArray() : '?' + request.query);
    return calls;
}

QList<http::Request> ScriptedPeer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void ScriptedPeer::answer(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void ScriptedPeer::take(http::Request &&request, http::ReplyTo to)
{
    Script script;
    {
        const std::lock_guard lock(m_mutex);
        m_requests << request;
        script = m_script;
    }
    m_server->reply(to, script(request));
}

} // namespace test
