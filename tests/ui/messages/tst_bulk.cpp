// SPDX-License-Identifier: GPL-3.0-or-later
// One verb for many messages, and what goes through all that match: runs, their table and dialog, walks and exports.
#include "fakesource.h"
#include "ui/messages/bulkdialog.h"
#include "ui/messages/exportrun.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::State;
using ui::BulkRun;
using ui::BulkTarget;
using ui::ExportFormat;
using Outcome = ui::BulkRun::Outcome;

namespace {

QList<BulkTarget> targets(int count, State state = State::Submitted)
{
    QList<BulkTarget> made;
    for (int i = 0; i < count; ++i)
        made << BulkTarget{"g" + QByteArray::number(i), state, 0, 1};
    return made;
}

core::store::Summary changed(const QByteArray &gid, State state, int attempts)
{
    core::store::Summary summary;
    summary.gid = gid;
    summary.state = state;
    summary.attempts = attempts;
    return summary;
}

/// Keeps what is sent until the test answers.
struct Mailman
{
    BulkRun::Send send()
    {
        return [this](const BulkTarget &target, BulkRun::Then then) {
            gids << target.gid;
            waiting.append(std::move(then));
        };
    }
    void answer(const std::optional<core::Error> &error = std::nullopt)
    {
        if (!waiting.isEmpty())
            waiting.takeFirst()(error);
    }
    void answerAll()
    {
        while (!waiting.isEmpty())
            answer();
    }

    QList<QByteArray> gids;
    QList<BulkRun::Then> waiting;
};

const core::Error refusal = core::Error::conflict(u"it moved on"_s);

} // namespace

class TestBulk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<theme::Theme>(*qApp); }

    void aFewAreUnderWayAtATime();
    void acceptedIsNotObserved();
    void aChangeMaySeenBeforeTheAnswer();
    void cancellingSendsNothingMore();
    void onlyTheFailedAreSentAgain();
    void theTableFollowsTheRun();
    void theDialogWaitsForAllAndLeavesOutWhatCannotBe();
    void aForceStopWantsAReasonAndTheName();
    void theDialogRetriesTheFailed();
    void closingStopsTheCollection();
    void aWalkFindsAllInPages();
    void aWalkThatIsCancelledEnds();
    void cellsAreQuotedAndNeverFormulas();
    void rowsOfJsonAreObjects();
    void anExportOfAllThatMatchIsWhole();
    void aCancelledExportLeavesTheOldFile();
    void anExportToNowhereSaysWhy();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

void TestBulk::aFewAreUnderWayAtATime()
{
    Mailman mailman;
    BulkRun run(targets(100), mailman.send());
    run.start();
    QCOMPARE(mailman.gids.size(), BulkRun::underWayMax);
    mailman.answer();
    QCOMPARE(mailman.gids.size(), BulkRun::underWayMax + 1);
    mailman.answerAll();
    QCOMPARE(run.counts().accepted, 100);
    QVERIFY(!run.isSending());
}

void TestBulk::acceptedIsNotObserved()
{
    Mailman mailman;
    BulkRun run(targets(2), mailman.send());
    run.start();
    mailman.answerAll();
    QCOMPARE(run.counts().observed, 0);
    run.observe({changed("g0", State::Submitted, 1), changed("unknown", State::Failed, 1)});
    QVERIFY2(run.row(0).outcome == Outcome::Accepted, "nothing of it has changed");
    run.observe({changed("g0", State::Submitted, 2)});
    QVERIFY(run.row(0).outcome == Outcome::Observed);
    run.observe({changed("g0", State::Succeed, 2)});
    QCOMPARE(run.row(0).observed, State::Succeed);
    QCOMPARE(run.counts().observed, 1);
}

void TestBulk::aChangeMaySeenBeforeTheAnswer()
{
    Mailman mailman;
    BulkRun run(targets(1), mailman.send());
    run.start();
    run.observe({changed("g0", State::Succeed, 2)});
    mailman.answerAll();
    QVERIFY(run.row(0).outcome == Outcome::Observed);
}

void TestBulk::cancellingSendsNothingMore()
{
    Mailman mailman;
    BulkRun run(targets(40), mailman.send());
    run.start();
    run.cancel();
    QCOMPARE(run.counts().left, 40 - BulkRun::underWayMax);
    mailman.answerAll();
    QCOMPARE(mailman.gids.size(), BulkRun::underWayMax);
    QCOMPARE(run.counts().accepted, BulkRun::underWayMax);
    QVERIFY(!run.isSending());
}

void TestBulk::onlyTheFailedAreSentAgain()
{
    Mailman mailman;
    BulkRun run(targets(3), mailman.send());
    run.start();
    mailman.answer();
    mailman.answer(refusal);
    mailman.answer();
    QCOMPARE(run.counts().refused, 1);
    QVERIFY(run.row(1).why.contains(u"moved on"_s));
    run.retryFailed();
    QCOMPARE(mailman.gids.last(), QByteArray("g1"));
    QCOMPARE(mailman.gids.size(), 4);
    mailman.answerAll();
    QCOMPARE(run.counts().accepted, 3);
    QVERIFY(run.row(1).why.isEmpty());
}

void TestBulk::theTableFollowsTheRun()
{
    Mailman mailman;
    ui::BulkModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showTargets(targets(2), {QString(), u"finished"_s});
    QCOMPARE(model.index(1, 2).data().toString(), u"left out"_s);
    QCOMPARE(model.index(1, 3).data().toString(), u"finished"_s);
    BulkRun run(targets(1), mailman.send());
    model.follow(run);
    QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
    run.start();
    mailman.answer(refusal);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(model.index(0, 2).data().toString(), u"refused"_s);
}

void TestBulk::theDialogWaitsForAllAndLeavesOutWhatCannotBe()
{
    QList<QByteArray> sent;
    const auto send = [&](const BulkTarget &target, const QString &, const BulkRun::Then &then) {
        sent << target.gid;
        then(std::nullopt);
    };
    ui::BulkDialog dialog(*m_theme, {ui::Verb::RetryNow, u"For all that match: age>5m"_s}, send, nullptr);
    dialog.show();
    auto *accept = dialog.findChild<QPushButton *>(u"bulkRun"_s);
    QVERIFY(!accept->isEnabled() && accept->toolTip().contains(u"collected"_s));
    dialog.addTargets(targets(3));
    dialog.addTargets({BulkTarget{"done", State::Succeed}});
    dialog.endTargets({});
    QVERIFY(dialog.findChild<QPushButton *>(u"bulkCancel"_s)->isDefault());
    QVERIFY(dialog.findChild<QLabel *>(u"bulkTitle"_s)->text().contains(u"4"_s));
    QVERIFY(dialog.findChild<QLabel *>(u"bulkScope"_s)->text().contains(u"age>5m"_s));
    QVERIFY(dialog.findChild<QLabel *>(u"bulkSummary"_s)->text().contains(u"1 left out"_s));
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(sent, (QList<QByteArray>{"g0", "g1", "g2"}));
    QVERIFY2(dialog.findChild<QLabel *>(u"bulkSummary"_s)->text().contains(u"3 accepted, of which 0 observed"_s),
             qPrintable(dialog.findChild<QLabel *>(u"bulkSummary"_s)->text()));
    dialog.observe({changed("g1", State::Succeed, 2)});
    QTRY_VERIFY(dialog.findChild<QLabel *>(u"bulkSummary"_s)->text().contains(u"of which 1 observed"_s));
}

void TestBulk::aForceStopWantsAReasonAndTheName()
{
    QString given;
    const auto send = [&](const BulkTarget &, const QString &reason, const BulkRun::Then &then) {
        given = reason;
        then(std::nullopt);
    };
    ui::BulkDialog dialog(*m_theme, {ui::Verb::ForceStop, u"chosen"_s, u"Production"_s}, send, nullptr);
    dialog.show();
    dialog.addTargets(targets(1));
    dialog.endTargets({});
    auto *accept = dialog.findChild<QPushButton *>(u"bulkRun"_s);
    QVERIFY(!accept->isEnabled());
    dialog.findChild<QLineEdit *>(u"nameToType"_s)->setText(u"Production"_s);
    QVERIFY2(accept->toolTip().contains(u"reason"_s), qPrintable(accept->toolTip()));
    dialog.findChild<QLineEdit *>(u"bulkReason"_s)->setText(u" the receiver is closed "_s);
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(given, u"the receiver is closed"_s);
}

void TestBulk::theDialogRetriesTheFailed()
{
    int calls = 0;
    const auto send = [&](const BulkTarget &, const QString &, const BulkRun::Then &then) {
        then(++calls == 1 ? std::optional(refusal) : std::nullopt);
    };
    ui::BulkDialog dialog(*m_theme, {ui::Verb::RetryNow, u"chosen"_s}, send, nullptr);
    dialog.show();
    dialog.addTargets(targets(2));
    dialog.endTargets({});
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"bulkRun"_s), Qt::LeftButton);
    auto *again = dialog.findChild<QPushButton *>(u"bulkAgain"_s);
    QVERIFY(again->isVisible() && again->text().contains(u"1"_s));
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(calls, 3);
    QVERIFY(!again->isVisible());
}

void TestBulk::closingStopsTheCollection()
{
    ui::BulkDialog dialog(*m_theme, {ui::Verb::RetryNow, u"all"_s}, {}, nullptr);
    dialog.show();
    QSignalSpy cancelled(&dialog, &ui::BulkDialog::collectingCancelled);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
}

void TestBulk::aWalkFindsAllInPages()
{
    FakeSource source;
    source.add(1234);
    ui::MatchWalk walk(source.source(), {});
    int rows = 0;
    connect(&walk, &ui::MatchWalk::rowsCame, this, [&](const auto &page) { rows += int(page.size()); });
    QSignalSpy ended(&walk, &ui::MatchWalk::ended);
    walk.start();
    source.answerAll();
    QCOMPARE(rows, 1234);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().toString(), QString());
}

void TestBulk::aWalkThatIsCancelledEnds()
{
    FakeSource source;
    source.add(1234);
    ui::MatchWalk walk(source.source(), {});
    int pages = 0;
    connect(&walk, &ui::MatchWalk::rowsCame, this, [&] {
        ++pages;
        walk.cancel();
    });
    walk.start();
    source.answerAll();
    QCOMPARE(pages, 1);
    QVERIFY(!walk.isRunning());
}

void TestBulk::cellsAreQuotedAndNeverFormulas()
{
    core::store::Summary summary = changed("=1+1", State::Failed, 3);
    summary.firstPayload = "{\"a\":1,\r\n\"b\":2}";
    summary.lastError = "@SUM(A1)";
    const QByteArray row = ui::csvRow(summary);
    QVERIFY2(row.startsWith("'=1+1,failed,0,3,"), row.constData());
    QVERIFY2(row.contains(",\"{\"\"a\"\":1,\r\n\"\"b\"\":2}\",'@SUM(A1),"), row.constData());
    QVERIFY(row.endsWith("\r\n"));
}

void TestBulk::rowsOfJsonAreObjects()
{
    core::store::Summary summary = changed("g\"1", State::Prepared, 0);
    summary.firstPayload = QByteArray("\x01\u202E", 4) + QByteArray(100'000, 'x');
    const QJsonObject read = QJsonDocument::fromJson(ui::jsonRow(summary)).object();
    QCOMPARE(read.value(u"gid"_s).toString(), u"g\"1"_s);
    QCOMPARE(read.value(u"status"_s).toString(), u"prepared"_s);
    QVERIFY(read.value(u"payload"_s).toString().size() > 100'000);
}

void TestBulk::anExportOfAllThatMatchIsWhole()
{
    const QTemporaryDir dir;
    FakeSource source;
    source.add(1200);
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Json}) {
        const QString path = dir.filePath(format == ExportFormat::Csv ? u"m.csv"_s : u"m.json"_s);
        ui::ExportRun run(path, format);
        QSignalSpy ended(&run, &ui::ExportRun::ended);
        run.start(source.source(), {});
        source.answerAll();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().at(0).toInt(), 1200);
        QCOMPARE(ended.first().at(1).toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(format == ExportFormat::Csv ? text.count("\r\n") : QJsonDocument::fromJson(text).array().size() + 1,
                 qsizetype(1201));
    }
}

void TestBulk::aCancelledExportLeavesTheOldFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"m.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    FakeSource source;
    source.add(1200);
    {
        ui::ExportRun run(path, ExportFormat::Csv);
        run.start(source.source(), {});
        run.cancel();
        source.answerAll();
    }
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestBulk::anExportToNowhereSaysWhy()
{
    ui::ExportRun run(u"/no/such/folder/m.csv"_s, ExportFormat::Csv);
    QSignalSpy ended(&run, &ui::ExportRun::ended);
    run.start({changed("g", State::Failed, 1)});
    QCOMPARE(ended.size(), 1);
    QVERIFY(!ended.first().at(1).toString().isEmpty());
}

QTEST_MAIN(TestBulk)
#include "tst_bulk.moc"
