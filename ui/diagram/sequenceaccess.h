// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace diagram {

/// Makes every SequenceView known to assistive technology as a list whose items are its steps, each named by its
/// sentence. May be called more than once; UI thread.
void installSequenceAccess();

} // namespace diagram
