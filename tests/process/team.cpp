// SPDX-License-Identifier: Apache-2.0
#include "tests/process/team.h"

#include "core/bank/proof.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace tests {

using namespace Qt::StringLiterals;
using core::Money;
using core::http::ClientAnswer;

namespace {

constexpr int accounts = 8;
constexpr int stateSucceed = 2; // as the store has it
const Money allMoney = Money::fromCents(2LL * accounts * 1'000'000); // 10,000.00 in each account of both banks
const QString storeName = QStringLiteral("team_store");
const QString senderName = QStringLiteral("team_a");
const QString receiverName = QStringLiteral("team_b");

ClientAnswer post(const QByteArray &url, const QByteArray &body)
{
    core::http::BlockingClient client;
    return client.send({.method = "POST",
                        .url = *core::http::Url::parse(url),
                        .headers = {core::http::Header{"Content-Type", "application/json"}},
                        .body = body,
                        .timeout = std::chrono::seconds(10)});
}

QHash<QByteArray, int> bookingsByGid(const core::bank::BankSnapshot &books, const QByteArray &op)
{
    QHash<QByteArray, int> count;
    for (const core::bank::JournalEntry &entry : books.journal) {
        if (entry.op == op)
            ++count[entry.gid];
    }
    return count;
}

/// What is wrong with one transfer, given its bookings and its state in the store (−1: it is not there).
QString wrongWith(const Asked &asked, int debits, int credits, int state)
{
    const QString gid = QString::fromLatin1(asked.gid);
    if (debits > 1 || credits != debits)
        return u"%1: %2 debits, %3 credits"_s.arg(gid).arg(debits).arg(credits);
    if ((state == stateSucceed) != (debits == 1))
        return u"%1: %2 debits, state %3"_s.arg(gid).arg(debits).arg(state);
    if (asked.isCommitted && debits != 1)
        return u"%1: committed, the bank said, and it is not"_s.arg(gid);
    if (asked.isSubmitted && state != stateSucceed)
        return u"%1: acknowledged, and the store has it as %2"_s.arg(gid).arg(state);
    return {};
}

} // namespace

Team::Team(std::vector<test::MariaDbServer *> storeServers, test::MariaDbServer &bankServer)
    : m_storeServers(std::move(storeServers))
    , m_bankServer(bankServer)
{ }

QString Team::urlOf(const test::MariaDbServer &server, const QString &database) const
{
    return u"mysql://%1@127.0.0.1:%2/%3"_s.arg(server.userName()).arg(server.port()).arg(database);
}

bool Team::start()
{
    if (!createDatabases())
        return false;
    for (const test::MariaDbServer *server : m_storeServers) {
        m_coordinators.push_back(
            std::make_unique<Program>(QStringList{u"serve"_s, u"--store"_s, urlOf(*server, storeName),
                                                  u"--store-password-file"_s, m_folder.filePath(u"password"_s)}));
        if (!m_coordinators.back()->start())
            return false;
    }
    m_receiver = newBank(receiverName, 0, {});
    if (!m_receiver->start() || !openAccounts(receiverName))
        return false;
    for (int i = 0; i < size(); ++i) {
        m_senders.push_back(newBank(senderName, i, {u"--peer"_s, QString::fromLatin1(m_receiver->url())}));
        if (!m_senders.back()->start())
            return false;
    }
    return openAccounts(senderName);
}

bool Team::createDatabases()
{
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(test::MariaDbServer::password().toUtf8()) < 0)
        return false;
    return m_storeServers.front()->createDatabase(storeName).ok() && m_bankServer.createDatabase(senderName).ok()
        && m_bankServer.createDatabase(receiverName).ok();
}

/// The bank has made those of users 1 and 2.
bool Team::openAccounts(const QString &database)
{
    for (int user = 3; user <= accounts; ++user) {
        const QString sql =
            u"INSERT INTO %1.user_account (user_id, balance) VALUES (%2, 10000.00)"_s.arg(database).arg(user);
        if (!m_bankServer.ask(sql).ok())
            return false;
    }
    return true;
}

std::unique_ptr<Program> Team::newBank(const QString &database, int coordinatorIndex, const QStringList &more) const
{
    const QByteArray coordinator = m_coordinators[std::size_t(coordinatorIndex)]->url();
    return std::make_unique<Program>(QStringList{u"bank"_s, u"--db"_s, urlOf(m_bankServer, database),
                                                 u"--db-password-file"_s, m_folder.filePath(u"password"_s),
                                                 u"--coordinator"_s,
                                                 QString::fromLatin1(coordinator) + u"/api/dtmsvr"_s}
                                     + more);
}

Asked Team::transfer(const QByteArray &gid, int n) const
{
    QRandomGenerator &chance = *QRandomGenerator::system();
    const QByteArray from = QByteArray::number(chance.bounded(1, accounts + 1));
    const QByteArray to = QByteArray::number(chance.bounded(1, accounts + 1));
    const bool isTooMuch = n % 50 == 49; // for the account, so that the transfer must come to nothing
    const QByteArray amount = QByteArray::number(isTooMuch ? 20'000.0 : chance.bounded(1, 100) / 100.0, 'f', 2);
    const ClientAnswer answer = post(m_senders[std::size_t(n % size())]->url() + "/api/busi/Transfer",
                                     "{\"from\":" + from + ",\"to\":" + to + ",\"amount\":\"" + amount
                                         + "\",\"timeout_to_fail\":1,\"retry_interval\":1,\"key\":\"" + gid + "\"}");
    if (answer.outcome != ClientAnswer::Outcome::Answered)
        return {.gid = gid};
    return {.gid = gid,
            .isCommitted = answer.status == 200,
            .isSubmitted = answer.status == 200 && QJsonDocument::fromJson(answer.body)[u"submitted"].toBool(),
            .isRefused = answer.status == 503};
}

ClientAnswer Team::prepare(const QByteArray &gid, int coordinator)
{
    const QByteArray receiver = m_receiver->url() + "/api/busi";
    return post(m_coordinators[std::size_t(coordinator)]->url() + "/api/dtmsvr/prepare",
                "{\"gid\":\"" + gid + "\",\"trans_type\":\"msg\",\"query_prepared\":\"" + receiver
                    + "/QueryPreparedB\",\"steps\":[{\"action\":\"" + receiver
                    + "/SagaBTransIn\"}],\"payloads\":[\"{}\"],\"timeout_to_fail\":1,\"retry_interval\":1}");
}

QByteArray Team::statusOf(const QByteArray &gid, int coordinator)
{
    const QByteArray base = m_coordinators[std::size_t(coordinator)]->url();
    const ClientAnswer answer = m_client.send({.url = *core::http::Url::parse(base + "/api/dtmsvr/query?gid=" + gid)});
    if (answer.outcome != ClientAnswer::Outcome::Answered || answer.status != 200)
        return {};
    const QJsonValue transaction = QJsonDocument::fromJson(answer.body)[u"transaction"];
    return transaction.isObject() ? transaction[u"status"].toString().toLatin1() : QByteArray("none");
}

int Team::unfinished(std::chrono::milliseconds within)
{
    const QDeadlineTimer deadline(within);
    int left = -1;
    do {
        const auto count =
            m_storeServers.front()->ask(u"SELECT count(*) FROM %1.message WHERE due_at IS NOT NULL"_s.arg(storeName));
        left = count.ok() ? count->toInt() : -1;
        QTest::qWait(left == 0 ? 0 : 50);
    } while (left != 0 && !deadline.hasExpired());
    return left;
}

core::bank::BankSnapshot Team::books(const QString &database)
{
    auto reader = core::bank::BankReader::open(*core::bank::DatabaseUrl::parse(urlOf(m_bankServer, database)),
                                               test::MariaDbServer::password(), m_clock);
    if (!reader.ok())
        return {};
    const auto books = reader->snapshot();
    return books.ok() ? *books : core::bank::BankSnapshot{};
}

/// By gid; nothing when the store cannot be read.
std::optional<QHash<QByteArray, int>> Team::storedStates() const
{
    const QString connection = u"team-store"_s;
    std::optional<QHash<QByteArray, int>> states;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QMYSQL"_s, connection);
        db.setHostName(u"127.0.0.1"_s);
        db.setPort(m_storeServers.front()->port());
        db.setUserName(test::MariaDbServer::userName());
        db.setPassword(test::MariaDbServer::password());
        db.setDatabaseName(storeName);
        QSqlQuery query(db.open() ? db : QSqlDatabase());
        if (query.exec(u"SELECT gid, state FROM message"_s)) {
            for (states.emplace(); query.next();)
                states->insert(query.value(0).toByteArray(), query.value(1).toInt());
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return states;
}

QString Team::brokenPromises(const QList<Asked> &asked)
{
    const auto receiver = books(receiverName);
    const auto sender = books(senderName);
    const auto states = storedStates();
    if (!states)
        return u"the store cannot be read"_s;
    const QHash<QByteArray, int> credits = bookingsByGid(receiver, "action");
    const QHash<QByteArray, int> debits = bookingsByGid(sender, "msg");
    QStringList broken;
    for (const Asked &one : asked)
        broken.append(wrongWith(one, debits.value(one.gid), credits.value(one.gid), states->value(one.gid, -1)));
    for (const core::bank::Finding &finding : core::bank::checkBanks(receiver, sender, allMoney)) {
        if (!finding.holds)
            broken.append(QString::fromLatin1(finding.name) + u": "_s + finding.evidence);
    }
    if (core::bank::totalOf(receiver, sender).transfersInFlight != 0)
        broken.append(u"money is still in flight"_s);
    broken.removeAll(QString());
    return broken.join(u'\n');
}

} // namespace tests
