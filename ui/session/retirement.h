// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/onthread.h"

#include <QDeadlineTimer>
#include <QThreadPool>

namespace ui {

/// Ends objects whose threads may be busy for some seconds, with a server that does not answer, say: whoever gives one
/// up goes on at once. The destructor waits for all.
class Retirement final
{
public:
    Retirement() { m_endings.setMaxThreadCount(endingsMax); }

    /// Runs what may take some seconds.
    void run(std::function<void()> ending) { m_endings.start(std::move(ending)); }
    /// False: something still hangs when the time is over.
    bool waitFor(QDeadlineTimer deadline) { return m_endings.waitForDone(int(deadline.remainingTime())); }

    template<typename T> void take(std::unique_ptr<OnThread<T>> given)
    {
        if (given)
            m_endings.start([kept = std::shared_ptr<OnThread<T>>(std::move(given))]() mutable { kept.reset(); });
    }

private:
    static constexpr int endingsMax = 64; ///< nearly all of them only wait

    QThreadPool m_endings;
};

} // namespace ui
