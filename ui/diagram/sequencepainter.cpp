// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequencepainter.h"

#include "ui/diagram/arrowshapes.h"
#include "ui/diagram/protocolparts.h"
#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/formatting.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

constexpr double strokeLength = 13; ///< of the two strokes that cut a lifeline
constexpr double toComeOpacity = 0.65; // its times keep the contrast of disabled text

widgets::Chip chipOf(const theme::Theme &theme, const Step &step)
{
    if (!step.state)
        return {theme::neutralStyle({}, theme.tokens()), step.label};
    return {theme.style(*step.state), step.label.isEmpty() ? widgets::stateWord(*step.state) : step.label};
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Measures measuresOf(const theme::Theme &theme)
{
    const QFontMetricsF metrics(semibold(theme.font(theme::TextSize::Hint)));
    return {.textWidth = [metrics](const QString &text) { return std::ceil(theme::digitsWidth(metrics, text)) + 1; },
            .lineHeight = std::ceil(metrics.height()),
            .chipHeight = double(widgets::chipSize({}, theme.font()).height()),
            .chipWidth =
                [&theme](const Step &step) {
                    return double(widgets::chipSize(chipOf(theme, step), theme.font()).width());
                }};
}

QPointF markCenter(const StepBox &box, const Mark &mark)
{
    return {box.x1 + (box.x2 - box.x1) * mark.along, box.y};
}

SequencePainter::SequencePainter(const theme::Theme &theme, const Sequence &sequence, const Layout &layout,
                                 const Emphasis &emphasis)
    : m_theme(theme)
    , m_sequence(sequence)
    , m_layout(layout)
    , m_emphasis(emphasis)
    , m_font(theme.font(theme::TextSize::Hint))
{ }

void SequencePainter::paintBody(QPainter &painter, const QRectF &clip) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    paintBands(painter, clip);
    paintLifelines(painter);
    paintBars(painter, clip);
    for (qsizetype i = 0; i < m_layout.boxes.size(); ++i) {
        if (!m_layout.boxes.at(i).band.intersects(clip))
            continue;
        painter.setOpacity(isToCome(i) ? toComeOpacity : 1);
        paintStep(painter, int(i));
    }
    painter.setOpacity(1);
}

/// Where that which is to come begins; below everything when nothing is.
double SequencePainter::toComeTop() const
{
    const int from = m_emphasis.toComeFrom;
    return from >= 0 && from < m_layout.boxes.size() ? m_layout.boxes.at(from).band.top() : m_layout.size.height();
}

void SequencePainter::paintHeads(QPainter &painter, double top) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < laneCount; ++i)
        paintHead(painter, m_theme, m_layout.heads.at(std::size_t(i)).translated(0, top),
                  m_sequence.heads.at(std::size_t(i)));
}

bool SequencePainter::isChosen(const Step &step) const
{
    return step.id == m_emphasis.current || (!step.subject.isEmpty() && step.subject == m_emphasis.subject);
}

bool SequencePainter::standsOut(const Step &step) const
{
    return step.id == m_emphasis.highlighted;
}

QColor SequencePainter::groundOf(const Step &step) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    if (isChosen(step))
        return tokens.select;
    return step.id == m_emphasis.hovered ? tokens.hover : tokens.panel;
}

void SequencePainter::paintBands(QPainter &painter, const QRectF &clip) const
{
    for (qsizetype i = 0; i < m_sequence.steps.size(); ++i) {
        const Step &step = m_sequence.steps.at(i);
        const QRectF &band = m_layout.boxes.at(i).band;
        const QColor ground = groundOf(step);
        if (ground == m_theme.tokens().panel || !band.intersects(clip))
            continue;
        const bool isFocused = m_emphasis.hasFocus && step.id == m_emphasis.current;
        painter.setPen(isFocused ? QPen(m_theme.tokens().accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(band.adjusted(1, 1, -1, -1), 4, 4);
    }
}

/// A lifeline is whole but at gaps.
void SequencePainter::paintLifelines(QPainter &painter) const
{
    painter.setPen(QPen(m_theme.tokens().edge, 1));
    for (const double x : m_layout.laneX) {
        double top = m_layout.heads.front().bottom();
        for (qsizetype i = 0; i < m_sequence.steps.size(); ++i) {
            if (m_sequence.steps.at(i).kind != Step::Kind::Gap)
                continue;
            const double y = m_layout.boxes.at(i).y;
            painter.drawLine(QPointF(x, top), QPointF(x, y - Layout::breakHeight / 2));
            top = y + Layout::breakHeight / 2;
        }
        painter.drawLine(QPointF(x, top), QPointF(x, m_layout.size.height() - 4));
    }
}

void SequencePainter::paintBars(QPainter &painter, const QRectF &clip) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    for (const Bar &bar : m_layout.bars) {
        const QRectF rect(m_layout.x(bar.lane) - Layout::barWidth / 2, bar.top, Layout::barWidth, bar.bottom - bar.top);
        if (!rect.intersects(clip))
            continue;
        const theme::StateStyle style = bar.state ? m_theme.style(*bar.state) : theme::neutralStyle({}, tokens);
        painter.setPen(QPen(style.edge, 1, style.dashed ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(style.fill);
        const double end = std::clamp(toComeTop(), rect.top(), rect.bottom());
        if (end > rect.top())
            painter.drawRoundedRect(QRectF(rect.topLeft(), QPointF(rect.right(), end)), 2, 2);
        painter.setOpacity(toComeOpacity);
        if (end < rect.bottom())
            painter.drawRoundedRect(QRectF(QPointF(rect.left(), end), rect.bottomRight()), 2, 2);
        painter.setOpacity(1);
    }
}

void SequencePainter::paintStep(QPainter &painter, int index) const
{
    const Step &step = m_sequence.steps.at(index);
    const StepBox &box = m_layout.boxes.at(index);
    paintTime(painter, step, box);
    switch (step.kind) {
    case Step::Kind::Call:
    case Step::Kind::Answer:
    case Step::Kind::LostAnswer:
        paintArrow(painter, step, box);
        break;
    case Step::Kind::State:
        paintChip(painter, step, box);
        break;
    case Step::Kind::Gap:
        paintGap(painter, step, box);
        break;
    case Step::Kind::Crash:
        paintCrash(painter, step, box);
        break;
    case Step::Kind::Start:
        paintStart(painter, step, box);
        break;
    case Step::Kind::Strike:
        paintStrike(painter, step, box);
        break;
    }
    if (const auto mark = m_emphasis.marks.constFind(step.id); mark != m_emphasis.marks.constEnd())
        paintMark(painter, box, *mark);
}

void SequencePainter::paintTime(QPainter &painter, const Step &step, const StepBox &box) const
{
    painter.setPen(m_theme.tokens().muted);
    const QString text = step.kind == Step::Kind::Gap ? u"⋮"_s : SequenceWords::time(step);
    theme::drawDigits(painter, box.time, Qt::AlignRight, text);
}

QColor SequencePainter::colorOf(const Step &step) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    if (standsOut(step))
        return tokens.accent;
    if (step.known != Known::Seen)
        return tokens.muted;
    if (step.verdict)
        return m_theme.style(*step.verdict).text;
    return step.isCheckback ? tokens.accent : tokens.text;
}

/// What is implied is as true as what was seen: only its line is paler.
QColor SequencePainter::labelColorOf(const Step &step) const
{
    const bool isPlainCall = step.kind == Step::Kind::Call && !step.isCheckback;
    return step.known == Known::Implied && isPlainCall && !standsOut(step) ? m_theme.tokens().text : colorOf(step);
}

void SequencePainter::paintArrow(QPainter &painter, const Step &step, const StepBox &box) const
{
    QPen pen(colorOf(step), standsOut(step) ? 2 : 1.2);
    pen.setCapStyle(Qt::FlatCap);
    if (step.known == Known::Awaited)
        pen.setDashPattern({2, 3});
    else if (step.kind != Step::Kind::Call)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(box.x1, box.y), QPointF(box.x2, box.y));
    pen.setStyle(Qt::SolidLine);
    paintHeadOfArrow(painter, step, box, pen);
    paintLabel(painter, step, box);
}

void SequencePainter::paintHeadOfArrow(QPainter &painter, const Step &step, const StepBox &box, const QPen &pen) const
{
    painter.setPen(pen);
    const QPointF tip(box.x2, box.y);
    const double direction = box.x1 < box.x2 ? 1 : -1;
    if (step.kind == Step::Kind::LostAnswer)
        return paintLostEnd(painter, tip);
    if (step.kind == Step::Kind::Answer || step.known == Known::Awaited)
        return paintOpenHead(painter, tip, direction);
    paintFilledHead(painter, tip, direction);
}

void SequencePainter::paintLabel(QPainter &painter, const Step &step, const StepBox &box) const
{
    QRectF room = box.label;
    painter.fillRect(room.adjusted(-3, 0, 3, 0), groundOf(step));
    if (box.hasIcon) {
        const theme::StateStyle style = m_theme.style(*step.verdict);
        theme::paintIcon(painter, {room.topLeft(), QSizeF(Measures::icon, room.height())}, style.icon, style.text);
        room.setLeft(room.left() + Measures::icon + Measures::iconGap);
    }
    painter.setFont(standsOut(step) ? semibold(m_font) : m_font);
    painter.setPen(labelColorOf(step));
    theme::drawDigits(painter, room, box.hasIcon ? Qt::AlignLeft : Qt::AlignHCenter, box.labelText);
    painter.setFont(m_font);
    if (step.note.isEmpty())
        return;
    painter.fillRect(box.note.adjusted(-3, 0, 3, 0), groundOf(step));
    painter.setPen(m_theme.tokens().text);
    theme::drawDigits(painter, box.note, Qt::AlignHCenter, step.note);
}

void SequencePainter::paintChip(QPainter &painter, const Step &step, const StepBox &box) const
{
    widgets::paintChip(painter, box.label, chipOf(m_theme, step), m_theme.font());
}

void SequencePainter::paintGap(QPainter &painter, const Step &step, const StepBox &box) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    painter.setPen(QPen(tokens.edge, 1));
    for (const double x : m_layout.laneX) {
        for (const double side : {-0.5, 0.5}) {
            const QPointF middle(x, box.y + side * Layout::breakHeight);
            const QPointF half(strokeLength / 2, -2.5);
            painter.drawLine(middle - half, middle + half);
        }
    }
    const bool isAwaited = step.known == Known::Awaited;
    painter.setPen(QPen(tokens.neutralEdge, 1, isAwaited ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(tokens.neutral);
    painter.drawRoundedRect(box.label.adjusted(0.5, 0.5, -0.5, -0.5), box.label.height() / 2, box.label.height() / 2);
    painter.setPen(tokens.neutralText);
    painter.setFont(semibold(m_font));
    theme::drawDigits(painter, box.label.adjusted(9, 0, -9, 0), Qt::AlignHCenter, box.labelText);
    painter.setFont(m_font);
}

void SequencePainter::paintCrash(QPainter &painter, const Step &step, const StepBox &box) const
{
    const theme::StateStyle style = m_theme.style(theme::State::Failed);
    const QPointF center(box.x1, box.y);
    painter.setPen(QPen(style.text, 1.2));
    painter.setBrush(style.fill);
    painter.drawEllipse(center, markRadius - 1, markRadius - 1);
    paintLostEnd(painter, center);
    paintWord(painter, step, box, style.text);
}

void SequencePainter::paintStart(QPainter &painter, const Step &step, const StepBox &box) const
{
    const theme::StateStyle style = m_theme.style(theme::State::Succeed);
    const QPointF center(box.x1, box.y);
    painter.setPen(QPen(style.text, 1.2));
    painter.setBrush(style.fill);
    painter.drawEllipse(center, markRadius - 1, markRadius - 1);
    const QSizeF size(Measures::icon, Measures::icon);
    theme::paintIcon(painter, {center - QPointF(size.width(), size.height()) / 2, size}, u"play"_s, style.text);
    paintWord(painter, step, box, style.text);
}

/// As the point looks on the picture of the protocol once its fault is over.
void SequencePainter::paintStrike(QPainter &painter, const Step &step, const StepBox &box) const
{
    paintPoint(painter, m_theme, QPointF(box.x1, box.y), {.hasStruck = true});
    paintWord(painter, step, box, m_theme.style(theme::State::Failed).text);
}

/// Of a mark on a lifeline.
void SequencePainter::paintWord(QPainter &painter, const Step &step, const StepBox &box, const QColor &color) const
{
    painter.fillRect(box.label.adjusted(-3, 0, 3, 0), groundOf(step));
    painter.setPen(color);
    painter.setFont(semibold(m_font));
    theme::drawDigits(painter, box.label, Qt::AlignLeft, box.labelText);
    painter.setFont(m_font);
}

void SequencePainter::paintMark(QPainter &painter, const StepBox &box, const Mark &mark) const
{
    paintPoint(painter, m_theme, markCenter(box, mark),
               {.text = mark.text, .badge = mark.badge, .isArmed = mark.isArmed});
    painter.setFont(m_font);
}

} // namespace diagram
