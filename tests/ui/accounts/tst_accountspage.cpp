// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session with its two demo banks, driven by mouse and keys.
#include "core/bank/bankdatabase.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/banktabs.h"
#include "ui/accounts/barriermodel.h"
#include "ui/session/connections.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/passworddialog.h"
#include "ui/widgets/statechip.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>

using namespace Qt::StringLiterals;
using Column = ui::AccountsModel::Column;

class TestAccountsPage final : public QObject, private test::PageFixture<ui::AccountsPage>
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { close(); }

    void bothBanksAndTheirTotalAreShown();
    void aTransferMovesMoneyAndNothingIsMissing();
    void barrierRowsOpenTheirMessage();
    void theStateOfAMessageFollowsIt();
    void theSqlOfThePageCanBeCopiedAndRun();
    void theSqlNamesThePayloadFieldsOfThePair();
    void theOtherBankIsChosenByKey();
    void theButtonAsksForATransfer();
    void banksAreReadOnlyWhileThePageIsShown();
    void aLongListIsPaged();
    void aUserIsFoundByNumber();
    void aBankAloneHasASumAndNoPair();
    void aBankAsksForItsPassword();
    void aBankThatCannotBeReadSaysWhy();
    void theButtonAsksForAnotherBank();
    void theLanguageCanChange();

private:
    QString balance(int row) const
    {
        return part<QTableView>("accounts")->model()->index(row, int(Column::Balance)).data().toString();
    }
    QString cents(const char *name) const { return figure(name).remove(u',').remove(u'.'); }
    QString figure(const char *name) const { return part<widgets::ElidedLabel>(name)->text(); }
    void transfer();
    QStringList firstFigures(const QString &file, const QString &sql) const;
    void openBank(const ui::Connection &bank);
    void openLongBank();
    QString user(int row) const { return part<QTableView>("accounts")->model()->index(row, 0).data().toString(); }
};

void TestAccountsPage::init()
{
    startSession();
    openPage({1320, 780}, m_theme);
    QTRY_VERIFY(part<QTableView>("accounts")->model()->rowCount() > 0);
}

void TestAccountsPage::transfer()
{
    const core::Status started = m_session->startTransfers({});
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestAccountsPage::bothBanksAndTheirTotalAreShown()
{
    QCOMPARE(part<ui::BankTabs>("bankTabs")->ids().size(), 2);
    QTRY_COMPARE(part<widgets::StateChip>("missingChip")->text(), u"Nothing missing"_s);
    QCOMPARE(balance(0), u"10,000.00"_s);
    QCOMPARE(figure("totalA"), balance(part<QTableView>("accounts")->model()->rowCount() - 1));
    QCOMPARE(figure("totalInFlight"), u"0.00"_s);
}

void TestAccountsPage::aTransferMovesMoneyAndNothingIsMissing()
{
    QTRY_COMPARE(part<widgets::StateChip>("missingChip")->text(), u"Nothing missing"_s);
    const QString total = figure("total");
    QAbstractItemModelTester accounts(part<QTableView>("accounts")->model(),
                                      QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester barriers(part<QTableView>("barriers")->model(),
                                      QAbstractItemModelTester::FailureReportingMode::QtTest);
    transfer();
    QTRY_COMPARE_WITH_TIMEOUT(balance(0), u"9,970.00"_s, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(figure("totalInFlight"), u"0.00"_s, 10'000);
    QCOMPARE(figure("total"), total);
    QCOMPARE(part<widgets::StateChip>("missingChip")->text(), u"Nothing missing"_s);
}

void TestAccountsPage::barrierRowsOpenTheirMessage()
{
    transfer();
    auto *table = part<QTableView>("barriers");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
    QSignalSpy opened(m_page.get(), &ui::AccountsPage::openMessage);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    QTest::mouseClick(part<QPushButton>("openMessage"), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toByteArray(), m_session->transferOutcomes().first().gid);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
}

void TestAccountsPage::theStateOfAMessageFollowsIt()
{
    const auto *rows = part<QTableView>("barriers")->model();
    const auto state = [rows](int row) {
        return rows->index(row, int(ui::BarrierModel::Column::State)).data().toString();
    };
    transfer();
    QTRY_VERIFY_WITH_TIMEOUT(rows->rowCount() == 2 && state(0) == u"Succeed"_s && state(1) == u"Succeed"_s, 10'000);
}

void TestAccountsPage::theSqlOfThePageCanBeCopiedAndRun()
{
    transfer();
    QTRY_COMPARE_WITH_TIMEOUT(part<QTableView>("barriers")->model()->rowCount(), 2, 10'000);
    QTimer::singleShot(0, qApp, [] {
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *dialog = QApplication::activeModalWidget();
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"copySql"_s), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"close"_s), Qt::LeftButton);
    });
    QTest::mouseClick(part<QPushButton>("showSql"), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"amount in the payload's amount, from whom in from, to whom in to"_s));
    const QStringList banks = text.split(u"-- Bank B: bank-b.db"_s);
    QCOMPARE(banks.size(), 2);
    const QString gid = QString::fromLatin1(m_session->transferOutcomes().first().gid);
    const QStringList a = firstFigures(u"bank-a.db"_s, banks.first());
    const QStringList b = firstFigures(u"bank-b.db"_s, banks.last());
    QCOMPARE(a, (QStringList{cents("totalA"), u"1"_s, gid, gid}));
    QCOMPARE(b, (QStringList{cents("totalB"), u"1"_s, gid}));
}

/// Runs the statements of a text: the first value of each.
QStringList TestAccountsPage::firstFigures(const QString &file, const QString &sql) const
{
    core::bank::DatabaseUrl place;
    place.path = m_dir->filePath(file);
    const auto bank = core::bank::BankConnection::open(place, {}, core::bank::BankConnection::Access::ReadOnly);
    QStringList figures;
    for (const QString &statement : sql.split(u";\n"_s)) {
        if (!statement.contains(u"SELECT"_s))
            continue;
        QSqlQuery query((*bank)->db());
        figures << (query.exec(statement) && query.next() ? query.value(0).toString() : query.lastError().text());
    }
    return figures;
}

/// Which payload fields are amount, from and to is the pair's.
void TestAccountsPage::theSqlNamesThePayloadFieldsOfThePair()
{
    ui::Connection receiver;
    receiver.label = u"Bank D"_s;
    receiver.place.path = m_dir->filePath(u"bank-d.db"_s);
    ui::Connection sender = receiver;
    sender.label = u"Bank C"_s;
    sender.place.path = m_dir->filePath(u"bank-c.db"_s);
    for (const ui::Connection &one : {receiver, sender}) {
        const auto made =
            core::bank::BankConnection::open(one.place, {}, core::bank::BankConnection::Access::ReadWrite);
        QVERIFY(made.ok());
        QVERIFY(core::bank::createBankTables(**made).ok());
    }
    sender.peerId = m_session->connections().save(receiver).value();
    sender.payloadFields = {.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
    QVERIFY(m_session->connections().save(sender).ok());
    const QList<ui::BankInfo> banks = m_session->banks();
    const auto place =
        std::find_if(banks.begin(), banks.end(), [](const auto &one) { return one.name == u"Bank C"_s; });
    QVERIFY(place != banks.end());
    QTest::mouseClick(part<ui::BankTabs>("bankTabs")->button(QString::number(place - banks.begin())), Qt::LeftButton);
    QTimer::singleShot(0, qApp, [] {
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *dialog = QApplication::activeModalWidget();
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"copySql"_s), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"close"_s), Qt::LeftButton);
    });
    QTest::mouseClick(part<QPushButton>("showSql"), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"amount in the payload's sum, from whom in payer, to whom in payee"_s), qPrintable(text));
}

void TestAccountsPage::theOtherBankIsChosenByKey()
{
    auto *banks = part<ui::BankTabs>("bankTabs");
    QCOMPARE(banks->bank(), 0);
    banks->button(u"0"_s)->setFocus();
    QTest::keyClick(banks->button(u"0"_s), Qt::Key_Right);
    QCOMPARE(banks->bank(), 1);
    QCOMPARE(part<QTableView>("accounts")->currentIndex().row(), 0);
    QSignalSpy status(m_page.get(), &ui::AccountsPage::statusTextChanged);
    QTRY_VERIFY(!status.isEmpty());
    QVERIFY(status.last().first().toString().contains(u"selected"_s));
}

void TestAccountsPage::theButtonAsksForATransfer()
{
    QSignalSpy opened(m_page.get(), &ui::AccountsPage::openTransfer);
    QTest::mouseClick(part<QPushButton>("newTransfer"), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
}

void TestAccountsPage::banksAreReadOnlyWhileThePageIsShown()
{
    QSignalSpy read(m_session.get(), &ui::Session::banksChanged);
    QTRY_VERIFY(!read.isEmpty());
    m_page->hide();
    (void)read.wait(1500); // those that are under way still come
    read.clear();
    QVERIFY2(!read.wait(1500), "nobody watches");
    m_page->show();
    QTRY_VERIFY(!read.isEmpty());
}

void TestAccountsPage::openBank(const ui::Connection &bank)
{
    QVERIFY(m_session->connections().save(bank).ok());
    const QString last = QString::number(m_session->banks().size() - 1);
    QTest::mouseClick(part<ui::BankTabs>("bankTabs")->button(last), Qt::LeftButton);
    QCOMPARE(part<ui::BankTabs>("bankTabs")->current(), last);
}

/// A bank of 450 users, each with 1.00.
void TestAccountsPage::openLongBank()
{
    ui::Connection bank;
    bank.label = u"Bank C"_s;
    bank.place.path = m_dir->filePath(u"bank-c.db"_s);
    const auto made = core::bank::BankConnection::open(bank.place, {}, core::bank::BankConnection::Access::ReadWrite);
    QVERIFY(made.ok());
    QVERIFY(core::bank::createBankTables(**made).ok());
    QSqlQuery query((*made)->db());
    QVERIFY(query.exec(u"DELETE FROM user_account"_s));
    QVERIFY(query.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450) "
                       "INSERT INTO user_account (user_id, balance_cents) SELECT i, 100 FROM n"_s));
    openBank(bank);
    QTRY_COMPARE(part<QTableView>("accounts")->model()->rowCount(), 201);
}

void TestAccountsPage::aLongListIsPaged()
{
    openLongBank();
    QAbstractItemModelTester accounts(part<QTableView>("accounts")->model(),
                                      QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(user(200), u"All 450"_s);
    QCOMPARE(balance(200), u"450.00"_s);
    QCOMPARE(part<widgets::ElidedLabel>("accountPlace")->text(), u"users 1–200 of 450 accounts"_s);
    QTest::mouseClick(part<QAbstractButton>("nextAccounts"), Qt::LeftButton);
    QTRY_COMPARE(user(0), u"201"_s);
    QTest::mouseClick(part<QAbstractButton>("nextAccounts"), Qt::LeftButton);
    QTRY_COMPARE(user(0), u"401"_s);
    QCOMPARE(part<QTableView>("accounts")->model()->rowCount(), 51);
    QVERIFY(!part<QAbstractButton>("nextAccounts")->isEnabled());
    QTest::mouseClick(part<QAbstractButton>("previousAccounts"), Qt::LeftButton);
    QTRY_COMPARE(user(0), u"201"_s);
}

void TestAccountsPage::aUserIsFoundByNumber()
{
    openLongBank();
    auto *search = part<QLineEdit>("findUser");
    QTest::keyClicks(search, u"77x"_s); // only a number can be typed
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(part<QTableView>("accounts")->currentIndex().row(), 76);
    search->clear();
    QTest::keyClicks(search, u"333"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(user(0), u"333"_s);
    QTRY_COMPARE(part<QTableView>("accounts")->currentIndex().row(), 0);
    QTest::mouseClick(part<ui::BankTabs>("bankTabs")->button(u"0"_s), Qt::LeftButton);
    QTRY_COMPARE(user(0), u"1"_s);
    QTest::keyClicks(search, u"9"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(part<widgets::ElidedLabel>("accountPlace")->text(), u"There is no user 9"_s);
}

void TestAccountsPage::aBankAloneHasASumAndNoPair()
{
    openLongBank();
    QTRY_COMPARE(figure("totalA"), u"450.00"_s);
    QVERIFY(!part<widgets::ElidedLabel>("totalB")->isVisible());
    QVERIFY(!part<widgets::StateChip>("missingChip")->isVisible());
}

void TestAccountsPage::aBankAsksForItsPassword()
{
    ui::Connection bank;
    bank.label = u"Bank C"_s;
    bank.place = core::bank::DatabaseUrl::parse(u"mysql://teller@127.0.0.1:9/dtm_busi"_s).value();
    openBank(bank);
    auto *face = part<widgets::EmptyState>("accountsEmpty");
    QTRY_VERIFY(face->isVisible() && face->findChild<QPushButton *>()->text() == u"Enter Password…"_s);
    QTimer::singleShot(0, qApp, [] {
        QTRY_VERIFY(qobject_cast<widgets::PasswordDialog *>(QApplication::activeModalWidget()));
        auto *dialog = qobject_cast<widgets::PasswordDialog *>(QApplication::activeModalWidget());
        auto *edit = dialog->findChild<QLineEdit *>(u"passwordText"_s);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
    });
    QTest::mouseClick(face->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(face->face(), widgets::EmptyState::Face::Unreachable, 15'000); // nobody listens there
}

void TestAccountsPage::aBankThatCannotBeReadSaysWhy()
{
    ui::Connection bank;
    bank.label = u"Bank C"_s;
    bank.place.path = m_dir->filePath(u"nowhere.db"_s);
    openBank(bank);
    auto *face = part<widgets::EmptyState>("accountsEmpty");
    QTRY_COMPARE(face->face(), widgets::EmptyState::Face::Unreachable);
    QVERIFY(face->isVisible());
    auto *rows = part<widgets::EmptyState>("barriersEmpty"); // unknown, not none
    QTRY_COMPARE(rows->face(), widgets::EmptyState::Face::Unreachable);
    QVERIFY(rows->isVisible());
    QSignalSpy read(m_session.get(), &ui::Session::banksChanged);
    emit rows->actionRequested(widgets::EmptyState::Face::Unreachable);
    QTRY_VERIFY(!read.isEmpty());
}

void TestAccountsPage::theButtonAsksForAnotherBank()
{
    QSignalSpy asked(m_page.get(), &ui::AccountsPage::addBank);
    QTest::mouseClick(part<QPushButton>("addBank"), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestAccountsPage::theLanguageCanChange()
{
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &change);
    QVERIFY(!part<QPushButton>("newTransfer")->text().isEmpty());
    QCOMPARE(balance(0), u"10,000.00"_s);
}

QTEST_MAIN(TestAccountsPage)
#include "tst_accountspage.moc"
