// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/totalplotcanvas.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr double areaOpacity = 0.45;
constexpr int valueTicks = 4;
constexpr double markReach = 12; // pixels beside it that count as it
constexpr double ringRadius = 9;

double heightOf(core::Money amount)
{
    return double(amount.cents());
}

/// Writes the axis of amounts, whose coordinates are cents.
class MoneyTicker final : public QCPAxisTicker
{
public:
    MoneyTicker() { setTickCount(valueTicks); }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return formatMoney(core::Money::fromCents(qRound64(tick)));
    }
};

QColor faded(QColor color)
{
    color.setAlphaF(areaOpacity);
    return color;
}

} // namespace

TotalPlotCanvas::TotalPlotCanvas(const theme::Theme &theme, QWidget *parent)
    : PlotCanvas(theme, Snap::Before, parent) // the value of a step is that of the sample before
{
    createGraphs();
    yAxis->setTicker(QSharedPointer<MoneyTicker>::create());
    refreshStyle();
}

void TotalPlotCanvas::createGraphs()
{
    // Areas are filled between two curves.
    // The expected total covers the measured one for as long as they agree.
    m_balances = addGraph();
    m_total = addGraph();
    m_expectedLine = addGraph();
    m_balances->setChannelFillGraph(m_total);
    m_total->setChannelFillGraph(m_expectedLine);
    for (QCPGraph *graph : {m_expectedLine, m_balances, m_total}) {
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setAntialiased(false);
        graph->setAdaptiveSampling(true);
    }
}

void TotalPlotCanvas::setData(const QList<TotalSample> &samples, core::Money expected)
{
    m_samples = samples;
    m_expected = expected;
    QList<core::TimePoint> moments;
    QVector<double> times;
    QVector<double> totals;
    QVector<double> balances;
    for (const TotalSample &sample : samples) {
        moments << sample.at;
        times << PlotCanvas::place(sample.at);
        totals << heightOf(sample.total());
        balances << heightOf(sample.balances);
    }
    m_total->setData(times, totals, true);
    m_balances->setData(times, balances, true);
    m_expectedLine->setData(times, QVector<double>(times.size(), heightOf(expected)), true);
    if (!samples.isEmpty())
        setTimes(moments, moments.first(), moments.last());
    findMarkedSample();
    fitValues();
    redrawSamples();
}

void TotalPlotCanvas::setMark(const std::optional<TotalMark> &mark)
{
    m_mark = mark;
    findMarkedSample();
    update();
}

void TotalPlotCanvas::findMarkedSample()
{
    m_markedSample.reset();
    if (!m_mark || m_samples.isEmpty() || m_mark->at > m_samples.last().at)
        return;
    const auto found = std::lower_bound(m_samples.cbegin(), m_samples.cend(), m_mark->at,
                                        [](const TotalSample &sample, core::TimePoint at) { return sample.at < at; });
    m_markedSample = int(found - m_samples.cbegin());
}

bool TotalPlotCanvas::isAtMark(double x) const
{
    return m_markedSample && qAbs(x - pixelX(*m_markedSample)) <= markReach;
}

std::optional<int> TotalPlotCanvas::sampleAt(double x) const
{
    return isAtMark(x) ? m_markedSample : PlotCanvas::sampleAt(x);
}

void TotalPlotCanvas::mousePressEvent(QMouseEvent *event)
{
    m_pressedX = event->position().x();
    PlotCanvas::mousePressEvent(event);
}

/// A drag that began elsewhere is no click.
void TotalPlotCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    PlotCanvas::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && isAtMark(m_pressedX) && isAtMark(event->position().x()))
        emit markClicked();
}

/// Room above and below what is drawn; a line that never moves stands in the middle.
void TotalPlotCanvas::fitValues()
{
    double low = heightOf(m_expected);
    double high = low;
    for (const TotalSample &sample : m_samples) {
        low = qMin(low, heightOf(sample.balances));
        high = qMax(high, heightOf(sample.total()));
    }
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabels(!m_samples.isEmpty()); // nothing is known yet: no figure is to be read
        axis->grid()->setVisible(axis == yAxis && !m_samples.isEmpty());
    }
    const double span = qMax(high - low, 100.0);
    yAxis->setRange(low - span * 0.3, high + span * 0.3);
}

void TotalPlotCanvas::styleCurves()
{
    const theme::Tokens &tokens = look().tokens();
    m_balances->setPen(QPen(tokens.accent, 1));
    m_balances->setBrush(faded(tokens.submitted.chart));
    m_total->setPen(QPen(tokens.accent, 1));
    m_total->setBrush(faded(tokens.failed.chart));
    m_expectedLine->setPen(QPen(tokens.succeed.chart, 1));
    // Room at the right for the amounts at the ends of the lines.
    const int endLabel = QFontMetrics(look().font(theme::TextSize::Hint)).horizontalAdvance(u"0,000,000.00 "_s);
    axisRect()->setMargins(QMargins(0, 12, endLabel + 12, 0));
}

double TotalPlotCanvas::pixelY(core::Money amount) const
{
    return yAxis->coordToPixel(heightOf(amount));
}

void TotalPlotCanvas::paintOver(QPainter &painter) const
{
    if (m_samples.isEmpty())
        return;
    const theme::Tokens &tokens = look().tokens();
    const TotalSample &last = m_samples.last();
    QFont font = look().font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    if (m_markedSample)
        paintMark(painter);
    const double height = painter.fontMetrics().height();
    const double x = axisRect()->rect().right() + 8;
    const double totalY = pixelY(last.total());
    const bool asExpected = last.total() == m_expected;
    const auto label = [&](double y, const QColor &color, core::Money amount) {
        painter.setPen(color);
        theme::drawDigits(painter, QRectF(x, y - height / 2, width() - x, height), Qt::AlignLeft, formatMoney(amount));
    };
    label(totalY, asExpected ? tokens.succeed.text : tokens.failed.text, last.total());
    if (last.inFlight != core::Money())
        label(qMax(pixelY(last.balances), totalY + height), tokens.text, last.balances);
}

/// A dotted line from top to bottom, and on the total a ring with a cross.
void TotalPlotCanvas::paintMark(QPainter &painter) const
{
    const QRect plot = axisRect()->rect();
    const double x = std::round(pixelX(*m_markedSample)) + 0.5;
    if (x < plot.left() || x > plot.right() + 1)
        return;
    const theme::StateStyle style = look().style(theme::State::Failed);
    painter.save();
    QPen line(style.text, 1);
    line.setDashPattern({2, 2});
    painter.setPen(line);
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QPointF center(x, pixelY(m_samples.at(*m_markedSample).total()));
    painter.setPen(QPen(style.edge, 1));
    painter.setBrush(style.fill);
    painter.drawEllipse(center, ringRadius, ringRadius);
    theme::paintIcon(painter, QRectF(center.x() - 6, center.y() - 6, 12, 12), u"cross"_s, style.text);
    painter.restore();
}

QList<PlotCanvas::Mark> TotalPlotCanvas::marksOf(int sample) const
{
    const theme::Tokens &tokens = look().tokens();
    return {{heightOf(m_samples.at(sample).balances), tokens.accent},
            {heightOf(m_samples.at(sample).total()), tokens.succeed.chart}};
}

HoverBox TotalPlotCanvas::boxFor(int index) const
{
    const TotalSample &sample = m_samples.at(index);
    const theme::Tokens &tokens = look().tokens();
    HoverBox box{formatTimeOfDay(sample.at, zone()),
                 {{tokens.succeed.chart, TotalPlot::tr("Total"), formatMoney(sample.total())},
                  {tokens.submitted.chart, TotalPlot::tr("In flight"), formatMoney(sample.inFlight)},
                  {tokens.accent, TotalPlot::tr("Balances"), formatMoney(sample.balances)}}};
    if (sample.total() < m_expected)
        box.rows << HoverBox::Row{tokens.failed.chart, TotalPlot::tr("Missing"),
                                  formatMoney(m_expected - sample.total())};
    if (m_mark && m_markedSample == index) {
        box.title += u" · "_s + m_mark->title;
        if (!m_mark->text.isEmpty())
            box.rows << HoverBox::Row{tokens.failed.chart, m_mark->text, {}};
        if (!m_mark->link.isEmpty())
            box.rows << HoverBox::Row{tokens.accent, m_mark->link, {}};
    }
    return box;
}

} // namespace widgets
