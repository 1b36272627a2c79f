// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QStringView>

class QPainter;

namespace theme {

// Digits of equal width for fonts whose "1" is narrower than their "0" (Qt 6.4 knows no font features): each digit is
// centred in the advance of "0", all else keeps its own.

/// The width that drawDigits() needs for text.
double digitsWidth(const QFontMetricsF &metrics, QStringView text);

/// Draws one line with the painter's font and pen. Text that is too wide is elided at its right end. Gives the width
/// that was drawn. What was drawn before on a screen or picture is not shaped again. UI thread.
double drawDigits(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

} // namespace theme
