// SPDX-License-Identifier: Apache-2.0
#include "failingdisk.h"

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
};

sqlite3_vfs *realDisk = nullptr;
sqlite3_vfs failingDisk;
std::array<Methods, 4> kinds; ///< the real disk has one kind for databases and one for logs
std::mutex kindsMutex;
std::atomic<int> writeCode{0};
std::atomic<int> syncCode{0};
std::atomic<int> writeCount{0};

const sqlite3_io_methods *realMethods(sqlite3_file *file)
{
    return reinterpret_cast<const Methods *>(file->pMethods)->real;
}

int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    ++writeCount;
    return writeCode ? writeCode.load() : realMethods(file)->xWrite(file, data, size, offset);
}

int sync(sqlite3_file *file, int flags)
{
    return syncCode ? syncCode.load() : realMethods(file)->xSync(file, flags);
}

/// Nothing when there are more kinds than expected.
const sqlite3_io_methods *changed(const sqlite3_io_methods *real)
{
    const std::lock_guard lock(kindsMutex);
    for (Methods &kind : kinds) {
        if (!kind.real) {
            kind = {*real, real};
            kind.changed.xWrite = &write;
            kind.changed.xSync = &sync;
        }
        if (kind.real == real)
            return &kind.changed;
    }
    return nullptr;
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = realDisk->xOpen(realDisk, name, file, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    file->pMethods = changed(file->pMethods);
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

int FailingDisk::writes()
{
    return writeCount;
}

} // namespace tests
