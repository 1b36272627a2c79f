// SPDX-License-Identifier: Apache-2.0
#include "core/faults/ledger.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace core::faults {

using namespace Qt::StringLiterals;
using bank::BankConnection;

namespace {

constexpr Money newAccountHas = Money::fromCents(1'000'000); // what createBankTables() gives a bank's first users

Status runSql(BankConnection &connection, const QString &statement)
{
    QSqlQuery query(connection.db());
    if (!query.exec(statement))
        return bank::bankDatabaseError(query.lastError());
    return Done{};
}

QString insertAccount(const BankConnection &connection, const bank::Account &account)
{
    const bool isSqlite = connection.url().kind == bank::DatabaseUrl::Kind::Sqlite;
    const QByteArray balance =
        isSqlite ? QByteArray::number(qlonglong(account.balance.cents())) : account.balance.toText();
    return u"INSERT INTO %1 (user_id, %2) VALUES (%3, %4)"_s.arg(
        connection.sql().accounts, isSqlite ? u"balance_cents"_s : u"balance"_s, QString::number(account.userId),
        QLatin1String(balance));
}

QStringList pauseStatements(const BankConnection &connection)
{
    if (connection.url().kind == bank::DatabaseUrl::Kind::Sqlite)
        return {u"BEGIN IMMEDIATE"_s};
    return {u"START TRANSACTION"_s, u"SELECT user_id FROM %1 FOR UPDATE"_s.arg(connection.sql().accounts)};
}

} // namespace

Ledger::Ledger(bank::DatabaseUrl url, QString password) : m_url(std::move(url)), m_password(std::move(password)) { }

Status Ledger::open(const QList<bank::Account> &accounts)
{
    auto connection = BankConnection::open(m_url, m_password, BankConnection::Access::ReadWrite);
    if (!connection.ok())
        return connection.error();
    if (const Status created = bank::createBankTables(**connection); !created.ok())
        return created;
    const auto books = snapshot();
    if (!books.ok())
        return books.error();
    if (!isUntouched(*books))
        return Error::conflict(
            u"%1 has accounts or bookings of its own: give a scenario an empty database"_s.arg(m_url.text()));
    Status done = runSql(**connection, u"DELETE FROM %1"_s.arg((*connection)->sql().accounts));
    for (const bank::Account &account : accounts) {
        if (done.ok())
            done = runSql(**connection, insertAccount(**connection, account));
    }
    return done;
}

bool Ledger::isUntouched(const bank::BankSnapshot &books) const
{
    const bool areNew = std::all_of(books.accounts.cbegin(), books.accounts.cend(), [](const bank::Account &account) {
        return account.userId <= 2 && account.balance == newAccountHas && account.tradingBalance == Money();
    });
    return areNew && books.accounts.size() == 2 && books.journal.isEmpty() && books.barrierRows.isEmpty();
}

Result<bank::BankSnapshot> Ledger::snapshot() const
{
    auto reader = bank::BankReader::open(m_url, m_password, m_clock);
    if (!reader.ok())
        return reader.error();
    return reader->snapshot();
}

Result<bank::BankSnapshot> Ledger::look()
{
    if (!m_reader) {
        auto reader = bank::BankReader::open(m_url, m_password, m_clock);
        if (!reader.ok())
            return reader.error();
        m_reader = std::move(*reader);
    }
    auto books = m_reader->snapshot();
    if (!books.ok())
        m_reader.reset();
    return books;
}

Status Ledger::pause()
{
    auto connection = BankConnection::open(m_url, m_password, BankConnection::Access::ReadWrite);
    if (!connection.ok())
        return connection.error();
    for (const QString &statement : pauseStatements(**connection)) {
        if (const Status done = runSql(**connection, statement); !done.ok())
            return done;
    }
    m_holding = std::move(*connection);
    return Done{};
}

void Ledger::resume()
{
    if (m_holding)
        (void)runSql(*m_holding, u"ROLLBACK"_s); // where it fails, the end of the connection does it
    m_holding.reset();
}

} // namespace core::faults
