// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/widgets/hoverbox.h"
#include "ui/widgets/plotlibrary.h"

#include <QElapsedTimer>
#include <QTimeZone>
#include <QTimer>

#include <optional>

namespace theme {
class Theme;
}

namespace widgets {

/// What all plots over time share: axes and grid from the tokens, a time axis in a zone, the range that is zoomed to,
/// the range being dragged, and the line, rings and box at one sample. What is drawn is a subclass's.
class PlotCanvas : public QCustomPlot
{
    Q_OBJECT
public:
    /// The screen's zone holds from the start, and again when that one changes.
    void setTimeZone(const QTimeZone &zone);
    /// Colours and fonts are others.
    void refreshStyle();

    int sampleCount() const { return int(m_times.size()); }
    /// Shows the box about this sample, or none.
    void setCurrent(std::optional<int> index);
    /// The sample at this x in pixels; none where there are no samples.
    virtual std::optional<int> sampleAt(double x) const;

    bool isZoomed() const { return m_zoomed; }
    /// Shows the whole time again.
    void resetRange();
    /// Shows only the time between these two x in pixels; a span too short changes nothing.
    void zoomTo(double fromX, double toX);
    /// Shows factor times the time that is shown, around a sample.
    void zoomBy(double factor, int around);
    /// Draws the range that is being dragged; nothing ends it.
    void setDragged(std::optional<std::pair<double, double>> xs);

protected:
    /// Which sample a time between two stands for.
    enum class Snap { Before, Nearest };
    struct Mark
    {
        double value; ///< on the axis
        QColor color;
    };

    PlotCanvas(const theme::Theme &theme, Snap snap, QWidget *parent);

    /// The times of the samples in order, and the range of all. While zoomed in, what is shown stays.
    /// Draws all anew with the next turn of the event loop; while nobody sees it, when it is shown again.
    void redraw();
    /// The same for samples that came in: once a second at the most.
    void redrawSamples();

    void setTimes(const QList<core::TimePoint> &times, core::TimePoint from, core::TimePoint to);
    static double place(core::TimePoint time);
    double pixelX(int sample) const { return xAxis->coordToPixel(place(m_times.at(sample))); }
    const theme::Theme &look() const { return m_theme; }
    const QTimeZone &zone() const { return m_zone; }
    core::TimePoint timeOf(int sample) const { return m_times.at(sample); }

    virtual void styleCurves() = 0;
    virtual QList<Mark> marksOf(int sample) const = 0;
    virtual HoverBox boxFor(int sample) const = 0;
    /// On top of the finished picture, below the box: labels at the ends of lines. There are samples.
    virtual void paintOver(QPainter &painter) const = 0;

    void paintEvent(QPaintEvent *event) final;
    void resizeEvent(QResizeEvent *event) final;
    void showEvent(QShowEvent *event) final;
    void changeEvent(QEvent *event) override;

private:
    void styleAxes();
    void showSecondsIfClose(const QCPRange &range);
    void fitTimeTicks();
    void showLabels();
    void paintNothing();
    void paintDragged(QPainter &painter) const;
    void paintCurrent(QPainter &painter) const;
    void paintBox(QPainter &painter, double x) const;

    const theme::Theme &m_theme;
    Snap m_snap;
    QTimeZone m_zone;
    QList<core::TimePoint> m_times;
    core::TimePoint m_from;
    core::TimePoint m_to;
    std::optional<int> m_current;
    std::optional<std::pair<double, double>> m_dragged;
    bool m_zoomed = false;
    bool m_isStale = false; ///< what is painted is not what is known: nobody saw it
    QElapsedTimer m_sinceSamples; ///< were drawn
    QTimer m_samplesTimer;
};

} // namespace widgets
