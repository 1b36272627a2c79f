// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestparser.h"

#include <QTest>

using namespace core::http;

namespace {

using State = RequestParser::State;
const RequestParser::HeadCheck noCheck;

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT
private slots:
    void aRequestIsReadWhereverItIsCut();
    void chunksArePutTogether();
    void theNextRequestStaysWithTheCaller();
    void whatCameBeforeChangesNothing();
    void anAbsoluteTargetNamesTheHost();
    void anOfferedUpgradeIsIgnored();
    void aConnectionIsKeptAsTheVersionSays_data();
    void aConnectionIsKeptAsTheVersionSays();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void whatIsTooLargeIsRefusedBeforeItIsRead();
    void theHeadIsJudgedBeforeTheBody();
    void rubbishNeverCrashes();
};

void TestRequestParser::aRequestIsReadWhereverItIsCut()
{
    const QByteArray bytes = "POST /api/x?gid=1 HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nContent-Length: 5\r\n\r\nhello";
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        RequestParser parser({}, noCheck);
        QCOMPARE(parser.feed(bytes.first(cut)), cut);
        QVERIFY(parser.state() != State::Complete);
        QCOMPARE(parser.feed(bytes.sliced(cut)), bytes.size() - cut);
        QCOMPARE(parser.state(), State::Complete);
        const Request request = parser.takeRequest();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/api/x"));
        QCOMPARE(request.query, QByteArray("gid=1"));
        QCOMPARE(request.headers.size(), 3);
        QCOMPARE(headerValue(request.headers, "content-LENGTH").toByteArray(), QByteArray("5"));
        QCOMPARE(headerValue(request.headers, "x-empty").toByteArray(), QByteArray());
        QCOMPARE(request.body, QByteArray("hello"));
        QCOMPARE(parser.state(), State::Idle);
    }
}

namespace {

/// All that a request says, on one line.
QByteArray told(RequestParser &parser)
{
    const Request request = parser.takeRequest();
    QByteArray text = request.method + ' ' + request.path + '?' + request.query + ' ';
    for (const Header &header : request.headers)
        text += header.name + ':' + header.value + ',';
    return text + request.body + (parser.keepAlive() ? " kept" : " closed") + (parser.isHttp10() ? " 1.0" : " 1.1")
        + (parser.expectsContinue() ? " continue" : "");
}

} // namespace

/// Heads that are the same byte for byte are read once: each request of a connection must still mean what it means by
/// itself, whatever was read before it and wherever it is cut.
void TestRequestParser::whatCameBeforeChangesNothing()
{
    const QList<QByteArray> requests = {
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n\r\n\r\nx",
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a?b HTTP/1.1\nHost: a\n\n",
        "\r\nGET /a?b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello"};
    RequestParser parser({}, noCheck);
    quint32 chance = 1;
    for (int i = 0; i < 3000; ++i) {
        chance = chance * 1664525 + 1013904223;
        const QByteArray &bytes = requests[(chance >> 16) % quint32(requests.size())];
        const qsizetype cut = (chance >> 9) % 3 ? bytes.size() : (chance >> 20) % quint32(bytes.size());
        RequestParser fresh({}, noCheck);
        QCOMPARE(fresh.feed(bytes), bytes.size());
        QCOMPARE(parser.feed(bytes.first(cut)), cut);
        if (cut < bytes.size())
            QCOMPARE(parser.feed(bytes.sliced(cut) + bytes), bytes.size() - cut); // the next one stays with the caller
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(told(parser), told(fresh));
    }
}

void TestRequestParser::chunksArePutTogether()
{
    RequestParser parser({}, noCheck);
    parser.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n");
    QCOMPARE(parser.state(), State::Body);
    parser.feed("2\r\nde\r\n0\r\nTrailer: x\r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.takeRequest().body, QByteArray("abcde"));
}

void TestRequestParser::theNextRequestStaysWithTheCaller()
{
    RequestParser parser({}, noCheck);
    const QByteArray first = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray both = first + "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n";
    QCOMPARE(parser.feed(both), first.size());
    QCOMPARE(parser.takeRequest().path, QByteArray("/1"));
    QCOMPARE(parser.feed(both.sliced(first.size())), both.size() - first.size());
    QCOMPARE(parser.takeRequest().path, QByteArray("/2"));
}

void TestRequestParser::anAbsoluteTargetNamesTheHost()
{
    RequestParser parser({}, noCheck);
    parser.feed("GET http://real:1/a?b HTTP/1.1\r\nHost: other\r\n\r\n");
    const Request request = parser.takeRequest();
    QCOMPARE(request.path, QByteArray("/a"));
    QCOMPARE(request.query, QByteArray("b"));
    QCOMPARE(headerValue(request.headers, "Host").toByteArray(), QByteArray("real:1"));
}

void TestRequestParser::anOfferedUpgradeIsIgnored()
{
    RequestParser parser({}, noCheck);
    parser.feed("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    parser.takeRequest();
    parser.feed("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.takeRequest().path, QByteArray("/2"));
}

void TestRequestParser::aConnectionIsKeptAsTheVersionSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
}

void TestRequestParser::aConnectionIsKeptAsTheVersionSays()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser({}, noCheck);
    parser.feed(bytes);
    QCOMPARE(parser.state(), State::Complete);
    QTEST(parser.keepAlive(), "isKept");
}

void TestRequestParser::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("not http", "hello\r\n\r\n", 400);
    row("tls", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8), 400);
    row("http/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    row("http/2 version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("no version", "GET /\r\n\r\n", 505);
    row("unknown method", "FROB / HTTP/1.1\r\n\r\n", 400);
    row("connect", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 405);
    row("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
    row("nul in header", QByteArray("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29), 400);
    row("both lengths", "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("both lengths, other order", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400);
    row("length twice", "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n", 400);
    row("lengths in one", "POST / HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\n", 400);
    row("length not a number", "POST / HTTP/1.1\r\nContent-Length: abc\r\n\r\n", 400);
    row("length negative", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
    row("length with sign", "POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", 400);
    row("length empty", "POST / HTTP/1.1\r\nContent-Length:\r\n\r\n", 400);
    row("length beyond 64 bits", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400);
    row("gzip chunked", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501);
    row("chunked twice", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n", 501);
    row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("chunk size not hex", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
    row("chunk longer than told", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400);
    row("odd expectation", "POST / HTTP/1.1\r\nExpect: miracles\r\nContent-Length: 1\r\n\r\n", 417);
    row("target too long", "GET /" + QByteArray(17'000, 'a') + " HTTP/1.1\r\n\r\n", 431);
    row("header too long", "GET / HTTP/1.1\r\nA: " + QByteArray(17'000, 'a') + "\r\n\r\n", 431);
    row("too many headers", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(3'000) + "\r\n", 431);
    row("endless white space", "GET / HTTP/1.1\r\nA:" + QByteArray(100'000, ' '), 431);
}

void TestRequestParser::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestParser parser({}, noCheck);
    for (qsizetype at = 0; at < bytes.size() && parser.state() != State::Refused; at += 1000)
        parser.feed(bytes.mid(at, 1000));
    QCOMPARE(parser.state(), State::Refused);
    QCOMPARE(parser.refusal().status, status);
    QVERIFY(!parser.refusal().message.isEmpty());
    QVERIFY(!parser.keepAlive());
    QCOMPARE(parser.feed("GET / HTTP/1.1\r\n\r\n"), 0);
}

void TestRequestParser::whatIsTooLargeIsRefusedBeforeItIsRead()
{
    RequestParser announced({.bodyBytesMax = 10}, noCheck);
    announced.feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
    QCOMPARE(announced.refusal().status, 413);

    RequestParser counted({.bodyBytesMax = 10}, noCheck);
    counted.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n");
    QCOMPARE(counted.state(), State::Body);
    counted.feed("8\r\n123");
    QCOMPARE(counted.refusal().status, 413);

    RequestParser exact({.bodyBytesMax = 10}, noCheck);
    exact.feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n1234567890");
    QCOMPARE(exact.state(), State::Complete);
}

void TestRequestParser::theHeadIsJudgedBeforeTheBody()
{
    const RequestParser::HeadCheck check = [](const Request &head, bool isHttp10) -> std::optional<Refusal> {
        return head.path == "/no" && !isHttp10 ? std::optional(Refusal{403, "no"}) : std::nullopt;
    };
    RequestParser parser({}, check);
    parser.feed("POST /no HTTP/1.1\r\nContent-Length: 100\r\n\r\n");
    QCOMPARE(parser.state(), State::Refused);
    QCOMPARE(parser.refusal().status, 403);
}

void TestRequestParser::rubbishNeverCrashes()
{
    const QByteArray seed = "POST /a?b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    std::uint32_t random = 1;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = seed;
        for (int change = 0; change < 3; ++change) {
            random = random * 1664525 + 1013904223;
            bytes[(random >> 8) % bytes.size()] = char(random >> 24);
        }
        RequestParser parser({}, noCheck);
        QByteArrayView rest = bytes;
        while (!rest.isEmpty() && parser.state() != State::Refused) {
            rest = rest.sliced(parser.feed(rest));
            if (parser.state() == State::Complete)
                parser.takeRequest();
        }
    }
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
