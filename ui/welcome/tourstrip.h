// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class ElidedLabel;
class IconButton;
} // namespace widgets

namespace ui {

class Settings;

/// The tour below the pages: the step that is next, a way to its page, and on. Gone when it is through or closed; the
/// step is kept for the next start.
class TourStrip final : public QFrame
{
    Q_OBJECT
public:
    TourStrip(Settings &settings, const theme::Theme &theme, QWidget *parent = nullptr);

    void begin();
    void retranslate();

signals:
    void pageRequested(const QString &id);

private:
    void go(int step);
    void showStep();

    Settings &m_settings;
    const theme::Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    widgets::ElidedLabel *m_text;
    QLabel *m_count;
    widgets::Button *m_next;
    widgets::IconButton *m_end;
};

} // namespace ui
