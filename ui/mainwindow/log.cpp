// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/log.h"

Q_LOGGING_CATEGORY(lcMainWindow, "ui.mainwindow")
