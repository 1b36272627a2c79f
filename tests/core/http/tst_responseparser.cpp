// SPDX-License-Identifier: Apache-2.0
#include "core/http/responseparser.h"

#include <QTest>

using namespace core::http;
using State = ResponseParser::State;
Q_DECLARE_METATYPE(State)

class TestResponseParser : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerIsReadWhereverItIsCut_data();
    void anAnswerIsReadWhereverItIsCut();
    void whatIsNoAnswerIsMalformed_data();
    void whatIsNoAnswerIsMalformed();
    void anAnswerCutShortIsTruncated_data();
    void anAnswerCutShortIsTruncated();
    void aBodyOverTheLimitKeepsItsFirstBytes();
    void bytesBehindTheAnswerEndTheConnection();
    void whatCameBeforeChangesNothing();
    void anAnswerToHeadHasNoBody();
};

void TestResponseParser::anAnswerIsReadWhereverItIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char *name, const QByteArray &bytes, int status, const QByteArray &body, bool isKept) {
        QTest::newRow(name) << bytes << status << body << isKept;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nabc", 200, "abc", true);
    row("no reason", "HTTP/1.1 409\r\nContent-Type: text/x\r\nContent-Length: 0\r\n\r\n", 409, "", true);
    row("chunked",
        "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
        200, "abc", true);
    row("close", "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", 200,
        "abc", false);
    row("1.0", "HTTP/1.0 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nabc", 200, "abc", false);
    row("1.0 kept", "HTTP/1.0 200 OK\r\nContent-Type: text/x\r\nConnection: keep-alive\r\nContent-Length: 3\r\n\r\nabc",
        200, "abc", true);
    row("until close", "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\n\r\nabc", 200, "abc", false);
    row("no body", "HTTP/1.1 204 No Content\r\nContent-Type: text/x\r\n\r\n", 204, "", true);
    row("after 100",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 P\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: "
        "text/x\r\nContent-Length: 1\r\n\r\nx",
        200, "x", true);
}

void TestResponseParser::anAnswerIsReadWhereverItIsCut()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(100);
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        parser.start(false);
        QCOMPARE(parser.feed(bytes.first(cut)) == State::Malformed, false);
        parser.feed(bytes.sliced(cut));
        QCOMPARE(parser.feedEnd(), State::Complete);
        QTEST(parser.status(), "status");
        QCOMPARE(parser.contentType(), QByteArray("text/x"));
        QTEST(parser.takeBody(), "body");
    }
    parser.start(false);
    parser.feed(bytes);
    QTEST(parser.keepsAlive(), "isKept");
}

void TestResponseParser::whatIsNoAnswerIsMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("rubbish") << QByteArray("hello\r\n\r\n");
    QTest::newRow("a request") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("tls") << QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7);
    QTest::newRow("switching protocols") << QByteArray("HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n");
    QTest::newRow("http/2") << QByteArray("HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("both lengths") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n");
    QTest::newRow("long header") << QByteArray("HTTP/1.1 200 OK\r\nA: " + QByteArray(17'000, 'a') + "\r\n\r\n");
    QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
}

void TestResponseParser::whatIsNoAnswerIsMalformed()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(100);
    QCOMPARE(parser.feed(bytes), State::Malformed);
    QVERIFY(!parser.keepsAlive());
}

void TestResponseParser::anAnswerCutShortIsTruncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab");
    QTest::newRow("in the chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
    QTest::newRow("only 100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
}

void TestResponseParser::anAnswerCutShortIsTruncated()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(100);
    parser.feed(bytes);
    QCOMPARE(parser.feedEnd(), State::Truncated);
}

void TestResponseParser::aBodyOverTheLimitKeepsItsFirstBytes()
{
    ResponseParser parser(4);
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc"), State::Reading);
    QCOMPARE(parser.feed("def"), State::TooLong);
    QCOMPARE(parser.status(), 200);
    QCOMPARE(parser.takeBody(), QByteArray("abcd"));
    parser.start(false);
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd"), State::Complete);
}

void TestResponseParser::bytesBehindTheAnswerEndTheConnection()
{
    ResponseParser parser(100);
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1"), State::Complete);
    QCOMPARE(parser.takeBody(), QByteArray("a"));
    QVERIFY(!parser.keepsAlive());
}

/// Heads that are the same byte for byte are read once: each answer must still mean what it means by itself.
void TestResponseParser::whatCameBeforeChangesNothing()
{
    const QList<QByteArray> answers = {"HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nabc",
                                       "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nxyz",
                                       "HTTP/1.1 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nabcd",
                                       "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n",
                                       "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                                       "HTTP/1.0 200 OK\r\nContent-Type: text/x\r\nContent-Length: 3\r\n\r\nabc",
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"};
    const auto told = [](ResponseParser &parser, const QByteArray &bytes, bool isHead, qsizetype cut) {
        parser.start(isHead);
        parser.feed(bytes.first(cut));
        parser.feed(bytes.sliced(cut));
        return QByteArray::number(int(parser.state())) + ' ' + QByteArray::number(parser.status()) + ' '
            + parser.contentType() + ' ' + parser.takeBody() + (parser.keepsAlive() ? " kept" : " closed");
    };
    ResponseParser parser(1000);
    quint32 chance = 1;
    for (int i = 0; i < 3000; ++i) {
        chance = chance * 1664525 + 1013904223;
        const QByteArray &bytes = answers[(chance >> 16) % quint32(answers.size())];
        const qsizetype cut = (chance >> 9) % 3 ? bytes.size() : (chance >> 20) % quint32(bytes.size());
        const bool isHead = (chance >> 11) % 8 == 0;
        ResponseParser fresh(1000);
        QCOMPARE(told(parser, bytes, isHead, cut), told(fresh, bytes, isHead, cut));
    }
}

void TestResponseParser::anAnswerToHeadHasNoBody()
{
    ResponseParser parser(100);
    parser.start(true);
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), State::Complete);
    QVERIFY(parser.keepsAlive());
}

QTEST_APPLESS_MAIN(TestResponseParser)
#include "tst_responseparser.moc"
