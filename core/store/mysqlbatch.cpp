// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlbatch.h"

#include "core/store/contentcodec.h"
#include "core/store/messagerow.h"
#include "core/store/mysqltext.h"
#include "core/store/progresscodec.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace core::store {

using message::Attempt;
using message::Message;

namespace {

using Kind = BatchStatement::Kind;

constexpr std::size_t updatedAtOnce = 1000;
constexpr std::size_t updatedAtOnceByCase = 32; ///< the server tries the cases one by one, for each row
constexpr qsizetype bytesALikelyRow = 640;

/// For the index of the rare states; ordinary rows have NULL there, which never changes.
QByteArray markOf(const Message &message)
{
    const int mark = (message.stalled ? 1 : 0) + (message.state == message::State::Failed ? 2 : 0);
    return mark == 0 ? QByteArrayLiteral("NULL") : QByteArray::number(mark);
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

/// Rows that one UPDATE can write.
struct UpdateGroup
{
    QByteArray assignments;
    std::vector<std::size_t> saves;
};

/// Tells the rows of one UPDATE from others: what they become, and which of their own times are written.
QByteArray groupKey(const QByteArray &assignments, const Save &save)
{
    QByteArray key = assignments;
    for (const OwnTime &own : ownTimes)
        key += save.*own.changed ? '+' : '-';
    return key;
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
    void addRow(Kind kind, const QByteArray &head, std::size_t save, const QByteArray &row);
    void endRows();

    void insert(std::size_t index);
    void appendAttempts(std::size_t index);
    void update(std::span<const std::size_t> saves);
    void updateGroup(const QByteArray &assignments, std::span<const std::size_t> saves);
    bool isAlike(const OwnTime &own, std::span<const std::size_t> saves) const;
    void appendOwnTime(QByteArray &text, const OwnTime &own, std::span<const std::size_t> saves) const;
    QByteArray ownTimesOf(std::span<const std::size_t> saves) const;
    QByteArray assignments(const Save &save);
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

/// Adds a row to the statement that begins with head; the row is one of many.
void TextWriter::addRow(Kind kind, const QByteArray &head, std::size_t save, const QByteArray &row)
{
    if (m_rowsHead != head || m_texts.back().sql.size() + row.size() + 1 > m_textMax) {
        add(kind, head + row, {save});
        m_rowsHead = head;
        return;
    }
    BatchText &text = m_texts.back();
    text.sql += ',';
    text.sql += row;
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
    m_row = "(";
    ValueList(m_row)
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
    m_row += ',' + markOf(message) + ')';
    addRow(Kind::Insert, head, index, m_row);
}

/// Of a message whose row is as the save expects it: somebody who was fenced out appends none. The row stays locked
/// until the save itself.
void TextWriter::appendAttempts(std::size_t index)
{
    static const QByteArray head = QByteArrayLiteral("INSERT INTO attempt (") + attemptColumns + ") SELECT ";
    const Save &save = m_batch[index];
    for (const Attempt &attempt : save.attempts) {
        m_row = head;
        ValueList(m_row)
            .number(save.message.rowId)
            .number(attempt.number)
            .bytes(attempt.branchId)
            .time(attempt.startedAt)
            .number(attempt.latency.count())
            .number(static_cast<int>(attempt.verdict))
            .number(attempt.httpStatus)
            .bytes(attempt.error)
            .bytes(attempt.answerExcerpt);
        m_row += " FROM message WHERE id=";
        appendNumber(m_row, save.message.rowId);
        m_row += " AND fence=";
        appendNumber(m_row, save.isNew ? save.message.fence : save.expectedFence);
        add(Kind::Other, m_row + " FOR UPDATE", {index});
    }
}

/// What an UPDATE sets, but for ownTimes: the same text for all rows that become the same.
QByteArray TextWriter::assignments(const Save &save)
{
    const Message &message = save.message;
    QByteArray text;
    text.reserve(bytesALikelyRow);
    const auto setNumber = [&text](const char *column, std::int64_t value) {
        text += column;
        appendNumber(text, value);
    };
    const auto setTime = [&text](const char *column, const std::optional<TimePoint> &value) {
        text += column;
        appendTime(text, value);
    };
    setNumber("state=", static_cast<int>(message.state));
    setNumber(",owner=", message.owner);
    if (message.fence == save.expectedFence + 1)
        text += ",fence=fence+1"; // alike for all that are taken
    else
        setNumber(",fence=", message.fence);
    setNumber(",attempts=", message.attempts);
    setNumber(",failures_in_row=", message.failuresInRow);
    setNumber(",stalled=", message.stalled);
    setNumber(",updated_at=", toEpochMs(message.updatedAt));
    setTime(",finished_at=", message.finishedAt);
    text += ",progress=";
    ValueList(text).bytesOrNull(progressOf(message));
    if (save.contentChanged) {
        text += ",content=";
        appendBytes(text, contentOf(message));
    }
    return text + ",mark=" + markOf(message);
}

void TextWriter::update(std::span<const std::size_t> saves)
{
    std::vector<UpdateGroup> groups; // in the order of first appearance, so that a batch always gives the same text
    QHash<QByteArray, std::size_t> places;
    for (const std::size_t index : saves) {
        QByteArray text = assignments(m_batch[index]);
        if (m_repeated.contains(m_batch[index].message.rowId)) {
            updateGroup(text, {&index, 1}); // alone, what it wrote is known from its count
            continue;
        }
        const QByteArray key = groupKey(text, m_batch[index]);
        const std::size_t place = places.value(key, groups.size());
        if (place == groups.size()) {
            places.insert(key, place);
            groups.push_back({std::move(text), {}});
        }
        groups[place].saves.push_back(index);
    }
    for (const UpdateGroup &group : groups) {
        const std::span<const std::size_t> all = group.saves;
        const bool areAlike = std::all_of(std::begin(ownTimes), std::end(ownTimes),
                                          [&](const OwnTime &own) { return isAlike(own, all); });
        const std::size_t atOnce = areAlike ? updatedAtOnce : updatedAtOnceByCase;
        for (std::size_t first = 0; first < all.size(); first += atOnce)
            updateGroup(group.assignments, all.subspan(first, std::min(atOnce, all.size() - first)));
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

QByteArray TextWriter::ownTimesOf(std::span<const std::size_t> saves) const
{
    QByteArray text;
    for (const OwnTime &own : ownTimes) {
        if (m_batch[saves.front()].*own.changed)
            appendOwnTime(text, own, saves);
    }
    return text;
}

void TextWriter::appendOwnTime(QByteArray &text, const OwnTime &own, std::span<const std::size_t> saves) const
{
    text += QByteArrayLiteral(",") + own.column + '=';
    if (isAlike(own, saves))
        return appendTime(text, m_batch[saves.front()].message.*own.time);
    text += "CASE id";
    for (const std::size_t index : saves) {
        text += " WHEN ";
        appendNumber(text, m_batch[index].message.rowId);
        text += " THEN ";
        appendTime(text, m_batch[index].message.*own.time);
    }
    text += " END";
}

/// By ids for the primary key, and by pairs for the fences, which the optimizer alone would not turn into a range.
void TextWriter::updateGroup(const QByteArray &assignments, std::span<const std::size_t> saves)
{
    QByteArray ids;
    QByteArray pairs;
    for (const std::size_t index : saves) {
        ids += ids.isEmpty() ? "" : ",";
        appendNumber(ids, m_batch[index].message.rowId);
        pairs += pairs.isEmpty() ? "(" : ",(";
        appendNumber(pairs, m_batch[index].message.rowId);
        pairs += ',';
        appendNumber(pairs, m_batch[index].expectedFence);
        pairs += ')';
    }
    add(Kind::Update,
        "UPDATE message SET " + assignments + ownTimesOf(saves) + " WHERE id IN (" + ids + ") AND (id,fence) IN ("
            + pairs + ')',
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
