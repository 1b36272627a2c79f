// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/theme/digits.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace widgets {
namespace {

constexpr double widthRounding = 0.5;

} // namespace

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

void ElidedLabel::setWordWrap(bool wraps)
{
    m_wraps = wraps;
    QSizePolicy policy(QSizePolicy::Preferred, wraps ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
}

/// As many words on each as fit; at least one.
QStringList ElidedLabel::lines(double width) const
{
    if (!m_wraps)
        return {m_text};
    const QFontMetricsF metrics(font());
    QStringList lines;
    for (const QString &word : m_text.split(u' ')) {
        const QString longer = lines.isEmpty() ? word : lines.constLast() + u' ' + word;
        if (lines.isEmpty() || theme::digitsWidth(metrics, longer) > width + widthRounding)
            lines << word;
        else
            lines.last() = longer;
    }
    return lines;
}

double ElidedLabel::lineHeight() const
{
    return QFontMetricsF(font()).height();
}

bool ElidedLabel::isElided() const
{
    const QFontMetricsF metrics(font());
    const double room = contentsRect().width();
    const QStringList all = lines(room);
    return std::any_of(all.cbegin(), all.cend(), [&metrics, room](const QString &line) {
        return theme::digitsWidth(metrics, line) > room + widthRounding;
    });
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    const QMargins margins = contentsMargins();
    return {qCeil(theme::digitsWidth(QFontMetricsF(font()), m_text)) + margins.left() + margins.right(),
            qCeil(lineHeight()) + margins.top() + margins.bottom()};
}

int ElidedLabel::heightForWidth(int width) const
{
    if (!m_wraps)
        return -1;
    ensurePolished();
    const QMargins margins = contentsMargins();
    const qsizetype count = lines(width - margins.left() - margins.right()).size();
    return qCeil(lineHeight() * double(count)) + margins.top() + margins.bottom();
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
    const QRectF room = contentsRect();
    const QFontMetricsF metrics(font());
    const QStringList all = lines(room.width());
    const double height = all.size() == 1 ? room.height() : lineHeight();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool fits = theme::digitsWidth(metrics, all.at(i)) <= room.width() + widthRounding;
        const QString shown = fits ? all.at(i) : metrics.elidedText(all.at(i), m_elideMode, room.width());
        theme::drawDigits(painter, {room.left(), room.top() + double(i) * height, room.width(), height}, m_alignment,
                          shown);
    }
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
