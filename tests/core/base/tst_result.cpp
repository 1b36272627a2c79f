// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace core;

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void itHoldsAValue();
    void itHoldsAnError();
    void aValueCanBeMovedOut();
    void anErrorCanBeTheValueOfNothing();
};

void TestResult::itHoldsAValue()
{
    const Result<QString> result = QStringLiteral("yes");
    QVERIFY(result.ok());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(*result, QStringLiteral("yes"));
    QCOMPARE(result->size(), 3);
}

void TestResult::itHoldsAnError()
{
    const Result<int> result = Error::invalid("amount", QStringLiteral("amount is missing"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Error::Code::Invalid);
    QCOMPARE(result.error().field, QByteArray("amount"));
}

void TestResult::aValueCanBeMovedOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    const std::unique_ptr<int> value = std::move(result).value();
    QCOMPARE(*value, 7);
}

void TestResult::anErrorCanBeTheValueOfNothing()
{
    const Status done = Done{};
    const Status failed = Error::conflict(QStringLiteral("no"));
    QVERIFY(done.ok());
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error(), Error::conflict(QStringLiteral("no")));
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
