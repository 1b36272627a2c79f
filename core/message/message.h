// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/gid.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace core::message {

/// Where a message stands (PROTOCOL §3). The numbers are stored: never change one.
enum class State : std::uint8_t { Prepared = 0, Submitted = 1, Succeed = 2, Failed = 3 };

/// The protocol's word for a state: "prepared", "submitted", "succeed", "failed".
QByteArray stateName(State state);
std::optional<State> stateFromName(QByteArrayView name);

/// What an answer means (PROTOCOL §4). The numbers are stored.
enum class Verdict : std::uint8_t { Success = 0, Failure = 1, Ongoing = 2, Unknown = 3 };
QByteArray verdictName(Verdict verdict); ///< "SUCCESS", "FAILURE", "ONGOING", "unknown"

/// One step as the sender gave it. The action is a URL or topic://NAME.
struct Step
{
    QByteArray action;
    QByteArray payload;
    friend bool operator==(const Step &, const Step &) = default;
};

/// One call to make: a step, or one subscriber of a step's topic. Frozen when the message is first saved.
struct Branch
{
    QByteArray id; ///< "01", "02", … "100"; "01-01", "01-02" for the subscribers of a topic
    QByteArray url;
    int step = 0; ///< index into Content::steps, whose payload is sent
    friend bool operator==(const Branch &, const Branch &) = default;
};

struct BranchHeader
{
    QByteArray name;
    QByteArray value;
    friend bool operator==(const BranchHeader &, const BranchHeader &) = default;
};

struct Options
{
    bool waitResult = false;
    bool concurrent = false;
    seconds timeoutToFail{35}; ///< the age at which an unsubmitted message is checked back
    seconds requestTimeout{3};
    seconds retryInterval{10};
    seconds delay{0}; ///< from custom_data; between submit and the first call
    QList<BranchHeader> branchHeaders;
    friend bool operator==(const Options &, const Options &) = default;
};

/// What the sender said. Shared and never changed; a submit that brings another custom_data or wait_result makes a new
/// one.
struct Content
{
    QList<Step> steps;
    QList<Branch> branches;
    QByteArray queryPrepared;
    QByteArray customData;
    QByteArray protocol;
    Options options;
    friend bool operator==(const Content &, const Content &) = default;
};
using ContentPtr = std::shared_ptr<const Content>;

/// One message: what is stored, and (in flight) what only memory knows.
struct Message
{
    std::int64_t rowId = 0; ///< given by the coordinator, time-ordered; 0 until it is first saved
    Gid gid;
    State state = State::Prepared;
    ContentPtr content;
    std::vector<bool> branchDone; ///< one a branch: its SUCCESS is recorded

    int attempts = 0; ///< calls answered or given up: checkbacks and branches
    int failuresInRow =
        0; ///< passes without success since the last success, ONGOING among them; tells when it is stalled
    int backoffStep =
        0; ///< passes in a row that ended FAILURE or unknown: how often the interval was doubled, plus one
    bool stalled = false; ///< failed too often in a row; still retried
    Verdict lastVerdict = Verdict::Success; ///< of the last call
    int lastHttpStatus = 0; ///< of the last call; 0: no answer
    QByteArray lastError; ///< of the last call that was not SUCCESS; for people
    QByteArray reason; ///< rollback_reason: why it failed
    bool overridden = false; ///< a person stopped or forced it; named in every verdict over the whole

    TimePoint createdAt;
    TimePoint updatedAt;
    std::optional<TimePoint> submittedAt;
    std::optional<TimePoint> finishedAt;
    std::optional<TimePoint> dueAt; ///< when it next needs work; none once it is finished

    std::int64_t owner = 0; ///< the coordinator that has it in work; 0: nobody
    std::int64_t fence = 0; ///< raised by each change of owner; a write with an old one is dropped

    std::vector<int> inFlight; ///< memory only: indexes of the branches being called
    bool asking = false; ///< memory only: a checkback is under way
    Verdict worstOfPass = Verdict::Success; ///< memory only: Success until a branch of this pass answered otherwise
    std::optional<TimePoint> heldBackUntil; ///< memory only: a call of this pass was not made

    bool finished() const { return state == State::Succeed || state == State::Failed; }
    bool inWork() const { return asking || !inFlight.empty(); }
};

/// One call that is worth keeping: every call that was not a clean first success. Append-only.
struct Attempt
{
    std::int64_t messageRowId = 0;
    QByteArray branchId; ///< "00" is the checkback
    int number = 0; ///< counts the message's calls from 1
    TimePoint startedAt;
    Millis latency{0};
    Verdict verdict = Verdict::Unknown;
    int httpStatus = 0; ///< 0: no answer
    QByteArray error; ///< why, for people; empty for SUCCESS
    QByteArray answerExcerpt; ///< the first bytes of the answer's body, at most attemptExcerptMax
};

} // namespace core::message
