// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/passwords.h"

#include <QHash>

namespace test {

/// A keychain in memory, or a computer without one.
class MemoryPasswords final : public ui::PasswordStore
{
public:
    explicit MemoryPasswords(bool isThere) : m_isThere(isThere) { }

    void read(const QString &id, QObject *context, ThenPassword then) override
    {
        later(context, [this, id, then] {
            if (!m_isThere)
                return then(core::Error::unavailable(QStringLiteral("no keychain")));
            if (!kept.contains(id))
                return then(core::Error::notFound(QStringLiteral("not kept")));
            then(kept.value(id));
        });
    }

    void write(const QString &id, const QString &password, QObject *context, ThenStatus then) override
    {
        if (m_isThere)
            kept.insert(id, password);
        later(context, [this, then] {
            m_isThere ? then(core::Done{}) : then(core::Error::unavailable(QStringLiteral("no keychain")));
        });
    }

    void remove(const QString &id) override { kept.remove(id); }

    QHash<QString, QString> kept;

private:
    static void later(QObject *context, std::function<void()> work)
    {
        QMetaObject::invokeMethod(context, std::move(work), Qt::QueuedConnection);
    }

    bool m_isThere;
};

} // namespace test
