// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted connections to a real MariaDB server: the staged test, a bank that is read, a store that is looked into.
#include "tests/support/mariadbserver.h"
#include "tests/support/testcertificates.h"
#include "tests/ui/support/memorypasswords.h"
#include "ui/session/connections.h"
#include "ui/session/connectiontest.h"
#include "ui/session/passworddesk.h"
#include "ui/session/session.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Finding;
using ui::Stage;
using Outcome = ui::StageReport::Outcome;
using Tls = core::bank::DatabaseUrl::Tls;

namespace {

constexpr int patience = 20'000;
const QString secret = u"travels encrypted"_s;

} // namespace

class TestConnectionTls final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_session.reset(); }

    void theServersAuthorityIsChecked();
    void aCertificateOfAnotherAuthorityEndsTheTest();
    void aStoresHostNameIsComparedToo();
    void aStoreMayLeaveTheAuthorityToTheSystem();
    void encryptionAloneAsksForNoAuthority();
    void aServerThatOffersNoneEndsTheTest();
    void anAuthorityThatCannotBeReadIsNamed();
    void encryptionThatIsOnOfferIsMentioned();
    void aBankIsReadEncryptedOrNotAtAll();
    void aStoreIsOpenedEncryptedOrNotAtAll();

private:
    Connection bank(Tls tls, const QString &caFile = {}) const;
    Connection store(const QString &host, const QString &caFile) const;
    void test(const Connection &connection);
    ui::StageReport reportOf(Stage stage) const;
    bool isRead(const Connection &connection);
    core::Result<ui::StoreOutlook> outlook(const Connection &connection);

    test::TestCertificates m_certificates;
    const test::TestCertificates m_stranger;
    test::MariaDbServer m_server; ///< with a certificate for "localhost"
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Session> m_session;
};

void TestConnectionTls::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    if (!m_certificates.makeServer(u"DNS:localhost"_s) || !m_stranger.isValid())
        QSKIP("needs the openssl program");
    m_server.setArguments(
        {u"--ssl-cert="_s + m_certificates.serverFile(), u"--ssl-key="_s + m_certificates.serverKeyFile()});
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    for (const QString &name : {u"bank"_s, u"store"_s})
        QVERIFY(m_server.createDatabase(name).ok());
    for (const QString &sql : {u"CREATE USER teller@'%' IDENTIFIED BY '%1' REQUIRE SSL"_s.arg(secret),
                               u"GRANT ALL ON bank.* TO teller@'%'"_s, u"GRANT ALL ON store.* TO teller@'%'"_s})
        QVERIFY2(m_server.ask(sql).ok(), qPrintable(sql));
}

void TestConnectionTls::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ui::SessionOptions options{.dataDir = m_folder->path()};
    options.passwordStore = [] { return std::make_unique<test::MemoryPasswords>(true); };
    m_session = std::make_unique<ui::Session>(options);
    QVERIFY(m_session->start().ok());
    std::optional<std::optional<core::Error>> outcome;
    m_session->createTables(bank(Tls::On), secret, this, [&](const auto &error) { outcome = error; });
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY2(!*outcome, *outcome ? qPrintable((*outcome)->detail) : "");
}

Connection TestConnectionTls::bank(Tls tls, const QString &caFile) const
{
    Connection bank;
    bank.label = u"Bank C"_s;
    bank.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    bank.place.host = u"127.0.0.1"_s;
    bank.place.port = m_server.port();
    bank.place.user = u"teller"_s;
    bank.place.database = u"bank"_s;
    bank.place.tls = tls;
    bank.place.caFile = caFile;
    bank.safety = Connection::Safety::Open;
    return bank;
}

Connection TestConnectionTls::store(const QString &host, const QString &caFile) const
{
    Connection store = bank(Tls::VerifyCa, caFile);
    store.id = u"store"_s;
    store.kind = Connection::Kind::Engine;
    store.place.host = host;
    store.place.database = u"store"_s;
    return store;
}

void TestConnectionTls::test(const Connection &connection)
{
    m_session->testConnection(connection, secret);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connectionTest().isRunning(), patience);
}

ui::StageReport TestConnectionTls::reportOf(Stage stage) const
{
    for (const ui::StageReport &report : m_session->connectionTest().reports()) {
        if (report.stage == stage)
            return report;
    }
    return {};
}

void TestConnectionTls::theServersAuthorityIsChecked()
{
    test(bank(Tls::VerifyCa, m_certificates.caFile()));
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsTrusted);
    QVERIFY(reportOf(Stage::Tls).facts.first().startsWith(u"TLSv1"_s));
    for (const Stage stage : {Stage::Tls, Stage::Login, Stage::Schema, Stage::Rights})
        QVERIFY2(reportOf(stage).outcome == Outcome::Passed, qPrintable(reportOf(stage).facts.join(u' ')));
}

void TestConnectionTls::aCertificateOfAnotherAuthorityEndsTheTest()
{
    test(bank(Tls::VerifyCa, m_stranger.caFile()));
    QCOMPARE(reportOf(Stage::Tls).outcome, Outcome::Failed);
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsRefused);
    QCOMPARE(reportOf(Stage::Login).outcome, Outcome::NotTried);
}

void TestConnectionTls::aStoresHostNameIsComparedToo()
{
    test(store(u"127.0.0.1"_s, m_certificates.caFile()));
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsRefused);
    test(store(u"localhost"_s, m_certificates.caFile()));
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsTrusted);
    QCOMPARE(reportOf(Stage::Login).outcome, Outcome::Passed);
}

void TestConnectionTls::aStoreMayLeaveTheAuthorityToTheSystem()
{
    QVERIFY(ui::checkConnection(store(u"localhost"_s, {})).ok());
    test(store(u"localhost"_s, {})); // no system knows this authority
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsRefused);
}

void TestConnectionTls::encryptionAloneAsksForNoAuthority()
{
    test(bank(Tls::On));
    QCOMPARE(reportOf(Stage::Tls).outcome, Outcome::Noted);
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsUntrusted);
    QCOMPARE(reportOf(Stage::Login).outcome, Outcome::Passed);
}

void TestConnectionTls::aServerThatOffersNoneEndsTheTest()
{
    test::MariaDbServer plain;
    plain.setArguments({u"--skip-ssl"_s});
    QVERIFY(plain.start().ok());
    for (const Connection &asked : {bank(Tls::On), bank(Tls::VerifyCa, m_certificates.caFile())}) {
        Connection connection = asked;
        connection.place.port = plain.port();
        test(connection);
        QCOMPARE(reportOf(Stage::Tls).outcome, Outcome::Failed);
        QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsMissing);
        QCOMPARE(reportOf(Stage::Login).outcome, Outcome::NotTried);
    }
}

void TestConnectionTls::anAuthorityThatCannotBeReadIsNamed()
{
    const QString path = m_folder->filePath(u"nothing.pem"_s);
    test(bank(Tls::VerifyCa, path));
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsAuthorityUnreadable);
    QCOMPARE(reportOf(Stage::Tls).facts, QStringList{path});
}

void TestConnectionTls::encryptionThatIsOnOfferIsMentioned()
{
    test(bank(Tls::Off));
    QCOMPARE(reportOf(Stage::Tls).finding, Finding::TlsUnused);
    QCOMPARE(reportOf(Stage::Login).outcome, Outcome::Failed); // this user may not come in the clear
}

/// True: its accounts came; false: a reason came.
bool TestConnectionTls::isRead(const Connection &connection)
{
    const QString id = m_session->connections().save(connection).value();
    m_session->passwords().keep(*m_session->connections().find(id), secret);
    const int index = int(m_session->banks().size()) - 1;
    m_session->showBank(index);
    const auto hasCome = [&] {
        return !m_session->bank(index).accounts.isEmpty() || !m_session->bank(index).problem.isEmpty();
    };
    return QTest::qWaitFor(hasCome, patience) && m_session->bank(index).problem.isEmpty();
}

void TestConnectionTls::aBankIsReadEncryptedOrNotAtAll()
{
    QVERIFY(isRead(bank(Tls::On)));
    QVERIFY(isRead(bank(Tls::VerifyCa, m_certificates.caFile())));
    QVERIFY(!isRead(bank(Tls::VerifyCa, m_stranger.caFile())));
    QVERIFY(!isRead(bank(Tls::Off)));
}

core::Result<ui::StoreOutlook> TestConnectionTls::outlook(const Connection &connection)
{
    m_session->passwords().keep(connection, secret);
    core::Result<ui::StoreOutlook> came = core::Error::unavailable(u"no answer"_s);
    bool hasCome = false;
    m_session->lookAtStore(connection, this, [&](const auto &answer) {
        came = answer;
        hasCome = true;
    });
    return QTest::qWaitFor([&] { return hasCome; }, patience) ? came : core::Error::unavailable(u"no answer"_s);
}

void TestConnectionTls::aStoreIsOpenedEncryptedOrNotAtAll()
{
    const auto opened = outlook(store(u"localhost"_s, m_certificates.caFile()));
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
    const auto refused = outlook(store(u"localhost"_s, m_stranger.caFile()));
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().detail.contains(u"TLS"), qPrintable(refused.error().detail));
}

QTEST_GUILESS_MAIN(TestConnectionTls)
#include "tst_connectiontls.moc"
