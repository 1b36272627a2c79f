// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlstore.h"

#include "core/store/contentcodec.h"
#include "core/store/keyvalues.h"
#include "core/store/log.h"
#include "core/store/messagerow.h"
#include "core/store/mysqlschema.h"
#include "core/store/mysqltext.h"
#include "core/store/progresscodec.h"
#include "core/store/prune.h"

#include <limits>

namespace core::store {

using message::Message;

namespace {

constexpr std::chrono::hours damagedMessagePause{1};
constexpr seconds lowMarkMax{3};
constexpr seconds strangersLease{10};
constexpr std::chrono::hours deadKept{24};
constexpr qsizetype gidsAtOnce = 1000;
constexpr qsizetype textBesideBlobs = 4096; ///< the words and the other values of a statement that writes one row
constexpr qsizetype progressBesideTexts = 2048; ///< a bit for each branch, and the numbers

/// The server's clock in milliseconds.
constexpr char serverNow[] = "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

QByteArray gidList(const QList<Gid> &gids)
{
    return sqlText(72 * gids.size(), [&gids](SqlText &text) {
        ValueList values(text);
        for (const Gid &gid : gids)
            values.bytes(gid.bytes());
    });
}

} // namespace

MysqlStore::MysqlStore(MysqlAddress address)
    : m_connection(std::move(address), MysqlConnection::Mode::ReadWrite)
    , m_writer(m_connection)
{ }

Status MysqlStore::open()
{
    const Status opened = withConnection([this]() -> Status {
        if (const Status prepared = prepareMysqlSchema(m_connection); !prepared.ok())
            return prepared;
        if (const Status adopted = adoptStrangers(); !adopted.ok())
            return adopted;
        return forgetTheDead();
    });
    if (!opened.ok())
        m_connection.close();
    return opened;
}

/// Runs work on an open connection. Once more when the connection turned out to have been lost since it was last used:
/// so work must be harmless when repeated.
Status MysqlStore::withConnection(const std::function<Status()> &work)
{
    m_isClaiming = m_isClaiming && m_connection.isOpen();
    if (const Status opened = m_connection.open(); !opened.ok())
        return opened;
    const Status done = work();
    if (done.ok() || m_connection.isOpen())
        return done;
    m_isClaiming = false;
    if (const Status opened = m_connection.open(); !opened.ok())
        return opened;
    return work();
}

/// What a coordinator without a heartbeat row has in work is taken over once a first lease, given here, has run out.
Status MysqlStore::adoptStrangers()
{
    const QByteArray now = serverNow;
    return m_connection.execute("INSERT IGNORE INTO coordinator (owner, alive_until, since) SELECT DISTINCT owner, "
                                + now + " + " + QByteArray::number(qint64{Millis(strangersLease).count()}) + ", " + now
                                + " FROM message FORCE INDEX (message_due) WHERE due_at IS NOT NULL AND owner <> 0");
}

Status MysqlStore::forgetTheDead()
{
    return m_connection.execute("DELETE FROM coordinator WHERE alive_until < " + QByteArray(serverNow) + " - "
                                + QByteArray::number(qint64{Millis(deadKept).count()})
                                + " AND owner NOT IN (SELECT owner FROM message WHERE due_at IS NOT NULL)");
}

Status MysqlStore::selectMessages(const QByteArray &before, const QByteArray &tail, Rows &rows)
{
    return m_connection.forEachRow(before + "SELECT " + messageColumns + " FROM message " + tail, {},
                                   [&](const SqlRow &row) -> Status {
                                       Result<Message> message = readMessage(row);
                                       if (message.ok()) {
                                           rows.messages.push_back(std::move(*message));
                                           return Done{};
                                       }
                                       rows.damaged.push_back(row.integer(ColumnId));
                                       qCCritical(lcStore).nospace() << "damaged id=" << row.integer(ColumnId)
                                                                     << " error=" << message.error().detail;
                                       return Done{};
                                   });
}

Result<std::vector<Message>> MysqlStore::load(const QList<Gid> &gids)
{
    Rows rows;
    for (qsizetype first = 0; first < gids.size(); first += gidsAtOnce) {
        const QByteArray list = gidList(gids.mid(first, gidsAtOnce));
        const std::size_t known = rows.messages.size();
        const Status read = withConnection([&] {
            rows.messages.erase(rows.messages.begin() + static_cast<std::ptrdiff_t>(known), rows.messages.end());
            return selectMessages({}, "WHERE gid IN (" + list + ')', rows);
        });
        if (!read.ok())
            return Error::unavailable(read.error().detail);
    }
    if (rows.damaged.empty())
        return std::move(rows.messages);
    return Error::internal(QStringLiteral("the message with the id %1 is damaged in the store %2: restore a backup")
                               .arg(QString::number(rows.damaged.front()), m_connection.address().name()));
}

/// Leaves what it gives locked until the next commit, so that coordinators that look at the same time find different
/// messages. Where the server cannot, or not for the whole cluster, the fence decides who was first. Fewer than limit
/// are taken for all that are due: so what cannot be read is put off before the last look.
Result<std::vector<Message>> MysqlStore::due(TimePoint now, std::int64_t owner, int limit)
{
    Rows rows;
    const Status read = withConnection([&]() -> Status {
        for (;;) {
            rows = {};
            if (const Status ended = endClaim(); !ended.ok())
                return ended;
            if (const Status claimed = claimDue(now, owner, limit, rows); !claimed.ok())
                return claimed;
            if (rows.damaged.empty())
                break;
            if (const Status put = putOff(rows.damaged, now + damagedMessagePause); !put.ok())
                return put;
        }
        // Looking locks the row behind the last one that is due: where nothing was, no commit follows to let it go.
        return rows.messages.empty() ? endClaim() : Status(Done{});
    });
    if (!read.ok())
        return read.error();
    noteClaimed(rows);
    return std::move(rows.messages);
}

void MysqlStore::noteClaimed(const Rows &rows)
{
    m_claimed.clear();
    for (const Message &message : rows.messages)
        m_claimed.insert(message.rowId);
    m_claimedTo = rows.messages.empty() ? m_lowMark : placeOf(rows.messages.back());
}

/// The index holds, after the due time, the owner and the id. What a person made due is due at one time, so that the
/// time alone would not lead past what was claimed of it.
QByteArray MysqlStore::dueBetween(const Place &from, TimePoint now)
{
    const QByteArray first = QByteArray::number(qint64{from.dueAt});
    const QByteArray last = QByteArray::number(qint64{toEpochMs(now)});
    if (from.id == 0 || from.dueAt > toEpochMs(now))
        return "due_at BETWEEN " + first + " AND " + last;
    return "(due_at = " + first + " AND owner = 0 AND id > " + QByteArray::number(qint64{from.id})
        + " OR due_at = " + first + " AND owner > 0 OR due_at > " + first + " AND due_at <= " + last + ')';
}

MysqlStore::Place MysqlStore::placeOf(const Message &message)
{
    return {.dueAt = toEpochMs(*message.dueAt), .id = message.owner == 0 ? message.rowId : 0};
}

Status MysqlStore::claimDue(TimePoint now, std::int64_t owner, int limit, Rows &rows)
{
    const auto steadyNow = std::chrono::steady_clock::now();
    if (steadyNow - m_lowMarkSince > lowMarkMax) {
        m_lowMark = {};
        m_lowMarkSince = steadyNow;
    }
    m_isClaiming = m_connection.skipsLocked();
    const QByteArray me = QByteArray::number(qint64{owner});
    return selectMessages(m_isClaiming ? "BEGIN; " : "",
                          "FORCE INDEX (message_due) WHERE " + dueBetween(m_lowMark, now) + " AND owner <> " + me
                              + " AND (owner = 0 OR owner IN (SELECT owner FROM coordinator WHERE alive_until <= "
                              + serverNow + ")) ORDER BY due_at, owner, id LIMIT " + QByteArray::number(limit)
                              + (m_isClaiming ? " FOR UPDATE SKIP LOCKED" : ""),
                          rows);
}

Status MysqlStore::endClaim()
{
    if (!std::exchange(m_isClaiming, false))
        return Done{};
    return m_connection.execute("ROLLBACK");
}

/// A row that cannot be read must not hold up the others: it is due again, and logged again, later. Ends the claim that
/// found it, so that no other coordinator can have come between.
Status MysqlStore::putOff(const std::vector<std::int64_t> &damaged, TimePoint until)
{
    for (const std::int64_t id : damaged) {
        const Result<std::int64_t> put =
            m_connection.change("UPDATE message SET due_at = ? WHERE id = ?", {toEpochMs(until), id});
        if (!put.ok())
            return put.error();
    }
    return std::exchange(m_isClaiming, false) ? m_connection.execute("COMMIT") : Status(Done{});
}

Result<std::optional<TimePoint>> MysqlStore::nextDue(TimePoint after)
{
    std::optional<TimePoint> next;
    const Status read = withConnection([&] {
        return m_connection.forEachRow("SELECT min(due_at) FROM message WHERE due_at > ?", {toEpochMs(after)},
                                       [&](const SqlRow &row) -> Status {
                                           next = row.time(0);
                                           return Done{};
                                       });
    });
    if (!read.ok())
        return read.error();
    return next;
}

/// Each byte of a blob is sent as two digits. Later updates write the progress alone, which holds one error and one
/// reason and so stays far below what any server is allowed to take at the least.
Status MysqlStore::checkSize(const Message &message) const
{
    const qsizetype bytesMax = (m_connection.textMax() - textBesideBlobs) / 2;
    const qsizetype progressAtMost = message.lastError.size() + message.reason.size() + progressBesideTexts;
    if (bytesMax <= 0 || encodedBytesAtMost(*message.content) + progressAtMost <= bytesMax)
        return Done{};
    QByteArray content;
    QByteArray progress;
    encodeContent(*message.content, content);
    encodeProgress(message, progress);
    const qsizetype bytes = content.size() + progress.size();
    if (bytes <= bytesMax)
        return Done{};
    return Error{Error::Code::TooLarge,
                 QStringLiteral("the message has %1 bytes, with the URLs of all its branches: the store %2 takes at "
                                "most %3, half of its server's max_allowed_packet of %4; send less in one message, or "
                                "raise max_allowed_packet on the server")
                     .arg(QString::number(bytes), m_connection.address().name(), QString::number(bytesMax),
                          QString::number(m_connection.packetMax())),
                 "steps"};
}

CommitResult MysqlStore::commit(const std::vector<Save> &batch)
{
    if (batch.empty())
        return {.outcome = CommitOutcome::Committed, .conflicts = {}, .error = {}};
    m_isClaiming = m_isClaiming && m_connection.isOpen();
    if (const Status opened = m_connection.open(); !opened.ok())
        return {.outcome = CommitOutcome::Fatal, .conflicts = {}, .error = opened.error().detail};
    CommitResult result = m_writer.commit(batch, std::exchange(m_isClaiming, false));
    moveLowMark(batch, result);
    return result;
}

/// What was claimed and then not written is due as before.
void MysqlStore::moveLowMark(const std::vector<Save> &batch, const CommitResult &result)
{
    for (const Save &save : batch)
        m_claimed.remove(save.message.rowId);
    const bool allWritten =
        result.outcome == CommitOutcome::Committed && result.conflicts.empty() && m_claimed.isEmpty();
    m_lowMark = allWritten ? std::max(m_lowMark, m_claimedTo) : Place{};
    m_claimedTo = {};
    m_claimed.clear();
    for (const Save &save : batch) {
        if (save.message.dueAt)
            m_lowMark = std::min(m_lowMark, Place{.dueAt = toEpochMs(*save.message.dueAt)});
    }
}

Result<MadeDue> MysqlStore::makeDue(TimePoint after, TimePoint now, int limit)
{
    Result<std::int64_t> count = std::int64_t{0};
    const Status written = withConnection([&]() -> Status {
        if (const Status ended = endClaim(); !ended.ok())
            return ended;
        count = m_connection.change("UPDATE message SET due_at = ? WHERE due_at > ? ORDER BY due_at LIMIT ?",
                                    {toEpochMs(now), toEpochMs(after), std::int64_t{limit}});
        return count.ok() ? Status(Done{}) : count.error();
    });
    if (!written.ok())
        return written.error();
    m_lowMark = std::min(m_lowMark, Place{.dueAt = toEpochMs(now)});
    const Result<std::optional<TimePoint>> left = nextDue(after);
    if (!left.ok())
        return left.error();
    return MadeDue{.count = static_cast<int>(*count), .hasRemaining = left->has_value()};
}

/// Repeated after a lost connection it finds nothing more to remove, or the rest.
Result<Pruned> MysqlStore::prune(const PruneOrder &order)
{
    Result<Pruned> pruned = Pruned{};
    const Status done = withConnection([&]() -> Status {
        if (const Status ended = endClaim(); !ended.ok())
            return ended;
        if (const Status begun = m_connection.execute("BEGIN"); !begun.ok())
            return begun;
        pruned = pruneMessages(m_connection, order);
        const Status ended = m_connection.isOpen() ? m_connection.execute(pruned.ok() ? "COMMIT" : "ROLLBACK") : Done{};
        return pruned.ok() ? ended : pruned.error();
    });
    return done.ok() ? pruned : done.error();
}

Result<Counted> MysqlStore::countAfter(std::int64_t afterId, int rowsMax)
{
    Result<Counted> counted = Counted{};
    const Status done = withConnection([&]() -> Status {
        counted = countMessages(m_connection, afterId, rowsMax);
        return counted.ok() ? Status(Done{}) : counted.error();
    });
    return done.ok() ? counted : done.error();
}

Result<std::optional<TimePoint>> MysqlStore::heartbeat(std::int64_t owner, Millis lease)
{
    std::optional<TimePoint> now;
    const Status beaten = withConnection([&]() -> Status {
        if (const Status ended = endClaim(); !ended.ok())
            return ended;
        const QByteArray until = QByteArray(serverNow) + " + " + QByteArray::number(qint64{lease.count()});
        return m_connection.forEachRow("INSERT INTO coordinator (owner, alive_until, since) VALUES (?, " + until + ", "
                                           + serverNow + ") ON DUPLICATE KEY UPDATE alive_until = " + until
                                           + "; SELECT " + serverNow,
                                       {owner}, [&](const SqlRow &row) -> Status {
                                           now = row.time(0);
                                           return Done{};
                                       });
    });
    if (!beaten.ok())
        return beaten.error();
    return now;
}

Result<QList<KeyValue>> MysqlStore::keyValues(const QByteArray &category, const QByteArray &key)
{
    Result<QList<KeyValue>> rows = QList<KeyValue>();
    const Status read = withConnection([&]() -> Status {
        rows = readKeyValues(m_connection, category, key, std::numeric_limits<int>::max(), {});
        return rows.ok() ? Status(Done{}) : rows.error();
    });
    return read.ok() ? rows : read.error();
}

/// Repeated after a lost connection, a change that had been made after all looks like somebody else's: Conflict tells
/// to read again, which is right.
Status MysqlStore::putKeyValue(const KeyValue &row)
{
    return withConnection([&]() -> Status {
        const Status ended = endClaim();
        return ended.ok() ? store::putKeyValue(m_connection, row) : ended;
    });
}

Status MysqlStore::removeKeyValue(const QByteArray &category, const QByteArray &key)
{
    return withConnection([&]() -> Status {
        const Status ended = endClaim();
        return ended.ok() ? store::removeKeyValue(m_connection, category, key) : ended;
    });
}

} // namespace core::store
