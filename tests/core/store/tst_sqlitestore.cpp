// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteconnection.h"
#include "core/store/sqlitereader.h"
#include "core/store/sqlitestore.h"
#include "failingdisk.h"
#include "samplemessages.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
constexpr int childPatience = 20'000;
constexpr uid_t nobody = 65534;

QByteArray numbered(std::int64_t id)
{
    return "m" + QByteArray::number(qint64{id});
}

Save newMessage(std::int64_t id)
{
    return inserted(plainMessage(id, numbered(id), start));
}

/// What this program does when it is started by itself: "open" tells how opening the store ended and waits for the end
/// of its input; "write" commits one message after the other from FIRST and tells the number of each that is committed.
int runAsChild(const QStringList &arguments)
{
    SqliteStore store({.path = arguments[3]});
    const Status opened = store.open();
    std::printf("%s\n", opened.ok() ? "opened" : qPrintable(opened.error().detail));
    std::fflush(stdout);
    if (!opened.ok())
        return 1;
    if (arguments[2] == QLatin1String("open"))
        return std::getchar() == EOF ? 0 : 1;
    for (std::int64_t id = arguments[4].toLongLong();; ++id) {
        if (store.commit({newMessage(id)}).outcome != CommitOutcome::Committed)
            return 1;
        std::printf("%lld\n", static_cast<long long>(id));
        std::fflush(stdout);
    }
}

/// This program as another process; killed, at the latest, with this object.
class Child
{
public:
    explicit Child(const QStringList &arguments, bool asNobody = false)
    {
        if (asNobody) {
            m_process.setChildProcessModifier([] {
                if (::setuid(nobody) != 0)
                    ::_exit(2);
            });
        }
        m_process.start(QCoreApplication::applicationFilePath(), QStringList(QStringLiteral("--child")) + arguments);
    }
    ~Child() { kill(); }

    QByteArray readLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(childPatience)) { }
        return m_process.readLine().trimmed();
    }
    qint64 pid() const { return m_process.processId(); }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(childPatience);
    }
    QByteArray rest() { return m_process.readAllStandardOutput(); }

private:
    QProcess m_process;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// What only the store in a file can do or suffer; the contract of all stores is in tst_messagestore.
class TestSqliteStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void messagesAreThereAfterReopening();
    void fileAndFolderBelongToTheOwnerAlone();
    void theSettingsAreThoseOfTheDesign();

    void aSecondStoreOnTheFileIsRefused();
    void aLinkToTheFileMeetsTheSameLock();
    void anotherProcessIsNamedAndItsDeathFreesTheStore();
    void whatAKilledProcessCommittedIsThere();

    void aFolderInPlaceOfTheFileIsRefused();
    void aFileInPlaceOfTheFolderIsUnavailable();
    void aReadOnlyFileIsUnavailable();
    void aReadOnlyFolderIsUnavailable();
    void aFileThatIsNoDatabaseIsUnavailable_data();
    void aFileThatIsNoDatabaseIsUnavailable();
    void theDatabaseOfAnotherProgramIsRefusedAndNotTouched();
    void aStoreOfANewerVersionIsRefused();
    void aDamagedFileIsUnavailable_data();
    void aDamagedFileIsUnavailable();
    void aRefusedStoreIsNotLocked();

    void aLockedFileIsRetryable();
    void aFullDiskIsFatalAndPasses();
    void aFailedWriteLeavesNothing();
    void afterAFailedSyncTheCommitIsUnknownUntilSettled();
    void commitsMayLeaveTheDiskToSomebodyElse();
    void whatTheDiskDidNotTakeIsWrittenAnew();
    void aDamagedRowDoesNotHoldUpTheOthers();

private:
    Status open();
    bool holds(std::int64_t id);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteStore> m_store;
};

void TestSqliteStore::initTestCase()
{
    FailingDisk::install();
}

void TestSqliteStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("store.db"));
}

void TestSqliteStore::cleanup()
{
    FailingDisk::failWrites(SQLITE_OK);
    FailingDisk::failSyncs(SQLITE_OK);
    m_store.reset();
}

/// Makes m_store anew on m_path.
Status TestSqliteStore::open()
{
    m_store.reset();
    m_store = std::make_unique<SqliteStore>(SqliteStoreOptions{.path = m_path, .busyTimeout = Millis(20)});
    return m_store->open();
}

bool TestSqliteStore::holds(std::int64_t id)
{
    const auto loaded = m_store->load({gid(numbered(id))});
    return loaded.ok() && loaded->size() == 1 && loaded->front().rowId == id;
}

void TestSqliteStore::messagesAreThereAfterReopening()
{
    QVERIFY(open().ok());
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    QVERIFY(open().ok());
    QVERIFY(holds(1));
}

void TestSqliteStore::fileAndFolderBelongToTheOwnerAlone()
{
    const QString folder = m_folder->filePath(QStringLiteral("deeper/data"));
    m_path = folder + QStringLiteral("/store.db");
    QVERIFY(open().ok());
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const char *suffix : {"", "/store.db", "/store.db-wal", "/store.db-shm", "/store.db.lock"}) {
        const QString path = folder + QLatin1String(suffix);
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
    }
}

void TestSqliteStore::theSettingsAreThoseOfTheDesign()
{
    QVERIFY(open().ok());
    SqliteConnection other;
    QVERIFY(other.open(m_path, SqliteConnection::Mode::ReadWrite, Millis(20)).ok());
    QCOMPARE(other.number("PRAGMA page_size").value(), 8192);
    QCOMPARE(other.number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'").value(), 1);
}

void TestSqliteStore::aSecondStoreOnTheFileIsRefused()
{
    QVERIFY(open().ok());
    SqliteStore second({.path = m_path});
    const Status opened = second.open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Conflict);
    QVERIFY(opened.error().detail.contains(
        QStringLiteral("is in use by another coordinator (pid %1)").arg(QCoreApplication::applicationPid())));
    m_store.reset();
    QVERIFY(second.open().ok());
}

void TestSqliteStore::aLinkToTheFileMeetsTheSameLock()
{
    QVERIFY(open().ok());
    const QString link = m_folder->filePath(QStringLiteral("link.db"));
    QVERIFY(QFile::link(m_path, link));
    QCOMPARE(SqliteStore({.path = link}).open().error().code, Error::Code::Conflict);
}

void TestSqliteStore::anotherProcessIsNamedAndItsDeathFreesTheStore()
{
    Child child({QStringLiteral("open"), m_path});
    QCOMPARE(child.readLine(), QByteArray("opened"));
    const Status refused = open();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Conflict);
    QVERIFY(refused.error().detail.contains(QStringLiteral("(pid %1)").arg(child.pid())));
    child.kill();
    QVERIFY(open().ok());
}

void TestSqliteStore::whatAKilledProcessCommittedIsThere()
{
    std::int64_t last = 0;
    for (int round = 1; round <= 5; ++round) {
        Child child({QStringLiteral("write"), m_path, QString::number(last + 1)});
        QCOMPARE(child.readLine(), QByteArray("opened"));
        QByteArray told;
        for (int line = 0; line < 20 * round; ++line)
            told = child.readLine();
        child.kill();
        const QList<QByteArray> rest = child.rest().split('\n'); // the last line may be cut
        const std::int64_t sure = rest.size() > 1 ? rest[rest.size() - 2].toLongLong() : told.toLongLong();
        QVERIFY(sure >= last + 20 * round);
        QVERIFY(open().ok());
        for (std::int64_t id = last + 1; id <= sure; ++id)
            QVERIFY2(holds(id), qPrintable(QString::number(id)));
        last = sure;
        while (holds(last + 1)) // committed, but the kill came before it was told
            ++last;
        m_store.reset();
    }
}

void TestSqliteStore::aFolderInPlaceOfTheFileIsRefused()
{
    QVERIFY(QDir().mkdir(m_path));
    const Status opened = open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Invalid);
    QVERIFY(opened.error().detail.contains(QStringLiteral("is a folder")));
}

void TestSqliteStore::aFileInPlaceOfTheFolderIsUnavailable()
{
    write(m_folder->filePath(QStringLiteral("file")), "text");
    m_path = m_folder->filePath(QStringLiteral("file/store.db"));
    const Status opened = open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Unavailable);
    QVERIFY(opened.error().detail.contains(m_folder->path()));
}

/// As root nothing is read-only, so that another user opens the file.
void TestSqliteStore::aReadOnlyFileIsUnavailable()
{
    QVERIFY(open().ok());
    m_store.reset();
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777));
    QFile::setPermissions(m_path, QFile::Permissions(0x4444));
    QFile::remove(m_path + QStringLiteral(".lock"));
    Child child({QStringLiteral("open"), m_path}, ::geteuid() == 0);
    const QByteArray told = child.readLine();
    if (told.isEmpty())
        QSKIP("another user cannot run this program from here");
    QVERIFY2(told.contains("is read-only: give this user the right to write"), told.constData());
}

void TestSqliteStore::aReadOnlyFolderIsUnavailable()
{
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555));
    Child child({QStringLiteral("open"), m_path}, ::geteuid() == 0);
    const QByteArray told = child.readLine();
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7700));
    if (told.isEmpty())
        QSKIP("another user cannot run this program from here");
    QVERIFY2(told.contains("cannot be made"), told.constData());
    QVERIFY2(told.contains(m_path.toUtf8()), told.constData());
}

void TestSqliteStore::aFileThatIsNoDatabaseIsUnavailable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a short text") << QByteArray("hello");
    QTest::newRow("a long text") << QByteArray("hello").repeated(5000);
    QTest::newRow("a header cut short") << QByteArray("SQLite format 3\0", 16) + QByteArray(50, '\x10');
    QTest::newRow("a header and nonsense") << QByteArray("SQLite format 3\0", 16) + QByteArray(20'000, '\x5a');
}

void TestSqliteStore::aFileThatIsNoDatabaseIsUnavailable()
{
    QFETCH(QByteArray, bytes);
    write(m_path, bytes);
    const Status opened = open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Unavailable);
    QVERIFY2(opened.error().detail.contains(m_path), qPrintable(opened.error().detail));
    QVERIFY2(opened.error().detail.contains(QStringLiteral("backup")), qPrintable(opened.error().detail));
}

void TestSqliteStore::theDatabaseOfAnotherProgramIsRefusedAndNotTouched()
{
    SqliteConnection other;
    QVERIFY(other.open(m_path, SqliteConnection::Mode::ReadWrite, Millis(20)).ok());
    QVERIFY(other.execute("CREATE TABLE notes (text TEXT)").ok());
    const auto bytes = [&] {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QCOMPARE(open().error().code, Error::Code::Invalid);
    m_store.reset();
    QVERIFY(bytes() == before);
}

void TestSqliteStore::aStoreOfANewerVersionIsRefused()
{
    QVERIFY(open().ok());
    SqliteConnection other;
    QVERIFY(other.open(m_path, SqliteConnection::Mode::ReadWrite, Millis(20)).ok());
    QVERIFY(other.execute("INSERT INTO schema_version (version) VALUES (99)").ok());
    const Status opened = open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Invalid);
    QVERIFY(opened.error().detail.contains(QStringLiteral("update Checkback")));
}

void TestSqliteStore::aDamagedFileIsUnavailable_data()
{
    QTest::addColumn<int>("firstPage");
    QTest::newRow("all but the schema") << 2;
    QTest::newRow("most of the messages") << 15;
}

void TestSqliteStore::aDamagedFileIsUnavailable()
{
    QFETCH(int, firstPage);
    QVERIFY(open().ok());
    std::vector<Save> batch;
    for (int id = 1; id <= 2000; ++id)
        batch.push_back(newMessage(id));
    QVERIFY(m_store->commit(batch).outcome == CommitOutcome::Committed);
    m_store.reset();
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 20 * 8192);
    file.seek(8192 * firstPage);
    file.write(QByteArray(static_cast<int>(file.size()) - 8192 * firstPage, '\x5a'));
    file.close();

    const Status opened = open();
    const auto loaded =
        opened.ok() ? m_store->load({gid(numbered(1000))}) : Result<std::vector<Message>>(opened.error());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, Error::Code::Unavailable);
    QVERIFY2(loaded.error().detail.contains(QStringLiteral("restore a backup")), qPrintable(loaded.error().detail));
}

void TestSqliteStore::aRefusedStoreIsNotLocked()
{
    write(m_path, "hello");
    QVERIFY(!open().ok());
    QFile::remove(m_path);
    SqliteStore second({.path = m_path});
    QVERIFY(second.open().ok());
}

void TestSqliteStore::aLockedFileIsRetryable()
{
    QVERIFY(open().ok());
    SqliteConnection other;
    QVERIFY(other.open(m_path, SqliteConnection::Mode::ReadWrite, Millis(20)).ok());
    QVERIFY(other.execute("BEGIN IMMEDIATE").ok());
    const CommitResult result = m_store->commit({newMessage(1)});
    QVERIFY(result.outcome == CommitOutcome::Retryable);
    QVERIFY(!result.error.isEmpty());
    QVERIFY(other.execute("ROLLBACK").ok());
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    QVERIFY(holds(1));
}

void TestSqliteStore::aFullDiskIsFatalAndPasses()
{
    QVERIFY(open().ok());
    FailingDisk::failWrites(SQLITE_FULL);
    const CommitResult result = m_store->commit({newMessage(1), newMessage(2)});
    QVERIFY(result.outcome == CommitOutcome::Fatal);
    QVERIFY2(result.error.contains(QStringLiteral("free some space")), qPrintable(result.error));
    QVERIFY(!holds(1));
    FailingDisk::failWrites(SQLITE_OK);
    QVERIFY(m_store->commit({newMessage(2)}).outcome == CommitOutcome::Committed);
    QVERIFY(open().ok());
    QVERIFY(!holds(1) && holds(2));
}

/// A batch that does not fit the cache is written before its COMMIT: there an error is no riddle.
void TestSqliteStore::aFailedWriteLeavesNothing()
{
    m_store = std::make_unique<SqliteStore>(SqliteStoreOptions{.path = m_path, .cacheKiB = 64});
    QVERIFY(m_store->open().ok());
    std::vector<Save> batch;
    for (int id = 1; id <= 3000; ++id)
        batch.push_back(newMessage(id));
    FailingDisk::failWrites(SQLITE_IOERR_WRITE);
    const CommitResult result = m_store->commit(batch);
    QVERIFY(result.outcome == CommitOutcome::Fatal);
    QVERIFY2(result.error.contains(QStringLiteral("check the disk")), qPrintable(result.error));
    FailingDisk::failWrites(SQLITE_OK);
    QVERIFY(!holds(1) && !holds(3000));
    QVERIFY(m_store->commit(batch).outcome == CommitOutcome::Committed);
    QVERIFY(holds(1) && holds(3000));
}

void TestSqliteStore::afterAFailedSyncTheCommitIsUnknownUntilSettled()
{
    QVERIFY(open().ok());
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    FailingDisk::failSyncs(SQLITE_IOERR_FSYNC);
    QVERIFY(m_store->commit({newMessage(2)}).outcome == CommitOutcome::Unknown);
    QCOMPARE(m_store->load({gid(numbered(2))}).error().code, Error::Code::Unavailable);
    QCOMPARE(m_store->due(start, 1, 10).error().code, Error::Code::Unavailable);

    FailingDisk::failSyncs(SQLITE_OK);
    const auto settled = m_store->load({gid(numbered(2))});
    QVERIFY(settled.ok());
    const bool isThere = !settled->empty();
    QVERIFY(holds(1));
    QVERIFY(open().ok());
    QCOMPARE(holds(2), isThere);
}

void TestSqliteStore::commitsMayLeaveTheDiskToSomebodyElse()
{
    QVERIFY(open().ok());
    const std::unique_ptr<Durability> durability = m_store->deferDurability();
    FailingDisk::failSyncs(SQLITE_IOERR_FSYNC); // a commit that waited for the disk would fail
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    FailingDisk::failSyncs(SQLITE_OK);
    QVERIFY(durability->sync().ok());
    QVERIFY(holds(1));
}

void TestSqliteStore::whatTheDiskDidNotTakeIsWrittenAnew()
{
    QVERIFY(open().ok());
    const std::unique_ptr<Durability> durability = m_store->deferDurability();
    QVERIFY(m_store->commit({newMessage(1)}).outcome == CommitOutcome::Committed);
    FailingDisk::failSyncs(SQLITE_IOERR_FSYNC);
    QVERIFY(!m_store->rewrite().ok());
    FailingDisk::failSyncs(SQLITE_OK);
    QVERIFY(m_store->rewrite().ok());
    const QString alone = m_folder->filePath(QStringLiteral("alone.db"));
    QVERIFY(QFile::copy(m_path, alone)); // without FILE-wal, which the disk may not have
    m_path = alone;
    QVERIFY(open().ok());
    QVERIFY(holds(1));
}

void TestSqliteStore::aDamagedRowDoesNotHoldUpTheOthers()
{
    QVERIFY(open().ok());
    QVERIFY(m_store->commit({newMessage(1), newMessage(2)}).outcome == CommitOutcome::Committed);
    SqliteConnection other;
    QVERIFY(other.open(m_path, SqliteConnection::Mode::ReadWrite, Millis(1000)).ok());
    QVERIFY(other.execute("UPDATE message SET content = x'0102', due_at = 1 WHERE id = 1").ok());
    QCOMPARE(m_store->load({gid(numbered(1))}).error().code, Error::Code::Internal);
    QCOMPARE(m_store->due(start, 7, 1)->size(), std::size_t(1));
    QVERIFY(m_store->nextDue(start)->value() == start + std::chrono::hours(1));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc >= 4 && qstrcmp(argv[1], "--child") == 0)
        return runAsChild(application.arguments());
    TestSqliteStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sqlitestore.moc"
