// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace core::faults {

/// How a run is to go on. Whoever watches gives orders, the Runner asks; any thread.
class RunControl final
{
public:
    void play(); ///< goes on to the end
    void pause(); ///< stands still at once, in the middle of a wait too
    void playStep(); ///< one step of the file, then it stands still
    void playScene(); ///< up to the next caption, then it stands still
    void stop(); ///< ends as soon as can be; there is no way back

    bool isStopped() const;
    bool isPaused() const;

    /// The Runner asks before each step whether it has to stand still there.
    bool haltsBefore(bool firstOfScene);

private:
    enum class Order {
        Play,
        Halt,
        NextStep, ///< given
        LastStep, ///< under way: the step that is played is the last one
        NextScene,
        LastScene,
        Stop,
    };
    void give(Order order);

    mutable std::mutex m_mutex;
    Order m_order = Order::Play;
};

} // namespace core::faults
