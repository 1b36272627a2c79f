// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>

class QStackedWidget;
class QWidget;

namespace ui {

/// The parts of the window that F6 walks through: those given first, then the cards of the page that is shown. A pane
/// that had the focus before gives it back to the same control.
class Panes final
{
public:
    Panes(QList<QWidget *> fixed, const QStackedWidget &pages);

    /// Moves the focus to the next pane (step 1) or the previous one (−1).
    void step(int step);

private:
    QList<QWidget *> all() const;
    static QWidget *entryOf(QWidget &pane);
    void remember(QWidget &pane, QWidget *focused);

    QList<QWidget *> m_fixed;
    const QStackedWidget &m_pages;
    struct Memory
    {
        QPointer<QWidget> pane;
        QPointer<QWidget> focused;
    };
    QList<Memory> m_memories;
};

} // namespace ui
