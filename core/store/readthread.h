// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagereader.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>

namespace core::store {

/// Owns a MessageReader on a thread of its own and runs queries there, one after the other.
/// Made and destroyed on one thread; read() and cancel() may be called from any.
class ReadThread final
{
public:
    using MakeReader = std::function<std::unique_ptr<MessageReader>()>;

    explicit ReadThread(MakeReader makeReader);
    ~ReadThread(); ///< cancels what runs and waits for it

    /// Starts the thread and opens the reader; waits for the outcome.
    Status open();

    /// Runs query on the reader's thread and hands its result to done on context's thread; nothing is called when context
    /// is gone by then. Beyond queuedMax waiting queries, done gets Unavailable at once.
    template<typename T>
    void read(std::function<Result<T>(MessageReader &)> query, QObject *context, std::function<void(Result<T>)> done)
    {
        const QPointer<QObject> receiver(context);
        enqueue([receiver, query = std::move(query), done = std::move(done)](MessageReader *reader) {
            auto result = std::make_shared<Result<T>>(
                reader ? query(*reader) : Result<T>(Error::unavailable(QStringLiteral("too many queries wait: try again"))));
            deliver(receiver, [result, done] { done(std::move(*result)); });
        });
    }

    /// Ends the query that runs now.
    void cancel();

    static constexpr int queuedMax = 256;

private:
    void enqueue(std::function<void(MessageReader *)> job);
    static void deliver(const QPointer<QObject> &receiver, std::function<void()> call);

    class Worker;
    MakeReader m_makeReader;
    std::mutex m_readerMutex; ///< m_reader is replaced on its thread while cancel() may come from any
    std::shared_ptr<MessageReader> m_reader;
    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace core::store
