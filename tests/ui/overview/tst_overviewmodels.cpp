// SPDX-License-Identifier: GPL-3.0-or-later
// What the Overview says and lists, without a page.
#include "ui/overview/alertwords.h"
#include "ui/overview/charttablemodel.h"
#include "ui/overview/errorgroupscard.h"
#include "ui/overview/errorgroupsmodel.h"
#include "ui/overview/figures.h"
#include "ui/overview/truth.h"
#include "ui/theme/theme.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using core::Millis;
using core::Money;
using core::engine::CallFailure;
using core::engine::CallFailures;
using ui::ErrorGroupsModel;
using ui::FlowRange;
using ui::Truth;
using ui::TruthFacts;

namespace {

constexpr core::TimePoint start{Millis(1'700'000'000'000)};

TruthFacts goodFacts()
{
    TruthFacts facts;
    facts.counts = core::store::Counts{.total = 41'318, .retrying = 14, .stalled = 1};
    facts.totals = {.a = Money::fromCents(900'000),
                    .b = Money::fromCents(90'000),
                    .inFlight = Money::fromCents(10'000),
                    .expected = Money::fromCents(1'000'000),
                    .known = true};
    facts.sinceRead = Millis(2100);
    return facts;
}

QList<CallFailure> groupsOf(const QList<QByteArray> &texts, core::TimePoint at = start)
{
    CallFailures failures;
    for (const QByteArray &text : texts)
        failures.note({"POST", "http://bank-b.example/api/in", false},
                      {.verdict = core::message::Verdict::Unknown, .httpStatus = 500, .error = text}, at);
    return failures.groups(start);
}

} // namespace

class TestOverviewModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theTruthIsGoodOnlyWhereAllIsKnown();
    void whatAPersonStoppedIsNamed();
    void missingMoneyIsBad();
    void tooMuchMoneyIsBad();
    void whatIsNotKnownIsNotGood_data();
    void whatIsNotKnownIsNotGood();

    void ratesAndTimesReadShort();
    void agesReadLikeClocks();

    void groupsAreRowsWithTheirCourse();
    void groupsOutOfRangeAreNotShown();
    void theSameGroupsKeepTheirRows();
    void messagesWaitBecauseOfTheGroupTheyAreMostLike();
    void groupsAreSortedAndTheChosenOneStaysChosen();
    void aGroupFiltersByItsUrl();

    void aChartIsATableToo();
    void everyAlertHasWords();
};

void TestOverviewModels::whatAPersonStoppedIsNamed()
{
    TruthFacts facts = goodFacts();
    QVERIFY(!ui::truthOf(facts).detail.contains(u"stopped by a person"_s));
    facts.overridden = {"01M2FS12WRT7BREJ1E706AKRSM", "b", "c", "d", "e"};
    const Truth truth = ui::truthOf(facts);
    QVERIFY2(truth.detail.endsWith(u"stopped by a person: …706AKRSM, b, c, 2 more"_s), qPrintable(truth.detail));
}

void TestOverviewModels::theTruthIsGoodOnlyWhereAllIsKnown()
{
    const Truth truth = ui::truthOf(goodFacts());
    QCOMPARE(truth.tone, Truth::Tone::Good);
    QVERIFY2(truth.sentence.startsWith(u"All money accounted for: 41,318 transfer"_s), qPrintable(truth.sentence));
    QVERIFY(truth.sentence.contains(u"14 retrying, 1 stalled"_s));
    QCOMPARE(
        truth.detail,
        u"Total 10,000.00 = balances 9,900.00 + in flight 100.00\u00a0· missing\u00a00.00\u00a0· checked\u00a02\u00a0s\u00a0ago"_s);
}

void TestOverviewModels::missingMoneyIsBad()
{
    TruthFacts facts = goodFacts();
    facts.totals.a = Money::fromCents(897'000);
    const Truth truth = ui::truthOf(facts);
    QCOMPARE(truth.tone, Truth::Tone::Bad);
    QCOMPARE(truth.sentence, u"Money is missing: 30.00."_s);
    QVERIFY(truth.detail.contains(u"missing\u00a030.00"_s));
}

void TestOverviewModels::tooMuchMoneyIsBad()
{
    TruthFacts facts = goodFacts();
    facts.totals.b = Money::fromCents(93'000);
    QCOMPARE(ui::truthOf(facts).sentence, u"There is too much money: 30.00."_s);
    QVERIFY(ui::truthOf(facts).detail.contains(u"too\u00a0much\u00a030.00"_s));
}

void TestOverviewModels::whatIsNotKnownIsNotGood_data()
{
    QTest::addColumn<TruthFacts>("facts");
    QTest::addColumn<QString>("detail");
    TruthFacts facts = goodFacts();
    facts.counts.reset();
    QTest::newRow("store not read yet") << facts << u"being read"_s;
    facts = goodFacts();
    facts.totals.known = false;
    QTest::newRow("banks not read yet") << facts << u"being read"_s;
    facts = goodFacts();
    facts.storeProblem = u"the disk is gone"_s;
    QTest::newRow("store away") << facts << facts.storeProblem;
    facts = goodFacts();
    facts.bankProblem = u"login refused"_s;
    QTest::newRow("bank away") << facts << facts.bankProblem;
    facts = goodFacts();
    facts.totals.isPair = false;
    QTest::newRow("no pair") << facts << u"being read"_s;
}

void TestOverviewModels::whatIsNotKnownIsNotGood()
{
    QFETCH(TruthFacts, facts);
    QFETCH(QString, detail);
    const Truth truth = ui::truthOf(facts);
    QCOMPARE(truth.tone, Truth::Tone::Unknown);
    QVERIFY(truth.sentence.startsWith(u"Not known"_s));
    QVERIFY(truth.detail.contains(detail));
}

void TestOverviewModels::ratesAndTimesReadShort()
{
    QCOMPARE(ui::rateText(46.23), u"46.2"_s);
    QCOMPARE(ui::rateText(1204.4), u"1,204"_s);
    QCOMPARE(ui::rateText(0), u"0.0"_s);
    QCOMPARE(ui::durationText(8.42), u"8.4 ms"_s);
    QCOMPARE(ui::durationText(61.4), u"61 ms"_s);
    QCOMPARE(ui::durationText(1234), u"1.2 s"_s);
    QCOMPARE(ui::durationFigure(std::nullopt).value, u"–"_s);
    QCOMPARE(ui::countText(std::nullopt), u"–"_s);
    QCOMPARE(ui::countText(1200), u"1,200"_s);
}

void TestOverviewModels::agesReadLikeClocks()
{
    QCOMPARE(ui::ageFigure(std::nullopt).value, u"–"_s);
    QCOMPARE(ui::ageFigure(Millis(12'400)).value, u"12"_s);
    QCOMPARE(ui::ageFigure(Millis(2'466'000)).value, u"41:06"_s);
    QCOMPARE(ui::ageFigure(std::chrono::hours(5)).value, u"5"_s);
    QCOMPARE(ui::ageFigure(std::chrono::hours(5)).unit, u"h"_s);
}

void TestOverviewModels::groupsAreRowsWithTheirCourse()
{
    using Column = ErrorGroupsModel::Column;
    ErrorGroupsModel model;
    QAbstractItemModelTester tester(&model);
    model.show(groupsOf({"deadlock", "deadlock"}), FlowRange::FiveMinutes);
    QCOMPARE(model.rowCount(), 1);
    const auto at = [&](Column column, int role = Qt::DisplayRole) { return model.index(0, int(column)).data(role); };
    QCOMPARE(at(Column::Status).toString(), u"500"_s);
    QCOMPARE(at(Column::Call).toString(), u"POST bank-b.example/api/in"_s);
    QCOMPARE(at(Column::Answer).toString(), u"deadlock"_s);
    QCOMPARE(at(Column::Count).toString(), u"2"_s);
    QCOMPARE(at(Column::Verdict, widgets::VerdictRole).value<theme::Verdict>(), theme::Verdict::Unknown);
    QCOMPARE(at(Column::Last, widgets::TimeRole).value<core::TimePoint>(), start);
    QCOMPARE(at(Column::Course, ErrorGroupsModel::CourseRole).value<QList<int>>().last(), 2);
    for (int column = 0; column < ErrorGroupsModel::columns; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestOverviewModels::groupsOutOfRangeAreNotShown()
{
    const auto groups = groupsOf({"deadlock"}, start - std::chrono::minutes(20));
    ErrorGroupsModel model;
    model.show(groups, FlowRange::FiveMinutes);
    QCOMPARE(model.rowCount(), 0);
    model.show(groups, FlowRange::Hour);
    QCOMPARE(model.rowCount(), 1);
    model.show(groups, FlowRange::Day);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.group(model.index(5, 0)));
}

void TestOverviewModels::theSameGroupsKeepTheirRows()
{
    ErrorGroupsModel model;
    model.show(groupsOf({"deadlock"}), FlowRange::Hour);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex chosen = model.index(0, 0);
    model.show(groupsOf({"deadlock", "deadlock"}), FlowRange::Hour);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    model.show(groupsOf({"disk full", "deadlock"}), FlowRange::Hour);
    QCOMPARE(reset.count(), 0);
    QVERIFY(chosen.isValid());
    QCOMPARE(model.group(chosen)->text, QByteArray("deadlock"));
}

void TestOverviewModels::messagesWaitBecauseOfTheGroupTheyAreMostLike()
{
    const auto retrying = [](const QByteArray &url, int status, const QByteArray &error) {
        core::store::Summary message;
        message.awaitedUrl = url;
        message.lastVerdict = core::message::Verdict::Unknown;
        message.lastHttpStatus = status;
        message.lastError = error;
        return message;
    };
    const auto groups = groupsOf({"disk full", "deadlock 12345"});
    const QByteArray url = "http://bank-b.example/api/in?gid=1";
    const qsizetype deadlock = groups.at(0).text.startsWith("deadlock") ? 0 : 1;
    const auto waitingAt = [&](qsizetype group, const QList<core::store::Summary> &messages) {
        return ui::waitingBecauseOf(groups, messages).at(group);
    };
    QCOMPARE(waitingAt(deadlock, {retrying(url, 500, "deadlock 99999")}), 1);
    QCOMPARE(waitingAt(1 - deadlock, {retrying(url, 500, "disk full"), retrying(url, 500, "disk full")}), 2);
    QCOMPARE(waitingAt(deadlock, {retrying(url, 500, "disk full")}), 0); // counted once
    QCOMPARE(waitingAt(0, {retrying(url, 0, "its host is held back")}), 1); // by its URL alone: the latest
    for (const qsizetype group : {0, 1})
        QCOMPARE(waitingAt(group, {retrying("http://bank-c.example/api/in", 500, "deadlock 1")}), 0);

    ErrorGroupsModel model;
    model.show(groups, FlowRange::Hour, {retrying(url, 500, "disk full"), retrying(url, 500, "disk full")});
    const auto waiting = [&](int row) {
        return model.index(row, int(ErrorGroupsModel::Column::Waiting)).data().toString();
    };
    const int row = int(1 - deadlock);
    QCOMPARE(waiting(row), u"2"_s);
    QCOMPARE(waiting(1 - row), u"–"_s);
    model.show(groups, FlowRange::Hour, {retrying(url, 500, "disk full")}, true);
    QCOMPARE(waiting(row), u"1+"_s);
}

void TestOverviewModels::groupsAreSortedAndTheChosenOneStaysChosen()
{
    using Column = ErrorGroupsModel::Column;
    ErrorGroupsModel model;
    QAbstractItemModelTester tester(&model);
    core::store::Summary message;
    message.awaitedUrl = "http://bank-b.example/api/in";
    message.lastVerdict = core::message::Verdict::Unknown;
    message.lastHttpStatus = 500;
    message.lastError = "b";
    model.show(groupsOf({"a", "a", "b", "c", "c", "c"}), FlowRange::Hour, {message});
    const auto answers = [&] {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, int(Column::Answer)).data().toString();
        return texts.join(u' ');
    };
    model.sort(int(Column::Answer), Qt::AscendingOrder);
    QCOMPARE(answers(), u"a b c"_s);
    const QPersistentModelIndex chosen = model.index(1, 0);
    model.sort(int(Column::Count), Qt::DescendingOrder);
    QCOMPARE(answers(), u"c a b"_s);
    QCOMPARE(model.group(chosen)->text, QByteArray("b"));
    model.sort(int(Column::Waiting), Qt::DescendingOrder);
    QVERIFY(answers().startsWith(u"b"_s));
    QCOMPARE(chosen.row(), 0);
    model.show(groupsOf({"c", "c", "b"}), FlowRange::Hour, {message}); // one is gone; the order is kept
    QCOMPARE(answers(), u"b c"_s);
    QCOMPARE(model.group(chosen)->text, QByteArray("b"));
}

void TestOverviewModels::aGroupFiltersByItsUrl()
{
    QCOMPARE(ui::ErrorGroupsCard::filterFor(groupsOf({"deadlock"}).constFirst()), u"url~\"bank-b.example/api/in\""_s);
}

void TestOverviewModels::aChartIsATableToo()
{
    theme::Theme theme(*qApp);
    widgets::TimePlot plot(theme, widgets::TimePlot::Scale::Linear);
    ui::ChartTableModel model(plot);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    plot.setSeries({{u"failed"_s, &theme::Tokens::accent}});
    plot.setSamples({{start, {1}}, {start + Millis(1000), {std::numeric_limits<double>::quiet_NaN()}}}, start,
                    start + Millis(1000));
    model.refresh();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"failed"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"22:13:21"_s); // the newest first
    QCOMPARE(model.index(0, 1).data().toString(), u"–"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"1.0"_s);
}

void TestOverviewModels::everyAlertHasWords()
{
    for (const ui::AlertKind kind : ui::alertKinds) {
        const auto words = ui::alertWords({.kind = kind, .value = 3000, .limit = 1, .detail = u"disk full"_s});
        QVERIFY(!words.title.isEmpty());
        QVERIFY(!words.text.isEmpty());
    }
    QVERIFY(ui::alertWords({.kind = ui::AlertKind::MoneyWrong, .value = -3000}).title.contains(u"too much"_s));
}

QTEST_MAIN(TestOverviewModels)
#include "tst_overviewmodels.moc"
