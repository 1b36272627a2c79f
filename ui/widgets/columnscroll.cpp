// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnscroll.h"

#include <QEvent>
#include <QScrollBar>

namespace widgets {

ColumnScroll::ColumnScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    viewport()->setAutoFillBackground(false);
}

QSize ColumnScroll::minimumSizeHint() const
{
    QSize least = QScrollArea::minimumSizeHint();
    least.setWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    return least;
}

bool ColumnScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace widgets
