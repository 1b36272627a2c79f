// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/pagefixture.h"
#include "ui/activity/activityexport.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/activitywords.h"
#include "ui/session/activitylog.h"
#include "ui/session/systemuser.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tabstrip.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using ui::Activity;
using ui::ActivityFilter;
using ui::ActivityModel;
using ui::ActivityVerb;
using Outcome = ui::Activity::Outcome;

namespace {

Activity activity(qint64 id, ActivityVerb verb, Outcome outcome = Outcome::Accepted)
{
    return {.id = id,
            .at = core::fromEpochMs(1'789'383'504'114 + id),
            .who = u"anna"_s,
            .verb = verb,
            .object = u"gid-%1"_s.arg(id),
            .detail = u"a reason"_s,
            .outcome = outcome};
}

} // namespace

class TestActivityPage final : public QObject, private test::PageFixture<ui::ActivityPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void everyVerbHasAWord();
    void theNewestStandsOnTop();
    void theFilterTakesKindAndText();
    void anOutcomeThatComesLaterChangesItsRow();
    void csvIsQuotedAndFormulasAreDefused();
    void jsonHasWhatTheFileHas();
    void theEnginesStartIsOnRecord();
    void aVerbComesIntoTheListWithItsOutcome();
    void howMuchStandsApartFromWhy();
    void aScenariosRunReadsInWords();
    void detailsThatAreOfNoKnownFormStay();
    void enterOpensTheMessage();
    void whatIsShownIsExported();
    void anExportThatFailsSaysWhy();
    void aFilterThatHidesAllCanBeCleared();
    void theRecordOutlivesTheSession();
    void aRowIsCopied();

private:
    ui::ActivityLog &log() const { return m_session->activity(); }
    int rows() const { return part<QTableView>("activity")->model()->rowCount(); }
};

void TestActivityPage::init()
{
    startSession();
    openPage({1200, 700}, m_theme);
}

void TestActivityPage::everyVerbHasAWord()
{
    QSet<QString> words;
    for (const ActivityVerb verb : ui::allActivityVerbs)
        words.insert(ui::activityWord(verb));
    QCOMPARE(words.size(), qsizetype(ui::allActivityVerbs.size()));
    QVERIFY(!words.contains(QString()));
}

void TestActivityPage::theNewestStandsOnTop()
{
    ActivityModel model;
    const QAbstractItemModelTester tester(&model);
    model.show({activity(1, ActivityVerb::RetryNow), activity(2, ActivityVerb::Abort)}, {});
    QCOMPARE(model.rows().constFirst().id, 2);
    model.add(activity(3, ActivityVerb::ForceStop));
    QCOMPARE(model.rows().constFirst().id, 3);
}

void TestActivityPage::theFilterTakesKindAndText()
{
    ActivityModel model;
    const QList<Activity> all{activity(1, ActivityVerb::RetryNow),
                              activity(2, ActivityVerb::EngineStarted, Outcome::Happened),
                              activity(3, ActivityVerb::Abort, Outcome::Refused)};
    const auto count = [&](ActivityFilter::Kind kind, const QString &text) {
        model.show(all, {kind, text});
        return model.rowCount();
    };
    QCOMPARE(count(ActivityFilter::Kind::All, {}), 3);
    QCOMPARE(count(ActivityFilter::Kind::Actions, {}), 2);
    QCOMPARE(count(ActivityFilter::Kind::Engine, {}), 1);
    QCOMPARE(count(ActivityFilter::Kind::Refused, {}), 1);
    QCOMPARE(count(ActivityFilter::Kind::All, u"RETRY"_s), 1);
    QCOMPARE(count(ActivityFilter::Kind::All, u"gid-3"_s), 1);
    QCOMPARE(count(ActivityFilter::Kind::Engine, u"anna"_s), 1);
    model.add(activity(4, ActivityVerb::RetryNow));
    QCOMPARE(model.rowCount(), 1);
}

void TestActivityPage::anOutcomeThatComesLaterChangesItsRow()
{
    ActivityModel model;
    model.show({activity(1, ActivityVerb::RetryNow, Outcome::Requested), activity(2, ActivityVerb::Abort)}, {});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update(activity(1, ActivityVerb::RetryNow, Outcome::Refused));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, int(ActivityModel::Column::Outcome)).data().toString(), u"Refused"_s);
}

void TestActivityPage::csvIsQuotedAndFormulasAreDefused()
{
    Activity odd = activity(1, ActivityVerb::ForceStop);
    odd.detail = u"=cmd|' /C calc'!A0, said \"no\"\nand left"_s;
    const QByteArray csv = ui::activitiesAsCsv({odd});
    QVERIFY(csv.startsWith("at,who,verb,object,detail,reason,outcome,error\r\n"));
    QVERIFY(csv.contains("\"'=cmd|' /C calc'!A0, said \"\"no\"\"\nand left\""));
    QVERIFY(csv.endsWith("\r\n"));
}

void TestActivityPage::jsonHasWhatTheFileHas()
{
    const QJsonObject row =
        QJsonDocument::fromJson(ui::activitiesAsJson({activity(1, ActivityVerb::Abort)})).array().at(0).toObject();
    QCOMPARE(row.value(u"verb"_s).toString(), u"abort"_s);
    QCOMPARE(row.value(u"at"_s).toString(), u"2026-09-14T10:58:24.115Z"_s);
    QCOMPARE(row.value(u"outcome"_s).toString(), u"accepted"_s);
}

void TestActivityPage::theEnginesStartIsOnRecord()
{
    QVERIFY(rows() >= 1);
    QCOMPARE(part<QTableView>("activity")->model()->index(0, int(ActivityModel::Column::What)).data().toString(),
             u"Engine started"_s);
}

void TestActivityPage::aVerbComesIntoTheListWithItsOutcome()
{
    std::optional<core::Error> refused;
    m_session->forceStop("unknown-gid", u"paid by hand"_s, std::nullopt, this,
                         [&](const auto &error) { refused = error; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    const auto *model = part<QTableView>("activity")->model();
    QCOMPARE(model->index(0, int(ActivityModel::Column::What)).data().toString(), u"Force stop"_s);
    QCOMPARE(model->index(0, int(ActivityModel::Column::Outcome)).data().toString(), u"Refused"_s);
    QCOMPARE(model->index(0, int(ActivityModel::Column::Who)).data().toString(), ui::systemUser());
    QVERIFY(model->index(0, int(ActivityModel::Column::Reason)).data().toString().contains(u"not known"_s));
    QCOMPARE(log().activities().constLast().reason, u"paid by hand"_s);
}

void TestActivityPage::howMuchStandsApartFromWhy()
{
    Activity sent = activity(1, ActivityVerb::SendTransfers);
    sent.detail = u"count=40 amount=1200.00"_s;
    sent.reason.clear();
    Activity stopped = activity(2, ActivityVerb::ForceStop);
    stopped.detail.clear();
    stopped.reason = u"paid by hand"_s;
    ActivityModel model;
    model.show({sent, stopped}, {});
    const auto cell = [&](int row, ActivityModel::Column column) {
        return model.index(row, int(column)).data().toString();
    };
    QVERIFY2(cell(1, ActivityModel::Column::Detail).contains(u"of 1,200.00 each"_s),
             qPrintable(cell(1, ActivityModel::Column::Detail)));
    QCOMPARE(cell(1, ActivityModel::Column::Reason), QString());
    QCOMPARE(cell(0, ActivityModel::Column::Detail), QString());
    QCOMPARE(cell(0, ActivityModel::Column::Reason), u"paid by hand"_s);
}

void TestActivityPage::aScenariosRunReadsInWords()
{
    Activity run = activity(1, ActivityVerb::PlayScenario);
    run.detail = u"pace=slow faults=sender:participant.before-submit=crash|crash:receiver"_s;
    QCOMPARE(ui::detailWords(run), u"slow · sender:participant.before-submit=crash|crash:receiver"_s);
    run.detail = u"pace=quick"_s;
    QCOMPARE(ui::detailWords(run), u"quick"_s);
    run.verb = ActivityVerb::ScenarioEnded;
    const std::pair<QString, QString> verdicts[] = {
        {u"verdict=holds took_ms=2500"_s, u"holds, after 2.5 s"_s},
        {u"verdict=broken took_ms=2500 step=3 faults=crash:receiver"_s, u"broken at step 3, after 2.5 s"_s},
        {u"verdict=stopped took_ms=900 step=1"_s, u"stopped at step 1, after 900 ms"_s}};
    for (const auto &[detail, words] : verdicts) {
        run.detail = detail;
        QCOMPARE(ui::detailWords(run), words);
    }
    const QByteArray csv = ui::activitiesAsCsv({run});
    QVERIFY2(csv.contains("\"scenario_ended\",\"gid-1\",\"verdict=stopped took_ms=900 step=1\""), csv);
}

void TestActivityPage::detailsThatAreOfNoKnownFormStay()
{
    Activity odd = activity(1, ActivityVerb::SendTransfers);
    for (const QString &detail : {u"count=x amount=y"_s, u"many"_s, u"=3"_s, QString()}) {
        odd.detail = detail;
        QCOMPARE(ui::detailWords(odd), detail);
    }
    odd.verb = ActivityVerb::SetEngineLimits;
    odd.detail = u"retry_cap_s=600 stalled_after=10"_s;
    QCOMPARE(ui::detailWords(odd), u"longest wait 600 s, stalled after 10 failures"_s);
}

void TestActivityPage::enterOpensTheMessage()
{
    log().note(ActivityVerb::Abort, u"g1"_s, {}, {});
    QSignalSpy opened(m_page.get(), &ui::ActivityPage::openMessage);
    auto *table = part<QTableView>("activity");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toByteArray(), "g1"_ba);
    table->setCurrentIndex(table->model()->index(1, 0)); // the engine's start is about no message
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void TestActivityPage::whatIsShownIsExported()
{
    log().note(ActivityVerb::Abort, u"g1"_s, {}, {});
    log().note(ActivityVerb::RetryNow, u"g2"_s, {}, {});
    part<widgets::TabStrip>("activityKinds")->setCurrent(u"actions"_s);
    const QString path = m_dir->filePath(u"out.json"_s);
    QVERIFY(m_page->exportTo(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray written = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(written.size(), 2);
    QCOMPARE(written.at(0)[u"object"].toString(), u"g1"_s);
    QVERIFY(m_page->exportTo(m_dir->filePath(u"out.csv"_s)).ok());
}

void TestActivityPage::anExportThatFailsSaysWhy()
{
    const core::Status written = m_page->exportTo(m_dir->filePath(u"no/such/folder.csv"_s));
    QVERIFY(!written.ok());
    QVERIFY(written.error().detail.contains("folder.csv"_L1));
}

void TestActivityPage::aFilterThatHidesAllCanBeCleared()
{
    QTest::keyClicks(part<QLineEdit>("activitySearch"), u"nothing at all"_s);
    QCOMPARE(rows(), 0);
    auto *empty = part<widgets::EmptyState>("activityEmpty");
    QCOMPARE(int(empty->face()), int(widgets::EmptyState::Face::FilteredOut));
    QVERIFY(!part<QPushButton>("activityExport")->isEnabled());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(rows() > 0);
}

void TestActivityPage::theRecordOutlivesTheSession()
{
    log().note(ActivityVerb::Abort, u"g1"_s, u"twice"_s, {});
    m_page.reset();
    restartSession();
    openPage({1200, 700}, m_theme);
    const auto *model = part<QTableView>("activity")->model();
    QCOMPARE(model->index(0, int(ActivityModel::Column::What)).data().toString(), u"Engine started"_s);
    QCOMPARE(model->index(1, int(ActivityModel::Column::What)).data().toString(), u"Engine drained"_s);
    QCOMPARE(model->index(2, int(ActivityModel::Column::Object)).data().toString(), u"g1"_s);
}

void TestActivityPage::aRowIsCopied()
{
    log().note(ActivityVerb::Abort, u"g1"_s, u"because"_s, {});
    auto *table = part<QTableView>("activity");
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains("g1\tbecause"_L1));
}

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
