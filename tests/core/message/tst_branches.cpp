// SPDX-License-Identifier: Apache-2.0
#include "core/message/branches.h"
#include "core/message/limits.h"

#include <QHash>
#include <QTest>

using namespace core;
using namespace core::message;
using namespace Qt::StringLiterals;

namespace {

TopicLookup topics(const QHash<QByteArray, QList<QByteArray>> &known)
{
    return [known](const QByteArray &topic) {
        return known.contains(topic) ? std::optional(known.value(topic)) : std::nullopt;
    };
}

QList<QByteArray> urls(int count)
{
    QList<QByteArray> result;
    for (int i = 1; i <= count; ++i)
        result.append("http://s/" + QByteArray::number(i));
    return result;
}

QByteArrayList idsOf(const QList<Branch> &branches)
{
    QByteArrayList ids;
    for (const Branch &branch : branches)
        ids.append(branch.id);
    return ids;
}

} // namespace

class TestBranches : public QObject
{
    Q_OBJECT

private slots:
    void noStepsGiveNoBranches();
    void stepsAreNumberedFromOne();
    void aTopicGivesABranchASubscriber();
    void aSingleSubscriberIsNumberedLikeAStep();
    void branchesKnowTheirStep();
    void anUnknownTopicIsNotFound_data();
    void anUnknownTopicIsNotFound();
    void tooManyBranchesAreRefused();
};

void TestBranches::noStepsGiveNoBranches()
{
    QVERIFY(resolveBranches({}, topics({}))->isEmpty());
}

void TestBranches::stepsAreNumberedFromOne()
{
    const QList<Step> steps(1000, Step{"http://b/", "{}"});
    const QByteArrayList ids = idsOf(*resolveBranches(steps, topics({})));
    QCOMPARE(ids[0], "01"_ba);
    QCOMPARE(ids[8], "09"_ba);
    QCOMPARE(ids[9], "10"_ba);
    QCOMPARE(ids[98], "99"_ba);
    QCOMPARE(ids[99], "100"_ba);
    QCOMPARE(ids[999], "1000"_ba);
}

void TestBranches::aTopicGivesABranchASubscriber()
{
    const Result<QList<Branch>> branches = resolveBranches({{"topic://t", "p"}}, topics({{"t", urls(11)}}));
    QVERIFY(branches.ok());
    QCOMPARE(branches->constFirst(), (Branch{"01-01", "http://s/1", 0}));
    QCOMPARE(branches->constLast(), (Branch{"01-11", "http://s/11", 0}));
}

void TestBranches::aSingleSubscriberIsNumberedLikeAStep()
{
    const Result<QList<Branch>> branches = resolveBranches({{"topic://t", "p"}}, topics({{"t", urls(1)}}));
    QVERIFY(branches.ok());
    QCOMPARE(*branches, (QList<Branch>{{"01", "http://s/1", 0}}));
}

void TestBranches::branchesKnowTheirStep()
{
    const QList<Step> steps{{"http://a/", "1"}, {"topic://t", "2"}, {"http://b/", "3"}};
    const Result<QList<Branch>> branches = resolveBranches(steps, topics({{"t", urls(2)}}));
    QVERIFY(branches.ok());
    QCOMPARE(
        *branches,
        (QList<Branch>{
            {"01", "http://a/", 0}, {"02-01", "http://s/1", 1}, {"02-02", "http://s/2", 1}, {"03", "http://b/", 2}}));
}

void TestBranches::anUnknownTopicIsNotFound_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("unknown") << "topic://nobody"_ba;
    QTest::newRow("without subscribers") << "topic://empty"_ba;
    QTest::newRow("compared byte for byte") << "topic://T"_ba;
    QTest::newRow("without a name") << "topic://"_ba;
}

void TestBranches::anUnknownTopicIsNotFound()
{
    QFETCH(QByteArray, action);
    const Result<QList<Branch>> branches = resolveBranches({{action, "{}"}}, topics({{"t", urls(1)}, {"empty", {}}}));
    QVERIFY(!branches.ok());
    QCOMPARE(branches.error().code, Error::Code::NotFound);
    QVERIFY(branches.error().detail.contains(u"topic not found"_s));
}

void TestBranches::tooManyBranchesAreRefused()
{
    const QList<Step> steps(100, Step{"topic://t", "{}"});
    QCOMPARE(resolveBranches(steps, topics({{"t", urls(100)}}))->size(), branchesMax);
    const Result<QList<Branch>> tooMany =
        resolveBranches(steps + QList<Step>{{"http://b/", ""}}, topics({{"t", urls(100)}}));
    QVERIFY(!tooMany.ok());
    QCOMPARE(tooMany.error().code, Error::Code::TooLarge);
    QCOMPARE(tooMany.error().field, "steps"_ba);
}

QTEST_APPLESS_MAIN(TestBranches)
#include "tst_branches.moc"
