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

    void setMark(const std::optional<TotalMark> &mark);
    /// The first sample from the mark on; none without a mark, or when it is older or younger than all samples.
    std::optional<int> markedSample() const { return m_markedSample; }
    /// Beside the mark it is the mark's.
    std::optional<int> sampleAt(double x) const override;
    void setData(const QList<TotalSample> &samples, core::Money expected);

signals:
    void markClicked();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void styleCurves() override;
    QList<Mark> marksOf(int sample) const override;
    HoverBox boxFor(int sample) const override;
    void paintOver(QPainter &painter) const override;

private:
    void findMarkedSample();
    bool isAtMark(double x) const;
    void paintMark(QPainter &painter) const;
    void createGraphs();
    void fitValues();
    double pixelY(core::Money amount) const;

    QList<TotalSample> m_samples;
    core::Money m_expected;
    std::optional<TotalMark> m_mark;
    std::optional<int> m_markedSample;
    double m_pressedX = -1;
    QCPGraph *m_expectedLine;
    QCPGraph *m_total;
    QCPGraph *m_balances;
};

} // namespace widgets
