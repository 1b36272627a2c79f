// SPDX-License-Identifier: Apache-2.0
#include "core/store/readthread.h"

#include <deque>
#include <mutex>

namespace core::store {

/// Lives on the reader's thread and runs one job a turn, so that the thread can be stopped between two.
class ReadThread::Worker final : public QObject
{
public:
    using Job = std::function<void(MessageReader *)>;

    bool tryAdd(Job &job)
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= queuedMax)
            return false;
        m_jobs.push_back(std::move(job));
        QMetaObject::invokeMethod(
            this, [this] { runNext(); }, Qt::QueuedConnection);
        return true;
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.clear();
    }

    void setReader(MessageReader *reader) { m_reader = reader; }

private:
    void runNext()
    {
        Job job;
        {
            const std::lock_guard lock(m_mutex);
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(m_reader);
    }

    std::mutex m_mutex;
    std::deque<Job> m_jobs;
    MessageReader *m_reader = nullptr;
};

ReadThread::ReadThread(MakeReader makeReader)
    : m_makeReader(std::move(makeReader))
    , m_worker(std::make_unique<Worker>())
{
    m_thread.setObjectName(QStringLiteral("reader"));
    m_worker->moveToThread(&m_thread);
}

ReadThread::~ReadThread()
{
    close();
}

void ReadThread::close()
{
    if (!m_thread.isRunning())
        return;
    m_worker->clear();
    cancel();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            const std::lock_guard lock(m_readerMutex);
            m_reader.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Status ReadThread::open()
{
    m_thread.start();
    Status opened = Done{};
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, &opened] {
            std::shared_ptr<MessageReader> reader = m_makeReader();
            opened = reader->open();
            m_worker->setReader(reader.get());
            const std::lock_guard lock(m_readerMutex);
            m_reader = std::move(reader);
        },
        Qt::BlockingQueuedConnection);
    return opened;
}

void ReadThread::cancel()
{
    const std::lock_guard lock(m_readerMutex);
    if (m_reader)
        m_reader->cancel();
}

void ReadThread::enqueue(std::function<void(MessageReader *)> job)
{
    if (!m_worker->tryAdd(job))
        job(nullptr); // full: the job answers for itself, on the caller's thread
}

} // namespace core::store
