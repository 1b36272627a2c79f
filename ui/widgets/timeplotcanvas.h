// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plotcanvas.h"
#include "ui/widgets/timeplot.h"

namespace widgets {

/// The QCustomPlot inside a TimePlot.
class TimePlotCanvas final : public PlotCanvas
{
    Q_OBJECT
public:
    TimePlotCanvas(const theme::Theme &theme, TimePlot::Scale scale, QWidget *parent);

    void setValueText(TimePlot::ToText text);
    void setAxisText(TimePlot::ToText text);
    void setLeastTop(double top);
    void setEndLabels(bool on);
    void setSeries(const QList<TimePlot::Series> &series);
    void setData(const QList<TimePlot::Sample> &samples, core::TimePoint from, core::TimePoint to);

    const QList<TimePlot::Sample> &samples() const { return m_samples; }
    const QList<TimePlot::Series> &series() const { return m_series; }
    QString valueText(double value) const;
    QString axisText(double value) const;
    QString timeText(core::TimePoint time) const;

protected:
    void styleCurves() override;
    QList<Mark> marksOf(int sample) const override;
    HoverBox boxFor(int sample) const override;
    void paintOver(QPainter &painter) const override;

private:
    double heightOf(int sample, qsizetype series) const;
    /// Areas come first, then the edges above them all.
    QCPGraph *areaOf(qsizetype series) const { return graph(int(series)); }
    QCPGraph *edgeOf(qsizetype series) const { return graph(int(m_series.size() + series)); }
    bool hasEdge(qsizetype series, int sample) const;
    void fillGraph(qsizetype series);
    void fitValues();
    void fitLogarithmic(double low, double high);
    bool isStacked() const;
    QFont endLabelFont() const;

    TimePlot::Scale m_scale;
    TimePlot::ToText m_text;
    TimePlot::ToText m_axisText;
    double m_leastTop = 1;
    bool m_endLabels = false;
    QList<TimePlot::Series> m_series;
    QList<TimePlot::Sample> m_samples;
};

} // namespace widgets
