// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/bench/uiwatch.h"

#include <functional>
#include <memory>
#include <vector>

namespace ui {
class DetailPane;
class MainWindow;
class MessageTableModel;
class Session;
} // namespace ui

namespace bench {

/// Drives the real window as a hand would and prints what it takes. UI thread.
class ConsoleBench final
{
public:
    ConsoleBench(WatchedApplication &application, ui::Session &session, ui::MainWindow &window);

    /// How long a page, a filter and a message take to stand on the screen. moment: what goes on meanwhile.
    void benchAnswers(const QByteArray &moment);
    /// Frames, holds and processor share on each page, so many seconds each, and while the list is scrolled.
    void benchFlow(std::chrono::seconds each);

private:
    using Done = std::function<bool()>;

    void wait(std::chrono::milliseconds time);
    void waitFor(const Done &done);
    double untilPainted(const std::function<void()> &act, const Done &done);
    void benchPages();
    void benchFilters();
    void benchDetails();
    double filterTakes(const QString &text);
    double detailTakes(const QByteArray &gid);
    void watch(const QByteArray &name, std::chrono::milliseconds time, const std::function<void()> &eachFrame = {});
    void scroll();

    WatchedApplication &m_application;
    ui::Session &m_session;
    ui::MainWindow &m_window;
    ui::MessageTableModel *m_model;
    ui::DetailPane *m_detail;
};

} // namespace bench
