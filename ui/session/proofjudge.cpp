// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofjudge.h"

#include "ui/session/knowngids.h"
#include "ui/session/proofsql.h"
#include "ui/session/proofsum.h"
#include "ui/session/reconciliation.h"

#include <QMap>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using core::bank::BankEvidence;
using core::bank::JournalEntry;
using Doubt = InvariantFinding::Doubt;
using Kind = Offence::Kind;

constexpr std::array bothBanks{ProofMaterial::receiver, ProofMaterial::sender}; // in the order they were read
constexpr qsizetype naiveLossesMax = 100;

const QByteArray debitOp = "msg";
const QByteArray creditOp = "action";
const QByteArray naiveOp = core::bank::naiveOp;

/// What is booked once.
struct BookingKey
{
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    friend bool operator<(const BookingKey &one, const BookingKey &other)
    {
        return std::tie(one.gid, one.branchId, one.op) < std::tie(other.gid, other.branchId, other.op);
    }
};

/// What is booked more than once, and how often: among the newest bookings, as the bank counted, and among all those of
/// the messages in hand, however long ago the first was.
QMap<BookingKey, int> repetitionsOf(const QList<core::bank::RepeatedBooking> &counted,
                                    const QList<JournalEntry> &inHand)
{
    QMap<BookingKey, int> found;
    for (const core::bank::RepeatedBooking &booking : counted)
        found.insert({booking.gid, booking.branchId, booking.op}, booking.times);
    QSet<QByteArray> seen;
    QMap<BookingKey, int> again;
    for (const JournalEntry &entry : inHand) {
        const QByteArray key = entry.gid + ';' + entry.branchId + ';' + entry.op; // no gid holds a ';'
        if (entry.op == naiveOp || !seen.contains(key)) {
            seen.insert(key);
            continue;
        }
        ++again[{entry.gid, entry.branchId, entry.op}];
    }
    for (const auto &[key, more] : again.asKeyValueRange())
        found[key] = std::max(found.value(key), more + 1);
    return found;
}

class Judge final
{
public:
    explicit Judge(const ProofMaterial &material) : m_material(material), m_rows(material), m_known(material)
    {
        for (const core::message::Message &message : material.messages) {
            if (const auto exempt = exemptionOf(message))
                m_exempt.append(*exempt);
        }
        for (const ExemptMessage &exempt : std::as_const(m_exempt))
            m_exemptGids.insert(exempt.gid);
    }

    ProofReport report();

private:
    /// What a part of a bank's evidence holds; null, and the doubt noted, when it could not be read.
    template<typename T>
    const T *part(int bank, core::bank::BankEvidence::Part<T> BankEvidence::*member, InvariantFinding &finding) const;
    bool hasStore(InvariantFinding &finding) const;
    static void offend(InvariantFinding &finding, const Offence &offence);
    /// True, or False with offences; a doubt that was noted leaves it unknown unless something is wrong all the same.
    static InvariantFinding &settle(InvariantFinding &finding);

    InvariantFinding total() const;
    InvariantFinding noNegativeBalance() const;
    InvariantFinding ofRows(Invariant invariant, const QList<ReconciledRow> &rows) const;
    InvariantFinding noOrphanRow() const;
    InvariantFinding nothingTwice() const;
    InvariantFinding bookingsGuarded() const;
    InvariantFinding creditsHaveDebits() const;
    void takeRows(const QList<ReconciledRow> &rows);
    void takeNaive();

    const ProofMaterial &m_material;
    RowIndex m_rows;
    KnownGids m_known;
    QList<ExemptMessage> m_exempt;
    QSet<QByteArray> m_exemptGids;
    ProofReport m_report;
};

template<typename T>
const T *Judge::part(int bank, core::bank::BankEvidence::Part<T> BankEvidence::*member, InvariantFinding &finding) const
{
    const core::Result<BankEvidence> &evidence = m_material.banks.at(std::size_t(bank));
    const core::Error *error = evidence.ok() ? nullptr : &evidence.error();
    if (evidence.ok()) {
        const auto &one = (*evidence).*member;
        finding.took += one.took;
        if (one.found.ok())
            return &one.found.value();
        error = &one.found.error();
    }
    finding.doubt = Doubt::Bank;
    finding.doubtBank = bank;
    finding.problem = error->detail;
    return nullptr;
}

bool Judge::hasStore(InvariantFinding &finding) const
{
    if (m_material.storeProblem.isEmpty())
        return true;
    finding.doubt = Doubt::Store;
    finding.problem = m_material.storeProblem;
    return false;
}

void Judge::offend(InvariantFinding &finding, const Offence &offence)
{
    ++finding.offencesInAll;
    if (finding.offences.size() < InvariantFinding::offencesMax)
        finding.offences.append(offence);
}

InvariantFinding &Judge::settle(InvariantFinding &finding)
{
    if (finding.offencesInAll > 0)
        finding.holds = Holds::False;
    else
        finding.holds = finding.doubt == Doubt::None ? Holds::True : Holds::Unknown;
    return finding;
}

ProofReport Judge::report()
{
    m_report.bankNames = {m_material.names[0], m_material.names[1]};
    m_report.exempt = m_exempt;
    m_report.messagesChecked = qint64(m_material.messages.size());
    m_report.isOfAllMessages = m_material.areAllMessages;
    m_report.sum = sumOf(m_material, m_exemptGids);
    takeNaive();
    const QList<ReconciledRow> rows = reconcile(m_material, m_rows);
    m_report.findings = {total(),
                         noNegativeBalance(),
                         ofRows(Invariant::SucceedHasRows, rows),
                         ofRows(Invariant::FailedHasNone, rows),
                         noOrphanRow(),
                         nothingTwice(),
                         bookingsGuarded(),
                         creditsHaveDebits()};
    for (InvariantFinding &finding : m_report.findings)
        finding.sql = proofSql(m_material, finding);
    takeRows(rows);
    return m_report;
}

InvariantFinding Judge::total() const
{
    InvariantFinding finding{.invariant = Invariant::TotalConstant};
    part(ProofMaterial::receiver, &BankEvidence::totals, finding);
    part(ProofMaterial::sender, &BankEvidence::totals, finding);
    if (finding.doubt == Doubt::None && !m_material.watched.known)
        finding.doubt = Doubt::NotYet;
    finding.checked = m_report.sum.accounts;
    const core::Money missing = m_report.sum.missing();
    if (finding.doubt == Doubt::None && missing != core::Money())
        offend(finding, {.kind = Kind::TotalWrong, .amount = missing});
    return settle(finding);
}

InvariantFinding Judge::noNegativeBalance() const
{
    InvariantFinding finding{.invariant = Invariant::NoNegativeBalance, .checked = m_report.sum.accounts};
    for (const int bank : bothBanks) {
        const auto *lowest = part(bank, &BankEvidence::lowest, finding);
        if (!lowest)
            continue;
        for (const core::bank::Account &account : lowest->belowZero) {
            offend(finding,
                   {.kind = Kind::BelowZero, .bank = bank, .userId = account.userId, .amount = account.balance});
        }
    }
    return settle(finding);
}

/// Of the messages whose state makes this invariant's demands.
InvariantFinding Judge::ofRows(Invariant invariant, const QList<ReconciledRow> &rows) const
{
    InvariantFinding finding{.invariant = invariant};
    if (!hasStore(finding))
        return settle(finding);
    for (const int bank : bothBanks)
        part(bank, &BankEvidence::rows, finding);
    const bool isOfFailed = invariant == Invariant::FailedHasNone;
    QSet<QByteArray> checked;
    for (const ReconciledRow &row : rows) {
        if ((row.state == core::message::State::Failed) != isOfFailed)
            continue;
        if (row.offence)
            offend(finding, *row.offence);
        if (row.agreement == ReconciledRow::Agreement::Agrees || row.offence)
            checked.insert(row.gid);
    }
    finding.checked = checked.size();
    return settle(finding);
}

InvariantFinding Judge::noOrphanRow() const
{
    InvariantFinding finding{.invariant = Invariant::NoOrphanRow};
    if (!hasStore(finding))
        return settle(finding);
    qint64 known = 0;
    for (const int bank : bothBanks) {
        const auto *rows = part(bank, &BankEvidence::rows, finding);
        if (!rows)
            continue;
        for (const core::bank::TimedBarrierRow &timed : rows->barrierRows) {
            known += m_known.isKnown(timed.row.gid) ? 1 : 0;
            if (m_known.isStranger(timed.row.gid)) {
                offend(finding,
                       {.kind = Kind::RowWithoutMessage,
                        .gid = timed.row.gid,
                        .branchId = timed.row.branchId,
                        .bank = bank});
            }
        }
    }
    finding.checked = known + finding.offencesInAll;
    if (finding.offencesInAll == 0 || known > 0)
        return settle(finding);
    finding.offences.clear(); // a bank that works with another engine: nothing here can tell
    finding.offencesInAll = 0;
    finding.doubt = Doubt::NoKnownMessage;
    return settle(finding);
}

InvariantFinding Judge::nothingTwice() const
{
    InvariantFinding finding{.invariant = Invariant::NothingTwice};
    for (const int bank : bothBanks) {
        const auto *repeated = part(bank, &BankEvidence::repeated, finding);
        if (!repeated)
            continue;
        const auto &inHand = m_material.banks.at(std::size_t(bank))->bookings.found;
        const QList<JournalEntry> bookings = inHand.ok() ? *inHand : QList<JournalEntry>();
        const QMap<BookingKey, int> repetitions = repetitionsOf(*repeated, bookings);
        for (const auto &[key, times] : repetitions.asKeyValueRange())
            offend(finding,
                   {.kind = Kind::BookedTwice, .gid = key.gid, .branchId = key.branchId, .bank = bank, .times = times});
    }
    finding.checked = m_report.sum.bookings;
    return settle(finding);
}

InvariantFinding Judge::bookingsGuarded() const
{
    InvariantFinding finding{.invariant = Invariant::BookingsGuarded};
    for (const int bank : bothBanks) {
        const auto *bookings = part(bank, &BankEvidence::bookings, finding);
        if (!bookings || !part(bank, &BankEvidence::rows, finding))
            continue;
        for (const JournalEntry &entry : *bookings) {
            if (entry.op == naiveOp)
                continue;
            ++finding.checked;
            if (m_rows.reasonOf(bank, entry.gid, entry.branchId, entry.op) != entry.op)
                offend(finding, {.kind = Kind::Unguarded, .gid = entry.gid, .branchId = entry.branchId, .bank = bank});
        }
    }
    return settle(finding);
}

/// The sender's bank is read later, so the debit of a credit that was seen is seen, too.
InvariantFinding Judge::creditsHaveDebits() const
{
    InvariantFinding finding{.invariant = Invariant::CreditsHaveDebits};
    const auto *credits = part(ProofMaterial::receiver, &BankEvidence::bookings, finding);
    const auto *debits = part(ProofMaterial::sender, &BankEvidence::bookings, finding);
    if (!credits || !debits)
        return settle(finding);
    QHash<QByteArray, core::Money> debited;
    for (const JournalEntry &entry : *debits) {
        if (entry.op == debitOp)
            debited[entry.gid] = debited.value(entry.gid) - entry.amount;
    }
    const QSet<QByteArray> &read = m_material.banks[ProofMaterial::sender]->rows.found->gids;
    for (const JournalEntry &entry : *credits) {
        // A debit is looked for only where the sender's bookings of this message were read.
        if (entry.op != creditOp || m_exemptGids.contains(entry.gid) || !read.contains(entry.gid))
            continue;
        ++finding.checked;
        if (debited.value(entry.gid) != entry.amount)
            offend(finding,
                   {.kind = Kind::CreditWithoutDebit,
                    .gid = entry.gid,
                    .branchId = entry.branchId,
                    .bank = ProofMaterial::receiver,
                    .amount = entry.amount});
    }
    return settle(finding);
}

/// What differs stands first; then what is newest.
void Judge::takeRows(const QList<ReconciledRow> &rows)
{
    m_report.rowsInAll = rows.size();
    QList<ReconciledRow> others;
    for (const ReconciledRow &row : rows) {
        if (row.offence)
            ++m_report.rowsDiffering;
        QList<ReconciledRow> &list = row.offence ? m_report.rows : others;
        if (list.size() < ProofReport::rowsMax)
            list.append(row);
    }
    m_report.rows += others.mid(0, ProofReport::rowsMax - m_report.rows.size());
    for (const int bank : bothBanks) {
        const auto &evidence = m_material.banks[std::size_t(bank)];
        if (!evidence.ok())
            continue;
        m_report.at = evidence->takenAt;
        for (const auto &part : {evidence->totals.took, evidence->lowest.took, evidence->repeated.took,
                                 evidence->rows.took, evidence->bookings.took})
            m_report.took += part;
        m_report.rowsRead += evidence->rows.found.ok() ? evidence->rows.found->barrierRows.size() : 0;
        m_report.rowsRead += evidence->bookings.found.ok() ? evidence->bookings.found->size() : 0;
    }
}

void Judge::takeNaive()
{
    for (auto naive = m_material.naive.crbegin(); naive != m_material.naive.crend(); ++naive) {
        if (naive->lost() == core::Money() || m_report.naiveLosses.size() >= naiveLossesMax)
            continue;
        m_report.naiveLosses.append(
            {naive->number, naive->gid, naive->from, naive->to, naive->lost(), naive->debitedAt});
    }
}

} // namespace

ProofReport judge(const ProofMaterial &material)
{
    return Judge(material).report();
}

} // namespace ui
