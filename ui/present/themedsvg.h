// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QPainter;
class QSizeF;

namespace ui {

/// Draws into an SVG of this size. The text of a document, with its XML declaration.
QByteArray drawnSvg(const QSizeF &size, const std::function<void(QPainter &)> &draw);

/// Such a document as an element of an HTML page: without declaration and size in millimetres, with a name for screen
/// readers, and with variables of style in place of the colours of these tokens. Pure.
QString inlineSvg(const QByteArray &document, const QString &name, const theme::Tokens &tokens);

/// The variables that inlineSvg() names, for a style sheet: "--text:#1a1f29;…". Pure.
QString colorVariables(const theme::Tokens &tokens);

} // namespace ui
