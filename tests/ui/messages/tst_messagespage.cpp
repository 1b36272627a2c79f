// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session: engine, store and both demo banks run; the page is driven by mouse and keys.
#include "tests/ui/support/pagefixture.h"
#include "ui/messages/comparedialog.h"
#include "ui/messages/detailpane.h"
#include "ui/messages/listverbs.h"
#include "ui/messages/messagespage.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/messages/messagetableview.h"
#include "ui/messages/verbdialog.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tabstrip.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

#include <limits>

using namespace Qt::StringLiterals;
using Face = widgets::EmptyState::Face;

class TestMessagesPage final : public QObject, private test::PageFixture<ui::MessagesPage>
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptyStoreOffersATransfer();
    void aTransferIsSeenToItsEnd();
    void keysGoThroughTheRows();
    void aFilterThatHidesAllCanBeCleared();
    void aWrongTermIsNamedAndChangesNothing();
    void aWrongTermIsPutRightByAClick();
    void tabCompletesATerm();
    void hintsLeaveWhatIsWrongReadable();
    void theMoreButtonIsInLineWithTheVerbs();
    void readOnlyTheFirstTransferIsBarred();
    void theTermsAreExplained();
    void aViewIsSavedChosenAndDeleted();
    void columnsAreChosenAndRestored();
    void theChosenRowStaysInPlace();
    void viewsCountAndNarrow();
    void whilePausedNewOnesAreCounted();
    void aFloodLeavesTheOpenMessageOpen();
    void aCellIsCopied();
    void verbsSayWhyTheyAreDisabled();
    void forceStopWantsAReason();
    void escapeLeavesAForceStopUndone();
    void aReplayedCheckbackFencesWhatNeverCommitted();
    void anAbortAsksTheSenderFirst();
    void aSubmitIsDecidedByTheSender();
    void aPeekTellsAndChangesNothing();
    void aForceStopShowsTheBanksFirst();
    void aFinishedMessageIsResentUnderAGidOfItsOwn();
    void twoAreCompared();
    void manyAreStoppedTogether();
    void whatIsSoughtIsFoundInAnyView();
    void aFilterThatMatchesAllSaysSoBeforeAnythingIsDone();
    void aCarefulConnectionAsksAtEachVerb();
    void aTransferLikeThisFillsTheForm();
    void aPairsMessagesAreReadByItsNames();
    void allThatMatchAreExported();
    void aCallIsCopiedAsCurl();
    void fieldsAndQueriesAreCopied();
    void anUnknownGidIsSaid();
    void aMessageOpenedByItsGidIsChosenInTheList();
    void theLanguageCanChange();

private:
    ui::MessageTableView *table() const { return part<ui::MessageTableView>("messages"); }
    int rows() const { return table()->model()->rowCount(); }
    widgets::EmptyState *empty() const { return part<widgets::EmptyState>("emptyState"); }
    QAction *action(const char *name) const;
    QString why() const { return part<QLabel>("why")->text(); }
    QString requestLine() const { return part<widgets::ElidedLabel>("requestLine")->text(); }
    void transfer(int count);
    void prepare(const QByteArray &gid, const QString &payload = u"{\"amount\":30.00,\"user_id\":2}"_s);
    void open(const QByteArray &gid);
    void clickRow(int row);
    void typeFilter(const QString &text);
    QDialog *dialog() const { return m_page->findChild<ui::VerbDialog *>(); }

    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QNetworkAccessManager m_network;
};

void TestMessagesPage::init()
{
    startSession();
    openPage({1320, 780}, m_theme);
    m_tester = std::make_unique<QAbstractItemModelTester>(table()->model(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestMessagesPage::cleanup()
{
    m_tester.reset();
    close();
}

QAction *TestMessagesPage::action(const char *name) const
{
    const auto actions = m_page->messageActions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const QAction *one) { return one->objectName() == QLatin1String(name); });
    return found == actions.end() ? nullptr : *found;
}

void TestMessagesPage::transfer(int count)
{
    const core::Status started = m_session->startTransfers({.count = count, .ratePerSecond = 1000});
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

/// A message that was promised and never submitted; its sender is the demo bank, which knows nothing of it.
void TestMessagesPage::prepare(const QByteArray &gid, const QString &payload)
{
    const QString bank = m_session->banks().first().url;
    const QJsonObject body{
        {u"gid"_s, QString::fromLatin1(gid)},
        {u"trans_type"_s, u"msg"_s},
        {u"steps"_s, QJsonArray{QJsonObject{{u"action"_s, QString(bank + u"/api/busi/SagaBTransIn"_s)}}}},
        {u"payloads"_s, QJsonArray{payload}},
        {u"query_prepared"_s, QString(bank + u"/api/busi/QueryPreparedB"_s)}};
    QNetworkRequest request(QUrl(m_session->coordinatorUrl() + u"/prepare"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(body).toJson()));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY2(reply->error() == QNetworkReply::NoError, reply->readAll());
}

void TestMessagesPage::open(const QByteArray &gid)
{
    m_page->showMessage(gid);
    QTRY_COMPARE(part<widgets::ElidedLabel>("gid")->text(), QString::fromLatin1(gid));
    QTRY_VERIFY(action("forceStop")->isEnabled());
}

void TestMessagesPage::clickRow(int row)
{
    const QRect cell = table()->visualRect(table()->model()->index(row, 1));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
}

void TestMessagesPage::typeFilter(const QString &text)
{
    m_page->focusFilter();
    auto *edit = part<widgets::SearchBox>("filterText");
    edit->clear();
    QTest::keyClicks(edit, text);
}

void TestMessagesPage::anEmptyStoreOffersATransfer()
{
    QTRY_COMPARE(empty()->face(), Face::Empty);
    QVERIFY(empty()->isVisible());
    QSignalSpy opened(m_page.get(), &ui::MessagesPage::openTransfer);
    QTest::mouseClick(empty()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
}

void TestMessagesPage::aTransferIsSeenToItsEnd()
{
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Succeed"_s);
    clickRow(0);
    QTRY_VERIFY2(why().startsWith(u"Delivered"_s), qPrintable(why()));
    QCOMPARE(part<QLabel>("detailAmount")->text(), u"30.00"_s);
    QCOMPARE(part<QTableView>("attempts")->model()->rowCount(), 1);
    part<QTabWidget>("detailTabs")->setCurrentIndex(2);
    QVERIFY(part<QPlainTextEdit>("payload")->toPlainText().contains(u"30"_s));
    QVERIFY(part<QPlainTextEdit>("raw")->toPlainText().contains(u"\"status\": \"succeed\""_s));
}

void TestMessagesPage::keysGoThroughTheRows()
{
    transfer(3);
    QTRY_COMPARE(rows(), 3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_J);
    QCOMPARE(table()->currentIndex().row(), 0);
    QTest::keyClick(table(), Qt::Key_J);
    QCOMPARE(table()->currentIndex().row(), 1);
    QTest::keyClick(table(), Qt::Key_K);
    QCOMPARE(table()->currentIndex().row(), 0);
    QTest::keyClick(table(), Qt::Key_K);
    QCOMPARE(table()->currentIndex().row(), 0);
    QTRY_VERIFY(!why().isEmpty());
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY2(!table()->hasFocus(), "Enter goes to the message");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY2(table()->hasFocus(), "Esc goes back to the list");
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY2(!part<QLabel>("why")->isVisible(), "Esc in the list closes the message");
    QTest::keyClick(table(), Qt::Key_J);
    QVERIFY2(!part<QLabel>("why")->isVisible(), "rows do not open it again by themselves");
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(part<QLabel>("why")->isVisible());
}

void TestMessagesPage::aFilterThatHidesAllCanBeCleared()
{
    transfer(2);
    QTRY_COMPARE(rows(), 2);
    typeFilter(u"attempts>99"_s);
    QTRY_COMPARE(rows(), 0);
    QTRY_COMPARE(empty()->face(), Face::FilteredOut);
    QTest::mouseClick(empty()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(part<widgets::SearchBox>("filterText")->text(), QString());
}

void TestMessagesPage::aWrongTermIsNamedAndChangesNothing()
{
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    typeFilter(u"age>soon"_s);
    auto *problem = part<QLabel>("filterProblem");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"age>5m"_s), qPrintable(problem->text()));
    QTest::keyClick(part<widgets::SearchBox>("filterText"), Qt::Key_Return);
    QCOMPARE(rows(), 1);
    QTest::keyClick(part<widgets::SearchBox>("filterText"), Qt::Key_Escape);
    QVERIFY(!problem->isVisible());
}

void TestMessagesPage::aWrongTermIsPutRightByAClick()
{
    typeFilter(u"staus:failed"_s);
    auto *fix = part<QPushButton>("filterFix");
    QVERIFY(fix->isVisible() && fix->text().contains(u"status"_s));
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(part<widgets::SearchBox>("filterText")->text(), u"status:failed"_s);
    QVERIFY(!fix->isVisible());
}

void TestMessagesPage::tabCompletesATerm()
{
    typeFilter(u"sta"_s);
    auto *popup = part<QFrame>("filterPopup");
    auto *text = part<widgets::SearchBox>("filterText");
    QVERIFY(popup->isVisible());
    QTest::keyClick(text, Qt::Key_Tab);
    QCOMPARE(text->text(), u"status:"_s);
    QVERIFY2(popup->isVisible(), "a value must follow");
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(text->text(), u"status:prepared "_s);
    QVERIFY(!popup->isVisible() && text->hasFocus());
    QTest::keyClicks(text, u"ag"_s);
    QVERIFY(popup->isVisible());
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY2(!popup->isVisible() && !text->text().isEmpty(), "Esc closes the hints first");
}

void TestMessagesPage::hintsLeaveWhatIsWrongReadable()
{
    auto *popup = part<QFrame>("filterPopup");
    auto *problem = part<QLabel>("filterProblem");
    const auto placeOf = [this](const QWidget &widget) {
        return QRect(widget.mapTo(m_page.get(), QPoint()), widget.size());
    };
    typeFilter(u"status:s"_s); // no state, yet three begin so
    QTRY_VERIFY(popup->isVisible() && problem->isVisible());
    QTRY_VERIFY(!placeOf(*popup).intersects(placeOf(*problem)));
    QTRY_VERIFY(placeOf(*popup).top() > placeOf(*problem).bottom());
    typeFilter(u"status:failed ag"_s);
    QTRY_VERIFY(popup->isVisible() && !problem->isVisible());
    const auto *text = part<widgets::SearchBox>("filterText");
    QTRY_VERIFY2(placeOf(*popup).top() < placeOf(*text).bottom() + 10, "below the text again");
}

void TestMessagesPage::theMoreButtonIsInLineWithTheVerbs()
{
    auto *bar = part<QToolBar>("verbBar");
    auto *more = part<QToolButton>("qt_toolbar_ext_button");
    transfer(1);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    clickRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(more->isVisible(), patience);
    const QWidget *verb = bar->widgetForAction(bar->actions().first());
    QTRY_COMPARE(more->geometry().center().y(), verb->geometry().center().y());
}

void TestMessagesPage::readOnlyTheFirstTransferIsBarred()
{
    m_tester.reset();
    m_page.reset();
    restartSession({.readOnly = true});
    openPage({1300, 800}, m_theme);
    QTRY_COMPARE_WITH_TIMEOUT(int(empty()->face()), int(Face::Empty), patience);
    QVERIFY(!empty()->findChild<QPushButton *>()->isEnabled());
    QCOMPARE(empty()->findChild<QLabel *>(u"whyNot"_s)->text(), u"Read-only: nothing can be sent"_s);
}

void TestMessagesPage::theTermsAreExplained()
{
    QTest::mouseClick(part<QAbstractButton>("filterHelp"), Qt::LeftButton);
    auto *help = part<QDialog>("filterHelpDialog");
    QVERIFY(help->isVisible());
    QTest::keyClick(help, Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"filterHelpDialog"_s));
}

void TestMessagesPage::aViewIsSavedChosenAndDeleted()
{
    QSignalSpy saved(m_page.get(), &ui::MessagesPage::savedViewsChanged);
    auto *views = part<widgets::TabStrip>("views");
    auto *menu = part<QMenu>("savedViewsMenu");
    emit menu->aboutToShow();
    QVERIFY2(!m_page->findChild<QAction *>(u"saveView"_s)->isEnabled(), "there is nothing to save");
    m_page->setFilterText(u"attempts>2"_s);
    QTest::mouseClick(views->button(u"waiting"_s), Qt::LeftButton);
    emit menu->aboutToShow();
    m_page->findChild<QAction *>(u"saveView"_s)->trigger();
    auto *name = part<QInputDialog>("viewName");
    name->setTextValue(u"Late & retried"_s);
    name->accept();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(m_page->savedViews(), (QList<ui::SavedView>{{u"Late & retried"_s, u"status:waiting attempts>2"_s}}));
    QCOMPARE(views->current(), u"saved"_s);
    QCOMPARE(m_page->narrowing().view, u"saved:Late & retried"_s);
    m_page->setFilterText(u"attempts>3"_s);
    QCOMPARE(views->current(), u"all"_s);
    m_page->setNarrowing({u"saved:Late & retried"_s, u"status:waiting attempts>2"_s});
    QCOMPARE(part<widgets::SearchBox>("filterText")->text(), u"status:waiting attempts>2"_s);
    emit menu->aboutToShow();
    menu->actions().last()->trigger();
    QVERIFY(m_page->savedViews().isEmpty());
    QCOMPARE(part<widgets::SearchBox>("filterText")->text(), QString());
}

void TestMessagesPage::columnsAreChosenAndRestored()
{
    auto *menu = part<QMenu>("columnMenu");
    emit menu->aboutToShow();
    const int last = int(ui::MessageColumn::LastError);
    const int amount = int(ui::MessageColumn::Amount);
    QVERIFY(table()->isColumnHidden(last));
    menu->actions().at(last)->toggle();
    QVERIFY(!table()->isColumnHidden(last) && table()->columnWidth(last) > 0);
    menu->actions().at(amount)->toggle();
    QVERIFY(table()->isColumnHidden(amount));
    table()->horizontalHeader()->moveSection(0, 3);
    menu->actions().last()->trigger();
    QVERIFY(table()->isColumnHidden(last) && !table()->isColumnHidden(amount));
    QCOMPARE(table()->horizontalHeader()->visualIndex(0), 0);
}

void TestMessagesPage::theChosenRowStaysInPlace()
{
    transfer(40);
    QTRY_COMPARE(rows(), 40);
    QTRY_VERIFY(!m_session->transferProgress().running);
    clickRow(5);
    const QByteArray gid = table()->currentIndex().data(widgets::GidRole).toByteArray();
    const int place = table()->visualRect(table()->currentIndex()).top();
    transfer(7);
    QTRY_COMPARE(rows(), 47);
    QCOMPARE(table()->currentIndex().data(widgets::GidRole).toByteArray(), gid);
    QCOMPARE(table()->visualRect(table()->currentIndex()).top(), place);
    auto *held = part<QPushButton>("held");
    QVERIFY2(held->isVisible() && held->text().contains(u"7"_s), qPrintable(held->text()));
    QTest::mouseClick(held, Qt::LeftButton);
    QVERIFY(!held->isVisible());
    QCOMPARE(table()->verticalScrollBar()->value(), 0);
}

void TestMessagesPage::viewsCountAndNarrow()
{
    prepare("waits-1");
    transfer(1);
    QTRY_COMPARE(rows(), 2);
    auto *views = part<widgets::TabStrip>("views");
    QTRY_COMPARE(views->button(u"all"_s)->accessibleDescription(), u"2"_s);
    QTRY_COMPARE(views->button(u"waiting"_s)->accessibleDescription(), u"1"_s);
    QTest::mouseClick(views->button(u"waiting"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(views->button(u"failed"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 0);
    QTRY_COMPARE(empty()->face(), Face::FilteredOut);
}

void TestMessagesPage::whilePausedNewOnesAreCounted()
{
    QTRY_COMPARE(empty()->face(), Face::Empty);
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Space);
    auto *live = part<widgets::Switch>("live");
    QVERIFY(!live->isChecked());
    QTRY_VERIFY(!m_session->transferProgress().running);
    transfer(2);
    QTRY_COMPARE(part<QPushButton>("held")->text(), u"2 new · Show"_s);
    QCOMPARE(rows(), 1);
    QTest::mouseClick(live, Qt::LeftButton, {}, QPoint(10, live->height() / 2));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!part<QPushButton>("held")->isVisible());
}

/// The row of the open message goes with all that the newest push out; no other message takes its place in the pane.
void TestMessagesPage::aFloodLeavesTheOpenMessageOpen()
{
    constexpr int flood = 1000;
    prepare("stays-open");
    QTRY_COMPARE(rows(), 1);
    clickRow(0);
    auto *detail = m_page->findChild<ui::DetailPane *>();
    QTRY_COMPARE(detail->gid(), QByteArray("stays-open"));
    table()->clearSelection();
    QList<core::store::Summary> added;
    for (std::int64_t i = 1; i <= flood; ++i)
        added.append(
            {.rowId = std::numeric_limits<std::int64_t>::max() - i, .gid = "flood-" + QByteArray::number(qint64(i))});
    emit m_session->messagesChanged(added, false);
    QCOMPARE(rows(), 200);
    QVERIFY(!table()->currentIndex().isValid());
    QVERIFY(!table()->selectionModel()->hasSelection());
    QCOMPARE(detail->gid(), QByteArray("stays-open"));
    emit m_session->messagesChanged(added.mid(0, 100), false);
    QCOMPARE(table()->verticalScrollBar()->value(), 0);
}

void TestMessagesPage::aCellIsCopied()
{
    prepare("copy-this-gid-whole");
    QTRY_COMPARE(rows(), 1);
    clickRow(0);
    QTest::keySequence(table(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"copy-this-gid-whole"_s);
}

void TestMessagesPage::verbsSayWhyTheyAreDisabled()
{
    for (const QAction *one : m_page->messageActions()) {
        if (u" export compare arrange "_s.contains(u' ' + one->objectName() + u' '))
            continue;
        QVERIFY2(!one->isEnabled(), qPrintable(one->objectName()));
        QCOMPARE(one->toolTip(), u"No message is chosen."_s);
    }
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Succeed"_s);
    clickRow(0);
    QTRY_VERIFY(action("copyAsCurl")->isEnabled());
    QVERIFY(!action("retryNow")->isEnabled());
    QVERIFY(action("retryNow")->toolTip().contains(u"succeeded"_s));
}

void TestMessagesPage::forceStopWantsAReason()
{
    prepare("stop-me");
    open("stop-me");
    action("forceStop")->trigger();
    QVERIFY(dialog());
    auto *accept = dialog()->findChild<QPushButton *>(u"accept"_s);
    QVERIFY2(!accept->isEnabled(), "without a reason it cannot be done");
    QVERIFY(dialog()->findChild<QPushButton *>(u"cancel"_s)->isDefault());
    QVERIFY(dialog()->findChild<QLabel *>(u"appliedFacts"_s)->text().contains(u"Branch 01"_s));
    QTest::keyClicks(dialog()->findChild<QPlainTextEdit *>(u"reason"_s), u"the receiver is closed"_s);
    QTRY_VERIFY2(accept->isEnabled(), "once the banks were read");
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY2(why().contains(u"Stopped by a person"_s) && why().contains(u"the receiver is closed"_s),
                 qPrintable(why()));
    QTRY_VERIFY2(requestLine().contains(u"observed: Failed"_s), qPrintable(requestLine()));
    QVERIFY(!action("forceStop")->isEnabled());
}

void TestMessagesPage::escapeLeavesAForceStopUndone()
{
    prepare("keep-me");
    open("keep-me");
    action("forceStop")->trigger();
    QVERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(why().startsWith(u"Prepared"_s));
    QVERIFY(action("forceStop")->isEnabled());
}

void TestMessagesPage::aReplayedCheckbackFencesWhatNeverCommitted()
{
    prepare("never-committed");
    open("never-committed");
    action("replayCheckback")->trigger();
    QVERIFY(requestLine().contains(u"requested"_s));
    QTRY_VERIFY2(why().contains(u"the sender said that it did not commit"_s), qPrintable(why()));
    QTRY_VERIFY2(requestLine().contains(u"accepted → observed: Failed"_s), qPrintable(requestLine()));
}

void TestMessagesPage::anAbortAsksTheSenderFirst()
{
    prepare("abort-me");
    open("abort-me");
    action("abort")->trigger();
    QVERIFY(dialog());
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Failed"_s);
    QTRY_VERIFY2(requestLine().contains(u"observed: Failed"_s), qPrintable(requestLine()));
}

void TestMessagesPage::aSubmitIsDecidedByTheSender()
{
    prepare("submit-me");
    open("submit-me");
    action("submit")->trigger();
    QVERIFY(dialog());
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Failed"_s);
    QTRY_VERIFY2(why().contains(u"the sender said that it did not commit"_s), qPrintable(why()));
}

void TestMessagesPage::aPeekTellsAndChangesNothing()
{
    prepare("peek-me");
    open("peek-me");
    action("peek")->trigger();
    QTRY_VERIFY2(part<QLabel>("peekOutlook")->text().contains(u"would write a fence"_s),
                 qPrintable(part<QLabel>("peekOutlook")->text()));
    QVERIFY(part<QLabel>("peekRows")->text().contains(u"no barrier row"_s));
    QTest::mouseClick(part<QPushButton>("closePeek"), Qt::LeftButton);
    QVERIFY(why().startsWith(u"Prepared"_s));
    QTRY_COMPARE(table()->model()->index(0, int(ui::MessageColumn::Attempts)).data().toString(), u"0"_s);
}

void TestMessagesPage::aForceStopShowsTheBanksFirst()
{
    prepare("stop-and-see");
    open("stop-and-see");
    action("forceStop")->trigger();
    auto *accept = dialog()->findChild<QPushButton *>(u"accept"_s);
    QCOMPARE(accept->toolTip(), u"The banks are being read."_s);
    QTRY_COMPARE(accept->toolTip(), u"A reason is needed."_s);
    QVERIFY(dialog()->findChild<QLabel *>(u"appliedFacts"_s)->text().contains(u"would write a fence"_s));
}

void TestMessagesPage::aFinishedMessageIsResentUnderAGidOfItsOwn()
{
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Succeed"_s);
    clickRow(0);
    const QString gid = table()->model()->index(0, 1).data(ui::CopyRole).toString();
    QTRY_VERIFY(action("resend")->isEnabled());
    action("resend")->trigger();
    auto *accept = dialog()->findChild<QPushButton *>(u"accept"_s);
    QVERIFY(!accept->isEnabled());
    dialog()->findChild<QLineEdit *>(u"gidToType"_s)->setText(gid.right(8));
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(part<widgets::ElidedLabel>("gid")->text(), QString(gid + u"-r1"_s));
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Succeed"_s);
    QTRY_VERIFY(part<QPlainTextEdit>("raw")->toPlainText().contains(u"resent_from"_s));
    auto *links = part<QLabel>("resentLinks");
    QTRY_VERIFY2(links->isVisible() && links->text().startsWith(u"Resent from"_s), qPrintable(links->text()));
    emit links->linkActivated(QString::fromLatin1(gid.toLatin1().toHex()));
    QTRY_COMPARE(part<widgets::ElidedLabel>("gid")->text(), gid);
    QTRY_VERIFY2(links->text().startsWith(u"Sent again as"_s), qPrintable(links->text()));
    QVERIFY(links->text().contains(QString::fromLatin1((gid + u"-r1"_s).toLatin1().toHex())));
}

void TestMessagesPage::twoAreCompared()
{
    prepare("one");
    prepare("two");
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!action("compare")->isEnabled());
    QVERIFY(action("compare")->toolTip().contains(u"two"_s));
    table()->selectAll();
    QVERIFY(action("compare")->isEnabled());
    action("compare")->trigger();
    QTRY_VERIFY(m_page->findChild<ui::CompareDialog *>());
    m_page->findChild<ui::CompareDialog *>()->close();
}

void TestMessagesPage::manyAreStoppedTogether()
{
    for (const char *gid : {"many-1", "many-2", "other-3"})
        prepare(gid);
    transfer(1);
    QTRY_COMPARE(rows(), 4);
    m_page->setFilterText(u"gid:many"_s);
    QTRY_COMPARE(rows(), 2);
    QTest::mouseClick(part<QPushButton>("selectAll"), Qt::LeftButton);
    QTRY_VERIFY(part<widgets::ElidedLabel>("chosenCount")->text().contains(u"all"_s));
    m_page->findChild<QAction *>(u"bulk-forceStop"_s)->trigger();
    auto *bulk = part<QDialog>("bulkDialog");
    QTRY_VERIFY(bulk->findChild<QLabel *>(u"bulkTitle"_s)->text().contains(u"2"_s));
    QVERIFY(bulk->findChild<QLabel *>(u"bulkScope"_s)->text().contains(u"gid:many"_s));
    bulk->findChild<QLineEdit *>(u"bulkReason"_s)->setText(u"closed"_s);
    auto *run = bulk->findChild<QPushButton *>(u"bulkRun"_s);
    QTRY_VERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_VERIFY2(bulk->findChild<QLabel *>(u"bulkSummary"_s)->text().contains(u"of which 2 observed"_s),
                 qPrintable(bulk->findChild<QLabel *>(u"bulkSummary"_s)->text()));
    QTest::keyClick(bulk, Qt::Key_Escape);
    m_page->setFilterText(u"status:failed"_s);
    QTRY_COMPARE(rows(), 2);
}

/// Whoever looks for a message does not mean the waiting ones alone.
void TestMessagesPage::whatIsSoughtIsFoundInAnyView()
{
    prepare("sought");
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(part<widgets::TabStrip>("views")->button(u"failed"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 0);
    m_page->setFilterText(u"sought"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(part<widgets::TabStrip>("views")->current(), u"all"_s);
}

/// Nobody stops all there are by a stray key: the scope is said in words, counted, and Cancel is what Enter presses.
void TestMessagesPage::aFilterThatMatchesAllSaysSoBeforeAnythingIsDone()
{
    for (const char *gid : {"all-1", "all-2", "all-3"})
        prepare(gid);
    QTRY_COMPARE(rows(), 3);
    QTest::mouseClick(part<QPushButton>("selectAll"), Qt::LeftButton);
    QTRY_VERIFY(part<widgets::ElidedLabel>("chosenCount")->text().contains(u"all"_s));
    m_page->findChild<QAction *>(u"bulk-forceStop"_s)->trigger();
    auto *bulk = part<QDialog>("bulkDialog");
    QTRY_VERIFY(test::part<QLabel>(*bulk, "bulkTitle")->text().contains(u"3 message"_s));
    QCOMPARE(test::part<QLabel>(*bulk, "bulkScope")->text(), u"For all messages there are."_s);
    QVERIFY(!test::part<QPushButton>(*bulk, "bulkRun")->isEnabled());
    QTest::keyClick(bulk, Qt::Key_Return);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"bulkDialog"_s));
    m_page->setFilterText(u"status:failed"_s);
    QTRY_COMPARE(rows(), 0);
}

/// Retry Now is no grave verb: on this computer's own engine it asks nothing.
void TestMessagesPage::aCarefulConnectionAsksAtEachVerb()
{
    prepare("careful");
    open("careful");
    ui::Connection engine = m_session->connections().engine();
    engine.label = u"ledger"_s;
    const auto refusals = [this] {
        const auto &all = m_session->activity().activities();
        return std::count_if(all.begin(), all.end(), [](const ui::Activity &one) {
            return one.outcome == ui::Activity::Outcome::Refused && one.error.contains(u"asked first"_s);
        });
    };
    for (const auto safety : {ui::Connection::Safety::Confirm, ui::Connection::Safety::TypeName}) {
        engine.safety = safety;
        QVERIFY(m_session->connections().save(engine).ok());
        for (const char *verb : {"retryNow", "replayCheckback", "submit", "abort"}) {
            action(verb)->trigger();
            auto *asking = dialog();
            QVERIFY2(asking, verb);
            auto *name = asking->findChild<QLineEdit *>(u"nameToType"_s);
            QCOMPARE(name != nullptr, safety == ui::Connection::Safety::TypeName);
            QCOMPARE(test::part<QPushButton>(*asking, "accept")->isEnabled(), !name);
            QTest::keyClick(asking, Qt::Key_Escape);
            QTRY_VERIFY(!dialog());
        }
    }
    action("retryNow")->trigger();
    test::part<QLineEdit>(*dialog(), "nameToType")->setText(u"ledger"_s);
    QTest::mouseClick(test::part<QPushButton>(*dialog(), "accept"), Qt::LeftButton);
    QTRY_VERIFY2(requestLine().contains(u"accepted"_s), qPrintable(requestLine()));
    QCOMPARE(refusals(), 0);
    engine.safety = ui::Connection::Safety::ReadOnly;
    QVERIFY(m_session->connections().save(engine).ok());
    for (const char *verb : {"retryNow", "replayCheckback", "submit", "abort", "forceStop", "resend"})
        QVERIFY2(!action(verb)->isEnabled() && action(verb)->toolTip().contains(u"read-only"_s), verb);
}

void TestMessagesPage::aTransferLikeThisFillsTheForm()
{
    QVERIFY(!action("transferLikeThis")->isEnabled());
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    clickRow(0);
    QTRY_VERIFY(action("transferLikeThis")->isEnabled());
    std::optional<ui::TransferOrder> wanted;
    connect(m_page.get(), &ui::MessagesPage::transferRequested, this,
            [&wanted](const ui::TransferOrder &order) { wanted = order; });
    action("transferLikeThis")->trigger();
    QVERIFY(wanted);
    QCOMPARE(wanted->fromUser, 1);
    QCOMPARE(wanted->toUser, 2);
    QCOMPARE(wanted->amount, core::Money::fromCents(3000));
    QCOMPARE(wanted->count, 1);
}

void TestMessagesPage::aPairsMessagesAreReadByItsNames()
{
    prepare("named-otherwise", u"{\"sum\":\"12.50\",\"payer\":1,\"payee\":2}"_s);
    QTRY_COMPARE(rows(), 1);
    open("named-otherwise");
    const auto amount = [this] { return table()->model()->index(0, int(ui::MessageColumn::Amount)).data().toString(); };
    QCOMPARE(amount(), u"–"_s);
    QVERIFY(!action("transferLikeThis")->isEnabled());
    ui::Connection receiver;
    receiver.label = u"Bank D"_s;
    receiver.place.path = m_dir->filePath(u"d.db"_s);
    ui::Connection sender = receiver;
    sender.label = u"Bank C"_s;
    sender.peerId = m_session->connections().save(receiver).value();
    sender.payloadFields = {.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
    QVERIFY(m_session->connections().save(sender).ok());
    QCOMPARE(amount(), u"12.50"_s);
    QCOMPARE(part<QLabel>("detailAmount")->text(), u"12.50"_s);
    QVERIFY(action("transferLikeThis")->isEnabled());
}

void TestMessagesPage::allThatMatchAreExported()
{
    transfer(3);
    QTRY_COMPARE(rows(), 3);
    QSignalSpy told(m_page.get(), &ui::MessagesPage::told);
    const QString path = m_dir->filePath(u"out.csv"_s);
    m_page->findChild<ui::ListVerbs *>()->exportTo(path, ui::ExportFormat::Csv);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(!told.first().at(1).toBool(), qPrintable(told.first().first().toString()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), qsizetype(4));
}

void TestMessagesPage::fieldsAndQueriesAreCopied()
{
    prepare("o'brien");
    open("o'brien");
    action("copyAsSql")->trigger();
    const QString sql = QGuiApplication::clipboard()->text();
    QVERIFY2(sql.contains(u"X'6f27627269656e'"_s) && !sql.contains(u"= 'o'brien'"_s), qPrintable(sql));
    action("copyAsJson")->trigger();
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"\"gid\":\"o'brien\""_s));
}

void TestMessagesPage::aCallIsCopiedAsCurl()
{
    prepare("curl-me");
    open("curl-me");
    QMenu *menu = action("copyAsCurl")->menu();
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().at(1)->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(u"curl "_s) && command.contains(u"gid=curl-me"_s), qPrintable(command));
}

void TestMessagesPage::anUnknownGidIsSaid()
{
    m_page->showMessage("no-such-message");
    const auto isSaid = [this] {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"no-such-message"_s);
        });
    };
    QTRY_VERIFY(isSaid());
    QVERIFY(!action("retryNow")->isEnabled());
}

void TestMessagesPage::aMessageOpenedByItsGidIsChosenInTheList()
{
    prepare("first-one");
    prepare("second-one");
    QTRY_COMPARE(rows(), 2);
    clickRow(0);
    open("first-one");
    QTRY_COMPARE(table()->currentIndex().row(), 1);
    open("second-one");
    m_page->refresh();
    QTRY_COMPARE(table()->currentIndex().row(), 0);
    QCOMPARE(part<widgets::ElidedLabel>("gid")->text(), u"second-one"_s);
}

void TestMessagesPage::theLanguageCanChange()
{
    transfer(1);
    QTRY_COMPARE(rows(), 1);
    clickRow(0);
    QTRY_VERIFY(!why().isEmpty());
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &change);
    QCOMPARE(rows(), 1);
    QVERIFY(!part<widgets::TabStrip>("views")->button(u"all"_s)->text().isEmpty());
}

QTEST_MAIN(TestMessagesPage)
#include "tst_messagespage.moc"
