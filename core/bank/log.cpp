// SPDX-License-Identifier: Apache-2.0
#include "core/bank/log.h"

Q_LOGGING_CATEGORY(lcBank, "core.bank", QtInfoMsg)
