// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barrier.h"
#include "tests/core/bank/bankdatabases.h"
#include "tests/support/dtmtables.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QSqlQuery>

#include <future>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// A bank on a MySQL server: on tables of somebody else's, with too few rights, after restarts.
class TestMySqlBank : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();

    void dtmsOwnTablesWork();
    void twoProgramsThatStartTogetherMakeTheUsersOnce();
    void theTablesAreReadWithoutTheRightToCreate();
    void aMissingRightIsTold_data();
    void aMissingRightIsTold();
    void aTableThatCannotRollBackIsRefused();
    void aWrongPasswordIsToldAndNeverRepeated();
    void whatIsNotThereIsTold_data();
    void whatIsNotThereIsTold();
    void aSnapshotIsOneStateWhateverTheServersIsolation();
    void theTimeOfABarrierRowIsTheMoment();
    void aRestartedServerIsFoundAgain();
    void aServerThatHangsHoldsUpAReaderForSecondsOnly();
    void aServerWithoutTlsIsRefusedWhereItIsAskedFor();
    void theServersAuthorityIsVerified();

private:
    DatabaseUrl newBank();
    std::unique_ptr<BankConnection> open(const DatabaseUrl &url);
    Result<BankReader> reader(const DatabaseUrl &url)
    {
        return BankReader::open(url, BankDatabases::password(), m_clock);
    }
    /// A user with these rights on the bank's database, without a password.
    DatabaseUrl asUser(DatabaseUrl url, const QString &rights);

    BankDatabases m_databases;
    SystemClock m_clock;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::TestConnection> m_admin;
};

namespace {

JournalEntry debit(const QByteArray &gid, qint64 cents)
{
    return {gid, "00", "msg", 1, 2, Money::fromCents(-cents)};
}

/// Empty when it is.
QString whyNotOpened(const DatabaseUrl &url)
{
    const auto opened = BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadWrite);
    return opened.ok() ? QString() : opened.error().detail;
}

Status transfer(BankConnection &connection, const QByteArray &gid, qint64 cents)
{
    auto barrier = participant::Barrier::ofSender(Gid::fromBytes(gid).value(), connection.url().barrier);
    Bank bank(connection);
    const auto result = barrier.call(connection.db(), [&](QSqlDatabase &) { return bank.book(debit(gid, cents)); });
    return result.ok() ? Status(Done{}) : *result.error;
}

} // namespace

void TestMySqlBank::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    m_databases.start();
    m_database = test::TestDatabase::mariaDb(m_databases.server());
    QVERIFY(m_database);
    m_admin = m_database->connect();
}

DatabaseUrl TestMySqlBank::newBank()
{
    const DatabaseUrl url = m_databases.newMariaDb().value();
    if (!createBankTables(*open(url)).ok())
        qFatal("no bank");
    return url;
}

std::unique_ptr<BankConnection> TestMySqlBank::open(const DatabaseUrl &url)
{
    return std::move(BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadWrite).value());
}

DatabaseUrl TestMySqlBank::asUser(DatabaseUrl url, const QString &rights)
{
    url.user = u"clerk"_s;
    m_admin->run(u"CREATE OR REPLACE USER clerk@'%'"_s);
    m_admin->run(u"GRANT %1 TO clerk@'%'"_s.arg(QString(rights).replace(u"DB."_s, url.database + u'.')));
    return url;
}

void TestMySqlBank::dtmsOwnTablesWork()
{
    test::createDtmTables(*m_admin);
    const DatabaseUrl url =
        m_databases.newMariaDb(u"accounts=dtm_busi.user_account&barrier=dtm_barrier.barrier"_s).value();
    const auto connection = open(url);
    const Status created = createBankTables(*connection);
    QVERIFY2(created.ok(), created.ok() ? "" : qPrintable(created.error().detail));

    QVERIFY(transfer(*connection, "Order-a", 3010).ok());
    QVERIFY(!transfer(*connection, "Order-a", 3010).ok());
    const Status merged = transfer(*connection, "order-A", 100);

    QVERIFY(merged.error().detail.contains("another gid"_L1));
    const BankSnapshot books = reader(url).value().snapshot().value();
    QCOMPARE(books.accounts.first().balance.toText(), QByteArray("9969.90"));
    QCOMPARE(books.journal, QList({debit("Order-a", 3010)}));
    QCOMPARE(books.barrierRows, QList<BarrierRow>({{"Order-a", "00", "msg", "01", "msg"}}));
    QCOMPARE(reader(url).value().totals().value().balances.toText(), QByteArray("19969.90"));
    QCOMPARE(reader(url).value().latestBarrierRows(5).value().first().amount.toText(), QByteArray("-30.10"));
    QCOMPARE(m_admin->one(u"SELECT CAST(balance AS CHAR) FROM dtm_busi.user_account WHERE user_id = 1"_s),
             u"9969.90"_s);
}

void TestMySqlBank::twoProgramsThatStartTogetherMakeTheUsersOnce()
{
    const DatabaseUrl url = m_databases.newMariaDb().value();
    const auto create = [&] { return createBankTables(*open(url)); };
    QList<std::shared_future<Status>> started;
    for (int i = 0; i < 4; ++i)
        started << std::async(std::launch::async, create).share();
    for (const auto &start : started)
        QVERIFY2(start.get().ok(), start.get().ok() ? "" : qPrintable(start.get().error().detail));
    QCOMPARE(reader(url).value().totals().value().balances.toText(), QByteArray("20000.00"));
}

void TestMySqlBank::theTablesAreReadWithoutTheRightToCreate()
{
    const DatabaseUrl clerk = asUser(newBank(), u"SELECT, INSERT, UPDATE ON DB.*"_s);
    const auto connection = std::move(BankConnection::open(clerk, {}, BankConnection::Access::ReadWrite).value());
    const Status created = createBankTables(*connection);
    QVERIFY2(created.ok(), created.ok() ? "" : qPrintable(created.error().detail));
    QVERIFY(transfer(*connection, "g", 100).ok());
}

void TestMySqlBank::aMissingRightIsTold_data()
{
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("says");
    QTest::newRow("no UPDATE") << u"SELECT, INSERT ON DB.*"_s << u"UPDATE command denied"_s;
    QTest::newRow("no INSERT") << u"SELECT, UPDATE ON DB.*"_s << u"INSERT command denied"_s;
    QTest::newRow("no CREATE") << u"SELECT ON DB.other"_s << u"whoever has the right can run: CREATE TABLE"_s;
}

void TestMySqlBank::aMissingRightIsTold()
{
    QFETCH(QString, rights);
    QFETCH(QString, says);
    const DatabaseUrl url = newBank();
    if (rights.contains(u"other"))
        m_admin->run(u"CREATE TABLE %1.other (id INT)"_s.arg(url.database));
    const DatabaseUrl clerk = asUser(url, rights);
    const auto connection = std::move(BankConnection::open(clerk, {}, BankConnection::Access::ReadWrite).value());

    const Status refused = createBankTables(*connection);

    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().detail.contains(says), qPrintable(refused.error().detail));
    QVERIFY2(refused.error().detail.contains("GRANT"_L1), qPrintable(refused.error().detail));
}

void TestMySqlBank::aTableThatCannotRollBackIsRefused()
{
    const DatabaseUrl url = newBank();
    m_admin->run(u"ALTER TABLE %1.user_account ENGINE=MyISAM"_s.arg(url.database));
    const Status refused = createBankTables(*open(url));
    QCOMPARE(refused.error().code, Error::Code::Invalid);
    QVERIFY2(refused.error().detail.contains("ALTER TABLE `user_account` ENGINE=InnoDB"_L1),
             qPrintable(refused.error().detail));
}

void TestMySqlBank::aWrongPasswordIsToldAndNeverRepeated()
{
    const auto refused = BankConnection::open(newBank(), u"not-the-secret"_s, BankConnection::Access::ReadWrite);
    QVERIFY2(refused.error().detail.contains("check the user, its password"_L1), qPrintable(refused.error().detail));
    QVERIFY(!refused.error().detail.contains("not-the-secret"_L1));
}

void TestMySqlBank::whatIsNotThereIsTold_data()
{
    QTest::addColumn<bool>("isServerThere");
    QTest::addColumn<QString>("says");
    QTest::newRow("no database") << true << u"create the database"_s;
    QTest::newRow("no server") << false << u"check that the server runs"_s;
}

void TestMySqlBank::whatIsNotThereIsTold()
{
    QFETCH(bool, isServerThere);
    QFETCH(QString, says);
    DatabaseUrl url = newBank();
    url.database = u"nowhere"_s;
    if (!isServerThere)
        url.port = 1;
    const auto refused = BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadOnly);
    QVERIFY2(refused.error().detail.contains(says), qPrintable(refused.error().detail));
}

void TestMySqlBank::aSnapshotIsOneStateWhateverTheServersIsolation()
{
    m_admin->run(u"SET GLOBAL tx_isolation = 'READ-COMMITTED'"_s);
    const DatabaseUrl url = newBank();
    const auto looking =
        std::move(BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadOnly).value());
    QSqlQuery begin(looking->db());
    QVERIFY(begin.exec(looking->sql().beginSnapshot));
    const Status booked = transfer(*open(url), "g", 100);
    const QList<Account> seen = Bank(*looking).accounts(0, 1).value();
    m_admin->run(u"SET GLOBAL tx_isolation = 'REPEATABLE-READ'"_s);

    QVERIFY(booked.ok());
    QCOMPARE(seen.first().balance.toText(), QByteArray("10000.00"));
}

void TestMySqlBank::theTimeOfABarrierRowIsTheMoment()
{
    m_admin->run(u"SET GLOBAL time_zone = '+05:30'"_s);
    const DatabaseUrl url = newBank();
    const TimePoint before = m_clock.now();
    const Status booked = transfer(*open(url), "g", 100);
    const TimePoint writtenAt = reader(url).value().latestBarrierRows(1).value().first().writtenAt;
    m_admin->run(u"SET GLOBAL time_zone = SYSTEM"_s);

    QVERIFY(booked.ok());
    QVERIFY(writtenAt >= before && writtenAt <= m_clock.now());
}

void TestMySqlBank::aRestartedServerIsFoundAgain()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    BankReader reading = std::move(reader(url).value());
    QVERIFY(transfer(*connection, "g1", 100).ok());
    m_databases.server().kill();
    const Status away = connection->ensureOpen();
    const bool readsAway = reading.totals().ok();
    const Status restarted = m_databases.server().start();

    QVERIFY(restarted.ok());
    QVERIFY(!away.ok());
    QVERIFY(!readsAway);
    QVERIFY(connection->ensureOpen().ok());
    QVERIFY(transfer(*connection, "g2", 100).ok());
    QCOMPARE(reading.totals().value().debited.toText(), QByteArray("2.00"));
    QCOMPARE(Bank(*connection).book(debit("g3", -9'999'999'999)).error().code,
             Error::Code::Unavailable); // still strict
    m_admin = m_database->connect();
}

void TestMySqlBank::aServerThatHangsHoldsUpAReaderForSecondsOnly()
{
    BankReader reading = std::move(reader(newBank()).value());
    m_databases.server().pause();
    QElapsedTimer timer;
    timer.start();
    const bool answered = reading.totals().ok();
    const qint64 elapsed = timer.elapsed();
    m_databases.server().resume();

    QVERIFY(!answered);
    QVERIFY2(elapsed < 15'000, qPrintable(QString::number(elapsed)));
    QVERIFY(reading.totals().ok());
}

void TestMySqlBank::aServerWithoutTlsIsRefusedWhereItIsAskedFor()
{
    DatabaseUrl url = newBank();
    url.tls = DatabaseUrl::Tls::On;
    QVERIFY2(whyNotOpened(url).contains(u"offers no TLS"), qPrintable(whyNotOpened(url)));
}

void TestMySqlBank::theServersAuthorityIsVerified()
{
    test::TestCertificates trusted;
    const test::TestCertificates stranger;
    if (!trusted.makeServer(u"IP:127.0.0.1"_s) || !stranger.isValid())
        QSKIP("needs the openssl program");
    test::MariaDbServer server;
    server.setArguments({u"--ssl-cert="_s + trusted.serverFile(), u"--ssl-key="_s + trusted.serverKeyFile()});
    QVERIFY(server.start().ok());
    QVERIFY(server.createDatabase(u"encrypted"_s).ok());
    DatabaseUrl url{.kind = DatabaseUrl::Kind::MySql,
                    .path = {},
                    .user = test::MariaDbServer::userName(),
                    .host = u"127.0.0.1"_s,
                    .port = server.port(),
                    .database = u"encrypted"_s,
                    .tls = DatabaseUrl::Tls::VerifyCa,
                    .caFile = trusted.caFile()};

    QCOMPARE(whyNotOpened(url), QString());
    url.caFile = stranger.caFile();
    QVERIFY2(whyNotOpened(url).contains(u"certificate"), qPrintable(whyNotOpened(url)));
    url.tls = DatabaseUrl::Tls::On; // asks for no authority
    QCOMPARE(whyNotOpened(url), QString());

    const auto connection = open(url);
    server.stop();
    server.setArguments({u"--skip-ssl"_s});
    QVERIFY(server.start().ok());
    QVERIFY(!connection->ensureOpen().ok()); // nor is a connection that comes back in the clear
    QVERIFY(!connection->ensureOpen().ok());
}

QTEST_GUILESS_MAIN(TestMySqlBank)
#include "tst_mysqlbank.moc"
