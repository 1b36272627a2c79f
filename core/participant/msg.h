// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/participant/barrier.h"
#include "core/participant/coordinatorclient.h"

#include <QList>

namespace core::participant {

/// What a sender may ask of the coordinator for one message. Zero and empty: the coordinator's default, not sent.
struct MsgOptions
{
    bool waitResult = false; ///< submit answers after the first pass over the branches
    bool concurrent = false; ///< all branches at once, not one after the other
    seconds delay{0}; ///< from the submit to the first call; sent in custom_data
    seconds timeoutToFail{0}; ///< the age at which an unsubmitted message is checked back
    seconds requestTimeout{0}; ///< of one call to a branch or of the checkback
    seconds retryInterval{0};
    QList<message::BranchHeader> branchHeaders; ///< added to each branch call
    QByteArray customData; ///< JSON text; not together with delay
};

/// Whether the coordinator took the submit. None of these changes what the local transaction did: a submit that was not
/// heard is made up for by the checkback.
enum class Submission {
    NotSent,
    Acknowledged, ///< also: with waitResult, every branch is done
    Ongoing, ///< taken; with waitResult, some branch is not done yet and goes on by itself
    Unconfirmed, ///< no answer, or a refusal
};

/// What became of doAndSubmitDb().
struct MsgResult
{
    enum class Outcome {
        NotStarted, ///< the coordinator did not take the prepare; the work was not run. Says nothing of an earlier use
                    ///< of the gid
        Committed,
        RolledBack, ///< nothing of this call is in the database
        Unknown, ///< the coordinator will find out by its checkback
    };
    Outcome outcome = Outcome::NotStarted;
    std::optional<Error> error; ///< prepare's, the work's or the database's; beside Committed: COMMIT's answer was
                                ///< lost, or an earlier call had done it
    bool workFailed = false; ///< error came from the work itself
    Submission submission = Submission::NotSent;
    std::optional<Error> submitError; ///< why submission is Ongoing or Unconfirmed
};

/// A two-phase message from the sender's side (PROTOCOL §3 and §5). One object a message, on one thread; calls block.
class Msg final
{
public:
    Msg(CoordinatorClient &coordinator, Gid gid, MsgOptions options = {});

    /// Adds a step: a URL, or topic://NAME for all who subscribe to it. payload is sent as it is; it must be UTF-8.
    void add(QByteArray action, QByteArray payload);

    /// What is sent for prepare and submit; Invalid, naming the field, when it cannot be said in JSON.
    Result<QByteArray> toJson(const QByteArray &queryPrepared) const;

    /// Announces the message, before any local work. queryPrepared is the URL of this service's checkback.
    Status prepare(const QByteArray &queryPrepared);
    /// Ok when the coordinator keeps the message; Ongoing when waitResult was asked for and delivery goes on. Without a
    /// prepare it is an ordinary reliable message.
    Status submit();
    Status abort();

    /// The whole: prepare, then work in a local transaction guarded by a barrier row, then submit or abort, or, where
    /// the end of the local transaction is not certain, what the checkback answers (asked as the coordinator would ask
    /// it). A retry with the same gid after Committed or Unknown never runs the work twice.
    MsgResult doAndSubmitDb(const QByteArray &queryPrepared, QSqlDatabase &db, const LocalWork &work,
                            TableName table = {});

    const Gid &gid() const { return m_gid; }

private:
    Status send(const char *point, const QByteArray &operation, const QByteArray &transaction);
    MsgResult committed(std::optional<Error> error);
    MsgResult rolledBack(BarrierResult &&local);
    MsgResult settleByCheckback(BarrierResult &&local);
    message::Verdict askCheckback() const;

    CoordinatorClient &m_coordinator;
    Gid m_gid;
    MsgOptions m_options;
    QList<message::Step> m_steps;
    QByteArray m_queryPrepared;
};

} // namespace core::participant
