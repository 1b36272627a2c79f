// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/stepbar.h"

#include "ui/present/slidefont.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int circleSize = 34;
constexpr int wordGap = 10;
constexpr int lineGap = 12;
constexpr int lineMin = 24;
constexpr int checkSize = 16;

} // namespace

StepBar::StepBar(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps of the transfer"));
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StepBar::setSteps(const QStringList &steps, int done)
{
    m_steps = steps;
    m_done = done;
    const bool isThrough = done >= steps.size();
    setAccessibleName(isThrough ? tr("All %1 steps are done").arg(steps.size())
                                : tr("Step %1 of %2: %3").arg(done + 1).arg(steps.size()).arg(steps.value(done)));
    updateGeometry();
    update();
}

QFont StepBar::wordFont(bool isNow) const
{
    QFont font = slideFont(m_theme, SlideText::Body);
    if (isNow)
        font.setWeight(QFont::DemiBold);
    return font;
}

int StepBar::stepWidth(const QString &step) const
{
    return circleSize + wordGap + QFontMetrics(wordFont(true)).horizontalAdvance(step); // the widest that it gets
}

QSize StepBar::sizeHint() const
{
    int width = 0;
    for (const QString &step : m_steps)
        width += stepWidth(step) + 2 * lineGap + lineMin;
    return {width, qMax(circleSize + 2, QFontMetrics(wordFont(true)).height() + 8)};
}

QSize StepBar::minimumSizeHint() const
{
    return {circleSize * int(m_steps.size()), sizeHint().height()};
}

void StepBar::paintMark(QPainter &painter, const QRectF &circle, int step) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool isDone = step < m_done;
    const bool isNow = step == m_done;
    painter.setPen(QPen(isDone ? tokens.succeed.chart : isNow ? tokens.accentFill : tokens.edge, 1));
    painter.setBrush(isDone ? tokens.succeed.fill : isNow ? tokens.accentFill : tokens.window);
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    if (isDone) {
        const QPoint at = circle.center().toPoint() - QPoint(checkSize / 2, checkSize / 2);
        return theme::paintIcon(painter, QRect(at, QSize(checkSize, checkSize)), u"check"_s, tokens.succeed.text);
    }
    painter.setFont(m_theme.font(theme::TextSize::CardTitle));
    painter.setPen(isNow ? tokens.onAccent : tokens.muted);
    painter.drawText(circle, Qt::AlignCenter, QString::number(step + 1));
}

/// Too narrow for the words, only the present step has its own.
void StepBar::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty())
        return;
    const theme::Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isNarrow = width() < sizeHint().width() - lineMin;
    QList<int> widths;
    int used = 0;
    for (int step = 0; step < m_steps.size(); ++step) {
        widths << (isNarrow && step != m_done ? circleSize : stepWidth(m_steps.at(step)));
        used += widths.constLast();
    }
    const double line = m_steps.size() > 1 ? qMax(0.0, double(width() - used) / double(m_steps.size() - 1)) : 0;
    double x = 0;
    for (int step = 0; step < m_steps.size(); ++step) {
        const QRectF circle(x, (height() - circleSize) / 2.0, circleSize, circleSize);
        paintMark(painter, circle, step);
        if (widths.at(step) > circleSize) {
            painter.setFont(wordFont(step == m_done));
            painter.setPen(step <= m_done ? tokens.text : tokens.muted);
            painter.drawText(QRectF(circle.right() + wordGap, 0, widths.at(step), height()),
                             Qt::AlignLeft | Qt::AlignVCenter, m_steps.at(step));
        }
        x += widths.at(step);
        if (step + 1 < m_steps.size() && line > 2 * lineGap) {
            painter.setPen(QPen(step < m_done ? tokens.succeed.chart : tokens.border, 3, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(x + lineGap, height() / 2.0), QPointF(x + line - lineGap, height() / 2.0));
        }
        x += line;
    }
}

} // namespace ui
