// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QList>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// A course of values without axes, 76×34: a line, a tinted area below it, a dot at its end. Decoration beside a
/// figure, so it has no name of its own for who does not see it.
class Sparkline final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int pointsMax = 60; ///< of more, the latest are shown

    Sparkline(const theme::Theme &theme, theme::ColorOf color, QWidget *parent = nullptr);

    /// Oldest first. NaN: unknown, the line breaks.
    void setValues(const QList<double> &values);
    void setColor(theme::ColorOf color);
    QSize sizeHint() const override { return {76, 34}; }
    QSize minimumSizeHint() const override { return {0, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointF pointAt(qsizetype index, double top) const;
    QList<QPolygonF> lines() const;

    const theme::Theme &m_theme;
    theme::ColorOf m_color;
    QList<double> m_values;
};

} // namespace widgets
