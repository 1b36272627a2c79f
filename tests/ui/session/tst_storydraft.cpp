// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator did, as a scenario: pure values.
#include "core/faults/scenarioparser.h"
#include "core/faults/scenariowriter.h"
#include "ui/session/storyorder.h"

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
    void aFaultIsForTheTransferThatItStruck();
    void aFaultThatWasForOneIsForItsLabel();
    void transfersAroundACrashOfTheSenderEndAsTheyDid();
    void transfersAroundACrashOfTheCoordinatorEndAsTheyDid();
    void whatWasChanceIsToldAsSuch_data();
    void whatWasChanceIsToldAsSuch();
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

void TestStoryDraft::aFaultIsForTheTransferThatItStruck()
{
    const Fault fault{.point = "branch.after-answer", .mode = FaultMode::Drop, .times = 3};
    const Fault each{.point = "branch.before-connect", .mode = FaultMode::Fail, .times = 0};
    StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {fault, each}},
                              {.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2", "m3"}}},
                     .opening = {},
                     .states = {}};
    draft.labels = {{"g1", "m1"}, {"g2", "m2"}, {"g3", "m3"}};
    draft.strikes = {{fault.point, fault.mode, "g2"},
                     {fault.point, fault.mode, "g3"},
                     {each.point, each.mode, "g1"},
                     {fault.point, fault.mode, "g2"}};
    QCOMPARE(stepsOf(draft).constFirst(),
             QByteArray("arm coordinator branch.after-answer=drop,times:2,gid:m2;branch.after-answer=drop,gid:m3;"
                        "branch.before-connect=fail,always"));
    draft.labels.remove("g3"); // a message that was there before
    QVERIFY(stepsOf(draft).constFirst().startsWith("arm coordinator branch.after-answer=drop,times:3;"));
}

void TestStoryDraft::aFaultThatWasForOneIsForItsLabel()
{
    const Fault fault{.point = "submit.before-commit", .mode = FaultMode::Fail, .gid = "g2"};
    StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {fault}},
                              {.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2"}}},
                     .opening = {},
                     .states = {}};
    QCOMPARE(ui::remarksOn(draft).size(), 1); // nobody knows whose gid it is
    draft.labels = {{"g1", "m1"}, {"g2", "m2"}};
    QCOMPARE(stepsOf(draft).constFirst(), QByteArray("arm coordinator submit.before-commit=fail,gid:m2"));
    QVERIFY(ui::remarksOn(draft).isEmpty());
}

void TestStoryDraft::transfersAroundACrashOfTheSenderEndAsTheyDid()
{
    const Fault crash{.point = "sender.before-submit", .mode = FaultMode::Crash};
    StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {crash}},
                              {.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2", "m3", "m4", "m5"}},
                              {.kind = Kind::Died, .ended = {"m1"}, .part = Part::Sender, .struck = "g3"},
                              {.kind = Kind::Back, .ended = {"m1"}, .part = Part::Sender}},
                     .opening = {},
                     .states = {{"m1", State::Succeed},
                                {"m2", State::Failed},
                                {"m3", State::Succeed},
                                {"m4", State::Prepared},
                                {"m5", State::Succeed}}};
    draft.unborn = {"m4"};
    draft.labels = {{"g1", "m1"}, {"g2", "m2"}, {"g3", "m3"}, {"g4", "m4"}, {"g5", "m5"}};
    draft.strikes = {{crash.point, crash.mode, "g3", true}};
    QCOMPARE(draft.unfinished(), 0);
    QCOMPARE(ui::storyOrder(draft).chance, ui::StoryOrder::Chance::None);
    const auto sent = [](const QByteArray &label) { return "transfer " + label + " from 1 to 2 amount 1.00"; };
    QCOMPARE(stepsOf(draft),
             (QByteArrayList{"arm sender sender.before-submit=crash,gid:m3",
                             sent("m1"),
                             "wait state m1 succeed within 60s",
                             "arm sender sender.before-submit=crash,gid:m3;"
                             "sender.before-transaction=delay:600000,gid:m2",
                             sent("m2"),
                             "wait state m2 prepared within 60s",
                             sent("m3"),
                             "wait end sender within 60s",
                             sent("m4"),
                             "expect answer m4 none",
                             "restart sender",
                             sent("m5"),
                             "wait state m2 failed within 60s",
                             "wait state m3 succeed within 60s",
                             "wait state m5 succeed within 60s",
                             "expect debits m1 1",
                             "expect credits m1 1",
                             "expect debits m2 0",
                             "expect credits m2 0",
                             "expect debits m3 1",
                             "expect credits m3 1",
                             "expect debits m5 1",
                             "expect credits m5 1",
                             "expect state m4 none",
                             "expect debits m4 0",
                             "expect invariants"}));
    const auto text = core::faults::scenarioText(ui::scenarioOf(draft, u"mine"_s), ui::remarksOn(draft));
    const auto read = core::faults::parseScenario(u"mine"_s, text);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
}

void TestStoryDraft::transfersAroundACrashOfTheCoordinatorEndAsTheyDid()
{
    const Fault crash{.point = "submit.after-commit", .mode = FaultMode::Crash};
    StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {crash}},
                              {.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2", "m3"}},
                              {.kind = Kind::Died, .part = Part::Coordinator, .struck = "g1"}},
                     .opening = {},
                     .states = {{"m1", State::Succeed}, {"m2", State::Failed}}};
    draft.unborn = {"m3"};
    draft.labels = {{"g1", "m1"}, {"g2", "m2"}, {"g3", "m3"}};
    draft.strikes = {{crash.point, crash.mode, "g1", true}};
    QCOMPARE(stepsOf(draft).mid(0, 8),
             (QByteArrayList{"arm coordinator submit.after-commit=crash,gid:m1",
                             "arm coordinator submit.after-commit=crash,gid:m1;prepare.answer=drop,gid:m2",
                             "arm sender sender.prepare-request=fail,gid:m3", "transfer m2 from 1 to 2 amount 1.00",
                             "wait state m2 prepared within 60s", "transfer m3 from 1 to 2 amount 1.00",
                             "transfer m1 from 1 to 2 amount 1.00", "wait end coordinator within 60s"}));
    QVERIFY(stepsOf(draft).contains("restart coordinator")); // the recording ended before it was back
}

void TestStoryDraft::whatWasChanceIsToldAsSuch_data()
{
    QTest::addColumn<QByteArray>("struck");
    QTest::addColumn<int>("every");
    QTest::addColumn<bool>("twice");
    QTest::addColumn<bool>("receiver");
    QTest::addColumn<int>("chance");
    using Chance = ui::StoryOrder::Chance;
    QTest::newRow("one of them") << QByteArray("g1") << 1 << false << false << int(Chance::None);
    QTest::newRow("none of them") << QByteArray("old") << 1 << false << false << int(Chance::Crash);
    QTest::newRow("two crashes") << QByteArray("g1") << 1 << true << false << int(Chance::Crash);
    QTest::newRow("every second pass") << QByteArray("g1") << 2 << false << false << int(Chance::LetBy);
    QTest::newRow("the receiver is called again") << QByteArray("g1") << 1 << true << true << int(Chance::None);
}

void TestStoryDraft::whatWasChanceIsToldAsSuch()
{
    QFETCH(QByteArray, struck);
    QFETCH(int, every);
    QFETCH(bool, twice);
    QFETCH(bool, receiver);
    const Part part = receiver ? Part::Receiver : Part::Sender;
    const Fault crash{.point = receiver ? "receiver.request" : "sender.before-submit",
                      .mode = FaultMode::Crash,
                      .every = every,
                      .times = 2};
    StoryDraft draft{.acts = {{.kind = Kind::Armed, .faults = {crash}},
                              {.kind = Kind::Sent, .order = orderOf(100), .labels = {"m1", "m2", "m3"}},
                              {.kind = Kind::Died, .part = part, .struck = struck},
                              {.kind = Kind::Back, .part = part}},
                     .opening = {},
                     .states = {{"m1", State::Succeed}, {"m2", State::Succeed}, {"m3", State::Succeed}}};
    draft.labels = {{"g1", "m1"}, {"g2", "m2"}, {"g3", "m3"}};
    draft.strikes = {{crash.point, crash.mode, struck, true}};
    if (twice)
        draft.acts.append({.kind = Kind::Died, .part = part, .struck = "g2"});
    QTEST(int(ui::storyOrder(draft).chance), "chance");
}

QTEST_APPLESS_MAIN(TestStoryDraft)
#include "tst_storydraft.moc"
