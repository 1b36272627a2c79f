// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

struct FilterToken;

/// The word of the list that was probably meant: it begins alike, or at most two letters are wrong. Else empty. Pure.
QString nearestWord(const QString &typed, const QStringList &words);

/// The text in quotes that the filter reads back as the same text; bare where it needs none.
QString filterValue(const QString &text);
QString filterQuoted(const QString &text);

/// The term as it would be with its value in closed quotes.
QString quotedTerm(const FilterToken &token);

} // namespace ui
