// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlreader.h"

#include "core/store/mysqlschema.h"

namespace core::store {

namespace {

QByteArray mysqlTableWith(FilterIndex index)
{
    switch (index) {
    case FilterIndex::None:
        return "message FORCE INDEX (PRIMARY)";
    case FilterIndex::Gid:
        return "message FORCE INDEX (message_gid)";
    case FilterIndex::Due:
        return "message FORCE INDEX (message_due)";
    case FilterIndex::Failed:
    case FilterIndex::Stalled:
        return "message FORCE INDEX (message_mark)";
    }
    return {};
}

/// There are no partial indexes: a column of its own stands for the rare states.
QByteArray mysqlIndexCondition(FilterIndex index)
{
    switch (index) {
    case FilterIndex::Failed:
        return " AND mark IN (2, 3)";
    case FilterIndex::Stalled:
        return " AND mark IN (1, 3)";
    case FilterIndex::None:
    case FilterIndex::Gid:
    case FilterIndex::Due:
        return {};
    }
    return {};
}

/// Finds the text anywhere in the content, also across the end of a URL or a payload.
QByteArray mysqlTextCondition(ContentPart)
{
    return "LOCATE(?, content) > 0";
}

} // namespace

MysqlReader::MysqlReader(MysqlAddress address)
    : SqlReader(
        {.tableWith = &mysqlTableWith, .indexCondition = &mysqlIndexCondition, .textCondition = &mysqlTextCondition})
    , m_connection(std::move(address), MysqlConnection::Mode::ReadOnly)
{ }

Status MysqlReader::open()
{
    if (const Status opened = m_connection.open(); !opened.ok())
        return opened;
    return findMysqlSchema(m_connection);
}

void MysqlReader::cancel()
{
    m_connection.cancel();
}

/// The server may have ended the connection while it was idle: that shows here.
Status MysqlReader::begin()
{
    if (const Status opened = m_connection.open(); !opened.ok())
        return opened;
    const Status begun = m_connection.execute("START TRANSACTION");
    if (begun.ok() || m_connection.isOpen())
        return begun;
    if (const Status opened = m_connection.open(); !opened.ok())
        return opened;
    return m_connection.execute("START TRANSACTION");
}

Status MysqlReader::inSnapshot(const std::function<Status(SqlConnection &)> &read)
{
    if (const Status begun = begin(); !begun.ok())
        return begun;
    m_connection.beginCancellable();
    const Status done = read(m_connection);
    m_connection.endCancellable();
    const Status ended = m_connection.isOpen() ? m_connection.execute("COMMIT") : Status(Done{});
    return done.ok() ? ended : done;
}

} // namespace core::store
