// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/refusal.h"

#include <http_parser.h>

#include <functional>
#include <optional>

namespace core::http {

/// Turns the bytes of one connection into requests, one at a time, within the limits. No sockets, no clock, any thread.
class RequestParser final
{
public:
    struct Limits
    {
        qsizetype headerBytesMax = 16 * 1024; ///< request line and headers; beyond: 431
        qsizetype bodyBytesMax = 4 * 1024 * 1024; ///< beyond: 413
    };
    /// Judges a request when its headers are complete and its body is not read yet. A refusal ends the stream.
    using HeadCheck = std::function<std::optional<Refusal>(const Request &head, bool isHttp10)>;

    enum class State {
        Idle, ///< between two requests: no byte of the next one was seen
        Head,
        Body,
        Complete, ///< takeRequest() is due
        Refused, ///< refusal() says why; nothing further can be read from this stream
    };

    /// `check` may be empty; it must outlive the parser.
    RequestParser(Limits limits, const HeadCheck &check);
    Q_DISABLE_COPY_MOVE(RequestParser)

    /// Reads on and returns how many bytes were taken: fewer than given only where a request became Complete or
    /// Refused.
    qsizetype feed(QByteArrayView data);
    State state() const { return m_state; }

    /// Hands over the complete request; the next feed() starts another one.
    Request takeRequest();
    const Refusal &refusal() const { return m_refusal; }
    /// Refuses whatever is being read, for a reason outside of it, and frees its memory.
    void abandon(const Refusal &refusal) { refuse(refusal); }

    // Of the request that is being read or was taken last:
    bool keepAlive() const { return m_keepAlive; }
    bool isHttp10() const { return m_isHttp10; }
    bool expectsContinue() const { return m_expectsContinue; }

    /// How much memory the unfinished body takes.
    qsizetype bodyBytesHeld() const { return m_request.body.size(); }

private:
    static const http_parser_settings &settings();
    qsizetype takeKnown(QByteArrayView data);
    void remember(QByteArrayView data);
    void begin();
    int addTarget(QByteArrayView text);
    int addName(QByteArrayView text);
    int addValue(QByteArrayView text);
    int finishHead();
    int addBody(QByteArrayView text);
    void finishRequest();
    bool isHeadTooLong(qsizetype more);
    std::optional<Refusal> judgeHead();
    std::optional<Refusal> judgeFraming() const;
    void splitTarget();
    int refuse(Refusal refusal);
    Refusal syntaxRefusal() const;

    const Limits m_limits;
    const HeadCheck &m_check;
    http_parser m_parser{};
    State m_state = State::Idle;
    Request m_request;
    QByteArray m_target;
    /// What came last, where the same bytes would mean the same again.
    struct Known
    {
        QByteArray head; ///< up to the body; empty: none
        Request request; ///< but its body
        qsizetype bodyBytes = 0;
    };
    Known m_known;
    qsizetype m_headBytes = 0;
    bool m_isInValue = false;
    bool m_keepAlive = false;
    bool m_isHttp10 = false;
    bool m_expectsContinue = false;
    Refusal m_refusal;
};

} // namespace core::http
