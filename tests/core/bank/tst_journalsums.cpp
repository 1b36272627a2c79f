// SPDX-License-Identifier: Apache-2.0
#include "core/bank/journalsums.h"

#include "core/bank/bankreader.h"
#include "core/bank/readrows.h"
#include "tests/core/bank/bankdatabases.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <array>
#include <barrier>
#include <numeric>
#include <thread>

using namespace core;
using namespace core::bank;
using namespace Qt::StringLiterals;

/// What a journal comes to, read in parts, against what it comes to when all of it is read at once.
class TestJournalSums : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BankDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();

    void partsComeToTheWhole_data();
    void partsComeToTheWhole();
    void whatIsNewIsNotTakenForOld();
    void gapsBetweenIdsAreNoRows();
    void aChangeOfAnOldRowIsSeenAfterARound();
    void whatIsForgottenIsReadAnew();
    void aLongJournalIsReadInSeveralCalls();
    void whatIsReadIsTold();
    void readersOnSeveralThreadsShareTheWork();
    void aChunkThatCouldNotBeReadIsReadByAnother();
    void aReaderOfLongJournalsAgreesWithTheDatabase();

private:
    void run(const QString &sql);
    /// Bookings of all kinds, written so long ago.
    void book(int count, int secondsAgo);
    BankTotals totals(const JournalSums &sums);
    Status advance(JournalSums &sums) { return sums.advance(*m_bank); }
    static bool isSame(const BankTotals &one, const BankTotals &other);

    BankDatabases m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<BankConnection> m_bank;
    int m_count = 0;
};

void TestJournalSums::init()
{
    if (!m_databases.isAvailable())
        QSKIP("mariadbd is not installed");
    m_bank.reset();
    m_url = m_databases.newDatabase().value();
    m_bank = BankConnection::open(m_url, BankDatabases::password(), BankConnection::Access::ReadWrite).value();
    QVERIFY(createBankTables(*m_bank).ok());
}

void TestJournalSums::run(const QString &sql)
{
    QSqlQuery query(m_bank->db());
    QVERIFY2(query.exec(sql), qPrintable(query.lastError().text() + sql));
}

void TestJournalSums::book(int count, int secondsAgo)
{
    static const std::array kinds{std::pair("00", "msg"), std::pair("01", "action"), std::pair("00", "naive"),
                                  std::pair("01", "naive")};
    const QString at = m_url.kind == DatabaseUrl::Kind::Sqlite
        ? u"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-%1 seconds')"_s.replace(u"%1"_s, QString::number(secondsAgo))
        : u"CURRENT_TIMESTAMP(3) - INTERVAL %1 SECOND"_s.arg(secondsAgo);
    for (int i = 0; i < count; ++i) {
        const int number = ++m_count;
        const auto &[branch, op] = kinds.at(std::size_t(number) % kinds.size());
        const int cents = (number % 2 == 0 ? -1 : 1) * (100 + number);
        run(u"INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents, create_time) VALUES "
            "('g%1', '%2', '%3', 1, 2, %4, %5)"_s.arg(QString::number(number), QLatin1String(branch), QLatin1String(op),
                                                      QString::number(cents), at));
    }
}

BankTotals TestJournalSums::totals(const JournalSums &sums)
{
    return readTotals(*m_bank, TimePoint(), sums.old()).value();
}

bool TestJournalSums::isSame(const BankTotals &one, const BankTotals &other)
{
    return one.balances == other.balances && one.debited == other.debited && one.credited == other.credited
        && one.debits == other.debits && one.credits == other.credits && one.accountCount == other.accountCount
        && one.naive == other.naive && one.naiveDebits == other.naiveDebits;
}

void TestJournalSums::partsComeToTheWhole_data()
{
    QTest::addColumn<int>("old");
    QTest::addColumn<int>("fresh");
    QTest::newRow("empty") << 0 << 0;
    QTest::newRow("less than a chunk") << 7 << 0;
    QTest::newRow("whole chunks") << 30 << 0;
    QTest::newRow("chunks and a rest") << 37 << 0;
    QTest::newRow("old and fresh") << 25 << 25;
    QTest::newRow("fresh") << 0 << 25;
}

void TestJournalSums::partsComeToTheWhole()
{
    QFETCH(int, old);
    QFETCH(int, fresh);
    book(old, 3600);
    book(fresh, 0);
    JournalSums sums({.chunk = 10});
    for (int round = 0; round < 3; ++round) {
        QVERIFY(advance(sums).ok());
        QVERIFY(isSame(totals(sums), totals(JournalSums())));
        QCOMPARE(sums.old().upTo, old / 10 * 10);
        book(1, 0);
        QVERIFY(isSame(totals(sums), totals(JournalSums()))); // what came since
    }
}

void TestJournalSums::whatIsNewIsNotTakenForOld()
{
    book(15, 3600);
    book(1, 1); // as a row whose neighbours may not have committed yet
    book(30, 3600);
    JournalSums sums({.chunk = 8});
    QVERIFY(advance(sums).ok());
    QCOMPARE(sums.old().upTo, 8);
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::gapsBetweenIdsAreNoRows()
{
    book(12, 3600);
    run(u"UPDATE journal SET id = id + 1000000000 WHERE id > 6"_s);
    JournalSums sums({.chunk = 5});
    QVERIFY(advance(sums).ok());
    QCOMPARE(sums.old().upTo, 1'000'000'012); // a chunk across the gap has fewer rows, and none has more
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::aChangeOfAnOldRowIsSeenAfterARound()
{
    book(40, 3600);
    JournalSums sums({.chunk = 10});
    QVERIFY(advance(sums).ok());
    run(u"UPDATE journal SET amount_cents = amount_cents + 7 WHERE id = 25"_s);
    run(u"DELETE FROM journal WHERE id = 10"_s); // the last of its chunk
    QVERIFY(!isSame(totals(sums), totals(JournalSums())));
    for (int chunk = 0; chunk < 4; ++chunk)
        QVERIFY(advance(sums).ok());
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::whatIsForgottenIsReadAnew()
{
    book(40, 3600);
    JournalSums sums({.chunk = 10});
    QVERIFY(advance(sums).ok());
    run(u"UPDATE journal SET amount_cents = amount_cents + 7 WHERE id = 35"_s);
    sums.forget();
    QCOMPARE(sums.old().upTo, 0);
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
    QVERIFY(advance(sums).ok());
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::aLongJournalIsReadInSeveralCalls()
{
    book(30, 3600);
    JournalSums sums({.chunk = 10, .budget = Millis(-1)}); // used up by each chunk
    for (int call = 1; call <= 3; ++call) {
        const Status advanced = advance(sums);
        QVERIFY(!advanced.ok() && advanced.error().code == Error::Code::Ongoing);
        QCOMPARE(sums.old().upTo, call * 10);
    }
    QVERIFY(advance(sums).ok());
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::whatIsReadIsTold()
{
    book(41, 3600);
    JournalSums sums({.chunk = 10});
    QList<ReadShare> told;
    QVERIFY(sums.advance(*m_bank, [&](const ReadShare &share) { told.append(share); }).ok());
    QCOMPARE(told, (QList<ReadShare>{{10, 41}, {20, 41}, {30, 41}, {40, 41}}));
    told.clear();
    QVERIFY(sums.advance(*m_bank, [&](const ReadShare &share) { told.append(share); }).ok());
    QVERIFY(told.isEmpty()); // nothing is new
}

void TestJournalSums::readersOnSeveralThreadsShareTheWork()
{
    constexpr int threads = 4;
    book(400, 3600);
    JournalSums sums({.chunk = 10, .budget = std::chrono::minutes(1)});
    std::array<int, threads> chunks{};
    std::array<bool, threads> done{};
    {
        std::barrier together(threads);
        std::vector<std::jthread> readers;
        for (std::size_t i = 0; i < threads; ++i) {
            readers.emplace_back([&, i] {
                const auto bank =
                    BankConnection::open(m_url, BankDatabases::password(), BankConnection::Access::ReadOnly);
                together.arrive_and_wait();
                done[i] = bank.ok() && sums.advance(**bank, [&, i](const ReadShare &) { ++chunks[i]; }).ok()
                    && sums.old().upTo == 400; // what the others read is there, too
            });
        }
    }
    QCOMPARE(std::count(done.cbegin(), done.cend(), true), threads);
    QCOMPARE(std::accumulate(chunks.cbegin(), chunks.cend(), 0), 40); // each of them once
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::aChunkThatCouldNotBeReadIsReadByAnother()
{
    book(30, 3600);
    JournalSums sums({.chunk = 10});
    run(u"ALTER TABLE journal RENAME COLUMN amount_cents TO hidden"_s); // a chunk's end is found, its sums are not
    QVERIFY(!advance(sums).ok());
    QCOMPARE(sums.old().upTo, 0);
    run(u"ALTER TABLE journal RENAME COLUMN hidden TO amount_cents"_s);
    QVERIFY(advance(sums).ok());
    QCOMPARE(sums.old().upTo, 30);
    QVERIFY(isSame(totals(sums), totals(JournalSums())));
}

void TestJournalSums::aReaderOfLongJournalsAgreesWithTheDatabase()
{
    book(50, 3600);
    const SystemClock clock;
    BankReader reader = std::move(BankReader::open(m_url, BankDatabases::password(), clock).value());
    QVERIFY(isSame(reader.totals().value(), totals(JournalSums())));
    run(u"UPDATE user_account SET user_id = 77 WHERE user_id = 2"_s);
    book(3, 0);
    QVERIFY(isSame(reader.totals().value(), totals(JournalSums())));
}

QTEST_GUILESS_MAIN(TestJournalSums)
#include "tst_journalsums.moc"
