// SPDX-License-Identifier: GPL-3.0-or-later
// "Copy as SQL" is run as it is: on a store and a bank in SQLite, and on a MariaDB server.
#include "ui/messages/sqlqueries.h"

#include "core/bank/bankdatabase.h"
#include "core/store/makestore.h"
#include "tests/support/mariadbserver.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::bank::BankConnection;
using core::bank::DatabaseUrl;
using core::message::Message;

namespace {

/// A gid with all that SQL could stumble over.
const QByteArray gid = "o'brien\\-%_\"x";

Message message()
{
    core::message::Content content;
    content.steps << core::message::Step{"http://b.test/in", R"({"amount":30.00})"};
    content.branches << core::message::Branch{"01", "http://b.test/in", 0};
    Message message{.gid = core::Gid::fromBytes(gid).value()};
    message.rowId = 7;
    message.content = std::make_shared<core::message::Content>(content);
    message.branchDone = {false};
    message.createdAt = message.updatedAt = core::fromEpochMs(1'800'000'000'000);
    message.dueAt = message.createdAt;
    return message;
}

core::message::Attempt attempt()
{
    core::message::Attempt attempt;
    attempt.messageRowId = 7;
    attempt.branchId = "01";
    attempt.number = 1;
    attempt.startedAt = core::fromEpochMs(1'800'000'000'100);
    return attempt;
}

/// The statements between two comments, without their semicolons.
QStringList statements(const QString &comment)
{
    QStringList found;
    bool isIn = false;
    for (const QString &line : ui::sqlQueries(message()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"--"_s))
            isIn = line.contains(comment);
        else if (isIn)
            found << line.chopped(1);
    }
    return found;
}

} // namespace

class TestSqlQueries final : public QObject
{
    Q_OBJECT
private slots:
    void onSqlite();
    void onMariaDb();

private:
    void fillStore(const core::store::StoreAddress &address);
    void fillBank(const DatabaseUrl &place, const QString &password);
    void findsOneRowEach(const DatabaseUrl &place, const QString &password, const QStringList &sql);
};

void TestSqlQueries::fillStore(const core::store::StoreAddress &address)
{
    const auto store = core::store::makeStore(address);
    QVERIFY(store->open().ok());
    const auto written = store->commit({{.message = message(), .isNew = true, .attempts = {attempt()}}});
    QVERIFY(written.outcome == core::store::CommitOutcome::Committed);
}

void TestSqlQueries::fillBank(const DatabaseUrl &place, const QString &password)
{
    auto bank = BankConnection::open(place, password, BankConnection::Access::ReadWrite).value();
    QVERIFY(core::bank::createBankTables(*bank).ok());
    QSqlQuery query(bank->db());
    query.prepare(u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', ?, '00', "
                  "'msg', '01', 'msg')"_s);
    for (const QByteArray &one : {gid, QByteArray("another")}) {
        query.bindValue(0, QString::fromLatin1(one));
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }
}

void TestSqlQueries::findsOneRowEach(const DatabaseUrl &place, const QString &password, const QStringList &sql)
{
    auto database = BankConnection::open(place, password, BankConnection::Access::ReadOnly).value();
    QVERIFY(!sql.isEmpty());
    for (const QString &statement : sql) {
        QSqlQuery query(database->db());
        QVERIFY2(query.exec(statement), qPrintable(statement + u": "_s + query.lastError().text()));
        QVERIFY2(query.next(), qPrintable(u"finds nothing: "_s + statement));
        QVERIFY2(!query.next(), qPrintable(u"finds too much: "_s + statement));
    }
}

void TestSqlQueries::onSqlite()
{
    QTemporaryDir folder;
    DatabaseUrl store;
    store.path = folder.filePath(u"store.db"_s);
    DatabaseUrl bank;
    bank.path = folder.filePath(u"bank.db"_s);
    fillStore(core::store::SqliteAddress{store.path});
    fillBank(bank, {});
    QCOMPARE(statements(u"store"_s).size(), 2);
    findsOneRowEach(store, {}, statements(u"store"_s));
    findsOneRowEach(bank, {}, statements(u"banks"_s));
}

void TestSqlQueries::onMariaDb()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    test::MariaDbServer server;
    QVERIFY(server.start().ok());
    for (const QString &name : {u"ledger"_s, u"bank"_s})
        QVERIFY(server.createDatabase(name).ok());
    const auto placed = [&server](const QString &database) {
        return DatabaseUrl::parse(
                   u"mysql://%1@127.0.0.1:%2/%3"_s.arg(server.userName(), QString::number(server.port()), database))
            .value();
    };
    fillStore(core::store::MysqlAddress{.host = u"127.0.0.1"_s,
                                        .port = server.port(),
                                        .user = server.userName(),
                                        .password = server.password(),
                                        .database = u"ledger"_s});
    fillBank(placed(u"bank"_s), server.password());
    findsOneRowEach(placed(u"ledger"_s), server.password(), statements(u"store"_s));
    findsOneRowEach(placed(u"bank"_s), server.password(), statements(u"banks"_s));
}

QTEST_GUILESS_MAIN(TestSqlQueries)
#include "tst_sqlqueries.moc"
