// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <mutex>
#include <vector>

namespace core {

/// Carries values from any thread to one thread, in order, with one wake-up a batch and a bound on how many may wait.
template<typename T> class Mailbox
{
public:
    /// wake is called (on the posting thread) when the first value of a batch arrives; it must only schedule a
    /// takeAll().
    Mailbox(std::size_t capacity, std::function<void()> wake) : m_capacity(capacity), m_wake(std::move(wake)) { }

    /// False when the box is full; then nothing was taken and values is as it was.
    [[nodiscard]] bool tryPost(std::vector<T> &values) { return append(values, m_capacity); }
    /// For what must not be lost: goes in even beyond the bound. Its number is bounded by what the receiver let out
    /// before.
    void post(std::vector<T> &values) { append(values, static_cast<std::size_t>(-1)); }

    [[nodiscard]] bool tryPost(T value) { return appendOne(value, m_capacity); }
    void post(T value) { appendOne(value, static_cast<std::size_t>(-1)); }

    /// All that waits, in the order it came; empty when nothing does.
    std::vector<T> takeAll()
    {
        std::vector<T> taken;
        const std::lock_guard lock(m_mutex);
        taken.swap(m_waiting);
        return taken;
    }

    std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.size();
    }

private:
    bool appendOne(T &value, std::size_t capacity)
    {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.size() >= capacity)
                return false;
            wasEmpty = m_waiting.empty();
            m_waiting.push_back(std::move(value));
        }
        if (wasEmpty)
            m_wake();
        return true;
    }

    bool append(std::vector<T> &values, std::size_t capacity)
    {
        if (values.empty())
            return true;
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.size() >= capacity || values.size() > capacity - m_waiting.size())
                return false;
            wasEmpty = m_waiting.empty();
            m_waiting.insert(m_waiting.end(), std::make_move_iterator(values.begin()),
                             std::make_move_iterator(values.end()));
        }
        values.clear();
        if (wasEmpty)
            m_wake();
        return true;
    }

    mutable std::mutex m_mutex;
    std::vector<T> m_waiting;
    std::size_t m_capacity;
    std::function<void()> m_wake;
};

} // namespace core
