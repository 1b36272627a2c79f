// SPDX-License-Identifier: Apache-2.0
#include "core/bank/proof.h"
#include "core/participant/barrier.h"
#include "tests/core/bank/bankdatabases.h"

#include <QRandomGenerator>
#include <QSqlQuery>

#include <atomic>
#include <thread>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;
using participant::Barrier;

/// Many transfers at once between eight accounts of two banks, each credit called twice as coordinators do: the money
/// is always all there.
class TestTransfers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();

    void theTotalIsConstantAtEachMoment();
    void theTotalIsConstantBothWays();

private:
    DatabaseUrl newBank();
    BankReader reader(const DatabaseUrl &url)
    {
        return std::move(BankReader::open(url, BankDatabases::password(), m_clock).value());
    }
    QList<Finding> findings();

    BankDatabases m_databases;
    SystemClock m_clock;
    DatabaseUrl m_a;
    DatabaseUrl m_b;
};

namespace {

constexpr int accountsPerBank = 4;
constexpr int senders = 4;
constexpr int transfersPerSender = 40;
const Money allMoney = Money::fromCents(2LL * accountsPerBank * 1'000'000);

std::unique_ptr<BankConnection> open(const DatabaseUrl &url)
{
    return std::move(BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadWrite).value());
}

bool book(BankConnection &connection, Barrier barrier, const JournalEntry &entry)
{
    Bank bank(connection);
    return barrier.call(connection.db(), [&](QSqlDatabase &) { return bank.book(entry); }).ok();
}

bool credit(BankConnection &connection, const JournalEntry &entry)
{
    return book(connection, Barrier::fromRequest({"msg", entry.gid, "01", "action"}).value(), entry);
}

/// One sender's transfers on this thread; amounts so large that some accounts run dry.
void sendTransfers(const DatabaseUrl &from, const DatabaseUrl &to, quint32 seed)
{
    QRandomGenerator random(seed);
    const auto sender = open(from);
    const auto receiver = open(to);
    for (int i = 0; i < transfersPerSender; ++i) {
        const QByteArray gid = "t-" + QByteArray::number(seed) + '-' + QByteArray::number(i);
        const Money amount = Money::fromCents(random.bounded(1, 300'000));
        const int fromUser = random.bounded(1, accountsPerBank + 1);
        const int toUser = random.bounded(1, accountsPerBank + 1);
        if (!book(*sender, Barrier::ofSender(Gid::fromBytes(gid).value()),
                  {gid, "00", "msg", fromUser, toUser, -amount}))
            continue;
        const JournalEntry entry{gid, "01", "action", toUser, 0, amount};
        std::thread again([&] { // a coordinator that has lost the first call's answer
            const auto other = open(to);
            while (!credit(*other, entry)) { }
        });
        while (!credit(*receiver, entry)) { }
        again.join();
    }
}

} // namespace

void TestTransfers::init()
{
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
    m_a = newBank();
    m_b = newBank();
}

DatabaseUrl TestTransfers::newBank()
{
    const DatabaseUrl url = m_databases.newDatabase().value();
    const auto connection = open(url);
    if (!createBankTables(*connection).ok())
        qFatal("no bank");
    QSqlQuery query(connection->db());
    for (int user = 3; user <= accountsPerBank; ++user) {
        query.exec(u"INSERT INTO user_account (user_id) VALUES (%1)"_s.arg(user));
        if (!Bank(*connection).book({"opening", "00", "opening", user, 0, Money::fromCents(1'000'000)}).ok())
            qFatal("no account");
    }
    query.exec(u"DELETE FROM journal"_s);
    return url;
}

QList<Finding> TestTransfers::findings()
{
    const BankSnapshot receiver = reader(m_b).snapshot().value();
    return checkBanks(receiver, reader(m_a).snapshot().value(), allMoney);
}

void TestTransfers::theTotalIsConstantAtEachMoment()
{
    std::atomic<int> ended = 0;
    std::vector<std::thread> threads;
    for (quint32 seed = 1; seed <= senders; ++seed) {
        threads.emplace_back([&, seed] {
            sendTransfers(m_a, m_b, seed);
            ++ended;
        });
    }
    BankReader receiver = reader(m_b);
    BankReader sender = reader(m_a);
    QStringList wrong;
    int looks = 0;
    for (; ended < senders; ++looks) {
        const BankSnapshot received = receiver.snapshot().value();
        const PairTotal seen = totalOf(received, sender.snapshot().value());
        if (seen.total() != allMoney)
            wrong << QString::fromLatin1(seen.total().toText());
    }
    for (std::thread &thread : threads)
        thread.join();

    QCOMPARE(wrong, QStringList());
    QVERIFY(looks > 5);
    for (const Finding &finding : findings())
        QVERIFY2(finding.holds, qPrintable(finding.evidence));
    QVERIFY(reader(m_a).totals().value().debits > senders * transfersPerSender / 10);
}

void TestTransfers::theTotalIsConstantBothWays()
{
    std::vector<std::thread> threads;
    for (quint32 seed = 1; seed <= senders; ++seed)
        threads.emplace_back([&, seed] { seed % 2 ? sendTransfers(m_a, m_b, seed) : sendTransfers(m_b, m_a, seed); });
    for (std::thread &thread : threads)
        thread.join();

    for (const Finding &finding : findings())
        QVERIFY2(finding.holds, qPrintable(finding.evidence));
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
