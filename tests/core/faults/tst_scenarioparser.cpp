// SPDX-License-Identifier: Apache-2.0
#include "core/faults/scenariolibrary.h"
#include "core/faults/scenarioparser.h"
#include "core/faults/scenariowriter.h"
#include "core/faults/verbs.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::faults;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A whole story; its lines are counted from 1.
const QByteArray wholeStory = "# a comment\n" // 1
                              "title en A title\n" // 2
                              "title zh 标题\n" // 3
                              "seed 7\n" // 4
                              "account sender 1 100.00\n" // 5
                              "account receiver 2 0.00\n" // 6
                              "fault sender participant.before-commit=crash,gid:m1\n" // 7
                              "coordinators 2\n" // 8
                              "en First\n" // 9
                              "zh 第一\n" // 10
                              "transfer m1 from 1 to 2 amount 30.00 timeout_to_fail=1s wait_result\n" // 11
                              "restart sender with submit.answer=drop;branch.after-answer=delay:20,times:2\n" // 12
                              "en Second\n" // 13
                              "zh 第二\n" // 14
                              "wait state m1 succeed within 10s\n" // 15
                              "expect calls branch m1 2 or-more\n"; // 16

/// The whole story with this line put in the place of another.
QByteArray storyWith(int line, const QByteArray &text)
{
    QByteArrayList lines = wholeStory.split('\n');
    lines[line - 1] = text;
    return lines.join('\n');
}

/// Why it cannot be read; empty when it can.
QString problemOf(const QByteArray &text)
{
    const auto scenario = parseScenario(u"story"_s, text);
    return scenario.ok() ? QString() : scenario.error().detail;
}

template<typename T> const T &actionOf(const Scenario &scenario, int scene, int step)
{
    return std::get<T>(scenario.scenes[scene].steps[step].action);
}

} // namespace

/// The format of scenario files, and that each wrong line is told with its number.
class TestScenarioParser : public QObject
{
    Q_OBJECT

private slots:
    void aWholeStoryIsRead();
    void everyVerbIsRead_data();
    void everyVerbIsRead();
    void everyMistakeIsToldWithItsLine_data();
    void everyMistakeIsToldWithItsLine();
    void aFileThatIsTooLongIsRefused();
    void aSecondCoordinatorNeedsItsLine();
    void faultsNameTheirMessagesByLabel();
    void everyScenarioThatIsCompiledInCanBeRead();
    void whatIsWrittenIsReadAgain();
    void theUsualFailuresAllHaveAScenario();
    void aScenarioIsAlsoReadFromAFile();
    void anUnknownNameListsThoseThatThereAre();
    void randomBytesNeverCrashIt();
    void brokenStoriesNeverCrashIt();
};

void TestScenarioParser::aWholeStoryIsRead()
{
    const auto scenario = parseScenario(u"story"_s, wholeStory);
    QVERIFY2(scenario.ok(), qPrintable(problemOf(wholeStory)));
    QCOMPARE(scenario->title, (Caption{u"A title"_s, u"标题"_s}));
    QCOMPARE(scenario->seed, 7);
    QCOMPARE(scenario->coordinators, 2);
    QVERIFY(!scenario->hasOwnDatabase);
    QCOMPARE(scenario->accounts.size(), 2);
    QCOMPARE(scenario->accounts[0].balance, Money::fromCents(10'000));
    QCOMPARE(scenario->armed.size(), 1);
    QCOMPARE(scenario->scenes.size(), 2);
    QCOMPARE(scenario->scenes[1].caption, (Caption{u"Second"_s, u"第二"_s}));
    QCOMPARE(scenario->scenes[1].steps[0].line, 15);
    const auto &transfer = actionOf<TransferAction>(*scenario, 0, 0);
    QCOMPARE(transfer.amount, Money::fromCents(3'000));
    QCOMPARE(transfer.timeoutToFail, seconds(1));
    QCOMPARE(transfer.retryInterval, seconds(0));
    QVERIFY(transfer.waitResult);
    QCOMPARE(actionOf<RestartAction>(*scenario, 0, 1).faults.size(), 2);
    QCOMPARE(actionOf<WaitForState>(*scenario, 1, 0).within, Millis(10'000));
    const auto &count = actionOf<ExpectCount>(*scenario, 1, 1);
    QVERIFY(count.what == ExpectCount::What::BranchCalls && count.count == 2 && count.orMore);
}

void TestScenarioParser::everyVerbIsRead_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"wait calls checkback m1 2 within 500ms",
                             "wait end coordinator within 1m",
                             "wait for 20ms",
                             "crash receiver",
                             "restart coordinator",
                             "crash coordinator-2",
                             "crash database",
                             "restart database",
                             "arm sender participant.before-submit=fail,gid:m1",
                             "disarm coordinator",
                             "pause receiver",
                             "resume sender",
                             "answer checkback error-page times 2",
                             "answer branch ongoing times 1",
                             "answer branch error-500 times 1",
                             "expect state m1 none",
                             "expect balance receiver 2 30",
                             "expect answer m1 none",
                             "expect answer m1 425",
                             "expect verdict checkback m1 ONGOING",
                             "expect verdict branch m1 unknown",
                             "expect debits m1 1",
                             "expect credits m1 0",
                             "expect invariants"})
        QTest::newRow(line) << QByteArray(line);
}

void TestScenarioParser::everyVerbIsRead()
{
    QFETCH(QByteArray, line);
    QCOMPARE(problemOf("database own\n" + storyWith(15, line)), QString());
}

void TestScenarioParser::everyMistakeIsToldWithItsLine_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](int line, const char *text, const char *says) {
        QTest::newRow(text) << line << QByteArray(text) << QString::fromUtf8(says);
    };
    row(2, "titel en A title",
        "'titel' begins no line: at the top title, seed, account, fault, coordinators or database own");
    row(2, "title de Ein Titel", "'de' stands where 'zh' should");
    row(2, "title en", "the line ends where the title should stand");
    row(3, "title en Again", "a second title");
    row(4, "seed none", "'none' is not a seed: a whole number from 1");
    row(4, "seed 7 8", "'8' is too much on this line");
    row(5, "account coordinator 1 5.00", "'coordinator' is not a bank: it is one of sender, receiver");
    row(5, "account sender 0 5.00", "'0' is not a user");
    row(5, "account sender 1 5.001", "'5.001' is not an amount");
    row(5, "account sender 1 -5", "'-5' is not an amount");
    row(6, "account sender 1 5", "the sender has a user 1 already");
    row(7, "fault bank submit.answer=drop", "'bank' is not a program: it is one of coordinator, sender, receiver");
    row(7, "fault sender", "the line ends where a fault such as submit.answer=drop should stand");
    row(7, "fault sender nowhere=crash", "no fault point of that name");
    row(7, "fault sender ;", "names no fault");
    row(7, "fault sender submit.answer=drop,gid:m9", "gid:m9 names no transfer");
    row(7, "fault database purge=fail", "the database has no fault points");
    row(8, "coordinators 3", "'3' is not a number of coordinators: a whole number from 1 to 2");
    row(8, "coordinators", "the line ends where a number of coordinators should stand");
    row(8, "database shared", "'shared' stands where 'own' should");
    row(9, "transfer m1 from 1 to 2 amount 1", "a step needs a caption above it");
    row(9, "en", "the line ends where the caption should stand; the line is: en TEXT");
    row(9, "en First\xff", "the line is not UTF-8");
    row(10, "en Again", "a second 'en' before any step");
    row(11, "transfer", "the line ends where a label such as m1 should stand");
    row(11, "transfer m;1 from 1 to 2 amount 1", "'m;1' is not a label");
    row(11, "transfer m1 to 2", "'to' stands where 'from' should; the line is: transfer LABEL from USER");
    row(11, "transfer m1 from 1 to 2", "the line ends where 'amount' should stand");
    row(11, "transfer m1 from 1 to 2 amount 0", "a transfer moves more than 0.00");
    row(11, "transfer m1 from 3 to 2 amount 1", "the sender has no user 3");
    row(11, "transfer m1 from 1 to 1 amount 1", "the receiver has no user 1");
    row(11, "transfer m1 from 1 to 2 amount 1 slowly", "'slowly' is not an option: timeout_to_fail=");
    row(11, "transfer m1 from 1 to 2 amount 1 delay=1500ms", "an interval is whole seconds");
    row(11, "transfer m1 from 1 to 2 amount 1 delay=soon", "'soon' is not a time");
    row(12, "restart sender without submit.answer=drop", "'without' is too much on this line");
    row(12, "restart sender with", "the line ends where a fault");
    row(12, "restart sender with submit.answer=crash", "can only drop, delay");
    row(12, "transfer m1 from 1 to 2 amount 1", "there is a transfer 'm1' already");
    row(13, "seed 3", "seed stands above the first caption");
    row(15, "wait m1", "'m1' stands where 'for' should; the line is: wait state LABEL");
    row(15, "wait state m1 done within 1s", "'done' is not a state: it is one of prepared, submitted");
    row(15, "wait state m2 failed within 1s", "no line above transfers 'm2'");
    row(15, "wait state m1 failed", "the line ends where 'within' should stand");
    row(15, "wait state m1 failed within 2m", "'2m' is not a time from 1ms to 60s");
    row(15, "wait for 99999999999999999999s", "is not a time");
    row(15, "crash everything", "'everything' is not a program");
    row(15, "crash database", "the story has no database server of its own: 'database own' at the top");
    row(15, "arm sender", "the line ends where a fault such as submit.answer=drop should stand");
    row(15, "arm sender purge=sometimes", "the mode is fail");
    row(15, "disarm database", "the database has no fault points");
    row(15, "disarm sender now", "'now' is too much on this line");
    row(15, "wait end database within 1s", "the database has no fault points");
    row(15, "restart database with purge=fail", "'with' is too much on this line");
    row(15, "pause coordinator", "'coordinator' is not a bank");
    row(15, "answer branch maybe times 1", "'maybe' is not an answer: it is one of error-page, ongoing, error-500");
    row(15, "answer branch ongoing", "the line ends where 'times' should stand");
    row(15, "expect luck", "'luck' stands where 'invariants' should; the line is: expect state LABEL STATE");
    row(15, "expect verdict branch m1 YES", "'YES' is not a verdict: it is one of SUCCESS, FAILURE, ONGOING, unknown");
    row(15, "expect answer m1 20", "'20' is not an HTTP status");
    row(16, "", "the file ends without an expect");
    row(16, "expect calls branch m1 2 or-less", "'or-less' is too much on this line");
    row(16, "expect invariants\nen More\nzh 更多", "the file ends with a caption that no step follows");
}

void TestScenarioParser::everyMistakeIsToldWithItsLine()
{
    QFETCH(int, line);
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const QString problem = problemOf(storyWith(line, text));
    const int lineTold = line + int(text.count('\n')); // a file that stops too early is told at its end
    QVERIFY2(problem.startsWith(u"story.txt:%1: "_s.arg(lineTold)), qPrintable(problem));
    QVERIFY2(problem.contains(says), qPrintable(problem));
}

void TestScenarioParser::aFileThatIsTooLongIsRefused()
{
    QVERIFY(problemOf(wholeStory + QByteArray(70'000, '#')).contains(u"longer than"_s));
}

void TestScenarioParser::aSecondCoordinatorNeedsItsLine()
{
    const QByteArray one = storyWith(8, "");
    QCOMPARE(problemOf(one), QString());
    QByteArrayList lines = one.split('\n');
    lines[14] = "crash coordinator-2";
    const QString problem = problemOf(lines.join('\n'));
    QVERIFY2(problem.startsWith(u"story.txt:15: "_s), qPrintable(problem));
    QVERIFY2(problem.contains(u"'coordinators 2' at the top"_s), qPrintable(problem));
}

void TestScenarioParser::faultsNameTheirMessagesByLabel()
{
    const auto scenario = parseScenario(u"story"_s, wholeStory);
    QVERIFY(scenario.ok());
    QCOMPARE(scenario->faultsText(scenario->armed[0].faults),
             QByteArray("participant.before-commit=crash,gid:story-m1-7"));
    QCOMPARE(scenario->faultsText(actionOf<RestartAction>(*scenario, 0, 1).faults),
             QByteArray("submit.answer=drop;branch.after-answer=delay:20,times:2"));
}

void TestScenarioParser::everyScenarioThatIsCompiledInCanBeRead()
{
    QVERIFY(scenarioNames().size() >= 14);
    QSet<QString> titles;
    for (const QString &name : scenarioNames()) {
        const auto scenario = loadScenario(name);
        QVERIFY2(scenario.ok(), qPrintable(scenario.ok() ? QString() : scenario.error().detail));
        QCOMPARE(scenario->name, name);
        titles.insert(scenario->title.english);
    }
    QCOMPARE(titles.size(), scenarioNames().size());
}

/// Every verb that a scenario uses, and those that the whole story has.
void TestScenarioParser::whatIsWrittenIsReadAgain()
{
    QList<Scenario> scenarios;
    for (const QString &name : scenarioNames())
        scenarios.append(*loadScenario(name));
    scenarios.append(*parseScenario(u"story"_s,
                                    wholeStory
                                        + "arm sender participant.before-submit=delay:20,times:2,gid:m1\n"
                                          "disarm sender\nwait for 250ms\nexpect answer m1 none\n"));
    for (const Scenario &scenario : scenarios) {
        const QByteArray text = scenarioText(scenario, {"a comment", "of two lines"});
        const auto again = parseScenario(scenario.name, text);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
        QCOMPARE(scenarioText(*again, {"a comment", "of two lines"}), text);
        QCOMPARE(again->title, scenario.title);
        QCOMPARE(again->coordinators, scenario.coordinators);
        QCOMPARE(again->hasOwnDatabase, scenario.hasOwnDatabase);
        QCOMPARE(again->accounts.size(), scenario.accounts.size());
        QCOMPARE(again->scenes.size(), scenario.scenes.size());
        for (int i = 0; i < scenario.scenes.size(); ++i) {
            QCOMPARE(again->scenes[i].caption, scenario.scenes[i].caption);
            QCOMPARE(again->scenes[i].steps.size(), scenario.scenes[i].steps.size());
            for (int j = 0; j < scenario.scenes[i].steps.size(); ++j) {
                const Action &action = scenario.scenes[i].steps[j].action;
                QCOMPARE(again->scenes[i].steps[j].action.index(), action.index());
                QCOMPARE(again->scenes[i].steps[j].text, actionText(action));
            }
        }
    }
}

void TestScenarioParser::theUsualFailuresAllHaveAScenario()
{
    for (const char *name : {"success", "insufficient-balance", "crash-before-commit", "crash-after-commit",
                             "prepare-answer-lost", "submit-lost", "submit-answer-lost", "branch-answer-lost",
                             "receiver-down", "receiver-slow", "checkback-ongoing", "checkback-error-page",
                             "late-commit-after-fence", "coordinator-crash", "two-coordinators", "database-restarts"})
        QVERIFY2(scenarioNames().contains(QLatin1String(name)), name);
}

void TestScenarioParser::aScenarioIsAlsoReadFromAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(wholeStory);
    file.close();
    const auto scenario = loadScenario(file.fileName());
    QVERIFY(scenario.ok());
    QCOMPARE(scenario->name, u"mine"_s);
}

void TestScenarioParser::anUnknownNameListsThoseThatThereAre()
{
    const auto scenario = loadScenario(u"sucess"_s);
    QVERIFY(!scenario.ok());
    QCOMPARE(scenario.error().code, Error::Code::NotFound);
    QVERIFY(scenario.error().detail.contains(u"submit-lost"_s));
}

void TestScenarioParser::randomBytesNeverCrashIt()
{
    QRandomGenerator random(20261123);
    for (int i = 0; i < 3'000; ++i) {
        QByteArray bytes(random.bounded(300), '\0');
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        QVERIFY(!parseScenario(u"noise"_s, bytes).ok());
    }
}

void TestScenarioParser::brokenStoriesNeverCrashIt()
{
    QRandomGenerator random(20261124);
    for (int i = 0; i < 5'000; ++i) {
        QByteArray story = wholeStory;
        for (int change = random.bounded(1, 5); change > 0; --change) {
            const int at = random.bounded(int(story.size()));
            if (random.bounded(2))
                story.remove(at, random.bounded(1, 12));
            else
                story.insert(at, char(random.bounded(256)));
        }
        const QString problem = problemOf(story);
        QVERIFY2(problem.isEmpty() || problem.startsWith(u"story.txt:"_s), qPrintable(problem));
    }
}

QTEST_APPLESS_MAIN(TestScenarioParser)
#include "tst_scenarioparser.moc"
