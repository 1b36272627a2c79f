// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hoverbox.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace widgets {
namespace {

constexpr int padding = 10;
constexpr int swatch = 9;
constexpr int gap = 6;
constexpr int columnGap = 24;
constexpr int edge = 5; // above the first and below the last row

QFont boldFont(const theme::Theme &theme)
{
    QFont font = theme.font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    return font;
}

double rowHeight(const QFontMetricsF &metrics)
{
    return qMax(17.0, metrics.height() + 3);
}

void paintRow(QPainter &painter, const QRectF &line, const HoverBox::Row &row, const theme::Theme &theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.color);
    painter.drawRoundedRect(QRectF(line.left(), line.center().y() - swatch / 2.0, swatch, swatch), 2, 2);
    painter.setPen(theme.tokens().text);
    painter.setFont(theme.font(theme::TextSize::Hint));
    painter.drawText(line.adjusted(swatch + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
    painter.setFont(boldFont(theme));
    theme::drawDigits(painter, line, Qt::AlignRight, row.value);
}

} // namespace

QSizeF HoverBox::size(const theme::Theme &theme) const
{
    const QFontMetricsF metrics(boldFont(theme));
    double names = 0;
    double values = 0;
    for (const Row &row : rows) {
        names = qMax(names, metrics.horizontalAdvance(row.name));
        values = qMax(values, theme::digitsWidth(metrics, row.value));
    }
    const double width = swatch + gap + names + columnGap + values;
    return {qMax(width, theme::digitsWidth(metrics, title)) + 2 * padding,
            rowHeight(metrics) * double(rows.size() + 1) + 2 * edge};
}

void HoverBox::paint(QPainter &painter, const QPointF &topLeft, const theme::Theme &theme) const
{
    const QRectF box(QPointF(topLeft.toPoint()) + QPointF(0.5, 0.5), size(theme).toSize());
    painter.setPen(theme.tokens().edge);
    painter.setBrush(theme.tokens().raised);
    painter.drawRoundedRect(box, 4, 4);

    QRectF line = box.adjusted(padding, edge, -padding, 0);
    painter.setFont(boldFont(theme));
    line.setHeight(rowHeight(QFontMetricsF(painter.font())));
    painter.setPen(theme.tokens().text);
    theme::drawDigits(painter, line, Qt::AlignLeft, title);
    for (const Row &row : rows) {
        line.translate(0, line.height());
        paintRow(painter, line, row, theme);
    }
}

} // namespace widgets
