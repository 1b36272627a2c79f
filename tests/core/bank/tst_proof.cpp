// SPDX-License-Identifier: Apache-2.0
#include "core/bank/proof.h"

#include <QTest>

using namespace core;
using namespace core::bank;

Q_DECLARE_METATYPE(core::bank::BankSnapshot)

/// The proof must pass what is right and name what is wrong. Both banks start with 20,000.00.
class TestProof : public QObject
{
    Q_OBJECT
private slots:
    void theProofFindsWhatIsWrong_data();
    void theProofFindsWhatIsWrong();
    void moneyInFlightIsCounted();
    void moneyInFlightComesFromSumsToo();
    void theEvidenceNamesTheGid();
};

namespace {

const Money start = Money::fromCents(2'000'000);

BankSnapshot bankWith(qint64 cents)
{
    BankSnapshot bank;
    bank.accounts = {{1, Money::fromCents(cents), {}, {}}, {2, Money::fromCents(1'000'000), {}, {}}};
    return bank;
}

void addDebit(BankSnapshot &bank, const QByteArray &gid, qint64 cents)
{
    bank.barrierRows << BarrierRow{gid, "00", "msg", "01", "msg"};
    bank.journal << JournalEntry{gid, "00", "msg", 1, 2, Money::fromCents(-cents)};
    bank.accounts[0].balance = bank.accounts[0].balance - Money::fromCents(cents);
}

void addCredit(BankSnapshot &bank, const QByteArray &gid, qint64 cents)
{
    bank.barrierRows << BarrierRow{gid, "01", "action", "01", "action"};
    bank.journal << JournalEntry{gid, "01", "action", 1, 0, Money::fromCents(cents)};
    bank.accounts[0].balance = bank.accounts[0].balance + Money::fromCents(cents);
}

QByteArrayList broken(const QList<Finding> &findings)
{
    QByteArrayList names;
    for (const Finding &finding : findings) {
        if (!finding.holds)
            names << finding.name;
    }
    return names;
}

} // namespace

void TestProof::theProofFindsWhatIsWrong_data()
{
    QTest::addColumn<BankSnapshot>("receiver");
    QTest::addColumn<BankSnapshot>("sender");
    QTest::addColumn<QByteArrayList>("names");
    BankSnapshot a = bankWith(1'000'000);
    BankSnapshot b = bankWith(1'000'000);
    QTest::newRow("nothing happened") << b << a << QByteArrayList();
    addDebit(a, "g1", 3000);
    QTest::newRow("in flight") << b << a << QByteArrayList();
    addCredit(b, "g1", 3000);
    QTest::newRow("arrived") << b << a << QByteArrayList();
    BankSnapshot fenced = a;
    fenced.barrierRows << BarrierRow{"g2", "00", "msg", "01", "rollback"};
    QTest::newRow("fenced off, not debited") << b << fenced << QByteArrayList();

    BankSnapshot twice = b;
    twice.journal << b.journal.last();
    twice.accounts[0].balance = twice.accounts[0].balance + Money::fromCents(3000);
    QTest::newRow("credited twice") << twice << a << QByteArrayList{"nothing-twice", "total-constant"};
    BankSnapshot lost = a;
    lost.accounts[0].balance = lost.accounts[0].balance - Money::fromCents(1);
    QTest::newRow("a cent is missing") << b << lost << QByteArrayList{"total-constant"};
    BankSnapshot invented = b;
    addCredit(invented, "g9", 100);
    QTest::newRow("credit without a debit")
        << invented << a << QByteArrayList{"each-credit-has-its-debit", "total-constant"};
    BankSnapshot more = bankWith(1'000'000);
    addCredit(more, "g1", 3001);
    QTest::newRow("another amount") << more << a << QByteArrayList{"each-credit-has-its-debit", "total-constant"};
    BankSnapshot debited = fenced;
    debited.journal << JournalEntry{"g2", "00", "msg", 1, 2, Money::fromCents(-100)};
    QTest::newRow("debited although fenced off") << b << debited << QByteArrayList{"each-booking-has-its-barrier-row"};
    BankSnapshot negative = bankWith(-100);
    negative.accounts[1].balance = Money::fromCents(2'000'100);
    QTest::newRow("below zero") << bankWith(1'000'000) << negative << QByteArrayList{"no-negative-balance"};
}

void TestProof::theProofFindsWhatIsWrong()
{
    QFETCH(BankSnapshot, receiver);
    QFETCH(BankSnapshot, sender);
    QFETCH(QByteArrayList, names);
    QCOMPARE(broken(checkBanks(receiver, sender, start + start)), names);
}

void TestProof::moneyInFlightIsCounted()
{
    BankSnapshot a = bankWith(1'000'000);
    BankSnapshot b = bankWith(1'000'000);
    addDebit(a, "g1", 3000);
    addDebit(a, "g2", 50);
    addCredit(b, "g1", 3000);
    addDebit(b, "g3", 7); // the other way
    const PairTotal total = totalOf(b, a);
    QCOMPARE(total.inFlight, Money::fromCents(57));
    QCOMPARE(total.transfersInFlight, 2);
    QCOMPARE(total.total(), start + start);
}

void TestProof::moneyInFlightComesFromSumsToo()
{
    QCOMPARE(inFlightOf({.credited = Money::fromCents(3000)}, {.debited = Money::fromCents(3050)}),
             Money::fromCents(50));
}

void TestProof::theEvidenceNamesTheGid()
{
    BankSnapshot b = bankWith(1'000'000);
    for (int i = 1; i <= 6; ++i)
        addCredit(b, "gid-" + QByteArray::number(i), 100);
    for (const Finding &finding : checkBanks(b, bankWith(1'000'000), start + start)) {
        if (finding.name != "each-credit-has-its-debit")
            continue;
        QCOMPARE(finding.evidence,
                 QStringLiteral(
                     "credited without a debit of that amount: gid-1, gid-2, gid-3, gid-4, gid-5 and more (6 in all)"));
    }
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
