// SPDX-License-Identifier: GPL-3.0-or-later
// When faults may be armed, and that everybody hears of them.
#include "tests/ui/support/sessionfixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"

#include <QSignalSpy>

using core::FaultMode;
using ui::ActivityVerb;
using ui::Connection;
using ui::FaultDesk;

class TestFaultDesk final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void init() { startSession(); }
    void cleanup() { endSession(); }

    void itIsOffAtTheStart();
    void armingIsToldAndOnRecord();
    void aWrongFaultIsRefusedByItsField();
    void oneTakesThePlaceOfAnother();
    void productionAndReadOnlyForbidIt_data();
    void productionAndReadOnlyForbidIt();
    void theCommandLineForbidsIt();
    void switchingOffClearsAll();
    void theEndOfASessionClearsAll();
    void strikesAreToldAndCounted();
    void manyStrikesFillAFewLines();
    void aFaultThatClearsItselfIsTold();
    void disarmingLetsGoWhatIsHeld();
    void aMessageIsFollowed();

private:
    FaultDesk &desk() const { return m_session->faults(); }
    int recorded(ActivityVerb verb) const;
    void setEngine(const std::function<void(Connection &)> &change);
};

int TestFaultDesk::recorded(ActivityVerb verb) const
{
    const QList<ui::Activity> &all = m_session->activity().activities();
    return int(std::count_if(all.cbegin(), all.cend(), [verb](const ui::Activity &one) { return one.verb == verb; }));
}

void TestFaultDesk::setEngine(const std::function<void(Connection &)> &change)
{
    Connection engine = m_session->connections().engine();
    engine.label = ui::Connections::labelOf(engine);
    change(engine);
    QVERIFY(m_session->connections().save(engine).ok());
}

void TestFaultDesk::itIsOffAtTheStart()
{
    QCOMPARE(desk().bar(), FaultDesk::Bar::Off);
    QVERIFY(!desk().whyNot().isEmpty());
    const core::Status refused = desk().arm({.point = "submit.answer", .mode = FaultMode::Drop});
    QCOMPARE(refused.error().code, core::Error::Code::Conflict);
    QVERIFY(!core::faultsAreArmed());
    QCOMPARE(m_session->activity().activities().last().outcome, ui::Activity::Outcome::Refused);
}

void TestFaultDesk::armingIsToldAndOnRecord()
{
    QSignalSpy allowed(&desk(), &FaultDesk::allowedChanged);
    QSignalSpy armed(&desk(), &FaultDesk::armedChanged);
    desk().setOn(true);
    QVERIFY(desk().isAllowed());
    QVERIFY(!allowed.isEmpty());
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Drop, .times = 3}).ok());
    QVERIFY(!armed.isEmpty());
    QCOMPARE(desk().armed().size(), 1);
    QCOMPARE(recorded(ActivityVerb::SwitchLabOn), 1);
    QCOMPARE(m_session->activity().activities().last().verb, ActivityVerb::ArmFault);
    QCOMPARE(m_session->activity().activities().last().detail, QStringLiteral("submit.answer=drop,times:3"));
    desk().disarm(desk().armed().first().id);
    QVERIFY(desk().armed().isEmpty());
    QCOMPARE(recorded(ActivityVerb::DisarmFault), 1);
}

void TestFaultDesk::aWrongFaultIsRefusedByItsField()
{
    desk().setOn(true);
    const core::Status refused = desk().arm({.point = "submit.answer", .mode = FaultMode::Crash});
    QCOMPARE(refused.error().field, QByteArray("mode"));
    QVERIFY(desk().armed().isEmpty());
}

void TestFaultDesk::oneTakesThePlaceOfAnother()
{
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
    const int first = desk().armed().first().id;
    QVERIFY(!desk().arm({.point = "submit.answer", .mode = FaultMode::Crash}, first).ok());
    QCOMPARE(desk().armed().first().id, first); // a wrong one takes no place
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Hold}, first).ok());
    QCOMPARE(desk().armed().size(), 1);
    QCOMPARE(desk().armed().first().fault.mode, FaultMode::Hold);
}

void TestFaultDesk::productionAndReadOnlyForbidIt_data()
{
    QTest::addColumn<bool>("production");
    QTest::newRow("production") << true;
    QTest::newRow("read-only") << false;
}

void TestFaultDesk::productionAndReadOnlyForbidIt()
{
    QFETCH(bool, production);
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
    setEngine([production](Connection &engine) {
        production ? void(engine.care = Connection::Care::Prod) : void(engine.safety = Connection::Safety::ReadOnly);
    });
    QTRY_VERIFY(desk().armed().isEmpty()); // what was armed goes
    QCOMPARE(desk().bar(), production ? FaultDesk::Bar::Production : FaultDesk::Bar::ReadOnly);
    QVERIFY(!desk().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
}

void TestFaultDesk::theCommandLineForbidsIt()
{
    restartSession({.readOnly = true});
    desk().setOn(true);
    QCOMPARE(desk().bar(), FaultDesk::Bar::ReadOnly);
    QVERIFY(!desk().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
}

void TestFaultDesk::switchingOffClearsAll()
{
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
    desk().setOn(false);
    QVERIFY(!core::faultsAreArmed());
    QCOMPARE(recorded(ActivityVerb::SwitchLabOff), 1);
}

void TestFaultDesk::theEndOfASessionClearsAll()
{
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "submit.answer", .mode = FaultMode::Drop, .times = 0}).ok());
    m_session->stop();
    QVERIFY(!core::faultsAreArmed());
    restartSession();
    QCOMPARE(desk().bar(), FaultDesk::Bar::Off);
}

void TestFaultDesk::strikesAreToldAndCounted()
{
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "prepare.answer", .mode = FaultMode::Delay, .delay = core::Millis(1)}).ok());
    QSignalSpy struck(&desk(), &FaultDesk::struck);
    QVERIFY(m_session->startTransfers({}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(struck.size(), 1, patience);
    QCOMPARE(struck.first().first().toByteArray(), QByteArray("prepare.answer"));
    QVERIFY(!struck.first().at(1).toByteArray().isEmpty());
    QCOMPARE(desk().strikesAt("prepare.answer"), 1);
    QCOMPARE(recorded(ActivityVerb::FaultStruck), 1);
}

void TestFaultDesk::manyStrikesFillAFewLines()
{
    constexpr int strikes = 3000; // more than are told one by one
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "finish.before", .times = 0}).ok());
    for (int i = 0; i < strikes; ++i)
        QVERIFY(core::faultPoint("finish.before", "g1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().strikesAt("finish.before"), strikes, patience);
    QVERIFY(recorded(ActivityVerb::FaultStruck) < 50);
}

void TestFaultDesk::aFaultThatClearsItselfIsTold()
{
    desk().setOn(true);
    QVERIFY(
        desk().arm({.point = "submit.answer", .mode = FaultMode::Drop, .times = 0, .lasts = core::Millis(100)}).ok());
    QSignalSpy armed(&desk(), &FaultDesk::armedChanged);
    QTRY_VERIFY_WITH_TIMEOUT(desk().armed().isEmpty() && !armed.isEmpty(), patience);
}

void TestFaultDesk::disarmingLetsGoWhatIsHeld()
{
    desk().setOn(true);
    QVERIFY(desk().arm({.point = "branch.before-connect", .mode = FaultMode::Hold, .times = 0}).ok());
    QSignalSpy heldChanged(&desk(), &FaultDesk::heldChanged);
    QVERIFY(m_session->startTransfers({}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(desk().held().size(), 1, patience);
    QTRY_VERIFY(!heldChanged.isEmpty());
    desk().disarm(QByteArray("branch.before-connect"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
    QVERIFY(desk().held().isEmpty());
}

void TestFaultDesk::aMessageIsFollowed()
{
    QSignalSpy passed(&desk(), &FaultDesk::passed);
    const auto connection = connect(m_session.get(), &ui::Session::transferChanged, this,
                                    [this] { desk().follow(m_session->transferGids().first()); });
    QVERIFY(m_session->startTransfers({}).ok());
    disconnect(connection);
    QTRY_VERIFY_WITH_TIMEOUT(passed.contains(QVariantList{QByteArray("finish.after")}), patience);
    QCOMPARE(passed.first().first().toByteArray(), QByteArray("sender.prepare-request"));
    desk().follow({});
    QVERIFY(!core::faultsAreArmed());
}

QTEST_MAIN(TestFaultDesk)
#include "tst_faultdesk.moc"
