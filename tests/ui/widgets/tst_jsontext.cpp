// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsontext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using widgets::JsonPiece;
using widgets::jsonPieces;
using widgets::prettyJson;

class TestJsonText final : public QObject
{
    Q_OBJECT
private slots:
    void piecesFollowEachOtherWithoutGaps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("object") << u"{\"amount\": 30.00, \"to\": [1, null, \"a\\\"b\"]}"_s;
        QTest::newRow("open string") << u"{\"a"_s;
        QTest::newRow("ends in a backslash") << u"\"a\\"_s;
        QTest::newRow("a page") << u"<!doctype html><title>Sign in – gateway</title>"_s;
        QTest::newRow("space only") << u" \n\t "_s;
    }

    void piecesFollowEachOtherWithoutGaps()
    {
        QFETCH(QString, text);
        qsizetype at = 0;
        for (const JsonPiece &piece : jsonPieces(text)) {
            QCOMPARE(piece.start, at);
            QVERIFY(piece.length > 0);
            at += piece.length;
        }
        QCOMPARE(at, text.size());
    }

    void keysAndValuesAreToldApart()
    {
        const QString text = u"{\"a\" : \"b\",\"c\":-1.50,\"d\":true,\"e\":nul}"_s;
        QList<JsonPiece::Kind> kinds;
        for (const JsonPiece &piece : jsonPieces(text))
            kinds << piece.kind;
        using enum JsonPiece::Kind;
        const QList<JsonPiece::Kind> expected{
            Punctuation, Key, Space,       Punctuation, Space,       String, Punctuation, Key,   Punctuation, Number,
            Punctuation, Key, Punctuation, Word,        Punctuation, Key,    Punctuation, Other, Punctuation};
        QCOMPARE(kinds, expected);
    }

    void prettyChangesWhiteSpaceOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pretty");
        QTest::newRow("object") << u"{\"amount\":30.00,\"to\":{\"user\":2}}"_s
                                << u"{\n  \"amount\": 30.00,\n  \"to\": {\n    \"user\": 2\n  }\n}"_s;
        QTest::newRow("exact number") << u"12345678901234567890.10"_s << u"12345678901234567890.10"_s;
        QTest::newRow("exponent") << u"[1e2]"_s << u"[\n  1e2\n]"_s;
        QTest::newRow("escape") << u"[\"\\u00e9\"]"_s << u"[\n  \"\\u00e9\"\n]"_s;
        QTest::newRow("repeated key") << u"{\"a\":1,\"a\":2}"_s << u"{\n  \"a\": 1,\n  \"a\": 2\n}"_s;
        QTest::newRow("empty ones") << u"{\"a\":{},\"b\":[ ]}"_s << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
        QTest::newRow("comma in a string") << u"[\",:\"]"_s << u"[\n  \",:\"\n]"_s;
        QTest::newRow("pretty already") << u"{\n    \"a\" : 1\n}"_s << u"{\n  \"a\": 1\n}"_s;
    }

    void prettyChangesWhiteSpaceOnly()
    {
        QFETCH(QString, text);
        QTEST(prettyJson(text), "pretty");
    }

    void whatIsNotJsonStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("page") << u"<html> <p>a,b</p>"_s;
        QTest::newRow("closed too often") << u"{}}"_s;
        QTest::newRow("never closed") << u"[{"_s;
    }

    void whatIsNotJsonStaysAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(prettyJson(text), text);
    }
};

QTEST_MAIN(TestJsonText)
#include "tst_jsontext.moc"
