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

double WatchedApplication::cpuMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
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
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event); // each thread's loop comes by here
    const bool isFrame = (event->type() == QEvent::UpdateRequest && receiver->isWidgetType())
        || (event->type() == QEvent::Expose && receiver->isWindowType());
    if (isFrame)
        return notifyFrame(receiver, event);
    return m_depth > 0 ? QApplication::notify(receiver, event) : notifyFirst(receiver, event);
}

/// A window paints what changed; mostly from within a timer's event.
bool WatchedApplication::notifyFrame(QObject *receiver, QEvent *event)
{
    const auto began = Clock::now();
    const bool handled = m_depth > 0 ? QApplication::notify(receiver, event) : notifyFirst(receiver, event);
    m_share.frames.push_back(millisecondsSince(began));
    ++m_frameCount;
    return handled;
}

/// An event that the event loop itself hands out: until it is handled, nothing else is.
bool WatchedApplication::notifyFirst(QObject *receiver, QEvent *event)
{
    const QByteArray name = nameOf(event->type()) + " to " + receiver->metaObject()->className(); // it may be gone then
    const auto began = Clock::now();
    const double cpuBefore = cpuMilliseconds();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double cpu = cpuMilliseconds() - cpuBefore;
    m_share.longestEvent = std::max(m_share.longestEvent, millisecondsSince(began));
    if (cpu > m_share.longestEventCpu) {
        m_share.longestEventCpu = cpu;
        m_share.longestEventName = name;
    }
    return handled;
}

void WatchedApplication::beginWatch()
{
    m_share = {};
    m_watchBegan = Clock::now();
    m_cpuAtBegin = cpuMilliseconds();
}

UiShare WatchedApplication::endWatch()
{
    m_share.cpuShare = (cpuMilliseconds() - m_cpuAtBegin) / millisecondsSince(m_watchBegan);
    return std::exchange(m_share, {});
}

} // namespace bench
