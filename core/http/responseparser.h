// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <http_parser.h>

namespace core::http {

/// Turns the bytes of one connection into answers, one for each start(). No sockets, no clock, any thread.
class ResponseParser final
{
public:
    enum class State {
        Reading,
        Complete,
        TooLong, ///< the body is over the limit: status and the first bytes are there
        Malformed, ///< not HTTP, or headers over 16 KiB
        Truncated, ///< the peer closed too early
    };

    explicit ResponseParser(qsizetype bodyBytesMax);
    Q_DISABLE_COPY_MOVE(ResponseParser)

    /// Expects the answer to a new request. `isHead`: its method is HEAD, so that no body follows whatever the headers
    /// say.
    void start(bool isHead);
    State feed(QByteArrayView data);
    /// The peer has closed: completes an answer that lasts until then, else it is Truncated.
    State feedEnd();

    State state() const { return m_state; }
    bool hasBegun() const { return m_hasBegun; } ///< a byte of the answer has come
    int status() const { return m_status; }
    QByteArray contentType() const { return m_contentType; }
    QByteArray takeBody() { return std::exchange(m_body, {}); }
    /// Whether the connection can carry another request after this complete answer.
    bool keepsAlive() const { return m_keepsAlive; }

private:
    static const http_parser_settings &settings();
    bool takeKnown(QByteArrayView data);
    void remember(QByteArrayView data);
    void begin();
    int addName(QByteArrayView text);
    int addValue(QByteArrayView text);
    int finishHead();
    int addBody(QByteArrayView text);
    void finish();
    int end(State state);
    int countHead(qsizetype more);

    const qsizetype m_bodyBytesMax;
    http_parser m_parser{};
    State m_state = State::Reading;
    bool m_isHead = false;
    bool m_hasBegun = false;
    bool m_keepsAlive = false;
    bool m_isInName = false;
    int m_status = 0;
    qsizetype m_headBytes = 0;
    QByteArray m_name;
    QByteArray m_value; ///< of Content-Type only
    QByteArray m_contentType; ///< kept from answer to answer: mostly the same, then shared instead of copied
    QByteArray m_body;
    /// What came last, where the same bytes would mean the same again.
    struct Known
    {
        QByteArray head; ///< up to the body; empty: none
        qsizetype bodyBytes = 0;
        int status = 0;
        QByteArray contentType;
    };
    Known m_known;
};

} // namespace core::http
