// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/protocolparts.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRadialGradient>

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

constexpr double headRadius = 5;
constexpr double selectedRadius = 14.5;

QFont hintFont(const theme::Theme &theme, bool isSemibold)
{
    QFont font = theme.font(theme::TextSize::Hint);
    font.setWeight(isSemibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

void paintHalo(QPainter &painter, const theme::Theme &theme, const QPointF &center)
{
    QRadialGradient halo(center, haloRadius);
    QColor edge = theme.tokens().armed;
    edge.setAlphaF(0.45F);
    halo.setColorAt(0, edge);
    edge.setAlphaF(0);
    halo.setColorAt(1, edge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(center, haloRadius, haloRadius);
}

void paintBadgeOf(QPainter &painter, const theme::Theme &theme, const QPointF &center, const QString &text)
{
    const theme::Tokens &tokens = theme.tokens();
    painter.setFont(hintFont(theme, true));
    const QFontMetricsF metrics(painter.font());
    const QRectF box(center.x(), center.y() - metrics.height(), theme::digitsWidth(metrics, text) + 12,
                     metrics.height() + 2);
    painter.setPen(QPen(tokens.armed, 1));
    painter.setBrush(tokens.armedFill);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(tokens.armedText);
    theme::drawDigits(painter, box, Qt::AlignHCenter, text);
}

struct PointColors
{
    QColor edge;
    QColor fill;
    QColor sign;
    QString icon; ///< in place of the number
};

PointColors colorsOf(const theme::Tokens &tokens, const PointLook &look)
{
    if (look.isHeld)
        return {tokens.accent, tokens.accentFill, Qt::white, u"pause"_s};
    if (look.isArmed)
        return {tokens.armed, tokens.armed, tokens.window, u"bolt"_s};
    if (look.hasStruck)
        return {tokens.failed.edge, tokens.failed.fill, tokens.failed.text, u"bolt"_s};
    return {look.isHovered ? tokens.accent : tokens.edge, tokens.raised, tokens.text, {}};
}

} // namespace

void paintHead(QPainter &painter, const theme::Theme &theme, const QRectF &box, const Head &head)
{
    const theme::Tokens &tokens = theme.tokens();
    painter.setPen(tokens.border);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), headRadius, headRadius);
    const QRectF inner = box.adjusted(4, 3, -4, -3);
    const double half = inner.height() / 2;
    painter.setFont(hintFont(theme, true));
    painter.setPen(tokens.text);
    theme::drawDigits(painter, {inner.topLeft(), QSizeF(inner.width(), half)}, Qt::AlignHCenter, head.title);
    painter.setFont(hintFont(theme, false));
    painter.setPen(tokens.muted);
    theme::drawDigits(painter, {inner.left(), inner.top() + half, inner.width(), half}, Qt::AlignHCenter, head.role);
}

void paintPoint(QPainter &painter, const theme::Theme &theme, const QPointF &center, const PointLook &look)
{
    const PointColors colors = colorsOf(theme.tokens(), look);
    if (look.isArmed)
        paintHalo(painter, theme, center);
    painter.setPen(QPen(colors.edge, 1));
    painter.setBrush(colors.fill);
    const QFont font = hintFont(theme, true);
    const double whole = std::max(markRadius, theme::digitsWidth(QFontMetricsF(font), u"00"_s) / 2 + 3);
    const double radius = colors.icon.isEmpty() ? whole - 1 : whole;
    painter.drawEllipse(center, radius, radius);
    const QRectF inner(center - QPointF(whole, whole), QSizeF(2 * whole, 2 * whole));
    if (!colors.icon.isEmpty()) {
        theme::paintIcon(painter, inner.adjusted(4, 4, -4, -4), colors.icon, colors.sign);
    } else {
        painter.setFont(font);
        painter.setPen(colors.sign);
        theme::drawDigits(painter, inner, Qt::AlignHCenter, look.text);
    }
    if (look.isSelected) {
        painter.setPen(QPen(theme.tokens().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, whole + selectedRadius - markRadius, whole + selectedRadius - markRadius);
    }
    if (!look.badge.isEmpty())
        paintBadgeOf(painter, theme, center + QPointF(whole, -whole + 2), look.badge);
}

} // namespace diagram
