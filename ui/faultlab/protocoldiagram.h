// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/faultlab/protocolpainter.h"

#include <QWidget>

namespace ui {

/// The protocol as a picture whose numbered points are chosen by mouse or keys: arrow keys go from one to the next,
/// Enter or a click chooses.
class ProtocolDiagram final : public QWidget
{
    Q_OBJECT
public:
    explicit ProtocolDiagram(const theme::Theme &theme, QWidget *parent = nullptr);

    /// What is armed, held and passed. The chosen point stays.
    void setState(const ProtocolState &state);
    const ProtocolState &state() const { return m_state; }
    int current() const { return m_state.current; } ///< number of the chosen point; 0: none
    void setCurrent(int number);

    /// Of the point with this number, in the widget.
    QRect pointRect(int number) const;
    /// What assistive technology and tooltips say of a point.
    QString sentence(int number) const;
    int pointAt(const QPoint &place) const; ///< its number; 0: none is there

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(int number); ///< by mouse or keys
    void activated(int number); ///< a click, Enter or Space

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void lay();
    void choose(int number);
    void hover(int number);

    const theme::Theme &m_theme;
    ProtocolState m_state;
    ProtocolLayout m_layout;
};

} // namespace ui
