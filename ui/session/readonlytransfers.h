// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"
#include "ui/session/session.h"

namespace ui {

/// Whether no transfer is sent from here, whatever engine and banks do: the console was opened read-only, or the most
/// careful of the connections that a transfer goes by is. UI thread.
inline bool areTransfersReadOnly(const Session &session)
{
    return session.startedReadOnly() || session.transferConnection().safety == Connection::Safety::ReadOnly;
}

} // namespace ui
