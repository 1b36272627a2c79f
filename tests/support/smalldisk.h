// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

namespace test {

/// A file system of a given size, in memory, that a test can fill up. Needs the right to mount; gone with the object.
class SmallDisk final
{
public:
    explicit SmallDisk(int mebibytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_folder.path(); }
    /// Takes all the space that is left.
    bool fill();
    /// Gives back what fill() took.
    void makeRoom();

private:
    QString fillerPath() const { return m_folder.filePath(QStringLiteral("filler")); }

    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

} // namespace test
