// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/truthbadge.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int badgeSize = 40;
constexpr int iconSize = 24;
constexpr double radius = 6;

} // namespace

TruthBadge::TruthBadge(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(badgeSize, badgeSize);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TruthBadge::setTone(Truth::Tone tone)
{
    m_tone = tone;
    update();
}

void TruthBadge::paintEvent(QPaintEvent *)
{
    const bool isGood = m_tone == Truth::Tone::Good;
    const theme::StateStyle style = m_tone == Truth::Tone::Unknown
        ? theme::neutralStyle(u"question"_s, m_theme.tokens())
        : m_theme.style(isGood ? theme::State::Succeed : theme::State::Failed);
    const QString icon = isGood ? u"proof"_s : m_tone == Truth::Tone::Bad ? u"warning"_s : u"question"_s;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style.edge);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int inset = (badgeSize - iconSize) / 2;
    painter.drawPixmap(inset, inset, theme::iconPixmap(icon, style.text, iconSize, devicePixelRatioF()));
}

} // namespace ui
