// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractSocket>

namespace core::http {

/// Tells the peer that no more bytes will come, while its own can still be read: Qt has no half-close.
void shutdownSending(const QAbstractSocket &socket);

} // namespace core::http
