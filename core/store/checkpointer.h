// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqliteconnection.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3_file;

namespace core::store {

/// Copies what a connection commits from FILE-wal into the database file, on a thread of its own ("checkpoint"), so
/// that no commit waits for it. A log that is written all the time is never whole there, and it begins anew only when
/// it is (https://www.sqlite.org/wal.html, "Avoiding Excessively Large WAL Files"): the little that was committed
/// during the copy falls to the writer, after one of its commits.
/// Made, used and destroyed on the thread of the writer, which it must not outlive.
class Checkpointer final
{
public:
    /// From here on the writer's own checkpoints end. logFrames: of this many pages in the log a copy begins.
    Checkpointer(SqliteConnection &writer, int logFrames);
    /// Waits for a copy under way.
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    /// Copies the whole log at once, so that it begins anew with the next commit; waits as long as the writer's busy
    /// timeout for who reads an older state.
    Status copyAll();

private:
    enum class Phase { Waiting, Copying, Copied };

    void committed(int frames);
    void beginCopy();
    void copyRest();
    void run();
    bool waitForWork();
    Status openOwn();
    Status copy(SqliteConnection &connection, int mode);
    int writeAnew(sqlite3_file *database);

    SqliteConnection &m_writer;
    const int m_logFrames;
    int m_frames = 0; ///< in the log after the latest commit
    int m_beginAt; ///< so many frames
    SqliteConnection m_own; ///< of the copying thread
    std::mutex m_copying; ///< one copies at a time
    bool m_isSuspect = false; ///< of the database file: a sync failed, and not all was written again since
    std::mutex m_waking;
    std::condition_variable m_wake;
    std::atomic<Phase> m_phase = Phase::Waiting;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace core::store
