// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace widgets {

/// What core says in English (Error::detail, Health::detail, an attempt's error) in the language of the moment, a
/// sentence within a sentence too, and its amounts as the screen writes them. What it quotes of others stays as it is:
/// a path, a database's own words, a number. A sentence that is not known stays English. Pure.
QString coreWords(const QString &sentence);

/// The same where only this end of it is core's, behind the line of somebody's file. Empty: all of it is. Pure.
QString coreWordsAtEnd(const QString &sentence, const QString &end);

} // namespace widgets
