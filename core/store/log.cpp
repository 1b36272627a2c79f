// SPDX-License-Identifier: Apache-2.0
#include "core/store/log.h"

Q_LOGGING_CATEGORY(lcStore, "core.store", QtInfoMsg)
