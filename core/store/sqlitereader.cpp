// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitereader.h"

#include "core/store/keyvalues.h"
#include "core/store/sqliterow.h"
#include "core/store/sqliteschema.h"

#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace core::store {

using message::Attempt;
using message::Message;

namespace {

constexpr Millis busyTimeout{2000};
constexpr int newestRowsProbed = 5000;

QByteArrayView valueBytes(sqlite3_value *value)
{
    const void *const data = sqlite3_value_blob(value);
    return {static_cast<const char *>(data), sqlite3_value_bytes(value)};
}

/// SQL function content_has(content, text, part): contentHas().
void contentHasFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto part = static_cast<ContentPart>(sqlite3_value_int(values[2]));
    sqlite3_result_int(context, contentHas(valueBytes(values[0]), valueBytes(values[1]), part));
}

QByteArray textCondition(ContentPart part)
{
    return "content_has(content, ?, " + QByteArray::number(static_cast<int>(part)) + ')';
}

/// The table with the index that must be used.
QByteArray tableWith(FilterIndex index)
{
    switch (index) {
    case FilterIndex::None:
        return "message NOT INDEXED";
    case FilterIndex::Gid:
        return "message INDEXED BY message_gid";
    case FilterIndex::Due:
        return "message INDEXED BY message_due";
    case FilterIndex::Failed:
        return "message INDEXED BY message_failed";
    case FilterIndex::Stalled:
        return "message INDEXED BY message_stalled";
    }
    return {};
}

/// Whether the rows that the index finds must be sorted to come newest first: then all of them are looked at.
bool needsSorting(FilterIndex index)
{
    return index == FilterIndex::Gid || index == FilterIndex::Due;
}

int bindValues(SqliteStatement &statement, const std::vector<SqlValue> &values)
{
    int parameter = 0;
    for (const SqlValue &value : values) {
        ++parameter;
        if (const auto *bytes = std::get_if<QByteArray>(&value))
            statement.bind(parameter, QByteArrayView(*bytes));
        else
            statement.bind(parameter, std::get<std::int64_t>(value));
    }
    return parameter;
}

QByteArray selectMessages()
{
    return QByteArrayLiteral("SELECT ") + messageColumns + " FROM message ";
}

/// A damaged row is shown, so that it can be seen at all; what cannot be read is left empty.
Summary summaryOfRow(const SqliteStatement &row)
{
    const Result<Message> message = readMessage(row);
    if (message.ok())
        return summaryOf(*message);
    Summary summary;
    summary.rowId = row.integer(ColumnId);
    summary.gid = row.bytes(ColumnGid).toByteArray();
    summary.state = static_cast<message::State>(row.integer(ColumnState) & 3);
    summary.lastError = message.error().detail.toUtf8();
    summary.createdAt = fromEpochMs(row.integer(ColumnCreatedAt));
    summary.updatedAt = fromEpochMs(row.integer(ColumnUpdatedAt));
    summary.finishedAt = row.time(ColumnFinishedAt);
    summary.dueAt = row.time(ColumnDueAt);
    return summary;
}

Attempt attemptOfRow(const SqliteStatement &row)
{
    return {.messageRowId = row.integer(0),
            .branchId = row.bytes(2).toByteArray(),
            .number = static_cast<int>(row.integer(1)),
            .startedAt = fromEpochMs(row.integer(3)),
            .latency = Millis(row.integer(4)),
            .verdict = static_cast<message::Verdict>(row.integer(5) & 3),
            .httpStatus = static_cast<int>(row.integer(6)),
            .error = row.bytes(7).toByteArray(),
            .answerExcerpt = row.bytes(8).toByteArray()};
}

} // namespace

SqliteReader::SqliteReader(QString path) : m_path(std::move(path)) { }

SqliteReader::~SqliteReader()
{
    const std::lock_guard lock(m_cancelMutex);
    m_isOpen = false;
    m_connection.close();
}

Status SqliteReader::open()
{
    const QString path = QFileInfo(m_path).canonicalFilePath();
    if (path.isEmpty())
        return Error::unavailable(QStringLiteral("there is no store %1: start a coordinator on it first").arg(m_path));
    if (const Status opened = m_connection.open(path, SqliteConnection::Mode::ReadOnly, busyTimeout); !opened.ok())
        return opened;
    if (const Status ours = refuseForeignFile(m_connection); !ours.ok())
        return ours;
    const int code =
        sqlite3_create_function_v2(m_connection.handle(), "content_has", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                   &contentHasFunction, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return m_connection.error(code);
    const std::lock_guard lock(m_cancelMutex);
    m_isOpen = true;
    return Done{};
}

void SqliteReader::cancel()
{
    const std::lock_guard lock(m_cancelMutex);
    if (m_isOpen)
        sqlite3_interrupt(m_connection.handle());
}

Status SqliteReader::prepare(SqliteStatement &statement, const QByteArray &sql)
{
    const int code = statement.prepare(m_connection.handle(), sql);
    if (code != SQLITE_OK)
        return m_connection.error(code);
    return Done{};
}

Status SqliteReader::forEachRow(SqliteStatement &statement, const TakeRow &take)
{
    const auto resetLater = qScopeGuard([&] { statement.reset(); });
    int code = SQLITE_ROW;
    while ((code = statement.step()) == SQLITE_ROW) {
        if (const Status taken = take(statement); !taken.ok())
            return taken;
    }
    if (code != SQLITE_DONE)
        return m_connection.error(code);
    return Done{};
}

Status SqliteReader::inSnapshot(const std::function<Status()> &read)
{
    if (const Status begun = m_connection.execute("BEGIN"); !begun.ok())
        return begun;
    const Status done = read();
    const std::lock_guard lock(m_cancelMutex);
    const Status ended = m_connection.execute("COMMIT");
    return done.ok() ? ended : done;
}

/// The ids are found first, so that an index which does not give them in order sorts ids and not whole rows.
Status SqliteReader::forEachMatch(const Filter &filter, int limit, std::optional<std::int64_t> before,
                                  const TakeRow &take)
{
    return inSnapshot([&]() -> Status {
        const Result<Ids> ids =
            bestMatchingIds(filterSql(filter, &textCondition),
                            before.value_or(std::numeric_limits<std::int64_t>::max()), std::max(limit, 0));
        if (!ids.ok())
            return ids.error();
        SqliteStatement statement;
        if (const Status prepared = prepare(statement, selectMessages() + "WHERE id = ?1"); !prepared.ok())
            return prepared;
        for (const std::int64_t id : *ids) {
            statement.bind(1, id);
            if (const Status read = forEachRow(statement, take); !read.ok())
                return read;
        }
        return Done{};
    });
}

/// Ids of matching rows, newest first. from: the table, or a part of it.
Result<SqliteReader::Ids> SqliteReader::matchingIds(const FilterSql &filter, const QByteArray &from,
                                                    std::int64_t before, int limit)
{
    SqliteStatement statement;
    const Status prepared = prepare(
        statement, "SELECT id FROM " + from + " WHERE " + filter.condition + " AND id < ? ORDER BY id DESC LIMIT ?");
    if (!prepared.ok())
        return prepared.error();
    const int bound = bindValues(statement, filter.values);
    statement.bind(bound + 1, before);
    statement.bind(bound + 2, std::int64_t{limit});
    Ids ids;
    const Status read = forEachRow(statement, [&](const SqliteStatement &row) -> Status {
        ids.push_back(row.integer(0));
        return Done{};
    });
    if (!read.ok())
        return read.error();
    return ids;
}

/// An index that needs sorting is quick where few rows match. Where so many match that the newest few thousand rows
/// hold a whole page of them (an outage with everything unfinished, a prefix that all gids have), these are quicker.
Result<SqliteReader::Ids> SqliteReader::bestMatchingIds(const FilterSql &filter, std::int64_t before, int limit)
{
    if (needsSorting(filter.index)) {
        const QByteArray newest = "(SELECT * FROM message NOT INDEXED WHERE id < " + QByteArray::number(qint64{before})
            + " ORDER BY id DESC LIMIT " + QByteArray::number(newestRowsProbed) + ')';
        Result<Ids> probed = matchingIds(filter, newest, before, limit);
        if (!probed.ok() || static_cast<int>(probed->size()) == limit)
            return probed;
    }
    return matchingIds(filter, tableWith(filter.index), before, limit);
}

Result<Page> SqliteReader::page(const Filter &filter, int limit, std::optional<std::int64_t> before)
{
    Page page;
    const auto take = [&](const SqliteStatement &row) -> Status {
        if (page.rows.size() < limit)
            page.rows.append(summaryOfRow(row));
        else
            page.nextBefore = page.rows.last().rowId; // one row more than asked for: another page follows
        return Done{};
    };
    if (const Status read = forEachMatch(filter, std::max(limit, 1) + 1, before, take); !read.ok())
        return read.error();
    return page;
}

Result<QList<Summary>> SqliteReader::summaries(const QList<std::int64_t> &rowIds, const Filter &filter)
{
    const FilterSql narrowed = filterSql(filter, &textCondition);
    SqliteStatement statement;
    if (const Status prepared = prepare(statement, selectMessages() + "WHERE " + narrowed.condition + " AND id = ?");
        !prepared.ok())
        return prepared.error();
    const int idParameter = bindValues(statement, narrowed.values) + 1;
    QList<Summary> found;
    const auto take = [&](const SqliteStatement &row) -> Status {
        found.append(summaryOfRow(row));
        return Done{};
    };
    for (const std::int64_t id : rowIds) {
        statement.bind(idParameter, id);
        if (const Status read = forEachRow(statement, take); !read.ok())
            return read.error();
    }
    return found;
}

Result<std::optional<Message>> SqliteReader::message(const Gid &gid)
{
    Result<std::vector<Message>> found = messages(Filter{.gid = gid.bytes()}, 1, std::nullopt);
    if (!found.ok())
        return found.error();
    if (found->empty())
        return std::optional<Message>();
    return std::optional<Message>(std::move(found->front()));
}

Result<std::vector<Message>> SqliteReader::messages(const Filter &filter, int limit, std::optional<std::int64_t> before)
{
    std::vector<Message> found;
    const auto take = [&](const SqliteStatement &row) -> Status {
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

Result<QList<Attempt>> SqliteReader::attempts(std::int64_t messageRowId)
{
    SqliteStatement statement;
    const Status prepared =
        prepare(statement,
                "SELECT message_id, number, branch_id, started_at, latency_ms, verdict, http_status, error, "
                "answer_excerpt FROM attempt WHERE message_id = ?1 ORDER BY number, rowid");
    if (!prepared.ok())
        return prepared.error();
    statement.bind(1, messageRowId);
    QList<Attempt> found;
    const auto take = [&](const SqliteStatement &row) -> Status {
        found.append(attemptOfRow(row));
        return Done{};
    };
    if (const Status read = forEachRow(statement, take); !read.ok())
        return read.error();
    return found;
}

Result<Counts> SqliteReader::counts()
{
    Counts counts;
    if (const Status read = inSnapshot([&] { return readCounts(counts); }); !read.ok())
        return read.error();
    return counts;
}

Status SqliteReader::readCounts(Counts &counts)
{
    SqliteStatement unfinished;
    const Status prepared =
        prepare(unfinished,
                "SELECT count(*), sum(state = 0), sum(failures_in_row > 0), sum(stalled), min(created_at) "
                "FROM message INDEXED BY message_due WHERE due_at IS NOT NULL");
    if (!prepared.ok())
        return prepared;
    const Status read = forEachRow(unfinished, [&](const SqliteStatement &row) -> Status {
        counts.prepared = row.integer(1);
        counts.submitted = row.integer(0) - counts.prepared;
        counts.retrying = row.integer(2);
        counts.stalled = row.integer(3);
        counts.oldestUnfinished = row.time(4);
        return Done{};
    });
    if (!read.ok())
        return read;
    const Result<std::int64_t> failed =
        m_connection.number("SELECT count(*) FROM message INDEXED BY message_failed WHERE state = 3");
    const Result<std::int64_t> total = m_connection.number("SELECT count(*) FROM message");
    if (!failed.ok() || !total.ok())
        return failed.ok() ? total.error() : failed.error();
    counts.failed = *failed;
    counts.total = *total;
    return Done{};
}

Result<QList<KeyValue>> SqliteReader::keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                                const QByteArray &afterKey)
{
    return readKeyValues(m_connection.database(), m_path, category, key, limit, afterKey);
}

} // namespace core::store
