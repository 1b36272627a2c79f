// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/choicerow.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace ui {
namespace {

constexpr int rowPadding = 12;
constexpr int rowGap = 10;
constexpr double choiceRadius = 6;

} // namespace

void paintChoice(QPainter &painter, const QAbstractButton &button, const theme::Theme &theme, const QPoint &radioAt)
{
    const theme::Tokens &tokens = theme.tokens();
    const double line = button.isChecked() ? 2 : 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(button.isChecked() ? tokens.accent : tokens.border, line));
    painter.setBrush(button.isChecked() ? tokens.accentTint : button.underMouse() ? tokens.hover : tokens.panel);
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), choiceRadius,
                            choiceRadius);
    QStyleOptionButton radio;
    radio.initFrom(&button);
    radio.state |= button.isChecked() ? QStyle::State_On : QStyle::State_Off;
    radio.rect = QRect(radioAt, QSize(choiceRadioSize, choiceRadioSize));
    button.style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, &button);
}

ChoiceRow::ChoiceRow(const theme::Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, &QWidget::updateGeometry);
}

void ChoiceRow::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    updateGeometry();
    update();
}

QSize ChoiceRow::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text()) + fontMetrics().horizontalAdvance(m_note);
    return {words + 2 * rowPadding + choiceRadioSize + 3 * rowGap, qMax(40, fontMetrics().height() + 20)};
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChoice(painter, *this, m_theme, {rowPadding, (height() - choiceRadioSize) / 2});
    const QRect room = rect().adjusted(rowPadding + choiceRadioSize + rowGap, 0, -rowPadding, 0);
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.tokens().text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_note);
}

} // namespace ui
