// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pagestack.h"

#include <QEvent>
#include <QScrollArea>

namespace ui {
namespace {

/// Between the stack and what scrolls it. Without a layout: that of a stack would ask for the height that all of its
/// pages like to have at a width, and a page would be scrolled that fits.
class PageRoom final : public QWidget
{
public:
    explicit PageRoom(PageStack *stack) : m_stack(stack) { stack->setParent(this); }

    QSize minimumSizeHint() const override { return m_stack->minimumSizeHint(); }

protected:
    void resizeEvent(QResizeEvent *) override { m_stack->setGeometry(rect()); }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QWidget::event(event);
    }

private:
    PageStack *m_stack;
};

} // namespace

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QScrollArea *PageStack::framed(PageStack *stack)
{
    auto *room = new PageRoom(stack);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(room);
    room->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QSize PageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

} // namespace ui
