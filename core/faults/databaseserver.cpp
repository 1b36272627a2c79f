// SPDX-License-Identifier: Apache-2.0
#include "core/faults/databaseserver.h"

#include "core/faults/eventwait.h"
#include "core/faults/processes.h"
#include "core/faults/runcontrol.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpSocket>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis dataMadeWithin = 60s;
constexpr Millis readyWithin = 60s;
constexpr Millis greetsWithin = 1s;
constexpr Millis betweenTries = 50ms;
constexpr int endsWithinMs = 20'000;
constexpr qint64 lastWordsBytes = 600;
const QString userName = u"checkback"_s;

QString installed(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

QString newPassword()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36)
        + QString::number(QRandomGenerator::system()->generate64(), 36);
}

/// What the server runs at each start.
QString firstStatements(const QString &password, const QStringList &databases)
{
    QString sql;
    for (const QString &database : databases)
        sql += u"CREATE DATABASE IF NOT EXISTS %1 CHARACTER SET utf8mb4;\n"_s.arg(database);
    for (const QString &host : {u"%"_s, u"localhost"_s}) {
        const QString user = u"'%1'@'%2'"_s.arg(userName, host);
        sql += u"CREATE USER IF NOT EXISTS "_s + user + u" IDENTIFIED BY '"_s + password + u"';\n"_s;
        for (const QString &database : databases)
            sql += u"GRANT ALL ON "_s + database + u".* TO "_s + user + u";\n"_s;
    }
    return sql;
}

} // namespace

DatabaseServer::DatabaseServer() : m_password(newPassword()) { }

DatabaseServer::~DatabaseServer()
{
    kill();
}

bool DatabaseServer::isInstalled()
{
    return !installed(u"mariadbd"_s).isEmpty() && !installed(u"mariadb-install-db"_s).isEmpty();
}

QString DatabaseServer::url(const QString &database) const
{
    return u"mysql://%1@127.0.0.1:%2/%3"_s.arg(userName, QString::number(port()), database);
}

QStringList DatabaseServer::arguments() const
{
    return QStringList{u"--no-defaults"_s, u"--datadir="_s + path(u"data"_s), u"--tmpdir="_s + m_folder.path(),
                       u"--innodb-log-file-size=16M"_s, u"--innodb-buffer-pool-size=16M"_s}
    + serverUserArguments();
}

Status DatabaseServer::start(const QStringList &databases, const RunControl &control)
{
    if (!isInstalled())
        return Error::unavailable(
            u"this story starts a MariaDB server of its own, and none is installed: install mariadb-server (its programs mariadbd and mariadb-install-db)"_s);
    if (!m_port) {
        if (const Status made = makeData(databases, control); !made.ok())
            return made;
        m_port.emplace();
    }
    m_process.setStandardErrorFile(path(u"log"_s));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    tieToThisThread(m_process);
    m_process.start(installed(u"mariadbd"_s),
                    arguments()
                        + QStringList{u"--socket="_s + path(u"socket"_s), u"--pid-file="_s + path(u"pid"_s),
                                      u"--port=%1"_s.arg(port()), u"--bind-address=127.0.0.1"_s,
                                      u"--skip-networking=0"_s, u"--skip-name-resolve"_s,
                                      u"--init-file="_s + path(u"init.sql"_s)});
    return waitUntilReady(control);
}

Status DatabaseServer::makeData(const QStringList &databases, const RunControl &control)
{
    QFile init(path(u"init.sql"_s));
    if (!m_folder.isValid() || !init.open(QIODevice::WriteOnly)
        || !init.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return Error::unavailable(u"no temporary folder for a MariaDB server: "_s + init.errorString());
    init.write(firstStatements(m_password, databases).toUtf8());
    init.close();
    QProcess maker;
    maker.setProcessChannelMode(QProcess::MergedChannels);
    tieToThisThread(maker);
    maker.start(installed(u"mariadb-install-db"_s),
                arguments() + QStringList{u"--auth-root-authentication-method=normal"_s, u"--skip-test-db"_s});
    const bool ended = waitUntil([&] { return maker.state() == QProcess::NotRunning; }, dataMadeWithin, control);
    if (ended && maker.exitStatus() == QProcess::NormalExit && maker.exitCode() == 0)
        return Done{};
    return Error::unavailable(u"the data of a MariaDB server cannot be made: "_s
                              + QString::fromUtf8(maker.readAll().right(lastWordsBytes)));
}

/// A server that takes connections greets first.
Status DatabaseServer::waitUntilReady(const RunControl &control)
{
    bool greeted = false;
    const auto greets = [&] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
        greeted =
            waitUntil([&] { return socket.bytesAvailable() > 0 || socket.state() == QTcpSocket::UnconnectedState; },
                      greetsWithin, control)
            && socket.bytesAvailable() > 0;
        if (!greeted)
            waitFor(betweenTries);
        return greeted || !isRunning();
    };
    waitUntil(greets, readyWithin, control);
    return greeted ? Status(Done{}) : Error::unavailable(u"the MariaDB server does not come up: "_s + lastWords());
}

QString DatabaseServer::lastWords() const
{
    QFile log(path(u"log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return log.errorString();
    log.seek(std::max<qint64>(0, log.size() - lastWordsBytes));
    return QString::fromUtf8(log.readAll());
}

void DatabaseServer::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(endsWithinMs);
}

} // namespace core::faults
