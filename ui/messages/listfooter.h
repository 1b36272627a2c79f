// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class ElidedLabel;
} // namespace widgets

namespace ui {

/// The bar below the list: how much of it is shown and chosen, a search that runs with the way to stop it, and what can
/// be done with the chosen ones.
class ListFooter final : public QWidget
{
    Q_OBJECT
public:
    enum class Search { None, Running, Stopped };
    struct Content
    {
        QString shown; ///< "18 of 41,318 match"
        int chosen = 0;
        bool allMatching = false; ///< all that match are chosen, read or not
        int rows = 0;
        Search search = Search::None;
        friend bool operator==(const Content &, const Content &) = default;
    };

    /// menu: of what can be done; it outlives this.
    ListFooter(const theme::Theme &theme, QMenu &menu, QWidget *parent = nullptr);

    void setContent(const Content &content);
    /// What stands there, in one line.
    QString text() const;
    void retranslate();

signals:
    void selectAllRequested();
    void stopRequested();
    void goOnRequested();

private:
    void refresh();

    Content m_content;
    widgets::ElidedLabel *m_shown;
    widgets::ElidedLabel *m_chosen;
    widgets::Button *m_search;
    widgets::Button *m_selectAll;
    widgets::Button *m_run;
};

} // namespace ui
