// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"

#include "core/bank/proof.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace tests {

using namespace Qt::StringLiterals;
using core::http::ClientAnswer;

namespace {

// Users 1 and 2 with 10,000.00 in each of two banks.
constexpr core::Money twoBanksAtFirst = core::Money::fromCents(4'000'000);

int bookingsOf(const core::bank::BankSnapshot &books, const QByteArray &gid, const QByteArray &op)
{
    return static_cast<int>(
        std::count_if(books.journal.cbegin(), books.journal.cend(),
                      [&](const core::bank::JournalEntry &entry) { return entry.gid == gid && entry.op == op; }));
}

} // namespace

Program::Program(QStringList arguments) : m_arguments(std::move(arguments)) { }

Program::~Program()
{
    kill();
}

bool Program::start(const QByteArray &faults)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!faults.isEmpty())
        environment.insert(u"CHECKBACK_FAULTS"_s, QString::fromLatin1(faults));
    for (auto variable = m_environment.cbegin(); variable != m_environment.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd"),
                     m_arguments + QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--test-mode"_s});
    m_output.clear();
    QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process->waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
        m_output += m_process->readAll();
        const qsizetype line = m_output.indexOf("listening on ");
        const qsizetype end = m_output.indexOf('\n', line);
        if (line < 0 || end < 0)
            continue;
        const QByteArray address = m_output.mid(line, end - line);
        m_port = static_cast<quint16>(address.mid(address.lastIndexOf(':') + 1).toUInt());
        return m_port != 0;
    }
    return false;
}

void Program::kill()
{
    if (!isRunning())
        return;
    ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
    m_process->waitForFinished(5'000);
}

int Program::terminate()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(8'000)) {
        kill();
        return -1;
    }
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

bool Program::waitForEnd(std::chrono::milliseconds within)
{
    return !isRunning() || m_process->waitForFinished(static_cast<int>(within.count()));
}

bool Program::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

QByteArray Program::printed()
{
    if (m_process) {
        m_process->waitForReadyRead(0);
        m_output += m_process->readAll();
    }
    return m_output;
}

Town::Town(test::MariaDbServer *server)
    : m_server(server)
    , m_senderDatabase(u"sqlite:"_s + m_folder.filePath(u"a.db"_s))
    , m_receiverDatabase(u"sqlite:"_s + receiverFile())
{
    m_coordinator = std::make_unique<Program>(QStringList{u"serve"_s, u"--store"_s, u"sqlite:"_s + storePath()});
}

bool Town::start()
{
    if (m_server && !createDatabases())
        return false;
    if (!m_coordinator->start())
        return false;
    m_receiver = newBank(m_receiverDatabase, {});
    if (!m_receiver->start())
        return false;
    m_sender = newBank(m_senderDatabase, {u"--peer"_s, QString::fromLatin1(m_receiver->url())});
    return m_sender->start();
}

bool Town::createDatabases()
{
    static int towns = 0;
    ++towns;
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(test::MariaDbServer::password().toUtf8()) < 0)
        return false;
    const auto create = [this](const QString &name) {
        const bool created = m_server->createDatabase(name).ok();
        return created ? u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server->userName()).arg(m_server->port()).arg(name)
                       : QString();
    };
    m_senderDatabase = create(u"town%1a"_s.arg(towns));
    m_receiverDatabase = create(u"town%1b"_s.arg(towns));
    return !m_senderDatabase.isEmpty() && !m_receiverDatabase.isEmpty();
}

std::unique_ptr<Program> Town::newBank(const QString &database, const QStringList &more) const
{
    QStringList arguments{u"bank"_s, u"--db"_s, database, u"--coordinator"_s,
                          QString::fromLatin1(m_coordinator->url()) + u"/api/dtmsvr"_s};
    if (m_server)
        arguments += {u"--db-password-file"_s, m_folder.filePath(u"password"_s)};
    return std::make_unique<Program>(arguments + more);
}

ClientAnswer Town::transfer(const QByteArray &key)
{
    core::http::BlockingClient client;
    const auto url = core::http::Url::parse(QByteArray(m_sender->url() + "/api/busi/Transfer"));
    return client.send(
        {.method = "POST",
         .url = *url,
         .headers = {core::http::Header{"Content-Type", "application/json"}},
         .body = "{\"from\":1,\"to\":2,\"amount\":\"30.00\",\"timeout_to_fail\":1,\"retry_interval\":1,\"key\":\"" + key
             + "\"}",
         .timeout = std::chrono::milliseconds(10'000)});
}

QByteArray Town::statusOf(const QByteArray &gid)
{
    core::http::BlockingClient client;
    const auto url = core::http::Url::parse(QByteArray(m_coordinator->url() + "/api/dtmsvr/query?gid=" + gid));
    const ClientAnswer answer = client.send({.url = *url});
    if (answer.outcome != ClientAnswer::Outcome::Answered || answer.status != 200)
        return {};
    const QJsonValue transaction = QJsonDocument::fromJson(answer.body)[u"transaction"];
    return transaction.isObject() ? transaction[u"status"].toString().toLatin1() : QByteArray("none");
}

QList<QByteArray> Town::unfinished(const QList<QByteArray> &gids, std::chrono::milliseconds within)
{
    QList<QByteArray> left = gids;
    const QDeadlineTimer deadline(within);
    while (!left.isEmpty() && !deadline.hasExpired()) {
        left.removeIf([this](const QByteArray &gid) {
            const QByteArray status = statusOf(gid);
            return status == "succeed" || status == "failed" || status == "none";
        });
        if (!left.isEmpty())
            QTest::qWait(50);
    }
    return left;
}

core::bank::BankSnapshot Town::booksOf(const QString &database)
{
    const QString password = m_server ? test::MariaDbServer::password() : QString();
    auto reader = core::bank::BankReader::open(*core::bank::DatabaseUrl::parse(database), password, m_clock);
    if (!reader.ok())
        return {};
    const auto books = reader->snapshot();
    return books.ok() ? *books : core::bank::BankSnapshot{};
}

QString Town::brokenInvariants()
{
    const auto receiver = receiverBooks();
    const auto sender = senderBooks();
    QStringList broken;
    for (const core::bank::Finding &finding : core::bank::checkBanks(receiver, sender, twoBanksAtFirst)) {
        if (!finding.holds)
            broken.append(QString::fromLatin1(finding.name) + u": "_s + finding.evidence);
    }
    if (core::bank::totalOf(receiver, sender).transfersInFlight != 0)
        broken.append(u"money is still in flight"_s);
    return broken.join(u'\n');
}

QString Town::transferThroughKill(Program &victim, const QByteArray &fault, bool arrives)
{
    const QByteArray gid = "kill-nine-1";
    victim.kill();
    if (!victim.start(fault))
        return u"it did not start"_s;
    transfer(gid);
    if (!victim.waitForEnd(std::chrono::seconds(5)))
        return u"the fault did not strike"_s;
    if (!victim.start())
        return u"it did not start again"_s;
    if (!unfinished({gid}, std::chrono::seconds(25)).isEmpty())
        return u"the message did not end"_s;
    const int credits = bookingsOf(receiverBooks(), gid, "action");
    const int debits = bookingsOf(senderBooks(), gid, "msg");
    const int expected = arrives ? 1 : 0;
    if (credits != expected || debits != expected || (statusOf(gid) == "succeed") != arrives)
        return u"%1 credits and %2 debits, the message is %3"_s.arg(credits).arg(debits).arg(
            QString::fromLatin1(statusOf(gid)));
    return brokenInvariants();
}

} // namespace tests
