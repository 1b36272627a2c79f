// SPDX-License-Identifier: Apache-2.0
#include "core/store/messagereader.h"

#include <algorithm>

namespace core::store {

using message::State;

namespace {

template<typename Value>
bool isWithin(const Value &value, const std::optional<Value> &least, const std::optional<Value> &most)
{
    return (!least || value >= *least) && (!most || value <= *most);
}

bool isRetrying(const Summary &summary)
{
    const bool isUnfinished = summary.state == State::Prepared || summary.state == State::Submitted;
    return isUnfinished && summary.failuresInRow > 0;
}

/// Of concurrent branches the first that has not succeeded.
QByteArray awaitedUrl(const message::Message &message)
{
    if (message.state == State::Prepared)
        return message.content->queryPrepared;
    if (message.state != State::Submitted)
        return {};
    const auto open = std::find(message.branchDone.begin(), message.branchDone.end(), false);
    const auto place = static_cast<qsizetype>(open - message.branchDone.begin());
    return place < message.content->branches.size() ? message.content->branches.at(place).url : QByteArray();
}

} // namespace

Summary summaryOf(const message::Message &message)
{
    Summary summary;
    summary.rowId = message.rowId;
    summary.gid = message.gid.bytes();
    summary.state = message.state;
    summary.stalled = message.stalled;
    summary.overridden = message.overridden;
    summary.attempts = message.attempts;
    summary.failuresInRow = message.failuresInRow;
    summary.branches = static_cast<int>(message.content->branches.size());
    summary.branchesDone = static_cast<int>(std::count(message.branchDone.begin(), message.branchDone.end(), true));
    if (!message.content->branches.isEmpty())
        summary.firstUrl = message.content->branches.first().url;
    if (!message.content->steps.isEmpty())
        summary.firstPayload = message.content->steps.first().payload.left(summaryPayloadMax);
    summary.awaitedUrl = awaitedUrl(message);
    summary.lastVerdict = message.lastVerdict;
    summary.lastHttpStatus = message.lastHttpStatus;
    summary.lastError = message.lastError;
    summary.createdAt = message.createdAt;
    summary.updatedAt = message.updatedAt;
    summary.finishedAt = message.finishedAt;
    summary.dueAt = message.dueAt;
    return summary;
}

bool fits(const Summary &summary, const Filter &filter)
{
    return (filter.states.isEmpty() || filter.states.contains(summary.state))
        && (!filter.retrying || *filter.retrying == isRetrying(summary))
        && (!filter.stalled || *filter.stalled == summary.stalled)
        && (filter.gid.isEmpty() || filter.gid == summary.gid) && summary.gid.startsWith(filter.gidPrefix)
        && isWithin(summary.attempts, filter.attemptsMin, filter.attemptsMax)
        && isWithin(summary.createdAt, filter.createdFrom, filter.createdTo);
}

bool looksIntoContent(const Filter &filter)
{
    return !filter.text.isEmpty() || !filter.urlText.isEmpty() || !filter.payloadText.isEmpty()
        || !filter.topic.isEmpty();
}

} // namespace core::store
