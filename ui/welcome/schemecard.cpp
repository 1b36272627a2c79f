// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/schemecard.h"

#include "ui/welcome/choicerow.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {
namespace {

constexpr int inset = 7; // around the picture
constexpr int pictureHeight = 62;
constexpr int cardPad = 8;

/// The console as a few bars: rail, card, three rows with their states.
void paintConsole(QPainter &painter, const QRectF &room, const theme::Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.window);
    painter.drawRoundedRect(room, 4, 4);
    const auto bar = [&](double x, double y, double width, double height, const QColor &color) {
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(room.left() + x * room.width(), room.top() + y * room.height(),
                                       width * room.width(), height * room.height()),
                                1.5, 1.5);
    };
    bar(0.06, 0.22, 0.12, 0.09, tokens.accentFill);
    bar(0.06, 0.38, 0.12, 0.09, tokens.neutralEdge);
    bar(0.06, 0.54, 0.12, 0.09, tokens.neutralEdge);
    bar(0.25, 0.18, 0.68, 0.68, tokens.panel);
    bar(0.30, 0.26, 0.36, 0.07, tokens.text);
    const QColor states[] = {tokens.succeed.chart, tokens.submitted.chart, tokens.prepared.chart};
    for (int row = 0; row < 3; ++row) {
        bar(0.30, 0.42 + 0.14 * row, 0.17, 0.09, states[row]);
        bar(0.53, 0.44 + 0.14 * row, 0.32, 0.05, tokens.muted);
    }
}

} // namespace

SchemeCard::SchemeCard(const theme::Theme &theme, theme::Theme::Scheme scheme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_scheme(scheme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, &QWidget::updateGeometry);
}

QSize SchemeCard::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(text()) + choiceRadioSize + 3 * cardPad;
    return {qMax(100, width), pictureHeight + inset + qMax(34, fontMetrics().height() + 14)};
}

void SchemeCard::paintEvent(QPaintEvent *)
{
    using Scheme = theme::Theme::Scheme;
    QPainter painter(this);
    const QRect picture(inset, inset, width() - 2 * inset, pictureHeight);
    const int middle = (picture.bottom() + height()) / 2;
    paintChoice(painter, *this, m_theme, {cardPad, middle - choiceRadioSize / 2});
    paintConsole(painter, picture, m_scheme == Scheme::Dark ? theme::darkTokens() : theme::lightTokens());
    if (m_scheme == Scheme::System) { // the other half, behind a slanted edge
        QPainterPath half;
        const double slant = picture.width() * 0.08;
        half.addPolygon(QPolygonF{{picture.center().x() + slant, double(picture.top())},
                                  {double(picture.right() + 1), double(picture.top())},
                                  {double(picture.right() + 1), double(picture.bottom() + 1)},
                                  {picture.center().x() - slant, double(picture.bottom() + 1)}});
        painter.save();
        painter.setClipPath(half);
        paintConsole(painter, picture, theme::darkTokens());
        painter.restore();
    }
    painter.setPen(m_theme.tokens().edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(picture).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(m_theme.tokens().text);
    painter.setFont(m_theme.font());
    painter.drawText(QRect(cardPad + choiceRadioSize + 6, middle - height(), width(), 2 * height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace ui
