// SPDX-License-Identifier: Apache-2.0
#include "core/http/responseparser.h"

#include "core/http/parserhooks.h"

#include <algorithm>

namespace core::http {

namespace {

constexpr int noBodyFollows = 1;
constexpr qsizetype headBytesMax = 16 * 1024;
constexpr qsizetype knownHeadBytesMax = 1024;

} // namespace

ResponseParser::ResponseParser(qsizetype bodyBytesMax) : m_bodyBytesMax(bodyBytesMax)
{
    start(false);
}

const http_parser_settings &ResponseParser::settings()
{
    static const http_parser_settings shared = [] {
        http_parser_settings s;
        http_parser_settings_init(&s);
        s.on_message_begin = [](http_parser *p) { return ownerOf<ResponseParser>(p)->begin(), goOn; };
        s.on_status = [](http_parser *p, const char *, size_t n) {
            return ownerOf<ResponseParser>(p)->countHead(qsizetype(n));
        };
        s.on_header_field = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<ResponseParser>(p)->addName(view(at, n));
        };
        s.on_header_value = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<ResponseParser>(p)->addValue(view(at, n));
        };
        s.on_headers_complete = [](http_parser *p) { return ownerOf<ResponseParser>(p)->finishHead(); };
        s.on_body = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<ResponseParser>(p)->addBody(view(at, n));
        };
        s.on_message_complete = [](http_parser *p) { return ownerOf<ResponseParser>(p)->finish(), goOn; };
        return s;
    }();
    return shared;
}

void ResponseParser::start(bool isHead)
{
    http_parser_init(&m_parser, HTTP_RESPONSE);
    m_parser.data = this;
    m_state = State::Reading;
    m_isHead = isHead;
    m_hasBegun = false;
    m_keepsAlive = false;
    m_status = 0;
    m_body = {};
}

ResponseParser::State ResponseParser::feed(QByteArrayView data)
{
    if (m_state != State::Reading || data.isEmpty())
        return m_state;
    const bool isFromStart = !std::exchange(m_hasBegun, true);
    if (isFromStart && takeKnown(data))
        return m_state;
    const auto taken = qsizetype(http_parser_execute(&m_parser, &settings(), data.data(), size_t(data.size())));
    if (m_state == State::Reading && HTTP_PARSER_ERRNO(&m_parser) != HPE_OK)
        m_state = State::Malformed;
    if (taken < data.size())
        m_keepsAlive = false; // bytes that nobody asked for: whose answer they are cannot be known
    if (isFromStart && m_state == State::Complete)
        remember(data);
    return m_state;
}

/// A service mostly answers with the same head, byte for byte, as before (within one second, where it tells the date),
/// so it need not be read again. False: this answer is another one, or is not there in full and alone.
bool ResponseParser::takeKnown(QByteArrayView data)
{
    if (m_known.head.isEmpty() || m_isHead || data.size() != m_known.head.size() + m_known.bodyBytes
        || !data.startsWith(m_known.head))
        return false;
    m_state = State::Complete;
    m_keepsAlive = true;
    m_status = m_known.status;
    m_contentType = m_known.contentType;
    m_body = data.sliced(m_known.head.size()).toByteArray();
    return true;
}

/// data: a complete answer. The end of its head is certain only where the body follows it at once.
void ResponseParser::remember(QByteArrayView data)
{
    constexpr QByteArrayView headEnd = "\r\n\r\n";
    const qsizetype headBytes = data.indexOf(headEnd) + headEnd.size();
    const bool isPlain = m_keepsAlive && !m_isHead && (m_parser.flags & F_CHUNKED) == 0;
    m_known = {};
    if (isPlain && headBytes <= knownHeadBytesMax && headBytes + m_body.size() == data.size())
        m_known = {data.first(headBytes).toByteArray(), m_body.size(), m_status, m_contentType};
}

ResponseParser::State ResponseParser::feedEnd()
{
    if (m_state != State::Reading)
        return m_state;
    http_parser_execute(&m_parser, &settings(), nullptr, 0);
    if (m_state == State::Reading)
        m_state = State::Truncated;
    m_keepsAlive = false;
    return m_state;
}

void ResponseParser::begin()
{
    m_headBytes = 0;
    m_isInName = false;
    m_value.resize(0);
    m_name.resize(0);
}

int ResponseParser::countHead(qsizetype more)
{
    m_headBytes += more;
    return m_headBytes > headBytesMax ? end(State::Malformed) : goOn;
}

int ResponseParser::addName(QByteArrayView text)
{
    if (!std::exchange(m_isInName, true)) {
        m_name.resize(0);
        m_headBytes += headerFramingBytes;
    }
    m_name.append(text);
    return countHead(text.size());
}

int ResponseParser::addValue(QByteArrayView text)
{
    m_isInName = false;
    if (m_name.size() == 12 && m_name.compare("Content-Type", Qt::CaseInsensitive) == 0)
        m_value.append(text);
    return countHead(text.size());
}

int ResponseParser::finishHead()
{
    m_status = m_parser.status_code;
    if (m_status == 101 || m_parser.http_major != 1)
        return end(State::Malformed); // no upgrade was asked for
    if (m_contentType != m_value)
        m_contentType = QByteArray(m_value.constData(), m_value.size());
    return m_isHead ? noBodyFollows : goOn;
}

int ResponseParser::addBody(QByteArrayView text)
{
    const qsizetype room = m_bodyBytesMax - m_body.size();
    m_body.append(text.first(std::min(room, text.size())));
    return text.size() > room ? end(State::TooLong) : goOn;
}

void ResponseParser::finish()
{
    if (m_status < 200)
        return; // 100 Continue and its kin precede the answer (RFC 9110 §15.2)
    m_state = State::Complete;
    m_keepsAlive = http_should_keep_alive(&m_parser);
    http_parser_pause(&m_parser, 1);
}

int ResponseParser::end(State state)
{
    m_state = state;
    m_keepsAlive = false;
    return stop;
}

} // namespace core::http
