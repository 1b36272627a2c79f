// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"
#include "ui/session/passwords.h"

#include <QHash>

namespace ui {

/// Knows the passwords of connections: those given since the start, and those in the keychain. UI thread.
class PasswordDesk final : public QObject
{
    Q_OBJECT
public:
    explicit PasswordDesk(std::unique_ptr<PasswordStore> store, QObject *parent = nullptr);

    /// Whether find() has the password at once, without asking the keychain or anybody.
    bool isKnown(const Connection &connection) const;
    /// The answer may come before find() returns. An error means: ask the user.
    void find(const Connection &connection, QObject *context, PasswordStore::ThenPassword then);
    /// Known from now on, and put into the keychain where the connection wishes so.
    void keep(const Connection &connection, const QString &password);
    /// Known until the program ends, and kept nowhere.
    void know(const QString &connectionId, const QString &password);
    /// Out of memory and keychain.
    void forget(const QString &connectionId);

signals:
    void passwordKnown(const QString &connectionId);
    /// A password could not be put into the keychain: it is known until the program ends, and asked for then.
    void keychainMissing(const QString &reason);

private:
    std::unique_ptr<PasswordStore> m_store;
    QHash<QString, QString> m_known;
};

} // namespace ui
