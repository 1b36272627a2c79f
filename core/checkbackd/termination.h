// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>

#include <functional>

class QObject;

namespace core::checkbackd {

/// Calls onTermination on the main thread, once, when the system asks the process to end (SIGTERM, SIGINT). A second
/// such signal ends it at once. Called once a process; parent lives on the main thread.
void watchTermination(QObject *parent, std::function<void()> onTermination);

/// Prints "listening on HOST:PORT" and runs the event loop until the process is asked to end.
void waitForTermination(const QHostAddress &address, quint16 port);

} // namespace core::checkbackd
