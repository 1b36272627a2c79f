// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenebar.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

namespace ui {
namespace {

constexpr double partGap = 6;
constexpr double partHeight = 5;
constexpr double shownHeight = 9;

} // namespace

SceneBar::SceneBar(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void SceneBar::setScenes(const QStringList &captions, int current, bool isOver, bool isBroken)
{
    m_captions = captions;
    m_current = current;
    m_isOver = isOver;
    m_isBroken = isBroken;
    setAccessibleName(tr("Steps of the story"));
    setAccessibleDescription(current < 0 ? tr("%n step(s), none begun", nullptr, int(captions.size()))
                                         : tr("step %1 of %2").arg(current + 1).arg(captions.size()));
    update();
}

void SceneBar::setShown(int scene)
{
    m_shown = scene;
    update();
}

QRectF SceneBar::part(int scene) const
{
    const double count = double(std::max<qsizetype>(1, m_captions.size()));
    const double width = (this->width() - partGap * (count - 1)) / count;
    return {scene * (width + partGap), 0, width, double(height())};
}

int SceneBar::sceneAt(const QPoint &place) const
{
    for (int scene = 0; scene < m_captions.size(); ++scene) {
        if (part(scene).contains(place))
            return scene;
    }
    return -1;
}

void SceneBar::choose(int scene)
{
    if (scene >= 0 && scene <= m_current)
        emit chosen(scene);
}

bool SceneBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int scene = sceneAt(help->pos());
    QToolTip::showText(help->globalPos(), scene < 0 ? QString() : m_captions[scene], this);
    return true;
}

void SceneBar::mousePressEvent(QMouseEvent *event)
{
    choose(sceneAt(event->pos()));
}

void SceneBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        return choose(m_shown - 1);
    if (event->key() == Qt::Key_Right)
        return choose(m_shown + 1);
    QWidget::keyPressEvent(event);
}

void SceneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const theme::Tokens &tokens = m_theme.tokens();
    for (int scene = 0; scene < m_captions.size(); ++scene) {
        const bool isLast = scene == m_current && !(m_isOver && !m_isBroken);
        QColor color = scene <= m_current ? tokens.succeed.chart : tokens.neutral;
        if (isLast)
            color = m_isBroken ? tokens.failed.chart : m_isOver ? tokens.edge : tokens.accent;
        const double thick = scene == m_shown ? shownHeight : partHeight;
        const QRectF place = part(scene);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(place.left(), place.center().y() - thick / 2, place.width(), thick), thick / 2,
                                thick / 2);
    }
    if (!hasFocus())
        return;
    QStyleOptionFocusRect ring;
    ring.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
}

} // namespace ui
