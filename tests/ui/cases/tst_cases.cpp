// SPDX-License-Identifier: GPL-3.0-or-later
// Cases on a real session: saved from its store and banks, opened, gone through and replayed.
#include "core/casefile/casefile.h"
#include "core/http/client.h"
#include "tests/core/casefile/casesamples.h"
#include "tests/support/scriptedpeer.h"
#include "tests/ui/support/sessionfixture.h"
#include "ui/cases/casedesk.h"
#include "ui/cases/casegather.h"
#include "ui/cases/casewindow.h"
#include "ui/cases/casewords.h"
#include "ui/cases/replaypane.h"
#include "ui/cases/savecasedialog.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/session/activitylog.h"
#include "ui/timetravel/timetravelwindow.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>

#include <atomic>

using namespace Qt::StringLiterals;
using core::casefile::Case;
using core::casefile::Payloads;
using test::part;

class TestCases final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en"_s)); }
    void init();
    void cleanup();

    void aTransferIsGatheredWithBothBanks();
    void whatPeopleDidGoesIn();
    void aMessageThatIsGoneIsSaid();
    void unrelatedBanksStayOut();
    void accountsAreThoseThatThePairsNamesTell();
    void theDialogSaysWhatGoesIn();
    void savingAsksAndWrites();
    void aFolderThatIsNotThereIsSaid();
    void aSavedCaseIsOpened();
    void aWrongFileIsSaid_data();
    void aWrongFileIsSaid();
    void whatHappenedIsGoneThrough();
    void theWindowShowsAllOfTheCase();
    void theWindowChangesItsLanguage();
    void aReplayIsShownBesideTheRecord();
    void aReplayOfNothingIsSaid();
    void aCaseOfOneComputerIsReplayedOnAnother();

private:
    /// Sends one transfer to its end; its message.
    core::message::Message transferred();
    /// POSTs to the coordinator's API.
    int submit(const QByteArray &body);
    core::message::State stateOf(const QByteArray &gid);
    Case gathered(const QByteArray &gid);
    int messageCount();
    QString file(const char *name) const { return m_dir->filePath(QLatin1String(name)); }

    std::unique_ptr<QWidget> m_window;
    ui::CaseDesk *m_desk = nullptr; ///< the window's
};

void TestCases::init()
{
    startSession();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_desk = new ui::CaseDesk(*m_session, m_theme, *m_window);
}

void TestCases::cleanup()
{
    m_window.reset();
    endSession();
}

core::message::Message TestCases::transferred()
{
    if (!m_session->startTransfers(ui::TransferOrder()).ok())
        qFatal("the transfer did not start");
    std::optional<core::message::Message> found;
    QObject context; // no answer comes once this has returned
    const auto look = [&] {
        m_session->page({}, 1, std::nullopt, &context, [&](const auto &page) {
            if (!page.ok() || page->rows.isEmpty() || page->rows.first().state != core::message::State::Succeed)
                return;
            m_session->message(page->rows.first().gid, &context, [&](const auto &message) { found = *message; });
        });
        return found.has_value();
    };
    if (!QTest::qWaitFor(look, patience))
        qFatal("the transfer did not end");
    return *found;
}

Case TestCases::gathered(const QByteArray &gid)
{
    std::optional<core::Result<Case>> about;
    QObject context;
    ui::gatherCase(*m_session, gid, &context, [&about](const auto &result) { about = result; });
    if (!QTest::qWaitFor([&about] { return about.has_value(); }, patience) || !about->ok())
        qFatal("the case was not gathered");
    return about->value();
}

int TestCases::messageCount()
{
    std::optional<std::int64_t> total;
    QObject context;
    m_session->counts(&context, [&total](const auto &counts) { total = counts.ok() ? counts->total : -1; });
    return QTest::qWaitFor([&total] { return total.has_value(); }, patience) ? int(*total) : -1;
}

void TestCases::aTransferIsGatheredWithBothBanks()
{
    const core::message::Message message = transferred();
    const Case about = gathered(message.gid.bytes());
    QCOMPARE(about.message.gid, message.gid);
    QCOMPARE(about.banks.size(), 2);
    const auto *sender = core::casefile::senderOf(about);
    const auto *receiver = core::casefile::receiverOf(about);
    QVERIFY(sender && receiver);
    QCOMPARE(sender->barrierRows.size(), 1);
    QCOMPARE(sender->barrierRows.at(0).branchId, "00"_ba);
    QCOMPARE(sender->barrierRows.at(0).amount.toText(), "-30.00"_ba);
    QCOMPARE(receiver->barrierRows.at(0).amount.toText(), "30.00"_ba);
    QCOMPARE(sender->accounts.size(), 1);
    QCOMPARE(sender->accounts.at(0).balance.toText(), "9970.00"_ba);
    QCOMPARE(receiver->accounts.size(), 1);
    QCOMPARE(receiver->accounts.at(0).userId, 2);
    QCOMPARE(receiver->accounts.at(0).balance.toText(), "10030.00"_ba);
    QVERIFY(about.savedBy.startsWith("Checkback "_L1));
}

void TestCases::whatPeopleDidGoesIn()
{
    const core::message::Message message = transferred();
    std::optional<bool> wasRefused; // a finished message is retried no more
    m_session->retryNow(message.gid.bytes(), this, [&](const auto &error) { wasRefused = error.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(wasRefused, patience);
    const Case about = gathered(message.gid.bytes());
    QCOMPARE(about.events.size(), 1);
    QCOMPARE(about.events.at(0).verb, u"retry_now"_s);
    QCOMPARE(about.events.at(0).outcome, *wasRefused ? u"refused"_s : u"accepted"_s);
    QVERIFY(!about.events.at(0).who.isEmpty());
}

void TestCases::aMessageThatIsGoneIsSaid()
{
    QSignalSpy told(m_desk, &ui::CaseDesk::told);
    m_desk->saveTo(file("none.checkback"), "no-such-gid", Payloads::Keep);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QVERIFY(told.at(0).at(1).toBool());
    QVERIFY(!QFile::exists(file("none.checkback")));
}

void TestCases::unrelatedBanksStayOut()
{
    core::message::Content content;
    content.steps = {{"http://elsewhere/In", "{}"}};
    content.branches = {{"01", "http://elsewhere/In", 0}};
    core::message::Message message{.gid = test::gidOf("g1")};
    message.content = std::make_shared<core::message::Content>(content);
    message.branchDone = {false};
    ui::Peek peek;
    peek.banks = {{.name = u"Bank C"_s, .url = "http://bank-c", .accounts = {{.userId = 1}}},
                  {.name = u"Bank D"_s, .url = "http://elsewhere", .problem = u"no answer"_s}};
    const Case about = ui::caseOf(message, {}, peek, {}, core::TimePoint());
    QCOMPARE(about.banks.size(), 1);
    QCOMPARE(about.banks.at(0).name, u"Bank D"_s);
    QCOMPARE(about.banks.at(0).problem, u"no answer"_s);
}

void TestCases::accountsAreThoseThatThePairsNamesTell()
{
    core::message::Content content;
    content.steps = {{"http://elsewhere/In", R"({"sum":3,"payer":7,"payee":8})"}};
    content.branches = {{"01", "http://elsewhere/In", 0}};
    core::message::Message message{.gid = test::gidOf("g1")};
    message.content = std::make_shared<core::message::Content>(content);
    message.branchDone = {false};
    ui::Peek peek;
    peek.banks = {{.name = u"Bank C"_s, .url = "http://bank-c"},
                  {.name = u"Bank D"_s, .url = "http://elsewhere", .accounts = {{.userId = 8}, {.userId = 9}}}};
    const ui::PayloadFields own{.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
    QVERIFY(ui::caseOf(message, {}, peek, {}, core::TimePoint()).banks.last().accounts.isEmpty());
    const Case about = ui::caseOf(message, {}, peek, {}, core::TimePoint(), {{}, own});
    QCOMPARE(about.banks.last().accounts.size(), 1);
    QCOMPARE(about.banks.last().accounts.first().userId, 8);
}

void TestCases::theDialogSaysWhatGoesIn()
{
    ui::SaveCaseDialog dialog(m_theme, "g1");
    QVERIFY(dialog.payloads() == Payloads::Keep);
    auto *leaveOut = part<QAbstractButton>(dialog, "leaveOutPayloads");
    dialog.show();
    QTest::keyClick(leaveOut, Qt::Key_Space);
    QVERIFY(dialog.payloads() == Payloads::LeaveOut);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestCases::savingAsksAndWrites()
{
    const core::message::Message message = transferred();
    QSignalSpy told(m_desk, &ui::CaseDesk::told);
    m_desk->save(message);
    auto *dialog = m_window->findChild<ui::SaveCaseDialog *>();
    QVERIFY(dialog);
    QTest::mouseClick(part<QAbstractButton>(*dialog, "leaveOutPayloads"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files);
    QCOMPARE(files->defaultSuffix(), u"checkback"_s);
    emit files->fileSelected(file("m1.checkback"));
    files->close();
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QVERIFY2(!told.at(0).at(1).toBool(), qPrintable(told.at(0).at(0).toString()));
    const core::Result<Case> about = core::casefile::openCase(file("m1.checkback"));
    QVERIFY(about.ok());
    QCOMPARE(about->message.gid, message.gid);
    QVERIFY(about->payloadLeftOut);
}

void TestCases::aFolderThatIsNotThereIsSaid()
{
    const core::message::Message message = transferred();
    QSignalSpy told(m_desk, &ui::CaseDesk::told);
    m_desk->saveTo(file("no/such/folder/m1.checkback"), message.gid.bytes(), Payloads::Keep);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QVERIFY(told.at(0).at(1).toBool());
    QVERIFY(told.at(0).at(0).toString().contains("cannot be written"_L1));
}

void TestCases::aSavedCaseIsOpened()
{
    QVERIFY(core::casefile::saveCase(file("m1.checkback"), test::sampleCase()).ok());
    m_desk->open(file("m1.checkback"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::CaseWindow *>(), patience);
    auto *window = m_window->findChild<ui::CaseWindow *>();
    QCOMPARE(window->opened().message.gid, test::sampleCase().message.gid);
    QVERIFY(window->windowTitle().contains("m1.checkback"_L1));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ui::CaseWindow *>());
}

void TestCases::aWrongFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray good = core::casefile::caseBytes(test::sampleCase()).value();
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG") << u"no case of Checkback"_s;
    QTest::newRow("cut off") << good.first(good.size() - 80) << u"cut off"_s;
    QTest::newRow("newer") << QByteArray(good).replace("\"version\": 1", "\"version\": 9") << u"newer Checkback"_s;
    QTest::newRow("damaged") << QByteArray(good).replace("\"succeed\"", "\"done\"") << u"“message.status”"_s;
}

void TestCases::aWrongFileIsSaid()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QFile wrong(file("wrong.checkback"));
    QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write(bytes) == bytes.size());
    wrong.close();
    QSignalSpy told(m_desk, &ui::CaseDesk::told);
    m_desk->open(wrong.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    const QString sentence = told.at(0).at(0).toString();
    QVERIFY2(sentence.contains(words) && sentence.contains("wrong.checkback"_L1), qPrintable(sentence));
    QVERIFY(told.at(0).at(1).toBool());
    QVERIFY(!m_window->findChild<ui::CaseWindow *>());
}

void TestCases::whatHappenedIsGoneThrough()
{
    const core::message::Message message = transferred();
    m_desk->showWhatHappened(message);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::TimeTravelWindow *>(), patience);
    const ui::Moments &moments = m_window->findChild<ui::TimeTravelWindow *>()->panel().moments();
    QVERIFY(moments.all.size() > 4);
    const ui::StateThen end = ui::stateAt(moments, moments.all.size() - 1);
    QCOMPARE(end.rows.size(), 2);
    QCOMPARE(end.total.toText(), "20000.00"_ba);
    QCOMPARE(ui::stateAt(moments, 0).total.toText(), "20000.00"_ba);
}

void TestCases::theWindowShowsAllOfTheCase()
{
    ui::CaseWindow window(m_theme, test::sampleCase(), u"m1.checkback"_s);
    window.show();
    auto *tabs = part<QTabWidget>(window, "detailTabs");
    QCOMPARE(tabs->count(), 6);
    QCOMPARE(tabs->tabText(1), u"Attempts (3)"_s);
    QCOMPARE(part<QTableView>(window, "attempts")->model()->rowCount(), 3);
    auto *diagram = tabs->widget(0)->findChild<diagram::SequenceView *>();
    QVERIFY(diagram && diagram->sequence().steps.size() > 8);
    QVERIFY(part<QLabel>(window, "caseWhy")->text().contains("Delivered"_L1));
    tabs->setCurrentIndex(4);
    QVERIFY(part<QTableView>(window, "rowsThen")->isVisible());
}

void TestCases::theWindowChangesItsLanguage()
{
    ui::CaseWindow window(m_theme, test::sampleCase(), u"m1.checkback"_s);
    window.show();
    QEvent anew(QEvent::LanguageChange);
    QApplication::sendEvent(&window, &anew);
    auto *tabs = part<QTabWidget>(window, "detailTabs");
    QCOMPARE(tabs->tabText(4), u"What Happened"_s);
    QCOMPARE(tabs->tabText(5), u"Replay"_s);
}

void TestCases::aReplayIsShownBesideTheRecord()
{
    const int messagesBefore = messageCount();
    ui::CaseWindow window(m_theme, test::sampleCase(), u"m1.checkback"_s);
    window.show();
    part<QTabWidget>(window, "detailTabs")->setCurrentIndex(5);
    auto *pane = window.findChild<ui::ReplayPane *>();
    QSignalSpy finished(pane, &ui::ReplayPane::finished);
    QTest::mouseClick(part<QPushButton>(window, "replayCase"), Qt::LeftButton);
    QVERIFY(pane->isRunning());
    QVERIFY(!part<QPushButton>(window, "replayCase")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(part<QLabel>(window, "replayVerdict")->text(), u"It went the same way."_s);
    auto *table = part<QTableWidget>(window, "replayTable");
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(0, 1)->text(), u"Succeed"_s);
    QCOMPARE(table->item(0, 2)->text(), u"Succeed"_s);
    QCOMPARE(messageCount(), messagesBefore); // the operator's store was left alone
}

void TestCases::aReplayOfNothingIsSaid()
{
    Case about = test::sampleCase();
    auto content = std::make_shared<core::message::Content>(*about.message.content);
    content->queryPrepared.clear();
    about.message.content = content;
    about.message.submittedAt.reset();
    ui::ReplayPane pane(m_theme);
    pane.setCase(about);
    pane.show();
    QSignalSpy finished(&pane, &ui::ReplayPane::finished);
    QTest::keyClick(part<QPushButton>(pane, "replayCase"), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QVERIFY(part<QLabel>(pane, "replayVerdict")->text().startsWith("It cannot be replayed"_L1));
}

int TestCases::submit(const QByteArray &body)
{
    const auto url = core::http::Url::parse(m_session->coordinatorUrl().toLatin1() + "/submit");
    return core::http::BlockingClient()
        .send({.method = "POST",
               .url = url.value(),
               .headers = {{"Content-Type", "application/json"}},
               .body = body,
               .timeout = std::chrono::seconds(10)})
        .status;
}

core::message::State TestCases::stateOf(const QByteArray &gid)
{
    std::optional<core::message::State> state;
    QObject context;
    m_session->message(gid, &context, [&state](const auto &message) {
        state = message.ok() && *message ? (*message)->state : core::message::State::Prepared;
    });
    (void)QTest::qWaitFor([&state] { return state.has_value(); }, patience);
    return state.value_or(core::message::State::Prepared);
}

/// Saved where it happened, opened by another session in another folder, whose engine never saw the message.
void TestCases::aCaseOfOneComputerIsReplayedOnAnother()
{
    std::atomic<int> calls = 0;
    test::ScriptedPeer service([&calls](const core::http::Request &) {
        return ++calls == 1 ? core::http::Response{.status = 500, .body = "password=hunter3 is wrong"}
                            : test::ScriptedPeer::success();
    });
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->coordinatorUrl().isEmpty(), patience);
    const QJsonObject message{
        {u"gid"_s, u"far-1"_s},
        {u"trans_type"_s, u"msg"_s},
        {u"retry_interval"_s, 1},
        {u"steps"_s, QJsonArray{QJsonObject{{u"action"_s, QString::fromLatin1(service.url("/in?token=hunter1"))}}}},
        {u"payloads"_s, QJsonArray{u"{\"amount\":30,\"password\":\"hunter2\"}"_s}},
        {u"branch_headers"_s, QJsonObject{{u"Authorization"_s, u"Bearer hunter4"_s}}}};
    QCOMPARE(submit(QJsonDocument(message).toJson()), 200);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("far-1"), core::message::State::Succeed, patience);
    QCOMPARE(calls.load(), 2);

    const QTemporaryDir mail;
    const QString path = mail.filePath(u"far-1.checkback"_s);
    QSignalSpy told(m_desk, &ui::CaseDesk::told);
    m_desk->saveTo(path, "far-1", Payloads::Keep);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QVERIFY2(!told.at(0).at(1).toBool(), qPrintable(told.at(0).at(0).toString()));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray bytes = saved.readAll();
    QVERIFY2(!bytes.contains("hunter"), bytes.constData());
    QVERIFY(bytes.contains("Authorization")); // which header it was is told

    cleanup();
    init(); // another session, in another folder
    QCOMPARE(messageCount(), 0);
    m_desk->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::CaseWindow *>(), patience);
    auto *window = m_window->findChild<ui::CaseWindow *>();
    QCOMPARE(window->opened().message.gid.bytes(), "far-1"_ba);
    QCOMPARE(part<QTableView>(*window, "attempts")->model()->rowCount(), 2);
    part<QTabWidget>(*window, "detailTabs")->setCurrentIndex(5);
    QSignalSpy finished(window->findChild<ui::ReplayPane *>(), &ui::ReplayPane::finished);
    QTest::mouseClick(part<QPushButton>(*window, "replayCase"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(part<QLabel>(*window, "replayVerdict")->text(), u"It went the same way."_s);
    QCOMPARE(calls.load(), 2); // nobody was called
    QCOMPARE(messageCount(), 0);
}

QTEST_MAIN(TestCases)
#include "tst_cases.moc"
