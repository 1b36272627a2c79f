// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/widgets/legend.h"

#include <QList>
#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace theme {
class Theme;
}

namespace widgets {

/// Numbers over time: areas that stand on one another, or lines, on a linear or a logarithmic axis. Under the mouse or
/// the arrow keys a box tells the values of a sample; dragging and + and − zoom in time, a double click or Esc shows
/// all again.
class TimePlot final : public QWidget
{
    Q_OBJECT
public:
    /// Stacked areas stand on one another in the order of the series; lines stand by themselves.
    enum class Look { Stacked, Solid, Dashed, Dotted };
    enum class Scale { Linear, Logarithmic };

    struct Series
    {
        QString name;
        theme::ColorOf color;
        Look look = Look::Stacked;
    };
    struct Sample
    {
        core::TimePoint at;
        QList<double> values; ///< one a series; NaN: unknown
        bool afterGap = false; ///< no line leads to it
    };
    using ToText = std::function<QString(double)>;

    TimePlot(const theme::Theme &theme, Scale scale, QWidget *parent = nullptr);
    ~TimePlot() override;

    /// How values read in the box, and at the axis where setAxisText() says nothing else.
    void setValueText(ToText text);
    void setAxisText(ToText text);
    /// The highest value that the axis reaches at least, so that a quiet line does not look wild.
    void setLeastTop(double top);
    /// Writes name and value at the ends of the lines.
    void setEndLabels(bool on);
    void setSeries(const QList<Series> &series);
    /// In order of time, within from to to. Repaints with the next turn of the event loop.
    void setSamples(const QList<Sample> &samples, core::TimePoint from, core::TimePoint to);
    void setTimeZone(const QTimeZone &zone);

    const QList<Sample> &samples() const;
    const QList<Series> &series() const;
    QString valueText(double value) const; ///< "–" for NaN
    std::optional<int> currentSample() const; ///< that the box tells about
    bool isZoomed() const;
    QList<Legend::Entry> legend() const;
    QSize sizeHint() const override { return {360, 220}; }

signals:
    void currentSampleChanged(std::optional<int> index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();

    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace widgets
