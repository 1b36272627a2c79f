// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// The name of who runs this program, as the record of activities has it. By the user's id, which cannot be
/// talked away by the environment.
QString systemUser();

} // namespace ui
