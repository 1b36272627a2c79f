// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/moneyflow.h"

#include "ui/present/slidefont.h"
#include "ui/theme/digits.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double cardRadius = 12;
constexpr double cardShare = 0.27; // of the width
constexpr double boxShare = 0.36;
constexpr double cardPad = 36;
constexpr double cardEdge = 16; // at the right of a card's words
constexpr double boxEdge = 12;
constexpr double cardTop = 32;
constexpr double figureGap = 16;
constexpr double stemLength = 40; // from the money to what is remembered of it
constexpr double boxOverlap = 0.86; // of the cards' height: there begins what is remembered, at the earliest
constexpr double boxPad = 16;
constexpr double boxGap = 6;
constexpr double barWidth = 6;
constexpr double headLength = 20;
constexpr double chipPad = 10;
constexpr double chipIcon = 0.8; // of its text's height
constexpr double dotRadius = 8;
constexpr int dots = 3;
constexpr std::chrono::milliseconds frameTime{40};
constexpr double turn = 0.022; // of the way, a frame

/// Draws the parts of one picture; everything is measured from the fonts of the theme.
class FlowPainter final
{
public:
    FlowPainter(QPainter &painter, const QRectF &room, const theme::Theme &theme, const FlowPicture &flow, double phase)
        : m_painter(painter)
        , m_room(room)
        , m_theme(theme)
        , m_tokens(theme.tokens())
        , m_flow(flow)
        , m_phase(phase)
    { }

    /// As high as its words need, in the middle of the room; where that is too low or too narrow, all of it is smaller:
    /// no figure and no word is cut.
    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        const double cardHeight = accountHeight();
        const double boxTop = std::max(cardHeight / 2 + pillHeight() / 2 + stemLength, cardHeight * boxOverlap);
        const double boxHeight = lineHeight(SlideText::Strong) + lineHeight(SlideText::Body) + boxGap + 2 * boxPad;
        const double needed = boxTop + boxHeight + 2;
        const double shrink = std::min({1.0, m_room.height() / needed, m_room.width() / neededWidth()});
        m_painter.save();
        m_painter.translate(m_room.left(), m_room.top() + std::max(0.0, (m_room.height() - needed * shrink) / 2));
        m_painter.scale(shrink, shrink);
        const double all = m_room.width() / shrink;
        const QRectF left(0.5, 1, all * cardShare, cardHeight);
        const QRectF right(all - all * cardShare - 0.5, 1, all * cardShare, cardHeight);
        const QRectF box(all * (1 - boxShare) / 2, boxTop, all * boxShare, boxHeight);
        m_painter.setPen(QPen(m_tokens.edge, 2, Qt::DotLine));
        m_painter.drawLine(QPointF(all / 2, left.center().y()), QPointF(all / 2, box.top()));
        paintWay(left, right);
        paintAccount(left, m_flow.sender, theme::Bank::A, m_flow.hasLeft);
        paintAccount(right, m_flow.receiver, theme::Bank::B, m_flow.hasArrived);
        paintMemory(box);
        m_painter.restore();
    }

private:
    QFont font(SlideText text) const { return slideFont(m_theme, text); }
    double lineHeight(SlideText text) const { return QFontMetricsF(font(text)).height(); }
    double widthOf(SlideText size, const QString &text) const
    {
        return std::ceil(theme::digitsWidth(QFontMetricsF(font(size)), text)) + 1;
    }
    double chipWidth(const QString &text) const
    {
        const QFontMetricsF metrics(font(SlideText::Body));
        return theme::digitsWidth(metrics, text) + metrics.height() * chipIcon + 3 * chipPad;
    }
    double accountWidth(const FlowAccount &account) const
    {
        const double top =
            widthOf(SlideText::Body, account.bank) + (account.isDown ? 2 * chipPad + chipWidth(downWords()) : 0);
        return cardPad + cardEdge
            + std::max({top, widthOf(SlideText::Headline, account.user), widthOf(SlideText::Figure, account.balance),
                        widthOf(SlideText::Strong, account.change)});
    }
    /// So wide that each part has room for its words.
    double neededWidth() const
    {
        const double card = std::max(accountWidth(m_flow.sender), accountWidth(m_flow.receiver));
        const double box =
            2 * boxEdge + std::max(widthOf(SlideText::Strong, memoryTitle()), widthOf(SlideText::Body, m_flow.memory));
        const double again = m_flow.again.isEmpty() ? 0 : chipWidth(m_flow.again) + chipPad;
        return std::max({card / cardShare, box / boxShare, (pillWidth() + 2 * again) / (1 - 2 * cardShare)});
    }
    static QString downWords() { return QCoreApplication::translate("ui::MoneyFlow", "program is down"); }
    QString memoryTitle() const
    {
        return m_flow.isCoordinatorDown
            ? QCoreApplication::translate("ui::MoneyFlow", "The coordinator is down; on its disk stands")
            : QCoreApplication::translate("ui::MoneyFlow", "The coordinator remembers");
    }
    double pillWidth() const
    {
        return std::max(pillHeight() * 1.6, widthOf(SlideText::Title, m_flow.amount) + pillHeight() * 0.9);
    }
    double pillHeight() const { return lineHeight(SlideText::Title) * 1.8; }
    double accountHeight() const
    {
        return lineHeight(SlideText::Body) + lineHeight(SlideText::Headline) + lineHeight(SlideText::Figure)
            + lineHeight(SlideText::Strong) + 2 * figureGap + 2 * cardTop;
    }

    void line(const QRectF &room, SlideText size, const QColor &color, const QString &text,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        m_painter.setFont(font(size));
        m_painter.setPen(color);
        theme::drawDigits(m_painter, room, alignment, text);
    }

    void paintAccount(const QRectF &card, const FlowAccount &account, theme::Bank bank, bool isDone)
    {
        m_painter.setPen(m_tokens.border);
        m_painter.setBrush(m_tokens.panel);
        m_painter.drawRoundedRect(card, cardRadius, cardRadius);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_tokens.of(bank));
        m_painter.drawRoundedRect(QRectF(card.left(), card.top() + 24, barWidth, card.height() - 48), 3, 3);
        double y = card.top() + cardTop;
        const auto next = [&](SlideText size, double gap) {
            const QRectF room(card.left() + cardPad, y, card.width() - cardPad - cardEdge, lineHeight(size));
            y = room.bottom() + gap;
            return room;
        };
        const QRectF top = next(SlideText::Body, 0);
        line(top, SlideText::Body, m_tokens.muted, account.bank);
        line(next(SlideText::Headline, figureGap), SlideText::Headline, m_tokens.text, account.user);
        line(next(SlideText::Figure, figureGap), SlideText::Figure, m_tokens.text, account.balance);
        line(next(SlideText::Strong, 0), SlideText::Strong, isDone ? m_tokens.text : m_tokens.muted, account.change);
        if (account.isDown)
            paintChip(QPointF(card.right() - cardEdge, top.center().y() - 4), true, u"cross"_s, theme::State::Failed,
                      downWords());
    }

    /// A state's look with a word; corner: its right end (else its middle).
    void paintChip(const QPointF &corner, bool isRight, const QString &icon, theme::State state, const QString &text)
    {
        const theme::StateStyle style = m_theme.style(state);
        m_painter.setFont(font(SlideText::Body));
        const QFontMetricsF metrics(m_painter.font());
        const double height = metrics.height() + 8;
        const double iconSize = metrics.height() * chipIcon;
        const double width = chipWidth(text);
        const double left = isRight ? corner.x() - width : corner.x() - width / 2;
        const QRectF chip(left, corner.y() - height / 2, width, height);
        m_painter.setPen(QPen(style.edge, 1, style.dashed ? Qt::DashLine : Qt::SolidLine));
        m_painter.setBrush(style.fill);
        m_painter.drawRoundedRect(chip, 6, 6);
        theme::paintIcon(m_painter, QRectF(chip.left() + chipPad, chip.center().y() - iconSize / 2, iconSize, iconSize),
                         icon, style.text);
        m_painter.setPen(style.text);
        theme::drawDigits(m_painter, chip.adjusted(iconSize + 2 * chipPad, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          text);
    }

    /// What is behind the money is drawn through; what lies ahead is dashed.
    void paintWay(const QRectF &left, const QRectF &right)
    {
        const QPointF from(left.right(), left.center().y());
        const QPointF to(right.left(), right.center().y());
        const QPointF middle = (from + to) / 2;
        const auto pen = [&](bool done) {
            return QPen(done ? m_tokens.submitted.chart : m_tokens.edge, 3, done ? Qt::SolidLine : Qt::DashLine);
        };
        m_painter.setPen(pen(m_flow.hasLeft));
        m_painter.drawLine(from, middle);
        m_painter.setPen(pen(m_flow.hasArrived));
        m_painter.drawLine(middle, to - QPointF(headLength, 0));
        paintHead(to);
        const double height = pillHeight();
        const double width = pillWidth();
        const QRectF pill(middle.x() - width / 2, middle.y() - height / 2, width, height);
        if (m_flow.isInFlight()) {
            paintDots(from, pill.left());
            paintPill(pill);
        }
        if (!m_flow.again.isEmpty()) {
            const QPointF below((pill.right() + to.x()) / 2, middle.y() + height / 2);
            paintChip(below, false, u"retry"_s, theme::State::Retrying, m_flow.again);
        }
    }

    void paintHead(const QPointF &tip)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_flow.hasArrived ? m_tokens.submitted.chart : m_tokens.edge);
        m_painter.drawPolygon(
            QPolygonF{tip, tip + QPointF(-headLength, -headLength / 2), tip + QPointF(-headLength, headLength / 2)});
    }

    /// They grow and gain colour on their way into the pill.
    void paintDots(const QPointF &from, double end)
    {
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < dots; ++i) {
            double share = 0.3 + 0.25 * i + m_phase;
            share -= std::floor(share);
            QColor color = m_tokens.submitted.chart;
            color.setAlphaF(float(0.2 + 0.7 * share));
            m_painter.setBrush(color);
            const double radius = dotRadius * (0.4 + 0.6 * share);
            m_painter.drawEllipse(QPointF(from.x() + (end - from.x()) * share, from.y()), radius, radius);
        }
    }

    void paintPill(const QRectF &pill)
    {
        const theme::StateColors &colors = m_tokens.submitted;
        m_painter.setPen(QPen(colors.chart, 2));
        m_painter.setBrush(colors.fill);
        m_painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        line(pill, SlideText::Title, colors.text, m_flow.amount, Qt::AlignCenter);
        const double above = QFontMetricsF(font(SlideText::Body)).height() * 1.6;
        line(QRectF(pill.left() - 60, pill.top() - above, pill.width() + 120, above), SlideText::Body, m_tokens.muted,
             QCoreApplication::translate("ui::MoneyFlow", "In flight"), Qt::AlignCenter);
    }

    void paintMemory(const QRectF &box)
    {
        m_painter.setPen(m_tokens.accent);
        m_painter.setBrush(m_tokens.accentTint);
        m_painter.drawRoundedRect(box, cardRadius, cardRadius);
        const double strong = lineHeight(SlideText::Strong);
        line(QRectF(box.left() + boxEdge, box.top() + boxPad, box.width() - 2 * boxEdge, strong), SlideText::Strong,
             m_tokens.accent, memoryTitle(), Qt::AlignCenter);
        line(QRectF(box.left() + boxEdge, box.top() + boxPad + strong + boxGap, box.width() - 2 * boxEdge,
                    lineHeight(SlideText::Body)),
             SlideText::Body, m_tokens.text, m_flow.memory, Qt::AlignCenter);
    }

    QPainter &m_painter;
    const QRectF m_room;
    const theme::Theme &m_theme;
    const theme::Tokens &m_tokens;
    const FlowPicture &m_flow;
    const double m_phase;
};

} // namespace

void paintMoneyFlow(QPainter &painter, const QRectF &room, const theme::Theme &theme, const FlowPicture &flow,
                    double phase)
{
    FlowPainter(painter, room, theme, flow, phase).paint();
}

MoneyFlow::MoneyFlow(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("The way of the money"));
    m_motion.setInterval(frameTime);
    connect(&m_motion, &QTimer::timeout, this, [this] {
        m_phase = m_phase + turn < 1 ? m_phase + turn : 0;
        update();
    });
    connect(&theme, &theme::Theme::changed, this, &MoneyFlow::moveOrRest);
}

void MoneyFlow::show(const FlowPicture &flow)
{
    m_flow = flow;
    setAccessibleDescription(flow.description());
    moveOrRest();
}

void MoneyFlow::moveOrRest()
{
    const bool moves = isVisible() && m_flow.isInFlight() && !m_theme.reducedMotion();
    if (moves && !isMoving())
        m_motion.start();
    if (!moves) {
        m_motion.stop();
        m_phase = 0;
    }
    update();
}

void MoneyFlow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    moveOrRest();
}

void MoneyFlow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    moveOrRest();
}

void MoneyFlow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMoneyFlow(painter, rect(), m_theme, m_flow, m_phase);
}

} // namespace ui
