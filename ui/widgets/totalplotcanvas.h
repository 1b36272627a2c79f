// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plotcanvas.h"
#include "ui/widgets/totalplot.h"

namespace widgets {

/// The QCustomPlot inside a TotalPlot: turns samples and tokens into curves, areas and the box about one sample.
/// Amounts become doubles for their place on the screen only; every text is made from the exact amount.
class TotalPlotCanvas final : public PlotCanvas
{
    Q_OBJECT
public:
    TotalPlotCanvas(const theme::Theme &theme, QWidget *parent);

    void setData(const QList<TotalSample> &samples, core::Money expected);

protected:
    void styleCurves() override;
    QList<Mark> marksOf(int sample) const override;
    HoverBox boxFor(int sample) const override;
    void paintOver(QPainter &painter) const override;

private:
    void createGraphs();
    void fitValues();
    double pixelY(core::Money amount) const;

    QList<TotalSample> m_samples;
    core::Money m_expected;
    QCPGraph *m_expectedLine;
    QCPGraph *m_total;
    QCPGraph *m_balances;
};

} // namespace widgets
