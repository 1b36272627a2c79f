// SPDX-License-Identifier: GPL-3.0-or-later
// The proof of an operator's own pair of banks on a real MariaDB, by a user who may only read.
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/sessionfixture.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/session/proofdesk.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Holds;
using ui::Invariant;

class TestMySqlProof final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { endSession(); }

    void eachInvariantIsProvenAndDisproven();
    void rowsOfAnotherEngineAreNotKnown();
    void aStoppedServerIsNoPass();

private:
    Connection bank(const QString &label, const QString &database) const;
    void openPair();
    void watchPair();
    void run(const QString &sql);
    Holds found(Invariant invariant) const
    {
        const auto &report = m_session->proof().report();
        return report ? report->of(invariant).holds : Holds::Unknown;
    }
    Holds verdict() const
    {
        const auto &report = m_session->proof().report();
        return report ? report->verdict() : Holds::Unknown;
    }
    void submit(const QByteArray &gid);
    /// Asks for checks until one finds it so. False when none does.
    bool checksFind(Invariant invariant, Holds holds);

    test::MariaDbServer m_server;
    int m_pair = -1; ///< the sender's index
};

namespace {

const QString reader = u"looker"_s;

} // namespace

void TestMySqlProof::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    run(u"CREATE USER looker@'%' IDENTIFIED BY 'only looks'"_s);
}

void TestMySqlProof::run(const QString &sql)
{
    const core::Result<QString> done = m_server.ask(sql);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail + sql));
}

Connection TestMySqlProof::bank(const QString &label, const QString &database) const
{
    Connection bank;
    bank.label = label;
    bank.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    bank.place.host = u"127.0.0.1"_s;
    bank.place.port = m_server.port();
    bank.place.user = reader;
    bank.place.database = database;
    bank.safety = Connection::Safety::ReadOnly;
    bank.passwordKept = Connection::PasswordKept::Nowhere;
    return bank;
}

/// Two databases with the example's tables; user 1 pays, user 2 is paid.
void TestMySqlProof::init()
{
    for (const QString &name : {u"settle_a"_s, u"settle_b"_s}) {
        run(u"DROP DATABASE IF EXISTS %1"_s.arg(name));
        QVERIFY(m_server.createDatabase(name).ok());
        Connection made = bank(name, name);
        made.place.user = m_server.userName();
        const auto opened = core::bank::BankConnection::open(made.place, m_server.password(),
                                                             core::bank::BankConnection::Access::ReadWrite);
        QVERIFY(opened.ok());
        QVERIFY(core::bank::createBankTables(**opened).ok());
        run(u"GRANT SELECT ON %1.* TO looker@'%'"_s.arg(name));
    }
    startSession();
    openPair();
}

void TestMySqlProof::openPair()
{
    const auto receiver = m_session->connections().save(bank(u"Settlement B"_s, u"settle_b"_s));
    QVERIFY(receiver.ok());
    Connection from = bank(u"Settlement A"_s, u"settle_a"_s);
    from.peerId = *receiver;
    const auto sender = m_session->connections().save(from);
    QVERIFY(sender.ok());
    for (const QString &id : {*sender, *receiver})
        m_session->passwords().know(id, u"only looks"_s);
    const QList<ui::BankInfo> banks = m_session->banks();
    m_pair = -1;
    for (int index = 0; index < banks.size(); ++index) {
        if (banks.at(index).connectionId == *sender)
            m_pair = index;
    }
    QVERIFY(m_pair >= 0);
}

void TestMySqlProof::watchPair()
{
    m_session->showBank(m_pair);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals(m_pair).known, patience);
    m_session->proof().watch(m_pair);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->proof().report(), patience);
}

/// A message of the engine whose branches are tried at an address where nobody listens; then it is stopped being asked
/// for by what stands in its rows.
void TestMySqlProof::submit(const QByteArray &gid)
{
    run(u"INSERT INTO settle_a.barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', '%1', '00', "
        "'msg', '01', 'msg')"_s.arg(QString::fromLatin1(gid)));
    run(u"INSERT INTO settle_a.journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) VALUES ('%1', '00', "
        "'msg', 1, 2, -3000)"_s.arg(QString::fromLatin1(gid)));
    run(u"UPDATE settle_a.user_account SET balance = balance - 30 WHERE user_id = 1"_s);
}

bool TestMySqlProof::checksFind(Invariant invariant, Holds holds)
{
    return QTest::qWaitFor(
        [&] {
            if (found(invariant) != holds && !m_session->proof().isChecking())
                m_session->proof().checkNow();
            return found(invariant) == holds;
        },
        patience);
}

void TestMySqlProof::eachInvariantIsProvenAndDisproven()
{
    watchPair();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), Holds::True, patience);
    QCOMPARE(m_session->proof().report()->bankNames, (QStringList{u"Settlement A"_s, u"Settlement B"_s}));

    // A transfer in flight is not missing.
    submit("settle-1");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->proof().report()->sum.inFlight, core::Money::fromCents(3000), patience);
    QCOMPARE(found(Invariant::TotalConstant), Holds::True);

    run(u"UPDATE settle_b.user_account SET balance = balance - 1 WHERE user_id = 2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(Invariant::TotalConstant), Holds::False, patience);
    run(u"UPDATE settle_b.user_account SET balance = balance + 1 WHERE user_id = 2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(Invariant::TotalConstant), Holds::True, patience);

    run(u"UPDATE settle_b.user_account SET balance = -0.05 WHERE user_id = 1"_s);
    QVERIFY(checksFind(Invariant::NoNegativeBalance, Holds::False));
    run(u"UPDATE settle_b.user_account SET balance = 10000 WHERE user_id = 1"_s);
    QVERIFY(checksFind(Invariant::NoNegativeBalance, Holds::True));

    const QString credit = u"INSERT INTO settle_b.journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) "
                           "VALUES ('settle-1', '01', 'action', 2, 0, 3000)"_s;
    run(credit); // without its barrier row
    QVERIFY(checksFind(Invariant::BookingsGuarded, Holds::False));
    QCOMPARE(found(Invariant::CreditsHaveDebits), Holds::True);
    run(u"INSERT INTO settle_b.barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', 'settle-1', "
        "'01', 'action', '01', 'action')"_s);
    QVERIFY(checksFind(Invariant::BookingsGuarded, Holds::True));

    run(credit);
    QVERIFY(checksFind(Invariant::NothingTwice, Holds::False));
    run(u"DELETE FROM settle_b.journal ORDER BY id DESC LIMIT 1"_s);
    QVERIFY(checksFind(Invariant::NothingTwice, Holds::True));

    run(u"UPDATE settle_b.journal SET amount_cents = 2999"_s);
    QVERIFY(checksFind(Invariant::CreditsHaveDebits, Holds::False));
}

void TestMySqlProof::rowsOfAnotherEngineAreNotKnown()
{
    submit("theirs");
    watchPair();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->proof().report()->of(Invariant::NoOrphanRow).doubt,
                              ui::InvariantFinding::Doubt::NoKnownMessage, patience);
    QCOMPARE(found(Invariant::NoOrphanRow), Holds::Unknown);
    QCOMPARE(verdict(), Holds::Unknown);
}

void TestMySqlProof::aStoppedServerIsNoPass()
{
    watchPair();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), Holds::True, patience);
    m_server.pause();
    m_session->proof().checkNow();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), Holds::Unknown, 40'000);
    m_server.resume();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), Holds::True, 40'000);
}

QTEST_MAIN(TestMySqlProof)
#include "tst_mysqlproof.moc"
