// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeplotcanvas.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

using Look = TimePlot::Look;
using Scale = TimePlot::Scale;

constexpr float areaOpacity = 0.4f;
constexpr int valueTicks = 3;
constexpr double headRoom = 1.1;
constexpr double longValue = 888; // for the room that a value at the end of a line needs
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double closeBy = 0.001; ///< in seconds: where a line is broken off

/// Writes the axis as the values are written; on a logarithmic one only the powers of ten.
template<typename Base> class ValueTicker final : public Base
{
public:
    explicit ValueTicker(const TimePlotCanvas &canvas) : m_canvas(canvas) { }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override { return m_canvas.axisText(tick); }

private:
    const TimePlotCanvas &m_canvas;
};

Qt::PenStyle penStyle(Look look)
{
    return look == Look::Dashed || look == Look::Dotted ? Qt::CustomDashLine : Qt::SolidLine;
}

QPen penOf(Look look, const QColor &color)
{
    QPen pen(color, 1, penStyle(look));
    if (look == Look::Dashed)
        pen.setDashPattern({5, 3});
    if (look == Look::Dotted)
        pen.setDashPattern({1, 3});
    return pen;
}

} // namespace

TimePlotCanvas::TimePlotCanvas(const theme::Theme &theme, Scale scale, QWidget *parent)
    : PlotCanvas(theme, Snap::Nearest, parent)
    , m_scale(scale)
{
    if (scale == Scale::Logarithmic) {
        yAxis->setScaleType(QCPAxis::stLogarithmic);
        yAxis->setTicker(QSharedPointer<ValueTicker<QCPAxisTickerLog>>::create(*this));
    } else {
        auto ticker = QSharedPointer<ValueTicker<QCPAxisTicker>>::create(*this);
        ticker->setTickCount(valueTicks);
        yAxis->setTicker(ticker);
    }
    refreshStyle();
}

void TimePlotCanvas::setValueText(TimePlot::ToText text)
{
    m_text = std::move(text);
    redraw();
}

void TimePlotCanvas::setAxisText(TimePlot::ToText text)
{
    m_axisText = std::move(text);
    redraw();
}

void TimePlotCanvas::setLeastTop(double top)
{
    m_leastTop = top;
    fitValues();
}

void TimePlotCanvas::setEndLabels(bool on)
{
    m_endLabels = on;
    refreshStyle();
}

void TimePlotCanvas::setSeries(const QList<TimePlot::Series> &series)
{
    m_series = series;
    clearGraphs();
    for (qsizetype i = 0; i < 2 * series.size(); ++i)
        addGraph()->setAdaptiveSampling(true);
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (i > 0 && series.at(i).look == Look::Stacked)
            areaOf(i)->setChannelFillGraph(areaOf(i - 1));
        fillGraph(i);
    }
    refreshStyle();
}

void TimePlotCanvas::setData(const QList<TimePlot::Sample> &samples, core::TimePoint from, core::TimePoint to)
{
    m_samples = samples;
    QList<core::TimePoint> times;
    for (const TimePlot::Sample &sample : samples)
        times << sample.at;
    for (qsizetype i = 0; i < m_series.size(); ++i)
        fillGraph(i);
    setTimes(times, from, to);
    fitValues();
    redrawSamples();
}

bool TimePlotCanvas::isStacked() const
{
    return !m_series.isEmpty() && m_series.first().look == Look::Stacked;
}

/// Where a value stands on the axis: on those below it where they are stacked.
double TimePlotCanvas::heightOf(int sample, qsizetype series) const
{
    const QList<double> &values = m_samples.at(sample).values;
    if (!isStacked())
        return values.at(series);
    double height = 0;
    for (qsizetype i = 0; i <= series; ++i)
        height += values.at(i);
    return height;
}

/// Whether the line from the sample before to this one is drawn. Where nothing stands on the areas below, theirs is
/// seen.
bool TimePlotCanvas::hasEdge(qsizetype series, int sample) const
{
    const auto isThere = [&](int at) { return m_samples.at(at).values.at(series) != 0; };
    return series == 0 || !isStacked() || sample == 0 || isThere(sample - 1) || isThere(sample);
}

void TimePlotCanvas::fillGraph(qsizetype series)
{
    const auto breakOff = [](QVector<double> &times, QVector<double> &heights, double at) {
        times << at - closeBy;
        heights << unknown; // a value that is none breaks the line
    };
    QVector<double> times, heights, edgeTimes, edgeHeights;
    for (int i = 0; i < m_samples.size(); ++i) {
        const double at = place(m_samples.at(i).at);
        if (m_samples.at(i).afterGap)
            breakOff(times, heights, at);
        if (m_samples.at(i).afterGap || !hasEdge(series, i))
            breakOff(edgeTimes, edgeHeights, at);
        times << at;
        edgeTimes << at;
        heights << heightOf(i, series);
        edgeHeights << heights.last();
    }
    areaOf(series)->setData(times, heights, true);
    edgeOf(series)->setData(edgeTimes, edgeHeights, true);
}

void TimePlotCanvas::fitValues()
{
    double low = std::numeric_limits<double>::max();
    double high = 0;
    for (int i = 0; i < m_samples.size(); ++i) {
        for (qsizetype series = 0; series < m_series.size(); ++series) {
            const double height = heightOf(i, series);
            if (std::isnan(height))
                continue;
            low = std::min(low, height);
            high = std::max(high, height);
        }
    }
    if (m_scale == Scale::Logarithmic)
        return fitLogarithmic(low, high);
    yAxis->setRange(0, std::max(high * headRoom, m_leastTop));
}

/// Whole powers of ten, from 1 to leastTop where nothing goes beyond.
void TimePlotCanvas::fitLogarithmic(double low, double high)
{
    const double bottom = std::clamp(low, 0.1, 1.0);
    const double top = std::max(high, m_leastTop);
    yAxis->setRange(std::pow(10, std::floor(std::log10(bottom))), std::pow(10, std::ceil(std::log10(top) - 1e-9)));
}

QString TimePlotCanvas::valueText(double value) const
{
    if (std::isnan(value))
        return u"–"_s;
    return m_text ? m_text(value) : QLocale().toString(value, 'f', 1);
}

QString TimePlotCanvas::axisText(double value) const
{
    return m_axisText ? m_axisText(value) : valueText(value);
}

QString TimePlotCanvas::timeText(core::TimePoint time) const
{
    return formatTimeOfDay(time, zone());
}

QFont TimePlotCanvas::endLabelFont() const
{
    QFont font = look().font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    return font;
}

void TimePlotCanvas::styleCurves()
{
    const theme::Tokens &tokens = look().tokens();
    int endLabel = 0;
    const QFontMetrics metrics(endLabelFont());
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const TimePlot::Series &series = m_series.at(i);
        QColor fill = series.color(tokens);
        edgeOf(i)->setPen(penOf(series.look, fill));
        edgeOf(i)->setBrush(Qt::NoBrush);
        fill.setAlphaF(areaOpacity);
        areaOf(i)->setPen(Qt::NoPen);
        areaOf(i)->setBrush(series.look == Look::Stacked ? QBrush(fill) : QBrush(Qt::NoBrush));
        endLabel = std::max(endLabel, metrics.horizontalAdvance(series.name + u' ' + valueText(longValue)));
    }
    constexpr int cornerLabel = 24; // half of the last time below the axis
    axisRect()->setMargins(QMargins(0, 12, m_endLabels ? endLabel + 8 : cornerLabel, 0));
}

QList<PlotCanvas::Mark> TimePlotCanvas::marksOf(int sample) const
{
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        if (const double height = heightOf(sample, i); !std::isnan(height))
            marks << Mark{height, m_series.at(i).color(look().tokens())};
    }
    return marks;
}

/// The rows stand as the areas do: the highest on top.
HoverBox TimePlotCanvas::boxFor(int sample) const
{
    HoverBox box;
    box.title = timeText(m_samples.at(sample).at);
    if (isStacked())
        box.title += u" · "_s + valueText(heightOf(sample, m_series.size() - 1));
    for (qsizetype i = m_series.size() - 1; i >= 0; --i) {
        box.rows << HoverBox::Row{m_series.at(i).color(look().tokens()), m_series.at(i).name,
                                  valueText(m_samples.at(sample).values.at(i))};
    }
    return box;
}

/// The latest known value of each line, kept apart where lines meet.
void TimePlotCanvas::paintOver(QPainter &painter) const
{
    if (!m_endLabels)
        return;
    painter.setFont(endLabelFont());
    painter.setPen(look().tokens().text);
    const double height = painter.fontMetrics().height();
    const double x = axisRect()->rect().right() + 6;
    double above = axisRect()->rect().bottom() + height;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const auto known = std::find_if(m_samples.crbegin(), m_samples.crend(),
                                        [i](const TimePlot::Sample &one) { return !std::isnan(one.values.at(i)); });
        if (known == m_samples.crend())
            continue;
        above = std::min(yAxis->coordToPixel(known->values.at(i)), above - height);
        theme::drawDigits(painter, QRectF(x, above - height / 2, width() - x, height), Qt::AlignLeft,
                          m_series.at(i).name + u' ' + valueText(known->values.at(i)));
    }
}

} // namespace widgets
