// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QStringList>

#include <functional>
#include <memory>

class QPainter;

namespace theme {

/// Picks a colour from the tokens in force: &Tokens::muted, or a lambda for a colour inside a group.
using ColorOf = std::function<QColor(const Tokens &)>;

/// The names of all icons, each a file :/icons/NAME.svg on a grid of 24 units, drawn in currentColor.
QStringList iconNames();

/// The width of a stroke in grid units for an icon of this size in pixels, so that all sizes look alike in weight.
double iconStroke(double size);

/// The icon as a picture of size × size device-independent pixels. An unknown name gives an empty picture and a
/// warning.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio);

/// Paints the icon centred in rect, as large as its shorter side. For delegates and painted widgets.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

/// An icon that reads its colour from *tokens each time it is painted, so it follows a change of theme by itself.
QIcon makeIcon(const QString &name, std::shared_ptr<const Tokens> tokens, ColorOf color);

} // namespace theme
