// SPDX-License-Identifier: Apache-2.0
#include "core/store/checkpointer.h"
#include "failingdisk.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sqlite3.h>

#include <optional>

using namespace core;
using namespace core::store;
using namespace tests;

namespace {

constexpr int logFrames = 50;
constexpr int rowsMax = 20'000; ///< written in wait for something
constexpr Millis busyTimeout{50};

} // namespace

/// The log is copied beside the commits and begins anew, nothing is lost of it, and who reads or a disk that fails
/// holds it up.
class TestCheckpointer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { FailingDisk::install(); }
    void init();
    void cleanup();

    void theLogBeginsAnewUnderSteadyWrites();
    void whoReadsHoldsItUp();
    void allCanBeCopiedAtOnce();
    void withoutItTheWriterCopiesAll();
    void whatAFailedSyncMayHaveDroppedIsWrittenAnew();
    void theLogOutlivesTheEndAfterAFailedSync();

private:
    Status openWriter();
    Status write();
    bool writeUntil(const std::function<bool()> &reached);
    quint32 beginnings() const;
    void checkAllIsThere();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteConnection> m_writer;
    std::optional<Checkpointer> m_checkpointer;
    int m_rows = 0;
};

void TestCheckpointer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("log.db"));
    m_rows = 0;
    QVERIFY(openWriter().ok());
    QVERIFY(m_writer->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, filling BLOB)").ok());
    m_checkpointer.emplace(*m_writer, logFrames);
}

void TestCheckpointer::cleanup()
{
    FailingDisk::failDatabaseSyncs(SQLITE_OK);
    m_checkpointer.reset();
    m_writer.reset();
}

Status TestCheckpointer::openWriter()
{
    m_writer = std::make_unique<SqliteConnection>();
    if (const Status opened = m_writer->open(m_path, SqliteConnection::Mode::ReadWrite, busyTimeout); !opened.ok())
        return opened;
    return m_writer->execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                             "PRAGMA wal_autocheckpoint = 0");
}

/// One row that fills a page, in a transaction of its own.
Status TestCheckpointer::write()
{
    const Status written = m_writer->execute("INSERT INTO t (filling) VALUES (zeroblob(3000))");
    m_rows += written.ok() ? 1 : 0;
    return written;
}

bool TestCheckpointer::writeUntil(const std::function<bool()> &reached)
{
    for (int row = 0; row < rowsMax; ++row) {
        if (!write().ok())
            return false;
        if (reached())
            return true;
    }
    return false;
}

/// How many times the log has begun anew: "Checkpoint sequence number" of its header,
/// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
quint32 TestCheckpointer::beginnings() const
{
    constexpr int sequenceAt = 12;
    QFile log(m_path + QStringLiteral("-wal"));
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray head = log.read(sequenceAt + sizeof(quint32));
    return qFromBigEndian<quint32>(head.constData() + sequenceAt);
}

/// Also after it was closed and opened again.
void TestCheckpointer::checkAllIsThere()
{
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(m_writer->number("SELECT count(*) FROM t").value(), std::int64_t{m_rows});
        QCOMPARE(m_writer->number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").value(),
                 1);
        m_checkpointer.reset();
        QVERIFY(openWriter().ok());
    }
}

void TestCheckpointer::theLogBeginsAnewUnderSteadyWrites()
{
    const quint32 before = beginnings();
    QVERIFY(writeUntil([&] { return beginnings() >= before + 3; }));
    QVERIFY2(m_rows > logFrames, qPrintable(QString::number(m_rows)));
    checkAllIsThere();
}

void TestCheckpointer::whoReadsHoldsItUp()
{
    QVERIFY(write().ok());
    SqliteConnection reader;
    QVERIFY(reader.open(m_path, SqliteConnection::Mode::ReadOnly, busyTimeout).ok());
    QVERIFY(reader.execute("BEGIN").ok());
    QCOMPARE(reader.number("SELECT count(*) FROM t").value(), 1);
    const quint32 before = beginnings();
    QVERIFY(writeUntil([this] { return m_rows > 20 * logFrames; }));
    QCOMPARE(beginnings(), before);
    QCOMPARE(reader.number("SELECT count(*) FROM t").value(), 1);
    QVERIFY(reader.execute("COMMIT").ok());
    QVERIFY(writeUntil([&] { return beginnings() > before; }));
    reader.close();
    checkAllIsThere();
}

void TestCheckpointer::allCanBeCopiedAtOnce()
{
    QVERIFY(write().ok());
    const quint32 before = beginnings();
    SqliteConnection reader;
    QVERIFY(reader.open(m_path, SqliteConnection::Mode::ReadOnly, busyTimeout).ok());
    QVERIFY(reader.execute("BEGIN").ok());
    QCOMPARE(reader.number("SELECT count(*) FROM t").value(), 1);
    QVERIFY(write().ok());
    QCOMPARE(m_checkpointer->copyAll().error().code, Error::Code::Unavailable);
    QVERIFY(reader.execute("COMMIT").ok());
    QVERIFY(m_checkpointer->copyAll().ok());
    QCOMPARE(beginnings(), before);
    QVERIFY(write().ok());
    QCOMPARE(beginnings(), before + 1);
    reader.close();
    checkAllIsThere();
}

/// Its own connection cannot be opened when the file has another name by then.
void TestCheckpointer::withoutItTheWriterCopiesAll()
{
    m_checkpointer.reset();
    const QString away = m_folder->filePath(QStringLiteral("away"));
    QVERIFY(QDir().mkdir(away));
    QVERIFY(QFile::rename(m_path, away + QStringLiteral("/log.db")));
    QVERIFY(QDir().mkdir(m_path)); // nobody opens a folder as a database
    m_checkpointer.emplace(*m_writer, logFrames);
    const quint32 before = beginnings();
    QVERIFY(writeUntil([&] { return beginnings() >= before + 3; }));
    QCOMPARE(m_writer->number("SELECT count(*) FROM t").value(), std::int64_t{m_rows});
}

void TestCheckpointer::whatAFailedSyncMayHaveDroppedIsWrittenAnew()
{
    const quint32 first = beginnings();
    QVERIFY(writeUntil([&] { return beginnings() > first; }));
    FailingDisk::failDatabaseSyncs(SQLITE_IOERR_FSYNC);
    QVERIFY(writeUntil([] { return FailingDisk::lostBlocks() > 0; }));
    const quint32 before = beginnings();
    QVERIFY(writeUntil([this, enough = m_rows + 10 * logFrames] { return m_rows > enough; }));
    QCOMPARE(beginnings(), before); // all that may be lost still stands in the log
    FailingDisk::failDatabaseSyncs(SQLITE_OK);
    QVERIFY(FailingDisk::lostBlocks() > 0);
    QVERIFY(writeUntil([&] { return beginnings() > before; }));
    QCOMPARE(FailingDisk::lostBlocks(), qsizetype(0));
    checkAllIsThere();
}

void TestCheckpointer::theLogOutlivesTheEndAfterAFailedSync()
{
    FailingDisk::failDatabaseSyncs(SQLITE_IOERR_FSYNC);
    QVERIFY(writeUntil([] { return FailingDisk::lostBlocks() > 0; }));
    m_checkpointer.reset();
    FailingDisk::failDatabaseSyncs(SQLITE_OK);
    m_writer.reset();
    QVERIFY(QFileInfo(m_path + QStringLiteral("-wal")).size() > 0);
    QVERIFY(openWriter().ok());
    QVERIFY(m_writer->execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
    QCOMPARE(FailingDisk::lostBlocks(), qsizetype(0));
    checkAllIsThere();
}

QTEST_GUILESS_MAIN(TestCheckpointer)
#include "tst_checkpointer.moc"
