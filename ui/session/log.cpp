// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/log.h"

Q_LOGGING_CATEGORY(lcSession, "ui.session")
