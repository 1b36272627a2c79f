// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"

#include <QElapsedTimer>
#include <QTest>

using namespace core;

class TestFaultPoint : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { disarmFaultPoints(); }

    void nothingStrikesUnlessArmed();
    void failStrikesOnce();
    void passesAreLetThrough();
    void aDelayDelaysAndGoesOn();
    void severalAreArmedAtOnce();
    void wrongTextArmsNothing_data();
    void wrongTextArmsNothing();
    void everyNameCanBeArmed();
};

void TestFaultPoint::nothingStrikesUnlessArmed()
{
    QVERIFY(!faultsAreArmed());
    QVERIFY(!faultPoint("prepare.before-commit"));
}

void TestFaultPoint::failStrikesOnce()
{
    QVERIFY(armFaultPoints("prepare.before-commit=fail").ok());
    QVERIFY(faultsAreArmed());
    QVERIFY(!faultPoint("submit.before-commit"));
    QVERIFY(faultPoint("prepare.before-commit"));
    QVERIFY(!faultPoint("prepare.before-commit"));
    QVERIFY(!faultsAreArmed());
}

void TestFaultPoint::passesAreLetThrough()
{
    QVERIFY(armFaultPoints("claim.before=fail,2").ok());
    QVERIFY(!faultPoint("claim.before"));
    QVERIFY(!faultPoint("claim.before"));
    QVERIFY(faultPoint("claim.before"));
}

void TestFaultPoint::aDelayDelaysAndGoesOn()
{
    QVERIFY(armFaultPoints("branch.after-answer=delay:20").ok());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!faultPoint("branch.after-answer"));
    QVERIFY(timer.elapsed() >= 20);
}

void TestFaultPoint::severalAreArmedAtOnce()
{
    QVERIFY(armFaultPoints(" prepare.before-commit=fail ; finish.after=fail;").ok());
    QVERIFY(faultPoint("finish.after"));
    QVERIFY(faultPoint("prepare.before-commit"));
}

void TestFaultPoint::wrongTextArmsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"nonsense=fail", "finish.after", "finish.after=", "finish.after=burn",
                             "finish.after=fail,-1", "finish.after=fail,x", "finish.after=fail,1,2",
                             "finish.after=delay:", "finish.after=delay:-5", "finish.after=delay:9999999"})
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

void TestFaultPoint::everyNameCanBeArmed()
{
    for (const QByteArray &name : faultPointNames()) {
        QVERIFY(armFaultPoints(name + "=fail").ok());
        QVERIFY2(faultPoint(name.constData()), name.constData());
    }
}

QTEST_APPLESS_MAIN(TestFaultPoint)
#include "tst_faultpoint.moc"
