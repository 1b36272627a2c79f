// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/digits.h"
#include "ui/theme/icons.h"

#include <QPainter>

namespace widgets {
namespace {

constexpr int iconSize = 12;
constexpr int side = 7; // from the edge to the icon or the text
constexpr int gap = 5;

QFont chipFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 12 / 13);
    font.setWeight(QFont::DemiBold);
    return font;
}

int iconSpace(const Chip &chip)
{
    return chip.style.icon.isEmpty() ? 0 : iconSize + gap;
}

void paintBox(QPainter &painter, const QRectF &rect, const theme::StateStyle &style)
{
    QPen pen(style.edge, 1);
    if (style.dashed)
        pen.setDashPattern({3, 2});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace

QSize chipSize(const Chip &chip, const QFont &font)
{
    const QFontMetricsF metrics(chipFont(font));
    const double text = theme::digitsWidth(metrics, chip.text);
    return {qCeil(text) + 2 * side + iconSpace(chip), qMax(chipHeight, qCeil(metrics.height()) + 6)};
}

void paintChip(QPainter &painter, const QRectF &rect, const Chip &chip, const QFont &font)
{
    painter.save();
    paintBox(painter, rect, chip.style);
    const QRectF icon(rect.left() + side, rect.top(), iconSize, rect.height());
    if (!chip.style.icon.isEmpty())
        theme::paintIcon(painter, icon, chip.style.icon, chip.style.text);
    painter.setFont(chipFont(font));
    painter.setPen(chip.style.text);
    theme::drawDigits(painter, rect.adjusted(side + iconSpace(chip), 0, -side, 0), Qt::AlignLeft, chip.text);
    painter.restore();
}

} // namespace widgets
