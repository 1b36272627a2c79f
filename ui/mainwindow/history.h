// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui {

/// Which pages were open, to go back and forward as in a browser. A value.
class History final
{
public:
    static constexpr qsizetype entriesMax = 50;

    /// Remembers a page that was opened; what lay ahead is forgotten. The same page again is no new entry.
    void visit(const QString &page);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_pages.size(); }
    QString back() { return m_pages.at(--m_at); } ///< only if canGoBack()
    QString forward() { return m_pages.at(++m_at); } ///< only if canGoForward()

private:
    QStringList m_pages;
    qsizetype m_at = -1;
};

} // namespace ui
