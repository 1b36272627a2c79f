// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteconnection.h"
#include "failingdisk.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace core;
using namespace core::store;
using namespace tests;

namespace {

constexpr int pageBytes = 4096;

/// A row that fills most of a page, so that a transaction touches as many pages as rows.
QByteArray insertRows(int first, int count)
{
    return "WITH RECURSIVE n(i) AS (SELECT " + QByteArray::number(first) + " UNION ALL SELECT i + 1 FROM n WHERE i < "
        + QByteArray::number(first + count - 1)
        + ") INSERT INTO t (id, v, filling) SELECT i, 0, zeroblob(3000) FROM n;";
}

} // namespace

/// The connection that writes gathers; what is read beside it, or after a crash, is the file as it stands.
class TestGatheringVfs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { FailingDisk::install(); }
    void init();
    void cleanup();

    void aCommitIsOneWrite();
    void aLargeCommitIsAFewWrites();
    void whatIsCommittedStandsInTheFile();
    void aCommitThatFailsIsUndone();
    void aWriteThatFailsOnTheWayIsTold();
    void framesThatCannotBeWrittenUndoTheWholeTransaction();
    void pathsMayHoldAnything();
    void randomTransactionsSurviveACrashAtAnyTime_data();
    void randomTransactionsSurviveACrashAtAnyTime();

private:
    Status run(const QByteArray &sql) { return m_writer->execute(sql); }
    /// As another process would see the committed rows: their number and the sum of v. From a copy of the files: as
    /// after a crash.
    QByteArray seenBeside(const QString &path) const;
    QByteArray seenAfterACrash() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteConnection> m_writer;
};

void TestGatheringVfs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("test.db"));
    m_writer = std::make_unique<SqliteConnection>();
    QVERIFY(m_writer->open(m_path, SqliteConnection::Mode::ReadWrite, Millis(100)).ok());
    QVERIFY(run("PRAGMA page_size = " + QByteArray::number(pageBytes)
                + "; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;"
                  "CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER, filling BLOB)")
                .ok());
}

void TestGatheringVfs::cleanup()
{
    FailingDisk::failWrites(0);
    m_writer.reset();
}

QByteArray TestGatheringVfs::seenBeside(const QString &path) const
{
    SqliteConnection reader;
    if (!reader.open(path, SqliteConnection::Mode::ReadOnly, Millis(1000)).ok())
        return "not opened";
    if (reader.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").value() != 1)
        return "damaged";
    const std::int64_t rows = reader.number("SELECT count(*) FROM t").value();
    const std::int64_t sum = reader.number("SELECT coalesce(sum(v), 0) FROM t").value();
    return QByteArray::number(qint64{rows}) + ' ' + QByteArray::number(qint64{sum});
}

QByteArray TestGatheringVfs::seenAfterACrash() const
{
    const QTemporaryDir copies;
    const QString copy = copies.filePath(QStringLiteral("copy.db"));
    if (!QFile::copy(m_path, copy) || !QFile::copy(m_path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")))
        return "not copied";
    return seenBeside(copy);
}

void TestGatheringVfs::aCommitIsOneWrite()
{
    QVERIFY(run("BEGIN;" + insertRows(1, 20) + "COMMIT").ok());
    const int before = FailingDisk::writes();
    QVERIFY(run("BEGIN; UPDATE t SET v = 1; COMMIT").ok()); // twenty pages and no other
    QCOMPARE(FailingDisk::writes() - before, 1);
    QCOMPARE(seenAfterACrash(), QByteArray("20 20"));
}

void TestGatheringVfs::aLargeCommitIsAFewWrites()
{
    const int before = FailingDisk::writes();
    QVERIFY(run("BEGIN;" + insertRows(1, 1000) + "COMMIT").ok());
    const int writes = FailingDisk::writes() - before;
    QVERIFY2(writes > 30 && writes < 50, qPrintable(QString::number(writes))); // 4 MiB by 120 KiB
    QCOMPARE(seenAfterACrash(), QByteArray("1000 0"));
}

void TestGatheringVfs::whatIsCommittedStandsInTheFile()
{
    QVERIFY(run("BEGIN;" + insertRows(1, 5)).ok());
    QCOMPARE(seenBeside(m_path), QByteArray("0 0"));
    QVERIFY(run("COMMIT").ok());
    QCOMPARE(seenBeside(m_path), QByteArray("5 0"));
    QCOMPARE(seenAfterACrash(), QByteArray("5 0"));
}

void TestGatheringVfs::aCommitThatFailsIsUndone()
{
    QVERIFY(run("BEGIN;" + insertRows(1, 5) + "COMMIT").ok());
    FailingDisk::failWrites(SQLITE_FULL);
    QVERIFY(run("BEGIN;" + insertRows(6, 5)).ok());
    QVERIFY(!run("COMMIT").ok());
    FailingDisk::failWrites(0);
    if (!sqlite3_get_autocommit(m_writer->handle()))
        QVERIFY(run("ROLLBACK").ok());
    QCOMPARE(seenAfterACrash(), QByteArray("5 0"));
    QVERIFY(run("BEGIN;" + insertRows(6, 2) + "COMMIT").ok());
    QCOMPARE(seenAfterACrash(), QByteArray("7 0"));
}

void TestGatheringVfs::aWriteThatFailsOnTheWayIsTold()
{
    QVERIFY(run("PRAGMA cache_size = 10; BEGIN").ok());
    FailingDisk::failWrites(SQLITE_FULL);
    QVERIFY(!run(insertRows(1, 1000) + "COMMIT").ok());
    FailingDisk::failWrites(0);
    if (!sqlite3_get_autocommit(m_writer->handle()))
        QVERIFY(run("ROLLBACK").ok());
    QVERIFY(run("BEGIN;" + insertRows(1, 3) + "COMMIT").ok());
    QCOMPARE(seenAfterACrash(), QByteArray("3 0"));
}

void TestGatheringVfs::framesThatCannotBeWrittenUndoTheWholeTransaction()
{
    QVERIFY(run("CREATE TABLE checked (id INTEGER PRIMARY KEY, v INTEGER NOT NULL UNIQUE)").ok());
    QVERIFY(run("INSERT INTO checked VALUES (1, 1), (2, 2)").ok());
    QVERIFY(run("PRAGMA cache_size = 5; BEGIN;" + insertRows(1, 25)).ok()); // beyond the cache, yet not written
    FailingDisk::failWrites(SQLITE_FULL);
    const Status update = run("UPDATE checked SET v = v + (SELECT count(filling) FROM t)"); // reads them
    FailingDisk::failWrites(0);
    QVERIFY(!update.ok());
    QVERIFY(sqlite3_get_autocommit(m_writer->handle()));
    QVERIFY(run("BEGIN;" + insertRows(1, 3) + "COMMIT").ok());
    QCOMPARE(seenAfterACrash(), QByteArray("3 0"));
}

void TestGatheringVfs::pathsMayHoldAnything()
{
    const QString path = m_folder->filePath(QStringLiteral("a b?c=d&e#f%20g;h 余额.db"));
    SqliteConnection connection;
    QVERIFY(connection.open(path, SqliteConnection::Mode::ReadWrite, Millis(100)).ok());
    QVERIFY(connection.execute("CREATE TABLE t (n INTEGER)").ok());
    QVERIFY(QFile::exists(path));
}

void TestGatheringVfs::randomTransactionsSurviveACrashAtAnyTime_data()
{
    QTest::addColumn<int>("cachePages"); // few: pages leave the cache before their commit, and are written again
    QTest::newRow("all pages fit the cache") << 2000;
    QTest::newRow("a few do") << 10;
}

void TestGatheringVfs::randomTransactionsSurviveACrashAtAnyTime()
{
    QFETCH(int, cachePages);
    QVERIFY(run("PRAGMA cache_size = " + QByteArray::number(cachePages)).ok());
    QVERIFY(run(insertRows(1, 60)).ok());
    test::SeededRandom random(7);
    QByteArray committed = "60 0";
    for (int round = 0; round < 60; ++round) {
        const auto below = [&](int end) { return QByteArray::number(random.between(0, end - 1)); };
        QVERIFY(run("BEGIN").ok());
        for (int statements = random.between(0, 5); statements > 0; --statements)
            QVERIFY(run("UPDATE t SET v = v + " + below(9) + " WHERE id % 7 <> " + below(7)).ok());
        const bool isKept = random.chance(700);
        if (isKept) {
            const std::int64_t sum = m_writer->number("SELECT sum(v) FROM t").value();
            committed = "60 " + QByteArray::number(qint64{sum});
        }
        QCOMPARE(seenAfterACrash().startsWith("60 "), true);
        QVERIFY(run(isKept ? "COMMIT" : "ROLLBACK").ok());
        QCOMPARE(seenAfterACrash(), committed);
        QCOMPARE(seenBeside(m_path), committed);
        if (random.chance(100))
            QVERIFY(run("PRAGMA wal_checkpoint(RESTART)").ok()); // the log begins anew
    }
}

QTEST_GUILESS_MAIN(TestGatheringVfs)
#include "tst_gatheringvfs.moc"
