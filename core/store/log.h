// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// Paths, gids, counts and error classes; never a payload or a value of a URL.
Q_DECLARE_LOGGING_CATEGORY(lcStore)
