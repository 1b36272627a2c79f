// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/scenes.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

#include <memory>

namespace test {

/// Prints each finding on a line of its own: a failed check would cut a long list.
void report(const QStringList &findings);

/// The whole console on a folder of its own, with the demo's messages in it and one of them open. For tests that look
/// at everything there is: it is made once for all of them.
class Console
{
public:
    Console();
    ~Console();

    /// Opens the window and waits for the demo to be told. False when that takes too long.
    bool open();

    ui::MainWindow &window() { return *m_window; }
    ui::Session &session() { return *m_session; }
    theme::Theme &theme() { return m_theme; }
    const ui::Scenes &scenes() const { return *m_scenes; }
    /// Language, size of the window and factor of the text, as a user would set them.
    void become(const QString &language, QSize size, double textScale = 1);

private:
    bool tellStory();

    theme::Theme m_theme;
    QTemporaryDir m_folder;
    ui::Settings m_settings;
    ui::Language m_language;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Scenes> m_scenes;
};

} // namespace test
