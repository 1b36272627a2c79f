// SPDX-License-Identifier: GPL-3.0-or-later
// What the banner says and offers while the engine has no store, on a real session.
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/sessionfixture.h"
#include "ui/mainwindow/enginebanner.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/statusstrip.h"
#include "ui/session/connections.h"
#include "ui/transfer/transferpage.h"
#include "ui/widgets/passworddialog.h"
#include "ui/widgets/statusitem.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTimer>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;
using Phase = ui::EngineState::Phase;

namespace {

/// The settings of a console whose engine worked last with a store at a port where nobody listens.
QList<QVariantMap> settingsOfAServerThatIsAway()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost, 0);
    Connection store;
    store.kind = Connection::Kind::Engine;
    store.label = u"Team store"_s;
    store.safety = Connection::Safety::Open;
    store.place =
        core::bank::DatabaseUrl::parse(u"mysql://cb@127.0.0.1:%1/checkback"_s.arg(closed.serverPort())).value();
    Connections connections;
    connections.useEngine(connections.save(store).value());
    return connections.settings();
}

} // namespace

class TestEngineBanner final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void nothingIsSaidWhileAllIsWell();
    void aMissingPasswordIsAskedForHere();
    void nothingIsSentWhileTheEngineStandsStill();
    void aStoreThatIsAwayCanBeTriedAgain();
    void theFileIsAWayOut();
    void aReadOnlyStoreSaysWhyInTheUsersLanguage();
    void aClockThatDiffersIsTold();
    void theLanguageCanChange();

private:
    void open(const QList<QVariantMap> &settings = {});
    void openOn(test::MariaDbServer &server);
    void enterPassword();
    QPushButton *button(const char *name) const { return m_banner->findChild<QPushButton *>(QLatin1String(name)); }
    bool offers(const char *name) const { return button(name)->isVisible(); }
    QString words() const;

    std::unique_ptr<ui::EngineBanner> m_banner;
};

void TestEngineBanner::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestEngineBanner::cleanup()
{
    m_banner.reset();
    endSession();
}

void TestEngineBanner::open(const QList<QVariantMap> &settings)
{
    restartSession({}, [&settings](ui::Session &session) { session.connections().load(settings); });
    m_banner = std::make_unique<ui::EngineBanner>(*m_session, m_theme);
}

QString TestEngineBanner::words() const
{
    QStringList words;
    for (const QLabel *label : m_banner->findChildren<QLabel *>())
        words << label->text();
    return words.join(u' ');
}

/// Starts the server, and a session whose store is there, as a user with the rights that it needs and no others.
void TestEngineBanner::openOn(test::MariaDbServer &server)
{
    QVERIFY(server.start().ok());
    QVERIFY(server.createDatabase(u"ledger"_s).ok());
    for (const QString &host : {u"%"_s, u"localhost"_s}) {
        QVERIFY(server.ask(u"CREATE USER 'plain'@'%1' IDENTIFIED BY 'secret'"_s.arg(host)).ok());
        QVERIFY(server.ask(u"GRANT ALL ON ledger.* TO 'plain'@'%1'"_s.arg(host)).ok());
    }
    startSession({.given = {.store = core::store::MysqlAddress{.host = u"127.0.0.1"_s,
                                                               .port = server.port(),
                                                               .user = u"plain"_s,
                                                               .password = u"secret"_s,
                                                               .database = u"ledger"_s}}});
    m_banner = std::make_unique<ui::EngineBanner>(*m_session, m_theme);
}

void TestEngineBanner::enterPassword()
{
    QTimer::singleShot(0, qApp, [] {
        auto *dialog = qobject_cast<widgets::PasswordDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"passwordText"_s), u"secret"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    });
    QTest::mouseClick(button("storePassword"), Qt::LeftButton);
}

void TestEngineBanner::nothingIsSaidWhileAllIsWell()
{
    open();
    QCOMPARE(m_session->engine().phase, Phase::Running);
    QVERIFY(!m_banner->isVisible());
}

void TestEngineBanner::aMissingPasswordIsAskedForHere()
{
    open(settingsOfAServerThatIsAway());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::NeedsPassword, patience);
    QVERIFY(m_banner->isVisible());
    QVERIFY2(words().contains(u"“Team store” needs its password"_s), qPrintable(words()));
    QVERIFY(offers("storePassword") && offers("useSqlite") && !offers("retryStore"));
    enterPassword();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::Away, patience); // nobody listens there
    QVERIFY(!words().contains(u"secret"_s));
}

void TestEngineBanner::nothingIsSentWhileTheEngineStandsStill()
{
    open(settingsOfAServerThatIsAway());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::NeedsPassword, patience);
    ui::TransferPage page(*m_session, m_theme);
    page.show();
    const auto *send = page.findChild<QAbstractButton *>(u"send"_s);
    QVERIFY(!send->isEnabled());
    QVERIFY2(send->toolTip().contains(u"engine does not run"_s), qPrintable(send->toolTip()));
    ui::StatusStrip strip(m_theme, *m_session);
    QStringList told;
    for (const widgets::StatusItem *item : strip.findChildren<widgets::StatusItem *>())
        told << item->text();
    QVERIFY2(told.contains(u"Not live"_s), qPrintable(told.join(u'\n')));
}

void TestEngineBanner::aStoreThatIsAwayCanBeTriedAgain()
{
    open(settingsOfAServerThatIsAway());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::NeedsPassword, patience);
    enterPassword();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::Away, patience);
    QVERIFY(words().contains(m_session->engine().problem)); // the reason with its remedy
    QVERIFY(offers("retryStore") && offers("useSqlite") && offers("storePassword")); // a wrong one can be replaced
    QTest::mouseClick(button("retryStore"), Qt::LeftButton);
    QCOMPARE(m_session->engine().phase, Phase::Opening);
    QVERIFY(words().contains(u"Opening the store “Team store”"_s));
    QVERIFY(!offers("retryStore"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::Away, patience);
}

void TestEngineBanner::theFileIsAWayOut()
{
    open(settingsOfAServerThatIsAway());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::NeedsPassword, patience);
    QTest::mouseClick(button("useSqlite"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::Running, patience);
    QCOMPARE(m_session->engine().connectionId, Connections::engineId);
    QVERIFY(!m_banner->isVisible());
}

void TestEngineBanner::aReadOnlyStoreSaysWhyInTheUsersLanguage()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    test::MariaDbServer server;
    openOn(server);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::Running, patience);
    QVERIFY(!m_banner->isVisible());
    QVERIFY(server.ask(u"SET GLOBAL read_only = ON"_s).ok());
    ui::Language language;
    language.use(u"zh_CN"_s);
    m_banner->retranslate();
    QTRY_VERIFY_WITH_TIMEOUT(m_banner->isVisible(), patience); // its heartbeat is a write
    QVERIFY2(words().contains(u"服务器是只读的"_s) && words().contains(u"MySQL 1290"_s), qPrintable(words()));
    QVERIFY(server.ask(u"SET GLOBAL read_only = OFF"_s).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!m_banner->isVisible(), patience);
    cleanup();
}

/// A server two hours ahead: its sessions of an ordinary user begin with that time.
void TestEngineBanner::aClockThatDiffersIsTold()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    test::MariaDbServer server;
    server.setArguments({u"--init-connect=SET timestamp = UNIX_TIMESTAMP() + 7200"_s});
    openOn(server);
    QTRY_VERIFY_WITH_TIMEOUT(m_banner->isVisible() && words().contains(u"clock"_s), patience);
    QVERIFY2(words().contains(u"2 h ahead of this computer's"_s) || words().contains(u"1 h ahead of"_s),
             qPrintable(words()));
    QVERIFY(!offers("retryStore") && !offers("storePassword") && !offers("useSqlite"));
    const core::Millis ahead = m_session->now() - core::SystemClock().now();
    QVERIFY2(std::chrono::abs(ahead - core::Millis(7'200'000)) < std::chrono::minutes(2), "messages are dated so");
    cleanup();
}

void TestEngineBanner::theLanguageCanChange()
{
    open(settingsOfAServerThatIsAway());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engine().phase, Phase::NeedsPassword, patience);
    m_banner->retranslate();
    QVERIFY(!button("useSqlite")->text().isEmpty() && !button("useSqlite")->toolTip().isEmpty());
    QVERIFY(m_banner->isVisible());
}

QTEST_MAIN(TestEngineBanner)
#include "tst_enginebanner.moc"
