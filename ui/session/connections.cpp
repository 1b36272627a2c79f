// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connections.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString inUseKey = u"in-use"_s; // the engine's connection that was chosen last

Connection builtIn(const QString &id, Connection::Kind kind)
{
    Connection connection;
    connection.id = id;
    connection.kind = kind;
    connection.care = Connection::Care::Local;
    connection.safety = Connection::Safety::Open;
    connection.builtIn = true;
    return connection;
}

QString defaultLabel(const QString &id)
{
    if (id == Connections::engineId)
        return Connections::tr("This computer");
    if (id == Connections::bankAId)
        return Connections::tr("Bank A");
    if (id == Connections::givenEngineId)
        return Connections::tr("From the command line");
    return id == Connections::bankBId ? Connections::tr("Bank B") : QString();
}

} // namespace

const QString Connections::engineId = u"engine"_s;
const QString Connections::givenEngineId = u"engine-given"_s;
const QString Connections::bankAId = u"bank-a"_s;
const QString Connections::bankBId = u"bank-b"_s;

Connections::Connections(QObject *parent) : QObject(parent)
{
    m_all = {builtIn(engineId, Connection::Kind::Engine), builtIn(bankAId, Connection::Kind::Bank),
             builtIn(bankBId, Connection::Kind::Bank)};
    m_all[1].peerId = bankBId;
}

QList<Connection> Connections::banks() const
{
    QList<Connection> banks = m_all;
    banks.removeIf([](const Connection &connection) { return connection.kind != Connection::Kind::Bank; });
    return banks;
}

QList<PayloadFields> Connections::payloadFields() const
{
    QList<PayloadFields> fields;
    for (const Connection &connection : m_all) {
        if (!connection.peerId.isEmpty() && !fields.contains(connection.payloadFields))
            fields.append(connection.payloadFields);
    }
    return fields;
}

const Connection *Connections::find(const QString &id) const
{
    const auto found =
        std::find_if(m_all.cbegin(), m_all.cend(), [&id](const Connection &one) { return one.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

const Connection &Connections::engine() const
{
    const Connection *inUse = find(m_engineInUse);
    return inUse ? *inUse : m_all.first();
}

void Connections::useEngine(const QString &id)
{
    const Connection *known = find(id);
    if (!known || !known->isEngine())
        return;
    m_engineInUse = id;
    if (id != givenEngineId)
        m_engineKept = id;
    emit changed();
}

void Connections::addGivenEngine(const core::bank::DatabaseUrl &place)
{
    Connection given = builtIn(givenEngineId, Connection::Kind::Engine);
    given.place = place;
    m_all.insert(1, given);
    useEngine(givenEngineId);
}

Connection *Connections::findOwn(const QString &id)
{
    return const_cast<Connection *>(std::as_const(*this).find(id));
}

void Connections::setBuiltInPlace(const QString &id, const core::bank::DatabaseUrl &place)
{
    findOwn(id)->place = place;
    emit changed();
}

core::Result<QString> Connections::save(Connection connection)
{
    if (const core::Status valid = checkConnection(connection); !valid.ok())
        return valid.error();
    if (connection.label == defaultLabel(connection.id))
        connection.label.clear(); // it follows the language
    if (const core::Status pair = checkPair(connection); !pair.ok())
        return pair.error();
    if (connection.id.isEmpty()) {
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_all.append(connection);
        emit changed();
        return connection.id;
    }
    Connection *known = findOwn(connection.id);
    if (!known)
        return core::Error::notFound(u"the connection was removed"_s);
    if (*known == connection)
        return connection.id;
    if (known->id == m_engineInUse && known->place != connection.place)
        return core::Error::conflict(u"the engine works with this store: switch it to another one first"_s);
    *known = connection;
    emit changed();
    return connection.id;
}

core::Status Connections::checkPair(const Connection &connection) const
{
    if (connection.peerId.isEmpty() || connection.builtIn)
        return core::Done{};
    const Connection *peer = find(connection.peerId);
    if (!peer || peer->kind != Connection::Kind::Bank || peer->builtIn || peer->id == connection.id)
        return core::Error::invalid("peer", u"must be another bank"_s);
    for (const Connection &other : m_all) {
        if (other.id == connection.id || other.peerId.isEmpty())
            continue;
        if (other.id == peer->id || other.peerId == peer->id || other.peerId == connection.id)
            return core::Error::conflict(u"one of the two belongs to another pair"_s);
    }
    return core::Done{};
}

core::Status Connections::remove(const QString &id)
{
    const Connection *known = find(id);
    if (!known)
        return core::Error::notFound(u"the connection was removed"_s);
    if (known->builtIn)
        return core::Error::conflict(u"this computer's own connections stay"_s);
    if (id == m_engineInUse)
        return core::Error::conflict(u"the engine works with this store: switch it to another one first"_s);
    if (id == m_engineKept)
        m_engineKept = engineId;
    m_all.removeIf([&id](const Connection &one) { return one.id == id; });
    for (Connection &other : m_all) {
        if (other.peerId != id)
            continue;
        other.peerId.clear();
        other.payloadFields = {};
    }
    emit changed();
    return core::Done{};
}

void Connections::load(const QList<QVariantMap> &settings)
{
    for (const QVariantMap &one : settings) {
        const auto connection = connectionFromSettings(one);
        if (!connection)
            continue;
        takeOver(*connection);
        if (one.contains(inUseKey) && connection->isEngine())
            m_engineKept = connection->id;
    }
    if (m_engineInUse != givenEngineId)
        m_engineInUse = m_engineKept;
    emit changed();
}

void Connections::takeOver(const Connection &loaded)
{
    Connection *known = findOwn(loaded.id);
    if (!known)
        return m_all.append(loaded);
    known->label = loaded.label;
    known->care = loaded.care;
    known->safety = loaded.safety;
}

QList<QVariantMap> Connections::settings() const
{
    QList<QVariantMap> settings;
    for (const Connection &connection : m_all) {
        if (connection.id == givenEngineId)
            continue;
        settings.append(toSettings(connection));
        if (connection.id == m_engineKept)
            settings.last().insert(inUseKey, u"yes"_s);
    }
    return settings;
}

QString Connections::labelOf(const Connection &connection)
{
    return connection.label.isEmpty() ? defaultLabel(connection.id) : connection.label;
}

} // namespace ui
