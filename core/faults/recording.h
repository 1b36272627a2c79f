// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "core/bank/proof.h"
#include "core/faults/scenario.h"

#include <QHash>
#include <QMap>

namespace core::faults {

/// A request that goes from one part of a story to another.
enum class Request {
    Transfer, ///< the story asks the sender's bank
    Prepare, ///< the sender, here and below, asks the coordinator
    Submit,
    Abort,
    Checkback, ///< a coordinator asks the sender
    Branch, ///< a coordinator calls the receiver
};
QByteArray requestName(Request request); ///< "transfer", "prepare", "submit", "abort", "checkback", "branch"

/// A request on its way. Its answer, if one comes, has the same number.
struct Asked
{
    int call = 0; ///< counts all requests of the story from 1
    Request request = Request::Transfer;
    Part from = Part::Sender; ///< of a Transfer: the sender too, for the story has no lifeline of its own
    Part to = Part::Coordinator;
    QByteArray label; ///< of the message; empty: of none of this story
    QByteArray branchId = {}; ///< "01"; of a Branch only
};

/// What came of a request.
struct Answered
{
    Asked asked;
    int status = 0; ///< HTTP; 0: the connection broke, or what was asked is gone
    std::optional<message::Verdict> verdict = {}; ///< as the protocol's table judges it; none without an answer
    QByteArray excerpt = {}; ///< the first bytes of the body, at most 200
    bool isStandIn = false; ///< the story answered in the place of the one that was asked
};

/// A local transaction was committed: the books of a bank have a booking or a barrier row more.
struct Committed
{
    enum class What {
        Debit, ///< the sender's booking and its barrier row
        Credit, ///< the receiver's
        Fence, ///< a checkback wrote the barrier row first: the debit can never be committed
    };
    What what = What::Debit;
    QByteArray label;
    Money amount; ///< negative for a debit; 0 of a fence
};

/// A program has ended.
struct Ended
{
    Part part = Part::Coordinator;
    bool byFault = false; ///< by a crash that was armed, else killed by the story
};
/// A program takes requests (again).
struct Started
{
    Part part = Part::Coordinator;
    QByteArray faults; ///< armed from here on, as CHECKBACK_FAULTS has them; empty: none
};
/// An armed fault has struck.
struct Struck
{
    Part part = Part::Coordinator;
    QByteArray point; ///< "branch.after-answer"
    FaultMode mode = FaultMode::Fail;
};
/// A message has another state, by a coordinator's API or by an answer that it gave.
struct StateChanged
{
    QByteArray label;
    QByteArray before; ///< one of statusWords()
    QByteArray after;
};
/// A scene begins: its caption is what is to be read now.
struct SceneBegun
{ };
/// A step of the file begins; a wait may take a while from here.
struct StepBegun
{ };
/// It has come to its end.
struct StepDone
{
    QString problem; ///< empty: as the file expects; else what was found instead
};
/// The end, with the invariants of both banks' rows and the end of each message. The last moment of a recording.
struct Judged
{
    bool holds = false;
    QList<bank::Finding> findings;
};

using Happening = std::variant<SceneBegun, StepBegun, StepDone, Asked, Answered, Committed, Ended, Started, Struck,
                               StateChanged, Judged>;

/// One bank's money and barrier rows.
struct BankFace
{
    QList<bank::Account> accounts; ///< by user
    QList<bank::BarrierRow> barrierRows; ///< in the order they were written
    friend bool operator==(const BankFace &, const BankFace &) = default;
};

/// Something that happened, and how everything stood then. A value; the lists are shared between moments.
struct Moment
{
    Millis at{0}; ///< since the parts were started
    int scene = -1; ///< index into Recording::captions; -1: before the first
    int line = 0; ///< of the file, of the step that is played; 0: before the first
    QByteArray text; ///< of that step
    Happening what;
    QMap<QByteArray, QByteArray> states; ///< one of statusWords() by label, of each message that was asked for
    BankFace sender; ///< as read last: while a database is away, as before
    BankFace receiver;
    Money inFlight; ///< debited and not yet credited
    QList<Part> running;
};

/// A whole run of a scenario, moment by moment.
struct Recording
{
    QString scenario; ///< its name
    Caption title;
    QList<Caption> captions; ///< of its scenes
    QHash<QByteArray, QByteArray> gids; ///< by label
    TransferAction transfer; ///< the first of the story: whose money goes where
    QList<Moment> moments; ///< in the order they happened
};

/// Of a scenario that has not begun.
Recording newRecording(const Scenario &scenario);
/// The position of the first moment of a scene; −1 while it has not begun.
qsizetype firstOfScene(const Recording &recording, int scene);

} // namespace core::faults
