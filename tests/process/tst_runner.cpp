// SPDX-License-Identifier: Apache-2.0
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"
#include "core/faults/scenarioparser.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace core;
using namespace core::faults;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");

/// A story that is played on a thread of its own while the test gives orders and looks at what is recorded.
class Play final
{
public:
    explicit Play(const Scenario &scenario, int pace = RunnerOptions::paceQuick) : m_recording(newRecording(scenario))
    {
        m_runner = std::unique_ptr<QThread>(QThread::create([this, scenario, pace] {
            Runner runner({.stage = {.program = program},
                           .pace = pace,
                           .watch = [this](const Moment &moment) { take(moment); },
                           .paused = [this](bool paused) { m_standsStill = paused; },
                           .control = &control});
            m_outcome = runner.run(scenario);
        }));
    }
    ~Play()
    {
        control.stop();
        m_runner->wait();
    }

    void begin() { m_runner->start(); }
    bool ends(std::chrono::milliseconds within) { return m_runner->wait(QDeadlineTimer(within)); }
    bool standsStill() const { return m_standsStill; }
    const Outcome &outcome() const { return m_outcome; } ///< once it has ended
    Recording recording()
    {
        const std::lock_guard lock(m_mutex);
        return m_recording;
    }
    Moment last() { return recording().moments.isEmpty() ? Moment() : recording().moments.last(); }

    RunControl control;

private:
    void take(const Moment &moment)
    {
        const std::lock_guard lock(m_mutex);
        m_recording.moments.append(moment);
    }

    std::mutex m_mutex;
    Recording m_recording;
    Outcome m_outcome;
    std::atomic<bool> m_standsStill = false;
    std::unique_ptr<QThread> m_runner;
};

Scenario story(const char *name)
{
    const auto scenario = loadScenario(QLatin1String(name));
    return scenario.ok() ? *scenario : Scenario();
}

/// The happenings of one kind, in their order.
template<typename T> QList<std::pair<Moment, T>> all(const Recording &recording)
{
    QList<std::pair<Moment, T>> found;
    for (const Moment &moment : recording.moments) {
        if (const auto *one = std::get_if<T>(&moment.what))
            found.append({moment, *one});
    }
    return found;
}

/// "prepare>", "prepare<SUCCESS", "debit", "submitted", … of a run, in their order.
QByteArrayList plotOf(const Recording &recording)
{
    QByteArrayList plot;
    for (const Moment &moment : recording.moments) {
        if (const auto *asked = std::get_if<Asked>(&moment.what))
            plot.append(requestName(asked->request) + '>');
        if (const auto *answered = std::get_if<Answered>(&moment.what))
            plot.append(requestName(answered->asked.request) + '<'
                        + (answered->verdict ? message::verdictName(*answered->verdict) : QByteArray("none")));
        if (const auto *committed = std::get_if<Committed>(&moment.what))
            plot.append(committed->what == Committed::What::Debit        ? "debit"
                            : committed->what == Committed::What::Credit ? "credit"
                                                                         : "fence");
        if (const auto *state = std::get_if<StateChanged>(&moment.what))
            plot.append(state->after);
        if (const auto *struck = std::get_if<Struck>(&moment.what))
            plot.append(struck->point + '!');
        if (const auto *ended = std::get_if<Ended>(&moment.what))
            plot.append(partName(ended->part) + " ended");
    }
    return plot;
}

/// Whether these stand in the plot in this order, with others between them.
bool tells(const QByteArrayList &plot, const QByteArrayList &events)
{
    qsizetype at = 0;
    for (const QByteArray &event : events) {
        at = plot.indexOf(event, at);
        if (at < 0)
            return false;
    }
    return true;
}

int balanceOf(const BankFace &bank, int user)
{
    for (const bank::Account &account : bank.accounts) {
        if (account.userId == user)
            return int(account.balance.cents());
    }
    return -1;
}

} // namespace

/// The Runner under orders, and what it records.
class TestRunner : public QObject
{
    Q_OBJECT

private slots:
    void aRunIsRecordedMomentByMoment();
    void aCrashIsRecordedWithItsFault();
    void aFenceIsRecorded();
    void theSecondCoordinatorIsToldApart();
    void aPausedStoryStandsStill();
    void aStoryIsPlayedStepByStep();
    void aStoryIsPlayedSceneByScene();
    void aPauseInsideAWaitCountsForNothing();
    void aStoryEndsAtOnceWhenItIsStopped_data();
    void aStoryEndsAtOnceWhenItIsStopped();
    void nothingIsLeftBehind();
    void aSlowStoryEndsAlike();
    void faultsAreArmedWhileItRuns();
};

void TestRunner::aRunIsRecordedMomentByMoment()
{
    Play play(story("success"));
    play.begin();
    QVERIFY(play.ends(30s));
    QCOMPARE(play.outcome().ending, Outcome::Ending::Holds);
    const Recording recording = play.recording();
    QCOMPARE(recording.scenario, u"success"_s);
    QCOMPARE(recording.captions.size(), 4);
    QCOMPARE(recording.gids.value("m1"), QByteArray("success-m1-1"));

    const QByteArrayList plot = plotOf(recording);
    const QByteArrayList expected{"transfer>", "prepare>", "prepare<SUCCESS", "prepared",
                                  "debit",     "submit>",  "submit<SUCCESS",  "submitted"};
    QVERIFY2(tells(plot, expected), plot.join(", "));
    QVERIFY2(tells(plot, {"submit>", "branch>", "credit", "branch<SUCCESS", "succeed"}), plot.join(", "));
    QVERIFY(std::is_sorted(recording.moments.cbegin(), recording.moments.cend(),
                           [](const Moment &a, const Moment &b) { return a.at < b.at; }));

    const auto debits = all<Committed>(recording);
    QCOMPARE(debits.size(), 2);
    const Moment &debit = debits[0].first;
    QCOMPARE(debits[0].second.amount, Money::fromCents(-3'000));
    QCOMPARE(debits[0].second.label, QByteArray("m1"));
    QCOMPARE(debit.inFlight, Money::fromCents(3'000));
    QCOMPARE(balanceOf(debit.sender, 1), 997'000);
    QCOMPARE(balanceOf(debit.receiver, 2), 1'000'000);
    QCOMPARE(debit.sender.barrierRows.size(), 1);
    QCOMPARE(debit.states.value("m1"), QByteArray("prepared"));

    const Moment &end = recording.moments.last();
    QVERIFY(std::get<Judged>(end.what).holds);
    QCOMPARE(std::get<Judged>(end.what).findings.size(), play.outcome().findings.size());
    QCOMPARE(balanceOf(end.receiver, 2), 1'003'000);
    QCOMPARE(end.inFlight, Money());
    QCOMPARE(end.states.value("m1"), QByteArray("succeed"));
    QCOMPARE(end.running.size(), 3);
    QCOMPARE(all<SceneBegun>(recording).size(), 4);
    QCOMPARE(all<StepDone>(recording).size(), all<StepBegun>(recording).size());
    QCOMPARE(recording.moments[firstOfScene(recording, 1)].text, QByteArray("wait state m1 succeed within 10s"));
    QCOMPARE(firstOfScene(recording, 9), -1);
}

void TestRunner::aCrashIsRecordedWithItsFault()
{
    Play play(story("crash-after-commit"));
    play.begin();
    QVERIFY(play.ends(60s));
    QCOMPARE(play.outcome().ending, Outcome::Ending::Holds);
    const Recording recording = play.recording();
    const QByteArrayList plot = plotOf(recording);
    QVERIFY2(tells(plot,
                   {"debit", "participant.before-submit!", "sender ended", "checkback>", "checkback<SUCCESS",
                    "submitted", "credit", "succeed"}),
             plot.join(", "));
    QCOMPARE(all<Struck>(recording).first().second.part, Part::Sender);
    QVERIFY(!plot.contains("submit>"));
    const auto ended = all<Ended>(recording);
    QCOMPARE(ended.size(), 1);
    QVERIFY(ended[0].second.byFault);
    QVERIFY(!ended[0].first.running.contains(Part::Sender));
    const auto started = all<Started>(recording);
    QCOMPARE(started.size(), 4); // three at first, the sender again
    QCOMPARE(started[2].second.faults, QByteArray("participant.before-submit=crash"));
    QCOMPARE(started[3].second.part, Part::Sender);
}

void TestRunner::aFenceIsRecorded()
{
    Play play(story("late-commit-after-fence"));
    play.begin();
    QVERIFY(play.ends(60s));
    QCOMPARE(play.outcome().ending, Outcome::Ending::Holds);
    const QByteArrayList plot = plotOf(play.recording());
    QVERIFY2(tells(plot, {"prepare>", "checkback>", "fence", "checkback<FAILURE", "failed"}), plot.join(", "));
    QVERIFY(!plot.contains("debit"));
}

/// The file of a story with two coordinators needs a server; which of them calls is told from who lives.
void TestRunner::theSecondCoordinatorIsToldApart()
{
    if (!DatabaseServer::isInstalled())
        QSKIP("mariadbd is not installed");
    Play play(story("two-coordinators"));
    play.begin();
    QVERIFY(play.ends(120s));
    QCOMPARE(play.outcome().ending, Outcome::Ending::Holds);
    QList<Part> callers;
    for (const auto &[moment, asked] : all<Asked>(play.recording())) {
        if (asked.request == Request::Branch)
            callers.append(asked.from);
    }
    QCOMPARE(callers, (QList<Part>{Part::Coordinator, Part::SecondCoordinator}));
}

void TestRunner::aPausedStoryStandsStill()
{
    Play play(story("success"));
    play.control.pause();
    play.begin();
    QTRY_VERIFY_WITH_TIMEOUT(play.standsStill(), 20'000);
    const qsizetype moments = play.recording().moments.size();
    QVERIFY(all<SceneBegun>(play.recording()).isEmpty());
    QVERIFY(!play.ends(300ms));
    QCOMPARE(play.recording().moments.size(), moments);
    play.control.play();
    QVERIFY(play.ends(30s));
    QVERIFY(!play.standsStill());
    QCOMPARE(play.outcome().ending, Outcome::Ending::Holds);
}

void TestRunner::aStoryIsPlayedStepByStep()
{
    const Scenario scenario = story("submit-lost");
    Play play(scenario);
    play.control.pause();
    play.begin();
    int steps = 0;
    for (const Scene &scene : scenario.scenes) {
        for (const Step &step : scene.steps) {
            QTRY_VERIFY_WITH_TIMEOUT(play.standsStill(), 20'000);
            QCOMPARE(all<StepDone>(play.recording()).size(), steps);
            play.control.playStep();
            ++steps;
            QTRY_VERIFY_WITH_TIMEOUT(all<StepDone>(play.recording()).size() == steps, 30'000);
            QCOMPARE(all<StepDone>(play.recording()).last().first.line, step.line);
        }
    }
    QVERIFY(play.ends(30s));
    QVERIFY2(play.outcome().ending == Outcome::Ending::Holds, qPrintable(play.outcome().problem));
}

void TestRunner::aStoryIsPlayedSceneByScene()
{
    const Scenario scenario = story("checkback-error-page");
    Play play(scenario);
    play.control.pause();
    play.begin();
    for (int scene = 0; scene < scenario.scenes.size(); ++scene) {
        QTRY_VERIFY_WITH_TIMEOUT(play.standsStill(), 20'000);
        QTest::qWait(1'500); // longer than the coordinator would wait before it asks
        QCOMPARE(all<SceneBegun>(play.recording()).size(), scene);
        play.control.playScene();
        QTRY_VERIFY_WITH_TIMEOUT(all<SceneBegun>(play.recording()).size() == scene + 1, 30'000);
    }
    QVERIFY(play.ends(30s));
    QVERIFY2(play.outcome().ending == Outcome::Ending::Holds, qPrintable(play.outcome().problem));
}

/// The wait would be over long ago if the pause counted.
void TestRunner::aPauseInsideAWaitCountsForNothing()
{
    const auto scenario = parseScenario(u"short"_s,
                                        "title en T\ntitle zh T\naccount sender 1 1\naccount receiver 2 0\n"
                                        "en A\nzh A\ntransfer m1 from 1 to 2 amount 1 delay=2s timeout_to_fail=9s\n"
                                        "expect answer m1 200\nwait state m1 succeed within 6s\nexpect invariants\n");
    QVERIFY(scenario.ok());
    Play play(*scenario);
    play.begin();
    QTRY_VERIFY_WITH_TIMEOUT(play.last().text.startsWith("wait state"), 20'000);
    play.control.pause();
    QTRY_VERIFY_WITH_TIMEOUT(play.standsStill(), 5'000);
    QVERIFY(!play.ends(7s));
    play.control.play();
    QVERIFY(play.ends(30s));
    QVERIFY2(play.outcome().ending == Outcome::Ending::Holds, qPrintable(play.outcome().problem));
    QVERIFY(play.outcome().took < 7s);
}

void TestRunner::aStoryEndsAtOnceWhenItIsStopped_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::newRow("before it begins") << QByteArray();
    QTest::newRow("while it waits") << QByteArray("wait state m1 succeed within 20s");
    QTest::newRow("while it stands still") << QByteArray("transfer");
}

void TestRunner::aStoryEndsAtOnceWhenItIsStopped()
{
    QFETCH(QByteArray, when);
    Play play(story("submit-lost"), 10);
    if (when == "transfer")
        play.control.playScene();
    play.begin();
    if (when == "transfer")
        QTRY_VERIFY_WITH_TIMEOUT(play.standsStill(), 60'000);
    else if (!when.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(play.last().text == when, 60'000);
    play.control.stop();
    QVERIFY(play.ends(15s));
    QCOMPARE(play.outcome().ending, Outcome::Ending::Stopped);
    QVERIFY(all<Judged>(play.recording()).isEmpty());
}

/// No file stays, and so no program that has one open.
void TestRunner::nothingIsLeftBehind()
{
    const QTemporaryDir folder;
    qputenv("TMPDIR", folder.path().toLocal8Bit());
    {
        Play play(story("receiver-down"));
        play.begin();
        QTRY_VERIFY_WITH_TIMEOUT(play.last().text.startsWith("wait calls"), 60'000);
        QVERIFY(!QDir(folder.path()).isEmpty());
        play.control.stop();
        QVERIFY(play.ends(15s));
    }
    qunsetenv("TMPDIR");
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestRunner::aSlowStoryEndsAlike()
{
    Play play(story("late-commit-after-fence"), 10); // three times as long: see slowestPace()
    play.begin();
    QVERIFY(play.ends(60s));
    QVERIFY2(play.outcome().ending == Outcome::Ending::Holds, qPrintable(play.outcome().problem));
    QVERIFY(play.outcome().took > 8s);
}

/// The first submit is lost, the second is not.
void TestRunner::faultsAreArmedWhileItRuns()
{
    const auto scenario =
        parseScenario(u"armed"_s,
                      "title en T\ntitle zh T\naccount sender 1 10\naccount receiver 2 0\nen A\nzh A\n"
                      "arm sender participant.before-submit=fail,always\n"
                      "transfer m1 from 1 to 2 amount 1 timeout_to_fail=1s retry_interval=1s\nexpect answer m1 200\n"
                      "wait state m1 succeed within 20s\nexpect calls checkback m1 1 or-more\ndisarm sender\n"
                      "transfer m2 from 1 to 2 amount 1 timeout_to_fail=9s\nwait state m2 succeed within 20s\n"
                      "expect calls checkback m2 0\n");
    QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(scenario.error().detail));
    Play play(*scenario);
    play.begin();
    QVERIFY(play.ends(60s));
    QVERIFY2(play.outcome().ending == Outcome::Ending::Holds, qPrintable(play.outcome().problem));
    QCOMPARE(all<Struck>(play.recording()).size(), 1);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
