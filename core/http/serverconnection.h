// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/requestparser.h"
#include "core/http/responsewriter.h"
#include "core/http/server.h"
#include "core/sockets/stream.h"

#include <cstdint>
#include <deque>

namespace core::http {

/// What all connections of one server share. Owned by the server, which outlives them.
struct ServerShared
{
    ServerOptions options;
    Server::Handler handler;
    RequestParser::HeadCheck headCheck;
    ServerCounters counters;
    std::shared_ptr<sockets::Streams> streams;
    QByteArray readBuffer; ///< filled and emptied within one event
    QByteArray date;
    std::chrono::milliseconds now{0}; ///< monotonic, as of the last tick
    std::chrono::milliseconds tickLength{250}; ///< time-outs are kept to within one tick, never early
    qsizetype unanswered = 0;
    qsizetype buffered = 0; ///< bytes of unanswered requests and unsent answers
    bool isDraining = false;
    std::function<void(std::uint64_t connection)> serviceSoon; ///< has service() called after this event
    std::function<void(std::uint64_t connection)> buryLater; ///< has the closed connection deleted after this event
};

/// One client: reads its requests, keeps their order, writes the answers, watches the time.
/// A client that only ends its sending still gets its answers. Lives on the io thread. Whoever calls any function may
/// find it closed (isClosed()) afterwards.
class ServerConnection final : public sockets::StreamUser
{
public:
    ServerConnection(ServerShared &shared, std::uint64_t id, qintptr descriptor);
    Q_DISABLE_COPY_MOVE(ServerConnection)

    bool isClosed() const { return m_phase == Phase::Closed; }
    bool isIdle() const { return m_pending.empty() && unsentBytes() == 0; }

    /// Answers the request of this number; a second answer to the same request is dropped.
    void reply(std::uint64_t request, const Response &response);
    /// Answers whatever this client asked or will ask with `refusal`, and closes.
    void refuse(const Refusal &refusal);
    /// Writes what waits and reads on where reading had paused.
    void service();
    /// Closes when idle; else the last answer says `Connection: close`.
    void drain();
    /// At once: what is unanswered or unsent stays so.
    void close();
    /// Ends what took too long by shared.now.
    void checkDeadline();

private:
    /// A request handed on, whose answer is due in its turn.
    struct Pending
    {
        AnswerFraming framing;
        qsizetype bodyBytes = 0; ///< of the request, which whoever works on it holds
        bool isAnswered = false;
        QByteArray early; ///< the answer, while an earlier request still has none
    };
    /// What the connection waits for; each has its own time-out.
    enum class Phase { Fresh, Idle, Head, Body, Answering, Unsent, Lingering, Closed };

    void connected() override { }
    void connectFailed(const sockets::ConnectFailure &) override { }
    void readable() override;
    void written() override;
    void lost() override { close(); }
    void discard();
    void endOfRequests();
    void consume(QByteArrayView data);
    bool takeParsed();
    void handOn();
    bool isBodyTooMuch(qsizetype bodyBytes);
    void continueBody();
    void offerContinue();
    void releaseAnswered();
    void flush();
    void write();
    void finishSending();
    bool canResume() const { return (m_isSilent || !m_held.isEmpty()) && !isPaused(); }
    bool isPaused() const;
    bool isLast(const Pending &pending) const { return m_isReadingOver && &pending == &m_pending.back(); }
    qsizetype unsentBytes() const { return m_out.size() + m_stream->unsent(); }
    Phase phaseNow() const;
    void updatePhase();
    void updateBuffered();
    std::chrono::milliseconds timeoutOf(Phase phase) const;

    ServerShared &m_shared;
    const std::uint64_t m_id;
    const std::unique_ptr<sockets::Stream> m_stream;
    RequestParser m_parser;
    std::deque<Pending> m_pending;
    std::uint64_t m_firstPending = 0; ///< number of the request at the front of m_pending
    QByteArray m_out; ///< answers to write, in order
    QByteArray m_held; ///< read, not parsed yet: the client is further ahead than pipelinedMax
    qsizetype m_handedOn = 0; ///< bytes of the bodies of unanswered requests
    qsizetype m_bufferedShare = 0; ///< our part of m_shared.buffered
    Phase m_phase = Phase::Fresh;
    std::uint64_t m_phaseRequest = 0; ///< number of the request that the phase belongs to
    std::chrono::milliseconds m_deadline;
    bool m_isConsuming = false;
    bool m_isSilent = false; ///< reading is off: there may be bytes that were not read yet
    bool m_isReadingOver = false; ///< nothing further is parsed: after an error, Connection: close, or a drain
    bool m_hasContinued = false; ///< 100 Continue was sent for the request being read
};

} // namespace core::http
