// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace test {

/// What of a window cannot be read or reached because it has too little room: a sentence for each.
/// Text that is elided and shown whole by a tooltip is none of it.
QStringList clippedIn(const QWidget &top);

} // namespace test
