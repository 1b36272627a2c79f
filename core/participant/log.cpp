// SPDX-License-Identifier: Apache-2.0
#include "core/participant/log.h"

Q_LOGGING_CATEGORY(lcParticipant, "core.participant", QtInfoMsg)
