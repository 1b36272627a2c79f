// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// A piece of filter text: a term (key, operator, value) or a free text (value alone).
struct FilterToken
{
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype valueStart = 0; ///< where the value begins, or would; with its quote
    QString key; ///< lower case; empty for free text
    QString op; ///< ":", "~", "=", "<", "<=", ">", ">="; empty for free text
    QString value; ///< without its quotes
    bool quoted = false;
    bool unclosed = false; ///< a quote began and did not end
};

/// Cuts the text at blanks outside of quotes. A word is a term if it begins with letters and an operator, except "://".
/// Pure; never fails.
QList<FilterToken> filterTokens(const QString &text);

} // namespace ui
