// SPDX-License-Identifier: GPL-3.0-or-later
// Each invariant true, false and unknown, from values alone.
#include "tests/support/messagebuilders.h"
#include "ui/session/knowngids.h"
#include "ui/session/proofjudge.h"
#include "ui/session/reconciliation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using core::message::State;
using ui::Holds;
using ui::Invariant;
using ui::Offence;
using ui::ProofMaterial;
using ui::ProofReport;
using Agreement = ui::ReconciledRow::Agreement;
using Doubt = ui::InvariantFinding::Doubt;
using Kind = ui::Offence::Kind;

namespace {

constexpr Money atStart = Money::fromCents(1'000'000);
constexpr Money thirty = Money::fromCents(3000);

/// Both banks, and the messages between them.
struct World
{
    World()
    {
        material.names = {u"Bank A"_s, u"Bank B"_s};
        material.urls = {"http://bank-a", "http://bank-b"};
        material.areAllMessages = true;
        material.watched.known = true;
        material.watched.expected = atStart + atStart;
        for (auto &bank : material.banks) {
            core::bank::BankEvidence evidence;
            evidence.totals.found = core::bank::BankTotals{.balances = atStart, .accountCount = 2};
            evidence.lowest.found = core::bank::LowestBalances{{}, core::bank::Account{1, atStart, {}, {}}};
            evidence.repeated.found = QList<core::bank::RepeatedBooking>();
            evidence.rows.found = core::bank::MessageRows();
            evidence.bookings.found = QList<core::bank::JournalEntry>();
            bank = evidence;
        }
    }

    core::bank::BankEvidence &bank(int index) { return *material.banks[std::size_t(index)]; }

    void addMessage(const QByteArray &gid, State state, const test::ContentSpec &spec = {})
    {
        core::message::Message message{.gid = test::gidOf(gid)};
        message.rowId = std::int64_t(material.messages.size()) + 1;
        message.state = state;
        message.content = test::contentOf(spec);
        message.branchDone.resize(std::size_t(message.content->branches.size()), state == State::Succeed);
        if (message.finished())
            message.finishedAt = core::fromEpochMs(10'000);
        material.messages.push_back(message);
        for (const int index : {0, 1})
            bank(index).rows.found->gids.insert(gid);
    }

    void addRow(int index, const QByteArray &gid, const QByteArray &branch, const QByteArray &op,
                const QByteArray &reason = {}, std::int64_t atMs = 20'000)
    {
        bank(index).rows.found->gids.insert(gid);
        bank(index).rows.found->barrierRows.append(
            {{gid, branch, op, "01", reason.isEmpty() ? op : reason}, core::fromEpochMs(atMs)});
    }

    void addDebit(const QByteArray &gid)
    {
        addRow(0, gid, "00", "msg");
        bank(0).bookings.found->append({gid, "00", "msg", 1, 2, -thirty});
        core::bank::BankTotals &totals = *bank(0).totals.found;
        totals.balances = totals.balances - thirty;
        totals.debited = totals.debited + thirty;
        ++totals.debits;
    }

    void addCredit(const QByteArray &gid)
    {
        addRow(1, gid, "01", "action");
        bank(1).bookings.found->append({gid, "01", "action", 2, 0, thirty});
        core::bank::BankTotals &totals = *bank(1).totals.found;
        totals.balances = totals.balances + thirty;
        totals.credited = totals.credited + thirty;
        ++totals.credits;
    }

    /// A transfer that arrived.
    void addTransfer(const QByteArray &gid)
    {
        addMessage(gid, State::Succeed);
        addDebit(gid);
        addCredit(gid);
    }

    ProofReport judged() const { return ui::judge(material); }

    ProofMaterial material;
};

QList<Kind> kindsOf(const ProofReport &report)
{
    QList<Kind> kinds;
    for (const ui::InvariantFinding &finding : report.findings) {
        for (const Offence &offence : finding.offences)
            kinds << offence.kind;
    }
    return kinds;
}

} // namespace

class TestProofJudge final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsRightIsTrue();
    void moneyInFlightIsNotMissing();
    void eachWrongIsFound_data();
    void eachWrongIsFound();
    void anOffenceNamesItsMessageAndBank();
    void whatCannotBeReadIsUnknown_data();
    void whatCannotBeReadIsUnknown();
    void beforeTheFirstTotalNothingIsExpected();
    void anOverriddenMessageIsExemptAndNamed();
    void aMessageSentAgainIsExempt();
    void aServiceElsewhereIsNotJudged();
    void aRepetitionLongAfterIsFound();
    void aServiceIsFoundByItsRows();
    void oneGatewayBeforeBothBanksIsToldApartByPath();
    void unsettledMessagesAreOpen();
    void rowsOfAnotherEngineDisproveNothing();
    void onlyStrangersAreAskedFor();
    void rowsOfRemovedMessagesAreNotAskedFor();
    void naiveLossesAreNamedAndNotTheirs();
    void whatDiffersStandsFirst();
    void onlyWhatTwoChecksSawIsWrong();
    void sqlHasItsValuesInPlace();
};

void TestProofJudge::whatIsRightIsTrue()
{
    World world;
    world.addTransfer("g1");
    world.addMessage("g2", State::Failed);
    world.addRow(0, "g2", "00", "msg", "rollback");
    const ProofReport report = world.judged();
    QCOMPARE(report.countOf(Holds::True), int(ui::allInvariants.size()));
    QCOMPARE(report.verdict(), Holds::True);
    QCOMPARE(report.of(Invariant::SucceedHasRows).checked, 1);
    QCOMPARE(report.of(Invariant::FailedHasNone).checked, 1);
    QCOMPARE(report.of(Invariant::NoOrphanRow).checked, 3);
    QCOMPARE(report.of(Invariant::BookingsGuarded).checked, 2);
    QCOMPARE(report.of(Invariant::CreditsHaveDebits).checked, 1);
    QCOMPARE(report.sum.total(), atStart + atStart);
    QCOMPARE(report.sum.transfers, 1);
    QCOMPARE(report.sum.twoPhaseLost(), Money());
    QCOMPARE(report.rowsInAll, 4);
    QCOMPARE(report.rowsDiffering, 0);
}

void TestProofJudge::moneyInFlightIsNotMissing()
{
    World world;
    world.addMessage("g1", State::Submitted);
    world.addDebit("g1");
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::True);
    QCOMPARE(report.sum.inFlight, thirty);
    QCOMPARE(report.sum.inFlightMessages, 1);
}

void TestProofJudge::eachWrongIsFound_data()
{
    using Change = std::function<void(World &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Invariant>("invariant");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, Invariant invariant, Kind kind, const Change &change) {
        QTest::newRow(name) << change << invariant << kind;
    };
    row("a cent is gone", Invariant::TotalConstant, Kind::TotalWrong, [](World &world) {
        world.bank(0).totals.found->balances = world.bank(0).totals.found->balances - Money::fromCents(1);
    });
    row("more credits than debits", Invariant::TotalConstant, Kind::TotalWrong, [](World &world) {
        world.bank(1).totals.found->balances = world.bank(1).totals.found->balances + thirty;
        world.bank(1).totals.found->credited = world.bank(1).totals.found->credited + thirty;
    });
    row("below zero", Invariant::NoNegativeBalance, Kind::BelowZero, [](World &world) {
        world.bank(1).lowest.found->belowZero = {{7, Money::fromCents(-5), {}, {}}};
    });
    row("no row of the branch", Invariant::SucceedHasRows, Kind::CreditRowMissing, [](World &world) {
        world.bank(1).rows.found->barrierRows.clear();
        world.bank(1).bookings.found->clear();
    });
    row("no row of the sender", Invariant::SucceedHasRows, Kind::DebitRowMissing,
        [](World &world) { world.addMessage("g2", State::Submitted); });
    row("fenced, yet submitted", Invariant::SucceedHasRows, Kind::DebitFenced, [](World &world) {
        world.addMessage("g2", State::Submitted);
        world.addRow(0, "g2", "00", "msg", "rollback");
    });
    row("a recorded branch without its row", Invariant::SucceedHasRows, Kind::CreditRowMissing, [](World &world) {
        world.addMessage("g2", State::Submitted, {.branches = 2});
        world.material.messages.back().branchDone = {true, false};
        world.addRow(0, "g2", "00", "msg");
    });
    row("credited before the submit", Invariant::SucceedHasRows, Kind::CreditOfPrepared, [](World &world) {
        world.addMessage("g2", State::Prepared);
        world.addRow(1, "g2", "01", "action");
    });
    row("failed, yet debited", Invariant::FailedHasNone, Kind::DebitOfFailed, [](World &world) {
        world.addMessage("g2", State::Failed);
        world.addRow(0, "g2", "00", "msg");
    });
    row("failed, yet credited", Invariant::FailedHasNone, Kind::CreditOfFailed, [](World &world) {
        world.addMessage("g2", State::Failed);
        world.addRow(1, "g2", "01", "action");
    });
    row("a row of nobody", Invariant::NoOrphanRow, Kind::RowWithoutMessage, [](World &world) {
        world.addRow(1, "nobody", "01", "action");
        world.material.unknown.insert("nobody");
    });
    row("booked twice", Invariant::NothingTwice, Kind::BookedTwice, [](World &world) {
        *world.bank(1).repeated.found = {{"g1", "01", "action", 2, thirty + thirty}};
    });
    row("a booking without its row", Invariant::BookingsGuarded, Kind::Unguarded, [](World &world) {
        world.bank(0).bookings.found->append({"unguarded", "00", "msg", 1, 2, -thirty});
    });
    row("a booking although fenced", Invariant::BookingsGuarded, Kind::Unguarded, [](World &world) {
        world.addMessage("g2", State::Failed);
        world.addRow(0, "g2", "00", "msg", "rollback");
        world.bank(0).bookings.found->append({"g2", "00", "msg", 1, 2, -thirty});
    });
    row("a credit without a debit", Invariant::CreditsHaveDebits, Kind::CreditWithoutDebit,
        [](World &world) { world.bank(0).bookings.found->clear(); });
    row("a credit of another amount", Invariant::CreditsHaveDebits, Kind::CreditWithoutDebit,
        [](World &world) { world.bank(1).bookings.found->first().amount = thirty + thirty; });
}

void TestProofJudge::eachWrongIsFound()
{
    QFETCH(std::function<void(World &)>, change);
    QFETCH(Invariant, invariant);
    QFETCH(Kind, kind);
    World world;
    world.addTransfer("g1");
    change(world);
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::False);
    QCOMPARE(report.of(invariant).holds, Holds::False);
    QVERIFY(kindsOf(report).contains(kind));
    for (const ui::InvariantFinding &finding : report.findings) {
        if (finding.invariant != invariant)
            QVERIFY2(finding.holds == Holds::True, qPrintable(ui::invariantName(finding.invariant)));
    }
}

void TestProofJudge::anOffenceNamesItsMessageAndBank()
{
    World world;
    world.addTransfer("g1");
    world.bank(1).rows.found->barrierRows.clear();
    const Offence offence = world.judged().of(Invariant::SucceedHasRows).offences.first();
    QCOMPARE(offence.gid, QByteArray("g1"));
    QCOMPARE(offence.branchId, QByteArray("01"));
    QCOMPARE(offence.bank, ProofMaterial::receiver);
}

void TestProofJudge::whatCannotBeReadIsUnknown_data()
{
    QTest::addColumn<Invariant>("invariant");
    for (const Invariant invariant : ui::allInvariants)
        QTest::newRow(qPrintable(ui::invariantName(invariant))) << invariant;
}

void TestProofJudge::whatCannotBeReadIsUnknown()
{
    QFETCH(Invariant, invariant);
    World world;
    world.addTransfer("g1");
    world.material.banks[1] = core::Error::unavailable(u"no answer"_s);
    const ProofReport report = world.judged();
    QCOMPARE(report.of(invariant).holds, Holds::Unknown);
    QCOMPARE(report.of(invariant).doubt, Doubt::Bank);
    QCOMPARE(report.of(invariant).doubtBank, 1);
    QCOMPARE(report.of(invariant).problem, u"no answer"_s);
    QCOMPARE(report.verdict(), Holds::Unknown);

    World noStore;
    noStore.material.storeProblem = u"away"_s;
    const bool needsStore = invariant == Invariant::SucceedHasRows || invariant == Invariant::FailedHasNone
        || invariant == Invariant::NoOrphanRow;
    QCOMPARE(noStore.judged().of(invariant).holds, needsStore ? Holds::Unknown : Holds::True);
}

void TestProofJudge::beforeTheFirstTotalNothingIsExpected()
{
    World world;
    world.material.watched = {};
    QCOMPARE(world.judged().of(Invariant::TotalConstant).holds, Holds::Unknown);
    QCOMPARE(world.judged().of(Invariant::TotalConstant).doubt, Doubt::NotYet);
}

void TestProofJudge::anOverriddenMessageIsExemptAndNamed()
{
    World world;
    world.addTransfer("g1");
    world.addMessage("stopped", State::Failed);
    world.material.messages.back().overridden = true;
    world.addDebit("stopped");
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::True);
    QCOMPARE(report.exempt, (QList{ui::ExemptMessage{"stopped", ui::ExemptMessage::Why::Overridden}}));
}

void TestProofJudge::aMessageSentAgainIsExempt()
{
    World world;
    world.addTransfer("g1");
    world.addMessage("g1-r1", State::Succeed, {.customData = R"({"resent_from":"g1"})"});
    world.addCredit("g1-r1");
    const ProofReport report = world.judged();
    QVERIFY2(report.verdict() == Holds::True, qPrintable(QString::number(kindsOf(report).size())));
    QCOMPARE(report.exempt, (QList{ui::ExemptMessage{"g1-r1", ui::ExemptMessage::Why::Resent}}));
}

void TestProofJudge::aServiceElsewhereIsNotJudged()
{
    World world;
    world.addTransfer("g1");
    world.addMessage("g2", State::Succeed,
                     {.steps = {{"http://invoices/send", "{}"}}, .queryPrepared = "http://invoices/query"});
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::True);
    QCOMPARE(report.of(Invariant::SucceedHasRows).checked, 1);
    const auto elsewhere = [](const ui::ReconciledRow &row) { return row.gid == "g2"; };
    const auto row = std::find_if(report.rows.cbegin(), report.rows.cend(), elsewhere);
    QVERIFY(row != report.rows.cend());
    QCOMPARE(row->agreement, Agreement::NotKnown);
    QCOMPARE(row->bank, -1);
}

/// The bank counts among its newest bookings alone; all bookings of the messages in hand are there, too.
void TestProofJudge::aRepetitionLongAfterIsFound()
{
    World world;
    world.addTransfer("g1");
    world.bank(1).bookings.found->append({"g1", "01", "action", 2, 0, thirty});
    world.bank(1).bookings.found->append({"n1", "01", "naive", 2, 0, thirty});
    world.bank(1).bookings.found->append({"n1", "01", "naive", 2, 0, thirty});
    const QList<Offence> offences = world.judged().of(Invariant::NothingTwice).offences;
    QCOMPARE(offences.size(), 1);
    QCOMPARE(offences.constFirst(),
             (Offence{.kind = Kind::BookedTwice, .gid = "g1", .branchId = "01", .bank = 1, .times = 2}));
}

void TestProofJudge::oneGatewayBeforeBothBanksIsToldApartByPath()
{
    const test::ContentSpec content{.steps = {{"http://gate/b/in?x=1", "{}"}}, .queryPrepared = "http://gate/a/query"};
    World world;
    world.material.urls = {};
    world.addMessage("g1", State::Succeed, content);
    world.addDebit("g1");
    world.addCredit("g1");
    QCOMPARE(world.judged().verdict(), Holds::True);
    QCOMPARE(world.judged().of(Invariant::SucceedHasRows).checked, 1);
    world.addMessage("g2", State::Succeed, content);
    world.addDebit("g2"); // and no credit
    const ProofReport report = world.judged();
    const QList<Offence> &offences = report.of(Invariant::SucceedHasRows).offences;
    QCOMPARE(offences.size(), 1);
    QCOMPARE(offences.constFirst().kind, Kind::CreditRowMissing);
    QCOMPARE(offences.constFirst().bank, ProofMaterial::receiver);
}

/// Where no service's address is known, the rows that are there tell whose they are; then a missing one is missed.
void TestProofJudge::aServiceIsFoundByItsRows()
{
    World world;
    world.material.urls = {};
    world.addTransfer("g1");
    QCOMPARE(world.judged().verdict(), Holds::True);
    world.addMessage("g2", State::Succeed);
    world.addRow(0, "g2", "00", "msg");
    const ProofReport report = world.judged();
    QCOMPARE(report.of(Invariant::SucceedHasRows).offences,
             (QList{Offence{.kind = Kind::CreditRowMissing, .gid = "g2", .branchId = "01", .bank = 1}}));
}

void TestProofJudge::unsettledMessagesAreOpen()
{
    World world;
    world.addMessage("g1", State::Prepared);
    world.addMessage("g2", State::Submitted);
    world.addRow(0, "g2", "00", "msg");
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::True);
    QCOMPARE(report.of(Invariant::SucceedHasRows).checked, 0);
    for (const ui::ReconciledRow &row : report.rows)
        QCOMPARE(row.agreement, Agreement::Open);
}

void TestProofJudge::rowsOfAnotherEngineDisproveNothing()
{
    World world;
    world.addRow(0, "theirs", "00", "msg");
    world.material.unknown.insert("theirs");
    const ProofReport report = world.judged();
    QCOMPARE(report.of(Invariant::NoOrphanRow).holds, Holds::Unknown);
    QCOMPARE(report.of(Invariant::NoOrphanRow).doubt, Doubt::NoKnownMessage);
}

void TestProofJudge::onlyStrangersAreAskedFor()
{
    World world;
    world.addTransfer("g1");
    world.addRow(0, "asked-before", "00", "msg");
    world.material.known.insert("asked-before");
    world.addRow(0, "older", "00", "msg", {}, 30'000);
    world.addRow(1, "newer", "01", "action", {}, 40'000);
    QCOMPARE(ui::gidsToAsk(world.material, 10), (QList<QByteArray>{"newer", "older"}));
    QCOMPARE(ui::gidsToAsk(world.material, 1), (QList<QByteArray>{"newer"}));
    world.material.storeProblem = u"away"_s;
    QVERIFY(ui::gidsToAsk(world.material, 10).isEmpty());
}

void TestProofJudge::rowsOfRemovedMessagesAreNotAskedFor()
{
    World world;
    world.addTransfer("g1"); // finished at 10 s
    world.addRow(0, "removed", "00", "msg", {}, 9'000);
    QVERIFY(ui::gidsToAsk(world.material, 10).isEmpty());
    QCOMPARE(world.judged().of(Invariant::NoOrphanRow).holds, Holds::True);
}

void TestProofJudge::naiveLossesAreNamedAndNotTheirs()
{
    World world;
    world.addTransfer("g1");
    core::bank::BankTotals &totals = *world.bank(0).totals.found;
    totals.balances = totals.balances - thirty;
    totals.naive = -thirty;
    totals.naiveDebits = 17;
    world.material.naive = {{16, "n16", 1, 2, thirty, thirty, {}}, {17, "n17", 1, 2, thirty, {}, core::fromEpochMs(5)}};
    const ProofReport report = world.judged();
    QCOMPARE(report.verdict(), Holds::False);
    QCOMPARE(report.sum.missing(), thirty);
    QCOMPARE(report.sum.naiveLost, thirty);
    QCOMPARE(report.sum.naiveTransfers, 17);
    QCOMPARE(report.sum.twoPhaseLost(), Money());
    QCOMPARE(report.naiveLosses, (QList{ui::NaiveLoss{17, "n17", 1, 2, thirty, core::fromEpochMs(5)}}));
    QCOMPARE(kindsOf(report), (QList{Kind::TotalWrong}));
}

void TestProofJudge::whatDiffersStandsFirst()
{
    World world;
    for (int i = 0; i < 400; ++i)
        world.addTransfer("g" + QByteArray::number(i));
    world.addMessage("bad", State::Failed);
    world.addRow(0, "bad", "00", "msg");
    const ProofReport report = world.judged();
    QCOMPARE(report.rows.size(), ProofReport::rowsMax);
    QCOMPARE(report.rows.first().gid, QByteArray("bad"));
    QCOMPARE(report.rows.first().agreement, Agreement::Differs);
    QCOMPARE(report.rowsDiffering, 1);
    QCOMPARE(report.rowsInAll, 802);
}

void TestProofJudge::onlyWhatTwoChecksSawIsWrong()
{
    World world;
    world.addTransfer("g1");
    const ProofReport good = world.judged();
    world.addMessage("g2", State::Submitted);
    const ProofReport wrong = world.judged();
    QCOMPARE(ui::confirmed(good, wrong).verdict(), Holds::True);
    QCOMPARE(ui::confirmed(good, wrong).rowsDiffering, 0);
    QCOMPARE(ui::confirmed(wrong, wrong).verdict(), Holds::False);
    QCOMPARE(ui::confirmed(wrong, wrong).rowsDiffering, 1);
    QCOMPARE(ui::confirmed(wrong, good).verdict(), Holds::True);

    World other;
    other.addTransfer("g1");
    other.addMessage("g3", State::Submitted); // another one was on its way then
    QCOMPARE(ui::confirmed(other.judged(), wrong).verdict(), Holds::True);

    World unread;
    unread.material.banks[0] = core::Error::unavailable(u"no answer"_s);
    QCOMPARE(ui::confirmed(unread.judged(), wrong).of(Invariant::SucceedHasRows).doubt, Doubt::NotSettled);
}

void TestProofJudge::sqlHasItsValuesInPlace()
{
    World world;
    world.addTransfer("o'hara");
    world.bank(1).rows.found->barrierRows.clear();
    const ProofReport report = world.judged();
    for (const ui::InvariantFinding &finding : report.findings) {
        QVERIFY(finding.sql.size() >= 2);
        QCOMPARE(finding.sql.first().bank, ProofMaterial::receiver);
        for (const ui::ProofSql &sql : finding.sql) {
            QVERIFY(!sql.statement.contains(u'?'));
            QVERIFY(sql.statement.startsWith(u"SELECT "_s));
        }
    }
    QVERIFY(report.of(Invariant::SucceedHasRows)
                .sql.first()
                .statement.contains(QString::fromLatin1(QByteArray("o'hara").toHex())));
}

QTEST_MAIN(TestProofJudge)
#include "tst_proofjudge.moc"
