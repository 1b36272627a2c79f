// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestparser.h"

#include "core/http/parserhooks.h"

namespace core::http {

namespace {

constexpr quint64 bodyReserveMax = 64 * 1024; // a Content-Length is only a claim: memory follows the bytes that came
constexpr qsizetype knownHeadBytesMax = 1024;

QByteArray tooLarge(const char *what, qsizetype limit)
{
    return QByteArray(what) + " is larger than " + QByteArray::number(limit) + " bytes, the most that is taken";
}

} // namespace

RequestParser::RequestParser(Limits limits, const HeadCheck &check) : m_limits(limits), m_check(check)
{
    http_parser_init(&m_parser, HTTP_REQUEST);
    m_parser.data = this;
}

const http_parser_settings &RequestParser::settings()
{
    static const http_parser_settings shared = [] {
        http_parser_settings s;
        http_parser_settings_init(&s);
        s.on_message_begin = [](http_parser *p) { return ownerOf<RequestParser>(p)->begin(), goOn; };
        s.on_url = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<RequestParser>(p)->addTarget(view(at, n));
        };
        s.on_header_field = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<RequestParser>(p)->addName(view(at, n));
        };
        s.on_header_value = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<RequestParser>(p)->addValue(view(at, n));
        };
        s.on_headers_complete = [](http_parser *p) { return ownerOf<RequestParser>(p)->finishHead(); };
        s.on_body = [](http_parser *p, const char *at, size_t n) {
            return ownerOf<RequestParser>(p)->addBody(view(at, n));
        };
        s.on_message_complete = [](http_parser *p) { return ownerOf<RequestParser>(p)->finishRequest(), goOn; };
        return s;
    }();
    return shared;
}

qsizetype RequestParser::feed(QByteArrayView data)
{
    Q_ASSERT_X(m_state != State::Complete, "RequestParser::feed", "the complete request was not taken");
    if (m_state == State::Refused)
        return 0;
    if (const qsizetype taken = takeKnown(data); taken > 0)
        return taken;
    const bool isFromStart = m_state == State::Idle;
    const auto taken = qsizetype(http_parser_execute(&m_parser, &settings(), data.data(), size_t(data.size())));
    const http_errno error = HTTP_PARSER_ERRNO(&m_parser);
    if (error == HPE_PAUSED)
        http_parser_pause(&m_parser, 0);
    else if (error != HPE_OK && m_state != State::Refused)
        refuse(syntaxRefusal());
    if (isFromStart && m_state == State::Complete)
        remember(data.first(taken));
    return taken;
}

/// A client mostly sends one head after the other that is the same byte for byte, so it need not be read and judged
/// again. Gives how many bytes were taken; 0: this head is another one, or the body is not there in full.
qsizetype RequestParser::takeKnown(QByteArrayView data)
{
    const qsizetype size = m_known.head.size() + m_known.bodyBytes;
    if (m_known.head.isEmpty() || m_state != State::Idle || data.size() < size || !data.startsWith(m_known.head))
        return 0;
    m_request = m_known.request;
    m_request.body = data.first(size).sliced(m_known.head.size()).toByteArray();
    m_keepAlive = true;
    m_isHttp10 = false;
    m_expectsContinue = false;
    m_state = State::Complete;
    return size;
}

/// data: the whole of a complete request. The end of its head is certain only where the body follows it at once.
void RequestParser::remember(QByteArrayView data)
{
    constexpr QByteArrayView headEnd = "\r\n\r\n";
    const qsizetype bodyBytes = m_request.body.size();
    const qsizetype headBytes = data.indexOf(headEnd) + headEnd.size();
    const bool isPlain = m_keepAlive && !m_isHttp10 && !m_expectsContinue && (m_parser.flags & F_CHUNKED) == 0;
    m_known = {};
    if (!isPlain || headBytes > knownHeadBytesMax || headBytes + bodyBytes != data.size())
        return;
    m_known = {data.first(headBytes).toByteArray(), m_request, bodyBytes};
    m_known.request.body = {};
}

Request RequestParser::takeRequest()
{
    m_state = State::Idle;
    return std::exchange(m_request, {});
}

void RequestParser::begin()
{
    m_state = State::Head;
    m_target.resize(0);
    m_headBytes = 0;
    m_isInValue = true; // so that the first name opens a header
    m_expectsContinue = false;
    m_request.headers.reserve(8);
}

bool RequestParser::isHeadTooLong(qsizetype more)
{
    m_headBytes += more;
    return m_headBytes > m_limits.headerBytesMax;
}

int RequestParser::addTarget(QByteArrayView text)
{
    if (isHeadTooLong(text.size()))
        return refuse({431, tooLarge("the request line", m_limits.headerBytesMax)});
    m_target.append(text);
    return goOn;
}

int RequestParser::addName(QByteArrayView text)
{
    if (isHeadTooLong(text.size() + (m_isInValue ? headerFramingBytes : 0)))
        return refuse({431, tooLarge("the header block", m_limits.headerBytesMax)});
    if (m_isInValue)
        m_request.headers.append({text.toByteArray(), {}});
    else
        m_request.headers.last().name.append(text);
    m_isInValue = false;
    return goOn;
}

int RequestParser::addValue(QByteArrayView text)
{
    if (isHeadTooLong(text.size()))
        return refuse({431, tooLarge("the header block", m_limits.headerBytesMax)});
    m_request.headers.last().value.append(text);
    m_isInValue = true;
    return goOn;
}

int RequestParser::finishHead()
{
    m_parser.upgrade = 0; // an offered upgrade is declined by answering in HTTP/1.1 (RFC 9110 §7.8)
    m_keepAlive = http_should_keep_alive(&m_parser);
    m_isHttp10 = m_parser.http_minor == 0;
    m_request.method = QByteArray::fromRawData(http_method_str(http_method(m_parser.method)),
                                               qsizetype(strlen(http_method_str(http_method(m_parser.method)))));
    splitTarget();
    if (auto refusal = judgeHead())
        return refuse(std::move(*refusal));
    const quint64 announced = m_parser.content_length;
    if (announced > 0 && announced <= quint64(m_limits.bodyBytesMax))
        m_request.body.reserve(qsizetype(qMin(announced, bodyReserveMax)));
    m_state = State::Body;
    return goOn;
}

/// Origin form ("/path?query") is the rule; of the absolute form ("http://host/path") the authority takes the place of
/// Host (RFC 9112 §3.2.2).
void RequestParser::splitTarget()
{
    QByteArrayView target = m_target;
    const qsizetype scheme = target.startsWith('/') ? -1 : target.indexOf("://");
    if (scheme > 0) {
        target = target.sliced(scheme + 3);
        qsizetype end = 0;
        while (end < target.size() && target[end] != '/' && target[end] != '?')
            ++end;
        m_request.headers.removeIf([](const Header &h) { return isNamed(h, "Host"); });
        m_request.headers.prepend({QByteArrayLiteral("Host"), target.first(end).toByteArray()});
        target = target.sliced(end);
    }
    const qsizetype mark = target.indexOf('?');
    m_request.path = (mark < 0 ? target : target.first(mark)).toByteArray();
    if (m_request.path.isEmpty())
        m_request.path = QByteArrayLiteral("/");
    if (mark >= 0)
        m_request.query = target.sliced(mark + 1).toByteArray();
}

std::optional<Refusal> RequestParser::judgeHead()
{
    if (m_parser.http_major != 1)
        return Refusal{505, "the protocol is not HTTP/1.0 or HTTP/1.1"};
    if (m_parser.method == HTTP_CONNECT)
        return Refusal{405, "CONNECT is not for this server: it is no proxy"};
    if (auto refusal = judgeFraming())
        return refusal;
    const QByteArrayView expect = headerValue(m_request.headers, "Expect");
    m_expectsContinue = !isHttp10() && expect.compare("100-continue", Qt::CaseInsensitive) == 0;
    if (!expect.isEmpty() && !m_expectsContinue && !isHttp10())
        return Refusal{417, "Expect may only be 100-continue"};
    return m_check ? m_check(m_request, isHttp10()) : std::nullopt;
}

/// What decides where a body ends must be beyond doubt (RFC 9112 §6.3): two readings of it are how requests are
/// smuggled.
std::optional<Refusal> RequestParser::judgeFraming() const
{
    for (const Header &header : m_request.headers) {
        if (header.name.contains(' ') || header.name.contains('\t'))
            return Refusal{400, "a header name contains a space"};
        if (isNamed(header, "Content-Length") && header.value.trimmed().isEmpty())
            return Refusal{400, "Content-Length is empty: give a number, or leave it out"};
        if (!isNamed(header, "Transfer-Encoding"))
            continue;
        if (isHttp10())
            return Refusal{400, "Transfer-Encoding does not exist in HTTP/1.0"};
        if (header.value.trimmed().compare("chunked", Qt::CaseInsensitive) != 0)
            return Refusal{501, "Transfer-Encoding may only be chunked"};
    }
    const bool announced = (m_parser.flags & F_CONTENTLENGTH) != 0;
    if (announced && m_parser.content_length > quint64(m_limits.bodyBytesMax))
        return Refusal{413, tooLarge("the body", m_limits.bodyBytesMax)};
    return std::nullopt;
}

int RequestParser::addBody(QByteArrayView text)
{
    if (m_request.body.size() + text.size() > m_limits.bodyBytesMax)
        return refuse({413, tooLarge("the body", m_limits.bodyBytesMax)});
    m_request.body.append(text);
    return goOn;
}

void RequestParser::finishRequest()
{
    m_state = State::Complete;
    http_parser_pause(&m_parser, 1); // bytes of the next request stay with the caller
}

int RequestParser::refuse(Refusal refusal)
{
    m_state = State::Refused;
    m_keepAlive = false;
    m_refusal = std::move(refusal);
    m_request = {};
    return stop;
}

Refusal RequestParser::syntaxRefusal() const
{
    const http_errno error = HTTP_PARSER_ERRNO(&m_parser);
    if (error == HPE_HEADER_OVERFLOW)
        return {431, tooLarge("the header block", m_limits.headerBytesMax)};
    if (error == HPE_UNEXPECTED_CONTENT_LENGTH)
        return {400, "Content-Length stands twice or beside Transfer-Encoding: give exactly one of them"};
    if (error == HPE_INVALID_METHOD)
        return {400, "this is not an HTTP request (if it is TLS: this port speaks plain HTTP)"};
    return {400, QByteArray("this is not a valid HTTP request: ") + http_errno_description(error)};
}

} // namespace core::http
