// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session with its two demo banks, driven by mouse and keys; what is wrong is planted in the files.
#include "core/bank/bankdatabase.h"
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/proof/invariantsmodel.h"
#include "ui/proof/proofpage.h"
#include "ui/proof/reconciliationmodel.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"
#include "ui/session/proofdesk.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/totalplot.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>
#include <QTranslator>

using namespace Qt::StringLiterals;
using ui::Holds;
using ui::Invariant;

class TestProofPage final : public QObject, private test::PageFixture<ui::ProofPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void theBanksHaveTheirNamesBeforeTheFirstReport();
    void theFirstCheckSaysHowFarItIs();
    void nothingIsMissingAtFirst();
    void transfersStayProvenWhileTheyRun();
    void aRowThatIsGoneIsFoundAndLinked();
    void aRowOfNobodyIsFound();
    void whatIsBookedTwiceIsFound();
    void moneyThatIsGoneIsMissingAndMarked();
    void aBankThatCannotBeReadIsNoPass();
    void theSqlOfARowCanBeCopiedAndRun();
    void keysWalkTheRowsAndCheckAgain();
    void theReportIsWritten();
    void naiveLossesAreNamedAndPutRight();
    void puttingThingsRightWantsTheNameWhereTheConnectionDoes();
    void nothingIsCheckedWhileThePageIsHidden();
    void theLanguageCanChange();

private:
    const ui::ProofReport *report() const;
    bool holds(Invariant invariant, Holds holds) const;
    bool isProven() const { return report() && report()->verdict() == Holds::True; }
    QString verdict() const { return part<QLabel>("verdict")->text(); }
    QString figure(const char *name) const { return part<widgets::ElidedLabel>(name)->text(); }
    QString cell(int row, int column) const
    {
        return part<QTableView>("invariants")->model()->index(row, column).data().toString();
    }
    void transfer(int count = 1);
    void loseNaively();
    QByteArray lastGid() const { return m_session->transferOutcomes().constFirst().gid; }
    void run(const QString &file, const QString &sql);
    void choose(Invariant invariant);
};

void TestProofPage::init()
{
    startSession();
    openPage({1340, 800}, m_theme);
    QTRY_VERIFY_WITH_TIMEOUT(isProven(), patience);
}

const ui::ProofReport *TestProofPage::report() const
{
    const std::optional<ui::ProofReport> &found = m_session->proof().report();
    return found ? &*found : nullptr;
}

bool TestProofPage::holds(Invariant invariant, Holds holds) const
{
    return report() && report()->of(invariant).holds == holds;
}

void TestProofPage::transfer(int count)
{
    ui::TransferOrder order;
    order.count = count;
    order.ratePerSecond = 200;
    const core::Status started = m_session->startTransfers(order);
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, count, patience);
}

/// As somebody who meddles with a bank's database.
void TestProofPage::run(const QString &file, const QString &sql)
{
    core::bank::DatabaseUrl place;
    place.path = m_dir->filePath(file);
    const auto bank = core::bank::BankConnection::open(place, {}, core::bank::BankConnection::Access::ReadWrite);
    QVERIFY(bank.ok());
    QSqlQuery query((*bank)->db());
    QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
}

void TestProofPage::choose(Invariant invariant)
{
    auto *table = part<QTableView>("invariants");
    const QModelIndex index = table->model()->index(int(invariant), 0);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

/// A page that is opened before the session has started, looked at while nothing is known, and hidden in the middle of
/// its first check.
void TestProofPage::theBanksHaveTheirNamesBeforeTheFirstReport()
{
    close();
    m_dir = std::make_unique<QTemporaryDir>();
    ui::SessionOptions options;
    options.dataDir = m_dir->path();
    options.passwordStore = [] { return std::make_unique<test::MemoryPasswords>(true); };
    m_session = std::make_unique<ui::Session>(options);
    openPage({1340, 800}, m_theme);
    QVERIFY(!report());
    QVERIFY(m_session->start().ok());
    const auto sumNames = [this] {
        return part<QLabel>("sumSenderName")->text() + u'/' + part<QLabel>("sumReceiverName")->text();
    };
    const auto namesInSql = [this] {
        const QString sql = part<QPlainTextEdit>("sql")->toPlainText();
        return sql.contains("-- Bank B\n"_L1) && sql.contains("-- Bank A\n"_L1);
    };
    QVERIFY(!report());
    QCOMPARE(sumNames(), u"Bank A/Bank B"_s);
    bool wasHidden = false;
    const QObject context;
    connect(&m_session->proof(), &ui::ProofDesk::changed, &context, [this, &wasHidden] {
        if (!m_session->proof().isChecking() || std::exchange(wasHidden, true))
            return;
        m_page->hide();
        m_page->show();
    });
    QTRY_VERIFY_WITH_TIMEOUT(wasHidden, patience);
    QTRY_VERIFY_WITH_TIMEOUT(report(), patience);
    QCOMPARE(report()->bankNames, (QStringList{u"Bank A"_s, u"Bank B"_s}));
    QCOMPARE(sumNames(), u"Bank A/Bank B"_s);
    QVERIFY2(namesInSql(), qPrintable(part<QPlainTextEdit>("sql")->toPlainText()));
}

/// A long journal is gone through; the page says which one and how far, with a bar that only goes on.
void TestProofPage::theFirstCheckSaysHowFarItIs()
{
    QVERIFY(!part<QProgressBar>("checkProgress")->isVisible()); // a report is there, and checks are short
    close();
    startSession();
    for (const QString &file : {u"bank-a.db"_s, u"bank-b.db"_s})
        run(file,
            u"WITH RECURSIVE s(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM s WHERE n < 240000) INSERT INTO journal "
            "(gid, branch_id, op, user_id, peer_user_id, amount_cents, create_time) SELECT 'g' || n, '01', 'naive', 1, "
            "2, 0, '2020-01-01T00:00:00.000Z' FROM s"_s);
    m_page = std::make_unique<ui::ProofPage>(*m_session, m_theme);
    QStringList told;
    QList<int> values;
    connect(&m_session->proof(), &ui::ProofDesk::progressed, m_page.get(), [&] {
        auto *bar = part<QProgressBar>("checkProgress");
        if (report() || !bar->isVisible())
            return;
        told.append(figure("verdictDetail"));
        values.append(bar->value());
        QCOMPARE(bar->accessibleName(), told.last());
    });
    m_page->resize(1340, 800);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(isProven(), patience);
    QVERIFY(told.first().startsWith(u"Reading the engine's newest messages"_s));
    QVERIFY(std::is_sorted(values.cbegin(), values.cend()));
    const auto isTold = [&told](const QString &begin) {
        return std::any_of(told.cbegin(), told.cend(), [&](const QString &one) { return one.startsWith(begin); });
    };
    // The session's own reader of the same banks takes its share of the work, and may take all of one journal.
    QVERIFY2(isTold(u"Summing up the journal of Bank "_s), qPrintable(told.join(u'|')));
    QVERIFY2(isTold(u"Reading the barrier rows and bookings of Bank B"_s), qPrintable(told.join(u'|')));
    QVERIFY(!part<QProgressBar>("checkProgress")->isVisible());
}

void TestProofPage::nothingIsMissingAtFirst()
{
    QAbstractItemModelTester invariants(part<QTableView>("invariants")->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(verdict(), u"All money accounted for."_s);
    QCOMPARE(figure("sumTotal"), u"40,000.00"_s);
    QCOMPARE(figure("sumMissing"), u"0.00"_s);
    QCOMPARE(figure("sumTwoPhase"), u"0 · 0.00 lost"_s);
    QCOMPARE(part<QLabel>("counts")->text(), u"8 true · 0 unknown · 0 false"_s);
    QCOMPARE(cell(0, ui::InvariantsModel::Verdict), u"True"_s);
    QVERIFY(!part<QAbstractButton>("putRight")->isVisible());
}

/// Money is on its way all the time, and no check calls it missing.
void TestProofPage::transfersStayProvenWhileTheyRun()
{
    QAbstractItemModelTester rows(part<QTableView>("reconciliation")->model(),
                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
    int checks = 0;
    int wrong = 0;
    QString what;
    connect(&m_session->proof(), &ui::ProofDesk::changed, m_page.get(), [&] {
        if (m_session->proof().isChecking())
            return;
        ++checks;
        if (report()->verdict() == Holds::True)
            return;
        ++wrong;
        what = verdict();
    });
    ui::TransferOrder order;
    order.count = 150;
    order.ratePerSecond = 100;
    QVERIFY(m_session->startTransfers(order).ok());
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60'000 && m_session->transferProgress().succeed < order.count) {
        m_page->refresh();
        QTest::qWait(50);
    }
    QCOMPARE(m_session->transferProgress().succeed, order.count);
    QVERIFY2(checks >= 5, qPrintable(QString::number(checks)));
    QVERIFY2(wrong == 0, qPrintable(u"%1 of %2: %3"_s.arg(wrong).arg(checks).arg(what)));
    m_page->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(report()->of(Invariant::SucceedHasRows).checked, order.count, patience);
    QCOMPARE(report()->verdict(), Holds::True);
    QTRY_COMPARE(figure("sumTwoPhase"), u"150 · 0.00 lost"_s);
}

void TestProofPage::aRowThatIsGoneIsFoundAndLinked()
{
    transfer(3);
    const QByteArray gid = lastGid();
    m_page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isProven() && report()->of(Invariant::SucceedHasRows).checked == 3, patience);
    run(u"bank-b.db"_s, u"DELETE FROM barrier WHERE gid = '%1'"_s.arg(QString::fromLatin1(gid)));
    QTRY_VERIFY_WITH_TIMEOUT(holds(Invariant::SucceedHasRows, Holds::False), patience);
    QVERIFY(holds(Invariant::BookingsGuarded, Holds::False)); // the credit stands there without its row
    QVERIFY(verdict().startsWith(u"Not proven: 2 thing(s)"_s));

    QSignalSpy opened(m_page.get(), &ui::ProofPage::openMessage);
    choose(Invariant::SucceedHasRows);
    auto *offences = part<QListWidget>("offences");
    QTRY_COMPARE(offences->count(), 1);
    QVERIFY2(offences->item(0)->text().contains("is succeed, Bank B has no barrier row for branch 01"_L1),
             qPrintable(offences->item(0)->text()));
    QTest::mouseClick(offences->viewport(), Qt::LeftButton, {}, offences->visualItemRect(offences->item(0)).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toByteArray(), gid);

    auto *tabs = part<widgets::TabStrip>("evidence");
    QTest::mouseClick(tabs->button(u"rows"_s), Qt::LeftButton);
    auto *rows = part<QTableView>("reconciliation");
    QVERIFY(rows->isVisible());
    QCOMPARE(rows->model()->index(0, ui::ReconciliationModel::Agreement).data().toString(), u"Differs"_s);
    rows->setFocus();
    rows->selectRow(0);
    QTest::keyClick(rows, Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(opened.constLast().constFirst().toByteArray(), gid);
}

void TestProofPage::aRowOfNobodyIsFound()
{
    transfer();
    run(u"bank-b.db"_s,
        u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', 'nobody', '01', "
        "'action', '01', 'action')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(holds(Invariant::NoOrphanRow, Holds::False), patience);
    choose(Invariant::NoOrphanRow);
    QTRY_VERIFY(part<QListWidget>("offences")->count() == 1);
    QVERIFY(part<QListWidget>("offences")->item(0)->text().contains("nobody"_L1));
    run(u"bank-b.db"_s, u"DELETE FROM barrier WHERE gid = 'nobody'"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isProven(), patience);
}

void TestProofPage::whatIsBookedTwiceIsFound()
{
    transfer();
    run(u"bank-b.db"_s,
        u"INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents) SELECT gid, branch_id, op, "
        "user_id, peer_user_id, amount_cents FROM journal"_s);
    QTRY_VERIFY_WITH_TIMEOUT(holds(Invariant::NothingTwice, Holds::False), patience);
    QVERIFY(cell(int(Invariant::NothingTwice), ui::InvariantsModel::Found).contains("2 time(s)"_L1));
}

void TestProofPage::moneyThatIsGoneIsMissingAndMarked()
{
    run(u"bank-a.db"_s, u"UPDATE user_account SET balance_cents = balance_cents - 3000 WHERE user_id = 1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(holds(Invariant::TotalConstant, Holds::False), patience);
    QVERIFY2(verdict().startsWith(u"Not proven: 30.00 is missing since "_s), qPrintable(verdict()));
    QCOMPARE(figure("sumMissing"), u"30.00"_s);
    QCOMPARE(figure("sumTwoPhase"), u"0 · 30.00 lost"_s);
    QVERIFY(!part<QAbstractButton>("putRight")->isVisible()); // no naive transfer did it
    auto *plot = part<widgets::TotalPlot>("totalPlot");
    QTRY_VERIFY(plot->accessibleDescription().contains("30.00 lost"_L1));
    part<widgets::TabStrip>("evidence")->setCurrent(u"rows"_s);
    emit plot->markActivated();
    QVERIFY(part<QTableView>("invariants")->isVisible());
    QCOMPARE(part<QTableView>("invariants")->currentIndex().row(), int(Invariant::TotalConstant));
}

void TestProofPage::aBankThatCannotBeReadIsNoPass()
{
    QVERIFY(QFile::rename(m_dir->filePath(u"bank-b.db"_s), m_dir->filePath(u"gone.db"_s)));
    // Open files go on on this system: another pair is one whose file is not there.
    ui::Connection receiver;
    receiver.label = u"Bank D"_s;
    receiver.place.path = m_dir->filePath(u"nowhere.db"_s);
    const auto id = m_session->connections().save(receiver);
    QVERIFY(id.ok());
    ui::Connection sender;
    sender.label = u"Bank C"_s;
    sender.place.path = m_dir->filePath(u"nowhere-either.db"_s);
    sender.peerId = *id;
    QVERIFY(m_session->connections().save(sender).ok());
    m_page->hide();
    m_page->show();
    auto *pairs = part<QComboBox>("pairs");
    QTRY_VERIFY(pairs->isVisible());
    QCOMPARE(pairs->count(), 2);
    pairs->setFocus();
    QTest::keyClick(pairs, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(report() && report()->bankNames.contains(u"Bank C"_s), patience);
    QCOMPARE(report()->countOf(Holds::Unknown), 8);
    QVERIFY2(verdict().contains("unknown is not a pass"_L1), qPrintable(verdict()));
    QCOMPARE(cell(0, ui::InvariantsModel::Verdict), u"Unknown"_s);
    QVERIFY(cell(0, ui::InvariantsModel::Found).contains("Bank"_L1));
}

void TestProofPage::theSqlOfARowCanBeCopiedAndRun()
{
    transfer();
    m_page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isProven() && report()->of(Invariant::SucceedHasRows).checked == 1, patience);
    for (const Invariant invariant : ui::allInvariants) {
        choose(invariant);
        QTest::mouseClick(part<QAbstractButton>("copySql"), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, part<QPlainTextEdit>("sql")->toPlainText());
        const QStringList banks = text.split(u"-- Bank A\n"_s);
        QCOMPARE(banks.size(), 2);
        for (const auto &[file, statements] :
             {std::pair(u"bank-b.db"_s, banks.first().section(u'\n', 1)), std::pair(u"bank-a.db"_s, banks.last())}) {
            for (const QString &statement : statements.split(u";\n"_s, Qt::SkipEmptyParts)) {
                if (!statement.trimmed().isEmpty())
                    run(file, statement);
            }
        }
    }
}

void TestProofPage::keysWalkTheRowsAndCheckAgain()
{
    auto *table = part<QTableView>("invariants");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_J);
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(part<QPlainTextEdit>("sql")->toPlainText().contains("ORDER BY 2"_L1));
    const core::TimePoint before = report()->at;
    part<QAbstractButton>("checkAgain")->setFocus();
    QTest::keyClick(part<QAbstractButton>("checkAgain"), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(report()->at > before, patience);
    QTest::keyClick(m_page.get(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget());
}

void TestProofPage::theReportIsWritten()
{
    transfer();
    const QString page = m_dir->filePath(u"proof.html"_s);
    QVERIFY(m_page->exportTo(page).ok());
    QFile html(page);
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(html.readAll());
    QVERIFY(text.contains("All money accounted for."_L1));
    QVERIFY(text.contains("SELECT"_L1));
    QVERIFY(text.contains("Nothing is applied twice"_L1));
    const QString machine = m_dir->filePath(u"proof.json"_s);
    QVERIFY(m_page->exportTo(machine).ok());
    QFile json(machine);
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
    QCOMPARE(object["holds"_L1].toString(), u"true"_s);
    QCOMPARE(object["total"_L1].toString(), u"40000.00"_s);
    QVERIFY(!m_page->exportTo(m_dir->filePath(u"no/such/folder/x.html"_s)).ok());
}

/// 30.00 that no coordinator keeps in mind.
void TestProofPage::loseNaively()
{
    m_session->faults().setOn(true);
    ui::TransferOrder order;
    order.mode = ui::TransferMode::Naive;
    order.preset = ui::FaultPreset::SenderCrash;
    const core::Status started = m_session->startTransfers(order);
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(holds(Invariant::TotalConstant, Holds::False), patience);
}

void TestProofPage::puttingThingsRightWantsTheNameWhereTheConnectionDoes()
{
    ui::Connection receiver = *m_session->connections().find(ui::Connections::bankBId);
    receiver.label = u"Ledger"_s;
    loseNaively(); // while the connection is open
    receiver.safety = ui::Connection::Safety::TypeName;
    QVERIFY(m_session->connections().save(receiver).ok());
    auto *putRight = part<QAbstractButton>("putRight");
    QTRY_VERIFY_WITH_TIMEOUT(putRight->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->naiveBar() == ui::NaiveBar::None, patience); // bank A is back
    QSignalSpy told(m_page.get(), &ui::ProofPage::told);
    test::answerDialog("cancel", [](QDialog &dialog) {
        auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
        auto *name = dialog.findChild<QLineEdit *>(u"nameToType"_s);
        QVERIFY(name && accept);
        QVERIFY(!accept->isEnabled());
        name->setText(u"ledger"_s);
        QVERIFY(!accept->isEnabled());
    });
    QTest::mouseClick(putRight, Qt::LeftButton);
    QCOMPARE(told.size(), 0);
    test::answerDialog("accept",
                       [](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"nameToType"_s)->setText(u"Ledger"_s); });
    QTest::mouseClick(putRight, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QVERIFY2(!told.constFirst().at(1).toBool(), qPrintable(told.constFirst().constFirst().toString()));
    QTRY_VERIFY_WITH_TIMEOUT(isProven(), patience);
}

void TestProofPage::naiveLossesAreNamedAndPutRight()
{
    loseNaively();
    QCOMPARE(figure("sumMissing"), u"30.00"_s);
    QCOMPARE(figure("sumNaive"), u"1 · 30.00 lost"_s);
    QCOMPARE(figure("sumTwoPhase"), u"0 · 0.00 lost"_s);
    QCOMPARE(report()->countOf(Holds::False), 1);
    QVERIFY(part<widgets::ElidedLabel>("verdictDetail")
                ->text()
                .startsWith(u"Naive transfer 1 debited user 1 and never credited user 2."_s));
    QSignalSpy told(m_page.get(), &ui::ProofPage::told);
    auto *putRight = part<QAbstractButton>("putRight");
    QTRY_VERIFY(putRight->isVisible());
    test::answerDialog("cancel");
    QTest::mouseClick(putRight, Qt::LeftButton);
    QCOMPARE(told.size(), 0);
    test::answerDialog("accept");
    QTest::mouseClick(putRight, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QCOMPARE(told.constFirst().constFirst().toString(),
             u"1 naive transfer(s) put right: 30.00 credited, 0.00 taken back"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isProven(), patience);
    QCOMPARE(figure("sumNaive"), u"1 · 0.00 lost"_s);
    const auto &record = m_session->activity().activities();
    QVERIFY(std::any_of(record.cbegin(), record.cend(),
                        [](const ui::Activity &one) { return one.verb == ui::ActivityVerb::RepairNaive; }));
}

void TestProofPage::nothingIsCheckedWhileThePageIsHidden()
{
    m_page->hide();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->proof().isChecking(), patience); // one that is under way still ends
    QSignalSpy checked(&m_session->proof(), &ui::ProofDesk::changed);
    QVERIFY2(!checked.wait(4000), "nobody looks");
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(!checked.isEmpty(), patience);
}

void TestProofPage::theLanguageCanChange()
{
    QTranslator chinese;
    QVERIFY(chinese.load(u":/i18n/checkback_zh_CN.qm"_s) || true); // linked with the window only
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &change);
    QVERIFY(!part<QAbstractButton>("checkAgain")->text().isEmpty());
    QVERIFY(!cell(0, ui::InvariantsModel::MustHold).isEmpty());
    QVERIFY(isProven());
}

QTEST_MAIN(TestProofPage)
#include "tst_proofpage.moc"
