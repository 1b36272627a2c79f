// SPDX-License-Identifier: GPL-3.0-or-later
// The open message on a real session: engine, store and both demo banks run.
#include "core/bank/bankdatabase.h"
#include "tests/ui/support/sessionfixture.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/messages/comparedialog.h"
#include "ui/messages/detailpane.h"
#include "ui/messages/messagecomparison.h"
#include "ui/messages/messageverbs.h"
#include "ui/session/connections.h"

#include <QAction>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestDetailPane final : public QObject, private test::SessionFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aTransferIsToldWithItsBarrierRows();
    void barrierRowsAreFoundAmongVeryMany();
    void aCommitIsSeenWithoutNewsOfTheMessage();
    void presentingHidesTheGid();
    void aChosenArrowIsChosenAmongTheAttempts();
    void aChosenAttemptIsChosenInTheTimeline();
    void enterGoesToTheAttemptAndBack();
    void anotherMessageHasNothingChosen();
    void narrowPanesDropTheWordsOfTheBar();
    void twoMessagesOpenSideBySide();
    void aMessageThatIsGoneIsNotCompared();

private:
    QByteArray transfer();
    void prepare(const QByteArray &gid);
    void addRow(const ui::BankInfo &bank, const QByteArray &gid, const QByteArray &branch, const QByteArray &op);
    void addForeignRows(const ui::BankInfo &bank, int count);
    diagram::SequencePanel *timeline() const { return m_pane->findChild<diagram::SequencePanel *>(); }
    QTabWidget *tabs() const { return m_pane->findChild<QTabWidget *>(u"detailTabs"_s); }
    QTableView *attempts() const { return m_pane->findChild<QTableView *>(u"attempts"_s); }
    bool has(const QByteArray &step) const { return timeline()->view().sequence().indexOf(step) >= 0; }

    std::unique_ptr<QWidget> m_window;
    ui::DetailPane *m_pane = nullptr;
};

void TestDetailPane::init()
{
    startSession();
    m_window = std::make_unique<QWidget>();
    auto *verbs = new ui::MessageVerbs(*m_session, m_theme, *m_window);
    m_pane = new ui::DetailPane(*m_session, m_theme, *verbs, m_window.get());
    m_pane->resize(700, 780);
    m_window->resize(700, 780);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestDetailPane::cleanup()
{
    m_window.reset();
    endSession();
}

/// Makes a transfer and waits until it is through.
QByteArray TestDetailPane::transfer()
{
    const core::Status started = m_session->startTransfers({.count = 1, .ratePerSecond = 1000});
    const auto isDone = [this] {
        return !m_session->transferProgress().running && !m_session->transferOutcomes().isEmpty();
    };
    return started.ok() && QTest::qWaitFor(isDone, 10'000) ? m_session->transferOutcomes().first().gid : QByteArray();
}

void TestDetailPane::prepare(const QByteArray &gid)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_session->coordinatorUrl() + u"/prepare"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray sender = m_session->banks().at(0).url.toUtf8();
    const std::unique_ptr<QNetworkReply> reply(
        network.post(request,
                     R"({"gid":")" + gid + R"(","trans_type":"msg","query_prepared":")" + sender
                         + R"(/api/busi/QueryPreparedB","steps":[{"action":")" + sender
                         + R"(/api/busi/SagaBTransIn"}],"payloads":["{}"]})"));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

/// As a participant writes it.
void TestDetailPane::addRow(const ui::BankInfo &bank, const QByteArray &gid, const QByteArray &branch,
                            const QByteArray &op)
{
    const core::bank::DatabaseUrl place = m_session->connections().find(bank.connectionId)->place;
    auto connection =
        core::bank::BankConnection::open(place, {}, core::bank::BankConnection::Access::ReadWrite).value();
    QSqlQuery query(connection->db());
    query.prepare(u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES ('msg', ?, ?, ?, "
                  "'01', ?)"_s);
    for (const QByteArray &value : {gid, branch, op, op})
        query.addBindValue(QString::fromLatin1(value));
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
}

void TestDetailPane::addForeignRows(const ui::BankInfo &bank, int count)
{
    const core::bank::DatabaseUrl place = m_session->connections().find(bank.connectionId)->place;
    auto connection =
        core::bank::BankConnection::open(place, {}, core::bank::BankConnection::Access::ReadWrite).value();
    QSqlQuery query(connection->db());
    QVERIFY2(
        query.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "
                   "barrier (trans_type, gid, branch_id, op, barrier_id, reason) SELECT 'msg', 'other-' || i, '00', "
                   "'msg', '01', 'msg' FROM n"_s.arg(count)),
        qPrintable(query.lastError().text()));
}

void TestDetailPane::aTransferIsToldWithItsBarrierRows()
{
    m_pane->showMessage(transfer());
    QTRY_VERIFY(has("answer 01"));
    QTRY_VERIFY2(has("delivery 01"), "the receiver's barrier row is read while the pane is in view");
    const auto &sequence = timeline()->view().sequence();
    QCOMPARE(sequence.head(diagram::Lane::SenderDb).title, m_session->banks().at(0).name);
    QCOMPARE(sequence.head(diagram::Lane::ReceiverDb).title, m_session->banks().at(1).name);
    QCOMPARE(sequence.steps.at(sequence.indexOf("commit")).known, diagram::Known::Seen);
    QVERIFY(sequence.steps.at(sequence.indexOf("commit")).note.contains(u"30.00"_s));
}

/// The accounts page reads the newest 200 rows; on a busy day a message's are soon not among them.
void TestDetailPane::barrierRowsAreFoundAmongVeryMany()
{
    const QByteArray gid = transfer();
    for (const ui::BankInfo &info : m_session->banks())
        addForeignRows(info, 300);
    m_pane->showMessage(gid);
    QTRY_VERIFY_WITH_TIMEOUT(has("delivery 01"), patience);
    const auto &sequence = timeline()->view().sequence();
    QCOMPARE(sequence.steps.at(sequence.indexOf("commit")).known, diagram::Known::Seen);
    QCOMPARE(sequence.steps.at(sequence.indexOf("delivery 01")).known, diagram::Known::Seen);
}

/// A message that is prepared and never submitted; its sender commits a while later, which only its bank knows.
void TestDetailPane::aCommitIsSeenWithoutNewsOfTheMessage()
{
    prepare("late-commit");
    m_pane->showMessage("late-commit");
    QTRY_VERIFY_WITH_TIMEOUT(has("prepare"), patience);
    QVERIFY(!has("commit"));
    addRow(m_session->banks().at(0), "late-commit", "00", "msg");
    QTRY_VERIFY_WITH_TIMEOUT(has("commit"), patience);
}

void TestDetailPane::presentingHidesTheGid()
{
    m_pane->showMessage(transfer());
    auto *gid = test::part<QWidget>(*m_pane, "gid");
    QTRY_VERIFY(gid->isVisible());
    m_theme.setPresenting(true);
    QVERIFY(!gid->isVisible() && !test::part<QWidget>(*m_pane, "copyGid")->isVisible());
    m_theme.setPresenting(false);
    QVERIFY(gid->isVisible());
}

void TestDetailPane::aChosenArrowIsChosenAmongTheAttempts()
{
    m_pane->showMessage(transfer());
    QTRY_VERIFY(has("call 01"));
    auto &view = timeline()->view();
    view.setFocus();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.stepRect(view.sequence().indexOf("call 01")).center());
    QCOMPARE(timeline()->current(), "call 01");
    QCOMPARE(attempts()->selectionModel()->selectedRows().size(), 1);
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY2(attempts()->selectionModel()->selectedRows().isEmpty(), "a prepare is no attempt");
}

void TestDetailPane::aChosenAttemptIsChosenInTheTimeline()
{
    m_pane->showMessage(transfer());
    QTRY_VERIFY(has("call 01"));
    attempts()->selectRow(0);
    QCOMPARE(timeline()->current(), "call 01");
}

void TestDetailPane::enterGoesToTheAttemptAndBack()
{
    m_pane->showMessage(transfer());
    QTRY_VERIFY(has("call 01"));
    timeline()->setCurrent("prepare");
    QTest::keyClick(&timeline()->view(), Qt::Key_Return);
    QCOMPARE(tabs()->currentIndex(), 0);
    timeline()->setCurrent("call 01");
    QTest::keyClick(&timeline()->view(), Qt::Key_Return);
    QCOMPARE(tabs()->currentIndex(), 1);
    QTest::keyClick(attempts(), Qt::Key_Return);
    QTRY_COMPARE(tabs()->currentIndex(), 0);
}

void TestDetailPane::anotherMessageHasNothingChosen()
{
    const QByteArray first = transfer();
    m_pane->showMessage(first);
    QTRY_VERIFY(has("call 01"));
    attempts()->selectRow(0);
    m_pane->showMessage(transfer());
    QTRY_VERIFY(m_pane->findChild<QLabel *>(u"why"_s)->isVisible());
    QCOMPARE(timeline()->current(), QByteArray());
    QVERIFY(attempts()->selectionModel()->selectedRows().isEmpty());
}

void TestDetailPane::narrowPanesDropTheWordsOfTheBar()
{
    m_pane->showMessage(transfer());
    QTRY_VERIFY(has("call 01"));
    auto *asTable = m_pane->findChild<QToolButton *>(u"asTable"_s);
    m_pane->resize(800, 600);
    QCOMPARE(asTable->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    m_pane->resize(445, 600);
    QCOMPARE(asTable->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QVERIFY(asTable->isVisible() && !asTable->accessibleName().isEmpty());
    tabs()->setCurrentIndex(2);
    QVERIFY2(!asTable->isVisible(), "the payload has no diagram");
}

void TestDetailPane::twoMessagesOpenSideBySide()
{
    const QByteArray first = transfer();
    const QByteArray second = transfer();
    ui::MessageComparison comparison(*m_session, m_theme, *m_window);
    comparison.compare(first, second);
    QTRY_VERIFY(m_window->findChild<ui::CompareDialog *>());
    QVERIFY(m_window->findChild<QLabel *>(u"compareVerdict"_s)->text().contains(u"the same way"_s));
}

void TestDetailPane::aMessageThatIsGoneIsNotCompared()
{
    ui::MessageComparison comparison(*m_session, m_theme, *m_window);
    QSignalSpy failed(&comparison, &ui::MessageComparison::failed);
    comparison.compare(transfer(), "no-such-message");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!m_window->findChild<ui::CompareDialog *>());
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
