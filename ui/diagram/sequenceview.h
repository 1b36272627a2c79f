// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequencepainter.h"

#include <QAbstractScrollArea>

namespace diagram {

/// A sequence on the screen: scrolls under its heads, follows what is added, and lets one choose a step by mouse and
/// keys. Zoom by Ctrl+wheel, Ctrl+plus, Ctrl+minus and Ctrl+0. Screen readers get a child for every step.
class SequenceView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr double zoomMin = 0.5;
    static constexpr double zoomMax = 3.0;

    explicit SequenceView(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows this, or what has become of the one that is shown: the chosen step stays chosen as long as it is there.
    void setSequence(const Sequence &sequence);
    const Sequence &sequence() const { return m_sequence; }

    /// Chooses the step with this id, with all of its subject, and brings it into view; an unknown id chooses none.
    void setCurrent(const QByteArray &id);
    QByteArray current() const { return m_emphasis.current; }
    /// Makes one step stand out from the others, as the place where a story is at; an empty id: none.
    void setHighlighted(const QByteArray &id);
    /// Makes this step and all below it pale, as what has not happened yet; −1: none. The one before stays in view.
    void setToComeFrom(int index);
    /// Puts points on arrows, by the ids of their steps. A click on one is a click on its arrow.
    void setMarks(const QHash<QByteArray, Mark> &marks);
    /// Whether what is added at the end is scrolled to.
    void setFollowing(bool on);

    double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< bounded to zoomMin and zoomMax
    /// Where a step is, in coordinates of the viewport; it may be out of view.
    QRect stepRect(int index) const;
    /// The step at a place of the viewport, −1: none.
    int stepAt(const QPoint &place) const;

signals:
    /// The user has chosen another step.
    void currentChanged(const QByteArray &id);
    /// Double click or Enter.
    void activated(const QByteArray &id);
    void zoomChanged(double zoom);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void lay();
    void setScrollRanges();
    void followEnd();
    void setHovered(int index);
    void choose(int index);
    void bringIntoView(int index);
    bool moveBy(QKeyEvent *event);
    bool zoomBy(QKeyEvent *event);
    void tellAccessibility(int index);
    QPointF offset() const;
    double headsHeight() const;

    const theme::Theme &m_theme;
    Sequence m_sequence;
    Layout m_layout;
    Emphasis m_emphasis;
    double m_zoom = 1.0;
    bool m_following = true;
};

} // namespace diagram
