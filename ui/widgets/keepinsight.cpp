// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keepinsight.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace widgets {
namespace {

QList<QScrollArea *> areasAround(QWidget &widget)
{
    QList<QScrollArea *> areas;
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            areas << area;
    }
    return areas;
}

} // namespace

KeepInSight::KeepInSight(QWidget &widget) : QObject(&widget), m_widget(widget)
{
    widget.installEventFilter(this);
}

void KeepInSight::show(std::function<QRect()> partOf)
{
    m_partOf = std::move(partOf);
    watchAreas();
    revealSoon(); // what came with it takes its room first
}

void KeepInSight::letGo()
{
    m_partOf = nullptr;
}

/// Only what the user does triggers an action of a scroll bar.
void KeepInSight::watchAreas()
{
    for (QScrollArea *area : areasAround(m_widget)) {
        area->viewport()->installEventFilter(this); // once, however often it is asked for
        for (const QScrollBar *bar : {area->horizontalScrollBar(), area->verticalScrollBar()})
            connect(bar, &QAbstractSlider::actionTriggered, this, &KeepInSight::letGo, Qt::UniqueConnection);
    }
}

/// From the inside out: each area shows the place that the one in it has left the part at.
void KeepInSight::reveal()
{
    if (!m_partOf || !m_widget.isVisible())
        return;
    const QRect part = m_partOf();
    for (QScrollArea *area : areasAround(m_widget)) {
        const QPoint middle = m_widget.mapTo(area->widget(), part.center());
        area->ensureVisible(middle.x(), middle.y(), part.width() / 2, part.height() / 2);
    }
}

void KeepInSight::revealSoon()
{
    QMetaObject::invokeMethod(this, &KeepInSight::reveal, Qt::QueuedConnection);
}

bool KeepInSight::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize || (watched == &m_widget && event->type() == QEvent::Show);
    if (isMoved && m_partOf)
        revealSoon();
    return QObject::eventFilter(watched, event);
}

} // namespace widgets
