// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plotcanvas.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr double dragMin = 8; // pixels; less is a click
constexpr double spanMin = 1; // seconds; nothing is to be seen closer
constexpr int timeTicksMax = 4;
constexpr double closeSeconds = 10 * 60; // below, minutes alone would read alike
constexpr double boxDistance = 10;
constexpr qint64 samplesEvery = 1000; // ms; a curve of minutes does not change more often to the eye

/// Each label another second, and the same time from one to the next: the library would put a label twice where a
/// step is less than a second, and have steps of two and a half.
class SecondsTicker final : public QCPAxisTickerDateTime
{
protected:
    double getTickStep(const QCPRange &range) override
    {
        const double wished = range.size() / tickCount();
        for (const double step : {1.0, 2.0, 5.0}) {
            if (wished <= step)
                return step;
        }
        return QCPAxisTickerDateTime::getTickStep(range);
    }
};

} // namespace

PlotCanvas::PlotCanvas(const theme::Theme &theme, Snap snap, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
    , m_snap(snap)
{
    m_samplesTimer.setSingleShot(true);
    connect(&m_samplesTimer, &QTimer::timeout, this, &PlotCanvas::redrawSamples);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // what holds it takes clicks and keys, and is named
    setTimeZone(displayZone());
    showLabels();
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &PlotCanvas::showSecondsIfClose);
    axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
}

double PlotCanvas::place(core::TimePoint time)
{
    return double(core::toEpochMs(time)) / 1000;
}

void PlotCanvas::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    auto ticker = QSharedPointer<SecondsTicker>::create();
    ticker->setDateTimeSpec(Qt::TimeZone);
    ticker->setTimeZone(zone);
    xAxis->setTicker(ticker);
    fitTimeTicks();
    showSecondsIfClose(xAxis->range());
    redraw();
}

/// Another zone is told as another language is: all that reads differently is made anew.
void PlotCanvas::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTimeZone(displayZone());
}

void PlotCanvas::showSecondsIfClose(const QCPRange &range)
{
    const auto ticker = xAxis->ticker().dynamicCast<QCPAxisTickerDateTime>();
    ticker->setDateTimeFormat(range.size() < closeSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

/// As many as stand apart from one another; how many there are is only wished for, so there is room to spare.
void PlotCanvas::fitTimeTicks()
{
    const double label = 1.9 * QFontMetrics(m_theme.font(theme::TextSize::Hint)).horizontalAdvance(u"00:00:00"_s);
    const int room = int(axisRect()->width() / label);
    xAxis->ticker()->setTickCount(std::clamp(room, 1, timeTicksMax));
}

/// Nothing can be painted on an area that is none, as in a layout that has no room yet.
void PlotCanvas::resizeEvent(QResizeEvent *event)
{
    if (event->size().isEmpty())
        return;
    QCustomPlot::resizeEvent(event);
    fitTimeTicks();
    redraw();
}

void PlotCanvas::showEvent(QShowEvent *event)
{
    QCustomPlot::showEvent(event);
    if (m_isStale)
        redraw();
}

void PlotCanvas::redraw()
{
    m_isStale = !isVisible() || size().isEmpty();
    if (!m_isStale)
        replot(rpQueuedRefresh);
}

void PlotCanvas::redrawSamples()
{
    if (!isVisible())
        return redraw();
    const qint64 rest = m_sinceSamples.isValid() ? samplesEvery - m_sinceSamples.elapsed() : 0;
    if (rest > 0) {
        if (!m_samplesTimer.isActive())
            m_samplesTimer.start(int(rest));
        return;
    }
    m_sinceSamples.start();
    redraw();
}

void PlotCanvas::refreshStyle()
{
    setBackground(m_theme.tokens().panel);
    styleAxes();
    styleCurves();
    redraw();
}

void PlotCanvas::styleAxes()
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QFont font = m_theme.font(theme::TextSize::Hint);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(tokens.muted);
        axis->setBasePen(axis == xAxis ? QPen(tokens.edge, 1) : QPen(Qt::NoPen));
        axis->setTickPen(axis == xAxis ? QPen(tokens.edge, 1) : QPen(Qt::NoPen));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 4);
        axis->grid()->setPen(QPen(tokens.grid, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setVisible(axis == yAxis);
    }
}

void PlotCanvas::setTimes(const QList<core::TimePoint> &times, core::TimePoint from, core::TimePoint to)
{
    m_times = times;
    showLabels();
    m_from = from;
    m_to = std::max(to, from + std::chrono::seconds(1));
    if (m_current && *m_current >= sampleCount())
        m_current.reset();
    if (!m_zoomed)
        xAxis->setRange(place(m_from), place(m_to));
}

void PlotCanvas::showLabels()
{
    for (QCPAxis *axis : {xAxis, yAxis})
        axis->setTickLabels(!m_times.isEmpty());
}

void PlotCanvas::resetRange()
{
    m_zoomed = false;
    xAxis->setRange(place(m_from), place(m_to));
    redraw();
}

void PlotCanvas::zoomTo(double fromX, double toX)
{
    if (qAbs(toX - fromX) < dragMin || m_times.isEmpty())
        return;
    m_zoomed = true;
    QCPRange range(xAxis->pixelToCoord(fromX), xAxis->pixelToCoord(toX));
    range.normalize();
    xAxis->setRange(range);
    redraw();
}

void PlotCanvas::zoomBy(double factor, int around)
{
    const double span = std::max(xAxis->range().size() * factor, spanMin);
    if (span >= place(m_to) - place(m_from))
        return resetRange();
    const double middle = place(m_times.at(around));
    const double from = std::clamp(middle - span / 2, place(m_from), place(m_to) - span);
    m_zoomed = true;
    xAxis->setRange(from, from + span);
    redraw();
}

void PlotCanvas::setDragged(std::optional<std::pair<double, double>> xs)
{
    m_dragged = xs;
    update();
}

void PlotCanvas::setCurrent(std::optional<int> index)
{
    m_current = index;
    update();
}

std::optional<int> PlotCanvas::sampleAt(double x) const
{
    if (m_times.isEmpty())
        return std::nullopt;
    const double time = xAxis->pixelToCoord(x);
    const auto after = std::upper_bound(m_times.begin(), m_times.end(), time,
                                        [](double t, core::TimePoint sample) { return t < place(sample); });
    const int next = std::min(int(after - m_times.begin()), sampleCount() - 1);
    const int before = std::max(0, int(after - m_times.begin()) - 1);
    const bool nextIsNearer = place(m_times.at(next)) - time < time - place(m_times.at(before));
    return m_snap == Snap::Nearest && nextIsNearer ? next : before;
}

void PlotCanvas::paintEvent(QPaintEvent *event)
{
    if (std::exchange(m_isStale, false)) // painted without being shown, as into a picture
        replot(rpQueuedRefresh);
    QCustomPlot::paintEvent(event);
    if (m_times.isEmpty())
        return paintNothing();
    // On top of the finished picture, so that moving the mouse does not draw the curves again.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintDragged(painter);
    paintOver(painter);
    if (m_current)
        paintCurrent(painter);
}

/// Axes would tell of times and values that nobody has seen.
void PlotCanvas::paintNothing()
{
    QPainter painter(this);
    painter.setFont(m_theme.font(theme::TextSize::Small));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(rect(), Qt::AlignCenter, tr("No samples yet"));
}

void PlotCanvas::paintDragged(QPainter &painter) const
{
    if (!m_dragged)
        return;
    const QRect plot = axisRect()->rect();
    QColor tint = m_theme.tokens().accent;
    tint.setAlphaF(0.2f);
    painter.fillRect(QRectF(QPointF(m_dragged->first, plot.top()), QPointF(m_dragged->second, plot.bottom())), tint);
}

void PlotCanvas::paintCurrent(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QRect plot = axisRect()->rect();
    const double x = std::round(pixelX(*m_current)) + 0.5;
    if (x < plot.left() || x > plot.right() + 1)
        return;
    QPen line(tokens.muted, 1);
    line.setDashPattern({2, 3});
    painter.setPen(line);
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setBrush(tokens.panel);
    for (const Mark &mark : marksOf(*m_current)) {
        painter.setPen(QPen(mark.color, 1.5));
        painter.drawEllipse(QPointF(x, yAxis->coordToPixel(mark.value)), 3, 3);
    }
    paintBox(painter, x);
}

/// Beside the line where it fits, else over the curves: never cut.
void PlotCanvas::paintBox(QPainter &painter, double x) const
{
    const HoverBox box = boxFor(*m_current);
    const QSizeF size = box.size(m_theme);
    const QRect plot = axisRect()->rect();
    const bool fitsRight = x + boxDistance + size.width() <= width();
    const double left = fitsRight ? x + boxDistance : x - boxDistance - size.width();
    const double top = std::max(0.0, plot.bottom() - size.height() - 8);
    box.paint(painter, QPointF(std::clamp(left, 0.0, std::max(0.0, width() - size.width() - 1)), top), m_theme);
}

} // namespace widgets
