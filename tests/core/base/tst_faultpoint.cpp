// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"

#include <QElapsedTimer>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

class TestFaultPoint : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void nothingStrikesUnlessArmed();
    void aFaultStrikesOnceByItself();
    void passesAreLetThrough();
    void everyNthPassStrikes();
    void itStrikesAsOftenAsAskedFor();
    void itStrikesUntilItIsCleared();
    void onlyTheNamedMessageIsStruck();
    void itClearsItselfAfterItsTime();
    void aDelayDelaysAndGoesOn();
    void aPlaceThatMustNotBlockIsToldTheDelay();
    void severalAreArmedAtOnce();
    void aCrashCallsTheCrasherWhereThereIsOne();
    void strikesAreTold();
    void theTextIsReadBack_data();
    void theTextIsReadBack();
    void wrongTextArmsNothing_data();
    void wrongTextArmsNothing();
    void wrongFaultsNameTheField_data();
    void wrongFaultsNameTheField();
    void oneIsArmedAndDisarmedAmongOthers();
    void everyModeOfEveryPointCanBeArmed();
};

namespace {

/// How many of these passes strike: "1" struck, "0" not.
QByteArray passes(const char *point, int count, QByteArrayView gid = {})
{
    QByteArray struck;
    for (int i = 0; i < count; ++i)
        struck += faultPoint(point, gid) ? '1' : '0';
    return struck;
}

} // namespace

void TestFaultPoint::cleanup()
{
    disarmFaultPoints();
    watchStrikes({});
    setCrasher({});
}

void TestFaultPoint::nothingStrikesUnlessArmed()
{
    QVERIFY(!faultsAreArmed());
    QVERIFY(!faultPoint("prepare.before-commit"));
    QVERIFY(armedFaults().isEmpty());
}

void TestFaultPoint::aFaultStrikesOnceByItself()
{
    QVERIFY(armFaultPoints("prepare.before-commit=fail").ok());
    QVERIFY(faultsAreArmed());
    QVERIFY(!faultPoint("submit.before-commit"));
    QCOMPARE(passes("prepare.before-commit", 3), QByteArray("100"));
    QVERIFY(!faultsAreArmed());
}

void TestFaultPoint::passesAreLetThrough()
{
    QVERIFY(armFaultPoints("finish.before=fail,skip:2").ok());
    QCOMPARE(passes("finish.before", 4), QByteArray("0010"));
}

void TestFaultPoint::everyNthPassStrikes()
{
    QVERIFY(armFaultPoints("finish.before=fail,skip:1,every:3,always").ok());
    QCOMPARE(passes("finish.before", 9), QByteArray("010010010"));
}

void TestFaultPoint::itStrikesAsOftenAsAskedFor()
{
    QVERIFY(armFaultPoints("finish.before=fail,times:3").ok());
    QCOMPARE(armedFaults().first().strikes, 0);
    QCOMPARE(passes("finish.before", 2), QByteArray("11"));
    QCOMPARE(armedFaults().first().strikes, 2);
    QCOMPARE(passes("finish.before", 2), QByteArray("10"));
    QVERIFY(armedFaults().isEmpty());
}

void TestFaultPoint::itStrikesUntilItIsCleared()
{
    QVERIFY(armFaultPoints("finish.before=fail,always").ok());
    QCOMPARE(passes("finish.before", 5), QByteArray("11111"));
    disarmFaultPoints();
    QCOMPARE(passes("finish.before", 2), QByteArray("00"));
}

void TestFaultPoint::onlyTheNamedMessageIsStruck()
{
    QVERIFY(armFaultPoints("branch.after-answer=drop,gid:order-1,7").ok());
    QCOMPARE(passes("branch.after-answer", 2, "order-2"), QByteArray("00"));
    QCOMPARE(passes("branch.after-answer", 1), QByteArray("0"));
    QCOMPARE(passes("branch.after-answer", 2, "order-1,7"), QByteArray("10"));
}

void TestFaultPoint::itClearsItselfAfterItsTime()
{
    QVERIFY(armFaults({Fault{.point = "finish.before", .times = 0, .lasts = 30ms}}).ok());
    QVERIFY(armedFaults().first().left <= 30ms);
    QTRY_VERIFY(armedFaults().isEmpty());
    QVERIFY(!faultsAreArmed());
    QVERIFY(!faultPoint("finish.before"));
}

void TestFaultPoint::aDelayDelaysAndGoesOn()
{
    QVERIFY(armFaultPoints("branch.after-answer=delay:20").ok());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!faultPoint("branch.after-answer"));
    QVERIFY(timer.elapsed() >= 20);
}

void TestFaultPoint::aPlaceThatMustNotBlockIsToldTheDelay()
{
    QVERIFY(armFaultPoints("branch.before-connect=delay:60000").ok());
    const std::optional<Strike> strike = faultStrike("branch.before-connect");
    QVERIFY(strike);
    QCOMPARE(strike->mode, FaultMode::Delay);
    QCOMPARE(strike->delay, 60'000ms);
    QVERIFY(!faultStrike("branch.before-connect"));
}

void TestFaultPoint::severalAreArmedAtOnce()
{
    QVERIFY(armFaultPoints(" prepare.before-commit=fail ; finish.before=fail;").ok());
    QVERIFY(faultPoint("finish.before"));
    QVERIFY(faultPoint("prepare.before-commit"));
}

void TestFaultPoint::aCrashCallsTheCrasherWhereThereIsOne()
{
    QByteArray crashed;
    setCrasher([&](const QByteArray &point) { crashed = point; });
    QVERIFY(armFaultPoints("finish.after=crash").ok());
    QVERIFY(faultPoint("finish.after")); // what passed there fails
    QCOMPARE(crashed, QByteArray("finish.after"));
}

void TestFaultPoint::strikesAreTold()
{
    QByteArrayList told;
    watchStrikes([&](const QByteArray &point, const QByteArray &gid, FaultMode mode) {
        told.append(point + ' ' + gid + ' ' + faultModeName(mode));
    });
    QVERIFY(armFaultPoints("finish.before=fail,skip:1").ok());
    passes("finish.before", 3, "g1");
    QCOMPARE(told, QByteArrayList{"finish.before g1 fail"});
}

void TestFaultPoint::theTextIsReadBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"finish.before=fail", "branch.after-answer=drop,times:3", "branch.before-connect=duplicate,always",
          "claim.before=delay:1500,skip:2,every:5,times:7,for:60", "finish.after=crash,gid:a,b:c",
          "receiver.request=answer:503,times:2", "branch.before-connect=hold"})
        QTest::newRow(text) << QByteArray(text);
}

void TestFaultPoint::theTextIsReadBack()
{
    QFETCH(QByteArray, text);
    const auto faults = faultsFromText(text);
    QVERIFY(faults.ok());
    QCOMPARE(faults->size(), 1);
    QCOMPARE(faultText(faults->first()), text);
    QCOMPARE(faultsFromText(faultText(faults->first())).value(), *faults);
}

void TestFaultPoint::wrongTextArmsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"nonsense=fail",
                             "finish.after",
                             "finish.after=",
                             "finish.after=burn",
                             "finish.after=crash,-1",
                             "finish.after=crash,skip:x",
                             "finish.after=crash,skip:-1",
                             "finish.after=crash,every:0",
                             "finish.after=crash,times:0",
                             "finish.after=crash,for:0",
                             "finish.after=crash,gid:",
                             "finish.after=crash,gid:a b",
                             "finish.after=delay",
                             "finish.after=delay:",
                             "finish.after=delay:-5",
                             "finish.after=delay:9999999",
                             "finish.after=crash:3",
                             "finish.after=duplicate",
                             "finish.after=crash,,",
                             "receiver.request=answer",
                             "receiver.request=answer:199",
                             "prepare.before-commit=hold"})
        QTest::newRow(text) << QByteArray(text);
}

void TestFaultPoint::wrongTextArmsNothing()
{
    QFETCH(QByteArray, text);
    const Status armed = armFaultPoints("prepare.before-commit=fail;" + text);
    QVERIFY(!armed.ok());
    QCOMPARE(armed.error().code, Error::Code::Invalid);
    QVERIFY(armed.error().detail.contains(QString::fromLatin1(text)));
    QVERIFY(!faultsAreArmed());
}

void TestFaultPoint::wrongFaultsNameTheField_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("point") << Fault{.point = "here"} << QByteArray("point");
    QTest::newRow("mode") << Fault{.point = "claim.after", .mode = FaultMode::Drop} << QByteArray("mode");
    QTest::newRow("delay") << Fault{.point = "claim.after", .mode = FaultMode::Delay, .delay = -1ms}
                           << QByteArray("delay");
    QTest::newRow("status") << Fault{.point = "receiver.request", .mode = FaultMode::Answer, .status = 700}
                            << QByteArray("status");
    QTest::newRow("skip") << Fault{.point = "purge", .skip = -1} << QByteArray("skip");
    QTest::newRow("every") << Fault{.point = "purge", .every = 0} << QByteArray("every");
    QTest::newRow("times") << Fault{.point = "purge", .times = -1} << QByteArray("times");
    QTest::newRow("gid") << Fault{.point = "purge", .gid = "a;b"} << QByteArray("gid");
    QTest::newRow("lasts") << Fault{.point = "purge", .lasts = 48h} << QByteArray("lasts");
}

void TestFaultPoint::wrongFaultsNameTheField()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, field);
    QVERIFY(armFaultPoints("prepare.before-commit=fail").ok());
    const Status wrong = armFaults({fault});
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().field, field);
    QCOMPARE(armedFaults().size(), 1); // what was armed stays
}

void TestFaultPoint::oneIsArmedAndDisarmedAmongOthers()
{
    QVERIFY(armFaultPoints("prepare.before-commit=fail,always").ok());
    const auto id = armFault({.point = "finish.before"});
    QVERIFY(id.ok());
    QCOMPARE(armedFaults().size(), 2);
    QCOMPARE(armedFaults().last().id, *id);
    QVERIFY(disarmFault(*id));
    QVERIFY(!disarmFault(*id));
    QVERIFY(!faultPoint("finish.before"));
    QVERIFY(faultPoint("prepare.before-commit"));
    for (int i = 1; i < armedFaultsMax; ++i)
        QVERIFY(armFault({.point = "finish.before"}).ok());
    QCOMPARE(armFault({.point = "finish.before"}).error().code, Error::Code::Conflict);
}

void TestFaultPoint::everyModeOfEveryPointCanBeArmed()
{
    setCrasher([](const QByteArray &) {});
    for (const FaultPoint &point : faultPoints()) {
        for (const FaultMode mode : point.modes) {
            QVERIFY(armFaults({Fault{.point = point.name, .mode = mode}}).ok());
            const auto strike = faultStrike(point.name.constData());
            QVERIFY2(strike && strike->mode == mode, point.name.constData());
        }
    }
}

QTEST_APPLESS_MAIN(TestFaultPoint)
#include "tst_faultpoint.moc"
