// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/digits.h"

#include <QCache>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QTextLayout>

#include <cmath>
#include <functional>

namespace theme {
namespace {

constexpr double widthRounding = 0.5;

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

/// The line that letters stand on, below the middle of the room that they have.
double baselineBelowMiddle(const QFontMetricsF &metrics)
{
    return (metrics.ascent() - metrics.descent()) / 2;
}

using PutPiece = std::function<void(double x, const QString &piece)>;

/// Gives text from left to right: digits each in a cell of equal width, what lies between them in one piece.
void forEachPiece(const QFontMetricsF &metrics, const QString &text, const PutPiece &put)
{
    if (isTabular(metrics))
        return put(0, text);
    const double cell = metrics.horizontalAdvance(u'0');
    double x = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (isDigit(text[i])) {
            const double slack = cell - metrics.horizontalAdvance(text[i]);
            put(x + slack / 2, text.sliced(i, 1));
            x += cell;
            ++i;
            continue;
        }
        const qsizetype end = runEnd(text, i);
        const QString run = text.sliced(i, end - i);
        put(x, run);
        x += metrics.horizontalAdvance(run);
        i = end;
    }
}

/// QFontMetricsF::elidedText() does not know that digits are wider here.
QString elided(const QFontMetricsF &metrics, const QString &text, double width)
{
    QString shown = text;
    for (qsizetype kept = text.size() - 1; kept >= 0 && digitsWidth(metrics, shown) > width + widthRounding; --kept)
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

namespace {

constexpr double anyWidth = -1;
constexpr int linesKept = 4000; // some kilobytes each

/// A line of text with the places of its glyphs: to find these costs many times what painting them does.
struct Line
{
    QList<QGlyphRun> glyphs; ///< from the beginning of the line, y from the line that the letters stand on
    double width = 0;
    double belowMiddle = 0;
};

struct LineKey
{
    QString text;
    QFont font;
    int dpi = 0;
    double width = anyWidth; ///< that it was elided for
    friend bool operator==(const LineKey &, const LineKey &) = default;
    friend size_t qHash(const LineKey &key, size_t seed)
    {
        return qHashMulti(seed, key.text, key.font, key.dpi, key.width);
    }
};

void appendGlyphs(Line &line, const QFont &font, QPaintDevice *device, double x, const QString &piece)
{
    QTextLayout layout(piece, font, device);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine placed = layout.createLine();
    layout.endLayout();
    if (!placed.isValid())
        return;
    for (QGlyphRun &run : layout.glyphRuns()) {
        QList<QPointF> places = run.positions();
        for (QPointF &place : places)
            place += QPointF(x, -placed.ascent());
        run.setPositions(places);
        line.glyphs.append(run);
    }
}

Line shaped(const LineKey &key, QPaintDevice *device)
{
    const QFontMetricsF metrics(key.font, device);
    const QString shown = key.width == anyWidth ? key.text : elided(metrics, key.text, key.width);
    Line line{.width = digitsWidth(metrics, shown), .belowMiddle = baselineBelowMiddle(metrics)};
    forEachPiece(metrics, shown,
                 [&](double x, const QString &piece) { appendGlyphs(line, key.font, device, x, piece); });
    return line;
}

QCache<LineKey, Line> &keptLines()
{
    static QCache<LineKey, Line> lines(linesKept);
    static const bool isEmptiedInTime = [] {
        qAddPostRoutine([] { keptLines().clear(); }); // fonts do not outlive the application
        return true;
    }();
    Q_UNUSED(isEmptiedInTime)
    return lines;
}

Line lineFor(const LineKey &key, QPaintDevice *device)
{
    if (const Line *known = keptLines().object(key))
        return *known;
    const Line line = shaped(key, device);
    keptLines().insert(key, new Line(line));
    return line;
}

/// As text, which an SVG keeps as such.
double drawShaping(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QString shown = elided(metrics, text, rect.width());
    const double width = digitsWidth(metrics, shown);
    const QPointF at(startX(rect, alignment, width), std::round(rect.center().y() + baselineBelowMiddle(metrics)));
    forEachPiece(metrics, shown, [&](double x, const QString &piece) { painter.drawText(at + QPointF(x, 0), piece); });
    return width;
}

} // namespace

double drawDigits(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return drawShaping(painter, rect, alignment, text);
    QPaintDevice *device = painter.device();
    LineKey key{.text = text, .font = painter.font(), .dpi = device->logicalDpiY()};
    Line line = lineFor(key, device);
    if (line.width > rect.width() + widthRounding) {
        key.width = rect.width();
        line = lineFor(key, device);
    }
    const QPointF at(startX(rect, alignment, line.width), std::round(rect.center().y() + line.belowMiddle));
    for (const QGlyphRun &run : std::as_const(line.glyphs))
        painter.drawGlyphRun(at, run);
    return line.width;
}

} // namespace theme
