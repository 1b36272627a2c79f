// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace core {

/// Names the calling thread for whoever looks at the process from outside (top, a debugger, `./dev bench`); at most 15
/// characters. For threads that Qt does not start. Does nothing where the system has no such names.
void nameThisThread(const char *name);

} // namespace core
