// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace core {

/// Lets this process have up to 65,536 files and connections open, as far as the system allows it, and has the system
/// make room for the first `count` of them now (the default serves a busy coordinator). Linux doubles its table when it
/// is full, and while a process has threads whoever opened the file too many waits for about 10 ms each time
/// (`synchronize_rcu()` in fs/file.c): in the middle of a burst of connections, that is. So call it before the first
/// thread starts.
void makeRoomForDescriptors(int count = 4'096);

} // namespace core
