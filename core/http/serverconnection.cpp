// SPDX-License-Identifier: Apache-2.0
#include "core/http/serverconnection.h"

#include "core/http/log.h"

namespace core::http {

using std::chrono::milliseconds;

namespace {

constexpr qsizetype unsentBytesMax = 1024 * 1024; ///< beyond, the client is not read until it has read its answers
constexpr qsizetype writeAtBytes = 64 * 1024; ///< pipelined answers are written together up to this many bytes
constexpr qsizetype keptBufferBytes = 4 * 1024; ///< what an idle connection may keep of its answer buffer
constexpr milliseconds lingerTimeout{2'000}; ///< for the client to read a last answer and close

} // namespace

ServerConnection::ServerConnection(ServerShared &shared, std::uint64_t id, qintptr descriptor)
    : m_shared(shared)
    , m_id(id)
    , m_stream(shared.streams->accept(descriptor, *this))
    , m_parser({shared.options.headerBytesMax, shared.options.bodyBytesMax}, shared.headCheck)
    , m_deadline(shared.now + shared.options.headerTimeout)
{ }

void ServerConnection::readable()
{
    if (m_isConsuming || m_phase == Phase::Closed)
        return;
    if (m_phase == Phase::Lingering)
        return discard();
    m_isSilent = isPaused() || !m_held.isEmpty();
    m_stream->setReading(!m_isSilent);
    if (m_isSilent)
        return; // the client's sending stalls once the system's buffers are full
    const qint64 got = m_stream->read(m_shared.readBuffer.data(), m_shared.readBuffer.size());
    if (got == sockets::Stream::over)
        return endOfRequests();
    consume(QByteArrayView(m_shared.readBuffer.constData(), qsizetype(got)));
}

/// The client has sent its last byte. What it asked for in full is still answered.
void ServerConnection::endOfRequests()
{
    if (m_pending.empty())
        return close();
    m_isReadingOver = true;
    m_stream->setReading(false);
    updatePhase();
}

/// What comes after the last answer is read only so that closing does not destroy that answer (a reset would).
void ServerConnection::discard()
{
    if (m_stream->read(m_shared.readBuffer.data(), m_shared.readBuffer.size()) == sockets::Stream::over)
        close();
}

void ServerConnection::consume(QByteArrayView data)
{
    m_isConsuming = true;
    while (!data.isEmpty() && !isPaused() && m_phase != Phase::Closed) {
        data = data.sliced(m_parser.feed(data));
        if (!takeParsed())
            break;
        if (m_out.size() >= writeAtBytes)
            flush();
    }
    m_isConsuming = false;
    if (m_phase == Phase::Closed)
        return;
    m_held = m_isReadingOver ? QByteArray() : data.toByteArray();
    flush();
}

/// Acts on what the parser has found; false when nothing further can be read from this client.
bool ServerConnection::takeParsed()
{
    switch (m_parser.state()) {
    case RequestParser::State::Complete:
        handOn();
        return !m_isReadingOver;
    case RequestParser::State::Refused:
        refuse(Refusal(m_parser.refusal()));
        return false;
    case RequestParser::State::Body:
        continueBody();
        return !m_isReadingOver;
    case RequestParser::State::Idle:
    case RequestParser::State::Head:
        break;
    }
    return true;
}

void ServerConnection::handOn()
{
    const bool keepsAlive = m_parser.keepAlive() && !m_shared.isDraining;
    if (isBodyTooMuch(m_parser.bodyBytesHeld()))
        return;
    Request request = m_parser.takeRequest();
    const ReplyTo replyTo{m_id, m_firstPending + m_pending.size()};
    m_pending.push_back({{keepsAlive, m_parser.isHttp10(), request.method == "HEAD"}, request.body.size()});
    m_handedOn += request.body.size();
    m_isReadingOver = !keepsAlive;
    m_hasContinued = false;
    ++m_shared.unanswered;
    ++m_shared.counters.requests;
    m_shared.handler(std::move(request), replyTo);
}

/// The body of a request is under way: keeps the sum of all bodies bounded, and lets a client go on that asked first.
void ServerConnection::continueBody()
{
    if (!isBodyTooMuch(m_parser.bodyBytesHeld()))
        offerContinue();
}

/// Refuses a request with a body when all of them together are too large; one without is always heard.
bool ServerConnection::isBodyTooMuch(qsizetype bodyBytes)
{
    updateBuffered();
    if (bodyBytes == 0 || m_shared.buffered <= m_shared.options.bufferedBytesMax)
        return false;
    refuse({503, "too many large requests at once: try again soon", {{"Retry-After", "1"}}});
    return true;
}

void ServerConnection::offerContinue()
{
    const bool isAwaited = m_parser.state() == RequestParser::State::Body && m_parser.expectsContinue()
        && m_parser.bodyBytesHeld() == 0 && !m_hasContinued;
    if (!isAwaited || !m_pending.empty())
        return; // answers go out in order: the word to go on must not overtake one
    m_hasContinued = true;
    m_out.append("HTTP/1.1 100 Continue\r\n\r\n");
}

void ServerConnection::refuse(const Refusal &refusal)
{
    if (m_isReadingOver)
        return;
    qCInfo(lcHttp).nospace() << "request_refused connection=" << m_id << " status=" << refusal.status;
    m_isReadingOver = true;
    m_held.clear();
    m_parser.abandon(refusal);
    updateBuffered();
    ++m_shared.counters.badRequests;
    ++m_shared.unanswered;
    m_pending.push_back({.framing = {.keepsAlive = false, .isHttp10 = false, .isBodyLeftOut = false}});
    reply(m_firstPending + m_pending.size() - 1, toResponse(refusal));
}

void ServerConnection::reply(std::uint64_t request, const Response &response)
{
    const std::uint64_t index = request - m_firstPending; // of an answered one: wraps to a huge number
    if (m_phase == Phase::Closed || index >= m_pending.size() || m_pending[index].isAnswered)
        return;
    Pending &pending = m_pending[index];
    pending.framing.keepsAlive = pending.framing.keepsAlive && !isLast(pending);
    pending.isAnswered = true;
    m_handedOn -= std::exchange(pending.bodyBytes, 0);
    --m_shared.unanswered;
    appendResponse(index == 0 ? m_out : pending.early, response, m_shared.date, pending.framing);
    if (index == 0)
        releaseAnswered();
    if (m_isConsuming)
        return; // consume() writes when the event's requests are through
    if (m_pending.empty())
        flush();
    else if (index == 0)
        m_shared.serviceSoon(m_id); // more answers of this client may follow at once: one write for all
}

/// The front was answered: it leaves, and so do those behind it that have their answers.
void ServerConnection::releaseAnswered()
{
    do {
        m_out.append(m_pending.front().early);
        m_pending.pop_front();
        ++m_firstPending;
    } while (!m_pending.empty() && m_pending.front().isAnswered);
    offerContinue();
}

/// The client has read some of its answers.
void ServerConnection::written()
{
    m_deadline = m_shared.now + m_shared.tickLength + timeoutOf(m_phase);
    service();
}

void ServerConnection::service()
{
    if (m_phase == Phase::Closed || m_isConsuming)
        return;
    flush();
    if (m_phase == Phase::Closed || !canResume())
        return;
    if (m_held.isEmpty())
        readable();
    else
        consume(std::exchange(m_held, {}));
}

/// Writes what waits. Reading on after a pause is left to service(), so that reply() never calls the handler.
void ServerConnection::flush()
{
    write();
    if (m_phase == Phase::Closed || m_isConsuming)
        return;
    updateBuffered();
    updatePhase();
    if (m_phase == Phase::Lingering)
        finishSending();
    else if (canResume())
        m_shared.serviceSoon(m_id);
}

void ServerConnection::write()
{
    if (m_out.isEmpty())
        return;
    if (!m_stream->write(m_out))
        return close();
    if (m_out.capacity() > keptBufferBytes)
        m_out = {};
    else
        m_out.resize(0);
}

void ServerConnection::finishSending()
{
    m_stream->endSending();
    m_stream->setReading(true);
    discard();
}

void ServerConnection::drain()
{
    if (m_isReadingOver || m_phase == Phase::Closed)
        return;
    if (m_parser.state() != RequestParser::State::Idle)
        return; // the request being read is the last: handOn() sees isDraining
    m_isReadingOver = true;
    m_held.clear();
    flush();
}

void ServerConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    for (const Pending &pending : m_pending)
        m_shared.unanswered -= pending.isAnswered ? 0 : 1;
    m_shared.buffered -= std::exchange(m_bufferedShare, 0);
    m_stream->abort();
    m_shared.buryLater(m_id);
}

bool ServerConnection::isPaused() const
{
    return m_isReadingOver || qsizetype(m_pending.size()) >= m_shared.options.pipelinedMax
        || unsentBytes() > unsentBytesMax;
}

ServerConnection::Phase ServerConnection::phaseNow() const
{
    const bool isUnsent = unsentBytes() > 0;
    if (m_isReadingOver && m_pending.empty() && !isUnsent)
        return Phase::Lingering;
    if (isPaused())
        return isUnsent ? Phase::Unsent : Phase::Answering;
    if (m_parser.state() == RequestParser::State::Head)
        return Phase::Head;
    if (m_parser.state() == RequestParser::State::Body)
        return Phase::Body;
    if (isUnsent)
        return Phase::Unsent;
    if (!m_pending.empty())
        return Phase::Answering;
    return m_firstPending == 0 ? Phase::Fresh : Phase::Idle;
}

/// Starts the time-out of a new phase, or of the same phase of another request.
void ServerConnection::updatePhase()
{
    const Phase phase = phaseNow();
    const std::uint64_t request = m_firstPending + m_pending.size();
    if (phase == m_phase && request == m_phaseRequest)
        return;
    m_phase = phase;
    m_phaseRequest = request;
    m_deadline = m_shared.now + m_shared.tickLength + timeoutOf(phase);
}

milliseconds ServerConnection::timeoutOf(Phase phase) const
{
    switch (phase) {
    case Phase::Fresh:
    case Phase::Head:
        return m_shared.options.headerTimeout;
    case Phase::Body:
        return m_shared.options.bodyTimeout;
    case Phase::Idle:
    case Phase::Unsent:
        return m_shared.options.idleTimeout;
    case Phase::Lingering:
        return lingerTimeout;
    case Phase::Answering:
    case Phase::Closed:
        break;
    }
    return std::chrono::hours(24 * 365); // the answer is the handler's business, and it has its own time-outs
}

void ServerConnection::checkDeadline()
{
    if (m_shared.now < m_deadline)
        return;
    switch (m_phase) {
    case Phase::Fresh:
    case Phase::Head:
        return refuse({408, "the request line and headers did not arrive in time"});
    case Phase::Body:
        return refuse({408, "the body did not arrive in time"});
    case Phase::Idle:
        return drain();
    case Phase::Unsent:
    case Phase::Lingering:
        return close();
    case Phase::Answering:
    case Phase::Closed:
        return;
    }
}

void ServerConnection::updateBuffered()
{
    const qsizetype share = m_parser.bodyBytesHeld() + m_handedOn + m_held.size() + unsentBytes();
    m_shared.buffered += share - m_bufferedShare;
    m_bufferedShare = share;
}

} // namespace core::http
