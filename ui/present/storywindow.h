// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"
#include "ui/present/storyslide.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class NoticeLine;
} // namespace widgets

namespace ui {

class StoryView;

/// A run told to people who look on, slide by slide, in a window of its own that fills the screen. Left and Right go
/// back and on, Space plays, F11 leaves or takes the whole screen, Escape closes.
class StoryWindow final : public QWidget
{
    Q_OBJECT
public:
    /// Makes the moments, in the language of the moment.
    using Maker = std::function<Moments()>;

    StoryWindow(const theme::Theme &theme, Maker make, QWidget *parent = nullptr);

    /// Opens one that fills the screen and goes when it is closed.
    static StoryWindow *present(const theme::Theme &theme, Maker make, QWidget *parent);

    int current() const { return m_current; }
    int count() const { return int(m_slides.size()); }
    void goTo(int slide);
    bool isPlaying() const { return m_play.isActive(); }
    void setPlaying(bool on);
    /// Asks for a file and writes the story to it.
    void chooseFile();
    /// Writes it there and says how it went.
    void exportTo(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    widgets::Button *addButton(const char *name, bool isPrimary, std::function<void()> act);
    void read();
    void showCurrent();
    void retranslate();

    const theme::Theme &m_theme;
    Maker m_make;
    Moments m_moments;
    QList<StorySlide> m_slides;
    int m_current = 0;
    QTimer m_play;
    StoryView *m_view;
    widgets::NoticeLine *m_notice;
    widgets::Button *m_back = nullptr;
    widgets::Button *m_playButton = nullptr;
    widgets::Button *m_next = nullptr;
    widgets::Button *m_export = nullptr;
    widgets::Button *m_close = nullptr;
};

} // namespace ui
