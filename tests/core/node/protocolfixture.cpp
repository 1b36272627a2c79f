// SPDX-License-Identifier: Apache-2.0
#include "tests/core/node/protocolfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace test {

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ProtocolFixture::ProtocolFixture() : service([](const http::Request &) { return ScriptedPeer::success(); })
{
    node = std::make_unique<node::Node>(
        node::NodeOptions{.store = store::SqliteAddress{m_folder.filePath(QStringLiteral("checkback.db"))}});
    const Status started = node->start();
    if (!started.ok())
        qFatal("no node: %s", qPrintable(started.error().detail));
}

HttpAnswer ProtocolFixture::send(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    const QByteArray base = "http://127.0.0.1:" + QByteArray::number(node->port());
    const QByteArray url = base + (path.startsWith('/') ? path : "/api/dtmsvr/" + path);
    http::ClientRequest request{.method = method, .url = *http::Url::parse(url), .body = body, .timeout = seconds(10)};
    if (!body.isEmpty())
        request.headers.append(http::Header{"Content-Type", "application/json"});
    const http::ClientAnswer answer = m_client.send(request);
    return {answer.status, answer.body};
}

QByteArray ProtocolFixture::transaction(const QByteArray &gid, const JsonFields &changes) const
{
    const JsonFields usual{{"gid", '"' + gid + '"'},
                           {"steps", "[{\"action\":\"" + service.url("/in") + "\"}]"},
                           {"query_prepared", '"' + service.url("/query") + '"'},
                           {"retry_interval", "1"}};
    return transactionBody(usual + changes);
}

JsonFields ProtocolFixture::steps(int count) const
{
    QByteArrayList actions;
    QByteArrayList payloads;
    for (int i = 1; i <= count; ++i) {
        actions.append("{\"action\":\"" + service.url("/in/" + QByteArray::number(i)) + "\"}");
        payloads.append("\"{}\"");
    }
    return {{"steps", '[' + actions.join(',') + ']'}, {"payloads", '[' + payloads.join(',') + ']'}};
}

QJsonObject ProtocolFixture::row(const QByteArray &gid)
{
    return get("query?gid=" + gid).json().value(QLatin1String("transaction")).toObject();
}

QJsonArray ProtocolFixture::branches(const QByteArray &gid)
{
    return get("query?gid=" + gid).json().value(QLatin1String("branches")).toArray();
}

QList<http::Request> ProtocolFixture::callsFor(const QByteArray &gid) const
{
    QList<http::Request> calls = service.requests();
    calls.removeIf([&](const http::Request &request) { return request.queryValue("gid") != gid; });
    return calls;
}

QByteArray ProtocolFixture::pathsFor(const QByteArray &gid) const
{
    QByteArrayList paths;
    for (const http::Request &request : callsFor(gid))
        paths.append(request.path);
    return paths.join(' ');
}

http::Response respond(int status, const QByteArray &body)
{
    return {.status = status, .body = body, .headers = {}};
}

} // namespace test
