// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/message/message.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include <array>
#include <optional>

namespace ui {

/// What must hold over a closed pair of banks and the engine's messages (RELIABILITY, invariants).
enum class Invariant {
    TotalConstant, ///< balances and what is in flight make the total at the start
    NoNegativeBalance,
    SucceedHasRows, ///< what a message says is done has its barrier rows
    FailedHasNone, ///< a failed message was neither debited nor credited
    NoOrphanRow, ///< each barrier row belongs to a message
    NothingTwice, ///< no booking stands in a journal twice
    BookingsGuarded, ///< each booking has its barrier row
    CreditsHaveDebits, ///< each credit has a debit of the same amount
};
inline constexpr std::array allInvariants{
    Invariant::TotalConstant, Invariant::NoNegativeBalance, Invariant::SucceedHasRows,  Invariant::FailedHasNone,
    Invariant::NoOrphanRow,   Invariant::NothingTwice,      Invariant::BookingsGuarded, Invariant::CreditsHaveDebits};
/// For machines: "total-constant", …; as `checkbackd run` names them where it checks the same.
QString invariantName(Invariant invariant);

/// Unknown is not a pass.
enum class Holds { True, Unknown, False };

/// One thing that is not as it must be.
struct Offence
{
    enum class Kind {
        TotalWrong, ///< amount is missing; below zero: too much
        BelowZero, ///< userId has amount
        CreditRowMissing, ///< the message says that the branch is done
        DebitRowMissing, ///< the message was submitted
        DebitFenced, ///< it was submitted, yet the sender's row is the fence of a checkback
        DebitOfFailed, ///< it failed, yet the sender has committed
        CreditOfFailed,
        CreditOfPrepared, ///< a branch was applied before the submit
        RowWithoutMessage,
        BookedTwice, ///< so many times
        Unguarded,
        CreditWithoutDebit, ///< amount was credited
    };
    Kind kind = Kind::TotalWrong;
    QByteArray gid = {}; ///< of the message; empty where it is about none
    QByteArray branchId = {};
    int bank = -1; ///< 0: the sender's, 1: the receiver's; −1: both, or none
    int userId = 0;
    core::Money amount = {};
    int times = 0;

    friend bool operator==(const Offence &, const Offence &) = default;
};

/// A statement that a bank was read with, its values in place.
struct ProofSql
{
    int bank = 0; ///< 0: the sender's, 1: the receiver's
    QString statement; ///< without a semicolon; it only reads
    friend bool operator==(const ProofSql &, const ProofSql &) = default;
};

/// One invariant, and what was found.
struct InvariantFinding
{
    /// Why it is not known.
    enum class Doubt {
        None,
        NotYet, ///< the banks' first total was not read yet
        Store, ///< the engine's store could not be read: problem
        Bank, ///< bank could not be read: problem
        NoKnownMessage, ///< none of the rows belongs to a message of this engine: it seems to be another one's bank
        NotSettled, ///< seen once; being read again
    };
    static constexpr qsizetype offencesMax = 100;

    Invariant invariant = Invariant::TotalConstant;
    Holds holds = Holds::Unknown;
    Doubt doubt = Doubt::None; ///< of Unknown
    int doubtBank = -1;
    QString problem;
    qint64 checked = 0; ///< accounts, messages, rows or bookings
    QList<Offence> offences; ///< at most offencesMax
    qint64 offencesInAll = 0;
    QList<ProofSql> sql;
    core::Millis took{0};
};

/// The figures of a pair.
struct ProofSum
{
    bool known = false;
    core::Money sender;
    core::Money receiver;
    core::Money inFlight; ///< debited, not credited yet; below zero by what messages that were sent again credited
    qint64 inFlightMessages = 0;
    core::Money expected;
    std::optional<core::TimePoint> missingSince;
    qint64 transfers = 0; ///< debits of two-phase messages
    qint64 naiveTransfers = 0;
    core::Money naiveLost; ///< below zero: credited too much
    std::optional<core::Money> lowest; ///< of all balances
    int lowestUser = 0;
    qint64 accounts = 0;
    qint64 bookings = 0; ///< of two-phase messages

    core::Money total() const { return sender + receiver + inFlight; }
    core::Money missing() const { return expected - total(); }
    /// What is missing beyond what naive transfers lost.
    core::Money twoPhaseLost() const { return missing() - naiveLost; }
};

/// What a message says of one branch, or of its sender (branch 00), beside what a bank's rows say.
struct ReconciledRow
{
    enum class Found { Applied, Fenced, Absent, NotRead };
    enum class Agreement {
        Agrees,
        Differs, ///< offence says how
        Open, ///< the message is not settled: either is right
        NotKnown, ///< it is not known where its rows would be, or the bank could not be read
        Exempt, ///< a person overrode the message
    };
    QByteArray gid;
    core::message::State state = core::message::State::Prepared;
    QByteArray branchId;
    int bank = -1; ///< as in Offence; −1: not known
    Found found = Found::Absent;
    Agreement agreement = Agreement::Open;
    std::optional<Offence> offence;
};

/// A message that the checks leave out.
struct ExemptMessage
{
    enum class Why { Overridden, Resent };
    QByteArray gid;
    Why why = Why::Overridden;
    friend bool operator==(const ExemptMessage &, const ExemptMessage &) = default;
};

/// A naive transfer that lost money, or credited twice.
struct NaiveLoss
{
    int number = 0; ///< of all naive transfers, from 1
    QByteArray gid;
    int fromUser = 0;
    int toUser = 0;
    core::Money lost; ///< below zero: credited too much
    core::TimePoint at;
    friend bool operator==(const NaiveLoss &, const NaiveLoss &) = default;
};

/// All that one check found. A value.
struct ProofReport
{
    static constexpr qsizetype rowsMax = 500;

    core::TimePoint at; ///< when the banks were read
    core::Millis took{0};
    QStringList bankNames; ///< the sender's, the receiver's
    QList<InvariantFinding> findings; ///< in the order of allInvariants
    ProofSum sum;
    QList<ReconciledRow> rows; ///< what differs first, then of the newest messages
    qint64 rowsInAll = 0;
    qint64 rowsDiffering = 0;
    QList<ExemptMessage> exempt;
    QList<NaiveLoss> naiveLosses; ///< the latest first
    qint64 messagesChecked = 0;
    bool isOfAllMessages = false; ///< false: of the newest ones
    qint64 rowsRead = 0;

    Holds verdict() const;
    int countOf(Holds holds) const;
    const InvariantFinding &of(Invariant invariant) const;
};

/// What two checks, one after the other, both found wrong. What only one of them saw was on its way while it was read.
/// All else is as the later one has it.
ProofReport confirmed(const ProofReport &earlier, ProofReport later);

} // namespace ui

Q_DECLARE_METATYPE(ui::ProofReport)
