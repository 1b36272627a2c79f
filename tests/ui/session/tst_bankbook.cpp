// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bankbook.h"
#include "ui/session/portmemory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

core::Money cents(std::int64_t amount)
{
    return core::Money::fromCents(amount);
}

/// Both banks with user 1 at A and user 2 at B; debited and credited since the start.
ui::PairReading reading(std::int64_t debited, std::int64_t credited, std::int64_t atMs)
{
    ui::PairReading reading;
    reading.at = core::fromEpochMs(atMs);
    reading.sender.accounts = {{1, cents(1'000'000 - debited), {}, {}}};
    reading.sender.totals = {
        .balances = cents(1'000'000 - debited), .debited = cents(debited), .debits = debited / 3000, .accountCount = 1};
    reading.receiver.accounts = {{2, cents(1'000'000 + credited), {}, {}}};
    reading.receiver.totals = {.balances = cents(1'000'000 + credited),
                               .credited = cents(credited),
                               .credits = credited / 3000,
                               .accountCount = 1};
    return reading;
}

} // namespace

class TestBankBook final : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownBeforeTheFirstReading();
    void theFirstReadingSetsWhatIsExpected();
    void moneyInFlightIsNotMissing();
    void lostMoneyIsMissing();
    void whatNaiveTransfersLostIsExpectedBack();
    void aChangeIsKnownWithItsTime();
    void aBankThatCannotBeReadLeavesTheTotalOpen();
    void theHistoryIsBounded();
    void portsAreRemembered();
    void aBrokenPortFileMeansNoPorts();
};

void TestBankBook::nothingIsKnownBeforeTheFirstReading()
{
    const ui::BankBook book;
    QVERIFY(!book.totals().known);
    QVERIFY(book.history().isEmpty());
}

void TestBankBook::theFirstReadingSetsWhatIsExpected()
{
    ui::BankBook book;
    book.apply(reading(0, 0, 1));
    QVERIFY(book.totals().known);
    QCOMPARE(book.totals().total(), cents(2'000'000));
    QCOMPARE(book.totals().missing(), core::Money());
    QCOMPARE(book.page(0).accounts.size(), 1);
    QCOMPARE(book.page(1).sum, cents(1'000'000));
}

void TestBankBook::moneyInFlightIsNotMissing()
{
    ui::BankBook book;
    book.apply(reading(0, 0, 1));
    book.apply(reading(6000, 3000, 2));
    QCOMPARE(book.totals().inFlight, cents(3000));
    QCOMPARE(book.totals().inFlightMessages, 1);
    QCOMPARE(book.totals().missing(), core::Money());
}

void TestBankBook::lostMoneyIsMissing()
{
    ui::BankBook book;
    book.apply(reading(0, 0, 1));
    ui::PairReading lost = reading(0, 0, 2);
    lost.receiver.totals.balances = cents(1'000'000 - 500);
    book.apply(lost);
    QCOMPARE(book.totals().missing(), cents(500));
    QCOMPARE(book.totals().missingSince, core::fromEpochMs(2));
    lost.at = core::fromEpochMs(3);
    book.apply(lost);
    QCOMPARE(book.totals().missingSince, core::fromEpochMs(2));
    book.apply(reading(0, 0, 4));
    QVERIFY(!book.totals().missingSince);
}

/// Also what they lost before anybody watched.
void TestBankBook::whatNaiveTransfersLostIsExpectedBack()
{
    ui::BankBook book;
    ui::PairReading lost = reading(0, 0, 1);
    lost.sender.totals.balances = cents(1'000'000 - 3000);
    lost.sender.totals.naive = cents(-3000);
    lost.sender.totals.naiveDebits = 1;
    book.apply(lost);
    QCOMPARE(book.totals().missing(), cents(3000));
    QCOMPARE(book.totals().naiveLost, cents(3000));
    QCOMPARE(book.totals().naiveTransfers, 1);
    lost.receiver.totals.balances = cents(1'000'000 + 3000);
    lost.receiver.totals.naive = cents(3000);
    book.apply(lost);
    QCOMPARE(book.totals().missing(), core::Money());
    QCOMPARE(book.totals().naiveLost, core::Money());
}

void TestBankBook::aChangeIsKnownWithItsTime()
{
    ui::BankBook book;
    book.apply(reading(0, 0, 1));
    QVERIFY(!book.page(0).accounts.constFirst().changedAt);
    book.apply(reading(3000, 0, 2));
    QCOMPARE(book.page(0).accounts.constFirst().lastChange, cents(-3000));
    QCOMPARE(*book.page(0).accounts.constFirst().changedAt, core::fromEpochMs(2));
    book.apply(reading(3000, 3000, 3));
    QCOMPARE(book.page(0).accounts.constFirst().lastChange, cents(-3000));
    QCOMPARE(*book.page(0).accounts.constFirst().changedAt, core::fromEpochMs(2));
    QCOMPARE(book.page(1).accounts.constFirst().lastChange, cents(3000));
}

void TestBankBook::aBankThatCannotBeReadLeavesTheTotalOpen()
{
    ui::BankBook book;
    book.apply(reading(0, 0, 1));
    ui::PairReading broken = reading(3000, 0, 2);
    broken.sender = {};
    broken.sender.problem = u"disk I/O error"_s;
    book.apply(broken);
    QVERIFY(!book.totals().known);
    QCOMPARE(book.page(0).problem, u"disk I/O error"_s);
    QCOMPARE(book.page(0).accounts.size(), 1); // what was read last stays
    QCOMPARE(book.history().size(), 1);
    book.apply(reading(3000, 3000, 3));
    QVERIFY(book.totals().known);
    QVERIFY(book.page(0).problem.isEmpty());
}

void TestBankBook::theHistoryIsBounded()
{
    ui::BankBook book;
    for (int index = 0; index < ui::BankBook::samplesMax + 10; ++index)
        book.apply(reading(0, 0, index));
    QCOMPARE(book.history().size(), ui::BankBook::samplesMax);
    QCOMPARE(book.history().constFirst().at, core::fromEpochMs(10));
}

void TestBankBook::portsAreRemembered()
{
    const QTemporaryDir folder;
    ui::PortMemory ports(folder.path());
    QCOMPARE(ports.port(u"bank-a"_s), quint16(0));
    ports.setPort(u"bank-a"_s, 40'123);
    QVERIFY(ports.save());
    QCOMPARE(ui::PortMemory(folder.path()).port(u"bank-a"_s), quint16(40'123));
}

void TestBankBook::aBrokenPortFileMeansNoPorts()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ports"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("bank-a=99999\nbank-b=x\n\0=1\n=5\nbank-c", 36);
    file.close();
    const ui::PortMemory ports(folder.path());
    for (const QString &name : {u"bank-a"_s, u"bank-b"_s, u"bank-c"_s, QString()})
        QCOMPARE(ports.port(name), quint16(0));
}

QTEST_GUILESS_MAIN(TestBankBook)
#include "tst_bankbook.moc"
