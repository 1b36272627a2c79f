// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

class Session;

/// The statements that the page of a bank was read with, of its peer too where it has one, with a comment on each: a
/// text that can be run as it is. userId: whose barrier rows are shown, 0 for everybody's.
QString figuresSql(Session &session, int bank, int userId);

} // namespace ui
