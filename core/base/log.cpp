// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

Q_LOGGING_CATEGORY(lcBase, "core.base", QtInfoMsg)
