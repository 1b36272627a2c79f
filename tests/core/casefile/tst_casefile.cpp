// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefile.h"
#include "core/casefile/casemask.h"
#include "tests/core/casefile/casesamples.h"
#include "tests/support/seededrandom.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::casefile;

namespace {

QByteArray bytesOf(const Case &about)
{
    const Result<QByteArray> bytes = caseBytes(about);
    Q_ASSERT(bytes.ok());
    return *bytes;
}

/// The sample's file with one value exchanged: path "message.status", "attempts.0.verdict".
QByteArray fileWith(const QString &path, const QJsonValue &value)
{
    const std::function<QJsonValue(QJsonValue, QStringList)> changed = [&](QJsonValue in, QStringList keys) {
        if (keys.isEmpty())
            return value;
        const QString key = keys.takeFirst();
        if (in.isArray()) {
            QJsonArray array = in.toArray();
            array[key.toInt()] = changed(array.at(key.toInt()), keys);
            return QJsonValue(array);
        }
        QJsonObject object = in.toObject();
        if (keys.isEmpty() && value.isUndefined())
            object.remove(key);
        else
            object[key] = changed(object.value(key), keys);
        return QJsonValue(object);
    };
    const QJsonObject file = QJsonDocument::fromJson(bytesOf(test::sampleCase())).object();
    return QJsonDocument(changed(file, path.split(u'.')).toObject()).toJson();
}

Error errorOf(const QByteArray &bytes)
{
    const Result<Case> read = caseFromBytes(bytes);
    return read.ok() ? Error{Error::Code::Internal, u"it was read"_s} : read.error();
}

} // namespace

class TestCaseFile final : public QObject
{
    Q_OBJECT
private slots:
    void aCaseComesBackAsItWas();
    void bytesThatAreNoTextComeBackAsTheyWere();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void anotherProgramsFileIsNoCase_data();
    void anotherProgramsFileIsNoCase();
    void everyCutIsToldAsCut();
    void aNewerVersionIsRefused();
    void aFileThatIsTooLargeIsRefused();
    void unknownFieldsArePassedOver();
    void noMutationBreaksTheReader();
    void theFileIsForItsOwnerAlone();
    void aFailedSaveLeavesTheFileBefore();
    void urlsLoseTheirSecrets_data();
    void urlsLoseTheirSecrets();
    void textsLoseTheirSecrets_data();
    void textsLoseTheirSecrets();
    void nothingSecretIsLeftInAMaskedCase();
    void payloadsAreLeftOutWithTheAnswers();
};

void TestCaseFile::aCaseComesBackAsItWas()
{
    Case about = test::sampleCase();
    const Result<Case> back = caseFromBytes(bytesOf(about));
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().detail));
    QCOMPARE(back->message.gid, about.message.gid);
    QVERIFY(back->message.state == about.message.state);
    QVERIFY(*back->message.content == *about.message.content);
    QVERIFY(back->message.branchDone == about.message.branchDone);
    QCOMPARE(back->message.attempts, 3);
    QVERIFY(back->message.submittedAt == about.message.submittedAt);
    QVERIFY(back->message.finishedAt == about.message.finishedAt);
    QVERIFY(!back->message.dueAt);
    QCOMPARE(back->attempts.size(), 3);
    QCOMPARE(back->attempts.at(1).error, about.attempts.at(1).error);
    QVERIFY(back->attempts.at(1).verdict == message::Verdict::Unknown);
    QVERIFY(back->attempts.at(2).startedAt == about.attempts.at(2).startedAt);
    QVERIFY(back->banks == about.banks);
    QVERIFY(back->events == about.events);
    QVERIFY(back->savedAt == about.savedAt);
    QCOMPARE(bytesOf(*back), bytesOf(about));
    QCOMPARE(senderOf(*back)->name, u"Bank A"_s);
    QCOMPARE(receiverOf(*back)->name, u"Bank B"_s);
}

void TestCaseFile::bytesThatAreNoTextComeBackAsTheyWere()
{
    Case about = test::sampleCase();
    auto content = std::make_shared<message::Content>(*about.message.content);
    content->steps[0].payload = QByteArray("\xff\x00\xfe", 3);
    about.message.content = content;
    about.attempts[1].answerExcerpt = QByteArray("half a \xe4\xbd", 9);
    const Result<Case> back = caseFromBytes(bytesOf(about));
    QVERIFY(back.ok());
    QCOMPARE(back->message.content->steps.at(0).payload, content->steps.at(0).payload);
    QCOMPARE(back->attempts.at(1).answerExcerpt, about.attempts.at(1).answerExcerpt);
}

void TestCaseFile::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QString &path, const QJsonValue &value, const QByteArray &field) {
        QTest::newRow(name) << path << value << field;
    };
    row("gid with a space", u"message.gid"_s, u"a b"_s, "message.gid");
    row("no gid", u"message.gid"_s, QJsonValue::Undefined, "message.gid");
    row("no message", u"message"_s, QJsonValue::Undefined, "message");
    row("unknown state", u"message.status"_s, u"done"_s, "message.status");
    row("a number for a text", u"message.query_prepared"_s, 5, "message.query_prepared");
    row("a text for a number", u"message.attempts"_s, u"3"_s, "message.attempts");
    row("a fraction", u"message.attempts"_s, 2.5, "message.attempts");
    row("a negative number", u"message.attempts"_s, -1, "message.attempts");
    row("steps that are no list", u"message.steps"_s, u"x"_s, "message.steps");
    row("a step that is no object", u"message.steps.0"_s, 7, "message.steps[0]");
    row("a branch of no step", u"message.branches.0.step"_s, 9, "message.branches[0].step");
    row("a branch without steps", u"message.steps"_s, QJsonArray(), "message.branches[0].step");
    row("an interval of none", u"message.options.retry_interval"_s, 0, "message.options.retry_interval");
    row("no options", u"message.options"_s, QJsonValue::Undefined, "message.options");
    row("finished without a time", u"message.finish_time"_s, QJsonValue::Undefined, "message.finish_time");
    row("a time in words", u"message.create_time"_s, u"yesterday"_s, "message.create_time");
    row("a time without zone", u"attempts.0.start_time"_s, u"2026-09-14T10:58:24.114"_s, "attempts[0].start_time");
    row("unknown verdict", u"attempts.1.verdict"_s, u"MAYBE"_s, "attempts[1].verdict");
    row("an attempt of number 0", u"attempts.2.number"_s, 0, "attempts[2].number");
    row("an amount with an exponent", u"banks.0.barrier_rows.0.amount"_s, u"3e1"_s, "banks[0].barrier_rows[0].amount");
    row("an amount as a number", u"banks.1.accounts.0.balance"_s, 30.5, "banks[1].accounts[0].balance");
    row("a bank of no side", u"banks.0.role"_s, u"both"_s, "banks[0].role");
    row("an event without a time", u"events.0.time"_s, QJsonValue::Undefined, "events[0].time");
}

void TestCaseFile::whatIsWrongIsNamed()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const Error error = errorOf(fileWith(path, value));
    QVERIFY2(error.code == Error::Code::Invalid, qPrintable(error.detail));
    QTEST(error.field, "field");
    QVERIFY2(error.detail.contains(QString::fromUtf8(error.field)), qPrintable(error.detail));
}

void TestCaseFile::anotherProgramsFileIsNoCase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << u"the file is empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\t") << u"the file is empty"_s;
    QTest::newRow("text") << QByteArray("gid,status\n1,2\n") << u"the file is no case of Checkback"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"the file is no case of Checkback"_s;
    QTest::newRow("other JSON") << QByteArray(R"({"gid":"a"})") << u"the file is no case of Checkback"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"the file is no case of Checkback"_s;
    QTest::newRow("other format") << QByteArray(R"({"format":"har","version":1})")
                                  << u"the file is no case of Checkback"_s;
    QTest::newRow("format of another kind") << QByteArray(R"({"format":1})") << u"the file is no case of Checkback"_s;
}

void TestCaseFile::anotherProgramsFileIsNoCase()
{
    QFETCH(QByteArray, bytes);
    QTEST(errorOf(bytes).detail, "detail");
}

void TestCaseFile::everyCutIsToldAsCut()
{
    const QByteArray whole = bytesOf(test::sampleCase()).trimmed();
    const qsizetype known = whole.indexOf(caseFormat) + qsizetype(qstrlen(caseFormat));
    for (qsizetype length = known; length < whole.size(); length += 7) {
        const Error error = errorOf(whole.first(length));
        QVERIFY2(error.code == Error::Code::Invalid, qPrintable(QString::number(length)));
        const bool endsInBrace = whole.first(length).trimmed().endsWith('}');
        QVERIFY2(endsInBrace || error.detail.startsWith("the file is cut off"_L1), qPrintable(error.detail));
    }
    QByteArray damaged = whole;
    damaged[damaged.indexOf("\"banks\"") + 7] = ';';
    QVERIFY2(errorOf(damaged).detail.startsWith("the file is damaged at byte"_L1), qPrintable(errorOf(damaged).detail));
}

void TestCaseFile::aNewerVersionIsRefused()
{
    const Error error = errorOf(fileWith(u"version"_s, 2));
    QCOMPARE(error.field, "version"_ba);
    QVERIFY(error.detail.contains("newer Checkback"_L1));
    QCOMPARE(errorOf(fileWith(u"version"_s, 0)).field, "version"_ba);
    QCOMPARE(errorOf(fileWith(u"version"_s, u"1"_s)).field, "version"_ba);
}

void TestCaseFile::aFileThatIsTooLargeIsRefused()
{
    QVERIFY(errorOf(QByteArray(caseBytesMax + 1, ' ')).code == Error::Code::TooLarge);
    Case about = test::sampleCase();
    auto content = std::make_shared<message::Content>(*about.message.content);
    content->steps[0].payload = QByteArray(caseBytesMax, 'x');
    about.message.content = content;
    const Result<QByteArray> bytes = caseBytes(about);
    QVERIFY(!bytes.ok() && bytes.error().code == Error::Code::TooLarge);
    QVERIFY(caseBytes(maskedCase(about, Payloads::LeaveOut)).ok());
}

void TestCaseFile::unknownFieldsArePassedOver()
{
    QVERIFY(caseFromBytes(fileWith(u"message.colour"_s, u"blue"_s)).ok());
    QVERIFY(caseFromBytes(fileWith(u"sounds"_s, QJsonArray{1, 2})).ok());
}

/// Bytes exchanged, cut out, doubled: an error, or a case that can be written and read again.
void TestCaseFile::noMutationBreaksTheReader()
{
    const QByteArray whole = bytesOf(test::sampleCase());
    test::SeededRandom random(20261130);
    const RandomSource next = random.source();
    constexpr char characters[] = "{}[]\",:0123456789-eE.\\u\x00\xff txyz"; // NUL among them
    const QByteArray alphabet(characters, sizeof characters - 1);
    int readable = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray bytes = whole;
        for (std::uint64_t change = 0; change <= next() % 4; ++change) {
            const qsizetype at = qsizetype(next() % std::uint64_t(bytes.size()));
            const qsizetype length = qsizetype(next() % 12);
            switch (next() % 3) {
            case 0:
                bytes[at] = alphabet.at(qsizetype(next() % std::uint64_t(alphabet.size())));
                break;
            case 1:
                bytes.remove(at, length);
                break;
            default:
                bytes.insert(at, bytes.mid(qsizetype(next() % std::uint64_t(bytes.size())), length));
            }
        }
        const Result<Case> read = caseFromBytes(bytes);
        if (!read.ok()) {
            QVERIFY(!read.error().detail.isEmpty());
            continue;
        }
        ++readable;
        QVERIFY(caseFromBytes(bytesOf(*read)).ok());
    }
    QVERIFY2(readable > 20 && readable < 3900, qPrintable(QString::number(readable)));
}

void TestCaseFile::theFileIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"m1.checkback"_s);
    QVERIFY(saveCase(path, test::sampleCase()).ok());
    const auto all = QFileInfo(path).permissions();
    QVERIFY(all.testFlag(QFile::ReadOwner) && all.testFlag(QFile::WriteOwner));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((all & others) == QFile::Permissions());
    const Result<Case> back = openCase(path);
    QVERIFY(back.ok());
    QCOMPARE(back->message.gid, test::sampleCase().message.gid);
    QVERIFY(!openCase(folder.filePath(u"none"_s)).ok());
}

void TestCaseFile::aFailedSaveLeavesTheFileBefore()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"m1.checkback"_s);
    QVERIFY(saveCase(path, test::sampleCase()).ok());
    Case large = test::sampleCase();
    large.savedBy = QString(caseBytesMax, u'x');
    QVERIFY(!saveCase(path, large).ok());
    QVERIFY(openCase(path).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    const Status nowhere = saveCase(folder.filePath(u"no/such/folder/m1.checkback"_s), test::sampleCase());
    QVERIFY(!nowhere.ok() && nowhere.error().code == Error::Code::Unavailable);
}

void TestCaseFile::urlsLoseTheirSecrets_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *name, const QByteArray &url, const QByteArray &masked) {
        QTest::newRow(name) << url << masked;
    };
    row("plain", "http://b:8081/api/In?gid=a&op=action", "http://b:8081/api/In?gid=a&op=action");
    row("topic", "topic://orders", "topic://orders");
    row("user", "http://anna:pw@b/In", "http://••••••@b/In");
    row("user with @", "http://anna:p@w@b/In", "http://••••••@b/In");
    row("token", "http://b/In?tenant=5&access_token=abc&x=1", "http://b/In?tenant=5&access_token=••••••&x=1");
    row("key", "http://b/In?key=abc", "http://b/In?key=••••••");
    row("api key", "http://b/In?apiKey=abc#top", "http://b/In?apiKey=••••••#top");
    row("signature", "http://b/In?X-Amz-Signature=abc", "http://b/In?X-Amz-Signature=••••••");
    row("a key that is none", "http://b/In?keyboard=abc&monkey=1", "http://b/In?keyboard=abc&monkey=1");
    row("an @ in the path", "http://b/In/@me?to=a@b", "http://b/In/@me?to=a@b");
}

void TestCaseFile::urlsLoseTheirSecrets()
{
    QFETCH(QByteArray, url);
    QTEST(maskedUrl(url), "masked");
}

void TestCaseFile::textsLoseTheirSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &masked) {
        QTest::newRow(name) << text << masked;
    };
    row("plain", "HTTP 409: insufficient balance", "HTTP 409: insufficient balance");
    row("bearer", "refused Bearer abc.def-123", "refused Bearer ••••••");
    row("basic", "authorization: Basic YW5uYTpwdw==", "authorization: Basic ••••••");
    row("JSON", R"({"amount":"30.00","apiToken":"x\"y","password": "p"})",
        R"({"amount":"30.00","apiToken":"••••••","password": "••••••"})");
    row("JSON number", R"({"pin": 1234, "n":1})", R"({"pin": ••••••, "n":1})");
    row("form", "user=anna&password=pw&n=1", "user=anna&password=••••••&n=1");
    row("web token", "jwt eyJhbGciOiJI.eyJzdWIiOiIx.abc was refused", "jwt •••••• was refused");
    row("url", "no answer from http://anna:pw@b/In", "no answer from http://••••••@b/In");
    row("no UTF-8", "\xff token=abc", "\xff token=abc");
}

void TestCaseFile::textsLoseTheirSecrets()
{
    QFETCH(QByteArray, text);
    QTEST(maskedText(text), "masked");
}

void TestCaseFile::nothingSecretIsLeftInAMaskedCase()
{
    Case about = test::sampleCase();
    auto content = std::make_shared<message::Content>(*about.message.content);
    content->options.branchHeaders = {{"X-Api-Key", "secret-1"}, {"X-Tenant", "secret-2"}};
    content->steps[0].action = content->branches[0].url = "http://u:secret-3@b/In?token=secret-4";
    content->queryPrepared = "http://a/Q?sig=secret-5";
    content->customData = R"({"password":"secret-6"})";
    about.message.content = content;
    about.message.lastError = about.message.reason = "Bearer secret-7";
    about.attempts[1].error = "http://u:secret-8@b/In";
    about.attempts[1].answerExcerpt = R"({"token":"secret-9"})";
    about.banks[0].problem = u"mysql://u:secret-10@h/db"_s;
    about.events[0].detail = u"token=secret-11"_s;
    about.events[0].error = u"Basic secret-12"_s;
    const QByteArray bytes = bytesOf(maskedCase(about, Payloads::Keep));
    QVERIFY2(!bytes.contains("secret"), bytes);
    QVERIFY(bytes.contains("X-Api-Key"));
    QVERIFY(bytes.contains(R"(\"amount\":\"30.00\")"));
}

void TestCaseFile::payloadsAreLeftOutWithTheAnswers()
{
    Case about = test::sampleCase();
    about.attempts[1].answerExcerpt = "insufficient for 30.00";
    const QByteArray bytes = bytesOf(maskedCase(about, Payloads::LeaveOut));
    QVERIFY(!bytes.contains("insufficient for"));
    QVERIFY(!bytes.contains(R"(\"amount\")"));
    const Result<Case> back = caseFromBytes(bytes);
    QVERIFY(back.ok());
    QVERIFY(back->payloadLeftOut);
    QVERIFY(back->message.content->steps.at(0).payload.isEmpty());
    QCOMPARE(back->message.content->steps.at(0).action, about.message.content->steps.at(0).action);
}

QTEST_APPLESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
