// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alerts.h"

namespace ui {

/// What an alert is called and says, for the list, the desktop and the webhook. Pure.
Alerts::Words alertWords(const Alert &alert);

} // namespace ui
