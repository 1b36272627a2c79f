// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlreader.h"

#include "core/store/keyvalues.h"
#include "core/store/messagerow.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <span>

namespace core::store {

using message::Attempt;
using message::Message;

namespace {

constexpr std::int64_t newestRowsProbed = 5000;
constexpr std::int64_t firstStretch = 500; ///< rows that a search looks at before it asks for the time
constexpr std::int64_t sortedMax = 20'000; ///< ids that an index finds and that are sorted, in some milliseconds
constexpr std::size_t idsAtOnce = 500;
constexpr std::int64_t behindAll = std::numeric_limits<std::int64_t>::max();

/// Whether the rows that the index finds must be sorted to come newest first: then all of them are looked at.
bool needsSorting(FilterIndex index)
{
    return index == FilterIndex::Gid || index == FilterIndex::Due;
}

QByteArray selectMessages(const QByteArray &tail)
{
    return QByteArrayLiteral("SELECT ") + messageColumns + " FROM message " + tail;
}

QByteArray idList(std::span<const std::int64_t> ids)
{
    QByteArray list;
    for (const std::int64_t id : ids)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(qint64{id});
    return list;
}

/// Calls each(part) for the ids in parts that a statement can name.
Status inParts(std::span<const std::int64_t> ids, const std::function<Status(std::span<const std::int64_t>)> &each)
{
    for (std::size_t first = 0; first < ids.size(); first += idsAtOnce) {
        if (const Status done = each(ids.subspan(first, std::min(idsAtOnce, ids.size() - first))); !done.ok())
            return done;
    }
    return Done{};
}

FilterSql notOlderThan(std::int64_t id, FilterSql filter)
{
    filter.condition += " AND id >= ?";
    filter.values.emplace_back(id);
    return filter;
}

/// Whether the texts that the filter asks for stand in this row, each within one URL or payload.
bool textsStand(const SqlRow &row, const Filter &filter)
{
    const auto stands = [&](const QByteArray &text, ContentPart part) {
        return text.isEmpty() || contentHas(row.bytes(ColumnContent), text, part);
    };
    const bool isInGid = !filter.text.isEmpty() && row.bytes(ColumnGid).contains(filter.text);
    return (isInGid || stands(filter.text, ContentPart::UrlsAndPayloads)) && stands(filter.urlText, ContentPart::Urls)
        && stands(filter.payloadText, ContentPart::Payloads)
        && (filter.topic.isEmpty() || stands(topicUrl(filter.topic), ContentPart::Urls));
}

} // namespace

/// The ids are found first, so that an index which does not give them in order sorts ids and not whole rows. As many
/// rows as turn out not to have the text are made up for.
Status SqlReader::forEachMatch(const Filter &filter, int limit, std::optional<std::int64_t> before, const TakeRow &take)
{
    return inSnapshot([&](SqlConnection &connection) -> Status {
        return readMatches(connection, filter, filterSql(filter, m_dialect.textCondition), limit,
                           before.value_or(behindAll), take);
    });
}

Status SqlReader::readMatches(SqlConnection &connection, const Filter &filter, const FilterSql &narrowed, int limit,
                              std::int64_t before, const TakeRow &take) const
{
    for (int left = std::max(limit, 0); left > 0;) {
        const Result<Ids> ids = bestMatchingIds(connection, narrowed, before, left);
        if (!ids.ok())
            return ids.error();
        const bool wereAll = static_cast<int>(ids->size()) < left;
        const auto takeMatching = [&](const SqlRow &row) -> Status {
            if (!textsStand(row, filter))
                return Done{};
            --left;
            return take(row);
        };
        const Status read = inParts(*ids, [&](std::span<const std::int64_t> part) {
            return connection.forEachRow(selectMessages("WHERE id IN (" + idList(part) + ") ORDER BY id DESC"), {},
                                         takeMatching);
        });
        if (!read.ok() || wereAll)
            return read;
        before = ids->back();
    }
    return Done{};
}

/// Ids of matching rows, newest first. from: the table, or a part of it.
Result<SqlReader::Ids> SqlReader::matchingIds(SqlConnection &connection, const FilterSql &filter,
                                              const QByteArray &from, std::int64_t before, int limit) const
{
    std::vector<SqlValue> values = filter.values;
    values.insert(values.end(), {before, std::int64_t{limit}});
    Ids ids;
    const Status read = connection.forEachRow("SELECT id FROM " + from + " WHERE " + filter.condition
                                                  + " AND id < ? ORDER BY id DESC LIMIT ?",
                                              values, [&](const SqlRow &row) -> Status {
                                                  ids.push_back(row.integer(0));
                                                  return Done{};
                                              });
    if (!read.ok())
        return read.error();
    return ids;
}

/// Of the newest newestRowsProbed rows below `before` only.
Result<SqlReader::Ids> SqlReader::newestMatchingIds(SqlConnection &connection, const FilterSql &filter,
                                                    std::int64_t before, int limit) const
{
    const Result<std::int64_t> oldest = oldestOfNewest(connection, before, newestRowsProbed);
    if (!oldest.ok())
        return oldest.error();
    return matchingIds(connection, notOlderThan(*oldest, filter), m_dialect.tableWith(FilterIndex::None), before,
                       limit);
}

/// The id of the last of so many rows below `before`; 0 when there are fewer.
Result<std::int64_t> SqlReader::oldestOfNewest(SqlConnection &connection, std::int64_t before, std::int64_t rows) const
{
    return connection.number("SELECT id FROM " + m_dialect.tableWith(FilterIndex::None)
                                 + " WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?",
                             {before, rows - 1});
}

/// An index that needs sorting is quick where few rows match. Where so many match that the newest few thousand rows
/// hold a whole page of them (an outage with everything unfinished, a prefix that all gids have), these are quicker.
Result<SqlReader::Ids> SqlReader::bestMatchingIds(SqlConnection &connection, const FilterSql &filter,
                                                  std::int64_t before, int limit) const
{
    if (needsSorting(filter.index)) {
        Result<Ids> probed = newestMatchingIds(connection, filter, before, limit);
        if (!probed.ok() || static_cast<int>(probed->size()) == limit)
            return probed;
    }
    FilterSql indexed = filter;
    indexed.condition += m_dialect.indexCondition(filter.index);
    return matchingIds(connection, indexed, m_dialect.tableWith(filter.index), before, limit);
}

namespace {

/// Fills a page up to its limit; one row more tells that another page follows.
TakeRow pageTaker(Page &page, int limit)
{
    return [&page, limit](const SqlRow &row) -> Status {
        if (page.rows.size() < limit)
            page.rows.append(readSummary(row));
        else
            page.nextBefore = page.rows.last().rowId;
        return Done{};
    };
}

} // namespace

Result<Page> SqlReader::page(const Filter &filter, int limit, std::optional<std::int64_t> before)
{
    Page page;
    limit = std::max(limit, 1);
    if (const Status read = forEachMatch(filter, limit + 1, before, pageTaker(page, limit)); !read.ok())
        return read.error();
    return page;
}

/// Whether more rows match than are sorted in a moment, where the index does not give them in order.
Result<bool> SqlReader::sortsMany(const FilterSql &filter)
{
    if (!needsSorting(filter.index))
        return false;
    std::vector<SqlValue> values = filter.values;
    values.emplace_back(sortedMax + 1);
    bool isMany = false;
    const Status counted = inSnapshot([&](SqlConnection &connection) -> Status {
        const Result<std::int64_t> found =
            connection.number("SELECT count(*) FROM (SELECT 1 FROM " + m_dialect.tableWith(filter.index) + " WHERE "
                                  + filter.condition + m_dialect.indexCondition(filter.index) + " LIMIT ?) AS found",
                              values);
        if (!found.ok())
            return found.error();
        isMany = *found > sortedMax;
        return Done{};
    });
    if (!counted.ok())
        return counted.error();
    return isMany;
}

Result<Page> SqlReader::search(const Filter &filter, int limit, std::optional<std::int64_t> before, Millis budget)
{
    const FilterSql narrowed = filterSql(filter, m_dialect.textCondition);
    const Result<bool> isMany = sortsMany(narrowed);
    if (!isMany.ok())
        return isMany.error();
    if (narrowed.index != FilterIndex::None && !*isMany)
        return page(filter, limit, before);
    return searchInSteps(filter, std::max(limit, 1), before.value_or(behindAll), budget);
}

namespace {

/// Twice as long as the one before, yet no longer than the time that is left.
std::int64_t nextStretch(std::int64_t stretch, std::int64_t tookNs, const QDeadlineTimer &deadline)
{
    const auto inTime =
        double(stretch) * double(deadline.remainingTimeNSecs()) / double(std::max<std::int64_t>(tookNs, 1));
    return std::max(firstStretch, std::min(2 * stretch, static_cast<std::int64_t>(inTime)));
}

} // namespace

/// Stretches of rows until the page is full or the time is over.
Result<Page> SqlReader::searchInSteps(const Filter &filter, int limit, std::int64_t before, Millis budget)
{
    const QDeadlineTimer deadline(budget);
    QElapsedTimer clock;
    Page page;
    for (std::int64_t stretch = firstStretch;;) {
        clock.start();
        const Status read = inSnapshot(
            [&](SqlConnection &connection) { return searchStretch(connection, filter, limit, before, stretch, page); });
        if (!read.ok())
            return read.error();
        if (page.nextBefore || before == 0)
            return page;
        if (deadline.hasExpired()) {
            page.nextBefore = before;
            return page;
        }
        stretch = nextStretch(stretch, clock.nsecsElapsed(), deadline);
    }
}

/// Looks at one stretch of rows below `before`, which it moves on; to 0 at the end of all rows.
Status SqlReader::searchStretch(SqlConnection &connection, const Filter &filter, int limit, std::int64_t &before,
                                std::int64_t stretch, Page &page) const
{
    const Result<std::int64_t> oldest = oldestOfNewest(connection, before, stretch);
    if (!oldest.ok())
        return oldest.error();
    FilterSql narrowed = notOlderThan(*oldest, filterSql(filter, m_dialect.textCondition));
    narrowed.index = FilterIndex::None;
    const int wanted = limit + 1 - static_cast<int>(page.rows.size());
    const Status read = readMatches(connection, filter, narrowed, wanted, before, pageTaker(page, limit));
    before = *oldest;
    page.lookedAt += stretch;
    return read;
}

Result<QList<Summary>> SqlReader::summaries(const QList<std::int64_t> &rowIds, const Filter &filter)
{
    const FilterSql narrowed = filterSql(filter, m_dialect.textCondition);
    QList<Summary> found;
    const auto take = [&](const SqlRow &row) -> Status {
        if (textsStand(row, filter))
            found.append(readSummary(row));
        return Done{};
    };
    const Status read = inSnapshot([&](SqlConnection &connection) {
        return inParts(rowIds, [&](std::span<const std::int64_t> part) {
            const QByteArray condition =
                "WHERE " + narrowed.condition + " AND id IN (" + idList(part) + ") ORDER BY id";
            return connection.forEachRow(selectMessages(condition), narrowed.values, take);
        });
    });
    if (!read.ok())
        return read.error();
    return found;
}

Result<std::optional<Message>> SqlReader::message(const Gid &gid)
{
    Result<std::vector<Message>> found = messages(Filter{.gid = gid.bytes()}, 1, std::nullopt);
    if (!found.ok())
        return found.error();
    if (found->empty())
        return std::optional<Message>();
    return std::optional<Message>(std::move(found->front()));
}

Result<std::vector<Message>> SqlReader::messages(const Filter &filter, int limit, std::optional<std::int64_t> before)
{
    std::vector<Message> found;
    const auto take = [&](const SqlRow &row) -> Status {
        Result<Message> message = readMessage(row);
        if (!message.ok())
            return message.error();
        found.push_back(std::move(*message));
        return Done{};
    };
    if (const Status read = forEachMatch(filter, limit, before, take); !read.ok())
        return read.error();
    return found;
}

Result<QList<Attempt>> SqlReader::attempts(std::int64_t messageRowId)
{
    QList<Attempt> found;
    const Status read = inSnapshot([&](SqlConnection &connection) {
        return connection.forEachRow(QByteArrayLiteral("SELECT ") + attemptColumns
                                         + " FROM attempt WHERE message_id = ? ORDER BY number, rowid",
                                     {messageRowId}, [&](const SqlRow &row) -> Status {
                                         found.append(readAttempt(row));
                                         return Done{};
                                     });
    });
    if (!read.ok())
        return read.error();
    return found;
}

Result<Counts> SqlReader::counts()
{
    Counts counts;
    const auto read = [&](SqlConnection &connection) { return readCounts(connection, counts); };
    if (const Status done = inSnapshot(read); !done.ok())
        return done.error();
    return counts;
}

Status SqlReader::readCounts(SqlConnection &connection, Counts &counts) const
{
    const QByteArray unfinished = "SELECT count(*), sum(state = 0), sum(failures_in_row > 0), sum(stalled), "
                                  "min(created_at), min(CASE WHEN state = 0 THEN created_at END) FROM "
        + m_dialect.tableWith(FilterIndex::Due) + " WHERE due_at IS NOT NULL";
    const Status read = connection.forEachRow(unfinished, {}, [&](const SqlRow &row) -> Status {
        counts.prepared = row.integer(1);
        counts.submitted = row.integer(0) - counts.prepared;
        counts.retrying = row.integer(2);
        counts.stalled = row.integer(3);
        counts.oldestUnfinished = row.time(4);
        counts.oldestPrepared = row.time(5);
        return Done{};
    });
    if (!read.ok())
        return read;
    const Result<std::int64_t> failed =
        connection.number("SELECT count(*) FROM " + m_dialect.tableWith(FilterIndex::Failed) + " WHERE state = 3"
                          + m_dialect.indexCondition(FilterIndex::Failed));
    const Result<std::int64_t> total = connection.number("SELECT count(*) FROM message");
    if (!failed.ok() || !total.ok())
        return failed.ok() ? total.error() : failed.error();
    counts.failed = *failed;
    counts.total = *total;
    return Done{};
}

Result<QList<KeyValue>> SqlReader::keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                             const QByteArray &afterKey)
{
    QList<KeyValue> found;
    const Status read = inSnapshot([&](SqlConnection &connection) -> Status {
        Result<QList<KeyValue>> rows = readKeyValues(connection, category, key, limit, afterKey);
        if (!rows.ok())
            return rows.error();
        found = std::move(*rows);
        return Done{};
    });
    if (!read.ok())
        return read.error();
    return found;
}

} // namespace core::store
