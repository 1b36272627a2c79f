// SPDX-License-Identifier: Apache-2.0
#include "core/store/checkpointer.h"

#include "core/base/threadname.h"
#include "core/store/log.h"
#include "core/store/sqliteerror.h"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace core::store {

namespace {

constexpr int passes = 2; ///< the second takes what was committed during the first, so that little is left
constexpr int partBytes = 64 * 1024; ///< SQLite's VFS for Unix writes less than 128 KiB at once

sqlite3_file *databaseFile(const SqliteConnection &connection)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file));
    return file;
}

int syncFile(sqlite3_file *file)
{
    return file->pMethods->xSync(file, SQLITE_SYNC_FULL);
}

} // namespace

Checkpointer::Checkpointer(SqliteConnection &writer, int logFrames)
    : m_writer(writer)
    , m_logFrames(logFrames)
    , m_beginAt(logFrames)
    , m_thread([this] { run(); })
{
    const auto afterCommit = [](void *self, sqlite3 *, const char *, int frames) {
        static_cast<Checkpointer *>(self)->committed(frames);
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_writer.handle(), afterCommit, this);
}

Checkpointer::~Checkpointer()
{
    sqlite3_wal_hook(m_writer.handle(), nullptr, nullptr);
    {
        const std::lock_guard lock(m_waking);
        m_isEnding = true;
        m_wake.notify_one();
    }
    m_thread.join();
    if (m_isSuspect) // the log stays, and who opens it next copies it from its beginning
        sqlite3_db_config(m_writer.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Status Checkpointer::copyAll()
{
    return copy(m_writer, SQLITE_CHECKPOINT_RESTART);
}

/// frames: in the log now.
void Checkpointer::committed(int frames)
{
    if (frames < m_frames) // it began anew
        m_beginAt = m_logFrames;
    m_frames = frames;
    if (frames < m_beginAt)
        return;
    if (m_phase == Phase::Waiting)
        beginCopy();
    else if (m_phase == Phase::Copied)
        copyRest();
}

void Checkpointer::beginCopy()
{
    const std::lock_guard lock(m_waking);
    m_phase = Phase::Copying;
    m_wake.notify_one();
}

/// With the next commit the log begins anew, unless somebody reads what is in it: then all is tried again a little
/// later.
void Checkpointer::copyRest()
{
    if (const Status copied = copy(m_writer, SQLITE_CHECKPOINT_PASSIVE); !copied.ok())
        qCWarning(lcStore).nospace() << "log not copied path=" << m_writer.path() << " error=" << copied.error().detail;
    m_beginAt = m_frames + m_logFrames / 4;
    m_phase = Phase::Waiting;
}

/// Without a connection of its own all is left to the writer, who also tells what stands in the way.
void Checkpointer::run()
{
    nameThisThread("checkpoint");
    const Status opened = openOwn();
    while (waitForWork()) {
        for (int pass = 0; pass < passes && opened.ok(); ++pass)
            (void)copy(m_own, SQLITE_CHECKPOINT_PASSIVE);
        m_phase = Phase::Copied;
    }
    m_own.close();
}

/// False when it is time to end.
bool Checkpointer::waitForWork()
{
    std::unique_lock lock(m_waking);
    m_wake.wait(lock, [this] { return m_isEnding || m_phase == Phase::Copying; });
    return !m_isEnding;
}

/// The statement that reads makes SQLite open the log.
Status Checkpointer::openOwn()
{
    if (const Status opened = m_own.open(m_writer.path(), SqliteConnection::Mode::ReadWrite, Millis(0)); !opened.ok())
        return opened;
    return m_own.execute("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA wal_autocheckpoint = 0; "
                         "PRAGMA user_version");
}

/// Brings the log to the disk and copies what nobody reads an older state of. SQLite brings the database file to the
/// disk only when the log is copied whole; here that is done at once, so that the writer's sync finds little left.
Status Checkpointer::copy(SqliteConnection &connection, int mode)
{
    const std::lock_guard lock(m_copying);
    sqlite3_file *const database = databaseFile(connection);
    int frames = 0;
    int copied = 0;
    int code = m_isSuspect ? writeAnew(database) : SQLITE_OK;
    if (code == SQLITE_OK)
        code = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, &frames, &copied);
    if (code == SQLITE_OK && copied < frames)
        code = syncFile(database);
    if (code == SQLITE_OK)
        return Done{};
    m_isSuspect |= (code & 0xff) == SQLITE_IOERR;
    return sqliteError(code, QString::fromUtf8(sqlite3_errstr(code)), connection.path());
}

/// The system may drop what it could not write and call the next sync a success; SQLite would not copy again what it
/// copied before that. So the whole file is written as it is to be read, while the log still has all of it, too.
int Checkpointer::writeAnew(sqlite3_file *database)
{
    const sqlite3_io_methods &methods = *database->pMethods;
    sqlite3_int64 size = 0;
    int code = methods.xFileSize(database, &size);
    std::vector<char> part(partBytes);
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += partBytes) {
        const int count = static_cast<int>(std::min<sqlite3_int64>(partBytes, size - at));
        code = methods.xRead(database, part.data(), count, at);
        if (code == SQLITE_OK)
            code = methods.xWrite(database, part.data(), count, at);
    }
    if (code == SQLITE_OK)
        code = syncFile(database);
    m_isSuspect = code != SQLITE_OK;
    return code;
}

} // namespace core::store
