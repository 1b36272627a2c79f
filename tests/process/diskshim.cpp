// SPDX-License-Identifier: Apache-2.0
// Preloaded into a real checkbackd: a disk that remembers what was really synced, that fails, or that lies.
//   DISKSHIM_IMAGE=FOLDER    after each sync the file stands there as a power loss at that moment would leave it
//   DISKSHIM_FAILS=FILE      while FILE exists, a sync fails with EIO
//   DISKSHIM_LIES=FILE       while FILE exists, a sync says yes and does nothing
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace {

using Sync = int (*)(int);

bool isThere(const char *variable)
{
    const char *path = std::getenv(variable);
    return path && ::access(path, F_OK) == 0;
}

/// The path of an open descriptor; empty when it is no regular file.
bool pathOf(int descriptor, char (&path)[PATH_MAX])
{
    struct stat status
    { };
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return true;
}

/// Reads through the descriptor itself: to open and close the file again would let go of SQLite's locks on it.
bool copyBytes(int from, off_t size, const char *to)
{
    const int copy = ::open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (copy < 0)
        return false;
    static thread_local char buffer[1 << 16];
    off_t at = 0;
    while (at < size) {
        const size_t want = size - at < off_t(sizeof buffer) ? size_t(size - at) : sizeof buffer;
        const ssize_t got = ::pread(from, buffer, want, at);
        if (got <= 0 || ::write(copy, buffer, size_t(got)) != got)
            break;
        at += got;
    }
    ::close(copy);
    return at == size;
}

/// In place at once or not at all: the process may be killed here.
void keepImage(int descriptor, off_t size)
{
    static std::atomic<int> count{0};
    const char *folder = std::getenv("DISKSHIM_IMAGE");
    char path[PATH_MAX];
    if (!folder || !pathOf(descriptor, path))
        return;
    const char *name = std::strrchr(path, '/') + 1;
    char fresh[PATH_MAX];
    char kept[PATH_MAX];
    std::snprintf(fresh, sizeof fresh, "%s/.%d", folder, ++count);
    std::snprintf(kept, sizeof kept, "%s/%s", folder, name);
    if (copyBytes(descriptor, size, fresh))
        std::rename(fresh, kept);
}

/// One sync after the other, so that an image never takes the place of a later one.
int syncedFor(const char *real, int descriptor)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (isThere("DISKSHIM_LIES"))
        return 0;
    if (isThere("DISKSHIM_FAILS")) {
        errno = EIO;
        return -1;
    }
    struct stat before
    { };
    ::fstat(descriptor, &before); // what is written while the disk is at work need not be there
    const int code = reinterpret_cast<Sync>(::dlsym(RTLD_NEXT, real))(descriptor);
    if (code == 0)
        keepImage(descriptor, before.st_size);
    return code;
}

} // namespace

extern "C" int fdatasync(int descriptor)
{
    return syncedFor("fdatasync", descriptor);
}

extern "C" int fsync(int descriptor)
{
    return syncedFor("fsync", descriptor);
}
