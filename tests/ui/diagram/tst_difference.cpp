// SPDX-License-Identifier: GPL-3.0-or-later
// Where two stories part.
#include "tests/ui/diagram/stories.h"
#include "ui/diagram/difference.h"

#include <QTest>

using namespace stories;
using diagram::Common;
using diagram::Sequence;
using diagram::Step;

class TestDifference : public QObject
{
    Q_OBJECT

private slots:
    void aStoryIsLikeItself();
    void timesAndAmountsAreNoDifference();
    void theFirstEventThatDiffersIsFound();
    void oneThatEndsEarlierDiffers();
    void differentFromTheBeginning();
    void emptyStoriesAreAlike();
    void whatIsAlikeIsLeftOut();

private:
    static Sequence clean() { return diagram::messageSequence(facts(succeeded(), {}, {debit(), credit()})); }
    static Sequence crashed() { return diagram::messageSequence(crashedSender()); }
};

void TestDifference::aStoryIsLikeItself()
{
    const Common common = diagram::commonBeginning(crashed(), crashed());
    QVERIFY(!common.differs);
    QCOMPARE(common.events, 14); // 16 steps, two of them gaps
    QCOMPARE(common.left, crashed().steps.size());
}

void TestDifference::timesAndAmountsAreNoDifference()
{
    MessageFacts slower = crashedSender();
    slower.attempts[2].startedAt += Millis(400);
    slower.attempts[2].latency = Millis(77);
    slower.barrierRows[0].effect = QStringLiteral("user 3 −99.00");
    QVERIFY(!diagram::commonBeginning(crashed(), diagram::messageSequence(slower)).differs);
}

void TestDifference::theFirstEventThatDiffersIsFound()
{
    const Common common = diagram::commonBeginning(clean(), crashed());
    QVERIFY(common.differs);
    QCOMPARE(common.events, 3); // prepare, its answer, commit
    QCOMPARE(clean().steps.at(common.left).id, "submit");
    QCOMPARE(crashed().steps.at(common.right).id, "call 1"); // the gap before it is no event
}

void TestDifference::oneThatEndsEarlierDiffers()
{
    Sequence shorter = clean();
    shorter.steps.removeLast();
    const Common common = diagram::commonBeginning(shorter, clean());
    QVERIFY(common.differs);
    QCOMPARE(common.left, shorter.steps.size());
    QCOMPARE(common.right, shorter.steps.size());
}

void TestDifference::differentFromTheBeginning()
{
    Message direct = submitted();
    direct.submittedAt = direct.createdAt;
    const Common common = diagram::commonBeginning(clean(), diagram::messageSequence(facts(direct)));
    QVERIFY(common.differs);
    QCOMPARE(common.events, 0);
    QCOMPARE(diagram::withoutBeginning(clean(), common.left, common.events), clean());
}

void TestDifference::emptyStoriesAreAlike()
{
    QVERIFY(!diagram::commonBeginning({}, {}).differs);
    QVERIFY(diagram::commonBeginning({}, clean()).differs);
}

void TestDifference::whatIsAlikeIsLeftOut()
{
    const Common common = diagram::commonBeginning(clean(), crashed());
    const Sequence rest = diagram::withoutBeginning(crashed(), common.right, common.events);
    QCOMPARE(rest.steps.first().kind, Step::Kind::Gap);
    QVERIFY(rest.steps.first().label.contains(u'3'));
    QCOMPARE(rest.steps.at(1).id, "call 1");
    QCOMPARE(rest.startState, theme::State::Prepared);
    const int submitted = crashed().indexOf("call 2");
    QVERIFY2(diagram::withoutBeginning(crashed(), submitted, 5).startState == theme::State::Submitted,
             "it goes on where it was");
}

QTEST_MAIN(TestDifference)
#include "tst_difference.moc"
