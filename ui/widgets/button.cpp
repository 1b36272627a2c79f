// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/keyhint.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int iconSide = 16;
constexpr int gap = 8;
constexpr int badgeAside = 6; // right of the icon, which is still seen

QString kindName(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Plain:
        return u"plain"_s;
    case Button::Kind::Primary:
        return u"primary"_s;
    case Button::Kind::Danger:
        return u"danger"_s;
    case Button::Kind::Link:
        return u"link"_s;
    case Button::Kind::Quiet:
        return u"quiet"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Button::Button(const theme::Theme &theme, Kind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setProperty("kind", kindName(kind));
    setAutoDefault(false);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QKeySequence &keys)
{
    m_keyHint = keyHintText(keys);
    updateGeometry();
    update();
}

void Button::setAction(QAction *action)
{
    m_action = action;
    connect(action, &QAction::changed, this, &Button::readAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    readAction();
}

void Button::readAction()
{
    setText(m_action->iconText());
    setToolTip(m_action->toolTip());
    setStatusTip(m_action->statusTip());
    setEnabled(m_action->isEnabled());
    if (parentWidget() || !m_action->isVisible()) // without a place yet it would be a window of its own
        setVisible(m_action->isVisible());
    setKeyHint(m_action->shortcut());
}

QColor Button::textColor() const
{
    const theme::Tokens &tokens = m_theme.tokens();
    if (!isEnabled())
        return tokens.disabled;
    switch (m_kind) {
    case Kind::Primary:
        return tokens.onAccent;
    case Kind::Danger:
        return tokens.failed.text;
    case Kind::Link:
        return tokens.accent;
    case Kind::Plain:
    case Kind::Quiet:
        return tokens.text;
    }
    Q_UNREACHABLE();
}

int Button::hintWidth() const
{
    return m_keyHint.isEmpty() ? 0 : keyHintSize(m_keyHint, font()).width();
}

int Button::contentWidth() const
{
    int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (!m_iconName.isEmpty())
        width += iconSide + (width > 0 ? gap : 0);
    return m_keyHint.isEmpty() ? width : width + gap + hintWidth();
}

QSize Button::sizeHint() const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, {contentWidth(), fontMetrics().height()}, this);
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    QRect rest(0, 0, qMin(contentWidth(), width()), height());
    rest.moveCenter(rect().center());
    if (!m_iconName.isEmpty()) {
        theme::paintIcon(painter, QRect(rest.left(), 0, iconSide, height()), m_iconName, textColor());
        rest.setLeft(rest.left() + iconSide + gap);
    }
    painter.setPen(textColor());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (m_keyHint.isEmpty())
        return;
    QRect pill(QPoint(), keyHintSize(m_keyHint, font()));
    pill.moveCenter(rest.center());
    pill.moveRight(rest.right());
    const bool primary = m_kind == Kind::Primary && isEnabled();
    paintKeyHint(painter, pill, m_keyHint, primary ? textColor() : m_theme.tokens().muted,
                 primary ? textColor() : m_theme.tokens().edge);
}

IconButton::IconButton(const theme::Theme &theme, const QString &iconName, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setToolTip(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconButton::setFlat(bool flat)
{
    m_flat = flat;
    updateGeometry();
    update();
}

void IconButton::setBadge(const QString &text)
{
    m_badge = text;
    updateGeometry();
    update();
}

QSize IconButton::sizeHint() const
{
    // As high as an input beside it.
    const int side = m_flat ? qMax(28, fontMetrics().height() + 8) : qMax(32, fontMetrics().height() + 14);
    return {side + (m_badge.isEmpty() ? 0 : 2 * badgeAside), side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_flat ? QColor(Qt::transparent) : tokens.raised;
    if (isDown() || isChecked())
        fill = tokens.select;
    else if (underMouse() && isEnabled())
        fill = tokens.hover;
    painter.setPen(m_flat ? QColor(Qt::transparent) : tokens.border);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QRect icon(rect().center() - QPoint(7, 7), QSize(16, 16));
    if (!m_badge.isEmpty())
        icon.moveLeft(height() / 2 - 8);
    theme::paintIcon(painter, icon, m_iconName, isEnabled() ? tokens.text : tokens.disabled);
    if (!m_badge.isEmpty())
        paintBadge(painter, QPointF(icon.right() + badgeAside, icon.top() + 3), m_badge, Badge::Attention, m_theme);
}

} // namespace widgets
