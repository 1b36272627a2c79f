// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/sqlqueries.h"

#include "ui/session/readstatements.h"

using namespace Qt::StringLiterals;

namespace ui {

QString sqlQueries(const core::message::Message &message)
{
    const QByteArray gid = message.gid.bytes();
    return u"-- message %1\n"
           "-- in the coordinator's store\n"
           "SELECT * FROM message WHERE gid = X'%2';\n"
           "SELECT * FROM attempt WHERE message_id = %3 ORDER BY number;\n"
           "-- at the banks\n"
           "SELECT * FROM barrier WHERE gid = %4 ORDER BY id;\n"_s.arg(QString::fromLatin1(gid),
                                                                       QString::fromLatin1(gid.toHex()),
                                                                       QString::number(message.rowId), gidLiteral(gid));
}

} // namespace ui
