// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/digits.h"

#include <QPainter>

#include <cmath>

namespace theme {
namespace {

bool isTabular(const QFontMetricsF &metrics)
{
    return qFuzzyCompare(metrics.horizontalAdvance(u'0'), metrics.horizontalAdvance(u'1'));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype runEnd(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && !isDigit(text[end]))
        ++end;
    return end;
}

double startX(const QRectF &rect, Qt::Alignment alignment, double width)
{
    if (alignment & Qt::AlignRight)
        return rect.right() - width;
    if (alignment & Qt::AlignHCenter)
        return rect.center().x() - width / 2;
    return rect.left();
}

double baseline(const QRectF &rect, const QFontMetricsF &metrics)
{
    return std::round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2);
}

/// Draws text from left to right: digits each in a cell of equal width, what lies between them in one piece.
void drawRuns(QPainter &painter, QPointF at, const QFontMetricsF &metrics, const QString &text)
{
    const double cell = metrics.horizontalAdvance(u'0');
    for (qsizetype i = 0; i < text.size();) {
        if (isDigit(text[i])) {
            const double slack = cell - metrics.horizontalAdvance(text[i]);
            painter.drawText(at + QPointF(slack / 2, 0), text.sliced(i, 1));
            at.rx() += cell;
            ++i;
            continue;
        }
        const qsizetype end = runEnd(text, i);
        const QString run = text.sliced(i, end - i);
        painter.drawText(at, run);
        at.rx() += metrics.horizontalAdvance(run);
        i = end;
    }
}

/// QFontMetricsF::elidedText() does not know that digits are wider here.
QString elided(const QFontMetricsF &metrics, const QString &text, double width)
{
    constexpr double rounding = 0.5;
    QString shown = text;
    for (qsizetype kept = text.size() - 1; kept >= 0 && digitsWidth(metrics, shown) > width + rounding; --kept)
        shown = text.first(kept) + u'…';
    return shown;
}

} // namespace

double digitsWidth(const QFontMetricsF &metrics, QStringView text)
{
    if (isTabular(metrics))
        return metrics.horizontalAdvance(text.toString());
    double width = 0;
    for (qsizetype i = 0; i < text.size();) {
        const bool digit = isDigit(text[i]);
        const qsizetype end = digit ? i + 1 : runEnd(text, i);
        width += metrics.horizontalAdvance(digit ? QString(u'0') : text.sliced(i, end - i).toString());
        i = end;
    }
    return width;
}

void drawDigits(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QString shown = elided(metrics, text, rect.width());
    const QPointF at(startX(rect, alignment, digitsWidth(metrics, shown)), baseline(rect, metrics));
    if (isTabular(metrics))
        painter.drawText(at, shown);
    else
        drawRuns(painter, at, metrics, shown);
}

} // namespace theme
