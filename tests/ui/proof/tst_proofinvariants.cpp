// SPDX-License-Identifier: GPL-3.0-or-later
// Each invariant true, false and unknown, on banks in files and on an operator's banks on a real MariaDB: real
// transfers of the real engine, then somebody meddles with the banks' rows.
#include "core/bank/bankdatabase.h"
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/proof/invariantsmodel.h"
#include "ui/proof/proofpage.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/session/proofdesk.h"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>

using namespace Qt::StringLiterals;
using core::bank::BankConnection;
using core::bank::DatabaseUrl;
using ui::Holds;
using ui::Invariant;

namespace {

const QString lookerPassword = u"only looks"_s;

/// What somebody does to the rows of one bank: 0 the sender's, 1 the receiver's. {gid} stands for the message that
/// succeeded, {failed} for the one that failed, {balance} and {cent} for how the bank keeps money.
struct Meddling
{
    int bank = 1;
    QString breaks;
    QString mends;
    QString hides; ///< the table without which nothing is known
};

QString insertInto(const QString &table, const QString &values)
{
    return table == u"barrier"
        ? u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ("_s + values + u')'
        : u"INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) "_s + values;
}

Meddling meddlingOf(Invariant invariant)
{
    const QString credit = u"'msg', '{gid}', '01', 'action', '01', 'action'"_s;
    switch (invariant) {
    case Invariant::TotalConstant:
        return {0, u"UPDATE user_account SET {balance} = {balance} - 3000 * {cent} WHERE user_id = 1"_s,
                u"UPDATE user_account SET {balance} = {balance} + 3000 * {cent} WHERE user_id = 1"_s,
                u"user_account"_s};
    case Invariant::NoNegativeBalance:
        return {1, u"UPDATE user_account SET {balance} = -5 * {cent} WHERE user_id = 1"_s,
                u"UPDATE user_account SET {balance} = 1000000 * {cent} WHERE user_id = 1"_s, u"user_account"_s};
    case Invariant::SucceedHasRows:
        return {1, u"DELETE FROM barrier WHERE gid = '{gid}'"_s, insertInto(u"barrier"_s, credit), u"barrier"_s};
    case Invariant::FailedHasNone:
        return {1, insertInto(u"barrier"_s, u"'msg', '{failed}', '01', 'action', '01', 'action'"_s),
                u"DELETE FROM barrier WHERE gid = '{failed}'"_s, u"barrier"_s};
    case Invariant::NoOrphanRow:
        return {1, insertInto(u"barrier"_s, u"'msg', 'nobody', '01', 'action', '01', 'action'"_s),
                u"DELETE FROM barrier WHERE gid = 'nobody'"_s, u"barrier"_s};
    case Invariant::NothingTwice:
        return {1,
                insertInto(u"journal"_s,
                           u"SELECT gid, branch_id, op, user_id, peer_user_id, amount_cents FROM journal "
                           "WHERE gid = '{gid}'"_s),
                u"DELETE FROM journal WHERE id = (SELECT MAX(id) FROM journal)"_s, u"journal"_s};
    case Invariant::BookingsGuarded:
        return {1, insertInto(u"journal"_s, u"VALUES ('{gid}', '07', 'action', 2, 0, 3000)"_s),
                u"DELETE FROM journal WHERE branch_id = '07'"_s, u"journal"_s};
    case Invariant::CreditsHaveDebits:
        return {1, u"UPDATE journal SET amount_cents = 2999 WHERE gid = '{gid}'"_s,
                u"UPDATE journal SET amount_cents = 3000 WHERE gid = '{gid}'"_s, u"journal"_s};
    }
    Q_UNREACHABLE();
}

/// In words; {B} stands for the receiver's name.
QString sentenceOf(Invariant invariant)
{
    switch (invariant) {
    case Invariant::TotalConstant:
        return u"39,970.00; expected 40,000.00"_s;
    case Invariant::NoNegativeBalance:
        return u"{B}: user 1 has "_s;
    case Invariant::SucceedHasRows:
        return u"is succeed, {B} has no barrier row for branch 01"_s;
    case Invariant::FailedHasNone:
        return u"is failed, {B} has applied branch 01"_s;
    case Invariant::NoOrphanRow:
        return u"{B} has a barrier row of nobody"_s;
    case Invariant::NothingTwice:
        return u"{B} has booked branch 01 of message"_s;
    case Invariant::BookingsGuarded:
        return u"{B} has booked branch 07"_s;
    case Invariant::CreditsHaveDebits:
        return u"{B} has credited 29.99"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

class TestProofInvariants final : public QObject, private test::PageFixture<ui::ProofPage>
{
    Q_OBJECT
private slots:
    void eachIsTrueFalseAndUnknown_data();
    void eachIsTrueFalseAndUnknown();
    void cleanupTestCase() { close(); }

private:
    void open(const QByteArray &databases);
    void openOnServer(ui::SessionOptions &options);
    void addOperatorsPair();
    void makeTransfers();
    QByteArray transfer(core::Money amount, core::message::State ends);
    void meddle(int bank, QString sql);
    void runShownSql();
    bool becomes(Invariant invariant, Holds holds);
    void choose(Invariant invariant);
    QString found(Invariant invariant) const
    {
        const auto *model = part<QTableView>("invariants")->model();
        return model->index(int(invariant), ui::InvariantsModel::Found).data().toString();
    }
    QByteArray linkOf(Invariant invariant) const;

    test::MariaDbServer m_server; // first: the session ends before it
    QByteArray m_databases; ///< that the page is open on
    std::array<DatabaseUrl, 2> m_banks; ///< as who may write
    std::array<QString, 2> m_names;
    QByteArray m_gid;
    QByteArray m_failed;
};

void TestProofInvariants::openOnServer(ui::SessionOptions &options)
{
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QVERIFY(m_server.ask(u"CREATE USER looker@'%' IDENTIFIED BY '"_s + lookerPassword + u'\'').ok());
    for (std::size_t bank = 0; bank < 2; ++bank) {
        DatabaseUrl &url = m_banks.at(bank);
        url.kind = DatabaseUrl::Kind::MySql;
        url.host = u"127.0.0.1"_s;
        url.port = m_server.port();
        url.user = m_server.userName();
        url.database = bank == 0 ? u"settle_a"_s : u"settle_b"_s;
        QVERIFY(m_server.createDatabase(url.database).ok());
        QVERIFY(m_server.ask(u"GRANT SELECT ON %1.* TO looker@'%'"_s.arg(url.database)).ok());
    }
    options.given.sender = m_banks[0];
    options.given.receiver = m_banks[1];
    options.given.bankPassword = m_server.password();
}

/// The same two databases, as an operator's own connections that may only read.
void TestProofInvariants::addOperatorsPair()
{
    m_names = {u"Settlement A"_s, u"Settlement B"_s};
    QString peer;
    for (const int bank : {1, 0}) {
        ui::Connection connection;
        connection.label = m_names.at(std::size_t(bank));
        connection.place = m_banks.at(std::size_t(bank));
        connection.place.user = u"looker"_s;
        connection.safety = ui::Connection::Safety::ReadOnly;
        connection.passwordKept = ui::Connection::PasswordKept::Nowhere;
        connection.peerId = peer;
        const auto id = m_session->connections().save(connection);
        QVERIFY(id.ok());
        m_session->passwords().know(*id, lookerPassword);
        peer = *id;
    }
}

QByteArray TestProofInvariants::transfer(core::Money amount, core::message::State ends)
{
    ui::TransferOrder order;
    order.amount = amount;
    if (!m_session->startTransfers(order).ok())
        return {};
    const auto isOver = [&] {
        const auto outcomes = m_session->transferOutcomes();
        return !outcomes.isEmpty() && outcomes.constFirst().state == ends;
    };
    return QTest::qWaitFor(isOver, patience) ? m_session->transferOutcomes().constFirst().gid : QByteArray();
}

void TestProofInvariants::makeTransfers()
{
    const auto runs = [this] {
        return !m_session->banks().isEmpty() && !m_session->banks().constFirst().url.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(runs(), patience);
    // Two: where an operator's services keep their rows is learned from rows that are there.
    QVERIFY(!transfer(core::Money::fromCents(3000), core::message::State::Succeed).isEmpty());
    m_gid = transfer(core::Money::fromCents(3000), core::message::State::Succeed);
    QVERIFY(!m_gid.isEmpty());
    m_failed = transfer(core::Money::fromCents(99'000'00), core::message::State::Failed); // more than there is
    QVERIFY(!m_failed.isEmpty());
}

/// One page for all tests on the same databases.
void TestProofInvariants::open(const QByteArray &databases)
{
    close();
    m_databases = databases;
    const bool isOnServer = databases == "mariadb";
    ui::SessionOptions options;
    if (isOnServer)
        openOnServer(options);
    startSession(options);
    if (!isOnServer) {
        m_banks[0].path = m_dir->filePath(u"bank-a.db"_s);
        m_banks[1].path = m_dir->filePath(u"bank-b.db"_s);
        m_names = {u"Bank A"_s, u"Bank B"_s};
    } else {
        addOperatorsPair();
    }
    makeTransfers();
    openPage({1340, 800}, m_theme);
    if (isOnServer) {
        auto *pairs = part<QComboBox>("pairs");
        pairs->setCurrentIndex(pairs->findText(u"Settlement A"_s, Qt::MatchStartsWith));
        emit pairs->activated(pairs->currentIndex());
    }
    const auto &report = m_session->proof().report();
    QTRY_VERIFY_WITH_TIMEOUT(report && report->verdict() == Holds::True, patience);
    QCOMPARE(report->bankNames, (QStringList{m_names[0], m_names[1]}));
    QCOMPARE(report->of(Invariant::SucceedHasRows).checked, 2);
    QCOMPARE(report->of(Invariant::FailedHasNone).checked, 1);
}

/// As somebody who may write to that bank's database.
void TestProofInvariants::meddle(int bank, QString sql)
{
    const DatabaseUrl &url = m_banks.at(std::size_t(bank));
    const bool isInFile = url.kind == DatabaseUrl::Kind::Sqlite;
    sql.replace(u"{gid}"_s, QString::fromLatin1(m_gid));
    sql.replace(u"{failed}"_s, QString::fromLatin1(m_failed));
    sql.replace(u"{balance}"_s, isInFile ? u"balance_cents"_s : u"balance"_s);
    sql.replace(u"{cent}"_s, isInFile ? u"1"_s : u"0.01"_s);
    const auto connection =
        BankConnection::open(url, isInFile ? QString() : m_server.password(), BankConnection::Access::ReadWrite);
    QVERIFY(connection.ok());
    QSqlQuery query((*connection)->db());
    if (isInFile)
        QVERIFY(query.exec(u"PRAGMA ignore_check_constraints = ON"_s));
    QVERIFY2(query.exec(sql), qPrintable(query.lastError().text() + sql));
}

/// Each statement, by who may only read.
void TestProofInvariants::runShownSql()
{
    const QString text = part<QPlainTextEdit>("sql")->toPlainText();
    const QStringList parts = text.split(u"-- %1\n"_s.arg(m_names[0]));
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts.constFirst().startsWith(u"-- %1\n"_s.arg(m_names[1])));
    const std::array<QString, 2> statementsOf{parts.at(1), parts.at(0).section(u'\n', 1)};
    for (std::size_t bank = 0; bank < 2; ++bank) {
        DatabaseUrl url = m_banks.at(bank);
        const bool isInFile = url.kind == DatabaseUrl::Kind::Sqlite;
        if (!isInFile)
            url.user = u"looker"_s;
        const auto connection =
            BankConnection::open(url, isInFile ? QString() : lookerPassword, BankConnection::Access::ReadOnly);
        QVERIFY(connection.ok());
        for (const QString &statement : statementsOf.at(bank).split(u";\n"_s, Qt::SkipEmptyParts)) {
            QSqlQuery query((*connection)->db());
            QVERIFY2(statement.trimmed().isEmpty() || query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
}

bool TestProofInvariants::becomes(Invariant invariant, Holds holds)
{
    const auto isSo = [&] {
        m_session->proof().checkNow();
        const auto &report = m_session->proof().report();
        return report && report->of(invariant).holds == holds;
    };
    for (int tries = 0; tries < patience / 100; ++tries) {
        if (isSo())
            return true;
        QTest::qWait(100);
    }
    return false;
}

void TestProofInvariants::choose(Invariant invariant)
{
    auto *table = part<QTableView>("invariants");
    table->setCurrentIndex({});
    table->setCurrentIndex(table->model()->index(int(invariant), 0));
}

QByteArray TestProofInvariants::linkOf(Invariant invariant) const
{
    switch (invariant) {
    case Invariant::SucceedHasRows:
    case Invariant::NothingTwice:
    case Invariant::BookingsGuarded:
    case Invariant::CreditsHaveDebits:
        return m_gid;
    case Invariant::FailedHasNone:
        return m_failed;
    case Invariant::TotalConstant:
    case Invariant::NoNegativeBalance:
    case Invariant::NoOrphanRow:
        return {}; // about no message
    }
    Q_UNREACHABLE();
}

void TestProofInvariants::eachIsTrueFalseAndUnknown_data()
{
    QTest::addColumn<QByteArray>("databases");
    QTest::addColumn<Invariant>("invariant");
    for (const QByteArray databases : {"sqlite", "mariadb"}) {
        for (const Invariant invariant : ui::allInvariants)
            QTest::addRow("%s, %s", databases.constData(), qPrintable(ui::invariantName(invariant)))
                << databases << invariant;
    }
}

void TestProofInvariants::eachIsTrueFalseAndUnknown()
{
    QFETCH(QByteArray, databases);
    QFETCH(Invariant, invariant);
    if (databases == "mariadb" && !test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    if (m_databases != databases)
        open(databases);
    QVERIFY(m_page && !m_gid.isEmpty() && !m_failed.isEmpty());
    const Meddling meddling = meddlingOf(invariant);
    QVERIFY(becomes(invariant, Holds::True));

    meddle(meddling.bank, meddling.breaks);
    QVERIFY(becomes(invariant, Holds::False));
    const QString sentence = sentenceOf(invariant).replace(u"{B}"_s, m_names[1]);
    QVERIFY2(found(invariant).contains(sentence), qPrintable(found(invariant)));
    choose(invariant);
    QSignalSpy opened(m_page.get(), &ui::ProofPage::openMessage);
    auto *offences = part<QListWidget>("offences");
    QTRY_VERIFY(offences->count() > 0);
    emit offences->itemActivated(offences->item(0));
    QCOMPARE(opened.isEmpty() ? QByteArray() : opened.constFirst().constFirst().toByteArray(), linkOf(invariant));
    runShownSql();
    meddle(meddling.bank, meddling.mends);
    QVERIFY(becomes(invariant, Holds::True));

    meddle(meddling.bank, u"ALTER TABLE %1 RENAME TO out_of_sight"_s.arg(meddling.hides));
    const bool isUnknown = becomes(invariant, Holds::Unknown);
    const QString why = found(invariant);
    meddle(meddling.bank, u"ALTER TABLE out_of_sight RENAME TO %1"_s.arg(meddling.hides));
    QVERIFY(isUnknown);
    QVERIFY2(why.startsWith(m_names.at(std::size_t(meddling.bank)) + u": "_s) && why.contains(meddling.hides),
             qPrintable(why));
    QVERIFY(becomes(invariant, Holds::True));
}

QTEST_MAIN(TestProofInvariants)
#include "tst_proofinvariants.moc"
