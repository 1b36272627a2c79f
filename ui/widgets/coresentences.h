// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace widgets {

/// The English sentences of core, and of the session below the pages, that can reach a screen: source texts of the
/// translation context "CoreWords".
QList<const char *> coreSentences();

/// Which places of such a sentence hold an amount of money: all others hold names, ids and counts, whatever they look
/// like.
QList<int> amountPlaces(const char *sentence);

} // namespace widgets
