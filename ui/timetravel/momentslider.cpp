// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timetravel/momentslider.h"

#include "ui/diagram/sequence.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double sideMargin = 14;
constexpr double handleRadius = 8;
constexpr double markHeight = 14;

} // namespace

MomentSlider::MomentSlider(const theme::Theme &theme, QWidget *parent) : QAbstractSlider(parent), m_theme(theme)
{
    setObjectName(u"momentSlider"_s);
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSingleStep(1);
    setPageStep(5);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void MomentSlider::setMoments(const Moments &moments)
{
    m_kinds.clear();
    m_texts.clear();
    for (const Moment &moment : moments.all) {
        m_kinds << moment.kind;
        m_texts << u"%1 · %2"_s.arg(diagram::SequenceWords::time(moment.at), moment.text);
    }
    setRange(0, std::max(0, int(m_kinds.size()) - 1));
    sliderChange(SliderValueChange);
    update();
}

double MomentSlider::xOf(int index) const
{
    const double room = width() - 2 * sideMargin;
    return maximum() == 0 ? sideMargin : sideMargin + room * index / maximum();
}

int MomentSlider::indexAt(double x) const
{
    const double room = std::max(1.0, width() - 2 * sideMargin);
    return std::clamp(int(std::lround((x - sideMargin) * maximum() / room)), 0, maximum());
}

void MomentSlider::sliderChange(SliderChange change)
{
    if (change == SliderValueChange)
        setAccessibleDescription(m_texts.value(value()));
    QAbstractSlider::sliderChange(change);
}

bool MomentSlider::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractSlider::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), m_texts.value(indexAt(help->pos().x())), this);
    return true;
}

void MomentSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(indexAt(event->position().x()));
}

void MomentSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        setValue(indexAt(event->position().x()));
}

void MomentSlider::paintTrack(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QPointF left(xOf(0), trackY());
    painter.setPen(QPen(tokens.edge, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(left, QPointF(xOf(maximum()), trackY()));
    painter.setPen(QPen(tokens.accentFill, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(left, QPointF(xOf(value()), trackY()));
}

/// A short line for a call, a long one for a state, a disc where money moved, a cross for trouble, a flag for a scene.
void MomentSlider::paintMark(QPainter &painter, int index) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const double x = xOf(index);
    const double foot = trackY() - 10;
    const double top = foot - markHeight;
    const QPointF middle(x, foot - markHeight / 2);
    const auto line = [&](const QColor &color, double width, const QPointF &from, const QPointF &to) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from, to);
    };
    painter.setBrush(Qt::NoBrush);
    switch (m_kinds.at(index)) {
    case MomentKind::Call:
        return line(tokens.edge, 1, {x, foot - 5}, {x, foot});
    case MomentKind::State:
        return line(tokens.accent, 2, {x, top + 2}, {x, foot});
    case MomentKind::Money:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.succeed.chart);
        return painter.drawEllipse(middle, 4, 4);
    case MomentKind::Trouble:
        line(tokens.failed.chart, 2, middle - QPointF(4, 4), middle + QPointF(4, 4));
        return line(tokens.failed.chart, 2, middle + QPointF(-4, 4), middle + QPointF(4, -4));
    case MomentKind::Scene:
        line(tokens.muted, 1, {x, top - 6}, {x, foot});
        painter.setBrush(tokens.muted);
        return painter.drawPolygon(QPolygonF{{x, top - 6}, {x + 9, top - 2}, {x, top + 2}});
    case MomentKind::Person:
        painter.setPen(QPen(tokens.accent, 1.5));
        return painter.drawRect(QRectF(middle - QPointF(3.5, 3.5), QSizeF(7, 7)));
    case MomentKind::End:
        return line(tokens.text, 3, {x, top}, {x, foot});
    }
}

void MomentSlider::paintHandle(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QPointF center(xOf(value()), trackY());
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, handleRadius + 3, handleRadius + 3);
    }
    painter.setPen(QPen(tokens.panel, 2));
    painter.setBrush(tokens.accentFill);
    painter.drawEllipse(center, handleRadius, handleRadius);
}

void MomentSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kinds.isEmpty())
        return;
    paintTrack(painter);
    for (int i = 0; i < m_kinds.size(); ++i)
        paintMark(painter, i);
    paintHandle(painter);
}

} // namespace ui
