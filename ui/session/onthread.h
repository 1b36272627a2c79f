// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

/// Keeps a QObject on a thread of its own: it is made, used and destroyed there. This object belongs to the thread that
/// made it.
template<typename T> class OnThread final
{
public:
    OnThread(const QString &name, std::function<std::unique_ptr<T>()> make)
    {
        m_thread.setObjectName(name);
        m_anchor.moveToThread(&m_thread);
        m_thread.start();
        ask([this, &make] { m_object = make(); });
    }

    /// Waits for the destruction.
    ~OnThread()
    {
        ask([this] { m_object.reset(); });
        m_thread.quit();
        m_thread.wait();
    }

    OnThread(const OnThread &) = delete;
    OnThread &operator=(const OnThread &) = delete;

    /// For connecting signals only.
    T *object() const { return m_object.get(); }

    /// Runs work there and does not wait.
    void post(std::function<void(T &)> work)
    {
        QMetaObject::invokeMethod(
            &m_anchor, [this, work = std::move(work)] { work(*m_object); }, Qt::QueuedConnection);
    }

    /// Runs work there and waits for its outcome.
    template<typename Work> auto askObject(Work work) -> decltype(work(std::declval<T &>()))
    {
        std::optional<decltype(work(std::declval<T &>()))> outcome;
        ask([this, &work, &outcome] { outcome.emplace(work(*m_object)); });
        return std::move(*outcome);
    }

private:
    void ask(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_anchor, std::move(work), Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_anchor;
    std::unique_ptr<T> m_object;
};

} // namespace ui
