// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/faultdesk.h"
#include "ui/transfer/transferpage.h"
#include "ui/widgets/elidedlabel.h"

#include "tests/ui/support/pagefixture.h"
#include "ui/session/connections.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

/// The page on the real engine, driven by mouse and keys.
class TestTransferPage final : public QObject, private test::PageFixture<ui::TransferPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void aTransferIsMadeByClicking();
    void controlReturnSends();
    void theEmptyListSendsTheFirstOne();
    void aWrongAmountIsMarkedAndNotSent();
    void theSummaryFollowsWhatIsTyped();
    void enterOnAResultOpensItsMessage();
    void likeTheLastOneFillsTheForm();
    void theRestOfARunCanBeCancelled();
    void readOnlySendsNothingAndSaysWhy();
    void aCarefulConnectionAsksFirst();
    void bothWaysAreComparedSideBySide();
    void whileBankAIsDownTheFormWaitsForIt();
    void whatTheCoordinatorDoesNotTakeIsNotWaitedFor();
    void aFaultNeedsTheLabAndThatIsOneClick();
    void aFaultThatCannotStrikeSaysSo();
    void readOnlyClosesTheNaiveWay();

private:
    void type(const char *field, const QString &text);
    void click(const char *button);
    /// The button in place of results.
    QAbstractButton *offered() const { return part<QWidget>("resultsEmpty")->findChild<QAbstractButton *>(); }
    void startOn(bool readOnly);
};

void TestTransferPage::init()
{
    startOn(false);
}

void TestTransferPage::startOn(bool readOnly)
{
    close();
    startSession({.readOnly = readOnly});
    openPage({1340, 780}, m_theme);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals().known, patience);
}

void TestTransferPage::type(const char *field, const QString &text)
{
    auto *edit = part<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestTransferPage::click(const char *button)
{
    auto *found = part<QAbstractButton>(button);
    QVERIFY(found);
    QTest::mouseClick(found, Qt::LeftButton);
}

void TestTransferPage::aTransferIsMadeByClicking()
{
    auto *results = part<QTableView>("results");
    QAbstractItemModelTester tester(results->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    type("amount", u"30.00"_s);
    QCOMPARE(part<QAbstractButton>("send")->text(), u"Send 1 transfer(s)"_s);
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(results->model()->index(0, 1).data().toString(), u"Succeed"_s, patience);
    QVERIFY(results->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().b, core::Money::fromCents(2'003'000), patience);
    QCOMPARE(m_session->totals().a, core::Money::fromCents(1'997'000));
    QCOMPARE(part<QLabel>("progressTitle")->text(), u"1 of 1 sent"_s);
}

void TestTransferPage::controlReturnSends()
{
    auto *results = part<QTableView>("results");
    type("count", u"3"_s);
    type("rate", u"100"_s);
    QTest::keyClick(part<QLineEdit>("rate"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), 3, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 3, patience);
}

void TestTransferPage::theEmptyListSendsTheFirstOne()
{
    auto *preset = part<QComboBox>("preset");
    preset->setCurrentIndex(preset->findData(int(ui::FaultPreset::AnswerLost)));
    QVERIFY2(!offered()->isEnabled(), "what bars the form bars this, too");
    QVERIFY(offered()->toolTip().contains("fault lab is off"_L1));
    preset->setCurrentIndex(0);
    QVERIFY(offered()->isEnabled() && offered()->toolTip().isEmpty());
    QTest::mouseClick(offered(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
}

void TestTransferPage::aWrongAmountIsMarkedAndNotSent()
{
    type("amount", u"1.005"_s);
    auto *amount = part<QLineEdit>("amount");
    QVERIFY(amount->property("invalid").toBool());
    QVERIFY(amount->accessibleDescription().contains("two decimals"_L1));
    part<QLineEdit>("count")->setFocus();
    click("send");
    QCOMPARE(QApplication::focusWidget(), amount);
    QCOMPARE(m_session->transferProgress().ordered, 0);
    type("amount", u"1.00"_s);
    QVERIFY(!amount->property("invalid").toBool());
}

void TestTransferPage::theSummaryFollowsWhatIsTyped()
{
    type("amount", u"30"_s);
    type("count", u"50"_s);
    const QString summary = part<QLabel>("summary")->text();
    QVERIFY2(summary.contains(u"50 × 30.00 = 1,500.00"_s), qPrintable(summary));
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("summary")->text().contains("User 1 keeps 8,500.00"_L1), patience);
}

void TestTransferPage::enterOnAResultOpensItsMessage()
{
    QSignalSpy opened(m_page.get(), &ui::TransferPage::openMessage);
    auto *results = part<QTableView>("results");
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), 1, patience);
    results->setFocus();
    results->selectRow(0);
    QTest::keyClick(results, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    QCOMPARE(opened.constFirst().constFirst().toByteArray(), m_session->transferOutcomes().constFirst().gid);
}

void TestTransferPage::likeTheLastOneFillsTheForm()
{
    QVERIFY(!part<QAbstractButton>("likeLast")->isEnabled());
    type("amount", u"12.34"_s);
    click("send");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    type("amount", u"99"_s);
    click("likeLast");
    QCOMPARE(part<QLineEdit>("amount")->text(), u"12.34"_s);
}

void TestTransferPage::theRestOfARunCanBeCancelled()
{
    type("count", u"100"_s);
    type("rate", u"1"_s);
    click("send");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->transferProgress().requested > 0, patience);
    QVERIFY(!part<QAbstractButton>("send")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("cancelRest")->isVisible(), patience);
    click("cancelRest");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("send")->isEnabled(), patience);
    QVERIFY(m_session->transferProgress().requested < 100);
}

void TestTransferPage::readOnlySendsNothingAndSaysWhy()
{
    startOn(true);
    QVERIFY(!part<QAbstractButton>("send")->isEnabled());
    QVERIFY(part<QAbstractButton>("send")->toolTip().contains("Read-only"_L1));
    QVERIFY(offered()->isVisible() && !offered()->isEnabled());
    QCOMPARE(offered()->toolTip(), part<QAbstractButton>("send")->toolTip());
    QTest::keyClick(part<QLineEdit>("amount"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_session->transferProgress().ordered, 0);
}

void TestTransferPage::aCarefulConnectionAsksFirst()
{
    ui::Connection engine = m_session->connections().engine();
    engine.label = u"Settlement"_s;
    engine.safety = ui::Connection::Safety::TypeName;
    QVERIFY(m_session->connections().save(engine).ok());
    const auto answer = [](const QString &typed, const char *button) {
        QTimer::singleShot(0, qApp, [typed, button] {
            QTRY_VERIFY(QApplication::activeModalWidget());
            QWidget *dialog = QApplication::activeModalWidget();
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"nameToType"_s), typed);
            QCOMPARE(dialog->findChild<QAbstractButton *>(u"accept"_s)->isEnabled(), typed == u"Settlement"_s);
            QTest::mouseClick(dialog->findChild<QAbstractButton *>(QLatin1String(button)), Qt::LeftButton);
        });
    };
    answer(u"Settle"_s, "cancel");
    click("send");
    QCOMPARE(m_session->transferProgress().ordered, 0);
    answer(u"Settlement"_s, "accept");
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
}

void TestTransferPage::bothWaysAreComparedSideBySide()
{
    m_session->faults().setOn(true);
    QVERIFY(!part<QWidget>("comparison")->isVisible());
    QTest::mouseClick(part<QAbstractButton>("naive"), Qt::LeftButton);
    QVERIFY(!part<QAbstractButton>("wait")->isEnabled());
    auto *preset = part<QComboBox>("preset");
    preset->setFocus();
    QTest::keyClick(preset, Qt::Key_Down); // sender crashes
    click("send");
    auto *results = part<QTableView>("results");
    QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), 1, patience);
    QCOMPARE(results->model()->index(0, 2).data().toString(), u"naive"_s);
    QVERIFY(part<QWidget>("comparison")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(part<widgets::ElidedLabel>("naiveRunLost")->text(), u"30.00 lost"_s, patience);
    QSignalSpy proof(m_page.get(), &ui::TransferPage::openProof);
    results->setFocus();
    results->selectRow(0);
    QTest::keyClick(results, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(proof.size(), 1, patience);

    QTRY_VERIFY_WITH_TIMEOUT(m_session->naiveBar() == ui::NaiveBar::None && part<QAbstractButton>("send")->isEnabled(),
                             patience); // bank A is back
    click("otherWay");
    QVERIFY(part<QAbstractButton>("twoPhase")->isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, 40'000); // after a checkback
    QTRY_COMPARE_WITH_TIMEOUT(part<widgets::ElidedLabel>("twoPhaseRunLost")->text(), u"0.00 lost"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("comparisonSentence")->text(),
                              u"Into the same failure: naively 30.00 lost, by two-phase messages nothing."_s, patience);
}

/// Two-phase alone: the sender crashes, nothing can be sent until it is back, and the message ends by a checkback.
void TestTransferPage::whileBankAIsDownTheFormWaitsForIt()
{
    m_session->faults().setOn(true);
    auto *preset = part<QComboBox>("preset");
    preset->setFocus();
    QTest::keyClick(preset, Qt::Key_Down); // sender crashes
    QVERIFY(part<QAbstractButton>("twoPhase")->isChecked());
    auto *send = part<QAbstractButton>("send");
    bool waited = false;
    connect(&m_session->faults(), &ui::FaultDesk::downChanged, this, [&] {
        const bool isDown = m_session->faults().down().contains(ui::FaultDesk::Part::BankA);
        if (!isDown)
            return;
        waited = true;
        QTRY_VERIFY(!send->isEnabled());
        QVERIFY(send->toolTip().contains("starts again in a moment"_L1));
        const core::Status refused = m_session->startTransfers({.count = 1, .ratePerSecond = 10});
        QVERIFY(!refused.ok() && refused.error().detail.contains("bank A crashed on purpose"_L1));
    });
    click("send");
    QTRY_VERIFY_WITH_TIMEOUT(waited, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().down().isEmpty() && send->isEnabled(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, 40'000); // after a checkback
    m_session->faults().clear();
    preset->setCurrentIndex(0);
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), patience);
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
}

void TestTransferPage::whatTheCoordinatorDoesNotTakeIsNotWaitedFor()
{
    m_session->faults().setOn(true);
    core::Fault lost;
    lost.point = "sender.prepare-request";
    lost.mode = core::FaultMode::Fail;
    lost.times = 0;
    QVERIFY(m_session->faults().arm(lost).ok());
    type("count", u"2"_s);
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().failed, 2, patience);
    QCOMPARE(m_session->transferProgress().unknown, 0);
    const auto *results = part<QTableView>("results")->model();
    QTRY_COMPARE_WITH_TIMEOUT(results->index(0, 1).data().toString(), u"Failed"_s, patience);
    QVERIFY(results->index(0, 5).data().toString().startsWith("nothing moved: "_L1));
    QCOMPARE(part<QWidget>("unknownChip")->isVisible(), false);
    m_session->faults().clear();
}

void TestTransferPage::aFaultNeedsTheLabAndThatIsOneClick()
{
    auto *labOn = part<QAbstractButton>("labOn");
    QVERIFY(!labOn->isVisible());
    auto *preset = part<QComboBox>("preset");
    preset->setCurrentIndex(preset->findData(int(ui::FaultPreset::AnswerLost)));
    QVERIFY(labOn->isVisible());
    QVERIFY(!part<QAbstractButton>("send")->isEnabled());
    QVERIFY(part<QAbstractButton>("send")->toolTip().contains("fault lab is off"_L1));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto *why = part<QLabel>("hint");
    QVERIFY2(why->width() > labOn->width() + part<QAbstractButton>("send")->width(), "above the buttons, not beside");
    click("labOn");
    QVERIFY(m_session->faults().isOn());
    QVERIFY(!labOn->isVisible());
    QVERIFY(part<QAbstractButton>("send")->isEnabled());
    click("send");
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, 40'000);
    QCOMPARE(m_session->faults().strikesAt("branch.after-answer"), 1);
}

void TestTransferPage::aFaultThatCannotStrikeSaysSo()
{
    m_session->faults().setOn(true);
    auto *preset = part<QComboBox>("preset");
    preset->setCurrentIndex(preset->findData(int(ui::FaultPreset::SubmitLost)));
    QVERIFY(part<QAbstractButton>("send")->isEnabled());
    QTest::mouseClick(part<QAbstractButton>("naive"), Qt::LeftButton);
    QVERIFY(!part<QAbstractButton>("send")->isEnabled());
    QVERIFY(part<QAbstractButton>("send")->toolTip().contains("submits nothing"_L1));
}

void TestTransferPage::readOnlyClosesTheNaiveWay()
{
    startOn(true);
    QVERIFY(!part<QAbstractButton>("naive")->isEnabled());
    QVERIFY(part<QAbstractButton>("naive")->toolTip().contains("read-only"_L1));
}

QTEST_MAIN(TestTransferPage)
#include "tst_transferpage.moc"
