// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

class QPainter;

namespace theme {
class Theme;
}

namespace widgets {

/// What a badge is about: a person is needed, or a fault is armed.
enum class Badge { Attention, Armed };

/// Paints a small pill with a number at the corner of an icon. The place is where a single digit stands.
void paintBadge(QPainter &painter, const QPointF &place, const QString &text, Badge badge, const theme::Theme &theme);

} // namespace widgets
