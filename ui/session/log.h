// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// One event a line, facts as key=value; never a payload, a header value or a password.
Q_DECLARE_LOGGING_CATEGORY(lcSession)
