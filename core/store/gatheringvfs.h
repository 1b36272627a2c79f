// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace core::store {

/// The name of an SQLite VFS that is the system's own but for one thing: what a commit appends to FILE-wal is written
/// by one call, where SQLite makes two for each page. A commit of five pages then takes a quarter of the time. Nothing
/// waits longer than until SQLite has handed over the last page of its commit, and an error of the write is that
/// page's. Any thread; the first call registers it.
const char *gatheringVfs();

} // namespace core::store
