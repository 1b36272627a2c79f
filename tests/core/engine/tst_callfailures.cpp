// SPDX-License-Identifier: Apache-2.0
#include "core/engine/callfailures.h"

#include <QTest>

#include <numeric>

using namespace core;
using namespace core::engine;
using message::CallResult;
using message::Verdict;

namespace {

constexpr TimePoint start{Millis(1'700'000'000'000)};
const CallFailures::Target receiver{"POST", "http://bank-b/in?x=1", false};

CallResult refusal(const QByteArray &error, const QByteArray &answer = {}, int status = 500)
{
    return {.verdict = Verdict::Unknown, .httpStatus = status, .error = error, .answerExcerpt = answer};
}

} // namespace

class TestCallFailures : public QObject
{
    Q_OBJECT

private slots:
    void callsThatFailAlikeAreOneGroup();
    void otherVerdictsAndTextsAreOtherGroups();
    void numbersInATextMakeNoNewGroup();
    void theLatestGroupComesFirst();
    void oldCallsAreForgotten();
    void groupsAreBounded();
    void aMessageIsLikeTheGroupOfItsLastCall();
    void longAnswersAreCutAtWholeCharacters();
};

void TestCallFailures::callsThatFailAlikeAreOneGroup()
{
    CallFailures failures;
    failures.note(receiver, refusal("answered 500"), start);
    failures.note({"POST", "http://bank-b/in?x=2", false}, refusal("answered 500"), start + Millis(1));
    const QList<CallFailure> groups = failures.groups(start + Millis(2));
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups[0].url, "http://bank-b/in");
    QCOMPARE(groups[0].lastFiveMinutes.newestFirst()[0], 2u);
    QCOMPARE(groups[0].lastAt, start + Millis(1));
}

void TestCallFailures::otherVerdictsAndTextsAreOtherGroups()
{
    CallFailures failures;
    failures.note(receiver, refusal("answered 500", "deadlock"), start);
    failures.note(receiver, refusal("answered 500", "disk full"), start);
    failures.note(receiver, {.verdict = Verdict::Ongoing, .httpStatus = 425, .error = "ongoing"}, start);
    failures.note({"GET", "http://bank-b/in", true}, refusal("answered 500", "deadlock"), start);
    QCOMPARE(failures.groups(start).size(), 4);
}

void TestCallFailures::numbersInATextMakeNoNewGroup()
{
    CallFailures failures;
    failures.note(receiver, refusal("answered 500", "order 123456 is locked\nmore"), start);
    failures.note(receiver, refusal("answered 500", "order 987654321 is locked"), start);
    const QList<CallFailure> groups = failures.groups(start);
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups[0].text, "answered 500: order 987654321 is locked");
}

void TestCallFailures::theLatestGroupComesFirst()
{
    CallFailures failures;
    failures.note(receiver, refusal("a"), start);
    failures.note(receiver, refusal("b"), start + Millis(5));
    QCOMPARE(failures.groups(start).constFirst().text, "b");
}

void TestCallFailures::oldCallsAreForgotten()
{
    CallFailures failures;
    failures.note(receiver, refusal("a"), start);
    const CallFailure later = failures.groups(start + std::chrono::minutes(10)).constFirst();
    const auto sum = [](const auto &counts) {
        return std::accumulate(counts.newestFirst().begin(), counts.newestFirst().end(), 0u);
    };
    QCOMPARE(sum(later.lastFiveMinutes), 0u);
    QCOMPARE(sum(later.lastHour), 1u);
    QCOMPARE(sum(later.lastDay), 1u);
}

void TestCallFailures::groupsAreBounded()
{
    CallFailures failures;
    for (int i = 0; i < CallFailures::groupsMax + 5; ++i)
        failures.note({"POST", "http://bank-b/" + QByteArray::number(i), false}, refusal("a"), start + Millis(i));
    const QList<CallFailure> groups = failures.groups(start);
    QCOMPARE(groups.size(), CallFailures::groupsMax);
    QCOMPARE(groups.constLast().url, "http://bank-b/5");
}

void TestCallFailures::aMessageIsLikeTheGroupOfItsLastCall()
{
    CallFailures failures;
    failures.note(receiver, refusal("answered 500", "lock 123456 is held"), start);
    const CallFailure group = failures.groups(start).front();
    const auto like = [&](const QByteArray &url, Verdict verdict, int status, const QByteArray &error) {
        return likeness(group, url, verdict, status, error);
    };
    QCOMPARE(like("http://bank-c/in", Verdict::Unknown, 500, "answered 500"), 0);
    QCOMPARE(like("http://bank-b/in?x=9", Verdict::Ongoing, 425, "ongoing"), 1);
    QCOMPARE(like("http://bank-b/in", Verdict::Ongoing, 425, "answered 500"), 2);
    QCOMPARE(like("http://bank-b/in", Verdict::Unknown, 500, "no answer"), 3);
    QCOMPARE(like("http://bank-b/in", Verdict::Unknown, 500, "answered 500"), 4);
    QCOMPARE(like("http://bank-b/in", Verdict::Unknown, 500, "answered 500: lock 777777"), 4); // another number
    QCOMPARE(like("http://bank-b/in", Verdict::Unknown, 500, {}), 3);
}

void TestCallFailures::longAnswersAreCutAtWholeCharacters()
{
    CallFailures failures;
    failures.note(receiver, refusal({}, QByteArray("x") + QByteArray("余").repeated(500)), start);
    const QByteArray text = failures.groups(start).constFirst().text;
    QVERIFY(text.size() <= CallFailures::textMax);
    QVERIFY(!QString::fromUtf8(text).contains(QChar::ReplacementCharacter));
}

QTEST_APPLESS_MAIN(TestCallFailures)
#include "tst_callfailures.moc"
