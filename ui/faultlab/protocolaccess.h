// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// Makes every ProtocolDiagram known to assistive technology as a list of its points, each named by its sentence. May
/// be called more than once; UI thread.
void installProtocolAccess();

} // namespace ui
