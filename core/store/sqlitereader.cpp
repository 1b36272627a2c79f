// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitereader.h"

#include "core/store/sqliteschema.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace core::store {

namespace {

constexpr Millis busyTimeout{2000};

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

/// SQLite sees for itself that a filter's condition implies that of the index.
QByteArray noCondition(FilterIndex)
{
    return {};
}

} // namespace

SqliteReader::SqliteReader(QString path)
    : SqlReader({.tableWith = &tableWith, .indexCondition = &noCondition, .textCondition = &textCondition})
    , m_path(std::move(path))
{ }

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

Status SqliteReader::inSnapshot(const std::function<Status(SqlConnection &)> &read)
{
    if (const Status begun = m_connection.execute("BEGIN"); !begun.ok())
        return begun;
    const Status done = read(m_connection);
    const std::lock_guard lock(m_cancelMutex);
    const Status ended = m_connection.execute("COMMIT");
    return done.ok() ? ended : done;
}

} // namespace core::store
