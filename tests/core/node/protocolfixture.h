// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/node/node.h"
#include "tests/core/api/transactionbody.h"
#include "tests/support/scriptedpeer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace test {

struct HttpAnswer
{
    int status = 0; ///< 0: none
    QByteArray body;

    QJsonObject json() const;
    QString result() const { return json().value(QLatin1String("dtm_result")).toString(); }
    QString message() const { return json().value(QLatin1String("message")).toString(); }
};

/// A real coordinator on a store of its own, a service that answers as the test says, and a client in between:
/// everything over sockets.
class ProtocolFixture final
{
public:
    ProtocolFixture();

    HttpAnswer get(const QByteArray &path) { return send("GET", path, {}); }
    HttpAnswer post(const QByteArray &path, const QByteArray &body) { return send("POST", path, body); }
    /// path: behind /api/dtmsvr/, or absolute.
    HttpAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &body);

    /// A transaction with one step to the service's /in and its checkback at /query.
    QByteArray transaction(const QByteArray &gid, const JsonFields &changes = {}) const;
    /// The steps and payloads of this many branches, at /in/1, /in/2 …
    JsonFields steps(int count) const;

    QJsonObject row(const QByteArray &gid);
    QString state(const QByteArray &gid) { return row(gid).value(QLatin1String("status")).toString(); }
    QJsonArray branches(const QByteArray &gid);

    /// Requests that the service got for a gid, in their order.
    QList<core::http::Request> callsFor(const QByteArray &gid) const;
    /// Their paths, joined by spaces.
    QByteArray pathsFor(const QByteArray &gid) const;

    ScriptedPeer service;
    std::unique_ptr<core::node::Node> node;

private:
    QTemporaryDir m_folder;
    core::http::BlockingClient m_client;
};

core::http::Response respond(int status, const QByteArray &body = {});

} // namespace test
