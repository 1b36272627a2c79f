// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace core::store {

/// An advisory lock of the operating system on a file of its own: it ends with the process, however that ends, and a
/// reused process id cannot be taken for the owner. The file holds the owner's process id for people and is never
/// deleted.
class FileLock final
{
public:
    FileLock() = default;
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Does not wait. Conflict, with the process id as the whole detail where it is known: somebody has it, in this
    /// process or another. Unavailable: the file cannot be made.
    Status take(const QString &path);
    void release();

private:
    int m_descriptor = -1;
};

} // namespace core::store
