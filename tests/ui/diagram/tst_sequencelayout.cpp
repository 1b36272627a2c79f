// SPDX-License-Identifier: GPL-3.0-or-later
// Where steps stand: pure geometry, seven pixels a character.
#include "tests/ui/diagram/stories.h"
#include "ui/diagram/sequencelayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stories;
using diagram::Bar;
using diagram::Lane;
using diagram::Layout;
using diagram::Sequence;
using diagram::Step;
using diagram::StepBox;

namespace {

diagram::Measures measures()
{
    return {.textWidth = [](const QString &text) { return 7.0 * double(text.size()); },
            .chipWidth = [](const Step &) { return 90.0; }};
}

Layout layout(const MessageFacts &facts, double width = 560)
{
    return diagram::layoutOf(diagram::messageSequence(facts), width, measures());
}

StepBox boxOf(const MessageFacts &facts, const QByteArray &id, double width = 560)
{
    return layout(facts, width).boxes.at(diagram::messageSequence(facts).indexOf(id));
}

QList<Bar> barsOf(const Layout &layout, Lane lane)
{
    QList<Bar> bars;
    std::copy_if(layout.bars.begin(), layout.bars.end(), std::back_inserter(bars),
                 [lane](const Bar &bar) { return bar.lane == lane; });
    return bars;
}

} // namespace

class TestSequenceLayout : public QObject
{
    Q_OBJECT

private slots:
    void everyStepHasItsOwnBand();
    void lanesStandInOrderAndInside_data();
    void lanesStandInOrderAndInside();
    void anArrowGoesFromLaneToLane();
    void noLabelCrossesALifeline_data();
    void noLabelCrossesALifeline();
    void aLabelThatDoesNotFitIsShort();
    void aLostAnswerEndsHalfway();
    void theCoordinatorsBarIsOpenAtGaps();
    void theCoordinatorsBarHasTheColourOfTheState();
    void aReceiverIsActiveFromCallToAnswer();
    void whatIsAwaitedHasNoBar();
    void anEmptySequenceHasHeadsAlone();
    void stepsAreFoundByTheirHeight();
};

void TestSequenceLayout::everyStepHasItsOwnBand()
{
    const Layout placed = layout(crashedSender());
    QCOMPARE(placed.boxes.size(), diagram::messageSequence(crashedSender()).steps.size());
    double end = placed.heads.front().bottom();
    for (const StepBox &box : placed.boxes) {
        QVERIFY(box.band.top() >= end);
        QVERIFY(box.band.contains(QPointF(box.band.center().x(), box.y)));
        QVERIFY(box.note.isNull() || box.note.bottom() <= box.band.bottom());
        QVERIFY(box.label.top() >= box.band.top());
        end = box.band.bottom();
    }
    QVERIFY(end <= placed.size.height());
}

void TestSequenceLayout::lanesStandInOrderAndInside_data()
{
    QTest::addColumn<double>("width");
    QTest::newRow("too narrow") << 100.0;
    QTest::newRow("narrow") << 460.0;
    QTest::newRow("as drawn") << 590.0;
    QTest::newRow("wide") << 1800.0;
}

void TestSequenceLayout::lanesStandInOrderAndInside()
{
    QFETCH(double, width);
    const Layout placed = layout(crashedSender(), width);
    double left = placed.boxes.first().time.right();
    for (const QRectF &head : placed.heads) {
        QVERIFY2(head.left() > left, "heads do not touch, nor the times");
        left = head.right();
    }
    QVERIFY(left <= placed.size.width());
    QVERIFY(placed.size.width() >= diagram::minimumWidth(measures()));
    QVERIFY(placed.boxes.first().time.left() >= 0);
}

void TestSequenceLayout::anArrowGoesFromLaneToLane()
{
    const Layout placed = layout(crashedSender());
    const StepBox call = boxOf(crashedSender(), "call 1");
    QVERIFY2(call.x1 > call.x2, "a checkback goes to the left");
    QVERIFY(std::abs(call.x1 - placed.x(Lane::Coordinator)) < 10);
    QVERIFY(std::abs(call.x2 - placed.x(Lane::Sender)) < 10);
}

void TestSequenceLayout::noLabelCrossesALifeline_data()
{
    lanesStandInOrderAndInside_data();
}

void TestSequenceLayout::noLabelCrossesALifeline()
{
    QFETCH(double, width);
    const Sequence sequence = diagram::messageSequence(crashedSender());
    const Layout placed = diagram::layoutOf(sequence, width, measures());
    for (qsizetype i = 0; i < sequence.steps.size(); ++i) {
        if (sequence.steps.at(i).kind == Step::Kind::Gap)
            continue; // a pill lies on the lines, which are cut there
        const QRectF label = placed.boxes.at(i).label;
        const bool isChip = sequence.steps.at(i).kind == Step::Kind::State;
        for (const double x : placed.laneX)
            QVERIFY2(isChip || x <= label.left() || x >= label.right(), sequence.steps.at(i).id);
    }
}

void TestSequenceLayout::aLabelThatDoesNotFitIsShort()
{
    QCOMPARE(boxOf(crashedSender(), "call 3", 1800).labelText, u"SagaBTransIn · try 2"_s);
    QCOMPARE(boxOf(crashedSender(), "call 3", 460).labelText, u"01 · try 2"_s);
    QVERIFY(boxOf(crashedSender(), "answer 3", 1800).hasIcon);
    QVERIFY2(!boxOf(crashedSender(), "answer 3", 460).hasIcon, "the word is worth more than its icon");
    QCOMPARE(boxOf(crashedSender(), "answer 3", 460).labelText, u"SUCCESS"_s);
}

void TestSequenceLayout::aLostAnswerEndsHalfway()
{
    const MessageFacts lost = facts(submitted(), {attempt(1, "01", Millis(20), Verdict::Unknown, 0)});
    const StepBox box = boxOf(lost, "answer 1");
    const double coordinator = layout(lost).x(Lane::Coordinator);
    QVERIFY(box.x2 < box.x1 && box.x2 > coordinator + 20);
}

void TestSequenceLayout::theCoordinatorsBarIsOpenAtGaps()
{
    const double y = boxOf(crashedSender(), "gap 1").y;
    const auto bars = barsOf(layout(crashedSender()), Lane::Coordinator);
    QVERIFY(std::none_of(bars.begin(), bars.end(), [y](const Bar &bar) { return bar.top < y && bar.bottom > y; }));
}

void TestSequenceLayout::theCoordinatorsBarHasTheColourOfTheState()
{
    const Layout placed = layout(crashedSender());
    const auto stateAt = [&](const QByteArray &id) -> std::optional<theme::State> {
        const double y = boxOf(crashedSender(), id).y;
        for (const Bar &bar : barsOf(placed, Lane::Coordinator)) {
            if (bar.top <= y && y <= bar.bottom)
                return bar.state;
        }
        return {};
    };
    QCOMPARE(stateAt("prepare"), theme::State::Prepared);
    QCOMPARE(stateAt("call 1"), theme::State::Prepared);
    QCOMPARE(stateAt("call 2"), theme::State::Submitted);
    QCOMPARE(stateAt("call 3"), theme::State::Retrying);
    QCOMPARE(stateAt("state 3"), theme::State::Succeed);
}

void TestSequenceLayout::aReceiverIsActiveFromCallToAnswer()
{
    const auto bars = barsOf(layout(crashedSender()), Lane::Receiver);
    QCOMPARE(bars.size(), 2);
    QVERIFY(bars.last().top < boxOf(crashedSender(), "call 3").y);
    QVERIFY(bars.last().bottom > boxOf(crashedSender(), "answer 3").y);
    QCOMPARE(barsOf(layout(crashedSender()), Lane::ReceiverDb).size(), 1);
}

void TestSequenceLayout::whatIsAwaitedHasNoBar()
{
    MessageFacts waiting = facts(prepared());
    waiting.now = start;
    const double y = boxOf(waiting, "awaited submit").y;
    for (const Bar &bar : layout(waiting).bars)
        QVERIFY(bar.bottom < y);
}

void TestSequenceLayout::anEmptySequenceHasHeadsAlone()
{
    const Layout placed = diagram::layoutOf({}, 560, measures());
    QVERIFY(placed.boxes.isEmpty() && placed.bars.isEmpty());
    QVERIFY(placed.size.height() > Layout::headHeight);
    QCOMPARE(placed.stepAt(50), -1);
}

void TestSequenceLayout::stepsAreFoundByTheirHeight()
{
    const Layout placed = layout(crashedSender());
    for (qsizetype i = 0; i < placed.boxes.size(); ++i)
        QCOMPARE(placed.stepAt(placed.boxes.at(i).y), int(i));
    QCOMPARE(placed.stepAt(placed.size.height() + 1), -1);
    QCOMPARE(placed.stepAt(-1), -1);
}

QTEST_MAIN(TestSequenceLayout)
#include "tst_sequencelayout.moc"
