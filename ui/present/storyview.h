// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/storyslide.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace theme {
class Theme;
}

namespace ui {

class MoneyFlow;
class StepBar;
class SumLine;

/// One slide of a story in large type: title with buttons beside it, steps, the way of the money, what that means, the
/// sum.
class StoryView final : public QWidget
{
    Q_OBJECT
public:
    explicit StoryView(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const StorySlide &slide);
    const StorySlide &slide() const { return m_slide; }
    /// Puts a button at the right of the title.
    void addButton(QWidget *button);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createSentence();
    void setSizes();

    const theme::Theme &m_theme;
    StorySlide m_slide;
    QLabel *m_title;
    QHBoxLayout *m_buttons = nullptr;
    StepBar *m_steps;
    MoneyFlow *m_flow;
    QLabel *m_headline;
    QLabel *m_explanation;
    SumLine *m_sum;
};

} // namespace ui
