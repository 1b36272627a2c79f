// SPDX-License-Identifier: Apache-2.0
#include "core/bank/proof.h"
#include "tests/process/programs.h"
#include "tests/support/mariadbserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;
using core::http::ClientAnswer;
using tests::Program;

namespace {

constexpr int coordinators = 3;
constexpr int accounts = 8;
constexpr auto chaos = 60s;
constexpr auto healing = 60s;
const Money allMoney = Money::fromCents(2LL * accounts * 1'000'000); // 10,000.00 in each account of both banks

ClientAnswer post(const QByteArray &url, const QByteArray &body)
{
    core::http::BlockingClient client;
    return client.send({.method = "POST",
                        .url = *core::http::Url::parse(url),
                        .headers = {core::http::Header{"Content-Type", "application/json"}},
                        .body = body,
                        .timeout = 10s});
}

/// Three coordinators on one store, each with a sending bank of its own; the banks share one database, and all of them
/// send to one receiver. Everything is in one MariaDB.
class Team final
{
public:
    bool start();

    Program &coordinator(int index) { return *m_coordinators[std::size_t(index)]; }
    /// A transfer at random between two of the accounts; which of the senders makes it goes round with n.
    void transfer(const QByteArray &key, int n);
    QByteArray statusOf(const QByteArray &gid);
    core::bank::BankSnapshot senderBooks() { return books(u"team_a"_s); }
    core::bank::BankSnapshot receiverBooks() { return books(u"team_b"_s); }

private:
    QString database(const QString &name) const
    {
        return u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server.userName()).arg(m_server.port()).arg(name);
    }
    bool createDatabases();
    bool openAccounts(const QString &database);
    std::unique_ptr<Program> newBank(const QString &name, int coordinatorIndex, const QStringList &more) const;
    core::bank::BankSnapshot books(const QString &name);

    test::MariaDbServer m_server;
    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::array<std::unique_ptr<Program>, coordinators> m_coordinators;
    std::array<std::unique_ptr<Program>, coordinators> m_senders;
    std::unique_ptr<Program> m_receiver;
    core::http::BlockingClient m_client; ///< keeps its connection: thousands of messages are asked for
};

bool Team::start()
{
    if (!m_server.start().ok() || !createDatabases())
        return false;
    const QString passwordFile = m_folder.filePath(u"password"_s);
    for (auto &coordinator : m_coordinators) {
        coordinator = std::make_unique<Program>(
            QStringList{u"serve"_s, u"--store"_s, database(u"team_store"_s), u"--store-password-file"_s, passwordFile});
        if (!coordinator->start())
            return false;
    }
    m_receiver = newBank(u"team_b"_s, 0, {});
    if (!m_receiver->start() || !openAccounts(u"team_b"_s))
        return false;
    for (int i = 0; i < coordinators; ++i) {
        auto &sender = m_senders[std::size_t(i)];
        sender = newBank(u"team_a"_s, i, {u"--peer"_s, QString::fromLatin1(m_receiver->url())});
        if (!sender->start())
            return false;
    }
    return openAccounts(u"team_a"_s);
}

bool Team::createDatabases()
{
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(test::MariaDbServer::password().toUtf8()) < 0)
        return false;
    for (const QString &name : {u"team_store"_s, u"team_a"_s, u"team_b"_s}) {
        if (!m_server.createDatabase(name).ok())
            return false;
    }
    return true;
}

/// The bank has made those of users 1 and 2.
bool Team::openAccounts(const QString &database)
{
    for (int user = 3; user <= accounts; ++user) {
        const QString sql =
            u"INSERT INTO %1.user_account (user_id, balance) VALUES (%2, 10000.00)"_s.arg(database).arg(user);
        if (!m_server.ask(sql).ok())
            return false;
    }
    return true;
}

std::unique_ptr<Program> Team::newBank(const QString &name, int coordinatorIndex, const QStringList &more) const
{
    const QByteArray coordinator = m_coordinators[std::size_t(coordinatorIndex)]->url();
    return std::make_unique<Program>(QStringList{u"bank"_s, u"--db"_s, database(name), u"--db-password-file"_s,
                                                 m_folder.filePath(u"password"_s), u"--coordinator"_s,
                                                 QString::fromLatin1(coordinator) + u"/api/dtmsvr"_s}
                                     + more);
}

void Team::transfer(const QByteArray &key, int n)
{
    QRandomGenerator &chance = *QRandomGenerator::system();
    const QByteArray from = QByteArray::number(chance.bounded(1, accounts + 1));
    const QByteArray to = QByteArray::number(chance.bounded(1, accounts + 1));
    const QByteArray amount = QByteArray::number(chance.bounded(1, 30)) + ".00";
    post(m_senders[std::size_t(n % coordinators)]->url() + "/api/busi/Transfer",
         "{\"from\":" + from + ",\"to\":" + to + ",\"amount\":\"" + amount
             + "\",\"timeout_to_fail\":1,\"retry_interval\":1,\"key\":\"" + key + "\"}");
}

QByteArray Team::statusOf(const QByteArray &gid)
{
    const auto url = core::http::Url::parse(m_coordinators[0]->url() + "/api/dtmsvr/query?gid=" + gid);
    const ClientAnswer answer = m_client.send({.url = *url});
    if (answer.outcome != ClientAnswer::Outcome::Answered || answer.status != 200)
        return {};
    const QJsonValue transaction = QJsonDocument::fromJson(answer.body)[u"transaction"];
    return transaction.isObject() ? transaction[u"status"].toString().toLatin1() : QByteArray("none");
}

core::bank::BankSnapshot Team::books(const QString &name)
{
    auto reader = core::bank::BankReader::open(*core::bank::DatabaseUrl::parse(database(name)),
                                               test::MariaDbServer::password(), m_clock);
    if (!reader.ok())
        return {};
    const auto books = reader->snapshot();
    return books.ok() ? *books : core::bank::BankSnapshot{};
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

} // namespace

/// Several coordinators share a store on a server; whichever dies, the others finish what it had in work.
class TestCoordinators : public QObject
{
    Q_OBJECT

private slots:
    void oneDiesAndAnotherFinishes();
    void randomKillsOfCoordinatorsLoseNothing();

private:
    static void waitForEnd(Team &team, QList<QByteArray> &gids);
    static void compareWithBooks(Team &team, const QList<QByteArray> &gids);
};

void TestCoordinators::waitForEnd(Team &team, QList<QByteArray> &gids)
{
    QList<QByteArray> left = gids;
    const QDeadlineTimer deadline(healing);
    while (!left.isEmpty() && !deadline.hasExpired()) {
        left.removeIf([&team](const QByteArray &gid) {
            const QByteArray status = team.statusOf(gid);
            return status == "succeed" || status == "failed" || status == "none";
        });
        if (!left.isEmpty())
            QTest::qWait(50);
    }
    QCOMPARE(left, QList<QByteArray>());
}

/// Each transfer is in the books of both banks once, or of neither; and the coordinators say the same of it.
void TestCoordinators::compareWithBooks(Team &team, const QList<QByteArray> &gids)
{
    const auto receiver = team.receiverBooks();
    const auto sender = team.senderBooks();
    const QHash<QByteArray, int> credits = bookingsByGid(receiver, "action");
    const QHash<QByteArray, int> debits = bookingsByGid(sender, "msg");
    for (const QByteArray &gid : gids) {
        QVERIFY2(credits.value(gid) <= 1 && credits.value(gid) == debits.value(gid), gid.constData());
        QCOMPARE(team.statusOf(gid) == "succeed", credits.value(gid) == 1);
    }
    for (const core::bank::Finding &finding : core::bank::checkBanks(receiver, sender, allMoney))
        QVERIFY2(finding.holds, qPrintable(QString::fromLatin1(finding.name) + u": "_s + finding.evidence));
    QCOMPARE(core::bank::totalOf(receiver, sender).transfersInFlight, 0);
}

void TestCoordinators::oneDiesAndAnotherFinishes()
{
    Team team;
    QVERIFY(team.start());
    team.coordinator(1).kill();
    QVERIFY(team.coordinator(1).start("submit.after-commit=crash"));
    QList<QByteArray> gids{"orphan"};
    team.transfer(gids.first(), 1);
    QVERIFY2(team.coordinator(1).waitForEnd(5s), "the fault did not strike");
    waitForEnd(team, gids); // it stays dead
    QCOMPARE(team.statusOf(gids.first()), QByteArray("succeed"));
    compareWithBooks(team, gids);
}

void TestCoordinators::randomKillsOfCoordinatorsLoseNothing()
{
    Team team;
    QVERIFY(team.start());
    std::atomic<bool> stop{false};
    std::array<QList<QByteArray>, 3> sent;
    std::vector<std::thread> load;
    for (std::size_t t = 0; t < sent.size(); ++t) {
        load.emplace_back([&, t] {
            for (int n = 0; n < 20'000 && !stop; ++n) {
                sent[t].append("load-" + QByteArray::number(int(t)) + '-' + QByteArray::number(n));
                team.transfer(sent[t].last(), n);
            }
        });
    }
    const QDeadlineTimer deadline(chaos);
    int kills = 0;
    for (bool started = true; started && !deadline.hasExpired(); ++kills) {
        QTest::qWait(QRandomGenerator::system()->bounded(500, 2'500));
        Program &victim = team.coordinator(QRandomGenerator::system()->bounded(coordinators));
        victim.kill();
        QTest::qWait(QRandomGenerator::system()->bounded(100, 2'000));
        started = victim.start();
    }
    stop = true;
    for (std::thread &thread : load)
        thread.join();

    QList<QByteArray> gids = sent[0] + sent[1] + sent[2];
    for (int i = 0; i < coordinators; ++i)
        QVERIFY(team.coordinator(i).isRunning());
    waitForEnd(team, gids);
    compareWithBooks(team, gids);
    qInfo() << gids.size() << "transfers," << kills << "kills";
}

QTEST_GUILESS_MAIN(TestCoordinators)
#include "tst_coordinators.moc"
