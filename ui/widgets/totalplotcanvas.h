// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/hoverbox.h"
#include "ui/widgets/plotlibrary.h"
#include "ui/widgets/totalplot.h"

namespace widgets {

/// The QCustomPlot inside a TotalPlot: turns samples and tokens into curves, areas and the box about one sample.
/// Amounts become doubles for their place on the screen only; every text is made from the exact amount.
class TotalPlotCanvas final : public QCustomPlot
{
    Q_OBJECT
public:
    TotalPlotCanvas(const theme::Theme &theme, QWidget *parent);

    void setData(const QList<TotalSample> &samples, core::Money expected);
    void setTimeZone(const QTimeZone &zone);
    /// Colours and fonts are others.
    void refreshStyle();
    /// Shows the box about this sample, or none.
    void setCurrent(std::optional<int> index);
    /// The sample nearest to this x in pixels.
    std::optional<int> sampleAt(double x) const;
    /// Shows the whole time again.
    void resetRange();
    /// Shows only the time between these two x in pixels; a span too short changes nothing.
    void zoomTo(double fromX, double toX);
    /// Draws the range that is being dragged; nothing ends it.
    void setDragged(std::optional<std::pair<double, double>> xs);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void createGraphs();
    void styleAxes();
    void fitValues();
    void showSecondsIfClose(const QCPRange &range);
    void paintCurrent(QPainter &painter) const;
    HoverBox boxFor(const TotalSample &sample) const;
    void paintBox(QPainter &painter, double x, const TotalSample &sample) const;
    void paintEndLabels(QPainter &painter) const;
    double pixelY(core::Money amount) const;

    const theme::Theme &m_theme;
    QList<TotalSample> m_samples;
    core::Money m_expected;
    QTimeZone m_zone = QTimeZone::utc();
    std::optional<int> m_current;
    std::optional<std::pair<double, double>> m_dragged;
    bool m_zoomed = false;
    QCPGraph *m_expectedLine;
    QCPGraph *m_total;
    QCPGraph *m_balances;
};

} // namespace widgets
