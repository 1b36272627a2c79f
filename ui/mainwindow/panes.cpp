// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/panes.h"

#include "ui/widgets/card.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace ui {
namespace {

bool takesFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

bool holds(const QWidget &pane, const QWidget *widget)
{
    return widget && (&pane == widget || pane.isAncestorOf(widget));
}

} // namespace

Panes::Panes(QList<QWidget *> fixed, const QStackedWidget &pages) : m_fixed(std::move(fixed)), m_pages(pages) { }

/// What can take the focus now. A card inside another belongs to it; a page without cards is one pane.
QList<QWidget *> Panes::all() const
{
    QList<QWidget *> panes = m_fixed;
    QWidget *page = m_pages.currentWidget();
    if (!page)
        return panes;
    QList<QWidget *> cards;
    for (widgets::Card *card : page->findChildren<widgets::Card *>()) {
        const bool isInside = std::any_of(cards.cbegin(), cards.cend(),
                                          [card](const QWidget *other) { return other->isAncestorOf(card); });
        if (!isInside)
            cards.append(card);
    }
    panes += cards.isEmpty() ? QList<QWidget *>{page} : cards;
    panes.removeIf([](QWidget *pane) { return !pane->isVisible() || !entryOf(*pane); });
    return panes;
}

QWidget *Panes::entryOf(QWidget &pane)
{
    if (takesFocus(pane))
        return &pane;
    const QList<QWidget *> children = pane.findChildren<QWidget *>();
    const auto found =
        std::find_if(children.cbegin(), children.cend(), [](const QWidget *child) { return takesFocus(*child); });
    return found == children.cend() ? nullptr : *found;
}

void Panes::remember(QWidget &pane, QWidget *focused)
{
    m_memories.removeIf([&pane](const Memory &memory) { return !memory.pane || memory.pane == &pane; });
    m_memories.append(Memory{&pane, focused});
}

void Panes::step(int step)
{
    const QList<QWidget *> panes = all();
    if (panes.isEmpty())
        return;
    QWidget *focused = QApplication::focusWidget();
    const auto here =
        std::find_if(panes.cbegin(), panes.cend(), [focused](const QWidget *pane) { return holds(*pane, focused); });
    if (here != panes.cend())
        remember(**here, focused);
    const qsizetype from = here == panes.cend() ? (step > 0 ? -1 : 0) : here - panes.cbegin();
    QWidget *next = panes.at((from + step + panes.size()) % panes.size());
    const auto known = std::find_if(m_memories.cbegin(), m_memories.cend(),
                                    [next](const Memory &memory) { return memory.pane == next; });
    const bool isUsable = known != m_memories.cend() && known->focused && takesFocus(*known->focused);
    (isUsable ? known->focused.data() : entryOf(*next))->setFocus(Qt::TabFocusReason);
}

} // namespace ui
