// SPDX-License-Identifier: Apache-2.0
#include "tests/support/smalldisk.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace test {

SmallDisk::SmallDisk(int mebibytes)
{
#ifdef Q_OS_LINUX
    const QByteArray size = "size=" + QByteArray::number(mebibytes) + 'm';
    m_isMounted = mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", 0, size.constData()) == 0;
#else
    Q_UNUSED(mebibytes)
#endif
}

SmallDisk::~SmallDisk()
{
#ifdef Q_OS_LINUX
    if (m_isMounted)
        umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
#endif
}

bool SmallDisk::fill()
{
    QFile filler(fillerPath());
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray block(4096, 'f');
    while (filler.write(block) == block.size()) { }
    return true;
}

void SmallDisk::makeRoom()
{
    QFile::remove(fillerPath());
}

} // namespace test
