// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optioncard.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyleOptionButton>

namespace widgets {
namespace {

constexpr int padding = 14;
constexpr int radioSize = 16;
constexpr int iconSide = 16;
constexpr int textLeft = padding + radioSize + 12;
constexpr int titleHeightMin = 20;

} // namespace

OptionCard::OptionCard(const theme::Theme &theme, const QString &iconName, const QString &title,
                       const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
    , m_sentence(new QLabel(this))
    , m_column(new QVBoxLayout(this))
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_sentence->setWordWrap(true);
    m_sentence->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_column->setSpacing(8);
    m_column->addWidget(m_sentence);
    connect(&theme, &theme::Theme::changed, this, &OptionCard::fit);
    setTexts(title, sentence);
    fit();
}

void OptionCard::setTexts(const QString &title, const QString &sentence)
{
    setText(title);
    setAccessibleDescription(sentence);
    m_sentence->setText(sentence);
}

int OptionCard::titleHeight() const
{
    return qMax(titleHeightMin, QFontMetrics(m_theme.font(theme::TextSize::CardTitle)).height() + 2);
}

void OptionCard::fit()
{
    m_column->setContentsMargins(textLeft, padding + titleHeight(), padding, padding);
    update();
}

void OptionCard::addContent(QWidget *content)
{
    m_column->addWidget(content);
}

QSize OptionCard::sizeHint() const
{
    return m_column->sizeHint();
}

QSize OptionCard::minimumSizeHint() const
{
    return m_column->minimumSize();
}

int OptionCard::heightForWidth(int width) const
{
    return m_column->totalHeightForWidth(width);
}

void OptionCard::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = isChecked() ? 2 : 1;
    painter.setPen(QPen(isChecked() ? tokens.accent : tokens.border, line));
    painter.setBrush(isChecked() ? tokens.accentTint : underMouse() && isEnabled() ? tokens.hover : tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);

    QStyleOptionButton radio;
    radio.initFrom(this);
    radio.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
    radio.rect = QRect(padding, padding - 3 + (titleHeight() - radioSize) / 2, radioSize, radioSize);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);

    QRect title(textLeft, padding - 3, width() - textLeft - padding, titleHeight());
    const QColor color = isEnabled() ? tokens.text : tokens.disabled;
    if (!m_iconName.isEmpty()) {
        theme::paintIcon(painter, QRect(title.left(), title.top(), iconSide, title.height()), m_iconName, color);
        title.setLeft(title.left() + iconSide + 8);
    }
    painter.setFont(m_theme.font(theme::TextSize::CardTitle));
    painter.setPen(color);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace widgets
