// SPDX-License-Identifier: Apache-2.0
#include "core/http/log.h"

Q_LOGGING_CATEGORY(lcHttp, "core.http", QtInfoMsg)
