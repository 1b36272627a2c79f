// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readstatements.h"

#include "core/bank/bankqueries.h"
#include "ui/session/bankwatch.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Subject = ReadStatement::Subject;

} // namespace

QString withValues(const QString &statement, const QStringList &values)
{
    const QStringList pieces = statement.split(u'?');
    Q_ASSERT_X(pieces.size() == values.size() + 1, "withValues", "as many values as places");
    QString sql = pieces.first();
    for (qsizetype i = 0; i < values.size(); ++i)
        sql += values.at(i) + pieces.at(i + 1);
    return sql;
}

QStringList literalsOf(const QList<QByteArray> &gids)
{
    QStringList literals;
    for (const QByteArray &gid : gids)
        literals << gidLiteral(gid);
    return literals;
}

QString gidLiteral(const QByteArray &gid)
{
    // It may hold quotes and backslashes, which not all databases read alike: as bytes then.
    if (gid.contains('\'') || gid.contains('\\'))
        return u"CAST(X'%1' AS CHAR)"_s.arg(QString::fromLatin1(gid.toHex()));
    return u"'%1'"_s.arg(QString::fromLatin1(gid));
}

QList<ReadStatement> readStatements(const core::bank::DatabaseUrl &place, const BankPage &page, const ShownUser &user)
{
    const core::bank::BankSql sql = core::bank::bankSql(place);
    const QStringList range{QString::number(page.firstAfter), QString::number(BankPage::accountsMax)};
    QList<ReadStatement> statements{
        {Subject::Totals, core::bank::totalsQuery(sql)},
        {Subject::Accounts, withValues(core::bank::accountsQuery(sql), range)},
    };
    if (user.userId == 0) {
        statements.append({Subject::BarrierRows, core::bank::latestBarrierRowsQuery(sql, BankWatch::barrierRowsMax)});
        return statements;
    }
    if (user.isAtThisBank)
        statements.append({Subject::LatestMessages, core::bank::latestGidsQuery(user.userId, BankWatch::messagesMax)});
    if (!user.gids.isEmpty())
        statements.append({Subject::BarrierRows,
                           withValues(core::bank::barrierRowsQuery(sql, user.gids.size()), literalsOf(user.gids))});
    return statements;
}

} // namespace ui
