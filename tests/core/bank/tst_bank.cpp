// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankreader.h"
#include "core/participant/barrier.h"
#include "tests/support/mariadbserver.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// Accounts, bookings and the reader, on both databases.
class TestBank : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();

    void theFirstUsersAreMadeOnce_data() { addDatabases(); }
    void theFirstUsersAreMadeOnce();
    void aBookingMovesTheBalanceAndWritesTheJournal_data() { addDatabases(); }
    void aBookingMovesTheBalanceAndWritesTheJournal();
    void aThousandTenthsAddUpExactly_data() { addDatabases(); }
    void aThousandTenthsAddUpExactly();
    void tooLittleMoneyIsAConflictAndChangesNothing_data() { addDatabases(); }
    void tooLittleMoneyIsAConflictAndChangesNothing();
    void anUnknownUserIsNotFound_data() { addDatabases(); }
    void anUnknownUserIsNotFound();
    void moreThanTheColumnHoldsIsRefused_data() { addDatabases(); }
    void moreThanTheColumnHoldsIsRefused();
    void accountsComeInPages_data() { addDatabases(); }
    void accountsComeInPages();
    void aSnapshotIsOneState_data() { addDatabases(); }
    void aSnapshotIsOneState();
    void theReaderCannotWrite();
    void databaseUrlsAreChecked();
    void theFileIsForItsOwnerOnly();

private:
    static void addDatabases();
    /// A bank of its own for each test; null where MariaDB is not installed.
    std::optional<DatabaseUrl> newBank();
    std::unique_ptr<BankConnection> open(const DatabaseUrl &url);
    BankReader reader(const DatabaseUrl &url) { return std::move(BankReader::open(url, m_password, m_clock).value()); }

    QTemporaryDir m_folder;
    test::MariaDbServer m_server;
    SystemClock m_clock;
    const QString m_password = test::MariaDbServer::password();
    int m_banks = 0;
};

#define NEW_BANK(url)                                                                                                  \
    const std::optional<DatabaseUrl> url = newBank();                                                                  \
    if (!url)                                                                                                          \
    QSKIP("mariadbd is not installed")

namespace {

JournalEntry debit(const QByteArray &gid, qint64 cents)
{
    return {gid, "00", "msg", 1, 2, Money::fromCents(-cents)};
}

JournalEntry credit(const QByteArray &gid, qint64 cents)
{
    return {gid, "01", "action", 2, 0, Money::fromCents(cents)};
}

Money balanceOf(BankConnection &connection, int userId)
{
    return Bank(connection).accounts(userId - 1, 1).value().first().balance;
}

} // namespace

void TestBank::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        return;
    const Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestBank::addDatabases()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::newRow("sqlite") << true;
    QTest::newRow("mariadb") << false;
}

std::optional<DatabaseUrl> TestBank::newBank()
{
    QFETCH(bool, isSqlite);
    const QString name = u"bank%1"_s.arg(++m_banks);
    DatabaseUrl url = DatabaseUrl::parse(u"sqlite:"_s + m_folder.filePath(name)).value();
    if (!isSqlite) {
        if (!test::MariaDbServer::isInstalled() || !m_server.createDatabase(name).ok())
            return {};
        url =
            DatabaseUrl::parse(u"mysql://%1@127.0.0.1:%2/%3"_s.arg(m_server.userName()).arg(m_server.port()).arg(name))
                .value();
    }
    if (!createBankTables(*open(url)).ok())
        qFatal("no bank");
    return url;
}

std::unique_ptr<BankConnection> TestBank::open(const DatabaseUrl &url)
{
    return std::move(BankConnection::open(url, m_password, BankConnection::Access::ReadWrite).value());
}

void TestBank::theFirstUsersAreMadeOnce()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("10000.00"));
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.00"));
    QVERIFY(Bank(*connection).book(debit("g", 100)).ok());

    QVERIFY(createBankTables(*connection).ok());

    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("9999.00"));
    QCOMPARE(Bank(*connection).accounts(0, 10).value().size(), 2);
}

void TestBank::aBookingMovesTheBalanceAndWritesTheJournal()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    Bank bank(*connection);
    const Gid gid = Gid::fromBytes("g1").value();
    QVERIFY(!bank.committedDebit(gid).value());

    QVERIFY(bank.book(debit("g1", 3010)).ok());
    QVERIFY(bank.book(credit("g2", 1)).ok());

    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("9969.90"));
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.01"));
    QCOMPARE(**bank.committedDebit(gid), debit("g1", 3010));
    QCOMPARE(reader(*url).snapshot().value().journal, QList({debit("g1", 3010), credit("g2", 1)}));
}

void TestBank::aThousandTenthsAddUpExactly()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    Bank bank(*connection);
    QVERIFY(connection->db().transaction());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(bank.book(credit("g" + QByteArray::number(i), i % 2 == 0 ? 10 : 20)).ok());
    QVERIFY(connection->db().commit());
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10150.00"));
}

void TestBank::tooLittleMoneyIsAConflictAndChangesNothing()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    Bank bank(*connection);
    QVERIFY(bank.book(debit("all", 1'000'000)).ok());

    const Status refused = bank.book(debit("more", 1));

    QCOMPARE(refused.error(), Error::conflict(u"insufficient balance: user 1 has 0.00, 0.01 is needed"_s));
    QCOMPARE(balanceOf(*connection, 1), Money());
    QCOMPARE(reader(*url).snapshot().value().journal.size(), 1);
}

void TestBank::anUnknownUserIsNotFound()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    JournalEntry entry = credit("g", 1);
    entry.userId = 7;
    QCOMPARE(Bank(*connection).book(entry).error(), Error::notFound(u"there is no account of user 7"_s));
}

void TestBank::moreThanTheColumnHoldsIsRefused()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    QCOMPARE(Bank(*connection).book(credit("g", 9'999'999'999)).error().code, Error::Code::Unavailable);
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.00"));
}

void TestBank::accountsComeInPages()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    QSqlQuery query(connection->db());
    for (int user = 3; user <= 12; ++user)
        QVERIFY(query.exec(u"INSERT INTO user_account (user_id) VALUES (%1)"_s.arg(user)));
    BankReader reading = reader(*url);

    const QList<Account> first = reading.accounts(0, 5).value();
    const QList<Account> rest = reading.accounts(first.last().userId, 100).value();

    QCOMPARE(first.size(), 5);
    QCOMPARE(rest.size(), 7);
    QCOMPARE(rest.first().userId, 6);
    QVERIFY(reading.accounts(12, 100).value().isEmpty());
}

void TestBank::aSnapshotIsOneState()
{
    NEW_BANK(url);
    const auto connection = open(*url);
    auto barrier = participant::Barrier::ofSender(Gid::fromBytes("g1").value());
    Bank bank(*connection);
    BankReader reading = reader(*url);
    const auto bookAndLook = [&](QSqlDatabase &) -> Status {
        const Status booked = bank.book(debit("g1", 3000));
        const BankSnapshot uncommitted = reading.snapshot().value(); // neither waits nor sees half a transaction
        if (!uncommitted.journal.isEmpty() || !uncommitted.barrierRows.isEmpty()
            || uncommitted.accounts.first().balance.cents() != 1'000'000)
            return Error::internal(u"half a transaction was seen"_s);
        return booked;
    };

    const participant::BarrierResult result = barrier.call(connection->db(), bookAndLook);

    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error->detail));
    const BankSnapshot after = reading.snapshot().value();
    QCOMPARE(after.barrierRows, QList<BarrierRow>({{"g1", "00", "msg", "01", "msg"}}));
    QCOMPARE(after.accounts.first().balance.toText(), QByteArray("9970.00"));
    const BankTotals totals = reading.totals().value();
    QCOMPARE(totals.balances.toText(), QByteArray("19970.00"));
    QCOMPARE(totals.debited.toText(), QByteArray("30.00"));
    QCOMPARE(totals.credited, Money());
    QCOMPARE(totals.accountCount, 2);
}

void TestBank::theReaderCannotWrite()
{
    const DatabaseUrl url = DatabaseUrl::parse(u"sqlite:"_s + m_folder.filePath(u"readonly"_s)).value();
    QVERIFY(!BankReader::open(url, {}, m_clock).ok()); // it does not make a bank either
    QVERIFY(createBankTables(*open(url)).ok());
    const auto connection = std::move(BankConnection::open(url, {}, BankConnection::Access::ReadOnly).value());
    QVERIFY(!Bank(*connection).book(debit("g", 1)).ok());
}

void TestBank::databaseUrlsAreChecked()
{
    const DatabaseUrl url = DatabaseUrl::parse(u"mysql://bank@db.example:3307/bank_a"_s).value();
    QCOMPARE(url.user, u"bank"_s);
    QCOMPARE(url.host, u"db.example"_s);
    QCOMPARE(url.port, quint16(3307));
    QCOMPARE(url.database, u"bank_a"_s);
    QCOMPARE(DatabaseUrl::parse(u"mysql://bank@db/bank_a"_s).value().port, quint16(3306));
    for (const QString &wrong :
         {u""_s, u"sqlite:"_s, u"bank.db"_s, u"mysql://db/bank"_s, u"mysql://u:secret@db/bank"_s, u"mysql://u@db"_s,
          u"mysql://u@db/"_s, u"mysql://u@db/a/b"_s, u"postgres://u@db/a"_s}) {
        QVERIFY2(!DatabaseUrl::parse(wrong).ok(), qPrintable(wrong));
        QVERIFY(!DatabaseUrl::parse(wrong).error().detail.contains("secret"_L1));
    }
}

void TestBank::theFileIsForItsOwnerOnly()
{
    const QString path = m_folder.filePath(u"private"_s);
    QVERIFY(createBankTables(*open(DatabaseUrl::parse(u"sqlite:"_s + path).value())).ok());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestBank)
#include "tst_bank.moc"
