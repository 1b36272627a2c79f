// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/onthread.h"

#include <QThreadPool>

namespace ui {

/// Ends objects whose threads may be busy for some seconds, with a server that does not answer, say: whoever gives one
/// up goes on at once. The destructor waits for all.
class Retirement final
{
public:
    template<typename T> void take(std::unique_ptr<OnThread<T>> given)
    {
        if (given)
            m_endings.start([kept = std::shared_ptr<OnThread<T>>(std::move(given))]() mutable { kept.reset(); });
    }

private:
    QThreadPool m_endings;
};

} // namespace ui
