// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestore.h"

#include "core/store/keyvalues.h"
#include "core/store/log.h"
#include "core/store/messagerow.h"
#include "core/store/prune.h"
#include "core/store/sqliteerror.h"
#include "core/store/sqliteschema.h"
#include "core/store/walsync.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>

#include <limits>

namespace core::store {

using message::Message;

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;
constexpr std::chrono::hours damagedRowPause{1};

Status makeFolder(const QFileInfo &file)
{
    const QDir folder = file.absoluteDir();
    if (folder.exists())
        return Done{};
    const QFileInfo asFile(folder.absolutePath());
    if (QDir().mkpath(asFile.absolutePath()) && QDir().mkdir(folder.absolutePath(), ownerFolder))
        return Done{};
    return Error::unavailable(
        QStringLiteral(
            "the folder %1 of the store cannot be made: give this user the right to, or choose another place")
            .arg(folder.absolutePath()));
}

/// SQLite gives FILE-wal and FILE-shm the rights that it finds here.
Status makeFile(const QFileInfo &file)
{
    if (file.isDir())
        return Error{Error::Code::Invalid,
                     QStringLiteral("%1 is a folder: name the store's file").arg(file.absoluteFilePath())};
    if (file.exists())
        return Done{};
    QFile made(file.absoluteFilePath());
    if (made.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerFile))
        return Done{};
    return Error::unavailable(
        QStringLiteral(
            "the store %1 cannot be made (%2): give this user the right to write its folder, or choose another place")
            .arg(file.absoluteFilePath(), made.errorString()));
}

QByteArray selectMessages(const char *tail)
{
    return QByteArrayLiteral("SELECT ") + messageColumns + " FROM message " + tail;
}

} // namespace

SqliteStore::SqliteStore(SqliteStoreOptions options) : m_options(std::move(options)), m_writer(m_connection) { }

SqliteStore::~SqliteStore() = default;

Status SqliteStore::open()
{
    const QFileInfo file(m_options.path);
    if (const Status made = makeFolder(file); !made.ok())
        return made;
    if (const Status made = makeFile(file); !made.ok())
        return made;
    m_path = file.canonicalFilePath();
    if (const Status taken = lock(); !taken.ok())
        return taken;
    const Status opened = openLocked();
    if (!opened.ok()) {
        m_connection.close();
        m_lock.release();
        return opened;
    }
    qCInfo(lcStore).nospace() << "opened path=" << m_path;
    return Done{};
}

Status SqliteStore::lock()
{
    const Status taken = m_lock.take(m_path + QStringLiteral(".lock"));
    if (taken.ok() || taken.error().code != Error::Code::Conflict)
        return taken;
    const QString owner = taken.error().detail;
    return Error::conflict(
        QStringLiteral("the store %1 is in use by another coordinator (pid %2): stop it, or attach to it")
            .arg(m_path, owner.isEmpty() ? QStringLiteral("unknown") : owner));
}

Status SqliteStore::openLocked()
{
    if (const Status opened = m_connection.open(m_path, SqliteConnection::Mode::ReadWrite, m_options.busyTimeout);
        !opened.ok())
        return opened;
    if (const Status ours = refuseForeignFile(m_connection); !ours.ok())
        return ours;
    if (sqlite3_db_readonly(m_connection.handle(), "main") == 1)
        return m_connection.error(SQLITE_READONLY);
    if (const Status configured = configure(); !configured.ok())
        return configured;
    if (const Status upgraded = upgradeSchema(m_connection.database(), sqliteSchema(), m_path); !upgraded.ok())
        return upgraded;
    return prepareStatements();
}

/// WAL with synchronous=FULL: a commit is one append and one fsync, and is there after a power loss. fullfsync counts
/// only on macOS, where fsync alone does not reach the disk.
Status SqliteStore::configure()
{
    const QByteArray pragmas =
        QByteArrayLiteral("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                          "PRAGMA fullfsync = ON; PRAGMA journal_size_limit = 67108864; ")
        + "PRAGMA wal_autocheckpoint = " + QByteArray::number(m_options.logFrames) + "; PRAGMA cache_size = -"
        + QByteArray::number(m_options.cacheKiB);
    if (const Status set = m_connection.execute(pragmas); !set.ok())
        return set;
    const Result<std::int64_t> isWal =
        m_connection.number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'");
    if (!isWal.ok())
        return isWal.error();
    if (*isWal == 1)
        return Done{};
    return Error::unavailable(
        QStringLiteral("the folder of the store %1 cannot hold shared memory files: choose a local disk").arg(m_path));
}

Status SqliteStore::prepareStatements()
{
    sqlite3 *const handle = m_connection.handle();
    const std::pair<SqliteStatement *, QByteArray> statements[] = {
        {&m_loadByGid, selectMessages("WHERE gid = ?1")},
        {&m_due,
         selectMessages("INDEXED BY message_due WHERE due_at IS NOT NULL AND due_at <= ?1 AND owner <> ?2 ORDER BY "
                        "due_at LIMIT ?3")},
        {&m_nextDue,
         "SELECT due_at FROM message INDEXED BY message_due WHERE due_at IS NOT NULL AND due_at > ?1 ORDER BY due_at "
         "LIMIT 1"},
        {&m_makeDue,
         "UPDATE message SET due_at = ?1 WHERE id IN (SELECT id FROM message INDEXED BY message_due "
         "WHERE due_at IS NOT NULL AND due_at > ?2 ORDER BY due_at LIMIT ?3)"},
    };
    for (const auto &[statement, sql] : statements) {
        if (const int code = statement->prepare(handle, sql); code != SQLITE_OK)
            return m_connection.error(code);
    }
    if (const int code = m_writer.prepare(); code != SQLITE_OK)
        return m_connection.error(code);
    return Done{};
}

/// After a COMMIT that ended unknown its record may stand behind the end of the log that we know, and would count after
/// a crash. Any further commit takes its place; before one has, nothing that we read can be relied on.
Status SqliteStore::settle()
{
    if (!m_isUnsettled)
        return Done{};
    const Result<std::int64_t> last = m_connection.number("PRAGMA user_version");
    if (!last.ok())
        return last.error();
    const std::int64_t next = *last < std::numeric_limits<std::int32_t>::max() ? *last + 1 : 1;
    const Status written = m_connection.execute("PRAGMA user_version = " + QByteArray::number(next));
    m_isUnsettled = !written.ok();
    return written;
}

/// A commit then only writes to FILE-wal. A checkpoint still syncs that file before it copies from it, and a log that
/// begins anew is synced first, so that what survives a power loss is always a beginning of what was committed.
std::unique_ptr<Durability> SqliteStore::deferDurability()
{
    if (!m_connection.execute("PRAGMA synchronous = NORMAL").ok())
        return nullptr;
    m_checkpointer.emplace(m_connection, m_options.logFrames);
    return std::make_unique<WalSync>(m_path);
}

/// The system may drop what it could not write and call the next sync a success. So all that is in FILE-wal is copied
/// into the database file, and the log begins anew: what followed a gap in it would not be read after a power loss.
Status SqliteStore::rewrite()
{
    return m_checkpointer ? m_checkpointer->copyAll() : Status(Done{});
}

/// Steps a statement that selects messages to its end.
Status SqliteStore::collect(SqliteStatement &statement, Rows &rows)
{
    const auto resetLater = qScopeGuard([&] { statement.reset(); });
    int code = SQLITE_ROW;
    while ((code = statement.step()) == SQLITE_ROW) {
        Result<Message> message = readMessage(statement);
        if (message.ok()) {
            rows.messages.push_back(std::move(*message));
            continue;
        }
        rows.damaged.push_back(statement.integer(ColumnId));
        qCCritical(lcStore).nospace() << "damaged id=" << statement.integer(ColumnId)
                                      << " error=" << message.error().detail;
    }
    if (code != SQLITE_DONE)
        return m_connection.error(code);
    return Done{};
}

Result<std::vector<Message>> SqliteStore::load(const QList<Gid> &gids)
{
    if (const Status settled = settle(); !settled.ok())
        return settled.error();
    Rows rows;
    rows.messages.reserve(static_cast<std::size_t>(gids.size()));
    for (const Gid &gid : gids) {
        m_loadByGid.bind(1, QByteArrayView(gid.bytes()));
        if (const Status read = collect(m_loadByGid, rows); !read.ok())
            return Error::unavailable(read.error().detail);
        if (!rows.damaged.empty())
            return Error::internal(QStringLiteral("the message %1 is damaged in the store %2: restore a backup")
                                       .arg(gid.toString(), m_path));
    }
    return std::move(rows.messages);
}

/// Fewer than limit are taken for all that are due: so what cannot be read is put off before the last look.
Result<std::vector<Message>> SqliteStore::due(TimePoint now, std::int64_t owner, int limit)
{
    if (const Status settled = settle(); !settled.ok())
        return settled.error();
    for (;;) {
        m_due.bind(1, toEpochMs(now));
        m_due.bind(2, owner);
        m_due.bind(3, std::int64_t{limit});
        Rows rows;
        if (const Status read = collect(m_due, rows); !read.ok())
            return read.error();
        if (rows.damaged.empty())
            return std::move(rows.messages);
        if (const Status put = putOff(rows.damaged, now + damagedRowPause); !put.ok())
            return put.error();
    }
}

/// A row that cannot be read must not hold up the others: it is due again, and logged again, later.
Status SqliteStore::putOff(const std::vector<std::int64_t> &damaged, TimePoint until)
{
    for (const std::int64_t id : damaged) {
        const QByteArray sql = "UPDATE message SET due_at = " + QByteArray::number(qint64{toEpochMs(until)})
            + " WHERE id = " + QByteArray::number(qint64{id});
        if (const Status put = m_connection.execute(sql); !put.ok())
            return put;
    }
    return Done{};
}

Result<std::optional<TimePoint>> SqliteStore::nextDue(TimePoint after)
{
    const auto resetLater = qScopeGuard([&] { m_nextDue.reset(); });
    m_nextDue.bind(1, toEpochMs(after));
    const int code = m_nextDue.step();
    if (code == SQLITE_ROW)
        return m_nextDue.time(0);
    if (code == SQLITE_DONE)
        return std::optional<TimePoint>();
    return m_connection.error(code);
}

CommitResult SqliteStore::commit(const std::vector<Save> &batch)
{
    if (batch.empty())
        return {.outcome = CommitOutcome::Committed, .conflicts = {}, .error = {}};
    CommitResult result = m_writer.commit(batch);
    if (result.outcome == CommitOutcome::Unknown)
        m_isUnsettled = true;
    if (result.outcome == CommitOutcome::Committed)
        m_isUnsettled = false;
    return result;
}

Result<MadeDue> SqliteStore::makeDue(TimePoint after, TimePoint now, int limit)
{
    m_makeDue.bind(1, toEpochMs(now));
    m_makeDue.bind(2, toEpochMs(after));
    m_makeDue.bind(3, std::int64_t{limit});
    if (const int code = m_makeDue.run(); code != SQLITE_DONE)
        return m_connection.error(code);
    const int count = sqlite3_changes(m_connection.handle());
    const Result<std::optional<TimePoint>> left = nextDue(after);
    if (!left.ok())
        return left.error();
    return MadeDue{.count = count, .hasRemaining = left->has_value()};
}

Result<Pruned> SqliteStore::prune(const PruneOrder &order)
{
    if (const Status begun = m_connection.execute("BEGIN IMMEDIATE"); !begun.ok())
        return begun.error();
    Result<Pruned> pruned = pruneMessages(m_connection, order);
    const Status ended = m_connection.execute(pruned.ok() ? "COMMIT" : "ROLLBACK");
    if (ended.ok())
        return pruned;
    if (!sqlite3_get_autocommit(m_connection.handle()))
        (void)m_connection.execute("ROLLBACK");
    return ended.error();
}

Result<Counted> SqliteStore::countAfter(std::int64_t afterId, int rowsMax)
{
    return countMessages(m_connection, afterId, rowsMax);
}

Result<QList<KeyValue>> SqliteStore::keyValues(const QByteArray &category, const QByteArray &key)
{
    return readKeyValues(m_connection, category, key, std::numeric_limits<int>::max(), {});
}

Status SqliteStore::putKeyValue(const KeyValue &row)
{
    return store::putKeyValue(m_connection, row);
}

Status SqliteStore::removeKeyValue(const QByteArray &category, const QByteArray &key)
{
    return store::removeKeyValue(m_connection, category, key);
}

/// The lock on the file is the lease: whoever else is named as owner in it is gone.
Result<std::optional<TimePoint>> SqliteStore::heartbeat(std::int64_t, Millis)
{
    return std::optional<TimePoint>();
}

} // namespace core::store
