// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/uiwatch.h"

#include <QEvent>
#include <QMetaEnum>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <ctime>
#include <utility>

namespace bench {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto prodEvery = 4ms; ///< a quarter of a frame

double millisecondsSince(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

double threadCpuMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

QByteArray nameOf(QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name ? QByteArray(name) : QByteArray::number(int(type));
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv) : QApplication(argc, argv)
{
    auto *timer = new QTimer;
    timer->setInterval(prodEvery);
    timer->setTimerType(Qt::PreciseTimer);
    timer->moveToThread(&m_prodder);
    connect(&m_prodder, &QThread::started, timer, qOverload<>(&QTimer::start));
    connect(&m_prodder, &QThread::finished, timer, &QObject::deleteLater);
    connect(timer, &QTimer::timeout, timer, [this] { prod(); });
    m_prodder.start();
}

WatchedApplication::~WatchedApplication()
{
    m_prodder.quit();
    m_prodder.wait();
}

/// What a key or a click would wait: one event at a time from another thread. On that thread.
void WatchedApplication::prod()
{
    if (m_isProdded.exchange(true))
        return;
    const auto handle = [this, since = Clock::now()] {
        m_share.waits.push_back(millisecondsSince(since));
        m_isProdded = false;
    };
    QMetaObject::invokeMethod(this, handle, Qt::QueuedConnection);
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const QEvent::Type type = event->type();
    const QByteArray className = receiver->metaObject()->className(); // it may be gone afterwards
    const bool isFrame = type == QEvent::UpdateRequest && receiver->isWindowType();
    const auto began = Clock::now();
    const double cpuBefore = threadCpuMilliseconds();
    const bool handled = QApplication::notify(receiver, event);
    const double cpu = threadCpuMilliseconds() - cpuBefore;
    const double wall = millisecondsSince(began);
    --m_depth;
    m_share.longestEvent = std::max(m_share.longestEvent, wall);
    if (cpu > m_share.longestEventCpu) {
        m_share.longestEventCpu = cpu;
        m_share.longestEventName = nameOf(type) + " to " + className;
    }
    if (isFrame) {
        m_share.frames.push_back(wall);
        ++m_frameCount;
    }
    return handled;
}

void WatchedApplication::beginWatch()
{
    m_share = {};
    m_watchBegan = Clock::now();
    m_cpuAtBegin = threadCpuMilliseconds();
}

UiShare WatchedApplication::endWatch()
{
    m_share.cpuShare = (threadCpuMilliseconds() - m_cpuAtBegin) / millisecondsSince(m_watchBegan);
    return std::exchange(m_share, {});
}

} // namespace bench
