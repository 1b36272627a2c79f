// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextBrowser>
#include <QToolButton>

namespace theme {
namespace {

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// Inputs, tabs and menus have a look of their own for it in the style sheet.
bool showsItself(const QWidget &widget)
{
    const bool isText = qobject_cast<const QPlainTextEdit *>(&widget)
        || (qobject_cast<const QTextEdit *>(&widget) && !qobject_cast<const QTextBrowser *>(&widget));
    return isText || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSlider *>(&widget)
        || qobject_cast<const QTabBar *>(&widget) || qobject_cast<const QMenuBar *>(&widget)
        || qobject_cast<const QMenu *>(&widget) || qobject_cast<const QToolButton *>(&widget);
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
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    const QWidget *around = m_frame ? m_frame->widget() : nullptr;
    // A dialog tells a widget of the focus before it is active; when another has taken it by then, none is told of its
    // loss.
    const bool isLost = event->type() == QEvent::FocusOut ? around == watched : around != watched;
    if (around && isLost && watched->isWidgetType())
        hide();
    if (event->type() != QEvent::FocusIn || !isByKeyboard(static_cast<QFocusEvent *>(event)->reason()))
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget && !widget->isWindow() && !showsItself(*widget))
        show(*widget);
    return false;
}

void FocusRing::refresh()
{
    if (m_frame && m_frame->widget())
        m_frame->show();
}

void FocusRing::show(QWidget &widget)
{
    // The frame becomes a child of the widget's window and dies with it.
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(&widget);
}

void FocusRing::hide()
{
    m_frame->setWidget(nullptr);
}

} // namespace theme
