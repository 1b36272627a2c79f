// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navrail.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace widgets {
namespace {

constexpr int railWidth = 88;
constexpr int itemHeight = 56;
constexpr int iconSide = 20;
constexpr int barWidth = 3;
constexpr int inset = 8; // of the tinted box from the edges of the rail

} // namespace

NavItem::NavItem(const theme::Theme &theme, const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NavItem::setBadge(const QString &text, Badge kind)
{
    m_badge = text;
    m_badgeKind = kind;
    setAccessibleDescription(text);
    update();
}

QSize NavItem::sizeHint() const
{
    QFont widest = m_theme.font(theme::TextSize::Small);
    widest.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(widest);
    return {qMax(railWidth, metrics.horizontalAdvance(text()) + 2 * inset + 4),
            qMax(itemHeight, iconSide + metrics.height() + 18)};
}

QSize NavItem::minimumSizeHint() const
{
    const QSize usual = sizeHint();
    return {usual.width(), iconSide + QFontMetrics(m_theme.font(theme::TextSize::Small)).height() + 4};
}

void NavItem::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? tokens.accentTint : tokens.hover);
        painter.drawRoundedRect(rect().adjusted(inset, 0, -inset, 0), 6, 6);
    }
    if (isChecked())
        painter.fillRect(0, height() / 5, barWidth, height() - 2 * (height() / 5), tokens.accent);

    const QColor color = isChecked() ? tokens.accent : tokens.muted;
    const int wordHeight = QFontMetrics(m_theme.font(theme::TextSize::Small)).height();
    const int rest = qMax(0, height() - iconSide - wordHeight); // above, between and below
    const QRect icon((width() - iconSide) / 2, rest / 2 - rest / 8, iconSide, iconSide);
    theme::paintIcon(painter, icon, m_iconName, color);
    QFont font = m_theme.font(theme::TextSize::Small);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRect(0, icon.bottom() + 1 + rest / 6, width(), wordHeight), Qt::AlignCenter, text());
    if (!m_badge.isEmpty())
        paintBadge(painter, QPointF(icon.right() + 3, icon.top() + 4), m_badge, m_badgeKind, m_theme);
}

NavRail::NavRail(const theme::Theme &theme, QWidget *parent)
    : ChoiceGroup(theme, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(4);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // a low window makes the items lower
    //: accessible name of the list of pages at the left
    setAccessibleName(tr("Pages"));
}

NavItem *NavRail::addPage(const QString &id, const QString &iconName, const QString &text, Place place)
{
    auto *page = new NavItem(theme(), iconName, text, this);
    if (place == Place::Top)
        m_column->insertWidget(m_topCount++, page);
    else
        m_column->addWidget(page);
    add(id, page);
    return page;
}

NavItem *NavRail::item(const QString &id) const
{
    return static_cast<NavItem *>(button(id));
}

} // namespace widgets
