// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/databaseurl.h"
#include "tests/ui/bench/benchreport.h"
#include "tests/ui/bench/uiwatch.h"

#include <memory>

class QTemporaryDir;

namespace test {
class MariaDbServer;
}

namespace bench {

/// Two banks whose journals and barrier tables hold the transfers behind bench::fill()'s messages, one row each.
struct FilledBanks
{
    core::bank::DatabaseUrl sender;
    core::bank::DatabaseUrl receiver;
    QString password; ///< of who may write
    QString readerName; ///< of who may only read; empty: there are no users
    QString readerPassword;
};

/// Both in files. Ends the program, with the reason, when they cannot be made; as the next.
FilledBanks fillSqliteBanks(const QTemporaryDir &folder, qint64 transfers);
FilledBanks fillMariaDbBanks(test::MariaDbServer &server, qint64 transfers);

/// Has the page Proof check these banks against a full store, and tells what a check takes: by the clock, of the
/// screen's thread, of whoever writes to the banks meanwhile, and of memory.
class ProofBench final
{
public:
    ProofBench(WatchedApplication &application, BenchReport &report) : m_application(application), m_report(report) { }

    /// storePath: an SQLite store that bench::fill() filled. rounds: checks that are made.
    void run(const QByteArray &moment, const QString &storePath, const FilledBanks &banks, int rounds);

private:
    WatchedApplication &m_application;
    BenchReport &m_report;
};

} // namespace bench
