// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

namespace core::store {

/// Makes the commits of an open SQLite store durable: brings FILE-wal, where they stand, to the disk. Its own
/// descriptor reaches the same file that SQLite writes, and what is synced is the file.
class WalSync final : public Durability
{
public:
    explicit WalSync(const QString &databasePath);
    ~WalSync() override;
    WalSync(const WalSync &) = delete;
    WalSync &operator=(const WalSync &) = delete;

    Status sync() override;

private:
    const QString m_path;
    int m_descriptor = -1;
};

} // namespace core::store
