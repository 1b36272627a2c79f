// SPDX-License-Identifier: Apache-2.0
#include "core/store/gatheringvfs.h"

#include <QByteArray>

#include <sqlite3.h>

#include <cstring>
#include <memory>

namespace core::store {

namespace {

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log: a frame is a header and a page; bytes 4 to 7 of the
// header are 0 but in the last frame of a commit.
constexpr int frameHeaderBytes = 24;
constexpr int commitMarkAt = 4;
constexpr int commitMarkBytes = 4;
constexpr qsizetype gatheredMax = 120 * 1024; ///< SQLite's VFS for Unix writes less than 128 KiB at once

/// FILE-wal. Holds back what is appended until the commit is complete.
class LogFile
{
public:
    /// file: the system's, open.
    explicit LogFile(sqlite3_file *file) : m_file(file) { m_gathered.reserve(gatheredMax); }

    sqlite3_file *file() const { return m_file; }
    const sqlite3_io_methods &system() const { return *m_file->pMethods; }

    int write(const char *bytes, int count, sqlite3_int64 at)
    {
        const bool isHeader = count == frameHeaderBytes;
        if (isHeader)
            m_isLastFrame = std::memcmp(bytes + commitMarkAt, "\0\0\0\0", commitMarkBytes) != 0;
        const int code = at == m_end ? append(bytes, count) : writeElsewhere(bytes, count, at);
        if (code != SQLITE_OK || isHeader || !m_isLastFrame)
            return code;
        return flush();
    }

    /// Before anything but an append. What was not written is gone after an error, as SQLite expects it.
    int flush()
    {
        if (m_gathered.isEmpty())
            return SQLITE_OK;
        const auto count = static_cast<int>(m_gathered.size());
        const int code = system().xWrite(m_file, m_gathered.constData(), count, m_end - count);
        m_gathered.resize(0);
        if (code != SQLITE_OK)
            m_end = nowhere;
        return code;
    }

private:
    static constexpr sqlite3_int64 nowhere = -1;

    int append(const char *bytes, int count)
    {
        if (m_gathered.size() + count > gatheredMax) {
            if (const int code = flush(); code != SQLITE_OK)
                return code;
        }
        m_gathered.append(bytes, count);
        m_end += count;
        return SQLITE_OK;
    }

    /// The log begins anew, or a frame of this transaction is put right.
    int writeElsewhere(const char *bytes, int count, sqlite3_int64 at)
    {
        if (const int code = flush(); code != SQLITE_OK)
            return code;
        const int code = system().xWrite(m_file, bytes, count, at);
        m_end = code == SQLITE_OK ? at + count : nowhere;
        return code;
    }

    sqlite3_file *const m_file;
    QByteArray m_gathered;
    sqlite3_int64 m_end = nowhere; ///< behind what was written and gathered last
    bool m_isLastFrame = false; ///< of a commit
};

/// What SQLite has in its hands; the system's file stands behind it.
struct LogHandle
{
    sqlite3_file base;
    LogFile *log;
};
static_assert(alignof(LogHandle) == alignof(sqlite3_file));

LogFile &logOf(sqlite3_file *file)
{
    return *reinterpret_cast<LogHandle *>(file)->log;
}

/// Calls the system's function of this name once what was gathered is written. Where it cannot be, frames are missing
/// that SQLite takes for written: an I/O error makes it undo the whole transaction, a full disk might undo but one
/// statement (https://www.sqlite.org/lang_transaction.html, "Response to errors within a transaction").
template<auto Function, typename... Arguments> int afterFlush(sqlite3_file *file, Arguments... arguments)
{
    LogFile &log = logOf(file);
    if (log.flush() != SQLITE_OK)
        return SQLITE_IOERR_WRITE;
    return (log.system().*Function)(log.file(), arguments...);
}

template<auto Function, typename... Arguments> int handOn(sqlite3_file *file, Arguments... arguments)
{
    LogFile &log = logOf(file);
    return (log.system().*Function)(log.file(), arguments...);
}

/// Frames of a transaction that was not committed may be left: nobody reads them.
int closeLog(sqlite3_file *file)
{
    const std::unique_ptr<LogFile> log(&logOf(file));
    return log->system().xClose(log->file());
}

int writeLog(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    return logOf(file).write(static_cast<const char *>(bytes), count, at);
}

using Methods = sqlite3_io_methods;

const Methods logMethods{
    .iVersion = 1, // shared memory and mapping are the database file's
    .xClose = &closeLog,
    .xRead = &afterFlush<&Methods::xRead, void *, int, sqlite3_int64>,
    .xWrite = &writeLog,
    .xTruncate = &afterFlush<&Methods::xTruncate, sqlite3_int64>,
    .xSync = &afterFlush<&Methods::xSync, int>,
    .xFileSize = &afterFlush<&Methods::xFileSize, sqlite3_int64 *>,
    .xLock = &handOn<&Methods::xLock, int>,
    .xUnlock = &handOn<&Methods::xUnlock, int>,
    .xCheckReservedLock = &handOn<&Methods::xCheckReservedLock, int *>,
    .xFileControl = &handOn<&Methods::xFileControl, int, void *>,
    .xSectorSize = &handOn<&Methods::xSectorSize>,
    .xDeviceCharacteristics = &handOn<&Methods::xDeviceCharacteristics>,
};

sqlite3_vfs &systemVfs()
{
    static sqlite3_vfs *const found = sqlite3_vfs_find(nullptr);
    return *found;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    if (!(flags & SQLITE_OPEN_WAL))
        return systemVfs().xOpen(&systemVfs(), name, file, flags, outFlags);
    auto *const handle = reinterpret_cast<LogHandle *>(file);
    auto *const system = reinterpret_cast<sqlite3_file *>(handle + 1);
    handle->base.pMethods = nullptr;
    system->pMethods = nullptr;
    const int code = systemVfs().xOpen(&systemVfs(), name, system, flags, outFlags);
    if (code == SQLITE_OK) {
        handle->log = new LogFile(system);
        handle->base.pMethods = &logMethods;
    } else if (system->pMethods) {
        system->pMethods->xClose(system);
    }
    return code;
}

} // namespace

const char *gatheringVfs()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made = systemVfs();
        made.pNext = nullptr;
        made.szOsFile += static_cast<int>(sizeof(LogHandle));
        made.zName = "gathering";
        made.xOpen = &openFile;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? vfs.zName : systemVfs().zName;
}

} // namespace core::store
