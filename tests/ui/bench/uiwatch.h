// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QThread>

#include <atomic>
#include <chrono>
#include <vector>

namespace bench {

/// What the screen's thread did between two moments. Times in milliseconds.
struct UiShare
{
    std::vector<double> frames; ///< how long each took to paint
    std::vector<double> waits; ///< of an event that was posted from outside, until it was handled
    double longestEvent = 0;
    double longestEventCpu = 0; ///< processor time of the one that took most of it
    QByteArray longestEventName; ///< of that one: event and receiver
    double cpuShare = 0; ///< processor time of the thread divided by the time that passed
};

/// The application under test; sees each event that the event loop hands out. UI thread.
class WatchedApplication final : public QApplication
{
public:
    WatchedApplication(int &argc, char **argv);
    ~WatchedApplication() override;

    bool notify(QObject *receiver, QEvent *event) override;

    void beginWatch();
    UiShare endWatch();
    /// Processor time of this thread so far, in milliseconds.
    static double cpuMilliseconds();
    /// How many frames of windows were painted since the start.
    int frameCount() const { return m_frameCount; }

private:
    bool notifyFrame(QObject *receiver, QEvent *event);
    bool notifyFirst(QObject *receiver, QEvent *event);
    void prod();

    int m_depth = 0;
    int m_frameCount = 0;
    UiShare m_share;
    std::chrono::steady_clock::time_point m_watchBegan;
    double m_cpuAtBegin = 0;
    std::atomic<bool> m_isProdded = false; ///< a posted event is on its way
    QThread m_prodder;
};

} // namespace bench
