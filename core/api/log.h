// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// Routes, gids, status; never a payload, a header value or a URL.
Q_DECLARE_LOGGING_CATEGORY(lcApi)
