// SPDX-License-Identifier: Apache-2.0
#include "core/store/filelock.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::store {

namespace {

QString processIdIn(int descriptor)
{
    std::array<char, 32> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    return size > 0 ? QString::fromLatin1(text.data(), size).trimmed() : QString();
}

/// For people only, so a failure is of no consequence.
void writeProcessId(int descriptor)
{
    const QByteArray text = QByteArray::number(static_cast<qint64>(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(!::pwrite(descriptor, text.data(), static_cast<size_t>(text.size()), 0));
}

} // namespace

FileLock::~FileLock()
{
    release();
}

Status FileLock::take(const QString &path)
{
    release();
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return Error::unavailable(
            QStringLiteral("the lock file %1 cannot be made (%2): give this user the right to write its folder")
                .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const QString owner = processIdIn(descriptor);
        ::close(descriptor);
        return Error::conflict(owner);
    }
    writeProcessId(descriptor);
    m_descriptor = descriptor;
    return Done{};
}

void FileLock::release()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace core::store
