// SPDX-License-Identifier: Apache-2.0
#include "failingdisk.h"

#include <QSet>

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <mutex>

namespace tests {

namespace {

/// The functions of a kind of file, two of them changed. A file points at the first member.
struct Methods
{
    sqlite3_io_methods changed;
    const sqlite3_io_methods *real = nullptr;
    bool isDatabase = false;
};

/// Which blocks of the databases are not on the disk, as far as anybody was told.
class Blocks
{
public:
    void written(sqlite3_int64 at, int count)
    {
        const std::lock_guard lock(m_mutex);
        for (sqlite3_int64 block = at / bytes; block * bytes < at + count; ++block) {
            m_unsynced.insert(block);
            m_lost.remove(block);
        }
    }

    void synced(bool isGood)
    {
        const std::lock_guard lock(m_mutex);
        if (!isGood)
            m_lost.unite(m_unsynced);
        m_unsynced.clear();
    }

    qsizetype lost() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lost.size();
    }

private:
    static constexpr int bytes = 4096;

    mutable std::mutex m_mutex;
    QSet<sqlite3_int64> m_unsynced;
    QSet<sqlite3_int64> m_lost;
};

sqlite3_vfs *realDisk = nullptr;
sqlite3_vfs failingDisk;
std::array<Methods, 4> kinds; ///< the real disk has one kind for databases and one for logs
std::mutex kindsMutex;
std::atomic<int> writeCode{0};
std::atomic<int> syncCode{0};
std::atomic<int> databaseSyncCode{0};
Blocks blocks;
std::atomic<int> writeCount{0};

const Methods &methods(sqlite3_file *file)
{
    return *reinterpret_cast<const Methods *>(file->pMethods);
}

int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    ++writeCount;
    if (writeCode)
        return writeCode;
    if (methods(file).isDatabase)
        blocks.written(offset, size);
    return methods(file).real->xWrite(file, data, size, offset);
}

int sync(sqlite3_file *file, int flags)
{
    const bool isDatabase = methods(file).isDatabase;
    const int code = isDatabase && databaseSyncCode ? databaseSyncCode : syncCode;
    if (isDatabase)
        blocks.synced(code == SQLITE_OK);
    return code == SQLITE_OK ? methods(file).real->xSync(file, flags) : code;
}

/// Nothing when there are more kinds than expected.
const sqlite3_io_methods *changed(const sqlite3_io_methods *real, bool isDatabase)
{
    const std::lock_guard lock(kindsMutex);
    for (Methods &kind : kinds) {
        if (!kind.real) {
            kind = {*real, real, isDatabase};
            kind.changed.xWrite = &write;
            kind.changed.xSync = &sync;
        }
        if (kind.real == real && kind.isDatabase == isDatabase)
            return &kind.changed;
    }
    return nullptr;
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = realDisk->xOpen(realDisk, name, file, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    file->pMethods = changed(file->pMethods, flags & SQLITE_OPEN_MAIN_DB);
    return file->pMethods ? SQLITE_OK : SQLITE_CANTOPEN;
}

} // namespace

void FailingDisk::install()
{
    realDisk = sqlite3_vfs_find(nullptr);
    failingDisk = *realDisk;
    failingDisk.zName = "failing";
    failingDisk.xOpen = &open;
    sqlite3_vfs_register(&failingDisk, 1);
}

void FailingDisk::failWrites(int code)
{
    writeCode = code;
}

void FailingDisk::failSyncs(int code)
{
    syncCode = code;
}

void FailingDisk::failDatabaseSyncs(int code)
{
    databaseSyncCode = code;
}

qsizetype FailingDisk::lostBlocks()
{
    return blocks.lost();
}

int FailingDisk::writes()
{
    return writeCount;
}

} // namespace tests
