// SPDX-License-Identifier: GPL-3.0-or-later
// What the banner says and offers while the engine has no store, on a real session.
#include "tests/ui/support/sessionfixture.h"
#include "ui/mainwindow/enginebanner.h"
#include "ui/session/connections.h"
#include "ui/widgets/passworddialog.h"

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
    void aStoreThatIsAwayCanBeTriedAgain();
    void theFileIsAWayOut();
    void theLanguageCanChange();

private:
    void open(const QList<QVariantMap> &settings = {});
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
