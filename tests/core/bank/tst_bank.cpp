// SPDX-License-Identifier: Apache-2.0
#include "core/participant/barrier.h"
#include "tests/core/bank/bankdatabases.h"

#include <QFile>
#include <QSqlQuery>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// Accounts, bookings and the reader, on both databases.
class TestBank : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();

    void theFirstUsersAreMadeOnce();
    void aBookingMovesTheBalanceAndWritesTheJournal();
    void aThousandTenthsAddUpExactly();
    void tooLittleMoneyIsAConflictAndChangesNothing();
    void anUnknownUserIsNotFound();
    void moreThanTheColumnHoldsIsRefused();
    void accountsComeInPages();
    void aSnapshotIsOneState();
    void theRowsOfOneMessageAreFound();
    void theReaderCannotWrite();
    void databaseUrlsAreChecked();
    void theFileIsForItsOwnerOnly();

private:
    DatabaseUrl newBank();
    std::unique_ptr<BankConnection> open(const DatabaseUrl &url);
    BankReader reader(const DatabaseUrl &url)
    {
        return std::move(BankReader::open(url, BankDatabases::password(), m_clock).value());
    }

    BankDatabases m_databases;
    SystemClock m_clock;
};

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

void TestBank::init()
{
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
}

DatabaseUrl TestBank::newBank()
{
    const DatabaseUrl url = m_databases.newDatabase().value();
    if (!createBankTables(*open(url)).ok())
        qFatal("no bank");
    return url;
}

std::unique_ptr<BankConnection> TestBank::open(const DatabaseUrl &url)
{
    return std::move(BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadWrite).value());
}

void TestBank::theFirstUsersAreMadeOnce()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("10000.00"));
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.00"));
    QVERIFY(Bank(*connection).book(debit("g", 100)).ok());

    QVERIFY(createBankTables(*connection).ok());

    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("9999.00"));
    QCOMPARE(Bank(*connection).accounts(0, 10).value().size(), 2);
}

void TestBank::aBookingMovesTheBalanceAndWritesTheJournal()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    Bank bank(*connection);
    const Gid gid = Gid::fromBytes("g1").value();
    QVERIFY(!bank.committedDebit(gid).value());

    QVERIFY(bank.book(debit("g1", 3010)).ok());
    QVERIFY(bank.book(credit("g2", 1)).ok());

    QCOMPARE(balanceOf(*connection, 1).toText(), QByteArray("9969.90"));
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.01"));
    QCOMPARE(**bank.committedDebit(gid), debit("g1", 3010));
    QCOMPARE(reader(url).snapshot().value().journal, QList({debit("g1", 3010), credit("g2", 1)}));
}

void TestBank::aThousandTenthsAddUpExactly()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    Bank bank(*connection);
    QVERIFY(connection->db().transaction());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(bank.book(credit("g" + QByteArray::number(i), i % 2 == 0 ? 10 : 20)).ok());
    QVERIFY(connection->db().commit());
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10150.00"));
}

void TestBank::tooLittleMoneyIsAConflictAndChangesNothing()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    Bank bank(*connection);
    QVERIFY(bank.book(debit("all", 1'000'000)).ok());

    const Status refused = bank.book(debit("more", 1));

    QCOMPARE(refused.error(), Error::conflict(u"insufficient balance: user 1 has 0.00, 0.01 is needed"_s));
    QCOMPARE(balanceOf(*connection, 1), Money());
    QCOMPARE(reader(url).snapshot().value().journal.size(), 1);
}

void TestBank::anUnknownUserIsNotFound()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    JournalEntry entry = credit("g", 1);
    entry.userId = 7;
    QCOMPARE(Bank(*connection).book(entry).error(), Error::notFound(u"there is no account of user 7"_s));
}

void TestBank::moreThanTheColumnHoldsIsRefused()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    QCOMPARE(Bank(*connection).book(credit("g", 9'999'999'999)).error().code, Error::Code::Unavailable);
    QCOMPARE(balanceOf(*connection, 2).toText(), QByteArray("10000.00"));
}

void TestBank::accountsComeInPages()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    QSqlQuery query(connection->db());
    for (int user = 3; user <= 12; ++user)
        QVERIFY(query.exec(u"INSERT INTO user_account (user_id) VALUES (%1)"_s.arg(user)));
    BankReader reading = reader(url);

    const QList<Account> first = reading.accounts(0, 5).value();
    const QList<Account> rest = reading.accounts(first.last().userId, 100).value();

    QCOMPARE(first.size(), 5);
    QCOMPARE(rest.size(), 7);
    QCOMPARE(rest.first().userId, 6);
    QVERIFY(reading.accounts(12, 100).value().isEmpty());
}

void TestBank::aSnapshotIsOneState()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    auto barrier = participant::Barrier::ofSender(Gid::fromBytes("g1").value());
    Bank bank(*connection);
    BankReader reading = reader(url);
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

void TestBank::theRowsOfOneMessageAreFound()
{
    const DatabaseUrl url = newBank();
    const auto connection = open(url);
    for (const JournalEntry &entry : {debit("Order-1", 500), credit("Order-1", 500), debit("order-1", 100)}) {
        const auto barrier = participant::Barrier::fromRequest({"msg", entry.gid, entry.branchId, entry.op});
        QVERIFY(participant::Barrier(*barrier)
                    .call(connection->db(), [&](QSqlDatabase &) { return Bank(*connection).book(entry); })
                    .ok());
    }
    const auto rows = reader(url).barrierRowsOf("Order-1");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().row, (BarrierRow{"Order-1", "00", "msg", "01", "msg"}));
    QCOMPARE(rows->first().amount, Money::fromCents(-500));
    QCOMPARE(rows->last().userId, 2);
    QVERIFY(reader(url).barrierRowsOf("nobody' OR 1=1 --")->isEmpty());
}

void TestBank::theReaderCannotWrite()
{
    const DatabaseUrl url = m_databases.newDatabase().value();
    QVERIFY(!BankReader::open(url, BankDatabases::password(), m_clock).ok()
            || !reader(url).totals().ok()); // it does not make a bank either
    QVERIFY(createBankTables(*open(url)).ok());
    const auto connection =
        std::move(BankConnection::open(url, BankDatabases::password(), BankConnection::Access::ReadOnly).value());
    QVERIFY(!Bank(*connection).book(debit("g", 1)).ok());
    QVERIFY(reader(url).snapshot().value().journal.isEmpty());
}

void TestBank::databaseUrlsAreChecked()
{
    const DatabaseUrl url = DatabaseUrl::parse(u"mysql://bank@db.example:3307/bank_a"_s).value();
    QCOMPARE(url.user, u"bank"_s);
    QCOMPARE(url.host, u"db.example"_s);
    QCOMPARE(url.port, quint16(3307));
    QCOMPARE(url.database, u"bank_a"_s);
    QCOMPARE(DatabaseUrl::parse(u"mysql://bank@db/bank_a"_s).value().port, quint16(3306));
    const DatabaseUrl dtms =
        DatabaseUrl::parse(u"mysql://u@db/bank?accounts=dtm_busi.user_account&barrier=dtm_barrier.barrier"_s).value();
    QCOMPARE(dtms.accounts.text(), u"dtm_busi.user_account"_s);
    QCOMPARE(dtms.barrier.text(), u"dtm_barrier.barrier"_s);
    const DatabaseUrl safe = DatabaseUrl::parse(u"mysql://u@db/bank?tls=verify-ca&ca=/etc/ca.pem"_s).value();
    QCOMPARE(safe.tls, DatabaseUrl::Tls::VerifyCa);
    QCOMPARE(safe.caFile, u"/etc/ca.pem"_s);
    QCOMPARE(DatabaseUrl::parse(u"mysql://u@db/bank?tls=on"_s).value().tls, DatabaseUrl::Tls::On);
    for (const QString &wrong :
         {u"mysql://u@db/a?tls=yes"_s, u"mysql://u@db/a?tls=verify-ca"_s, u"mysql://u@db/a?tls=on&ca=ca.pem"_s,
          u"mysql://u@db/a?tls=verify-ca&ca=a;CLIENT_ODBC=1"_s, u"mysql://u@db/a?accounts=a;b"_s,
          u"mysql://u@db/a?barrier="_s, u"mysql://u@db/a?password=secret"_s, u""_s, u"sqlite:"_s, u"bank.db"_s,
          u"mysql://db/bank"_s, u"mysql://u:secret@db/bank"_s, u"mysql://u@db"_s, u"mysql://u@db/"_s,
          u"mysql://u@db/a/b"_s, u"postgres://u@db/a"_s}) {
        QVERIFY2(!DatabaseUrl::parse(wrong).ok(), qPrintable(wrong));
        QVERIFY(!DatabaseUrl::parse(wrong).error().detail.contains("secret"_L1));
    }
}

void TestBank::theFileIsForItsOwnerOnly()
{
    const DatabaseUrl url = m_databases.newSqlite().value();
    QVERIFY(createBankTables(*open(url)).ok());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(url.path) & others, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestBank)
#include "tst_bank.moc"
