// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"
#include "core/store/messagestore.h"

#include <memory>

namespace core::store {

/// What a list is narrowed to. Everything that is set must hold.
struct Filter
{
    QList<message::State> states; ///< any of these; empty: all
    std::optional<bool> retrying; ///< unfinished and failed at least once in a row (true), or not (false)
    std::optional<bool> stalled;
    QByteArray gid; ///< exactly this one
    QByteArray gidPrefix;
    QByteArray text; ///< stands, byte for byte, in the gid, a URL or a payload
    QByteArray urlText; ///< stands in a URL (actions, branch URLs, query_prepared)
    QByteArray payloadText; ///< stands in a payload
    QByteArray topic; ///< a step goes to a topic whose name begins so
    std::optional<int> attemptsMin;
    std::optional<int> attemptsMax;
    std::optional<TimePoint> createdFrom; ///< inclusive; "age" is turned into these by who knows the time
    std::optional<TimePoint> createdTo; ///< inclusive
    friend bool operator==(const Filter &, const Filter &) = default;
};

/// A row of a list: what is shown without opening the message. The payload of the first step is cut at
/// summaryPayloadMax.
struct Summary
{
    std::int64_t rowId = 0;
    QByteArray gid;
    message::State state = message::State::Prepared;
    bool stalled = false;
    bool overridden = false;
    int attempts = 0;
    int failuresInRow = 0;
    int branches = 0;
    int branchesDone = 0;
    QByteArray firstUrl; ///< of the first branch
    QByteArray firstPayload;
    QByteArray awaitedUrl; ///< of an unfinished one: the call that it is at, a branch or the checkback; else empty
    message::Verdict lastVerdict = message::Verdict::Success; ///< of the last call
    int lastHttpStatus = 0; ///< of the last call; 0: no answer
    QByteArray lastError;
    TimePoint createdAt;
    TimePoint updatedAt;
    std::optional<TimePoint> finishedAt;
    std::optional<TimePoint> dueAt;
};
constexpr qsizetype summaryPayloadMax = 512;

/// The summary of a message in hand, as the reader would give it.
Summary summaryOf(const message::Message &message);

/// Whether a summary fulfils all of the filter that a summary tells: everything but the texts and the topic. Says the
/// same as the store's query. Pure.
bool fits(const Summary &summary, const Filter &filter);
/// Whether the filter looks into URLs or payloads, so that beyond fits() only the store can tell. Pure.
bool looksIntoContent(const Filter &filter);

struct Page
{
    QList<Summary> rows; ///< newest first
    std::optional<std::int64_t> nextBefore; ///< pass as `before` for the following page; none: this was the last
    std::int64_t lookedAt = 0; ///< about how many rows search() has gone through for it; 0: an index found them
};

/// Numbers for tabs and tiles, all exact and of one moment. On a million finished messages they cost about 10 ms, with
/// a million unfinished ones about 200 ms: ask more seldom while very many are unfinished.
struct Counts
{
    std::int64_t total = 0;
    std::int64_t prepared = 0;
    std::int64_t submitted = 0;
    std::int64_t retrying = 0; ///< of prepared and submitted
    std::int64_t stalled = 0; ///< of prepared and submitted
    std::int64_t failed = 0;
    std::optional<TimePoint> oldestUnfinished;
    std::optional<TimePoint> oldestPrepared;
};

/// Reads for screens and queries: its own read-only connection on its own thread, short snapshots, never in the loop's
/// way. All functions but cancel() belong to the thread that opened it.
class MessageReader
{
public:
    virtual ~MessageReader() = default;
    virtual Status open() = 0;

    virtual Result<Page> page(const Filter &filter, int limit, std::optional<std::int64_t> before) = 0;
    /// As page(), for a filter that may match very few of very many rows: where no index helps, or one would have to
    /// sort very many, it stops when the budget is used up. Then the page holds what was found until there, perhaps
    /// nothing, and nextBefore goes on. At least a few hundred rows are looked at each time.
    virtual Result<Page> search(const Filter &filter, int limit, std::optional<std::int64_t> before, Millis budget) = 0;
    /// Rows of these ids that match the filter, to decide whether a changed message belongs on a live page.
    virtual Result<QList<Summary>> summaries(const QList<std::int64_t> &rowIds, const Filter &filter) = 0;
    virtual Result<std::optional<message::Message>> message(const Gid &gid) = 0;
    virtual Result<std::vector<message::Message>> messages(const Filter &filter, int limit,
                                                           std::optional<std::int64_t> before) = 0;
    virtual Result<QList<message::Attempt>> attempts(std::int64_t messageRowId) = 0;
    virtual Result<Counts> counts() = 0;
    virtual Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                              const QByteArray &afterKey) = 0;

    /// Any thread: the query that runs now ends with Unavailable "cancelled".
    virtual void cancel() = 0;
};

} // namespace core::store
