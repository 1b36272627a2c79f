// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/bench/benchreport.h"
#include "tests/ui/bench/uiwatch.h"

#include <functional>
#include <memory>
#include <vector>

class QTableView;

namespace ui {
class DetailPane;
class MainWindow;
class MessageTableModel;
class Session;
} // namespace ui

namespace bench {

/// Drives the real window as a hand would and reports what it takes. UI thread.
class ConsoleBench final
{
public:
    ConsoleBench(WatchedApplication &application, ui::Session &session, ui::MainWindow &window, BenchReport &report);

    /// How long a page, a filter and a message take to stand on the screen. moment: what goes on meanwhile.
    void benchAnswers(const QByteArray &moment);
    /// Frames, holds and processor share on the pages that move, so long each, and while the list is scrolled.
    void benchFlow(const QByteArray &moment, std::chrono::milliseconds each);

private:
    using Done = std::function<bool()>;

    /// Of one kind of act, in milliseconds.
    struct Takes
    {
        std::vector<double> clock; ///< until what was asked for is painted
        std::vector<double> cpu; ///< of this thread meanwhile
    };

    void wait(std::chrono::milliseconds time);
    void waitFor(const Done &done);
    void untilPainted(Takes &takes, const std::function<void()> &act, const Done &done);
    void tell(const QByteArray &name, const Takes &takes);
    void benchPages();
    void benchFilters();
    void benchDetails();
    void filter(const QString &text, Takes &takes);
    void openDetail(const QByteArray &gid, Takes &takes);
    void watch(const QByteArray &name, std::chrono::milliseconds time, const std::function<void()> &eachFrame = {});
    void scroll();
    void showNewest();

    WatchedApplication &m_application;
    ui::Session &m_session;
    ui::MainWindow &m_window;
    BenchReport &m_report;
    ui::MessageTableModel *m_model;
    QTableView *m_table;
    ui::DetailPane *m_detail;
};

} // namespace bench
