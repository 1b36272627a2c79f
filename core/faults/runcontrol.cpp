// SPDX-License-Identifier: Apache-2.0
#include "core/faults/runcontrol.h"

namespace core::faults {

void RunControl::give(Order order)
{
    const std::lock_guard lock(m_mutex);
    if (m_order != Order::Stop)
        m_order = order;
}

void RunControl::play()
{
    give(Order::Play);
}

void RunControl::pause()
{
    give(Order::Halt);
}

void RunControl::playStep()
{
    give(Order::NextStep);
}

void RunControl::playScene()
{
    give(Order::NextScene);
}

void RunControl::stop()
{
    give(Order::Stop);
}

bool RunControl::isStopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_order == Order::Stop;
}

bool RunControl::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_order == Order::Halt;
}

bool RunControl::haltsBefore(bool firstOfScene)
{
    const std::lock_guard lock(m_mutex);
    switch (m_order) {
    case Order::Play:
    case Order::Stop:
        return false;
    case Order::NextStep:
        m_order = Order::LastStep;
        return false;
    case Order::NextScene:
        m_order = Order::LastScene;
        return false;
    case Order::LastScene:
        if (!firstOfScene)
            return false;
        break;
    case Order::LastStep:
    case Order::Halt:
        break;
    }
    m_order = Order::Halt;
    return true;
}

} // namespace core::faults
