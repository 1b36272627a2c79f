// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/sqlqueries.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// A gid may hold quotes and backslashes, which not all databases read alike: as bytes then.
QString textLiteral(const QByteArray &gid)
{
    if (gid.contains('\'') || gid.contains('\\'))
        return u"CAST(X'%1' AS CHAR)"_s.arg(QString::fromLatin1(gid.toHex()));
    return u"'%1'"_s.arg(QString::fromLatin1(gid));
}

} // namespace

QString sqlQueries(const core::message::Message &message)
{
    const QByteArray gid = message.gid.bytes();
    return u"-- message %1\n"
           "-- in the coordinator's store\n"
           "SELECT * FROM message WHERE gid = X'%2';\n"
           "SELECT * FROM attempt WHERE message_id = %3 ORDER BY number;\n"
           "-- at the banks\n"
           "SELECT * FROM barrier WHERE gid = %4 ORDER BY id;\n"_s.arg(
               QString::fromLatin1(gid), QString::fromLatin1(gid.toHex()), QString::number(message.rowId),
               textLiteral(gid));
}

} // namespace ui
