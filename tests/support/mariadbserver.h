// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/heldport.h"
#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace test {

/// A MariaDB server of this test's own: data in a temporary folder, on a free loopback port, ended with the object.
class MariaDbServer final
{
public:
    static bool isInstalled();

    /// Further arguments of the server, from its next start on.
    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    /// Has the server run as this user of the system, who is given the data folder; for root only, before the first
    /// start. Without it the server runs as whoever runs the test.
    void runAs(const QString &systemUser) { m_systemUser = systemUser; }

    ~MariaDbServer() { stop(); }

    /// Makes the data folder at the first start and waits until the server takes connections; on the same port each
    /// time.
    core::Status start();
    /// An orderly end; the data stay.
    void stop();
    /// kill −9; the data stay.
    void kill();
    /// SIGSTOP: it holds its connections and answers none.
    void pause();
    void resume();

    quint16 port() const { return m_port ? m_port->number() : 0; }
    qint64 processId() const { return m_process.processId(); }
    static QString userName() { return QStringLiteral("checkback"); }
    static QString password() { return QStringLiteral("a test's secret"); }

    /// Creates an empty database (utf8mb4, a collation that folds case, as servers have it by default).
    core::Status createDatabase(const QString &name);

    /// The value in the last column of the query's first row; empty when there is none.
    core::Result<QString> ask(const QString &sql);

private:
    core::Status install();
    QStringList userArguments() const;
    bool giveFolderAway() const;
    core::Status waitUntilReady();
    QString logEnd() const;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QProcess m_process;
    std::optional<core::HeldPort> m_port; ///< none before the first start
    QStringList m_arguments;
    QString m_systemUser;
};

} // namespace test
