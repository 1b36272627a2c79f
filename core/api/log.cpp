// SPDX-License-Identifier: Apache-2.0
#include "core/api/log.h"

Q_LOGGING_CATEGORY(lcApi, "core.api", QtInfoMsg)
