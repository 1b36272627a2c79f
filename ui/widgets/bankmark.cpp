// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bankmark.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace widgets {
namespace {

constexpr int barWidth = 4;
constexpr int gap = 10;

} // namespace

BankMark::BankMark(const theme::Theme &theme, theme::Bank bank, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bank(bank)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setName(name);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BankMark::setBank(theme::Bank bank)
{
    m_bank = bank;
    update();
}

void BankMark::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    updateGeometry();
    update();
}

void BankMark::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    setToolTip(detail);
    updateGeometry();
    update();
}

QSize BankMark::sizeHint() const
{
    const QFontMetricsF name(m_theme.font(theme::TextSize::CardTitle));
    const QFontMetricsF detail(m_theme.font(theme::TextSize::Hint));
    const double width = qMax(theme::digitsWidth(name, m_name), theme::digitsWidth(detail, m_detail));
    const double height = name.height() + (m_detail.isEmpty() ? 0 : detail.height());
    return {qCeil(width) + barWidth + gap, qCeil(height) + 2};
}

QSize BankMark::minimumSizeHint() const
{
    const QFontMetricsF name(m_theme.font(theme::TextSize::CardTitle));
    return {qCeil(theme::digitsWidth(name, m_name)) + barWidth + gap, sizeHint().height()};
}

void BankMark::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(m_bank));
    painter.drawRoundedRect(QRect(0, 2, barWidth, height() - 4), 2, 2);

    const QRect text = rect().adjusted(barWidth + gap, 0, 0, 0);
    painter.setFont(m_theme.font(theme::TextSize::CardTitle));
    const int nameHeight = m_detail.isEmpty() ? height() : painter.fontMetrics().height();
    painter.setPen(tokens.text);
    theme::drawDigits(painter, QRect(text.topLeft(), QSize(text.width(), nameHeight)), Qt::AlignLeft, m_name);
    painter.setFont(m_theme.font(theme::TextSize::Hint));
    painter.setPen(tokens.muted);
    theme::drawDigits(painter, text.adjusted(0, nameHeight, 0, 0), Qt::AlignLeft, m_detail);
}

} // namespace widgets
