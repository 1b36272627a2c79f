// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlbatch.h"

#include "core/store/contentcodec.h"
#include "core/store/messagerow.h"
#include "core/store/mysqltext.h"
#include "core/store/progresscodec.h"

#include <QSet>

#include <algorithm>

namespace core::store {

using message::Attempt;
using message::Message;

namespace {

using Kind = BatchStatement::Kind;
using Indexes = std::vector<std::size_t>;

constexpr std::size_t updatedAtOnce = 1000;
constexpr std::size_t updatedAtOnceByCase = 32; ///< the server tries the cases one by one, for each row
constexpr std::size_t groupsCompared = 16; ///< rows that become as different as that are likely no better off together
constexpr qsizetype bytesALikelyRow = 640;
constexpr qsizetype bytesAnAssignment = 320;
constexpr qsizetype bytesAPair = 48;

/// For the index of the rare states; ordinary rows have NULL there, which never changes.
void appendMark(SqlText &text, const Message &message)
{
    const int mark = (message.stalled ? 1 : 0) + (message.state == message::State::Failed ? 2 : 0);
    if (mark == 0)
        text.sql("NULL");
    else
        text.number(mark);
}

/// Messages that are saved more than once.
QSet<std::int64_t> repeatedIds(const std::vector<Save> &batch)
{
    QSet<std::int64_t> seen;
    QSet<std::int64_t> repeated;
    for (const Save &save : batch) {
        const std::int64_t id = save.message.rowId;
        (seen.contains(id) ? repeated : seen).insert(id);
    }
    return repeated;
}

/// By somebody who did not have it: its fence is raised by one, whatever it is.
bool isTaken(const Save &save)
{
    return save.message.fence == save.expectedFence + 1;
}

using TimeOf = std::optional<TimePoint> Message::*;

/// A time that differs between rows which else become the same: a due time is spread by chance, and each message was
/// submitted at its own time. So these are written only where they change.
struct OwnTime
{
    const char *column;
    TimeOf time;
    bool Save::*changed;
};
constexpr OwnTime ownTimes[] = {{"due_at", &Message::dueAt, &Save::dueChanged},
                                {"submitted_at", &Message::submittedAt, &Save::submittedChanged}};

/// Whether one UPDATE can write both rows: it sets the same but for ownTimes, and these in both or in none.
bool becomeTheSame(const Save &one, const Save &other)
{
    const Message &a = one.message;
    const Message &b = other.message;
    const bool areTaken = isTaken(one) && isTaken(other);
    return !one.contentChanged && !other.contentChanged && one.dueChanged == other.dueChanged
        && one.submittedChanged == other.submittedChanged
        && (areTaken || (a.fence == b.fence && !isTaken(one) && !isTaken(other))) && a.state == b.state
        && a.owner == b.owner && a.attempts == b.attempts && a.failuresInRow == b.failuresInRow
        && a.backoffStep == b.backoffStep && a.stalled == b.stalled && a.lastVerdict == b.lastVerdict
        && a.lastHttpStatus == b.lastHttpStatus && a.overridden == b.overridden && a.updatedAt == b.updatedAt
        && a.finishedAt == b.finishedAt && a.branchDone == b.branchDone && a.lastError == b.lastError
        && a.reason == b.reason;
}

/// Writes the texts of one batch. The texts of a batch are one transaction.
class TextWriter
{
public:
    TextWriter(const std::vector<Save> &batch, qsizetype textMax)
        : m_batch(batch)
        , m_repeated(repeatedIds(batch))
        , m_textMax(textMax)
    {
        m_texts.emplace_back();
        m_texts.back().sql.reserve(static_cast<qsizetype>(batch.size()) * bytesALikelyRow);
    }

    void begin() { add(Kind::Other, "BEGIN", {}); }

    /// Saves of which no two are of one message, but for an insert and its update.
    void write(std::span<const std::size_t> saves);
    std::vector<BatchText> finish()
    {
        add(Kind::Commit, "COMMIT", {});
        return std::move(m_texts);
    }

private:
    void add(Kind kind, const QByteArray &statement, std::vector<std::size_t> saves);
    void addRow(Kind kind, const QByteArray &head, std::size_t save);
    void endRows();

    void insert(std::size_t index);
    void appendAttempts(std::size_t index);
    void update(std::span<const std::size_t> saves);
    void updateRows(std::span<const std::size_t> saves);
    bool isAlike(const OwnTime &own, std::span<const std::size_t> saves) const;
    void appendOwnTime(SqlText &text, const OwnTime &own, std::span<const std::size_t> saves) const;
    void appendAssignments(SqlText &text, const Save &save);
    void appendFences(SqlText &text, std::span<const std::size_t> saves) const;
    const QByteArray &progressOf(const Message &message);
    const QByteArray &contentOf(const Message &message);

    const std::vector<Save> &m_batch;
    QSet<std::int64_t> m_repeated;
    qsizetype m_textMax;
    std::vector<BatchText> m_texts;
    QByteArray m_rowsHead; ///< of the statement whose rows are being added; empty: none is
    QByteArray m_content; ///< reused for all that is encoded
    QByteArray m_progress;
    QByteArray m_row;
};

void TextWriter::add(Kind kind, const QByteArray &statement, std::vector<std::size_t> saves)
{
    endRows();
    BatchText *text = &m_texts.back();
    if (!text->statements.empty() && text->sql.size() + statement.size() + 1 > m_textMax)
        text = &m_texts.emplace_back();
    if (!text->statements.empty())
        text->sql += ';';
    text->sql += statement;
    text->statements.push_back({kind, std::move(saves)});
}

/// Adds m_row to the statement that begins with head; the row is one of many.
void TextWriter::addRow(Kind kind, const QByteArray &head, std::size_t save)
{
    if (m_rowsHead != head || m_texts.back().sql.size() + m_row.size() + 1 > m_textMax) {
        add(kind, head + m_row, {save});
        m_rowsHead = head;
        return;
    }
    BatchText &text = m_texts.back();
    text.sql += ',';
    text.sql += m_row;
    text.statements.back().saves.push_back(save);
}

void TextWriter::endRows()
{
    m_rowsHead.clear();
}

const QByteArray &TextWriter::progressOf(const Message &message)
{
    encodeProgress(message, m_progress);
    return m_progress;
}

const QByteArray &TextWriter::contentOf(const Message &message)
{
    encodeContent(*message.content, m_content);
    return m_content;
}

void TextWriter::insert(std::size_t index)
{
    static const QByteArray head = QByteArrayLiteral("INSERT INTO message (") + messageColumns + ", mark) VALUES ";
    const Message &message = m_batch[index].message;
    m_row.resize(0);
    {
        SqlText row(m_row, bytesALikelyRow);
        row.sql("(");
        ValueList(row)
            .number(message.rowId)
            .bytes(message.gid.bytes())
            .number(static_cast<int>(message.state))
            .time(message.dueAt)
            .number(message.owner)
            .number(message.fence)
            .number(message.attempts)
            .number(message.failuresInRow)
            .number(message.stalled)
            .time(message.createdAt)
            .time(message.updatedAt)
            .time(message.submittedAt)
            .time(message.finishedAt)
            .bytesOrNull(progressOf(message))
            .bytes(contentOf(message));
        row.sql(",");
        appendMark(row, message);
        row.sql(")");
    }
    addRow(Kind::Insert, head, index);
}

/// Of a message whose row is as the save expects it: somebody who was fenced out appends none. The row stays locked
/// until the save itself.
void TextWriter::appendAttempts(std::size_t index)
{
    const Save &save = m_batch[index];
    for (const Attempt &attempt : save.attempts) {
        const auto write = [&](SqlText &text) {
            text.sql("INSERT INTO attempt (").sql(attemptColumns).sql(") SELECT ");
            ValueList(text)
                .number(save.message.rowId)
                .number(attempt.number)
                .bytes(attempt.branchId)
                .time(attempt.startedAt)
                .number(attempt.latency.count())
                .number(static_cast<int>(attempt.verdict))
                .number(attempt.httpStatus)
                .bytes(attempt.error)
                .bytes(attempt.answerExcerpt);
            text.sql(" FROM message WHERE id=").number(save.message.rowId).sql(" AND fence=");
            text.number(save.isNew ? save.message.fence : save.expectedFence).sql(" FOR UPDATE");
        };
        add(Kind::Other, sqlText(bytesALikelyRow, write), {index});
    }
}

/// What an UPDATE sets, but for ownTimes: the same for all rows that becomeTheSame().
void TextWriter::appendAssignments(SqlText &text, const Save &save)
{
    const Message &message = save.message;
    text.sql("state=").number(static_cast<int>(message.state)).sql(",owner=").number(message.owner);
    if (isTaken(save))
        text.sql(",fence=fence+1");
    else
        text.sql(",fence=").number(message.fence);
    text.sql(",attempts=").number(message.attempts).sql(",failures_in_row=").number(message.failuresInRow);
    text.sql(",stalled=").number(message.stalled).sql(",updated_at=").time(message.updatedAt);
    text.sql(",finished_at=").time(message.finishedAt).sql(",progress=").bytesOrNull(progressOf(message));
    if (save.contentChanged)
        text.sql(",content=").bytes(contentOf(message));
    text.sql(",mark=");
    appendMark(text, message);
}

void TextWriter::update(std::span<const std::size_t> saves)
{
    std::vector<Indexes> groups; // in the order of first appearance, so that a batch always gives the same text
    for (const std::size_t index : saves) {
        if (m_repeated.contains(m_batch[index].message.rowId)) {
            updateRows({&index, 1}); // alone, what it wrote is known from its count
            continue;
        }
        const auto tried =
            groups.begin() + static_cast<std::ptrdiff_t>(groups.size() - std::min(groups.size(), groupsCompared));
        const auto group = std::find_if(tried, groups.end(), [&](const Indexes &members) {
            return becomeTheSame(m_batch[members.front()], m_batch[index]);
        });
        if (group != groups.end())
            group->push_back(index);
        else
            groups.push_back({index});
    }
    for (const Indexes &group : groups) {
        const std::span<const std::size_t> all = group;
        const bool areAlike = std::all_of(std::begin(ownTimes), std::end(ownTimes),
                                          [&](const OwnTime &own) { return isAlike(own, all); });
        const std::size_t atOnce = areAlike ? updatedAtOnce : updatedAtOnceByCase;
        for (std::size_t first = 0; first < all.size(); first += atOnce)
            updateRows(all.subspan(first, std::min(atOnce, all.size() - first)));
    }
}

/// Whether one value does for all: they have the same, or keep their own.
bool TextWriter::isAlike(const OwnTime &own, std::span<const std::size_t> saves) const
{
    const Save &first = m_batch[saves.front()];
    return !(first.*own.changed) || std::all_of(saves.begin(), saves.end(), [&](std::size_t index) {
        return m_batch[index].message.*own.time == first.message.*own.time;
    });
}

void TextWriter::appendOwnTime(SqlText &text, const OwnTime &own, std::span<const std::size_t> saves) const
{
    text.sql(",").sql(own.column).sql("=");
    if (isAlike(own, saves)) {
        text.time(m_batch[saves.front()].message.*own.time);
        return;
    }
    text.sql("CASE id");
    for (const std::size_t index : saves)
        text.sql(" WHEN ").number(m_batch[index].message.rowId).sql(" THEN ").time(m_batch[index].message.*own.time);
    text.sql(" END");
}

/// Mostly all rows have the same fence. Where they do not, the ids alone make the range, and the pairs judge each row.
void TextWriter::appendFences(SqlText &text, std::span<const std::size_t> saves) const
{
    const std::int64_t fence = m_batch[saves.front()].expectedFence;
    if (std::all_of(saves.begin(), saves.end(),
                    [&](std::size_t index) { return m_batch[index].expectedFence == fence; })) {
        text.sql(" AND fence=").number(fence);
        return;
    }
    text.sql(" AND (id,fence) IN (");
    const char *separator = "(";
    for (const std::size_t index : saves) {
        text.sql(std::exchange(separator, ",(")).number(m_batch[index].message.rowId);
        text.sql(",").number(m_batch[index].expectedFence).sql(")");
    }
    text.sql(")");
}

/// Writes the rows of one group, or a part of it.
void TextWriter::updateRows(std::span<const std::size_t> saves)
{
    const Save &first = m_batch[saves.front()];
    const auto write = [&](SqlText &text) {
        text.sql("UPDATE message SET ");
        appendAssignments(text, first);
        for (const OwnTime &own : ownTimes) {
            if (first.*own.changed)
                appendOwnTime(text, own, saves);
        }
        text.sql(" WHERE id IN (");
        ValueList ids(text);
        for (const std::size_t index : saves)
            ids.number(m_batch[index].message.rowId);
        text.sql(")");
        appendFences(text, saves);
    };
    add(Kind::Update, sqlText(bytesAnAssignment + bytesAPair * static_cast<qsizetype>(saves.size()), write),
        {saves.begin(), saves.end()});
}

void TextWriter::write(std::span<const std::size_t> saves)
{
    std::vector<std::size_t> updates;
    for (const std::size_t index : saves) {
        if (m_batch[index].isNew)
            insert(index);
        else
            updates.push_back(index);
    }
    for (const std::size_t index : saves)
        appendAttempts(index);
    update(updates);
}

} // namespace

std::vector<BatchText> batchTexts(const std::vector<Save> &batch, const std::vector<bool> &skipped, qsizetype textMax,
                                  bool inTransaction)
{
    TextWriter writer(batch, textMax);
    if (!inTransaction)
        writer.begin();
    std::vector<std::size_t> part;
    QSet<std::int64_t> updated;
    for (std::size_t index = 0; index < batch.size(); ++index) {
        if (skipped[index])
            continue;
        const std::int64_t id = batch[index].message.rowId;
        if (updated.contains(id)) {
            writer.write(part);
            part.clear();
            updated.clear();
        }
        if (!batch[index].isNew)
            updated.insert(id);
        part.push_back(index);
    }
    writer.write(part);
    return writer.finish();
}

} // namespace core::store
