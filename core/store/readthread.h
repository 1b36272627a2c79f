// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/onthreadof.h"
#include "core/store/messagereader.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>

namespace core::store {

/// Owns a MessageReader on a thread of its own and runs queries there, one after the other.
/// Made and destroyed on one thread; read() and cancel() may be called from several.
class ReadThread final
{
public:
    using MakeReader = std::function<std::unique_ptr<MessageReader>()>;

    explicit ReadThread(MakeReader makeReader);
    ~ReadThread(); ///< closes

    /// Starts the thread and opens the reader; waits for the outcome.
    Status open();
    /// Cancels what runs and waits for it; what waits is dropped. Nothing may be read afterwards.
    void close();

    /// Runs query on the reader's thread and hands its result to done on context's thread; nothing is called when
    /// context is gone by then. Called on context's thread, whose event loop must outlive this object. Beyond queuedMax
    /// waiting queries, done gets Unavailable at once.
    template<typename T>
    void read(std::function<Result<T>(MessageReader &)> query, QObject *context, std::function<void(Result<T>)> done)
    {
        enqueue([query = std::move(query), answer = onThreadOf(context, std::move(done))](MessageReader *reader) {
            answer(reader ? query(*reader)
                          : Result<T>(Error::unavailable(QStringLiteral("too many queries wait: try again"))));
        });
    }

    /// Ends the query that runs now.
    void cancel();

    static constexpr int queuedMax = 256;

private:
    void enqueue(std::function<void(MessageReader *)> job);

    class Worker;
    MakeReader m_makeReader;
    std::mutex m_readerMutex; ///< m_reader is replaced on its thread while cancel() may come from any
    std::shared_ptr<MessageReader> m_reader;
    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace core::store
