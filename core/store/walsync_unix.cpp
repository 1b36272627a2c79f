// SPDX-License-Identifier: Apache-2.0
#include "core/store/walsync.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace core::store {

namespace {

/// The least that brings a file's bytes, and the length needed to read them, to the disk.
int syncFile(int descriptor)
{
#ifdef __APPLE__
    return ::fcntl(descriptor, F_FULLFSYNC); // fsync alone does not reach the disk there
#else
    return ::fdatasync(descriptor);
#endif
}

} // namespace

WalSync::WalSync(const QString &databasePath)
    : m_path(databasePath + QStringLiteral("-wal"))
    , m_descriptor(::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CLOEXEC))
{
    const QByteArray folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
    const int opened = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0)
        return;
    ::fsync(opened); // the file's name outlives a power loss
    ::close(opened);
}

WalSync::~WalSync()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Status WalSync::sync()
{
    int code = -1;
    do {
        code = syncFile(m_descriptor);
    } while (code != 0 && errno == EINTR);
    if (code == 0)
        return Done{};
    return Error::unavailable(
        QStringLiteral("the disk did not take what was written to %1: %2").arg(m_path, qt_error_string(errno)));
}

} // namespace core::store
