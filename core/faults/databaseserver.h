// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/heldport.h"
#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace core::faults {

class RunControl;

/// A MariaDB server of a story's own: made from what the system has installed, with its data in a temporary folder, on
/// a free loopback port, with a password that nobody else knows. Ended by its own process id at the latest with this
/// object. Lives on a thread with an event loop, which runs while it waits.
class DatabaseServer final
{
public:
    DatabaseServer();
    ~DatabaseServer();

    static bool isInstalled();

    /// Makes the data the first time, with these empty databases, and waits until it takes connections; on the same
    /// port each time. Unavailable, with the remedy, when there is no such server, or with its last words when it does
    /// not come up.
    Status start(const QStringList &databases, const RunControl &control);
    /// Ends it by SIGKILL: what was not committed is gone.
    void kill();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    /// "mysql://USER@127.0.0.1:PORT/DATABASE", for a store as for a bank.
    QString url(const QString &database) const;
    QString password() const { return m_password; }

private:
    Status makeData(const QStringList &databases, const RunControl &control);
    Status waitUntilReady(const RunControl &control);
    QStringList arguments() const;
    QString lastWords() const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    quint16 port() const { return m_port ? m_port->number() : 0; }

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_password;
    std::optional<HeldPort> m_port; ///< none before the first start
};

} // namespace core::faults
