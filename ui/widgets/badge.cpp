// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace widgets {

void paintBadge(QPainter &painter, const QPointF &place, const QString &text, Badge badge, const theme::Theme &theme)
{
    const theme::Tokens &tokens = theme.tokens();
    const bool armed = badge == Badge::Armed;
    const QFont font = theme.font(theme::TextSize::Hint);
    const double width = qMax(18.0, theme::digitsWidth(QFontMetricsF(font), text) + 10);
    const QRectF pill(place.x() - 9, place.y() - 9, width, 18);
    painter.setPen(armed ? tokens.armed : tokens.stalled.edge);
    painter.setBrush(armed ? tokens.armedFill : tokens.stalled.fill);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 8.5, 8.5);
    painter.setFont(font);
    painter.setPen(armed ? tokens.armedText : tokens.stalled.text);
    theme::drawDigits(painter, pill, Qt::AlignHCenter, text);
}

} // namespace widgets
