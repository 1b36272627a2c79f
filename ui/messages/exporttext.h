// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"

namespace ui {

enum class ExportFormat { Csv, Json };

// Messages of the list as text for other programs. Pure. Times are RFC 3339 in UTC, whatever the screen shows.

/// RFC 4180, CRLF, a header line. A cell that a spreadsheet would take for a formula gets a quote before it.
QByteArray csvHeader();
QByteArray csvRow(const core::store::Summary &summary);

/// One object; the payload of the first step as the text that it is, cut as in the list.
QByteArray jsonRow(const core::store::Summary &summary);

} // namespace ui
