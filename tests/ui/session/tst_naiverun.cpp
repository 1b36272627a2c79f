// SPDX-License-Identifier: GPL-3.0-or-later
// The same transfers into the same failure, naively and by two-phase messages, on the real engine and the demo banks.
#include "tests/ui/support/sessionfixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/faultdesk.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using core::Money;
using ui::FaultPreset;
using ui::TransferMode;

class TestNaiveRun final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { endSession(); }

    void withoutAFailureNothingIsLostEitherWay();
    void aCrashCostsTheNaiveOneThirtyAndTheOtherNothing();
    void aLostAnswerCreditsTheNaiveOneTwice();
    void aFaultIsArmedForItsRunAloneAndClearsItself();
    void withTheLabOffNothingIsArmedAndNothingSent();
    void elsewhereThereAreNoNaiveTransfers();
    void readOnlyRepairsNothing();
    void whatWasLostBeforeAStartIsStillMissing();

private:
    ui::TransferOrder order(TransferMode mode, FaultPreset preset, int count = 3) const;
    void send(const ui::TransferOrder &order);
    Money lostBy(TransferMode mode) const
    {
        const auto run = m_session->lastRun(mode);
        return run ? run->lost : Money::fromCents(-1);
    }
    bool isOver(TransferMode mode) const
    {
        const auto run = m_session->lastRun(mode);
        return run && run->isOver && run->sent == run->order.count;
    }
};

namespace {

constexpr Money thirty = Money::fromCents(3000);
constexpr int healing = 40'000; ///< a checkback after five seconds, on a loaded computer

} // namespace

void TestNaiveRun::init()
{
    startSession();
    m_session->watchBanks(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals().known, patience);
}

ui::TransferOrder TestNaiveRun::order(TransferMode mode, FaultPreset preset, int count) const
{
    ui::TransferOrder order;
    order.mode = mode;
    order.preset = preset;
    order.count = count;
    order.ratePerSecond = 100;
    return order;
}

void TestNaiveRun::send(const ui::TransferOrder &order)
{
    const core::Status started = m_session->startTransfers(order);
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(isOver(order.mode), healing);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().inFlight, Money(), patience);
}

void TestNaiveRun::withoutAFailureNothingIsLostEitherWay()
{
    send(order(TransferMode::Naive, FaultPreset::None));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().b, Money::fromCents(2'009'000), patience);
    QCOMPARE(m_session->totals().naiveTransfers, 3);
    QTRY_COMPARE(lostBy(TransferMode::Naive), Money());
    QCOMPARE(m_session->transferOutcomes().constFirst().state, core::message::State::Succeed);
    QVERIFY(m_session->transferOutcomes().constFirst().isNaive);
    send(order(TransferMode::TwoPhase, FaultPreset::None));
    QTRY_COMPARE(lostBy(TransferMode::TwoPhase), Money());
    QCOMPARE(m_session->totals().missing(), Money());
}

void TestNaiveRun::aCrashCostsTheNaiveOneThirtyAndTheOtherNothing()
{
    m_session->faults().setOn(true);
    send(order(TransferMode::Naive, FaultPreset::SenderCrash, 1)); // a crash ends what else the bank has in hand, too
    QTRY_COMPARE_WITH_TIMEOUT(lostBy(TransferMode::Naive), thirty, patience);
    QTRY_COMPARE(m_session->totals().missing(), thirty);
    QCOMPARE(m_session->totals().naiveLost, thirty);
    QVERIFY(m_session->totals().missingSince);
    QCOMPARE(m_session->transferProgress().unknown, 1);
    QVERIFY(m_session->transferOutcomes().constLast().isUnheard);

    QTRY_COMPARE_WITH_TIMEOUT(m_session->naiveBar(), ui::NaiveBar::None, patience); // bank A is back
    send(order(TransferMode::TwoPhase, FaultPreset::SenderCrash, 1));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, healing);
    QTRY_COMPARE_WITH_TIMEOUT(lostBy(TransferMode::TwoPhase), Money(), patience);
    QCOMPARE(lostBy(TransferMode::Naive), thirty); // as it was
    QCOMPARE(m_session->totals().missing(), thirty);

    std::optional<core::Result<ui::NaiveRepaired>> repaired;
    m_session->repairNaive(this, [&](const core::Result<ui::NaiveRepaired> &outcome) { repaired = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(repaired, patience);
    QVERIFY2(repaired->ok(), repaired->ok() ? "" : qPrintable(repaired->error().detail));
    QCOMPARE((*repaired)->credited, thirty);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().missing(), Money(), patience);
    QVERIFY(!m_session->totals().missingSince);
    QCOMPARE(lostBy(TransferMode::Naive), thirty); // what the run lost stays told
}

void TestNaiveRun::aLostAnswerCreditsTheNaiveOneTwice()
{
    m_session->faults().setOn(true);
    send(order(TransferMode::Naive, FaultPreset::AnswerLost));
    QTRY_COMPARE_WITH_TIMEOUT(lostBy(TransferMode::Naive), -thirty, patience);
    QCOMPARE(m_session->totals().missing(), -thirty);
    send(order(TransferMode::TwoPhase, FaultPreset::AnswerLost));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 3, healing);
    QTRY_COMPARE_WITH_TIMEOUT(lostBy(TransferMode::TwoPhase), Money(), patience);
    QCOMPARE(m_session->totals().missing(), -thirty);
}

void TestNaiveRun::aFaultIsArmedForItsRunAloneAndClearsItself()
{
    m_session->faults().setOn(true);
    QVERIFY(m_session->startTransfers(order(TransferMode::TwoPhase, FaultPreset::AnswerLost, 2)).ok());
    for (const core::ArmedFault &armed : m_session->faults().armed())
        QVERIFY(!armed.fault.gid.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 2, healing);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().armed().isEmpty(), patience);
    QCOMPARE(m_session->faults().strikesAt("branch.after-answer"), 1);

    for (const FaultPreset preset : ui::allFaultPresets) {
        for (const core::Fault &fault : ui::presetFaults(preset, {"g1", "g2"})) {
            QVERIFY(core::checkFault(fault).ok());
            QVERIFY(fault.lasts.count() > 0);
            QVERIFY(!fault.gid.isEmpty());
        }
        QVERIFY(ui::presetFaults(preset, {}).isEmpty());
    }
}

void TestNaiveRun::withTheLabOffNothingIsArmedAndNothingSent()
{
    QVERIFY(!m_session->startTransfers(order(TransferMode::TwoPhase, FaultPreset::AnswerLost)).ok());
    QVERIFY(m_session->faults().armed().isEmpty());
    QCOMPARE(m_session->transferProgress().ordered, 0);
}

void TestNaiveRun::elsewhereThereAreNoNaiveTransfers()
{
    ui::SessionOptions options;
    options.given.sender = core::bank::DatabaseUrl::parse(u"mysql://teller@bank.example:3306/a"_s).value();
    options.given.receiver = core::bank::DatabaseUrl::parse(u"mysql://teller@127.0.0.1:9/b"_s).value();
    endSession();
    m_dir = std::make_unique<QTemporaryDir>();
    options.dataDir = m_dir->path();
    const ui::Session elsewhere(options);
    QCOMPARE(elsewhere.naiveBar(), ui::NaiveBar::NotOfThisComputer);
}

void TestNaiveRun::readOnlyRepairsNothing()
{
    startSession({.readOnly = true});
    QCOMPARE(m_session->naiveBar(), ui::NaiveBar::ReadOnly);
    QVERIFY(!m_session->startTransfers(order(TransferMode::Naive, FaultPreset::None)).ok());
    std::optional<core::Result<ui::NaiveRepaired>> repaired;
    m_session->repairNaive(this, [&](const core::Result<ui::NaiveRepaired> &outcome) { repaired = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(repaired, patience);
    QVERIFY(!repaired->ok());
    QCOMPARE(m_session->activity().activities().constLast().verb, ui::ActivityVerb::RepairNaive);
    QCOMPARE(m_session->activity().activities().constLast().outcome, ui::Activity::Outcome::Refused);
}

void TestNaiveRun::whatWasLostBeforeAStartIsStillMissing()
{
    m_session->faults().setOn(true);
    send(order(TransferMode::Naive, FaultPreset::SenderCrash, 1));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().missing(), thirty, patience);
    restartSession();
    m_session->watchBanks(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals().known, patience);
    QCOMPARE(m_session->totals().missing(), thirty);
    QCOMPARE(m_session->totals().naiveLost, thirty);
}

QTEST_MAIN(TestNaiveRun)
#include "tst_naiverun.moc"
