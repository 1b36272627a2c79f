// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session, driven by mouse and keys.
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/connections/connectionsmodel.h"
#include "ui/connections/connectionspage.h"
#include "ui/connections/stagesmodel.h"
#include "ui/session/connections.h"
#include "ui/session/connectiontest.h"
#include "ui/session/passworddesk.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;

class TestConnectionsPage final : public QObject, private test::PageFixture<ui::ConnectionsPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void thisComputersConnectionsAreThere();
    void aBankIsAddedByMouseAndKeys();
    void aWrongFieldSaysWhatWouldBeRight();
    void whatWasTypedSurvivesALookElsewhere();
    void aNewStoreIsAnotherDraftThanANewBank();
    void encryptionIsChosenWithItsAuthority();
    void aPairSaysHowItsPayloadsAreRead();
    void revertGivesBackWhatIsKept();
    void removingAsksAndCancelIsTheDefault();
    void thePasswordGoesToTheKeychainOnly();
    void theTestFillsItsStepsAndSaysWhatHelps();
    void theEngineIsTestedToo();
    void theTablesSqlIsShownBeforeItRuns();
    void readOnlyCreatesNothing();
    void aReadOnlyEngineChangesNothing();
    void theLanguageCanChange();

private:
    void click(const char *name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text);
    void addSqlite(const QString &label, const QString &path);
    Connections &connections() const { return m_session->connections(); }
};

void TestConnectionsPage::init()
{
    startSession();
    openPage({1320, 780}, m_theme);
}

void TestConnectionsPage::type(const char *name, const QString &text)
{
    auto *edit = part<QLineEdit>(name);
    edit->selectAll();
    text.isEmpty() ? QTest::keyClick(edit, Qt::Key_Delete) : QTest::keyClicks(edit, text);
}

void TestConnectionsPage::addSqlite(const QString &label, const QString &path)
{
    click("addBank");
    type("label", label);
    part<QComboBox>("databaseKind")->setCurrentIndex(1);
    type("path", path);
}

void TestConnectionsPage::thisComputersConnectionsAreThere()
{
    QCOMPARE(part<QListView>("connections")->model()->rowCount(), 3);
    QCOMPARE(part<QLineEdit>("label")->text(), u"This computer"_s);
    QVERIFY(!part<QPushButton>("remove")->isEnabled());
    QVERIFY(!part<QPushButton>("save")->isEnabled());
    QVERIFY(!part<QLineEdit>("host")->isVisible());
    QTest::keyClick(part<QListView>("connections"), Qt::Key_Down);
    QCOMPARE(part<QLineEdit>("label")->text(), u"Bank A"_s);
    QVERIFY(part<QLineEdit>("path")->isReadOnly());
}

void TestConnectionsPage::aBankIsAddedByMouseAndKeys()
{
    click("addBank");
    QVERIFY(part<QLineEdit>("label")->hasFocus());
    type("label", u"Settlement"_s);
    type("host", u"db.example"_s);
    type("user", u"teller"_s);
    type("database", u"dtm_busi"_s);
    part<QComboBox>("safety")->setCurrentIndex(int(Connection::Safety::Confirm));
    click("save");
    QCOMPARE(connections().all().size(), 4);
    const Connection saved = connections().all().last();
    QCOMPARE(saved.label, u"Settlement"_s);
    QCOMPARE(saved.place.port, quint16(3306));
    QCOMPARE(saved.safety, Connection::Safety::Confirm);
    QCOMPARE(part<QListView>("connections")->currentIndex().data().toString(), u"Settlement"_s);
    QVERIFY(!part<QPushButton>("save")->isEnabled());
}

void TestConnectionsPage::aWrongFieldSaysWhatWouldBeRight()
{
    click("addBank");
    type("label", u"Settlement"_s);
    type("host", u"http://db"_s);
    click("save");
    QCOMPARE(connections().all().size(), 3);
    QVERIFY(part<QLineEdit>("host")->property("invalid").toBool());
    QVERIFY(part<QLineEdit>("host")->hasFocus());
    type("host", u"db"_s);
    QVERIFY(!part<QLineEdit>("host")->property("invalid").toBool());
}

void TestConnectionsPage::whatWasTypedSurvivesALookElsewhere()
{
    type("label", u"My machine"_s);
    QTest::keyClick(part<QListView>("connections"), Qt::Key_Down);
    QCOMPARE(part<QLineEdit>("label")->text(), u"Bank A"_s);
    QTest::keyClick(part<QListView>("connections"), Qt::Key_Up);
    QCOMPARE(part<QLineEdit>("label")->text(), u"My machine"_s);
    click("save");
    QCOMPARE(connections().engine().label, u"My machine"_s);
}

void TestConnectionsPage::aNewStoreIsAnotherDraftThanANewBank()
{
    click("addBank");
    type("label", u"Settlement"_s);
    click("addEngine");
    QVERIFY(part<QLineEdit>("label")->text().isEmpty());
    QVERIFY(!part<QComboBox>("databaseKind")->isVisible()); // a store on a file is this computer's own
    type("label", u"Shared"_s);
    click("addBank");
    QCOMPARE(part<QLineEdit>("label")->text(), u"Settlement"_s);
    click("addEngine");
    QCOMPARE(part<QLineEdit>("label")->text(), u"Shared"_s);
}

void TestConnectionsPage::encryptionIsChosenWithItsAuthority()
{
    using Tls = core::bank::DatabaseUrl::Tls;
    click("addBank");
    type("label", u"Settlement"_s);
    type("user", u"teller"_s);
    type("database", u"dtm_busi"_s);
    QCOMPARE(part<QComboBox>("tls")->currentData().toInt(), int(Tls::Off));
    QVERIFY(!part<QLineEdit>("caFile")->isVisible());
    part<QComboBox>("tls")->setCurrentIndex(2);
    QVERIFY(part<QLineEdit>("caFile")->isVisible());
    click("save");
    QCOMPARE(connections().all().size(), 3); // a bank's authority has to be named
    QVERIFY(part<QLineEdit>("caFile")->property("invalid").toBool());
    type("caFile", u"/etc/ssl/db-ca.pem"_s);
    click("save");
    QCOMPARE(connections().all().last().place.tls, Tls::VerifyCa);
    QCOMPARE(connections().all().last().place.caFile, u"/etc/ssl/db-ca.pem"_s);
    part<QComboBox>("tls")->setCurrentIndex(1);
    click("save");
    QCOMPARE(connections().all().last().place.tls, Tls::On);
    QVERIFY(connections().all().last().place.caFile.isEmpty());
    part<QComboBox>("databaseKind")->setCurrentIndex(1);
    QVERIFY(!part<QComboBox>("tls")->isVisible());
}

void TestConnectionsPage::aPairSaysHowItsPayloadsAreRead()
{
    addSqlite(u"Receiver"_s, u"/tmp/receiver.db"_s);
    click("save");
    const QString receiver = connections().all().last().id;
    addSqlite(u"Sender"_s, u"/tmp/sender.db"_s);
    QVERIFY(!part<QLineEdit>("amountField")->isVisible()); // it is looked at alone
    auto *peer = part<QComboBox>("peer");
    peer->setCurrentIndex(peer->findData(receiver));
    QVERIFY(part<QLineEdit>("amountField")->isVisible());
    QCOMPARE(part<QLineEdit>("toField")->text(), u"to"_s);
    type("amountField", u"sum"_s);
    type("fromField", {});
    click("save");
    QCOMPARE(connections().payloadFields().size(), 1);
    QVERIFY(part<QLineEdit>("fromField")->property("invalid").toBool());
    QVERIFY(part<QLineEdit>("fromField")->hasFocus());
    QVERIFY(!part<QLineEdit>("amountField")->property("invalid").toBool());
    type("fromField", u"payer"_s);
    click("save");
    const ui::PayloadFields named{.amount = u"sum"_s, .from = u"payer"_s, .to = u"to"_s};
    QCOMPARE(connections().all().last().payloadFields, named);
    QTest::keyClick(part<QListView>("connections"), Qt::Key_Up); // the receiver has none to ask for
    QVERIFY(!part<QLineEdit>("amountField")->isVisible());
    QTest::keyClick(part<QListView>("connections"), Qt::Key_Down);
    QCOMPARE(part<QLineEdit>("amountField")->text(), u"sum"_s);
    peer->setCurrentIndex(0); // no pair any more
    click("save");
    QCOMPARE(connections().all().last().payloadFields, ui::PayloadFields());
}

void TestConnectionsPage::revertGivesBackWhatIsKept()
{
    type("label", u"My machine"_s);
    click("revert");
    QCOMPARE(part<QLineEdit>("label")->text(), u"This computer"_s);
    click("addBank");
    click("revert");
    QCOMPARE(part<QLineEdit>("label")->text(), u"This computer"_s);
}

void TestConnectionsPage::removingAsksAndCancelIsTheDefault()
{
    addSqlite(u"Old"_s, u"/nowhere/bank.db"_s);
    click("save");
    test::answerDialog("cancel",
                       [](QDialog &dialog) { QVERIFY(dialog.findChild<QPushButton *>(u"cancel"_s)->isDefault()); });
    click("remove");
    QCOMPARE(connections().all().size(), 4);
    test::answerDialog("accept");
    click("remove");
    QCOMPARE(connections().all().size(), 3);
    QCOMPARE(part<QLineEdit>("label")->text(), u"This computer"_s);
}

void TestConnectionsPage::thePasswordGoesToTheKeychainOnly()
{
    click("addBank");
    type("label", u"Settlement"_s);
    type("user", u"teller"_s);
    type("database", u"dtm_busi"_s);
    type("password", u"hunter2"_s);
    click("save");
    QCOMPARE(m_keychain->kept.values(), QStringList{u"hunter2"_s});
    QVERIFY(part<QLineEdit>("password")->text().isEmpty());
    QCOMPARE(part<QLineEdit>("password")->echoMode(), QLineEdit::Password);
}

void TestConnectionsPage::theTestFillsItsStepsAndSaysWhatHelps()
{
    addSqlite(u"Missing"_s, m_dir->filePath(u"nothing.db"_s));
    click("startTest");
    auto *stages = part<QTableView>("stages");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connectionTest().isRunning(), patience);
    QCOMPARE(stages->model()->rowCount(), 4);
    QCOMPARE(stages->model()->index(0, int(ui::StagesModel::Column::Outcome)).data().toString(), u"Failed"_s);
    QCOMPARE(stages->model()->index(1, int(ui::StagesModel::Column::Outcome)).data().toString(), u"Not tried"_s);
    QVERIFY(part<QLabel>("advice")->isVisible());
    QVERIFY(part<QLabel>("advice")->text().contains(u"create the example tables"_s));
}

void TestConnectionsPage::theEngineIsTestedToo()
{
    click("startTest");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connectionTest().isRunning(), patience);
    const QList<ui::StageReport> reports = m_session->connectionTest().reports();
    QCOMPARE(reports.size(), 2);
    for (const ui::StageReport &report : reports)
        QCOMPARE(report.outcome, ui::StageReport::Outcome::Passed);
}

void TestConnectionsPage::theTablesSqlIsShownBeforeItRuns()
{
    const QString path = m_dir->filePath(u"bank-c.db"_s);
    addSqlite(u"Bank C"_s, path);
    part<QComboBox>("safety")->setCurrentIndex(int(Connection::Safety::TypeName));
    test::answerDialog("cancel", [path](QDialog &dialog) {
        const auto *sql = dialog.findChild<QPlainTextEdit *>(u"sql"_s);
        QVERIFY(sql->isReadOnly());
        QVERIFY(sql->toPlainText().contains(u"CREATE TABLE"_s));
        QVERIFY(!dialog.findChild<QPushButton *>(u"accept"_s)->isEnabled());
        QVERIFY(!QFile::exists(path));
    });
    click("createTables");
    QVERIFY(!QFile::exists(path));
    test::answerDialog("accept", [](QDialog &dialog) {
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"nameToType"_s), u"Bank C"_s);
    });
    click("createTables");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->connectionTest().reports().size() == 4
                                 && m_session->connectionTest().reports().last().outcome
                                     == ui::StageReport::Outcome::Passed,
                             patience);
}

void TestConnectionsPage::readOnlyCreatesNothing()
{
    addSqlite(u"Bank C"_s, m_dir->filePath(u"bank-c.db"_s));
    part<QComboBox>("safety")->setCurrentIndex(int(Connection::Safety::ReadOnly));
    QVERIFY(!part<QPushButton>("createTables")->isEnabled());
    QVERIFY(!part<QPushButton>("createTables")->toolTip().isEmpty());
}

void TestConnectionsPage::aReadOnlyEngineChangesNothing()
{
    QVERIFY(!m_session->readOnly());
    part<QComboBox>("safety")->setCurrentIndex(int(Connection::Safety::ReadOnly));
    click("save");
    QVERIFY(m_session->readOnly());
    QVERIFY(!m_session->startTransfers({}).ok());
}

void TestConnectionsPage::theLanguageCanChange()
{
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &change);
    QCOMPARE(part<QLineEdit>("label")->text(), u"This computer"_s);
    QVERIFY(!part<QPushButton>("save")->text().isEmpty());
}

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"
