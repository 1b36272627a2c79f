// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/fakesource.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::State;
using core::store::Filter;
using core::store::Summary;
using ui::MessageColumn;
using ui::MessageTableModel;

class TestMessageTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theFirstPageIsShown();
    void pagesFollowUntilTheLast();
    void anAnswerToAnOlderFilterIsDropped();
    void oldRowsStayUntilTheNewAreThere();
    void aFilterThatMatchesNothingAsksNobody();
    void aFailedReadIsTold();
    void aFailedFurtherPageLeavesTheRows();
    void aKnownRowChangesInPlace();
    void newRowsComeInOneInsertOnTop();
    void newRowsThatDoNotMatchStayOut();
    void aRowOfALaterPageStaysOut();
    void aRowThatBeginsToMatchComesToItsPlace();
    void aChangeNeverResets();
    void whilePausedNothingMoves();
    void afterThePauseAllIsThere();
    void moreReadsTheFirstPageAgain();
    void aGapDropsTheRowsBelow();
    void moreThanAPageInAnEmptyListLeavesTheRestToRead();
    void changesWhileReadingAreNotLost();
    void nobodyIsAskedWhatASummaryTells();
    void theStoreIsAskedOnceAtATime();
    void moreThanAreAskedForMeansThePageAgain();
    void whoFollowsAFloodSeesTheNewest();
    void whoReadsOnIsNotMovedByAFlood();
    void whereNobodyLooksNothingIsAskedFor();
    void aSearchGoesOnByItself();
    void aStoppedSearchGoesOnWhenAsked();
    void aFailedStepEndsTheSearch();
    void heldRowsCanBeShownWithoutEndingThePause();
    void frequentWordsAreKnown();
    void theWindowIsBounded();
    void cellsHaveTextsAndRoles();
    void anOddPayloadStillHasARow();
    void amountsAreReadByTheNamesOfThePairs();
};

void TestMessageTableModel::theFirstPageIsShown()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.loadState(), MessageTableModel::Load::Loading);
    model.load(Filter{});
    source.answerAll();
    QCOMPARE(model.loadState(), MessageTableModel::Load::Loaded);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, 3);
    QVERIFY(model.isComplete());
    QVERIFY(!model.canFetchMore({}));
}

void TestMessageTableModel::pagesFollowUntilTheLast()
{
    FakeSource source;
    source.add(MessageTableModel::pageSize * 2 + 1);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{});
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY2(!model.canFetchMore({}), "a page is on its way already");
    source.answerAll();
    model.fetchMore({});
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize * 2 + 1);
    QVERIFY(!model.canFetchMore({}));
}

void TestMessageTableModel::anAnswerToAnOlderFilterIsDropped()
{
    FakeSource source;
    source.add(2);
    MessageTableModel model(source.source());
    model.load(Filter{});
    model.load(Filter{.attemptsMin = 5});
    source.answerAll();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.loadState(), MessageTableModel::Load::Loaded);
}

void TestMessageTableModel::oldRowsStayUntilTheNewAreThere()
{
    FakeSource source;
    source.add(2);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.load(Filter{.attemptsMin = 5});
    QCOMPARE(model.rowCount(), 2);
    source.answerAll();
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageTableModel::aFilterThatMatchesNothingAsksNobody()
{
    FakeSource source;
    source.add(2);
    MessageTableModel model(source.source());
    model.load(std::nullopt);
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(model.loadState(), MessageTableModel::Load::Loaded);
    model.apply({source.row(1)}, true);
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageTableModel::aFailedReadIsTold()
{
    FakeSource source;
    source.add(2);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    source.fail(u"the disk is away"_s);
    model.load(Filter{});
    source.answerAll();
    QCOMPARE(model.loadState(), MessageTableModel::Load::Failed);
    QCOMPARE(model.problem(), u"the disk is away"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageTableModel::aFailedFurtherPageLeavesTheRows()
{
    FakeSource source;
    source.add(MessageTableModel::pageSize + 1);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    source.fail(u"cancelled"_s);
    model.fetchMore({});
    source.answerAll();
    QCOMPARE(model.loadState(), MessageTableModel::Load::Loaded);
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize);
    QCOMPARE(model.problem(), u"cancelled"_s);
    QVERIFY2(model.canFetchMore({}), "it may be tried again");
}

void TestMessageTableModel::aKnownRowChangesInPlace()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{});
    source.answerAll();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    source.change(2, [](Summary &row) { row.state = State::Succeed; });
    model.apply({source.row(2)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QCOMPARE(model.index(1, int(MessageColumn::State)).data(widgets::StateRole).value<theme::State>(),
             theme::State::Succeed);
    QCOMPARE(source.waiting(), 0);
}

void TestMessageTableModel::newRowsComeInOneInsertOnTop()
{
    FakeSource source;
    source.add(2);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{});
    source.answerAll();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    source.add(3);
    model.apply({source.row(4), source.row(5), source.row(3)});
    source.answerAll();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(inserted.first().at(2).toInt(), 2);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, 5);
}

void TestMessageTableModel::newRowsThatDoNotMatchStayOut()
{
    FakeSource source;
    MessageTableModel model(source.source());
    model.load(Filter{.attemptsMin = 5});
    source.answerAll();
    source.add(1);
    model.apply({source.row(1)});
    source.answerAll();
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageTableModel::aRowOfALaterPageStaysOut()
{
    FakeSource source;
    source.add(MessageTableModel::pageSize + 5);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.apply({source.row(1)});
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize);
}

void TestMessageTableModel::aRowThatBeginsToMatchComesToItsPlace()
{
    FakeSource source;
    source.add(5);
    for (const int rowId : {1, 5})
        source.change(rowId, [](Summary &row) { row.attempts = 9; });
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{.attemptsMin = 5});
    source.answerAll();
    QCOMPARE(model.rowCount(), 2);
    source.change(3, [](Summary &row) { row.attempts = 9; });
    model.apply({source.row(3)});
    source.answerAll();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.summary(model.index(1, 0))->rowId, 3);
}

void TestMessageTableModel::aChangeNeverResets()
{
    FakeSource source;
    source.add(5);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    const QPersistentModelIndex chosen = model.indexOf(4);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    source.add(10);
    model.apply({source.row(4), source.row(6), source.row(15)}, true);
    source.answerAll();
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 15);
    QVERIFY(chosen.isValid());
    QCOMPARE(model.summary(chosen)->rowId, 4);
}

void TestMessageTableModel::whilePausedNothingMoves()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.setPaused(true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy held(&model, &MessageTableModel::heldChanged);
    source.add(2);
    source.change(1, [](Summary &row) { row.attempts = 2; });
    model.apply({source.row(1), source.row(4), source.row(5)});
    model.apply({source.row(4)});
    source.answerAll();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(model.heldNew(), 2);
    QVERIFY(!held.isEmpty());
}

void TestMessageTableModel::afterThePauseAllIsThere()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{});
    source.answerAll();
    model.setPaused(true);
    source.add(2);
    source.change(1, [](Summary &row) { row.attempts = 2; });
    model.apply({source.row(1), source.row(4), source.row(5)});
    source.answerAll();
    model.setPaused(false);
    source.answerAll();
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.heldNew(), 0);
    QCOMPARE(model.summary(model.indexOf(1))->attempts, 2);
}

void TestMessageTableModel::moreReadsTheFirstPageAgain()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    source.add(4);
    model.apply({}, true);
    model.apply({}, true);
    QCOMPARE(source.waiting(), 1);
    source.answerAll();
    QCOMPARE(model.rowCount(), 7);
}

/// Without a model tester: it fetches pages on its own.
void TestMessageTableModel::aGapDropsTheRowsBelow()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    source.add(MessageTableModel::pageSize * 2);
    model.apply({}, true);
    source.answerAll();
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    source.answerAll();
    model.fetchMore({});
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize * 2 + 3);
}

/// As when a new store fills while it is watched.
void TestMessageTableModel::moreThanAPageInAnEmptyListLeavesTheRestToRead()
{
    FakeSource source;
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    QVERIFY(model.isComplete());
    source.add(MessageTableModel::pageSize * 2);
    model.apply({}, true);
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize);
    QVERIFY(!model.isComplete());
    model.fetchMore({});
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::pageSize * 2);
}

void TestMessageTableModel::changesWhileReadingAreNotLost()
{
    FakeSource source;
    source.add(1);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerLater(); // the store is read now; what follows came too late for that
    source.add(1);
    model.apply({source.row(2)});
    source.answerAll();
    source.answerAll();
    QCOMPARE(model.rowCount(), 2);
}

namespace {

constexpr int flood = 1000;

QList<Summary> rowsOf(const FakeSource &source, int first, int count)
{
    QList<Summary> rows;
    for (int rowId = first; rowId < first + count; ++rowId)
        rows << source.row(rowId);
    return rows;
}

} // namespace

void TestMessageTableModel::nobodyIsAskedWhatASummaryTells()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    model.load(Filter{.attemptsMin = 5});
    source.answerAll();
    source.add(flood);
    for (const int rowId : {10, 20})
        source.change(rowId, [](Summary &row) { row.attempts = 9; });
    model.apply(rowsOf(source, 4, flood));
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, 20);
}

void TestMessageTableModel::theStoreIsAskedOnceAtATime()
{
    FakeSource source;
    MessageTableModel model(source.source());
    model.load(Filter{.text = "only the content tells", .attemptsMin = 5});
    source.answerAll();
    source.add(30);
    for (int rowId = 1; rowId <= 30; ++rowId)
        source.change(rowId, [rowId](Summary &row) { row.attempts = rowId <= 20 ? 9 : 0; });
    model.apply(rowsOf(source, 21, 10));
    QCOMPARE(source.waiting(), 0); // their attempts say enough
    for (int first = 1; first <= 20; first += 5)
        model.apply(rowsOf(source, first, 5));
    QCOMPARE(source.waiting(), 1);
    source.answerAll();
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(model.rowCount(), 20);
}

void TestMessageTableModel::moreThanAreAskedForMeansThePageAgain()
{
    FakeSource source;
    MessageTableModel model(source.source());
    model.load(Filter{.text = "only the content tells"});
    source.answerAll();
    source.add(MessageTableModel::askedMax + 1);
    model.apply(rowsOf(source, 1, MessageTableModel::askedMax + 1));
    QCOMPARE(source.waiting(), 2); // the page, and those that are asked for
    source.answerAll();
    QCOMPARE(model.summary(model.index(0, 0))->rowId, MessageTableModel::askedMax + 1);
}

/// Without a model tester: it fetches pages on its own.
void TestMessageTableModel::whoFollowsAFloodSeesTheNewest()
{
    FakeSource source;
    source.add(MessageTableModel::pageSize + 50);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    int least = model.rowCount();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto noteLeast = [&] { least = std::min(least, model.rowCount()); };
    connect(&model, &QAbstractItemModel::rowsRemoved, &model, noteLeast);
    source.add(flood);
    model.apply(rowsOf(source, MessageTableModel::pageSize + 51, flood));
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(resets.size(), 0);
    QVERIFY2(least > 0, "an empty list would flash");
    QCOMPARE(model.rowCount(), MessageTableModel::leapAbove);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, MessageTableModel::pageSize + 50 + flood);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    source.answerAll();
    const std::int64_t last = model.summary(model.index(model.rowCount() - 1, 0))->rowId;
    QCOMPARE(model.summary(model.index(0, 0))->rowId - last + 1, model.rowCount()); // none is missing in between
}

void TestMessageTableModel::whoReadsOnIsNotMovedByAFlood()
{
    FakeSource source;
    source.add(50);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.setFollowing(false);
    const QPersistentModelIndex read = model.indexOf(20);
    source.add(flood);
    source.change(20, [](Summary &row) { row.attempts = 3; });
    model.apply(rowsOf(source, 51, flood - 1) + rowsOf(source, 20, 1));
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.summary(read)->attempts, 3);
    QCOMPARE(model.heldNew(), flood - 1);
    model.apply(rowsOf(source, 50 + flood, 1)); // few are kept aside too, or there would be a hole below them
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.heldNew(), MessageTableModel::heldMax);
    model.apply({}, true);
    QVERIFY(model.heldMore());
    QCOMPARE(source.waiting(), 0);
    model.setFollowing(true);
    source.answerAll();
    QCOMPARE(model.heldNew(), 0);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, 50 + flood);
}

void TestMessageTableModel::whereNobodyLooksNothingIsAskedFor()
{
    FakeSource source;
    source.add(3);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.setWatched(false);
    source.add(5);
    source.change(2, [](Summary &row) { row.attempts = 3; });
    model.apply(rowsOf(source, 2, 1) + rowsOf(source, 4, 5), true);
    QCOMPARE(source.waiting(), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.summary(model.indexOf(2))->attempts, 3);
    model.setWatched(true);
    QCOMPARE(source.waiting(), 1);
    source.answerAll();
    QCOMPARE(model.rowCount(), 8);
    model.setWatched(false);
    model.setWatched(true);
    QCOMPARE(source.waiting(), 0); // nothing came meanwhile
}

void TestMessageTableModel::aSearchGoesOnByItself()
{
    FakeSource source;
    source.add(1000);
    source.change(7, [](Summary &row) { row.attempts = 9; });
    source.setStep(300);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{.attemptsMin = 9});
    source.answerLater();
    QVERIFY(!model.isSearching());
    source.answerAll();
    QVERIFY(!model.isSearching());
    QVERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, 7);
    QCOMPARE(model.lookedAt(), 1000);
}

void TestMessageTableModel::aStoppedSearchGoesOnWhenAsked()
{
    FakeSource source;
    source.add(1000);
    source.change(7, [](Summary &row) { row.attempts = 9; });
    source.setStep(300);
    MessageTableModel model(source.source());
    connect(&model, &MessageTableModel::loadStateChanged, &model, [&model] {
        if (model.lookedAt() == 600)
            model.stopSearch();
    });
    model.load(Filter{.attemptsMin = 9});
    source.answerAll();
    QVERIFY(model.isStopped() && !model.isSearching());
    QVERIFY2(!model.canFetchMore({}), "scrolling does not start it again");
    QCOMPARE(model.rowCount(), 0);
    model.goOn();
    source.answerAll();
    QVERIFY(!model.isStopped());
    QCOMPARE(model.rowCount(), 1);
}

void TestMessageTableModel::aFailedStepEndsTheSearch()
{
    FakeSource source;
    source.add(1000);
    source.setStep(300);
    MessageTableModel model(source.source());
    model.load(Filter{.attemptsMin = 9});
    connect(&model, &MessageTableModel::loadStateChanged, &model, [&] {
        if (model.lookedAt() == 300)
            source.fail(u"the store is away"_s);
    });
    source.answerAll();
    QVERIFY(!model.isSearching());
    QCOMPARE(model.problem(), u"the store is away"_s);
}

void TestMessageTableModel::heldRowsCanBeShownWithoutEndingThePause()
{
    FakeSource source;
    source.add(1);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    model.setPaused(true);
    source.add(2);
    model.apply({source.row(2), source.row(3)});
    source.answerAll();
    QCOMPARE(model.heldNew(), 2);
    model.showHeld();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.heldNew(), 0);
    QVERIFY(model.isPaused());
}

void TestMessageTableModel::frequentWordsAreKnown()
{
    FakeSource source;
    source.add(3);
    source.change(1, [](Summary &row) { row.firstUrl = "http://b.test:81/api/TransOut"; });
    source.change(2, [](Summary &row) { row.firstUrl = "http://b.test:81/api/TransIn"; });
    source.change(3, [](Summary &row) { row.firstUrl = "http://b.test:81/api/TransIn"; });
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    const ui::KnownWords words = model.knownWords();
    QCOMPARE(words.routes.first().word, u"TransIn"_s);
    QCOMPARE(words.routes.first().count, 2);
    QCOMPARE(words.hosts.size(), 1);
    QCOMPARE(words.hosts.first().word, u"b.test:81"_s);
}

void TestMessageTableModel::theWindowIsBounded()
{
    FakeSource source;
    source.add(MessageTableModel::rowsMax + 50);
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    while (model.canFetchMore({})) {
        model.fetchMore({});
        source.answerAll();
    }
    QCOMPARE(model.rowCount(), MessageTableModel::rowsMax);
    source.add(10);
    QList<Summary> added;
    for (int i = 1; i <= 10; ++i)
        added << source.row(MessageTableModel::rowsMax + 50 + i);
    model.apply(added);
    source.answerAll();
    QCOMPARE(model.rowCount(), MessageTableModel::rowsMax);
    QCOMPARE(model.summary(model.index(0, 0))->rowId, MessageTableModel::rowsMax + 60);
}

void TestMessageTableModel::cellsHaveTextsAndRoles()
{
    FakeSource source;
    source.add(1);
    source.change(1, [](Summary &row) {
        row.gid = "01M2FS12WRT7BREJ1E706AKRSM";
        row.firstUrl = "http://b.test/api/busi/SagaBTransIn?fast=1";
        row.firstPayload = R"({"from":1,"user_id":2,"amount":1200.5,"nested":{"amount":9}})";
        row.attempts = 3;
        row.failuresInRow = 3;
        row.state = State::Submitted;
        row.dueAt = FakeSource::now() + core::Millis(8100);
    });
    MessageTableModel model(source.source());
    model.load(Filter{});
    source.answerAll();
    const auto text = [&](MessageColumn column) { return model.index(0, int(column)).data().toString(); };
    QCOMPARE(text(MessageColumn::State), u"Retrying"_s);
    QCOMPARE(text(MessageColumn::Gid), u"…706AKRSM"_s);
    QCOMPARE(text(MessageColumn::Route), u"1 → 2 · SagaBTransIn"_s);
    QCOMPARE(text(MessageColumn::Amount), u"1,200.50"_s);
    QCOMPARE(text(MessageColumn::Attempts), u"3"_s);
    QCOMPARE(text(MessageColumn::NextIn), u"8.1 s"_s);
    QCOMPARE(text(MessageColumn::Age), u"59 s"_s);
    QCOMPARE(model.index(0, int(MessageColumn::Gid)).data(ui::CopyRole).toString(), u"01M2FS12WRT7BREJ1E706AKRSM"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestMessageTableModel::amountsAreReadByTheNamesOfThePairs()
{
    FakeSource source;
    source.add(1);
    const auto pay = [](Summary &row) {
        row.firstUrl = "http://b.test/pay";
        row.firstPayload = R"({"sum":0.30,"payer":7,"payee":8})";
    };
    source.change(1, pay);
    MessageTableModel model(source.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(Filter{});
    source.answerAll();
    const auto text = [&](int row, MessageColumn column) { return model.index(row, int(column)).data().toString(); };
    QCOMPARE(text(0, MessageColumn::Amount), u"–"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QList<ui::PayloadFields> pairs{{}, {.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s}};
    model.setPayloadFields(pairs);
    model.setPayloadFields(pairs); // the same again is no change
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(0, MessageColumn::Amount), u"0.30"_s);
    QCOMPARE(text(0, MessageColumn::Route), u"7 → 8 · pay"_s);
    source.add(1);
    source.change(2, pay);
    model.apply({source.row(1), source.row(2)}); // known and new ones too
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(0, MessageColumn::Amount), u"0.30"_s);
    QCOMPARE(text(1, MessageColumn::Amount), u"0.30"_s);
    model.load(Filter{});
    source.answerAll();
    QCOMPARE(text(1, MessageColumn::Amount), u"0.30"_s);
}

void TestMessageTableModel::anOddPayloadStillHasARow()
{
    const QList<std::pair<QByteArray, QString>> cases{{"", u"–"_s},
                                                      {"not json", u"–"_s},
                                                      {R"({"amount":0.1234})", u"0.1234"_s},
                                                      {R"({"amount":1e3})", u"1e3"_s},
                                                      {R"({"amount":"30"})", u"30.00"_s},
                                                      {R"([{"amount":30}])", u"–"_s},
                                                      {R"({"x":{"amount":30}})", u"–"_s},
                                                      {R"({"amount":12345678.90,"user_id":2)", u"12,345,678.90"_s},
                                                      {R"({"amount":null})", u"–"_s}};
    for (const auto &[payload, amount] : cases) {
        FakeSource source;
        source.add(1);
        source.change(1, [&](Summary &row) { row.firstPayload = payload; });
        MessageTableModel model(source.source());
        model.load(Filter{});
        source.answerAll();
        QCOMPARE(model.index(0, int(MessageColumn::Amount)).data().toString(), amount);
    }
}

QTEST_GUILESS_MAIN(TestMessageTableModel)
#include "tst_messagetablemodel.moc"
