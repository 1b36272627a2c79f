// SPDX-License-Identifier: Apache-2.0
#include "core/participant/sqlremedy.h"

#include <algorithm>
#include <iterator>

namespace core::participant {

namespace {

struct Remedy
{
    int code; ///< of MySQL and MariaDB
    const char *text;
};

constexpr Remedy remedies[] = {
    {1021, "free some space on the server's disk"},
    {1040, "raise the server's max_connections, or use fewer connections"},
    {1044, "grant the user rights on this database (GRANT … ON database.* TO user)"},
    {1045, "check the user, its password and the host it may come from"},
    {1047, "this node of the cluster is not in sync or has no quorum; it works again once it has rejoined"},
    {1049, "create the database (CREATE DATABASE …) or correct its name"},
    {1114, "free some space on the server's disk"},
    {1142, "grant the user that right on this table (GRANT SELECT, INSERT, UPDATE ON … TO user)"},
    {1143, "grant the user that right on this column"},
    {1146, "create the table or correct its name"},
    {1203, "raise the user's max_user_connections, or use fewer connections"},
    {1290, "the server is read-only: connect to the one that takes writes"},
    {1792, "this connection is read-only"},
    {1836, "the server is read-only: connect to the one that takes writes"},
    {2002, "check that the server runs, and its host and port"},
    {2003, "check that the server runs, and its host and port"},
    {2005, "check the server's name"},
    {2006, "the server closed the connection; the next request opens another"},
    {2013, "the server stopped answering; the next request opens another connection"},
};

/// Qt's MySQL driver begins its texts so; other databases give the same numbers to other errors.
bool isMySql(const QSqlError &error)
{
    return error.driverText().startsWith(QLatin1String("QMYSQL"));
}

} // namespace

QString wordsOf(const QSqlError &error)
{
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const QString code = error.nativeErrorCode();
    const QString words = code.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, code);
    if (!isMySql(error))
        return words;
    const auto found = std::find_if(std::begin(remedies), std::end(remedies),
                                    [number = code.toInt()](const Remedy &known) { return known.code == number; });
    return found == std::end(remedies) ? words : words + QStringLiteral(": ") + QString::fromUtf8(found->text);
}

} // namespace core::participant
