// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace tests {

/// A disk that fails on command, for every SQLite file that is opened after install(). Calls go through to the real one
/// while nothing is set.
class FailingDisk
{
public:
    static void install();
    /// The SQLite result code that every write, or every sync, ends with from now on; 0: as usual.
    static void failWrites(int code);
    static void failSyncs(int code);
    /// The same for the syncs of databases alone, not of their logs.
    static void failDatabaseSyncs(int code);
    /// How many blocks of databases a sync that failed may have dropped, and nobody has written again since.
    static qsizetype lostBlocks();
    /// How many writes were asked for so far.
    static int writes();
};

} // namespace tests
