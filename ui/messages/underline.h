// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/filterparser.h"

class QColor;
class QLineEdit;

namespace ui {

/// Draws a wave under the parts of the text that could not be understood; no problems take it away.
void underline(QLineEdit &edit, const QList<FilterProblem> &problems, const QColor &color);

} // namespace ui
