// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace core::faults {

/// To be called before the start: where the system can do it, the process dies with the thread that starts it, so that
/// nothing outlives a program that was killed.
void tieToThisThread(QProcess &process);

/// Lets a process stand still where it is, and lets it go on; it stands when freeze() returns. Its clocks go on
/// meanwhile. Where the system cannot do it, nothing happens.
void freeze(QProcess &process);
void thaw(QProcess &process);

/// What a database server that is started by root needs, so that it runs as root; else nothing.
QStringList serverUserArguments();

} // namespace core::faults
