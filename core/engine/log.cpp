// SPDX-License-Identifier: Apache-2.0
#include "core/engine/log.h"

Q_LOGGING_CATEGORY(lcEngine, "core.engine", QtInfoMsg)
