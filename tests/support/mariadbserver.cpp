// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mariadbserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>

#include <csignal>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

using namespace core;

namespace {

constexpr int installMs = 60'000;
constexpr int readyMs = 60'000;
constexpr int stopMs = 20'000;
constexpr qsizetype logEndBytes = 4'000;

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")}) : found;
}

/// Runs sql on a connection of its own, unless it is empty; gives the last column of the first row.
Result<QString> execute(quint16 port, const QString &sql)
{
    const QString name = QStringLiteral("mariadbserver");
    QString error;
    QString value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), name);
        db.setHostName(QStringLiteral("127.0.0.1"));
        db.setPort(port);
        db.setUserName(MariaDbServer::userName());
        db.setPassword(MariaDbServer::password());
        if (!db.open())
            error = db.lastError().text();
        else if (QSqlQuery query(db); !sql.isEmpty() && !query.exec(sql))
            error = query.lastError().text();
        else if (query.next())
            value = query.value(query.record().count() - 1).toString();
    }
    QSqlDatabase::removeDatabase(name);
    if (!error.isEmpty())
        return Error::unavailable(error);
    return value;
}

} // namespace

bool MariaDbServer::isInstalled()
{
    return !program(QStringLiteral("mariadbd")).isEmpty() && !program(QStringLiteral("mariadb-install-db")).isEmpty();
}

Status MariaDbServer::start()
{
    if (!QFile::exists(path(QStringLiteral("data")))) {
        if (Status installed = install(); !installed.ok())
            return installed;
    }
    if (!m_port)
        m_port.emplace();
#ifdef Q_OS_LINUX // no server outlives a test that was killed
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.setStandardErrorFile(path(QStringLiteral("log")));
    m_process.start(
        program(QStringLiteral("mariadbd")),
        QStringList{
            QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + path(QStringLiteral("data")),
            QStringLiteral("--tmpdir=") + m_folder.path(), QStringLiteral("--socket=") + path(QStringLiteral("socket")),
            QStringLiteral("--pid-file=") + path(QStringLiteral("pid")), QStringLiteral("--port=%1").arg(port()),
            QStringLiteral("--bind-address=127.0.0.1"), QStringLiteral("--skip-networking=0"),
            QStringLiteral("--innodb-buffer-pool-size=32M"), QStringLiteral("--innodb-log-file-size=16M"),
            QStringLiteral("--init-file=") + path(QStringLiteral("init.sql"))}
            + m_arguments + userArguments());
    return waitUntilReady();
}

Status MariaDbServer::install()
{
    QFile init(path(QStringLiteral("init.sql"))); // read at each start
    if (!init.open(QIODevice::WriteOnly))
        return Error::unavailable(init.errorString());
    init.write(
        QStringLiteral(
            "CREATE USER IF NOT EXISTS '%1'@'%' IDENTIFIED BY '%2';\nGRANT ALL ON *.* TO '%1'@'%' WITH GRANT OPTION;\n"
            "CREATE USER IF NOT EXISTS '%1'@'localhost' IDENTIFIED BY '%2';\nGRANT ALL ON *.* TO '%1'@'localhost' WITH "
            "GRANT OPTION;\n")
            .arg(userName(), QString(password()).replace(u'\'', QStringLiteral("''")))
            .toUtf8());
    init.close();
    if (!giveFolderAway())
        return Error::unavailable(QStringLiteral("the data folder cannot be given to ") + m_systemUser);
    QProcess install;
    install.setProcessChannelMode(QProcess::MergedChannels);
    install.start(program(QStringLiteral("mariadb-install-db")),
                  QStringList{QStringLiteral("--no-defaults"),
                              QStringLiteral("--datadir=") + path(QStringLiteral("data")),
                              // a server that starts removes what others have in a folder shared with it
                              QStringLiteral("--tmpdir=") + m_folder.path(),
                              QStringLiteral("--auth-root-authentication-method=normal"),
                              QStringLiteral("--skip-test-db"), QStringLiteral("--innodb-log-file-size=16M")}
                      + userArguments());
    if (!install.waitForFinished(installMs) || install.exitCode() != 0)
        return Error::unavailable(QString::fromUtf8(install.readAll()));
    return Done{};
}

Status MariaDbServer::waitUntilReady()
{
    if (!m_process.waitForStarted())
        return Error::unavailable(m_process.errorString());
    Result<QString> ready = Error::unavailable(QStringLiteral("not asked yet"));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < readyMs) {
        ready = execute(port(), {});
        if (ready.ok())
            return Done{};
        if (m_process.waitForFinished(50)) // also the pause between two tries
            return Error::unavailable(QStringLiteral("mariadbd ended while it started; its log ends so:\n") + logEnd());
    }
    return ready.error();
}

QString MariaDbServer::logEnd() const
{
    QFile log(path(QStringLiteral("log")));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(logEndBytes)) : log.errorString();
}

QStringList MariaDbServer::userArguments() const
{
    if (geteuid() != 0)
        return {};
    return {QStringLiteral("--user=") + (m_systemUser.isEmpty() ? QStringLiteral("root") : m_systemUser)};
}

bool MariaDbServer::giveFolderAway() const
{
    if (geteuid() != 0 || m_systemUser.isEmpty())
        return true;
    const passwd *const user = getpwnam(m_systemUser.toLocal8Bit().constData());
    return user && chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) == 0;
}

Result<QString> MariaDbServer::ask(const QString &sql)
{
    return execute(port(), sql);
}

void MariaDbServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopMs))
        kill();
}

void MariaDbServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(stopMs);
}

void MariaDbServer::pause()
{
    const auto server = static_cast<id_t>(processId());
    ::kill(static_cast<pid_t>(server), SIGSTOP);
    siginfo_t stopped{};
    ::waitid(P_PID, server, &stopped, WSTOPPED | WEXITED | WNOWAIT); // until then its threads still answer
}

void MariaDbServer::resume()
{
    ::kill(static_cast<pid_t>(processId()), SIGCONT);
}

Status MariaDbServer::createDatabase(const QString &name)
{
    const Result<QString> created = execute(
        port(), QStringLiteral("CREATE DATABASE `%1` CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci").arg(name));
    return created.ok() ? Status(Done{}) : created.error();
}

} // namespace test
