// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plotgestures.h"

#include "ui/widgets/plotcanvas.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace widgets {

PlotGestures::PlotGestures(PlotCanvas &canvas) : QObject(&canvas), m_canvas(canvas)
{
    canvas.installEventFilter(this);
}

void PlotGestures::select(std::optional<int> index)
{
    m_canvas.setCurrent(index);
    if (index == m_current)
        return;
    m_current = index;
    emit currentChanged(m_current);
}

void PlotGestures::refresh()
{
    select(m_current && *m_current < m_canvas.sampleCount() ? m_current : std::nullopt);
}

void PlotGestures::step(int by)
{
    const int last = m_canvas.sampleCount() - 1;
    if (last >= 0)
        select(m_current ? qBound(0, *m_current + by, last) : last);
}

void PlotGestures::zoom(double factor)
{
    const int last = m_canvas.sampleCount() - 1;
    if (last >= 0)
        m_canvas.zoomBy(factor, m_current.value_or(last));
}

bool PlotGestures::takeKey(const QKeyEvent &event)
{
    const int all = m_canvas.sampleCount();
    switch (event.key()) {
    case Qt::Key_Left:
        return step(-1), true;
    case Qt::Key_Right:
        return step(1), true;
    case Qt::Key_Home:
        return select(all > 0 ? std::optional(0) : std::nullopt), true;
    case Qt::Key_End:
        return select(all > 0 ? std::optional(all - 1) : std::nullopt), true;
    case Qt::Key_Plus:
        return zoom(0.5), true;
    case Qt::Key_Minus:
        return zoom(2), true;
    default:
        break;
    }
    if (event.key() != Qt::Key_Escape || (!m_current && !m_canvas.isZoomed()))
        return false;
    select(std::nullopt);
    m_canvas.resetRange();
    return true;
}

void PlotGestures::press(const QMouseEvent &event)
{
    if (event.button() == Qt::LeftButton)
        m_dragStart = event.position().x();
}

void PlotGestures::move(const QMouseEvent &event)
{
    const double x = event.position().x();
    if (m_dragStart)
        m_canvas.setDragged(std::pair(*m_dragStart, x));
    select(m_canvas.sampleAt(x));
}

void PlotGestures::release(const QMouseEvent &event)
{
    if (!m_dragStart)
        return;
    m_canvas.setDragged(std::nullopt);
    m_canvas.zoomTo(*m_dragStart, event.position().x());
    m_dragStart.reset();
}

bool PlotGestures::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        press(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseMove)
        move(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseButtonRelease)
        release(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseButtonDblClick)
        m_canvas.resetRange();
    return QObject::eventFilter(watched, event);
}

} // namespace widgets
