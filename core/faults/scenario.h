// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/fault.h"
#include "core/base/money.h"
#include "core/message/message.h"

#include <QList>

#include <variant>

namespace core::faults {

/// A program of a scenario.
enum class Part {
    Coordinator,
    SecondCoordinator, ///< on the same store
    Sender,
    Receiver,
    Database, ///< the server that has store and banks, where the story has one of its own
};
QByteArray partName(Part part); ///< "coordinator", "coordinator-2", "sender", "receiver", "database"

/// What the coordinator calls at a bank.
enum class CallKind { Branch, Checkback };
QByteArray callKindName(CallKind kind); ///< "branch", "checkback"

/// What stands in for a bank's answer.
enum class StandIn {
    ErrorPage, ///< 200 with a gateway's HTML page in which the word FAILURE stands
    Ongoing, ///< 425
    ServerError, ///< 500
};
QByteArray standInName(StandIn standIn); ///< "error-page", "ongoing", "error-500"

/// The same text in both languages.
struct Caption
{
    QString english;
    QString chinese;
    friend bool operator==(const Caption &, const Caption &) = default;
};

/// A transfer from the sender's bank to the receiver's. A message is named by a label in the file; its gid is made from
/// it.
struct TransferAction
{
    QByteArray label;
    int from = 0;
    int to = 0;
    Money amount;
    seconds timeoutToFail{0}; ///< 0, here and below: the coordinator's default
    seconds retryInterval{0};
    seconds requestTimeout{0};
    seconds delay{0};
    bool waitResult = false;
};

/// Waits until the coordinator says that the message is in this state.
struct WaitForState
{
    QByteArray label;
    QByteArray state; ///< one of statusWords()
    Millis within{0};
};
struct WaitForTime
{
    Millis time{0};
};
/// Waits until a program has ended by itself, as an armed crash makes it.
struct WaitForEnd
{
    Part part = Part::Coordinator;
    Millis within{0};
};
/// Waits until the coordinator has called a bank for this message so many times.
struct WaitForCalls
{
    CallKind kind = CallKind::Branch;
    QByteArray label;
    int count = 0;
    Millis within{0};
};

/// Ends a program by SIGKILL.
struct CrashAction
{
    Part part = Part::Coordinator;
};
/// Starts a program again (ends it first where it runs), with these faults armed and no others.
struct RestartAction
{
    Part part = Part::Coordinator;
    QList<Fault> faults; ///< a gid there is a label
};
/// Arms these faults in a program that runs, in place of all that are armed there; none: disarms it.
struct ArmAction
{
    Part part = Part::Coordinator;
    QList<Fault> faults; ///< a gid there is a label
};
/// Holds a bank's database, so that nobody else can change an account, or lets it go.
struct PauseAction
{
    Part bank = Part::Sender;
    bool pause = true;
};
/// The next calls of this kind do not reach the bank; this is answered in its place.
struct AnswerAction
{
    CallKind kind = CallKind::Branch;
    StandIn standIn = StandIn::Ongoing;
    int times = 1;
};

struct ExpectState
{
    QByteArray label;
    QByteArray state; ///< one of statusWords()
};
struct ExpectBalance
{
    Part bank = Part::Sender;
    int user = 0;
    Money balance;
};
/// How often something happened: exactly, or at least.
struct ExpectCount
{
    enum class What { Debits, Credits, BranchCalls, Checkbacks };
    What what = What::Debits;
    QByteArray label;
    int count = 0;
    bool orMore = false;
};
/// What the sender's bank answered to the transfer.
struct ExpectAnswer
{
    QByteArray label;
    int status = 0; ///< HTTP; 0: none, the connection broke
};
/// At least one call of this kind was answered so, as the verdict table judges it.
struct ExpectVerdict
{
    CallKind kind = CallKind::Branch;
    QByteArray label;
    message::Verdict verdict = message::Verdict::Success;
};
/// The invariants as they stand now; at the end of a scenario they are checked in any case.
struct ExpectInvariants
{ };

using Action = std::variant<TransferAction, WaitForState, WaitForTime, WaitForEnd, WaitForCalls, CrashAction,
                            RestartAction, ArmAction, PauseAction, AnswerAction, ExpectState, ExpectBalance,
                            ExpectCount, ExpectAnswer, ExpectVerdict, ExpectInvariants>;

/// One thing that happens or is expected.
struct Step
{
    int line = 0; ///< in the file, from 1
    QByteArray text; ///< as it stands there
    Action action;
};

/// A caption and what it tells of.
struct Scene
{
    Caption caption;
    QList<Step> steps; ///< at least one
};

struct ScenarioAccount
{
    Part bank = Part::Sender;
    int user = 0;
    Money balance;
};

/// Faults that a program has armed when it is started first.
struct ArmedPart
{
    Part part = Part::Coordinator;
    QList<Fault> faults; ///< a gid there is a label
};

/// A story that a scenario file tells.
struct Scenario
{
    QString name; ///< the file's, without ".txt"
    Caption title;
    int seed = 1; ///< makes the gids: the same seed, the same gids
    int coordinators = 1; ///< 1 or 2, on one store
    bool hasOwnDatabase = false; ///< store and banks are in a database server of the story's own, which it may kill
    QList<ScenarioAccount> accounts;
    QList<ArmedPart> armed;
    QList<Scene> scenes;

    /// Of a label: "submit-lost-m1-1".
    QByteArray gidOf(const QByteArray &label) const;
    /// As these faults are armed: with gids in place of labels, ready for CHECKBACK_FAULTS.
    QByteArray faultsText(const QList<Fault> &faults) const;
};

/// The words for a message's state: the four of the protocol, and "none" for a gid that the coordinator does not know.
const QByteArrayList &statusWords();

} // namespace core::faults
