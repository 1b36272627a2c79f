// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>

namespace theme {
namespace {

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(QApplication &application)
{
    application.installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == watched)
        hide();
    if (event->type() != QEvent::FocusIn || !isByKeyboard(static_cast<QFocusEvent *>(event)->reason()))
        return false;
    if (auto *button = qobject_cast<QAbstractButton *>(watched))
        show(*button);
    return false;
}

void FocusRing::refresh()
{
    if (m_frame && m_frame->widget())
        m_frame->show();
}

void FocusRing::show(QWidget &button)
{
    // The frame becomes a child of the button's window and dies with it.
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(&button);
}

void FocusRing::hide()
{
    m_frame->setWidget(nullptr);
}

} // namespace theme
