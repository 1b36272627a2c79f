// SPDX-License-Identifier: Apache-2.0
#include "core/faults/eventwait.h"

#include "core/faults/runcontrol.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace core::faults {

namespace {

constexpr Millis lookEvery(10);

} // namespace

void waitFor(Millis time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitUntil(const std::function<bool()> &ready, Millis within, const RunControl &control)
{
    const QDeadlineTimer deadline(within);
    while (!ready() && !deadline.hasExpired() && !control.isStopped())
        waitFor(lookEvery);
    return ready();
}

} // namespace core::faults
