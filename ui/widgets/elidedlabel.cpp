// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/theme/digits.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace widgets {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text && !accessibleName().isNull())
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    update();
}

void ElidedLabel::setNeverElided(bool never)
{
    m_neverElided = never;
    updateGeometry();
}

bool ElidedLabel::isElided() const
{
    return theme::digitsWidth(QFontMetricsF(font()), m_text) > contentsRect().width() + 0.5;
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    const QFontMetricsF metrics(font());
    const QMargins margins = contentsMargins();
    return {qCeil(theme::digitsWidth(metrics, m_text)) + margins.left() + margins.right(),
            qCeil(metrics.height()) + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    if (m_neverElided)
        return whole;
    return {qMin(whole.width(), fontMetrics().averageCharWidth() * 4), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    const QString shown = isElided() ? fontMetrics().elidedText(m_text, m_elideMode, contentsRect().width()) : m_text;
    theme::drawDigits(painter, contentsRect(), m_alignment, shown);
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ParentChange) {
        const QMargins kept = contentsMargins(); // a frame goes back to those of its border
        const bool isTaken = QFrame::event(event);
        setContentsMargins(kept);
        return isTaken;
    }
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text, this);
        return true;
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QFrame::event(event);
}

} // namespace widgets
