// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/protocolpainter.h"

#include "ui/diagram/arrowshapes.h"
#include "ui/diagram/protocolparts.h"
#include "ui/faultlab/pointwords.h"
#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double headRoom = 1; ///< between an arrow's head and the lifeline
constexpr double labelGap = 3; ///< above a line
constexpr double patchPad = 3; ///< on both sides of a word

QFont wordFont(const theme::Theme &theme)
{
    QFont font = theme.font(theme::TextSize::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

QString hintOf(ProtocolPhase phase)
{
    //: below "Checkback" in the picture of the protocol
    return phase == ProtocolPhase::Checkback ? ProtocolPainter::tr("only if no\nsubmit came") : QString();
}

} // namespace

ProtocolPainter::ProtocolPainter(const theme::Theme &theme, const ProtocolLayout &layout, const ProtocolState &state)
    : m_theme(theme)
    , m_layout(layout)
    , m_state(state)
{ }

double ProtocolPainter::wordsWidth(const theme::Theme &theme)
{
    const QFontMetricsF bold(wordFont(theme));
    const QFontMetricsF plain(theme.font(theme::TextSize::Small));
    double width = 0;
    for (int i = 0; i < protocolPhaseCount; ++i) {
        for (const QString &word : PointWords::phase(ProtocolPhase(i)).split(u' '))
            width = std::max(width, bold.horizontalAdvance(word));
        for (const QString &line : hintOf(ProtocolPhase(i)).split(u'\n'))
            width = std::max(width, plain.horizontalAdvance(line));
    }
    return std::ceil(width);
}

QString ProtocolPainter::label(const ProtocolArrow &arrow)
{
    if (arrow.point == "sender.prepare-request")
        return u"prepare"_s;
    if (arrow.point == "prepare.answer" || arrow.point == "submit.answer")
        return u"200"_s;
    if (arrow.point == "sender.after-barrier-insert")
        return tr("barrier, debit");
    if (arrow.point == "sender.after-commit")
        return u"commit"_s;
    if (arrow.point == "sender.submit-request")
        return u"submit"_s;
    if (arrow.point == "checkback.before-send")
        return tr("GET checkback");
    if (arrow.point == "sender.answer")
        return u"SUCCESS / FAILURE"_s;
    if (arrow.point == "branch.before-connect")
        return u"POST TransIn"_s;
    if (arrow.point == "receiver.after-barrier-insert")
        return tr("barrier row");
    return arrow.point == "receiver.after-commit" ? tr("credit, commit") : u"200 / 500"_s;
}

QRectF ProtocolPainter::labelRect(const theme::Theme &theme, const ProtocolLayout &layout, int index)
{
    const ProtocolArrow &arrow = protocolArrows().at(index);
    const QFontMetricsF metrics(theme.font(theme::TextSize::Hint));
    const double width = theme::digitsWidth(metrics, label(arrow));
    const QPointF at = layout.arrows.at(index).pointAt(arrow.labelAt);
    return {at.x() - width / 2, at.y() - labelGap - metrics.height(), width, metrics.height()};
}

void ProtocolPainter::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintBands(painter);
    paintLifelines(painter);
    for (int i = 0; i < m_layout.arrows.size(); ++i)
        paintArrow(painter, i);
    paintPoints(painter);
    const auto heads = diagram::SequenceWords::heads(tr("Bank A"), tr("Bank B"));
    for (std::size_t lane = 0; lane < heads.size(); ++lane)
        diagram::paintHead(painter, m_theme, m_layout.heads.at(lane), heads.at(lane));
}

void ProtocolPainter::paintBands(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    for (int i = 0; i < protocolPhaseCount; ++i) {
        const QRectF &band = m_layout.bands.at(std::size_t(i));
        painter.fillRect(band, tokens.sunken);
        QRectF words = band.adjusted(12, 8, 0, 0);
        words.setWidth(m_layout.wordsWidth - 16);
        painter.setFont(wordFont(m_theme));
        painter.setPen(tokens.text);
        QRectF used;
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, PointWords::phase(ProtocolPhase(i)),
                         &used);
        painter.setFont(m_theme.font(theme::TextSize::Small));
        painter.setPen(tokens.muted);
        words.setTop(used.bottom() + 1);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, hintOf(ProtocolPhase(i)));
    }
}

void ProtocolPainter::paintLifelines(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    for (int i = 0; i < diagram::laneCount; ++i) {
        const auto lane = diagram::Lane(i);
        const double x = std::round(m_layout.laneX(lane)) + 0.5;
        const bool isDown = m_state.down.contains(lane);
        painter.setPen(QPen(isDown ? tokens.failed.text : tokens.edge, 1, isDown ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, m_layout.heads.front().bottom()), QPointF(x, m_layout.size.height()));
    }
}

QColor ProtocolPainter::colorOf(const ProtocolArrow &arrow) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    if (m_state.isFollowing && !m_state.passed.contains(arrow.point))
        return tokens.muted;
    return arrow.phase == ProtocolPhase::Checkback && m_state.isFollowing ? tokens.accent : tokens.text;
}

void ProtocolPainter::paintArrow(QPainter &painter, int index) const
{
    const ProtocolArrow &arrow = protocolArrows().at(index);
    QLineF line = m_layout.arrows.at(index);
    const double direction = line.dx() > 0 ? 1 : -1;
    const bool endsAtPoint = std::any_of(m_layout.points.cbegin(), m_layout.points.cend(), [&line](const QPointF &at) {
        return QLineF(at, line.p2()).length() < diagram::markRadius;
    });
    line.setP2({line.x2() - direction * (headRoom + (endsAtPoint ? diagram::markRadius : 0)), line.y2()});
    QPen pen(colorOf(arrow), 1);
    if (arrow.isAnswer)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(line);
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    arrow.isAnswer ? diagram::paintOpenHead(painter, line.p2(), direction)
                   : diagram::paintFilledHead(painter, line.p2(), direction);

    const QRectF word = labelRect(m_theme, m_layout, index);
    painter.fillRect(word.adjusted(-patchPad, 0, patchPad, 0), m_theme.tokens().sunken);
    painter.setFont(m_theme.font(theme::TextSize::Hint));
    theme::drawDigits(painter, word, Qt::AlignHCenter, label(arrow));
}

void ProtocolPainter::paintPoints(QPainter &painter) const
{
    for (const bool armedOnes : {false, true}) { // their halos and badges lie above the others
        for (const ProtocolPoint &point : protocolPoints()) {
            diagram::PointLook look{.text = QString::number(point.number),
                                    .isSelected = point.number == m_state.current,
                                    .isHovered = point.number == m_state.hovered,
                                    .hasStruck = m_state.struck.contains(point.name)};
            for (const core::ArmedFault &armed : m_state.armed) {
                if (armed.fault.point == point.name) {
                    look.isArmed = true;
                    look.badge = PointWords::badge(armed);
                }
            }
            for (const core::HeldPass &pass : m_state.held) {
                if (pass.point == point.name) {
                    look.isHeld = true;
                    look.badge = widgets::formatAge(pass.age);
                }
            }
            if ((look.isArmed || look.isHeld) == armedOnes)
                diagram::paintPoint(painter, m_theme, m_layout.points.at(point.number - 1), look);
        }
    }
}

} // namespace ui
