// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

class QWidget;

namespace theme {
class Theme;
}

namespace ui {

class Session;

/// Asks the user for the password of a connection and keeps it as the connection wishes (PasswordDesk::keep()). False:
/// the user gave none. Returns when the dialog is closed.
bool requestPassword(Session &session, const theme::Theme &theme, const Connection &connection, QWidget *parent);
/// As above for the connection of this id; one that is gone is asked for nothing.
bool requestPassword(Session &session, const theme::Theme &theme, const QString &connectionId, QWidget *parent);

} // namespace ui
