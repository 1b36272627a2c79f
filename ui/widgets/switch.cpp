// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace widgets {
namespace {

constexpr QSize trackSize(32, 18);
constexpr int knobInset = 2;
constexpr int gap = 8;

} // namespace

Switch::Switch(const theme::Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize Switch::sizeHint() const
{
    const int textWidth = text().isEmpty() ? 0 : gap + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {trackSize.width() + textWidth, qMax(20, fontMetrics().height())};
}

void Switch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void Switch::paintTrack(QPainter &painter, const QRectF &track) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool filled = isChecked() && isEnabled();
    const QColor edge = isEnabled() ? (underMouse() ? tokens.accent : tokens.edge) : tokens.border;
    painter.setPen(filled ? Qt::NoPen : QPen(edge));
    painter.setBrush(filled ? (underMouse() ? tokens.accentHover : tokens.accentFill) : tokens.panel);
    const QRectF box = filled ? track : track.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);

    const double radius = track.height() / 2 - knobInset - (filled ? 0 : 1);
    const double x = isChecked() ? track.right() - track.height() / 2 : track.left() + track.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(filled ? tokens.onAccent : edge);
    painter.drawEllipse(QPointF(x, track.center().y()), radius, radius);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0, (height() - trackSize.height()) / 2, trackSize.width(), trackSize.height());
    paintTrack(painter, track);
    painter.setPen(isEnabled() ? m_theme.tokens().text : m_theme.tokens().disabled);
    painter.drawText(rect().adjusted(trackSize.width() + gap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
}

} // namespace widgets
