// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QKeyEvent;
class QMouseEvent;

namespace widgets {

class PlotCanvas;

/// Mouse and keys on a plot: the sample under the mouse or walked to by the arrow keys, Home and End; dragging and +
/// and − zoom in time, a double click or Esc shows all again. A child of the canvas.
class PlotGestures final : public QObject
{
    Q_OBJECT
public:
    explicit PlotGestures(PlotCanvas &canvas);

    std::optional<int> current() const { return m_current; }
    void select(std::optional<int> index);
    /// The samples are others: keeps the current one where it still exists.
    void refresh();
    /// True when the key was for the plot.
    bool takeKey(const QKeyEvent &event);

signals:
    void currentChanged(std::optional<int> index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    void zoom(double factor);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);

    PlotCanvas &m_canvas;
    std::optional<int> m_current;
    std::optional<double> m_dragStart;
};

} // namespace widgets
