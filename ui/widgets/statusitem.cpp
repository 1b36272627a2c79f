// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusitem.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace widgets {
namespace {

constexpr int side = 12;
constexpr int iconSide = 14;
constexpr int markSize = 8;
constexpr int gap = 6;
constexpr int lineHeight = 14;
constexpr int elidedWidth = 80;

} // namespace

StatusItem::StatusItem(const theme::Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatusItem::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void StatusItem::setMark(theme::ColorOf color)
{
    m_mark = std::move(color);
    updateGeometry();
    update();
}

void StatusItem::setEmphasis(theme::ColorOf color)
{
    m_emphasis = std::move(color);
    updateGeometry();
    update();
}

void StatusItem::setLineLeft(bool left)
{
    m_lineLeft = left;
    update();
}

QFont StatusItem::textFont() const
{
    QFont font = m_theme.font(theme::TextSize::Small);
    if (m_emphasis)
        font.setWeight(QFont::DemiBold);
    return font;
}

QSize StatusItem::sizeHint() const
{
    const QFontMetricsF metrics(textFont());
    const int leading = m_mark ? markSize + gap : m_iconName.isEmpty() ? 0 : iconSide + gap;
    return {qCeil(theme::digitsWidth(metrics, text())) + leading + 2 * side, qMax(24, qCeil(metrics.height()) + 4)};
}

QSize StatusItem::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), elidedWidth), sizeHint().height()};
}

void StatusItem::setElidable()
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

bool StatusItem::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < sizeHint().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

void StatusItem::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QColor color = m_emphasis ? m_emphasis(tokens) : tokens.muted;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect rest = rect().adjusted(side, 0, -side, 0);
    if (m_mark) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_mark(tokens));
        painter.drawRoundedRect(QRect(rest.left(), (height() - markSize) / 2, markSize, markSize), 2, 2);
        rest.setLeft(rest.left() + markSize + gap);
    } else if (!m_iconName.isEmpty()) {
        theme::paintIcon(painter, QRect(rest.left(), 0, iconSide, height()), m_iconName, color);
        rest.setLeft(rest.left() + iconSide + gap);
    }
    painter.setFont(textFont());
    painter.setPen(color);
    theme::drawDigits(painter, rest, Qt::AlignLeft, text());
    painter.fillRect(m_lineLeft ? 0 : width() - 1, (height() - lineHeight) / 2, 1, lineHeight, tokens.border);
}

} // namespace widgets
