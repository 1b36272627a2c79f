// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/memorypasswords.h"
#include "tests/ui/support/part.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace test {

/// What tests on a real session have alike: the theme, a folder for each test, and in it a session whose engine, store
/// and demo banks run, with a keychain in memory. A test's class has it as its second base.
class SessionFixture
{
protected:
    static constexpr int patience = 15'000; ///< milliseconds for QTRY_…_WITH_TIMEOUT, on a computer that has much to do

    SessionFixture() { QLocale::setDefault(QLocale::c()); }
    ~SessionFixture() = default;

    /// Starts a session in a new folder; the one before ends. options: their folder and keychain are set here.
    void startSession(const ui::SessionOptions &options = {})
    {
        endSession();
        m_dir = std::make_unique<QTemporaryDir>();
        restartSession(options);
    }

    /// Starts another session in the same folder. before: what is done to it before it starts.
    void restartSession(ui::SessionOptions options = {}, const std::function<void(ui::Session &)> &before = {})
    {
        options.dataDir = m_dir->path();
        options.passwordStore = [this] {
            auto passwords = std::make_unique<MemoryPasswords>(true);
            m_keychain = passwords.get();
            return passwords;
        };
        m_session.reset();
        m_session = std::make_unique<ui::Session>(options);
        if (before)
            before(*m_session);
        const core::Status started = m_session->start();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    }

    void endSession()
    {
        m_session.reset();
        m_dir.reset();
    }

    theme::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ui::Session> m_session;
    MemoryPasswords *m_keychain = nullptr; ///< of the session
};

} // namespace test
