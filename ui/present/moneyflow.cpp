// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/moneyflow.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Stage = PresentStory::Stage;
using theme::TextSize;

constexpr double cardRadius = 12;
constexpr double cardShare = 0.27; // of the width
constexpr double cardHeightShare = 0.68; // of the height
constexpr double cardPad = 36;
constexpr double barWidth = 6;
constexpr double pillHeight = 88;
constexpr double headLength = 20;

void paintHead(QPainter &painter, const QPointF &tip, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF{tip, tip + QPointF(-headLength, -headLength / 2), tip + QPointF(-headLength, headLength / 2)});
}

} // namespace

MoneyFlow::MoneyFlow(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("The way of the money"));
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void MoneyFlow::show(const PresentStory &story, const Account &sender, const Account &receiver, const QString &again)
{
    m_story = story;
    m_sender = sender;
    m_receiver = receiver;
    m_again = again;
    setAccessibleDescription(QStringList{sender.bank, sender.user, sender.balance, senderChange(), memory(), again,
                                         receiver.bank, receiver.user, receiver.balance, receiverChange()}
                                 .join(u' '));
    update();
}

QString MoneyFlow::amount() const
{
    return m_story.amount ? widgets::formatMoney(*m_story.amount) : tr("message");
}

QString MoneyFlow::senderChange() const
{
    const bool isDebited = m_story.stage == Stage::Debited || m_story.stage == Stage::Settled;
    return isDebited ? tr("− %1 debited").arg(amount()) : tr("nothing debited");
}

QString MoneyFlow::receiverChange() const
{
    switch (m_story.stage) {
    case Stage::Promised:
        return tr("nothing to come yet");
    case Stage::Debited:
        return tr("+ %1 to come").arg(amount());
    case Stage::Settled:
        return tr("+ %1 credited").arg(amount());
    case Stage::TakenBack:
        return tr("nothing credited");
    }
    Q_UNREACHABLE();
}

QString MoneyFlow::memory() const
{
    switch (m_story.stage) {
    case Stage::Promised:
        return tr("“%1 may pay %2 %3.”").arg(m_sender.user, m_receiver.user, amount());
    case Stage::Debited:
        return tr("“%1 paid. %2 is owed %3.”").arg(m_sender.user, m_receiver.user, amount());
    case Stage::Settled:
        return tr("“%1 paid. %2 has it.”").arg(m_sender.user, m_receiver.user);
    case Stage::TakenBack:
        return tr("“%1 did not pay.”").arg(m_sender.user);
    }
    Q_UNREACHABLE();
}

void MoneyFlow::paintAccount(QPainter &painter, const QRectF &card, const Account &account, theme::Bank bank,
                             const QString &change) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    painter.setPen(tokens.border);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(card, cardRadius, cardRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(bank));
    painter.drawRoundedRect(QRectF(card.left(), card.top() + 24, barWidth, card.height() - 48), 3, 3);
    QRectF room = card.adjusted(cardPad, 0, -16, 0);
    const double top = card.top() + card.height() * 0.12;
    const double step = card.height() * 0.76;
    const auto line = [&](double from, double height, TextSize size, const QColor &color, const QString &text) {
        painter.setFont(m_theme.font(size));
        painter.setPen(color);
        theme::drawDigits(painter, QRectF(room.left(), top + from * step, room.width(), height * step).toRect(),
                          Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    line(0.00, 0.20, TextSize::Body, tokens.muted, account.bank);
    line(0.20, 0.20, TextSize::DialogTitle, tokens.text, account.user);
    line(0.42, 0.34, TextSize::PresentLarge, tokens.text, account.balance);
    line(0.80, 0.20, TextSize::DialogTitle, tokens.text, change);
}

void MoneyFlow::paintPill(QPainter &painter, const QRectF &pill) const
{
    const theme::StateColors &colors = m_theme.tokens().submitted;
    painter.setPen(QPen(colors.chart, 2));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(colors.text);
    painter.setFont(m_theme.font(TextSize::Kpi));
    painter.drawText(pill, Qt::AlignCenter, amount());
}

/// What is behind the money is drawn through; what lies ahead is dashed.
void MoneyFlow::paintWay(QPainter &painter, const QRectF &left, const QRectF &right) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool isDebited = m_story.stage == Stage::Debited || m_story.stage == Stage::Settled;
    const bool isCredited = m_story.stage == Stage::Settled;
    const QPointF from(left.right(), left.center().y());
    const QPointF to(right.left(), right.center().y());
    const QPointF middle = (from + to) / 2;
    const auto pen = [&](bool done) {
        return QPen(done ? tokens.submitted.chart : tokens.edge, 3, done ? Qt::SolidLine : Qt::DashLine);
    };
    painter.setPen(pen(isDebited));
    painter.drawLine(from, middle);
    painter.setPen(pen(isCredited));
    painter.drawLine(middle, to - QPointF(headLength, 0));
    paintHead(painter, to, isCredited ? tokens.submitted.chart : tokens.edge);
    const QRectF pill(middle.x() - (to.x() - from.x()) * 0.14, middle.y() - pillHeight / 2, (to.x() - from.x()) * 0.28,
                      pillHeight);
    if (isInFlight()) {
        paintPill(painter, pill);
        painter.setPen(tokens.muted);
        painter.setFont(m_theme.font(TextSize::Body));
        painter.drawText(pill.translated(0, -pillHeight * 0.8), Qt::AlignCenter, tr("In flight"));
    }
    if (m_again.isEmpty())
        return;
    painter.setPen(tokens.retrying.text);
    painter.setFont(m_theme.font(TextSize::CardTitle));
    painter.drawText(QRectF(pill.right(), middle.y() + 10, to.x() - pill.right(), 40), Qt::AlignCenter, m_again);
}

void MoneyFlow::paintMemory(QPainter &painter, const QRectF &box) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    painter.setPen(tokens.accent);
    painter.setBrush(tokens.accentTint);
    painter.drawRoundedRect(box, 8, 8);
    const double half = box.height() / 2;
    painter.setFont(m_theme.font(TextSize::CardTitle));
    painter.drawText(box.adjusted(8, 6, -8, -half), Qt::AlignCenter, tr("The coordinator remembers"));
    painter.setPen(tokens.text);
    painter.setFont(m_theme.font());
    const QString text = QFontMetricsF(painter.font()).elidedText(memory(), Qt::ElideRight, box.width() - 24);
    painter.drawText(box.adjusted(8, half, -8, -6), Qt::AlignCenter, text);
}

void MoneyFlow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double cardWidth = width() * cardShare;
    const double cardHeight = height() * cardHeightShare;
    const QRectF left(0.5, 0.5, cardWidth, cardHeight);
    const QRectF right(width() - cardWidth - 0.5, 0.5, cardWidth, cardHeight);
    const QRectF box(width() * 0.33, height() * 0.74, width() * 0.34, height() * 0.25);
    painter.setPen(QPen(m_theme.tokens().accent, 1.5, Qt::DotLine));
    painter.drawLine(QPointF(width() / 2.0, left.center().y()), QPointF(width() / 2.0, box.top()));
    paintWay(painter, left, right);
    paintAccount(painter, left, m_sender, theme::Bank::A, senderChange());
    paintAccount(painter, right, m_receiver, theme::Bank::B, receiverChange());
    paintMemory(painter, box);
}

} // namespace ui
