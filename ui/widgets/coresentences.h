// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace widgets {

/// The English sentences of core, and of the session below the pages, that can reach a screen: source texts of the
/// translation context "CoreWords".
QList<const char *> coreSentences();

} // namespace widgets
