// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double dot = 2; // radius
constexpr float areaOpacity = 0.14f;
constexpr int narrowest = 24; // less shows nothing that can be read

} // namespace

Sparkline::Sparkline(const theme::Theme &theme, theme::ColorOf color, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_color(std::move(color))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values.mid(std::max(qsizetype(0), values.size() - pointsMax));
    update();
}

void Sparkline::setColor(theme::ColorOf color)
{
    m_color = std::move(color);
    update();
}

/// The newest point stands at the right; a line that has just begun does not fill the width.
QPointF Sparkline::pointAt(qsizetype index, double top) const
{
    const QRectF room = QRectF(rect()).adjusted(dot, dot, -dot, -dot);
    const double step = room.width() / (pointsMax - 1);
    const double x = room.right() - step * double(m_values.size() - 1 - index);
    return {x, room.bottom() - room.height() * m_values.at(index) / top};
}

QList<QPolygonF> Sparkline::lines() const
{
    double top = 0;
    for (const double value : m_values)
        top = std::isnan(value) ? top : std::max(top, value);
    QList<QPolygonF> lines{QPolygonF()};
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (std::isnan(m_values.at(i)))
            lines << QPolygonF();
        else
            lines.last() << pointAt(i, top > 0 ? top : 1);
    }
    lines.removeIf([](const QPolygonF &line) { return line.isEmpty(); });
    return lines;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (width() < narrowest)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = m_color(m_theme.tokens());
    QColor tint = color;
    tint.setAlphaF(areaOpacity);
    const QList<QPolygonF> all = lines();
    for (const QPolygonF &line : all) {
        QPolygonF area = line;
        area << QPointF(line.last().x(), height() - dot) << QPointF(line.first().x(), height() - dot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawPolygon(area);
        painter.setPen(QPen(color, 1));
        painter.drawPolyline(line);
    }
    if (all.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(all.last().last(), dot, dot);
}

} // namespace widgets
