// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/casefile/casesamples.h"
#include "tests/ui/moments/recordingsamples.h"
#include "ui/moments/casemoments.h"
#include "ui/moments/recordingmoments.h"
#include "ui/moments/recordingsequence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;
using core::faults::Part;
using ui::MomentKind;
using ui::Moments;
using ui::Side;

namespace {

qsizetype firstOf(const Moments &moments, MomentKind kind)
{
    for (qsizetype i = 0; i < moments.all.size(); ++i) {
        if (moments.all.at(i).kind == kind)
            return i;
    }
    return -1;
}

qsizetype withText(const Moments &moments, const QString &part)
{
    for (qsizetype i = 0; i < moments.all.size(); ++i) {
        if (moments.all.at(i).text.contains(part))
            return i;
    }
    return -1;
}

QString cents(Money amount)
{
    return QString::fromLatin1(amount.toText());
}

} // namespace

class TestMoments final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void ofNoMomentsThereIsNothing();
    void theIndexIsBounded();
    void aChangeIsToldAtItsMomentOnly();
    void theTotalNeverChanges_data();
    void theTotalNeverChanges();
    void timeFindsItsMoment();
    void aSceneEndsWithItsLastMoment();

    void aRecordingTellsItsEvents();
    void aRecordingKnowsWhoseMoneyItIs();
    void aRecordingTellsWhoIsDown();
    void captionsAreInTheScreensLanguage();
    void theSequenceGrowsWithTheMoments();
    void aFaultIsMarkedWhereItStrikes_data();
    void aFaultIsMarkedWhereItStrikes();
    void accountsThatAreHeldAreMarked();
    void severalMessagesAreNamed();

    void aCaseEndsAsItWasRead();
    void aCasesBalancesAreCountedBack();
    void aCasesMoneyIsThatOfThePairsNames();
    void aCaseTellsWhatPeopleDid();
    void aCaseWithoutBanksTellsItsStates();
    void aRowThatNoStepToldIsThereAtTheEnd();
    void anUnfinishedCaseEndsWhereItStands();
};

void TestMoments::initTestCase()
{
    QLocale::setDefault(QLocale(u"en"_s));
}

void TestMoments::init()
{
    QLocale::setDefault(QLocale(u"en"_s));
}

void TestMoments::ofNoMomentsThereIsNothing()
{
    const Moments none;
    QVERIFY(ui::stateAt(none, 0).balances.isEmpty());
    QCOMPARE(ui::momentAt(none, 5s), -1);
    QCOMPARE(ui::lastOfScene(none, 0), -1);
}

void TestMoments::theIndexIsBounded()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    QCOMPARE(ui::stateAt(moments, -5).text, moments.all.constFirst().text);
    QCOMPARE(ui::stateAt(moments, 5000).text, moments.all.constLast().text);
    QVERIFY(!ui::stateAt(moments, -5).text.isEmpty());
}

void TestMoments::aChangeIsToldAtItsMomentOnly()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    const qsizetype commit = firstOf(moments, MomentKind::Money);
    QVERIFY(commit > 0);
    const ui::StateThen before = ui::stateAt(moments, commit - 1);
    const ui::StateThen then = ui::stateAt(moments, commit);
    const ui::StateThen after = ui::stateAt(moments, commit + 1);
    QCOMPARE(cents(before.balances.at(0).account.balance), u"10000.00"_s);
    QCOMPARE(cents(before.balances.at(0).change), u"0.00"_s);
    QCOMPARE(cents(then.balances.at(0).account.balance), u"9970.00"_s);
    QCOMPARE(cents(then.balances.at(0).change), u"-30.00"_s);
    QCOMPARE(cents(then.balances.at(1).change), u"0.00"_s);
    QCOMPARE(cents(after.balances.at(0).account.balance), u"9970.00"_s);
    QCOMPARE(cents(after.balances.at(0).change), u"0.00"_s);
    QVERIFY(before.rows.isEmpty());
    QCOMPARE(then.rows.size(), 1);
    QVERIFY(then.rows.at(0).isNew && then.rows.at(0).row.side == Side::Sender && !then.rows.at(0).row.isFence());
    QVERIFY(!after.rows.at(0).isNew);
    QCOMPARE(cents(then.inFlight), u"30.00"_s);
}

void TestMoments::theTotalNeverChanges_data()
{
    QTest::addColumn<bool>("isCase");
    QTest::newRow("recording") << false;
    QTest::newRow("case") << true;
}

void TestMoments::theTotalNeverChanges()
{
    QFETCH(bool, isCase);
    const Moments moments = isCase ? ui::momentsOf(test::sampleCase()) : ui::momentsOf(test::crashAfterCommit());
    QVERIFY(moments.all.size() > 5);
    for (qsizetype i = 0; i < moments.all.size(); ++i)
        QCOMPARE(cents(ui::stateAt(moments, i).total), u"20000.00"_s);
}

void TestMoments::timeFindsItsMoment()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    QCOMPARE(ui::momentAt(moments, -1s), 0);
    QCOMPARE(ui::momentAt(moments, 1h), moments.all.size() - 1);
    const qsizetype middle = moments.all.size() / 2;
    const qsizetype found = ui::momentAt(moments, moments.all.at(middle).at);
    QVERIFY(found >= middle && moments.all.at(found).at == moments.all.at(middle).at);
}

void TestMoments::aSceneEndsWithItsLastMoment()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    const qsizetype last = ui::lastOfScene(moments, 0);
    QVERIFY(last > 0);
    QCOMPARE(moments.all.at(last).scene, 0);
    QCOMPARE(moments.all.at(last + 1).scene, 1);
    QCOMPARE(ui::lastOfScene(moments, 2), moments.all.size() - 1);
    QCOMPARE(ui::lastOfScene(moments, 3), -1);
}

void TestMoments::aRecordingTellsItsEvents()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    QCOMPARE(moments.title, u"The sender dies after its commit"_s);
    QVERIFY(withText(moments, u"Sender → Coordinator: prepare"_s) > 0);
    QVERIFY(withText(moments, u"The sender's bank commits −30.00"_s) > 0);
    QVERIFY(withText(moments, u"A fault strikes: participant.before-submit, crash"_s) > 0);
    QVERIFY(withText(moments, u"Sender: the program crashes"_s) > 0);
    QVERIFY(withText(moments, u"Whoever asked for the transfer gets no answer"_s) > 0);
    QVERIFY(withText(moments, u"Sender: the program runs again"_s) > 0);
    QVERIFY(withText(moments, u"Sender → Coordinator: checkback answered 200 SUCCESS"_s) > 0);
    QVERIFY(withText(moments, u"The message is now: Succeed"_s) > 0);
    QVERIFY(moments.all.constLast().kind == MomentKind::End);
    QCOMPARE(moments.holds, std::optional(true));
    for (const ui::Moment &moment : moments.all)
        QVERIFY(!moment.text.isEmpty());
}

void TestMoments::aRecordingKnowsWhoseMoneyItIs()
{
    const ui::MoneyWay way = ui::momentsOf(test::crashAfterCommit()).way;
    QCOMPARE(way.from, 1);
    QCOMPARE(way.to, 2);
    QCOMPARE(cents(way.amount.value_or(Money())), u"30.00"_s);
    QCOMPARE(way.gid, "crash-after-commit-m1-1"_ba);
}

void TestMoments::aRecordingTellsWhoIsDown()
{
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    const qsizetype crash = withText(moments, u"the program crashes"_s);
    QVERIFY(!moments.all.at(crash - 1).isSenderDown);
    QVERIFY(moments.all.at(crash).isSenderDown);
    QVERIFY(!moments.all.at(crash).isCoordinatorDown && !moments.all.at(crash).isReceiverDown);
    QVERIFY(!moments.all.at(withText(moments, u"runs again"_s)).isSenderDown);
}

void TestMoments::captionsAreInTheScreensLanguage()
{
    QCOMPARE(ui::momentsOf(test::crashAfterCommit()).captions.constLast(), u"The money has arrived once."_s);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    const Moments moments = ui::momentsOf(test::crashAfterCommit());
    QCOMPARE(moments.title, u"提交之后崩溃"_s);
    QCOMPARE(moments.captions.constLast(), u"钱到账一次。"_s);
    QCOMPARE(ui::stateAt(moments, moments.all.size() - 1).caption, u"钱到账一次。"_s);
}

void TestMoments::theSequenceGrowsWithTheMoments()
{
    const core::faults::Recording recording = test::crashAfterCommit();
    const ui::RecordedSequence told = ui::recordedSequence(recording);
    QCOMPARE(told.stepsBy.size(), recording.moments.size());
    QVERIFY(std::is_sorted(told.stepsBy.begin(), told.stepsBy.end()));
    QCOMPARE(told.stepsBy.constLast(), told.sequence.steps.size());
    using Kind = diagram::Step::Kind;
    const auto count = [&](Kind kind) {
        return std::count_if(told.sequence.steps.begin(), told.sequence.steps.end(),
                             [kind](const diagram::Step &step) { return step.kind == kind; });
    };
    QCOMPARE(count(Kind::Crash), 1);
    QCOMPARE(count(Kind::Start), 1); // of the sender, after its crash
    QCOMPARE(count(Kind::Strike), 0); // a crash shows by the end of its program
    QCOMPARE(count(Kind::State), 3);
    QCOMPARE(count(Kind::Gap), 1); // until the checkback
    QSet<QByteArray> ids;
    for (const diagram::Step &step : told.sequence.steps)
        ids.insert(step.id);
    QCOMPARE(ids.size(), told.sequence.steps.size());
}

void TestMoments::aFaultIsMarkedWhereItStrikes_data()
{
    using core::FaultMode;
    QTest::addColumn<int>("part");
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("lane");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *point, Part part, FaultMode mode, diagram::Lane lane, const QString &word) {
        QTest::newRow(point) << int(part) << QByteArray(point) << int(mode) << int(lane) << word;
    };
    row("participant.before-submit", Part::Sender, FaultMode::Fail, diagram::Lane::Sender, u"submit lost"_s);
    row("claim.before", Part::Coordinator, FaultMode::Fail, diagram::Lane::Coordinator, u"left out"_s);
    row("participant.before-commit", Part::Receiver, FaultMode::Delay, diagram::Lane::Receiver, u"held up"_s);
    row("branch.after-answer", Part::SecondCoordinator, FaultMode::Drop, diagram::Lane::Coordinator, u"answer lost"_s);
    row("branch.before-connect", Part::Coordinator, FaultMode::Duplicate, diagram::Lane::Coordinator, u"sent twice"_s);
}

void TestMoments::aFaultIsMarkedWhereItStrikes()
{
    QFETCH(int, part);
    QFETCH(QByteArray, point);
    QFETCH(int, mode);
    test::RecordingWriter story;
    story.scene(u"It strikes."_s, u"故障。"_s);
    story.add(core::faults::Struck{Part(part), point, core::FaultMode(mode)});
    const QList<diagram::Step> steps = ui::recordedSequence(story.recording()).sequence.steps;
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().kind, diagram::Step::Kind::Strike);
    QTEST(int(steps.first().from), "lane");
    QTEST(steps.first().label, "word");
    QVERIFY(steps.first().detail.startsWith(QString::fromLatin1(point)));
}

void TestMoments::accountsThatAreHeldAreMarked()
{
    test::RecordingWriter story;
    story.scene(u"Somebody holds them."_s, u"被占用。"_s);
    for (const QByteArray &text : {"pause receiver"_ba, "wait for 1s"_ba, "resume receiver"_ba}) {
        story.now().text = text;
        story.add(core::faults::StepBegun());
    }
    const QList<diagram::Step> steps = ui::recordedSequence(story.recording()).sequence.steps;
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(0).kind, diagram::Step::Kind::Strike);
    QCOMPARE(steps.at(1).kind, diagram::Step::Kind::Start);
    QVERIFY(steps.at(0).from == diagram::Lane::ReceiverDb && steps.at(1).from == diagram::Lane::ReceiverDb);
}

void TestMoments::severalMessagesAreNamed()
{
    core::faults::Recording recording = test::crashAfterCommit();
    recording.gids.insert("a2", "crash-after-commit-a2-1");
    const Moments moments = ui::momentsOf(recording);
    QCOMPARE(moments.all.constLast().faces.size(), 2);
    QCOMPARE(moments.all.constLast().faces.at(0).name, u"a2"_s);
    QVERIFY(!moments.all.constLast().faces.at(0).state);
    QVERIFY(moments.all.constLast().faces.at(1).state == theme::State::Succeed);
}

void TestMoments::aCaseEndsAsItWasRead()
{
    const core::casefile::Case about = test::sampleCase();
    const Moments moments = ui::momentsOf(about);
    const ui::StateThen end = ui::stateAt(moments, moments.all.size() - 1);
    QCOMPARE(end.balances.size(), 2);
    QVERIFY(end.balances.at(0).account.balance == about.banks.at(0).accounts.at(0).balance);
    QVERIFY(end.balances.at(1).account.balance == about.banks.at(1).accounts.at(0).balance);
    QCOMPARE(end.rows.size(), 2);
    QVERIFY(end.faces.at(0).face.state == theme::State::Succeed);
    QVERIFY(end.inFlight == Money());
    QCOMPARE(end.steps, moments.sequence.steps.size());
}

void TestMoments::aCasesBalancesAreCountedBack()
{
    const Moments moments = ui::momentsOf(test::sampleCase());
    const ui::StateThen start = ui::stateAt(moments, 0);
    QCOMPARE(cents(start.balances.at(0).account.balance), u"10000.00"_s);
    QCOMPARE(cents(start.balances.at(1).account.balance), u"10000.00"_s);
    QVERIFY(start.rows.isEmpty());
    QVERIFY(start.faces.at(0).face.state == theme::State::Prepared);
    const qsizetype debit = firstOf(moments, MomentKind::Money);
    QCOMPARE(cents(ui::stateAt(moments, debit).inFlight), u"30.00"_s);
    QCOMPARE(ui::stateAt(moments, debit).rows.at(0).row.effect, u"user 1 −30.00"_s);
    QVERIFY(!moments.note.isEmpty());
}

void TestMoments::aCasesMoneyIsThatOfThePairsNames()
{
    core::casefile::Case about = test::sampleCase();
    auto content = std::make_shared<core::message::Content>(*about.message.content);
    content->steps.first().payload = R"({"sum":12.50,"payer":7,"payee":8})";
    about.message.content = content;
    QVERIFY(!ui::momentsOf(about).way.amount);
    const ui::PayloadFields own{.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
    const ui::MoneyWay way = ui::momentsOf(about, {{}, own}).way;
    QCOMPARE(way.amount.value(), core::Money::fromCents(1250));
    QCOMPARE(way.from, 7);
    QCOMPARE(way.to, 8);
}

void TestMoments::aCaseTellsWhatPeopleDid()
{
    const Moments moments = ui::momentsOf(test::sampleCase());
    const qsizetype retry = firstOf(moments, MomentKind::Person);
    QVERIFY(retry > 0);
    QVERIFY(moments.all.at(retry).text.contains("anna"_L1));
    QVERIFY(moments.all.at(retry).at == 2390ms);
    QVERIFY(moments.all.at(retry - 1).at > 1s && moments.all.at(retry - 1).at < 2390ms);
    QVERIFY(moments.all.at(retry + 1).at >= moments.all.at(retry).at);
    QVERIFY(std::is_sorted(moments.all.begin(), moments.all.end(),
                           [](const ui::Moment &a, const ui::Moment &b) { return a.at < b.at; }));
}

void TestMoments::aCaseWithoutBanksTellsItsStates()
{
    core::casefile::Case about = test::sampleCase();
    about.banks.clear();
    const Moments moments = ui::momentsOf(about);
    const ui::StateThen end = ui::stateAt(moments, moments.all.size() - 1);
    QVERIFY(end.balances.isEmpty() && end.rows.isEmpty());
    QVERIFY(end.faces.at(0).face.state == theme::State::Succeed);
    QVERIFY(firstOf(moments, MomentKind::Money) < 0);
}

void TestMoments::aRowThatNoStepToldIsThereAtTheEnd()
{
    core::casefile::Case about = test::sampleCase();
    about.attempts.removeLast();
    about.attempts.removeLast(); // the deliveries are not known
    about.message.branchDone = {false};
    about.message.state = core::message::State::Submitted;
    about.message.finishedAt.reset();
    about.message.dueAt = about.message.createdAt + 1h;
    const Moments moments = ui::momentsOf(about);
    QCOMPARE(ui::stateAt(moments, moments.all.size() - 1).rows.size(), 2);
    QVERIFY(moments.all.constLast().text.contains("what they keep"_L1));
}

void TestMoments::anUnfinishedCaseEndsWhereItStands()
{
    core::casefile::Case about = test::sampleCase();
    about.message.state = core::message::State::Submitted;
    about.message.branchDone = {false};
    about.attempts.removeLast();
    about.banks[1].barrierRows.clear();
    about.message.finishedAt.reset();
    about.message.dueAt = about.savedAt + 8s;
    about.message.failuresInRow = 1;
    const Moments moments = ui::momentsOf(about);
    const ui::StateThen end = ui::stateAt(moments, moments.all.size() - 1);
    QVERIFY(end.steps < moments.sequence.steps.size()); // what is awaited has not happened
    QCOMPARE(cents(end.inFlight), u"30.00"_s);
    QVERIFY(end.faces.at(0).face.state == theme::State::Retrying);
}

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
