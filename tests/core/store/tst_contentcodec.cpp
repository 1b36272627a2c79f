// SPDX-License-Identifier: Apache-2.0
#include "core/store/contentcodec.h"
#include "core/store/progresscodec.h"
#include "samplemessages.h"

#include <QTest>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

QByteArray encoded(const Content &content)
{
    QByteArray buffer;
    encodeContent(content, buffer);
    return buffer;
}

QByteArray encodedProgress(const Message &message)
{
    QByteArray buffer;
    encodeProgress(message, buffer);
    return buffer;
}

/// A message of the same content and state that knows nothing of its progress yet.
Message withoutProgress(const Message &message)
{
    Message bare = message;
    bare.branchDone.clear();
    bare.lastVerdict = Verdict::Success;
    bare.lastHttpStatus = 0;
    bare.backoffStep = 9;
    bare.lastError.clear();
    bare.reason.clear();
    bare.overridden = false;
    return bare;
}

Content twoSteps()
{
    Content content;
    content.steps = {{"http://a/one", "{\"n\":1}"}, {"topic://paid", "{\"n\":2}"}};
    content.branches = {{"01", "http://a/one", 0}, {"02-01", "http://b/first", 1}, {"02-02", "http://c/second", 1}};
    content.queryPrepared = "http://sender/query";
    content.customData = "custom";
    content.options.branchHeaders = {{"X-Trace", "header"}};
    return content;
}

} // namespace

class TestContentCodec : public QObject
{
    Q_OBJECT

private slots:
    void randomContentsComeBack();
    void anEmptyContentComesBack();
    void aTransferIsSmall();
    void theSizeIsKnownBeforehand();
    void theBufferIsReused();
    void everyPrefixIsRefused();
    void nothingMayFollow();
    void mutatedBytesNeverCrash();
    void whatDecodesHasAStepForEveryBranch();
    void aLaterVersionIsRefused();
    void hugeCountsAreRefused_data();
    void hugeCountsAreRefused();

    void textIsFoundInItsPart_data();
    void textIsFoundInItsPart();
    void textIsNotFoundInDamagedBytes();

    void progressComesBack();
    void cleanProgressTakesNoBytes();
    void damagedProgressNeverCrashes();
};

void TestContentCodec::randomContentsComeBack()
{
    RandomMessages random(1);
    for (int i = 0; i < 2000; ++i) {
        const Content content = random.content();
        const Result<ContentPtr> decoded = decodeContent(encoded(content));
        QVERIFY(decoded.ok());
        QVERIFY(**decoded == content);
    }
}

void TestContentCodec::anEmptyContentComesBack()
{
    const Result<ContentPtr> decoded = decodeContent(encoded(Content{}));
    QVERIFY(decoded.ok());
    QVERIFY(**decoded == Content{});
}

void TestContentCodec::aTransferIsSmall()
{
    const Content content = *plainMessage(1, "a", TimePoint()).content;
    const qsizetype texts =
        content.steps[0].action.size() + content.steps[0].payload.size() + content.queryPrepared.size();
    QVERIFY(encoded(content).size() <= texts + 24);
}

void TestContentCodec::theSizeIsKnownBeforehand()
{
    RandomMessages random(2);
    for (int i = 0; i < 2000; ++i) {
        const Content content = random.content();
        const qsizetype bytes = encoded(content).size();
        const qsizetype parts =
            1 + content.steps.size() + content.branches.size() + content.options.branchHeaders.size();
        QVERIFY(encodedBytesAtMost(content) >= bytes);
        const bool namesUrls =
            std::any_of(content.branches.cbegin(), content.branches.cend(),
                        [&](const Branch &branch) { return branch.url == content.steps[branch.step].action; });
        if (!namesUrls)
            QVERIFY(encodedBytesAtMost(content) <= bytes + 160 * parts);
    }
}

void TestContentCodec::theBufferIsReused()
{
    QByteArray buffer;
    encodeContent(twoSteps(), buffer);
    const QByteArray first = encoded(twoSteps());
    encodeContent(Content{}, buffer);
    encodeContent(twoSteps(), buffer);
    QCOMPARE(buffer, first);
}

void TestContentCodec::everyPrefixIsRefused()
{
    RandomMessages random(2);
    for (int i = 0; i < 20; ++i) {
        const QByteArray whole = encoded(random.content());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!decodeContent(QByteArrayView(whole).first(size)).ok());
    }
}

void TestContentCodec::nothingMayFollow()
{
    QByteArray bytes = encoded(twoSteps());
    QVERIFY(decodeContent(bytes).ok());
    bytes.append('\0');
    QVERIFY(!decodeContent(bytes).ok());
}

void TestContentCodec::mutatedBytesNeverCrash()
{
    RandomMessages random(3);
    for (int i = 0; i < 10'000; ++i) {
        QByteArray bytes = encoded(random.content());
        for (int change = random.number(1, 4); change > 0 && !bytes.isEmpty(); --change)
            bytes[random.number(0, qMin(200, static_cast<int>(bytes.size()) - 1))] =
                static_cast<char>(random.number(0, 255));
        const Result<ContentPtr> decoded = decodeContent(bytes);
        static_cast<void>(contentHas(bytes, "bank", ContentPart::UrlsAndPayloads));
        if (decoded.ok())
            QVERIFY(decodeContent(encoded(**decoded)).ok());
    }
}

void TestContentCodec::whatDecodesHasAStepForEveryBranch()
{
    RandomMessages random(4);
    int decodedCount = 0;
    for (int i = 0; i < 5000; ++i) {
        QByteArray bytes = encoded(twoSteps());
        bytes[random.number(1, 60)] = static_cast<char>(random.number(0, 6));
        const Result<ContentPtr> decoded = decodeContent(bytes);
        if (!decoded.ok())
            continue;
        ++decodedCount;
        for (const Branch &branch : (*decoded)->branches)
            QVERIFY(branch.step >= 0 && branch.step < (*decoded)->steps.size());
    }
    QVERIFY(decodedCount > 0);
}

void TestContentCodec::aLaterVersionIsRefused()
{
    QByteArray bytes = encoded(twoSteps());
    bytes[0] = 2;
    const Result<ContentPtr> decoded = decodeContent(bytes);
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().code, Error::Code::Internal);
}

void TestContentCodec::hugeCountsAreRefused_data()
{
    const QByteArray huge("\xff\xff\xff\xff\xff\xff\xff\xff\x7f");
    const QByteArray head("\x01\x00\x02\x02\x02\x00", 6);
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("headers") << head + huge + QByteArray(50, '\0');
    QTest::newRow("steps") << head + QByteArray(3, '\0') + huge + QByteArray(50, '\0');
    QTest::newRow("branches") << head + QByteArray(4, '\0') + huge + QByteArray(50, '\0');
    QTest::newRow("a number without end") << QByteArray(1, '\1') + QByteArray(60, '\xff');
}

void TestContentCodec::hugeCountsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeContent(bytes).ok());
}

void TestContentCodec::textIsFoundInItsPart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("inUrls");
    QTest::addColumn<bool>("inPayloads");
    QTest::newRow("action") << QByteArray("a/one") << true << false;
    QTest::newRow("topic") << QByteArray("topic://paid") << true << false;
    QTest::newRow("a subscriber's URL") << QByteArray("http://c/second") << true << false;
    QTest::newRow("query_prepared") << QByteArray("sender/q") << true << false;
    QTest::newRow("payload") << QByteArray("\"n\":2") << false << true;
    QTest::newRow("over two URLs") << QByteArray("onetopic") << false << false;
    QTest::newRow("over two payloads") << QByteArray("}{") << false << false;
    QTest::newRow("over URL and payload") << QByteArray("query{") << false << false;
    QTest::newRow("custom data") << QByteArray("custom") << false << false;
    QTest::newRow("header") << QByteArray("header") << false << false;
    QTest::newRow("branch id") << QByteArray("02-01") << false << false;
    QTest::newRow("other case") << QByteArray("A/ONE") << false << false;
}

void TestContentCodec::textIsFoundInItsPart()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, inUrls);
    QFETCH(bool, inPayloads);
    const QByteArray bytes = encoded(twoSteps());
    QCOMPARE(contentHas(bytes, text, ContentPart::Urls), inUrls);
    QCOMPARE(contentHas(bytes, text, ContentPart::Payloads), inPayloads);
    QCOMPARE(contentHas(bytes, text, ContentPart::UrlsAndPayloads), inUrls || inPayloads);
}

void TestContentCodec::textIsNotFoundInDamagedBytes()
{
    const QByteArray bytes = encoded(twoSteps());
    QVERIFY(!contentHas(QByteArrayView(bytes).chopped(1), "a/one", ContentPart::UrlsAndPayloads));
    QVERIFY(!contentHas({}, "a", ContentPart::UrlsAndPayloads));
}

void TestContentCodec::progressComesBack()
{
    RandomMessages random(5);
    for (int id = 1; id <= 1000; ++id) {
        const Message message = random.next(id);
        Message decoded = withoutProgress(message);
        QVERIFY(decodeProgress(encodedProgress(message), decoded).ok());
        QCOMPARE(difference(decoded, message), QString());
    }
}

void TestContentCodec::cleanProgressTakesNoBytes()
{
    Message message = plainMessage(1, "a", TimePoint());
    QVERIFY(encodedProgress(message).isEmpty());
    message.state = State::Submitted;
    QVERIFY(encodedProgress(message).isEmpty());
    message = finishedCleanly(message, TimePoint());
    QVERIFY(encodedProgress(message).isEmpty());
    message.lastHttpStatus = 201;
    QVERIFY(!encodedProgress(message).isEmpty());
}

void TestContentCodec::damagedProgressNeverCrashes()
{
    RandomMessages random(6);
    for (int id = 1; id <= 10'000; ++id) {
        const Message message = random.next(id);
        QByteArray bytes = encodedProgress(message);
        if (bytes.isEmpty())
            continue;
        Message decoded = withoutProgress(message);
        for (qsizetype size = 1; size < bytes.size(); ++size)
            QVERIFY(!decodeProgress(QByteArrayView(bytes).first(size), decoded).ok());
        bytes[random.number(0, static_cast<int>(bytes.size()) - 1)] = static_cast<char>(random.number(0, 255));
        if (decodeProgress(bytes, decoded).ok())
            QCOMPARE(decoded.branchDone.size(), static_cast<std::size_t>(message.content->branches.size()));
    }
}

QTEST_GUILESS_MAIN(TestContentCodec)
#include "tst_contentcodec.moc"
