// SPDX-License-Identifier: Apache-2.0
#include "core/store/prune.h"

#include "core/base/faultpoint.h"

namespace core::store {

namespace {

/// What one look found: the ids of those that may go, parted by commas.
struct Found
{
    QByteArray ids;
    int count = 0;
    int rows = 0;
    Pruned pruned;
};

/// False when no further row need be looked at: ids are in the order of creation, so all that follow are younger.
bool takeRow(const SqlRow &row, const PruneOrder &order, Found &found)
{
    const std::optional<TimePoint> finishedAt = row.time(1);
    const bool isYoung = row.time(2).value_or(TimePoint()) >= order.finishedBefore;
    if (isYoung || found.count == order.removeMax)
        return false;
    ++found.rows;
    found.pruned.lastId = row.integer(0);
    if (!finishedAt || *finishedAt >= order.finishedBefore)
        return true;
    found.ids += found.ids.isEmpty() ? "" : ",";
    found.ids += QByteArray::number(qint64{row.integer(0)});
    ++found.count;
    return true;
}

Result<Found> findPrunable(SqlConnection &connection, const PruneOrder &order)
{
    Found found;
    found.pruned.lastId = order.afterId;
    bool goesOn = true;
    const Status read =
        connection.forEachRow("SELECT id, finished_at, created_at FROM message WHERE id > ? ORDER BY id LIMIT ?",
                              {order.afterId, std::int64_t{order.rowsMax}}, [&](const SqlRow &row) -> Status {
                                  goesOn = goesOn && takeRow(row, order, found);
                                  return Done{};
                              });
    if (!read.ok())
        return read.error();
    found.pruned.isAtEnd = found.rows < order.rowsMax;
    return found;
}

} // namespace

Result<Pruned> pruneMessages(SqlConnection &connection, const PruneOrder &order)
{
    Result<Found> found = findPrunable(connection, order);
    if (!found.ok())
        return found.error();
    if (found->count == 0)
        return found->pruned;
    const Result<std::int64_t> attempts =
        connection.change("DELETE FROM attempt WHERE message_id IN (" + found->ids + ')', {});
    if (!attempts.ok())
        return attempts.error();
    const Result<std::int64_t> messages =
        connection.change("DELETE FROM message WHERE id IN (" + found->ids + ") AND finished_at IS NOT NULL", {});
    if (!messages.ok())
        return messages.error();
    if (faultPoint("purge"))
        return Error::unavailable(QStringLiteral("an armed fault kept finished messages from being removed"));
    found->pruned.removed = static_cast<int>(*messages);
    return found->pruned;
}

Result<Counted> countMessages(SqlConnection &connection, std::int64_t afterId, int rowsMax)
{
    Counted counted{.count = 0, .lastId = afterId};
    const Status read = connection.forEachRow(
        "SELECT count(*), max(id) FROM (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?) AS part",
        {afterId, std::int64_t{rowsMax}}, [&](const SqlRow &row) -> Status {
            counted.count = static_cast<int>(row.integer(0));
            if (counted.count > 0)
                counted.lastId = row.integer(1);
            return Done{};
        });
    if (!read.ok())
        return read.error();
    return counted;
}

} // namespace core::store
