// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session with its two demo banks, driven by mouse and keys.
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/banktabs.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/statechip.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Column = ui::AccountsModel::Column;

class TestAccountsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void bothBanksAndTheirTotalAreShown();
    void aTransferMovesMoneyAndNothingIsMissing();
    void barrierRowsOpenTheirMessage();
    void theOtherBankIsChosenByKey();
    void theButtonAsksForATransfer();
    void banksAreReadOnlyWhileThePageIsShown();
    void theLanguageCanChange();

private:
    template<typename T> T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        Q_ASSERT_X(found, "part", name);
        return found;
    }
    QString balance(int row) const
    {
        return part<QTableView>("accounts")->model()->index(row, int(Column::Balance)).data().toString();
    }
    QString figure(const char *name) const { return part<widgets::ElidedLabel>(name)->text(); }
    void transfer();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::AccountsPage> m_page;
};

void TestAccountsPage::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestAccountsPage::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<ui::Session>(ui::SessionOptions{.dataDir = m_dir->path()});
    const core::Status started = m_session->start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    m_page = std::make_unique<ui::AccountsPage>(*m_session, *m_theme);
    m_page->resize(1320, 780);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(part<QTableView>("accounts")->model()->rowCount() > 0);
}

void TestAccountsPage::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_dir.reset();
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
    QTest::qWait(300); // one that is under way still comes
    read.clear();
    QVERIFY2(!read.wait(1500), "nobody watches");
    m_page->show();
    QTRY_VERIFY(!read.isEmpty());
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
