// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/protocoldiagram.h"

#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/protocolaccess.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {
namespace {

constexpr QSizeF goodSize{640, 430};

} // namespace

ProtocolDiagram::ProtocolDiagram(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    installProtocolAccess();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &theme::Theme::changed, this, &ProtocolDiagram::lay);
    lay();
}

void ProtocolDiagram::setState(const ProtocolState &state)
{
    const int current = m_state.current;
    const int hovered = m_state.hovered;
    m_state = state;
    m_state.current = current;
    m_state.hovered = hovered;
    m_state.hasFocus = hasFocus();
    update();
}

void ProtocolDiagram::setCurrent(int number)
{
    m_state.current = number;
    update();
}

QRect ProtocolDiagram::pointRect(int number) const
{
    return protocolPoint(number) ? ProtocolLayout::hitArea(m_layout.points.at(number - 1)).toAlignedRect() : QRect();
}

QString ProtocolDiagram::sentence(int number) const
{
    const ProtocolPoint *point = protocolPoint(number);
    return point ? PointWords::sentence(*point, m_state.armed) : QString();
}

int ProtocolDiagram::pointAt(const QPoint &place) const
{
    return m_layout.pointAt(place) + 1;
}

QSize ProtocolDiagram::sizeHint() const
{
    return goodSize.toSize().expandedTo(minimumSizeHint());
}

QSize ProtocolDiagram::minimumSizeHint() const
{
    const QFontMetricsF metrics(m_theme.font(theme::TextSize::Hint));
    const QSizeF least = leastProtocolSize(metrics, ProtocolPainter::wordsWidth(m_theme));
    return {int(std::ceil(least.width())), int(std::ceil(least.height()))};
}

void ProtocolDiagram::lay()
{
    const QFontMetricsF metrics(m_theme.font(theme::TextSize::Hint));
    m_layout = layProtocol(size(), metrics, ProtocolPainter::wordsWidth(m_theme));
    updateGeometry();
    update();
}

void ProtocolDiagram::choose(int number)
{
    if (number < 1 || number > protocolPoints().size() || number == m_state.current)
        return;
    setCurrent(number);
    emit currentChanged(number);
    if (QAccessible::isActive()) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(number - 1);
        QAccessible::updateAccessibility(&focus);
    }
}

void ProtocolDiagram::hover(int number)
{
    if (std::exchange(m_state.hovered, number) == number)
        return;
    setCursor(number > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

bool ProtocolDiagram::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        lay();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int number = pointAt(help->pos());
    number > 0 ? QToolTip::showText(help->globalPos(), sentence(number), this, pointRect(number))
               : QToolTip::hideText();
    return true;
}

void ProtocolDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    ProtocolPainter(m_theme, m_layout, m_state).paint(painter);
}

void ProtocolDiagram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    lay();
}

void ProtocolDiagram::mousePressEvent(QMouseEvent *event)
{
    const int number = event->button() == Qt::LeftButton ? pointAt(event->pos()) : 0;
    if (number == 0)
        return QWidget::mousePressEvent(event);
    choose(number);
    emit activated(number);
}

void ProtocolDiagram::mouseMoveEvent(QMouseEvent *event)
{
    hover(pointAt(event->pos()));
}

void ProtocolDiagram::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hover(0);
}

void ProtocolDiagram::keyPressEvent(QKeyEvent *event)
{
    const int last = int(protocolPoints().size());
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return choose(std::min(m_state.current + 1, last));
    case Qt::Key_Left:
    case Qt::Key_Up:
        return choose(std::max(m_state.current - 1, 1));
    case Qt::Key_Home:
        return choose(1);
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_state.current > 0)
            emit activated(m_state.current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ProtocolDiagram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_state.current == 0)
        choose(1);
    m_state.hasFocus = true;
    update();
}

void ProtocolDiagram::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_state.hasFocus = false;
    update();
}

} // namespace ui
