// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterhints.h"
#include "ui/messages/filterparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::FilterHints;

namespace {

const ui::KnownWords known{{{u"SagaBTransIn"_s, 212}, {u"TransOut"_s, 9}, {u"two words"_s, 1}},
                           {{u"b.test:8081"_s, 3}}};

QStringList inserts(const QString &text)
{
    QStringList found;
    for (const ui::FilterHint &hint : ui::filterHints(text, text.size(), known).hints)
        found << hint.insert;
    return found;
}

} // namespace

class TestFilterHints : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyTextOffersAllTerms();
    void aBeginningOffersItsTerms();
    void valuesAreOfferedBehindAnOperator_data();
    void valuesAreOfferedBehindAnOperator();
    void statusesFollowAComma();
    void wordsOfTheListAreOfferedWithTheirCounts();
    void nothingIsOfferedInsideAWordOrAQuote();
    void aHintTakesThePlaceOfItsTerm();
    void whateverIsOfferedIsUnderstood();
};

void TestFilterHints::anEmptyTextOffersAllTerms()
{
    QCOMPARE(inserts(u""_s).size(), ui::FilterParser::keys().size());
    QCOMPARE(inserts(u"age>5m "_s).size(), ui::FilterParser::keys().size());
}

void TestFilterHints::aBeginningOffersItsTerms()
{
    QCOMPARE(inserts(u"sta"_s), QStringList{u"status:"_s});
    QCOMPARE(inserts(u"x PAY"_s), QStringList{u"payload~"_s});
    QCOMPARE(inserts(u"zzz"_s), QStringList());
}

void TestFilterHints::valuesAreOfferedBehindAnOperator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("status") << u"status:"_s << u"status:waiting"_s;
    QTest::newRow("status, begun") << u"status:st"_s << u"status:stalled"_s;
    QTest::newRow("attempts") << u"attempts>"_s << u"attempts>0"_s;
    QTest::newRow("younger") << u"age<"_s << u"age<5m"_s;
    QTest::newRow("host") << u"url~b.te"_s << u"url~b.test:8081"_s;
    QTest::newRow("route with a blank") << u"url~words"_s << u"url~\"two words\""_s;
}

void TestFilterHints::valuesAreOfferedBehindAnOperator()
{
    QFETCH(QString, text);
    QTEST(inserts(text).value(0), "first");
}

void TestFilterHints::statusesFollowAComma()
{
    QCOMPARE(inserts(u"status:failed,su"_s), (QStringList{u"status:failed,submitted"_s, u"status:failed,succeed"_s}));
}

void TestFilterHints::wordsOfTheListAreOfferedWithTheirCounts()
{
    const FilterHints hints = ui::filterHints(u"Trans"_s, 5, known);
    QCOMPARE(hints.hints.size(), 2);
    QCOMPARE(hints.hints.first().insert, u"url~SagaBTransIn"_s);
    QCOMPARE(hints.hints.first().count.value_or(0), 212);
}

void TestFilterHints::nothingIsOfferedInsideAWordOrAQuote()
{
    QVERIFY(ui::filterHints(u"status:failed"_s, 3, known).hints.isEmpty());
    QVERIFY(inserts(u"\"sta"_s).isEmpty());
}

void TestFilterHints::aHintTakesThePlaceOfItsTerm()
{
    const QString text = u"age>5m sta attempts>3"_s;
    const FilterHints hints = ui::filterHints(text, 10, known);
    const auto [first, cursor] = ui::withHint(text, hints, hints.hints.first());
    QCOMPARE(first, u"age>5m status: attempts>3"_s);
    QCOMPARE(cursor, 14);
    const FilterHints values = ui::filterHints(first, cursor, known);
    const auto [second, end] = ui::withHint(first, values, values.hints.last());
    QCOMPARE(second, u"age>5m status:failed attempts>3"_s);
    QCOMPARE(end, 21);
}

void TestFilterHints::whateverIsOfferedIsUnderstood()
{
    for (const QString &begun : {u"status:"_s, u"attempts>"_s, u"age>"_s, u"age<"_s, u"created>="_s, u"url~"_s}) {
        QVERIFY2(!inserts(begun).isEmpty(), qPrintable(begun));
        for (const QString &insert : inserts(begun))
            QVERIFY2(ui::FilterParser::parse(insert, core::fromEpochMs(1'800'000'000'000)).ok(), qPrintable(insert));
    }
}

QTEST_APPLESS_MAIN(TestFilterHints)
#include "tst_filterhints.moc"
