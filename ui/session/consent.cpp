// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/consent.h"

#include "ui/session/connections.h"

namespace ui {

QString nameToType(const Connection &connection)
{
    return connection.safety == Connection::Safety::TypeName ? Connections::labelOf(connection) : QString();
}

} // namespace ui
