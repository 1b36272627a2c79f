// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class IconButton;
class JsonView;
class SearchBox;
} // namespace widgets

namespace ui {

/// Searches a JsonView: marks all places, counts them; Enter and F3 go to the next, Shift+F3 to the one before.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    FindBar(const theme::Theme &theme, widgets::JsonView &view, QWidget *parent = nullptr);

    /// Searches again, after the text has become another.
    void refresh();
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    widgets::JsonView &m_view;
    widgets::SearchBox *m_text;
    QLabel *m_count;
    widgets::IconButton *m_previous;
    widgets::IconButton *m_next;
};

} // namespace ui
