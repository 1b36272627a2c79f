// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bank.h"

#include "core/bank/bankqueries.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::bank {

namespace {

Account accountOf(const QSqlQuery &row)
{
    return {row.value(0).toInt(), Money::fromCents(row.value(1).toLongLong()),
            Money::fromCents(row.value(2).toLongLong()), row.value(3).toString()};
}

Status writeJournal(QSqlDatabase &db, const JournalEntry &entry)
{
    QSqlQuery query(db);
    query.prepare(QStringLiteral(
        "INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) VALUES (?, ?, ?, ?, ?, ?)"));
    for (const QByteArray &identifier : {entry.gid, entry.branchId, entry.op})
        query.addBindValue(QString::fromLatin1(identifier));
    query.addBindValue(entry.userId);
    query.addBindValue(entry.peerUserId);
    query.addBindValue(qlonglong(entry.amount.cents()));
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    return Done{};
}

} // namespace

Bank::Bank(BankConnection &connection) : m_connection(connection) { }

Status Bank::book(const JournalEntry &entry)
{
    const BankSql &sql = m_connection.sql();
    QSqlQuery query(m_connection.db());
    query.prepare(QStringLiteral("UPDATE %1 SET %2, update_time = %3 WHERE user_id = ? AND %4 + ? >= 0")
                      .arg(sql.accounts, sql.addToBalance, sql.now, sql.balanceInCents));
    query.addBindValue(qlonglong(entry.amount.cents()));
    query.addBindValue(entry.userId);
    query.addBindValue(qlonglong(entry.amount.cents()));
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    if (query.numRowsAffected() != 1)
        return refusedBooking(entry);
    return writeJournal(m_connection.db(), entry);
}

Error Bank::refusedBooking(const JournalEntry &entry)
{
    const Result<QList<Account>> found = accounts(entry.userId - 1, 1);
    if (!found.ok())
        return found.error();
    if (found->isEmpty() || found->first().userId != entry.userId)
        return Error::notFound(QStringLiteral("there is no account of user %1").arg(entry.userId));
    return Error::conflict(QStringLiteral("insufficient balance: user %1 has %2, %3 is needed")
                               .arg(QString::number(entry.userId), QString::fromLatin1(found->first().balance.toText()),
                                    QString::fromLatin1((-entry.amount).toText())));
}

Result<std::optional<JournalEntry>> Bank::committedDebit(const Gid &gid)
{
    QSqlQuery query(m_connection.db());
    query.prepare(QStringLiteral(
        "SELECT user_id, peer_user_id, amount_cents FROM journal WHERE gid = ? AND branch_id = '00' AND op = 'msg'"));
    query.addBindValue(gid.toString());
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    if (!query.next())
        return std::optional<JournalEntry>();
    return std::optional(JournalEntry{gid.bytes(), "00", "msg", query.value(0).toInt(), query.value(1).toInt(),
                                      Money::fromCents(query.value(2).toLongLong())});
}

Result<QList<Account>> Bank::accounts(int afterUserId, int limit)
{
    QSqlQuery query(m_connection.db());
    query.setForwardOnly(true);
    query.prepare(accountsQuery(m_connection.sql()));
    query.addBindValue(afterUserId);
    query.addBindValue(limit);
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    QList<Account> found;
    while (query.next())
        found << accountOf(query);
    return found;
}

} // namespace core::bank
