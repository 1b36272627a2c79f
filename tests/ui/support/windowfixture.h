// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/sessionfixture.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/present/presentpage.h"
#include "ui/session/connections.h"
#include "ui/settings/settings.h"

namespace test {

/// The whole window on a session, with its settings in the session's folder; in English.
class WindowFixture : protected SessionFixture
{
protected:
    /// Opens the console in a new folder.
    void open(const ui::SessionOptions &options = {})
    {
        close();
        m_dir = std::make_unique<QTemporaryDir>();
        reopen(options);
    }

    /// Closes the console and opens it again in the same folder.
    void reopen(const ui::SessionOptions &options = {})
    {
        m_window.reset();
        m_session.reset();
        m_settings = std::make_unique<ui::Settings>(m_dir->path());
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
        restartSession(options,
                       [this](ui::Session &session) { session.connections().load(m_settings->connections()); });
        m_window = std::make_unique<ui::MainWindow>(*m_session, m_theme, *m_settings, *m_language);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->findChild<ui::PresentPage *>()); // the last that is made, after the first frame
    }

    void close()
    {
        m_window.reset();
        m_session.reset();
        m_language.reset();
        m_settings.reset();
        endSession();
    }

    template<typename T> T *find(const char *name) const { return m_window->findChild<T *>(QLatin1String(name)); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace test
