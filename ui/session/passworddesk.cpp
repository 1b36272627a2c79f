// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passworddesk.h"

using namespace Qt::StringLiterals;

namespace ui {

PasswordDesk::PasswordDesk(std::unique_ptr<PasswordStore> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{ }

bool PasswordDesk::isKnown(const Connection &connection) const
{
    return !connection.isMySql() || m_known.contains(connection.id);
}

void PasswordDesk::find(const Connection &connection, QObject *context, PasswordStore::ThenPassword then)
{
    if (!connection.isMySql())
        return then(QString());
    if (const auto known = m_known.constFind(connection.id); known != m_known.cend())
        return then(*known);
    if (connection.passwordKept == Connection::PasswordKept::Nowhere)
        return then(core::Error::notFound(u"the password is asked for each time"_s));
    m_store->read(connection.id, context, [this, id = connection.id, then](const core::Result<QString> &password) {
        if (password.ok())
            m_known.insert(id, *password);
        then(password);
    });
}

void PasswordDesk::keep(const Connection &connection, const QString &password)
{
    m_known.insert(connection.id, password);
    emit passwordKnown(connection.id);
    if (connection.passwordKept == Connection::PasswordKept::Nowhere)
        return m_store->remove(connection.id);
    m_store->write(connection.id, password, this, [this](const core::Status &written) {
        if (!written.ok())
            emit keychainMissing(written.error().detail);
    });
}

void PasswordDesk::know(const QString &connectionId, const QString &password)
{
    m_known.insert(connectionId, password);
    emit passwordKnown(connectionId);
}

void PasswordDesk::forget(const QString &connectionId)
{
    m_known.remove(connectionId);
    m_store->remove(connectionId);
}

} // namespace ui
