// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

namespace tests {

using namespace Qt::StringLiterals;
using core::http::ClientAnswer;

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

Town::Town()
{
    m_coordinator = std::make_unique<Program>(QStringList{u"serve"_s, u"--store"_s, u"sqlite:"_s + storePath()});
}

bool Town::start()
{
    if (!m_coordinator->start())
        return false;
    const QString coordinatorUrl = QString::fromLatin1(m_coordinator->url()) + u"/api/dtmsvr"_s;
    m_receiver =
        std::make_unique<Program>(QStringList{u"bank"_s, u"--db"_s, database("b"), u"--coordinator"_s, coordinatorUrl});
    if (!m_receiver->start())
        return false;
    m_sender =
        std::make_unique<Program>(QStringList{u"bank"_s, u"--db"_s, database("a"), u"--coordinator"_s, coordinatorUrl,
                                              u"--peer"_s, QString::fromLatin1(m_receiver->url())});
    return m_sender->start();
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

core::bank::BankSnapshot Town::receiverBooks()
{
    return booksOf("b");
}

core::bank::BankSnapshot Town::senderBooks()
{
    return booksOf("a");
}

QString Town::database(const char *name) const
{
    return u"sqlite:"_s + m_folder.filePath(QLatin1String(name) + u".db"_s);
}

core::bank::BankSnapshot Town::booksOf(const char *name)
{
    auto reader = core::bank::BankReader::open(*core::bank::DatabaseUrl::parse(database(name)), {}, m_clock);
    if (!reader.ok())
        return {};
    const auto books = reader->snapshot();
    return books.ok() ? *books : core::bank::BankSnapshot{};
}

} // namespace tests
