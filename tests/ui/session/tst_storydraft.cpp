// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator did, as a scenario: pure values.
#include "core/faults/scenarioparser.h"
#include "core/faults/scenariowriter.h"
#include "ui/session/storydraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Fault;
using core::FaultMode;
using core::faults::Part;
using core::message::State;
using ui::RecordedAct;
using ui::StoryDraft;
using Kind = ui::RecordedAct::Kind;

namespace {

ui::TransferOrder orderOf(int cents)
{
    return {.fromUser = 1, .toUser = 2, .amount = core::Money::fromCents(cents), .waitResult = false};
}

QByteArrayList stepsOf(const StoryDraft &draft)
{
    QByteArrayList steps;
    for (const core::faults::Scene &scene : ui::scenarioOf(draft, u"mine"_s).scenes) {
        for (const core::faults::Step &step : scene.steps)
            steps.append(step.text);
    }
    return steps;
}

} // namespace

class TestStoryDraft final : public QObject
{
    Q_OBJECT
private slots:
    void aTransferIsToldWithItsEnd();
    void faultsGoToThePartsTheyStandAt();
    void whatDiedIsWaitedForAndStartedAgain();
    void whatStruckIsNotArmedAgain();
    void pausesAndWaitsStandBetween();
    void whatHasNoWordsIsARemark();
    void whatIsToldCanBeRead();
    void unfinishedTransfersAreCounted();
};

void TestStoryDraft::aTransferIsToldWithItsEnd()
{
    const StoryDraft draft{.acts = {{.kind = Kind::Sent, .order = orderOf(3'000), .labels = {"m1", "m2"}}},
                           .opening = {{Part::Sender, 1, core::Money::fromCents(5'000)}},
                           .states = {{"m1", State::Succeed}, {"m2", State::Failed}}};
    QCOMPARE(
        stepsOf(draft),
        (QByteArrayList{"transfer m1 from 1 to 2 amount 30.00", "transfer m2 from 1 to 2 amount 30.00",
                        "wait state m1 succeed within 60s", "wait state m2 failed within 60s", "expect debits m1 1",
                        "expect credits m1 1", "expect debits m2 0", "expect credits m2 0", "expect invariants"}));
    const auto accounts = ui::scenarioOf(draft, u"mine"_s).accounts;
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts[0].balance, core::Money::fromCents(5'000)); // as it was
    QCOMPARE(accounts[1].balance, core::Money::fromCents(1'000'000)); // as a new bank has it
}

void TestStoryDraft::faultsGoToThePartsTheyStandAt()
{
    const Fault both{.point = "participant.before-commit", .mode = FaultMode::Delay, .delay = 20ms};
    const Fault engine{.point = "branch.after-answer", .mode = FaultMode::Drop, .times = 2};
    const StoryDraft draft{
        .acts = {{.kind = Kind::Armed, .faults = {both, engine}}, {.kind = Kind::Armed, .faults = {engine}}},
        .opening = {},
        .states = {}};
    const QByteArrayList steps = stepsOf(draft);
    QCOMPARE(steps.mid(0, 5),
             (QByteArrayList{"arm coordinator branch.after-answer=drop,times:2",
                             "arm sender participant.before-commit=delay:20",
                             "arm receiver participant.before-commit=delay:20", "disarm sender", "disarm receiver"}));
}

void TestStoryDraft::whatDiedIsWaitedForAndStartedAgain()
{
    const Fault fault{.point = "branch.after-answer", .mode = FaultMode::Drop, .times = 0};
    const StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {fault}},
                                    {.kind = Kind::Died, .at = 5s, .part = Part::Coordinator},
                                    {.kind = Kind::Back, .at = 5s, .faults = {fault}, .part = Part::Coordinator}},
                           .opening = {},
                           .states = {}};
    QCOMPARE(stepsOf(draft).mid(1, 2),
             (QByteArrayList{"wait end coordinator within 60s",
                             "restart coordinator with branch.after-answer=drop,always"}));
}

void TestStoryDraft::whatStruckIsNotArmedAgain()
{
    const Fault once{.point = "participant.before-submit", .mode = FaultMode::Crash};
    const StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {once}},
                                    {.kind = Kind::Died, .at = 5s, .part = Part::Sender},
                                    {.kind = Kind::Back, .at = 5s, .part = Part::Sender}},
                           .opening = {},
                           .states = {}};
    QVERIFY(stepsOf(draft).contains("restart sender"));
}

void TestStoryDraft::pausesAndWaitsStandBetween()
{
    const StoryDraft draft{
        .acts = {{.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1"}},
                 {.kind = Kind::Sent, .at = 61'234ms, .order = orderOf(200), .labels = {"m2"}, .ended = {"m1"}},
                 {.kind = Kind::Sent, .at = 61'300ms, .order = orderOf(300), .labels = {"m3"}}},
        .opening = {},
        .states = {{"m1", State::Succeed}, {"m2", State::Succeed}, {"m3", State::Succeed}}};
    QCOMPARE(stepsOf(draft).mid(0, 6),
             (QByteArrayList{"transfer m1 from 1 to 2 amount 1.00", "wait state m1 succeed within 60s", "wait for 60s",
                             "wait for 1200ms", "transfer m2 from 1 to 2 amount 2.00",
                             "transfer m3 from 1 to 2 amount 3.00"}));
}

void TestStoryDraft::whatHasNoWordsIsARemark()
{
    const Fault held{.point = "branch.after-answer", .mode = FaultMode::Hold};
    const StoryDraft draft{
        .acts = {{.kind = Kind::Untold, .text = u"force_stop abc"_s}, {.kind = Kind::Armed, .faults = {held}}},
        .opening = {},
        .states = {}};
    const QByteArrayList remarks = ui::remarksOn(draft);
    QCOMPARE(remarks.size(), 2);
    QVERIFY(remarks[0].endsWith("force_stop abc"));
    QVERIFY(remarks[1].endsWith("branch.after-answer=hold"));
    QCOMPARE(stepsOf(draft), QByteArrayList{"expect invariants"});
}

void TestStoryDraft::whatIsToldCanBeRead()
{
    const StoryDraft draft{
        .acts = {{.kind = Kind::Armed, .faults = {{.point = "submit.answer", .mode = FaultMode::Drop}}},
                 {.kind = Kind::Sent, .at = 900ms, .order = orderOf(3'000), .labels = {"m1"}},
                 {.kind = Kind::Untold, .text = u"retry_now x"_s}},
        .opening = {},
        .states = {{"m1", State::Succeed}}};
    const auto scenario = ui::scenarioOf(draft, u"mine"_s);
    const auto read =
        core::faults::parseScenario(u"mine"_s, core::faults::scenarioText(scenario, ui::remarksOn(draft)));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->scenes.size(), 3);
    QCOMPARE(read->scenes[1].caption.chinese, u"用户 1 向用户 2 转账 30.00。"_s);
}

void TestStoryDraft::unfinishedTransfersAreCounted()
{
    StoryDraft draft{.acts = {{.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2", "m3"}}},
                     .opening = {},
                     .states = {{"m1", State::Submitted}, {"m2", State::Failed}}};
    QCOMPARE(draft.transfers(), 3);
    QCOMPARE(draft.unfinished(), 2);
    draft.states = {{"m1", State::Succeed}, {"m2", State::Failed}, {"m3", State::Succeed}};
    QCOMPARE(draft.unfinished(), 0);
}

QTEST_APPLESS_MAIN(TestStoryDraft)
#include "tst_storydraft.moc"
