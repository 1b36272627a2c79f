// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/proofwords.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using core::message::State;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Proof)

public:
    static QString offence(const Offence &offence, const QString &bank, std::optional<State> state);
    static QString doubt(const InvariantFinding &finding, const QStringList &bankNames);
    static QString whenTrue(const InvariantFinding &finding, const ProofReport &report);
    static ProofSentence wrong(const ProofReport &report);
    static ProofSentence unknown(const ProofReport &report);
    static QString restClause(const ProofReport &report);
    static QString scope(const ProofReport &report);
    static QString journal(const core::bank::ReadShare &share, const QString &bank);
};

int bounded(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

QString gidText(const QByteArray &gid)
{
    return widgets::shortGid(QString::fromLatin1(gid));
}

QString Words::offence(const Offence &offence, const QString &bank, std::optional<State> state)
{
    const QString gid = gidText(offence.gid);
    const QString branch = QString::fromLatin1(offence.branchId);
    const QString amount = widgets::formatMoney(offence.amount);
    switch (offence.kind) {
    case Offence::Kind::CreditRowMissing:
        return state && *state != State::Succeed
            ? tr("message %1 has branch %2 on record as done, %3 has no barrier row for it").arg(gid, branch, bank)
            : tr("message %1 is succeed, %3 has no barrier row for branch %2").arg(gid, branch, bank);
    case Offence::Kind::DebitRowMissing:
        return tr("message %1 was submitted, %2 has no barrier row of its debit").arg(gid, bank);
    case Offence::Kind::DebitFenced:
        return tr("message %1 was submitted, %2 has fenced its debit off").arg(gid, bank);
    case Offence::Kind::DebitOfFailed:
        return tr("message %1 is failed, %2 has committed its debit").arg(gid, bank);
    case Offence::Kind::CreditOfFailed:
        return tr("message %1 is failed, %3 has applied branch %2").arg(gid, branch, bank);
    case Offence::Kind::CreditOfPrepared:
        return tr("message %1 is only prepared, %3 has applied branch %2").arg(gid, branch, bank);
    case Offence::Kind::TotalWrong:
        return offence.amount > core::Money() ? tr("%1 is missing").arg(amount)
                                              : tr("%1 too much").arg(widgets::formatMoney(-offence.amount));
    case Offence::Kind::BelowZero:
        return tr("%1: user %2 has %3").arg(bank, QString::number(offence.userId), amount);
    case Offence::Kind::RowWithoutMessage:
        return tr("%3 has a barrier row of %1, branch %2, and the engine no such message").arg(gid, branch, bank);
    case Offence::Kind::BookedTwice:
        return tr("%3 has booked branch %2 of message %1 %n time(s)", nullptr, offence.times).arg(gid, branch, bank);
    case Offence::Kind::Unguarded:
        return tr("%3 has booked branch %2 of message %1 without its barrier row").arg(gid, branch, bank);
    case Offence::Kind::CreditWithoutDebit:
        return tr("%2 has credited %3 for message %1, no debit of that amount is there").arg(gid, bank, amount);
    }
    return {};
}

QString Words::doubt(const InvariantFinding &finding, const QStringList &bankNames)
{
    switch (finding.doubt) {
    case InvariantFinding::Doubt::None:
        return {};
    case InvariantFinding::Doubt::NotYet:
        return tr("the first total is being read");
    case InvariantFinding::Doubt::Store:
        return tr("The engine's store: %1").arg(widgets::coreWords(finding.problem));
    case InvariantFinding::Doubt::Bank:
        return tr("%1: %2", "name of a bank, why it could not be read")
            .arg(bankNames.value(finding.doubtBank), widgets::coreWords(finding.problem));
    case InvariantFinding::Doubt::NoKnownMessage:
        return tr("none of the rows belongs to a message of this engine");
    case InvariantFinding::Doubt::NotSettled:
        return tr("something was seen once; it is read again");
    }
    return {};
}

QString Words::whenTrue(const InvariantFinding &finding, const ProofReport &report)
{
    const QString checked = widgets::formatCount(finding.checked);
    switch (finding.invariant) {
    case Invariant::TotalConstant:
        return widgets::formatMoney(report.sum.total());
    case Invariant::NoNegativeBalance:
        return report.sum.lowest
            ? tr("lowest is %1, user %2").arg(widgets::formatMoney(*report.sum.lowest)).arg(report.sum.lowestUser)
            : tr("no accounts");
    case Invariant::SucceedHasRows:
    case Invariant::FailedHasNone:
    case Invariant::BookingsGuarded:
    case Invariant::CreditsHaveDebits:
        return tr("%1 of %2", "so many of so many are right").arg(checked, checked);
    case Invariant::NoOrphanRow:
        return tr("0 of %Ln row(s)", nullptr, bounded(finding.checked));
    case Invariant::NothingTwice:
        return tr("0 of %Ln booking(s)", nullptr, bounded(finding.checked));
    }
    return {};
}

/// What is not true beside the first that is false.
QString Words::restClause(const ProofReport &report)
{
    const int wrong = report.countOf(Holds::False) - 1;
    const int unknown = report.countOf(Holds::Unknown);
    QString clause;
    if (wrong > 0)
        clause += u' ' + tr("%n more check(s) false.", nullptr, wrong);
    if (unknown > 0)
        clause += u' ' + tr("%n check(s) unknown, which is not a pass.", nullptr, unknown);
    return clause;
}

QString Words::scope(const ProofReport &report)
{
    const int messages = bounded(report.messagesChecked);
    return report.isOfAllMessages ? tr("all %Ln message(s)", nullptr, messages)
                                  : tr("the last %Ln message(s)", nullptr, messages);
}

ProofSentence Words::wrong(const ProofReport &report)
{
    const InvariantFinding &total = report.of(Invariant::TotalConstant);
    const auto first = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                    [](const InvariantFinding &finding) { return finding.holds == Holds::False; });
    QString detail = offenceText(first->offences.value(0), report.bankNames);
    detail = detail.left(1).toUpper() + detail.mid(1) + u'.';
    if (total.holds != Holds::False) {
        const int wrong = report.countOf(Holds::False);
        return {tr("Not proven: %n thing(s) are not as they must be.", nullptr, wrong), detail + restClause(report)};
    }
    const core::Money missing = report.sum.missing();
    const QString amount = widgets::formatMoney(missing > core::Money() ? missing : -missing);
    const std::optional<core::TimePoint> since =
        report.sum.missingSince ? report.sum.missingSince : std::optional(report.at);
    const QString time = widgets::formatTimeOfDay(*since);
    if (!report.naiveLosses.isEmpty() && report.sum.twoPhaseLost() == core::Money())
        detail = naiveText(report.naiveLosses.first());
    return {missing > core::Money() ? tr("Not proven: %1 is missing since %2.").arg(amount, time)
                                    : tr("Not proven: %1 too much since %2.").arg(amount, time),
            detail + restClause(report)};
}

ProofSentence Words::unknown(const ProofReport &report)
{
    const auto first = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                    [](const InvariantFinding &finding) { return finding.holds == Holds::Unknown; });
    const QString detail = first == report.findings.cend()
        ? QString()
        : tr("%1: %2", "what must hold, why it is not known")
              .arg(invariantText(first->invariant), doubt(*first, report.bankNames));
    return {tr("Not proven: %n check(s) could not be made, and unknown is not a pass.", nullptr,
               report.countOf(Holds::Unknown)),
            detail};
}

} // namespace

QString invariantText(Invariant invariant)
{
    switch (invariant) {
    case Invariant::TotalConstant:
        return Words::tr("Total + in flight is constant");
    case Invariant::NoNegativeBalance:
        return Words::tr("No balance is below zero");
    case Invariant::SucceedHasRows:
        return Words::tr("Every succeed message has its rows");
    case Invariant::FailedHasNone:
        return Words::tr("Every failed message has none");
    case Invariant::NoOrphanRow:
        return Words::tr("No barrier row without a message");
    case Invariant::NothingTwice:
        return Words::tr("Nothing is applied twice");
    case Invariant::BookingsGuarded:
        return Words::tr("Each booking has its barrier row");
    case Invariant::CreditsHaveDebits:
        return Words::tr("Each credit has its debit");
    }
    return {};
}

QString holdsWord(Holds holds)
{
    switch (holds) {
    case Holds::True:
        return Words::tr("True", "verdict on what must hold");
    case Holds::Unknown:
        return Words::tr("Unknown", "verdict on what must hold");
    case Holds::False:
        return Words::tr("False", "verdict on what must hold");
    }
    return {};
}

QString foundText(const InvariantFinding &finding, const ProofReport &report)
{
    if (finding.holds == Holds::Unknown)
        return Words::doubt(finding, report.bankNames);
    if (finding.holds == Holds::True)
        return Words::whenTrue(finding, report);
    if (finding.invariant == Invariant::TotalConstant)
        return Words::tr("%1; expected %2")
            .arg(widgets::formatMoney(report.sum.total()), widgets::formatMoney(report.sum.expected));
    const QString first = offenceText(finding.offences.value(0), report.bankNames);
    const qint64 more = finding.offencesInAll - 1;
    return more > 0 ? first + u"; "_s + Words::tr("and %n more", nullptr, bounded(more)) : first;
}

QString offenceText(const Offence &offence, const QStringList &bankNames, std::optional<State> state)
{
    return Words::offence(offence, bankNames.value(offence.bank), state);
}

QString agreementWord(ReconciledRow::Agreement agreement)
{
    switch (agreement) {
    case ReconciledRow::Agreement::Agrees:
        return Words::tr("Agrees", "a message with its barrier row");
    case ReconciledRow::Agreement::Differs:
        return Words::tr("Differs", "a message from its barrier row");
    case ReconciledRow::Agreement::Open:
        return Words::tr("Open", "the message is not settled");
    case ReconciledRow::Agreement::NotKnown:
        return Words::tr("Unknown", "whether message and row agree");
    case ReconciledRow::Agreement::Exempt:
        return Words::tr("Exempt", "a person overrode the message");
    }
    return {};
}

QString rowText(const ReconciledRow &row, const QStringList &bankNames)
{
    if (row.offence)
        return offenceText(*row.offence, bankNames, row.state);
    const bool isSender = row.branchId == "00";
    switch (row.found) {
    case ReconciledRow::Found::Applied:
        return isSender ? Words::tr("debit committed") : Words::tr("applied once");
    case ReconciledRow::Found::Fenced:
        return Words::tr("fenced: nothing can follow");
    case ReconciledRow::Found::Absent:
        return row.agreement == ReconciledRow::Agreement::Open ? Words::tr("no row yet")
                                                               : Words::tr("no row, as it must be");
    case ReconciledRow::Found::NotRead:
        return row.bank < 0 ? Words::tr("its service keeps its rows at neither bank")
                            : Words::tr("the bank could not be read");
    }
    return {};
}

QString exemptText(const ExemptMessage &exempt)
{
    return exempt.why == ExemptMessage::Why::Resent
        ? Words::tr("%1, sent again by a person").arg(widgets::shownGid(QString::fromLatin1(exempt.gid)))
        : Words::tr("%1, overridden by a person").arg(widgets::shownGid(QString::fromLatin1(exempt.gid)));
}

QString naiveText(const NaiveLoss &loss)
{
    return (loss.lost > core::Money() ? Words::tr("Naive transfer %1 debited user %2 and never credited user %3.")
                                      : Words::tr("Naive transfer %1 from user %2 credited user %3 twice."))
        .arg(loss.number)
        .arg(loss.fromUser)
        .arg(loss.toUser);
}

QString lostText(core::Money lost)
{
    return lost < core::Money() ? Words::tr("%1 too much").arg(widgets::formatMoney(-lost))
                                : Words::tr("%1 lost").arg(widgets::formatMoney(lost));
}

QString countAndLost(qint64 count, core::Money lost)
{
    return widgets::formatCount(count) + u" · "_s + lostText(lost);
}

ProofSentence proofSentence(const ProofReport &report)
{
    switch (report.verdict()) {
    case Holds::False:
        return Words::wrong(report);
    case Holds::Unknown:
        return Words::unknown(report);
    case Holds::True:
        break;
    }
    return {Words::tr("All money accounted for."),
            Words::tr("%n check(s) hold", nullptr, int(report.findings.size())) + u" · "_s + Words::scope(report)
                + u" · "_s + Words::tr("banks read at %1").arg(widgets::formatTimeOfDay(report.at))};
}

/// A journal has about as many bookings as it has ids.
QString Words::journal(const core::bank::ReadShare &share, const QString &bank)
{
    if (share.all == 0)
        return tr("Summing up the journal of %1.").arg(bank);
    return tr("Summing up the journal of %1: %2 of about %3 bookings.")
        .arg(bank, widgets::formatCount(share.done), widgets::formatCount(share.all));
}

QString progressSentence(const ProofProgress &progress, const QStringList &bankNames)
{
    using What = ProofProgress::What;
    const QString sender = bankNames.value(0);
    const QString receiver = bankNames.value(1);
    switch (progress.what) {
    case What::Messages:
        return Words::tr("Reading the engine's newest messages: %1 so far.")
            .arg(widgets::formatCount(progress.share.done));
    case What::ReceiverBookings:
        return Words::journal(progress.share, receiver);
    case What::SenderBookings:
        return Words::journal(progress.share, sender);
    case What::ReceiverRows:
        return Words::tr("Reading the barrier rows and bookings of %1.").arg(receiver);
    case What::SenderRows:
        return Words::tr("Reading the barrier rows and bookings of %1.").arg(sender);
    }
    Q_UNREACHABLE();
}

QString shownSql(const QString &sql)
{
    static const QRegularExpression list(u"\\bgid IN \\([^)]*\\)"_s);
    return widgets::gidsAreHidden() ? QString(sql).replace(list, u"gid IN (…)"_s) : sql;
}

} // namespace ui
