// SPDX-License-Identifier: Apache-2.0
#include "core/store/filtersql.h"

#include <QTest>

using namespace core;
using namespace core::message;
using namespace core::store;

namespace {

QByteArray textCondition(ContentPart part)
{
    return "has(?," + QByteArray::number(static_cast<int>(part)) + ')';
}

FilterSql sqlOf(const Filter &filter)
{
    return filterSql(filter, &textCondition);
}

} // namespace

class TestFilterSql : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyFilterIsTrue();
    void everyRareStateHasItsIndex_data();
    void everyRareStateHasItsIndex();
    void valuesStandInTheOrderOfTheirMarks();
    void nothingFromOutsideIsPartOfTheText();
    void aPrefixIsARange_data();
    void aPrefixIsARange();
};

void TestFilterSql::anEmptyFilterIsTrue()
{
    const FilterSql sql = sqlOf({});
    QCOMPARE(sql.condition, QByteArray("TRUE"));
    QVERIFY(sql.values.empty());
    QVERIFY(sql.index == FilterIndex::None);
}

void TestFilterSql::everyRareStateHasItsIndex_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<FilterIndex>("index");
    QTest::addColumn<QByteArray>("part");
    const QByteArray unfinished = "due_at IS NOT NULL";
    QTest::newRow("prepared") << Filter{.states = {State::Prepared}} << FilterIndex::Due << unfinished;
    QTest::newRow("unfinished") << Filter{.states = {State::Prepared, State::Submitted}} << FilterIndex::Due
                                << unfinished;
    QTest::newRow("retrying") << Filter{.retrying = true} << FilterIndex::Due << unfinished;
    QTest::newRow("not retrying") << Filter{.retrying = false} << FilterIndex::None << QByteArray("state >= 2");
    QTest::newRow("failed") << Filter{.states = {State::Failed}} << FilterIndex::Failed << QByteArray("state = 3");
    QTest::newRow("failed, twice") << Filter{.states = {State::Failed, State::Failed}} << FilterIndex::Failed
                                   << QByteArray("state = 3");
    QTest::newRow("succeed") << Filter{.states = {State::Succeed}} << FilterIndex::None << QByteArray("state IN (2)");
    QTest::newRow("all but succeed") << Filter{.states = {State::Failed, State::Prepared}} << FilterIndex::None
                                     << QByteArray("state IN (3, 0)");
    QTest::newRow("stalled") << Filter{.stalled = true} << FilterIndex::Stalled << QByteArray("stalled = 1");
    QTest::newRow("not stalled") << Filter{.stalled = false} << FilterIndex::None << QByteArray("stalled = 0");
    QTest::newRow("gid") << Filter{.states = {State::Failed}, .gid = "a"} << FilterIndex::Gid << QByteArray("gid = ?");
}

void TestFilterSql::everyRareStateHasItsIndex()
{
    QFETCH(Filter, filter);
    QFETCH(FilterIndex, index);
    QFETCH(QByteArray, part);
    const FilterSql sql = sqlOf(filter);
    QVERIFY(sql.index == index);
    QVERIFY2(sql.condition.contains(part), sql.condition.constData());
}

void TestFilterSql::valuesStandInTheOrderOfTheirMarks()
{
    const FilterSql sql = sqlOf({.gidPrefix = "p",
                                 .text = "t",
                                 .urlText = "u",
                                 .payloadText = "y",
                                 .attemptsMin = 1,
                                 .attemptsMax = 2,
                                 .createdFrom = fromEpochMs(3),
                                 .createdTo = fromEpochMs(4)});
    QCOMPARE(
        sql.condition,
        QByteArray("gid >= ? AND gid < ? AND attempts >= ? AND attempts <= ? AND created_at >= ? AND created_at <= ? "
                   "AND (instr(gid, ?) > 0 OR has(?,3)) AND has(?,1) AND has(?,2)"));
    const std::vector<SqlValue> expected = {QByteArray("p"), QByteArray("q"), std::int64_t{1}, std::int64_t{2},
                                            std::int64_t{3}, std::int64_t{4}, QByteArray("t"), QByteArray("t"),
                                            QByteArray("u"), QByteArray("y")};
    QVERIFY(sql.values == expected);
}

void TestFilterSql::nothingFromOutsideIsPartOfTheText()
{
    const QByteArray evil = "' OR 1=1 --";
    const FilterSql sql = sqlOf({.gid = evil, .gidPrefix = evil, .text = evil, .urlText = evil, .payloadText = evil});
    QVERIFY(!sql.condition.contains("OR 1"));
    QVERIFY(!sql.condition.contains('\''));
    QCOMPARE(sql.condition.count('?'), static_cast<qsizetype>(sql.values.size()));
}

void TestFilterSql::aPrefixIsARange_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("letters") << QByteArray("abc") << QByteArray("abd");
    QTest::newRow("last byte full") << QByteArray("a\xff") << QByteArray("b");
    QTest::newRow("all bytes full") << QByteArray("\xff\xff") << QByteArray();
    QTest::newRow("sign bit") << QByteArray("\x7f") << QByteArray("\x80");
}

void TestFilterSql::aPrefixIsARange()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, end);
    const FilterSql sql = sqlOf({.gidPrefix = prefix});
    QVERIFY(sql.values.front() == SqlValue(prefix));
    QCOMPARE(sql.values.size(), std::size_t(end.isEmpty() ? 1 : 2));
    if (!end.isEmpty())
        QVERIFY(sql.values.back() == SqlValue(end));
}

QTEST_GUILESS_MAIN(TestFilterSql)
#include "tst_filtersql.moc"
