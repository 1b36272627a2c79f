// SPDX-License-Identifier: Apache-2.0
#include "core/bank/evidencereader.h"
#include "tests/core/bank/bankdatabases.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// What a proof is made from, read from real rows by a user who may only read.
class TestEvidence : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();

    void aNewBankHasNothingToShow();
    void rowsAndBookingsOfTheNewestMessagesAreRead();
    void wantedMessagesAreReadHoweverOldTheyAre();
    void theJournalIsSummedUpAheadAndRowsAreTold();
    void whatAnotherReaderForgetsIsNotReadTwice();
    void aGidOfOtherCaseIsAnother();
    void whatIsBookedTwiceIsCounted();
    void naiveBookingsAreNoRepetition();
    void balancesBelowZeroAreNamed();
    void aBankWithoutAJournalStillHasItsBarrierRows();
    void readingHoldsNobodyUp();
    void nothingCanBeWritten();

private:
    void run(const QString &sql);
    void addRow(const QByteArray &gid, const QByteArray &branch, const QByteArray &op);
    void addBooking(const QByteArray &gid, const QByteArray &branch, const QByteArray &op, int cents);
    EvidenceReader reader(std::shared_ptr<JournalSums> sums = {});
    BankEvidence read(const EvidenceWanted &wanted = {});
    bool isSqlite() const { return m_url.kind == DatabaseUrl::Kind::Sqlite; }

    SystemClock m_clock;
    BankDatabases m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<BankConnection> m_bank;
};

void TestEvidence::init()
{
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
    m_bank.reset();
    m_url = m_databases.newDatabase().value();
    m_bank = BankConnection::open(m_url, BankDatabases::password(), BankConnection::Access::ReadWrite).value();
    QVERIFY(createBankTables(*m_bank).ok());
    if (!isSqlite()) {
        for (const QString &sql : {u"CREATE OR REPLACE USER looker@'%' IDENTIFIED BY 'looks'"_s,
                                   u"GRANT SELECT ON %1.* TO looker@'%'"_s.arg(m_url.database)})
            QVERIFY(m_databases.server().ask(sql).ok());
    }
}

void TestEvidence::run(const QString &sql)
{
    QSqlQuery query(m_bank->db());
    QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
}

void TestEvidence::addRow(const QByteArray &gid, const QByteArray &branch, const QByteArray &op)
{
    run(u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', '%1', '%2', '%3', "
        "'01', '%3')"_s.arg(QLatin1String(gid), QLatin1String(branch), QLatin1String(op)));
}

void TestEvidence::addBooking(const QByteArray &gid, const QByteArray &branch, const QByteArray &op, int cents)
{
    run(u"INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) VALUES ('%1', '%2', '%3', 1, "
        "2, %4)"_s.arg(QLatin1String(gid), QLatin1String(branch), QLatin1String(op))
            .arg(cents));
}

EvidenceReader TestEvidence::reader(std::shared_ptr<JournalSums> sums)
{
    DatabaseUrl url = m_url;
    if (!isSqlite())
        url.user = u"looker"_s;
    return EvidenceReader::open(url, u"looks"_s, m_clock, std::move(sums)).value();
}

BankEvidence TestEvidence::read(const EvidenceWanted &wanted)
{
    Result<BankEvidence> evidence = reader().read(wanted);
    if (!evidence.ok())
        qFatal("no evidence: %s", qPrintable(evidence.error().detail));
    return *std::move(evidence);
}

void TestEvidence::aNewBankHasNothingToShow()
{
    const BankEvidence evidence = read();
    QCOMPARE(evidence.totals.found->balances, Money::fromCents(2'000'000));
    QCOMPARE(evidence.lowest.found->lowest->balance, Money::fromCents(1'000'000));
    QVERIFY(evidence.lowest.found->belowZero.isEmpty());
    QVERIFY(evidence.repeated.found->isEmpty());
    QVERIFY(evidence.rows.found->barrierRows.isEmpty());
    QVERIFY(evidence.bookings.found->isEmpty());
}

void TestEvidence::rowsAndBookingsOfTheNewestMessagesAreRead()
{
    addRow("g1", "00", "msg");
    addBooking("g1", "00", "msg", -3000);
    addBooking("g2", "01", "action", 3000);
    run(u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('saga', 's1', '01', "
        "'action', '01', 'action')"_s);
    const BankEvidence evidence = read();
    QCOMPARE(evidence.rows.found->barrierRows.size(), 1); // that of the saga is none of ours
    const TimedBarrierRow row = evidence.rows.found->barrierRows.first();
    QCOMPARE(row.row, (BarrierRow{"g1", "00", "msg", "01", "msg"}));
    QVERIFY(qAbs((m_clock.now() - row.writtenAt).count()) < 60'000);
    QCOMPARE(evidence.bookings.found->size(), 2);
    QVERIFY(evidence.rows.found->gids.contains("g2"));
}

void TestEvidence::wantedMessagesAreReadHoweverOldTheyAre()
{
    addRow("old", "00", "msg");
    for (int i = 0; i < 20; ++i)
        addRow("new-" + QByteArray::number(i), "00", "msg");
    EvidenceWanted wanted{.newestRows = 10};
    QCOMPARE(read(wanted).rows.found->barrierRows.size(), 10);
    wanted.gids = {"old", "unheard-of"};
    const BankEvidence evidence = read(wanted);
    QCOMPARE(evidence.rows.found->barrierRows.size(), 11);
    QVERIFY(evidence.rows.found->gids.contains("unheard-of"));
}

void TestEvidence::theJournalIsSummedUpAheadAndRowsAreTold()
{
    addRow("g1", "00", "msg");
    addBooking("g1", "00", "msg", -3000);
    EvidenceReader reads = reader();
    QVERIFY(reads.readJournal().ok());
    addBooking("g2", "00", "msg", -500); // after the sums, before the snapshot
    QList<ReadShare> told;
    const Result<BankEvidence> evidence = reads.read({}, [&told](const ReadShare &share) { told.append(share); });
    QVERIFY(evidence.ok());
    QCOMPARE(evidence->totals.found->debited, Money::fromCents(3500));
    QCOMPARE(told, (QList<ReadShare>{{2, 4}, {4, 4}})); // barrier rows of two messages, then their bookings
}

/// In one statement a long journal would be too much.
void TestEvidence::whatAnotherReaderForgetsIsNotReadTwice()
{
    for (int i = 1; i <= 4; ++i)
        addBooking("g" + QByteArray::number(i), "00", "msg", -100);
    run(u"UPDATE journal SET create_time = '2020-01-01 00:00:00'"_s);
    const auto sums = std::make_shared<JournalSums>(JournalSums::Limits{.chunk = 2});
    EvidenceReader reads = reader(sums);
    QVERIFY(reads.readJournal().ok());
    QCOMPARE(sums->old().upTo, 4);
    run(u"UPDATE journal SET amount_cents = -900 WHERE id = 1"_s); // shows whether it is read again
    sums->forget();
    QCOMPARE(reads.read({})->totals.found->debited, Money::fromCents(400));
    QCOMPARE(reads.read({})->totals.found->debited, Money::fromCents(1200));
}

void TestEvidence::aGidOfOtherCaseIsAnother()
{
    addRow("Order-a", "00", "msg");
    const BankEvidence evidence = read({.gids = {"order-A"}, .newestRows = 0});
    QVERIFY(evidence.rows.found->barrierRows.isEmpty());
}

void TestEvidence::whatIsBookedTwiceIsCounted()
{
    for (int i = 0; i < 3; ++i)
        addBooking("g1", "01", "action", 3000);
    addBooking("g1", "02", "action", 3000);
    QCOMPARE(*read().repeated.found, (QList{RepeatedBooking{"g1", "01", "action", 3, Money::fromCents(9000)}}));
    QVERIFY(read({.bookingsMax = 1}).repeated.found->isEmpty());
}

void TestEvidence::naiveBookingsAreNoRepetition()
{
    addBooking("n1", "01", "naive", 3000);
    addBooking("n1", "01", "naive", 3000);
    QVERIFY(read().repeated.found->isEmpty());
    QCOMPARE(read().totals.found->naive, Money::fromCents(6000));
}

void TestEvidence::balancesBelowZeroAreNamed()
{
    if (isSqlite()) {
        run(u"PRAGMA ignore_check_constraints = ON"_s);
        run(u"UPDATE user_account SET balance_cents = -5 WHERE user_id = 2"_s);
    } else {
        run(u"UPDATE user_account SET balance = -0.05 WHERE user_id = 2"_s);
    }
    const LowestBalances lowest = *read().lowest.found;
    QCOMPARE(lowest.lowest->userId, 2);
    QCOMPARE(lowest.belowZero.size(), 1);
    QCOMPARE(lowest.belowZero.first().balance, Money::fromCents(-5));
}

void TestEvidence::aBankWithoutAJournalStillHasItsBarrierRows()
{
    addRow("g1", "00", "msg");
    run(u"DROP TABLE journal"_s);
    const BankEvidence evidence = read();
    QVERIFY(!evidence.totals.found.ok());
    QVERIFY(!evidence.repeated.found.ok());
    QVERIFY(!evidence.bookings.found.ok());
    QVERIFY(evidence.lowest.found.ok());
    QCOMPARE(evidence.rows.found->barrierRows.size(), 1);
}

/// A writer in the middle of its transaction is neither waited for nor seen.
void TestEvidence::readingHoldsNobodyUp()
{
    QVERIFY(m_bank->db().transaction());
    addRow("g1", "00", "msg");
    QVERIFY(read().rows.found->barrierRows.isEmpty());
    QVERIFY(m_bank->db().commit());
    QCOMPARE(read().rows.found->barrierRows.size(), 1);
}

void TestEvidence::nothingCanBeWritten()
{
    const auto looker =
        BankConnection::open(m_url, BankDatabases::password(), BankConnection::Access::ReadOnly).value();
    QSqlQuery query(looker->db());
    QVERIFY(!query.exec(u"DELETE FROM user_account"_s));
    if (isSqlite())
        return;
    QVERIFY(query.exec(u"SELECT @@max_statement_time"_s) && query.next());
    QCOMPARE(query.value(0).toDouble(), 5.0);
}

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
