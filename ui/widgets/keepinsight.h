// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

#include <functional>

class QWidget;

namespace widgets {

/// Scrolls a part of a widget into view, in all scroll areas around it, and keeps it there while they change their
/// size. It ends when the user scrolls one of them: from then on the view is theirs. What is not seen now is scrolled
/// when it is shown. A child of the widget.
class KeepInSight final : public QObject
{
    Q_OBJECT
public:
    explicit KeepInSight(QWidget &widget);

    /// partOf: asked each time, in pixels of the widget. Takes the place of the part before.
    void show(std::function<QRect()> partOf);
    void letGo();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchAreas();
    void reveal();
    void revealSoon();

    QWidget &m_widget;
    std::function<QRect()> m_partOf; ///< empty: nothing is kept
};

} // namespace widgets
