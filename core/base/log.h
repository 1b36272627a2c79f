// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// One logging category a folder; one event a line, facts as key=value; never a payload, a header value or a password.
Q_DECLARE_LOGGING_CATEGORY(lcBase)
