// SPDX-License-Identifier: Apache-2.0
#include "core/message/limits.h"

#include <QTest>

#include <limits>

using namespace core;
using namespace core::message;
using namespace Qt::StringLiterals;

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void intervalsAreFromASecondToThirtyDays_data();
    void intervalsAreFromASecondToThirtyDays();
    void anIntervalsErrorNamesFieldAndRange();
    void branchHeadersAreChecked_data();
    void branchHeadersAreChecked();
    void aHeadersErrorDoesNotRepeatItsValue();
    void stepsAreCounted();
    void payloadsAreMeasured();
};

void TestLimits::intervalsAreFromASecondToThirtyDays_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("result"); // -1: refused
    QTest::newRow("zero is the default") << qint64(0) << qint64(35);
    QTest::newRow("one") << qint64(1) << qint64(1);
    QTest::newRow("thirty days") << qint64(2'592'000) << qint64(2'592'000);
    QTest::newRow("a second more") << qint64(2'592'001) << qint64(-1);
    QTest::newRow("negative") << qint64(-1) << qint64(-1);
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << qint64(-1);
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << qint64(-1);
}

void TestLimits::intervalsAreFromASecondToThirtyDays()
{
    QFETCH(qint64, value);
    const Result<seconds> interval = checkedInterval(value, seconds(35), "timeout_to_fail");
    QTEST(interval.ok() ? qint64(interval->count()) : qint64(-1), "result");
}

void TestLimits::anIntervalsErrorNamesFieldAndRange()
{
    const Result<seconds> interval = checkedInterval(-5, seconds(35), "timeout_to_fail");
    QCOMPARE(interval.error().code, Error::Code::Invalid);
    QCOMPARE(interval.error().field, "timeout_to_fail"_ba);
    QVERIFY(interval.error().detail.contains(u"timeout_to_fail is -5: give whole seconds from 1 to 2592000"_s));
}

void TestLimits::branchHeadersAreChecked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("usual") << "X-Trace-Id"_ba
                           << "a b; c=\"d\""_ba << true;
    QTest::newRow("every token character") << "!#$%&'*+-.^_`|~09azAZ"_ba
                                           << "v"_ba << true;
    QTest::newRow("empty value") << "X-A"_ba
                                 << ""_ba << true;
    QTest::newRow("value in UTF-8") << "X-A"_ba
                                    << "转"_ba << true;
    QTest::newRow("authorization may be given") << "Authorization"_ba
                                                << "Bearer t"_ba << true;
    QTest::newRow("no name") << ""_ba
                             << "v"_ba << false;
    QTest::newRow("space in the name") << "X A"_ba
                                       << "v"_ba << false;
    QTest::newRow("colon in the name") << "X:A"_ba
                                       << "v"_ba << false;
    QTest::newRow("LF in the name") << "X\nA"_ba
                                    << "v"_ba << false;
    QTest::newRow("NUL in the name") << QByteArray("X\0A", 3) << "v"_ba << false;
    QTest::newRow("name in UTF-8") << "ä"_ba
                                   << "v"_ba << false;
    QTest::newRow("CR in the value") << "X-A"_ba
                                     << "v\rw"_ba << false;
    QTest::newRow("LF in the value") << "X-A"_ba
                                     << "v\nw"_ba << false;
    QTest::newRow("NUL in the value") << "X-A"_ba << QByteArray("v\0w", 3) << false;
    for (const char *name :
         {"Host", "host", "Content-Length", "Transfer-Encoding", "TRANSFER-ENCODING", "Connection", "Upgrade"})
        QTest::newRow(name) << QByteArray(name) << "v"_ba << false;
    QTest::newRow("only begins like one") << "Host-Name"_ba
                                          << "v"_ba << true;
}

void TestLimits::branchHeadersAreChecked()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, isRight);
    const Status status = checkBranchHeader({name, value});
    QCOMPARE(status.ok(), isRight);
    if (!isRight)
        QCOMPARE(status.error().field, "branch_headers"_ba);
}

void TestLimits::aHeadersErrorDoesNotRepeatItsValue()
{
    QVERIFY(!checkBranchHeader({"Authorization", "secret\n"}).error().detail.contains(u"secret"_s));
}

void TestLimits::stepsAreCounted()
{
    QVERIFY(checkSteps({}).ok());
    QVERIFY(checkSteps(QList<Step>(1000, Step{"http://b/", ""})).ok());
    const Status tooMany = checkSteps(QList<Step>(1001, Step{"http://b/", ""}));
    QCOMPARE(tooMany.error().code, Error::Code::Invalid);
    QCOMPARE(tooMany.error().field, "steps"_ba);
}

void TestLimits::payloadsAreMeasured()
{
    const QByteArray largest(1024 * 1024, 'x');
    QVERIFY(checkSteps({{"http://b/", largest}}).ok());
    const Status tooLarge = checkSteps({{"http://b/", ""}, {"http://b/", largest + 'x'}});
    QCOMPARE(tooLarge.error().code, Error::Code::TooLarge);
    QVERIFY(tooLarge.error().detail.contains(u"payloads[1] has 1048577 bytes"_s));
}

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
