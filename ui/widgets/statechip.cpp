// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statechip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QPainter>

namespace widgets {

StateChip::StateChip(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setNeutral({}, {});
    connect(&theme, &theme::Theme::changed, this, &StateChip::refresh);
}

void StateChip::setState(theme::State state, const QString &text)
{
    show([this, state] { return m_theme.style(state); }, text.isEmpty() ? stateWord(state) : text);
    if (text.isEmpty())
        m_wordOf = state;
}

void StateChip::setVerdict(theme::Verdict verdict, const QString &text)
{
    show([this, verdict] { return m_theme.style(verdict); }, text.isEmpty() ? verdictWord(verdict) : text);
}

void StateChip::setNeutral(const QString &icon, const QString &text)
{
    show([this, icon] { return theme::neutralStyle(icon, m_theme.tokens()); }, text);
}

void StateChip::show(std::function<theme::StateStyle()> style, const QString &text)
{
    m_style = std::move(style);
    m_wordOf.reset();
    m_chip.text = text;
    setAccessibleName(text);
    refresh();
}

void StateChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_wordOf)
        setState(*m_wordOf);
    QWidget::changeEvent(event);
}

void StateChip::refresh()
{
    m_chip.style = m_style();
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return chipSize(m_chip, font());
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_chip, font());
}

} // namespace widgets
