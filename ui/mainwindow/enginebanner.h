// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class Button;
} // namespace widgets

namespace ui {

class Session;

/// Stands over the pages while the engine has no store to write to, or one that is silent, or one whose clock differs:
/// what goes on, why, and what helps. Gone while all is well.
class EngineBanner final : public QWidget
{
    Q_OBJECT
public:
    EngineBanner(Session &session, const theme::Theme &theme, QWidget *parent = nullptr);
    void retranslate();

private:
    void refresh();
    void useFile();
    bool showPhase();
    bool showHealth();
    bool showClock(core::Millis ahead);
    void showContent(bool isBad, const QString &title, const QString &text);
    void offer(bool retry, bool password, bool file);

    Session &m_session;
    const theme::Theme &m_theme;
    core::SystemClock m_clock;
    widgets::Banner *m_banner;
    widgets::Button *m_retry;
    widgets::Button *m_password;
    widgets::Button *m_useFile;
};

} // namespace ui
