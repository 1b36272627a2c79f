// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/kpitile.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sparkline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int iconSize = 14;
constexpr int padding = 12;
constexpr int iconGap = 6;
constexpr double radius = 8;
constexpr int unitLift = 4; // puts it on the line that the value stands on

QColor alarmColor(const theme::Tokens &tokens)
{
    return tokens.stalled.chart;
}

} // namespace

KpiTile::KpiTile(const theme::Theme &theme, const QString &icon, theme::ColorOf color, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_iconName(icon)
    , m_color(std::move(color))
    , m_icon(new QLabel)
    , m_title(new widgets::ElidedLabel)
    , m_value(new widgets::ElidedLabel)
    , m_unit(new widgets::ElidedLabel)
    , m_foot(new widgets::ElidedLabel)
    , m_course(new widgets::Sparkline(theme, m_color))
{
    setProperty("card", true);
    theme::setTone(*m_title, theme::Tone::Muted);
    theme::setTextSize(*m_value, theme::TextSize::Kpi);
    theme::setTone(*m_unit, theme::Tone::Muted);
    theme::setTextSize(*m_foot, theme::TextSize::Small);
    theme::setTone(*m_foot, theme::Tone::Muted);
    m_value->setNeverElided();
    m_unit->setContentsMargins(0, 0, 0, unitLift);

    auto *head = new QHBoxLayout;
    head->setSpacing(iconGap);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(4);
    figure->addWidget(m_value);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch(1);
    figure->addWidget(m_course, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 10, padding, 12);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(figure);
    column->addWidget(m_foot);
    connect(&theme, &theme::Theme::changed, this, &KpiTile::refreshIcon);
    refreshIcon();
}

void KpiTile::setTitle(const QString &title)
{
    m_title->setText(title);
    m_course->setAccessibleName(tr("Course of the last minutes: %1", "name of a figure").arg(title));
    name();
}

int KpiTile::titleWidth() const
{
    return 2 * padding + iconSize + iconGap + QFontMetrics(m_theme.font()).horizontalAdvance(m_title->text()) + 4;
}

void KpiTile::setFigure(const Figure &figure)
{
    m_value->setText(figure.value);
    m_unit->setText(figure.unit);
    name();
}

void KpiTile::setFoot(const QString &text)
{
    m_foot->setText(text);
    fitFoot();
    name();
}

/// Smaller where it is narrow, before it is cut.
void KpiTile::fitFoot()
{
    const QFontMetrics usual(m_theme.font(theme::TextSize::Small));
    const bool isTight = usual.horizontalAdvance(m_foot->text()) > contentsRect().width() - 2 * padding;
    if (std::exchange(m_isTight, isTight) != isTight)
        theme::setTextSize(*m_foot, isTight ? theme::TextSize::Hint : theme::TextSize::Small);
}

void KpiTile::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitFoot();
}

void KpiTile::setCourse(const QList<double> &values)
{
    m_course->setValues(values);
}

void KpiTile::setAlarm(bool alarm)
{
    if (std::exchange(m_alarm, alarm) == alarm)
        return;
    m_course->setColor(alarm ? theme::ColorOf(alarmColor) : m_color);
    update();
}

void KpiTile::name()
{
    setAccessibleName(u"%1: %2 %3, %4"_s.arg(m_title->text(), m_value->text(), m_unit->text(), m_foot->text()));
}

void KpiTile::refreshIcon()
{
    m_icon->setPixmap(theme::iconPixmap(m_iconName, m_theme.tokens().muted, iconSize, devicePixelRatioF()));
}

void KpiTile::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_alarm)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().stalled.edge);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace ui
