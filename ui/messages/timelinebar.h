// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace diagram {
class SequencePanel;
}

namespace theme {
class Theme;
}

namespace widgets {
class Switch;
}

namespace ui {

/// What can be done with the timeline, in the line of the tabs: follow, as table, save and copy.
class TimelineBar final : public QWidget
{
    Q_OBJECT
public:
    TimelineBar(const theme::Theme &theme, diagram::SequencePanel &panel, QWidget *parent = nullptr);

    /// Icons without words, where there is little room.
    void setCompact(bool compact);
    /// The width that it needs with its words.
    int fullWidth() const;
    void retranslate();

private:
    diagram::SequencePanel &m_panel;
    widgets::Switch *m_follow;
    QToolButton *m_asTable;
    QToolButton *m_save;
    QMenu *m_menu;
    bool m_compact = false;
};

} // namespace ui
