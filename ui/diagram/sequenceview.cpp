// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequenceview.h"

#include "ui/diagram/sequenceaccess.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace diagram {
namespace {

constexpr double zoomStep = 1.1;
constexpr int lineStep = 24;

} // namespace

SequenceView::SequenceView(const theme::Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    installSequenceAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(lineStep);
    horizontalScrollBar()->setSingleStep(lineStep);
    m_sequence.heads = SequenceWords::heads();
    connect(&theme, &theme::Theme::changed, this, &SequenceView::lay);
    lay();
}

void SequenceView::setSequence(const Sequence &sequence)
{
    if (sequence == m_sequence)
        return;
    const qsizetype before = m_sequence.steps.size();
    m_sequence = sequence;
    if (m_sequence.indexOf(m_emphasis.current) < 0)
        setCurrent({});
    lay();
    if (m_following && m_sequence.steps.size() != before)
        followEnd();
}

void SequenceView::followEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void SequenceView::setCurrent(const QByteArray &id)
{
    const int index = m_sequence.indexOf(id);
    m_emphasis.current = index < 0 ? QByteArray() : id;
    m_emphasis.subject = index < 0 ? QByteArray() : m_sequence.steps.at(index).subject;
    if (index >= 0)
        bringIntoView(index);
    viewport()->update();
}

void SequenceView::setHighlighted(const QByteArray &id)
{
    m_emphasis.highlighted = id;
    if (const int index = m_sequence.indexOf(id); index >= 0)
        bringIntoView(index);
    viewport()->update();
}

void SequenceView::setToComeFrom(int index)
{
    m_emphasis.toComeFrom = index;
    if (index > 0 && index <= m_sequence.steps.size())
        bringIntoView(index - 1);
    viewport()->update();
}

void SequenceView::setMarks(const QHash<QByteArray, Mark> &marks)
{
    m_emphasis.marks = marks;
    viewport()->update();
}

void SequenceView::setFollowing(bool on)
{
    m_following = on;
    if (on)
        followEnd();
}

void SequenceView::setZoom(double zoom)
{
    const double bounded = qBound(zoomMin, zoom, zoomMax);
    if (qFuzzyCompare(bounded, m_zoom))
        return;
    m_zoom = bounded;
    lay();
    emit zoomChanged(m_zoom);
}

/// The layout is as wide as the viewport, so a larger zoom makes lanes narrower until they must scroll.
void SequenceView::lay()
{
    m_layout = layoutOf(m_sequence, viewport()->width() / m_zoom, measuresOf(m_theme));
    setScrollRanges();
    viewport()->update();
}

void SequenceView::setScrollRanges()
{
    const QSizeF size = m_layout.size * m_zoom;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, qCeil(size.height()) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, qMax(0, qFloor(size.width()) - viewport()->width()));
}

QPointF SequenceView::offset() const
{
    return {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
}

double SequenceView::headsHeight() const
{
    return m_layout.heads.front().bottom() + 4;
}

QRect SequenceView::stepRect(int index) const
{
    const QRectF band = m_layout.boxes.at(index).band;
    return QRectF(band.topLeft() * m_zoom - offset(), band.size() * m_zoom).toAlignedRect();
}

int SequenceView::stepAt(const QPoint &place) const
{
    if (place.y() < headsHeight() * m_zoom)
        return -1;
    return m_layout.stepAt((place.y() + offset().y()) / m_zoom);
}

void SequenceView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const theme::Tokens &tokens = m_theme.tokens();
    painter.fillRect(event->rect(), tokens.panel);
    painter.translate(-offset());
    painter.scale(m_zoom, m_zoom);
    const QRectF clip = QRectF(QPointF(viewport()->rect().topLeft()) + offset(), QSizeF(viewport()->size()));
    const SequencePainter sequence(m_theme, m_sequence, m_layout, m_emphasis);
    sequence.paintBody(painter, {clip.topLeft() / m_zoom, clip.size() / m_zoom});
    const double top = offset().y() / m_zoom;
    painter.fillRect(QRectF(0, top, m_layout.size.width(), headsHeight()), tokens.panel);
    sequence.paintHeads(painter, top);
}

void SequenceView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool wasAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    lay();
    if (m_following && wasAtEnd)
        followEnd();
}

void SequenceView::setHovered(int index)
{
    const QByteArray id = index < 0 ? QByteArray() : m_sequence.steps.at(index).id;
    viewport()->setCursor(index < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (std::exchange(m_emphasis.hovered, id) != id)
        viewport()->update();
}

void SequenceView::choose(int index)
{
    if (index < 0 || index >= m_sequence.steps.size())
        return;
    const QByteArray id = m_sequence.steps.at(index).id;
    setCurrent(id);
    tellAccessibility(index);
    emit currentChanged(id);
}

void SequenceView::tellAccessibility(int index)
{
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

void SequenceView::bringIntoView(int index)
{
    const QRect rect = stepRect(index);
    const int top = qCeil(headsHeight() * m_zoom);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < top)
        bar->setValue(bar->value() + rect.top() - top);
    else if (rect.bottom() > viewport()->height())
        bar->setValue(bar->value() + rect.bottom() - viewport()->height());
}

void SequenceView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(stepAt(event->position().toPoint()));
}

void SequenceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(stepAt(event->position().toPoint()));
}

void SequenceView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = stepAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        emit activated(m_sequence.steps.at(index).id);
}

void SequenceView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier)
        return QAbstractScrollArea::wheelEvent(event);
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep)));
    event->accept();
}

void SequenceView::keyPressEvent(QKeyEvent *event)
{
    if (!zoomBy(event) && !moveBy(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool SequenceView::moveBy(QKeyEvent *event)
{
    const int last = int(m_sequence.steps.size()) - 1;
    const int now = m_sequence.indexOf(m_emphasis.current);
    switch (event->key()) {
    case Qt::Key_Down:
        choose(qMin(now + 1, last));
        return true;
    case Qt::Key_Up:
        choose(now < 0 ? last : qMax(now - 1, 0));
        return true;
    case Qt::Key_Home:
        choose(0);
        return true;
    case Qt::Key_End:
        choose(last);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (now >= 0)
            emit activated(m_emphasis.current);
        return true;
    default:
        return false;
    }
}

bool SequenceView::zoomBy(QKeyEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * zoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom / zoomStep);
        return true;
    case Qt::Key_0:
        setZoom(1.0);
        return true;
    default:
        return false;
    }
}

/// While the diagram has the focus, its zoom goes before the window's shortcuts for the size of all text.
bool SequenceView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        constexpr int zoomKeys[] = {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0};
        const bool isZoom = std::find(std::begin(zoomKeys), std::end(zoomKeys), key->key()) != std::end(zoomKeys);
        if (isZoom && (key->modifiers() & Qt::ControlModifier))
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

bool SequenceView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = stepAt(help->pos());
    const QString text =
        index < 0 ? QString() : SequenceWords::sentence(m_sequence, m_sequence.steps.at(index)).toHtmlEscaped();
    QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

void SequenceView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_emphasis.hasFocus = true;
    viewport()->update();
}

void SequenceView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_emphasis.hasFocus = false;
    viewport()->update();
}

} // namespace diagram
