// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/history.h"

namespace ui {

void History::visit(const QString &page)
{
    if (m_at >= 0 && m_pages.at(m_at) == page)
        return;
    m_pages = m_pages.first(m_at + 1);
    m_pages.append(page);
    if (m_pages.size() > entriesMax)
        m_pages.removeFirst();
    m_at = m_pages.size() - 1;
}

} // namespace ui
