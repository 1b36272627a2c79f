// SPDX-License-Identifier: Apache-2.0
#include "core/base/gid.h"
#include "tests/support/manualclock.h"
#include "tests/support/seededrandom.h"

#include <QSet>
#include <QTest>

using namespace core;

class TestGid : public QObject
{
    Q_OBJECT

private slots:
    void textIsAcceptedOrNamedWrong_data();
    void textIsAcceptedOrNamedWrong();
    void bytesAreKeptAsTheyAre();
    void gidsSortByTheTimeTheyWereMade();
    void gidsOfOneMillisecondDifferAndSort();
    void gidsHaveOneLetterCase();
    void rowIdsGrow();
    void rowIdsGrowAlsoWhenTheClockStands();
};

void TestGid::textIsAcceptedOrNamedWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("one character") << QByteArray("a") << true;
    QTest::newRow("the first and the last allowed") << QByteArray("!~") << true;
    QTest::newRow("128 characters") << QByteArray(128, 'x') << true;
    QTest::newRow("quotes and percent") << QByteArray("a'b\"c%d\\e") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("129 characters") << QByteArray(129, 'x') << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("semicolon") << QByteArray("a;b") << false;
    QTest::newRow("delete") << QByteArray("a\x7f") << false;
    QTest::newRow("line break") << QByteArray("a\n") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("beyond ASCII") << QByteArray("\xc3\xa4") << false;
}

void TestGid::textIsAcceptedOrNamedWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const Result<Gid> gid = Gid::fromBytes(text);
    QCOMPARE(gid.ok(), ok);
    if (ok) {
        QCOMPARE(gid->bytes(), text);
        return;
    }
    QCOMPARE(gid.error().code, Error::Code::Invalid);
    QCOMPARE(gid.error().field, QByteArray("gid"));
}

void TestGid::bytesAreKeptAsTheyAre()
{
    QVERIFY(*Gid::fromBytes("Order-a") != *Gid::fromBytes("order-A"));
}

void TestGid::gidsSortByTheTimeTheyWereMade()
{
    test::ManualClock clock;
    test::SeededRandom random(1);
    GidSource source(clock, random.source());
    Gid last = source.newGid();
    for (int n = 0; n < 1000; ++n) {
        clock.advance(Millis(n % 3));
        const Gid next = source.newGid();
        QVERIFY(last < next);
        last = next;
    }
}

void TestGid::gidsOfOneMillisecondDifferAndSort()
{
    const test::ManualClock clock;
    const std::uint64_t highest = ~std::uint64_t{0}; // the counting part carries over at once
    GidSource source(clock, [] { return highest; });
    QSet<QByteArray> seen;
    Gid last = source.newGid();
    for (int n = 0; n < 1000; ++n) {
        const Gid next = source.newGid();
        QVERIFY(last < next);
        QVERIFY(!seen.contains(next.bytes()));
        seen.insert(next.bytes());
        last = next;
    }
}

void TestGid::gidsHaveOneLetterCase()
{
    const SystemClock clock;
    GidSource source(clock, systemRandom());
    const QByteArray text = source.newGid().bytes();
    QCOMPARE(text.size(), 26);
    QCOMPARE(text, text.toUpper());
}

void TestGid::rowIdsGrow()
{
    test::ManualClock clock;
    test::SeededRandom random(1);
    GidSource source(clock, random.source());
    std::int64_t last = 0;
    for (int n = 0; n < 1000; ++n) {
        clock.advance(Millis(1));
        const std::int64_t next = source.newRowId();
        QVERIFY(next > last);
        last = next;
    }
}

void TestGid::rowIdsGrowAlsoWhenTheClockStands()
{
    const test::ManualClock clock;
    GidSource source(clock, [] { return ~std::uint64_t{0}; });
    std::int64_t last = source.newRowId();
    for (int n = 0; n < 2'000'000; ++n) { // beyond the bits of chance
        const std::int64_t next = source.newRowId();
        QVERIFY(next == last + 1);
        last = next;
    }
}

QTEST_APPLESS_MAIN(TestGid)
#include "tst_gid.moc"
