// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>

namespace core {

/// What a crash ends in a program that holds more than one part of the protocol, such as the console with its engine
/// and its banks: all threads that belong to it stop where they stand, as if their process were gone. Nothing of it
/// commits, answers or calls any more; whoever made it drops it and starts it again. Any thread.
class Victim final
{
public:
    /// Called once, on the thread that passed the point; it must not wait for that thread.
    using Crashed = std::function<void(const QByteArray &point)>;
    explicit Victim(Crashed crashed) : m_crashed(std::move(crashed)) { }

    bool isDead() const { return m_isDead.load(std::memory_order_relaxed); }
    /// A second crash changes nothing.
    void crash(const QByteArray &point);

private:
    const Crashed m_crashed;
    std::atomic<bool> m_isDead{false};
};

/// From now on this thread belongs to the victim; null: to the program as a whole.
void belongTo(std::shared_ptr<Victim> victim);
/// Null: a crash here ends the program.
const std::shared_ptr<Victim> &victimOfThread();
/// What this thread belongs to has crashed: it must leave everything as it is. Asked before each commit, call and
/// answer.
bool hasCrashed();

} // namespace core
