// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/totalplotcanvas.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr double areaOpacity = 0.45;
constexpr double dragMin = 8; // pixels; less is a click
constexpr int valueTicks = 4;
constexpr int timeTicks = 4;

double place(core::Money amount)
{
    return double(amount.cents());
}

double place(core::TimePoint time)
{
    return double(core::toEpochMs(time)) / 1000;
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

TotalPlotCanvas::TotalPlotCanvas(const theme::Theme &theme, QWidget *parent) : QCustomPlot(parent), m_theme(theme)
{
    createGraphs();
    setMouseTracking(true);
    setTimeZone(m_zone);
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &TotalPlotCanvas::showSecondsIfClose);
    yAxis->setTicker(QSharedPointer<MoneyTicker>::create());
    axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
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
    QVector<double> times;
    QVector<double> totals;
    QVector<double> balances;
    for (const TotalSample &sample : samples) {
        times << place(sample.at);
        totals << place(sample.total());
        balances << place(sample.balances);
    }
    m_total->setData(times, totals, true);
    m_balances->setData(times, balances, true);
    m_expectedLine->setData(times, QVector<double>(times.size(), place(expected)), true);
    if (!m_zoomed)
        resetRange();
    fitValues();
    replot(rpQueuedRefresh);
}

void TotalPlotCanvas::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    auto ticker = QSharedPointer<QCPAxisTickerDateTime>::create();
    ticker->setTickCount(timeTicks);
    ticker->setDateTimeSpec(Qt::TimeZone);
    ticker->setTimeZone(zone);
    xAxis->setTicker(ticker);
    showSecondsIfClose(xAxis->range());
    replot(rpQueuedRefresh);
}

/// Minutes name the time well enough until their ticks would read alike.
void TotalPlotCanvas::showSecondsIfClose(const QCPRange &range)
{
    constexpr double closeSeconds = 10 * 60;
    const auto ticker = xAxis->ticker().dynamicCast<QCPAxisTickerDateTime>();
    ticker->setDateTimeFormat(range.size() < closeSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

/// Room above and below what is drawn; a line that never moves stands in the middle.
void TotalPlotCanvas::fitValues()
{
    double low = place(m_expected);
    double high = low;
    for (const TotalSample &sample : m_samples) {
        low = qMin(low, place(sample.balances));
        high = qMax(high, place(sample.total()));
    }
    const double span = qMax(high - low, 100.0);
    yAxis->setRange(low - span * 0.3, high + span * 0.3);
}

void TotalPlotCanvas::resetRange()
{
    m_zoomed = false;
    if (!m_samples.isEmpty())
        xAxis->setRange(place(m_samples.first().at), qMax(place(m_samples.last().at), place(m_samples.first().at) + 1));
    replot(rpQueuedRefresh);
}

void TotalPlotCanvas::zoomTo(double fromX, double toX)
{
    if (qAbs(toX - fromX) < dragMin || m_samples.isEmpty())
        return;
    m_zoomed = true;
    QCPRange range(xAxis->pixelToCoord(fromX), xAxis->pixelToCoord(toX));
    range.normalize();
    xAxis->setRange(range);
    replot(rpQueuedRefresh);
}

void TotalPlotCanvas::setDragged(std::optional<std::pair<double, double>> xs)
{
    m_dragged = xs;
    update();
}

void TotalPlotCanvas::setCurrent(std::optional<int> index)
{
    m_current = index;
    update();
}

std::optional<int> TotalPlotCanvas::sampleAt(double x) const
{
    if (m_samples.isEmpty())
        return std::nullopt;
    const double time = xAxis->pixelToCoord(x);
    // The value of a step is that of the sample before.
    const auto after = std::upper_bound(m_samples.begin(), m_samples.end(), time,
                                        [](double t, const TotalSample &sample) { return t < place(sample.at); });
    return qMax(0, int(after - m_samples.begin()) - 1);
}

void TotalPlotCanvas::refreshStyle()
{
    const theme::Tokens &tokens = m_theme.tokens();
    setBackground(tokens.panel);
    m_balances->setPen(QPen(tokens.accent, 1));
    m_balances->setBrush(faded(tokens.submitted.chart));
    m_total->setPen(QPen(tokens.accent, 1));
    m_total->setBrush(faded(tokens.failed.chart));
    m_expectedLine->setPen(QPen(tokens.succeed.chart, 1));
    styleAxes();
    replot(rpQueuedRefresh);
}

void TotalPlotCanvas::styleAxes()
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
    // Room at the right for the amounts at the ends of the lines.
    const int endLabel = QFontMetrics(font).horizontalAdvance(u"0,000,000.00 "_s);
    axisRect()->setMargins(QMargins(0, 12, endLabel + 12, 0));
}

double TotalPlotCanvas::pixelY(core::Money amount) const
{
    return yAxis->coordToPixel(place(amount));
}

void TotalPlotCanvas::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    if (m_samples.isEmpty())
        return;
    // On top of the finished picture, so that moving the mouse does not draw the curves again.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dragged) {
        const QRect plot = axisRect()->rect();
        QColor tint = m_theme.tokens().accent;
        tint.setAlphaF(0.2f);
        painter.fillRect(QRectF(QPointF(m_dragged->first, plot.top()), QPointF(m_dragged->second, plot.bottom())),
                         tint);
    }
    paintEndLabels(painter);
    if (m_current)
        paintCurrent(painter);
}

void TotalPlotCanvas::paintEndLabels(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const TotalSample &last = m_samples.last();
    QFont font = m_theme.font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
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

void TotalPlotCanvas::paintCurrent(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const TotalSample &sample = m_samples.at(*m_current);
    const QRect plot = axisRect()->rect();
    const double x = std::round(xAxis->coordToPixel(place(sample.at))) + 0.5;
    if (x < plot.left() || x > plot.right() + 1)
        return;
    QPen line(tokens.muted, 1);
    line.setDashPattern({2, 3});
    painter.setPen(line);
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setBrush(tokens.panel);
    painter.setPen(QPen(tokens.accent, 1.5));
    painter.drawEllipse(QPointF(x, pixelY(sample.balances)), 3, 3);
    painter.setPen(QPen(tokens.succeed.chart, 1.5));
    painter.drawEllipse(QPointF(x, pixelY(sample.total())), 3, 3);
    paintBox(painter, x, sample);
}

HoverBox TotalPlotCanvas::boxFor(const TotalSample &sample) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    HoverBox box{formatTimeOfDay(sample.at, m_zone),
                 {{tokens.succeed.chart, TotalPlot::tr("Total"), formatMoney(sample.total())},
                  {tokens.submitted.chart, TotalPlot::tr("In flight"), formatMoney(sample.inFlight)},
                  {tokens.accent, TotalPlot::tr("Balances"), formatMoney(sample.balances)}}};
    if (sample.total() < m_expected)
        box.rows << HoverBox::Row{tokens.failed.chart, TotalPlot::tr("Missing"),
                                  formatMoney(m_expected - sample.total())};
    return box;
}

void TotalPlotCanvas::paintBox(QPainter &painter, double x, const TotalSample &sample) const
{
    constexpr double distance = 10;
    const HoverBox box = boxFor(sample);
    const QSizeF size = box.size(m_theme);
    const QRect plot = axisRect()->rect();
    const bool fitsRight = x + distance + size.width() <= plot.right();
    const double left = fitsRight ? x + distance : x - distance - size.width();
    box.paint(painter, QPointF(qMax(0.0, left), plot.bottom() - size.height() - 8), m_theme);
}

} // namespace widgets
