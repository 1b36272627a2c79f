// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterparser.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::State;
using core::store::Filter;
using ui::FilterParser;

Q_DECLARE_METATYPE(core::store::Filter)

namespace {

const core::TimePoint now = core::fromEpochMs(1'800'000'000'000);

core::TimePoint before(std::chrono::milliseconds age)
{
    return now - age;
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private slots:
    void termsBecomeAFilter_data();
    void termsBecomeAFilter();
    void wrongTermsAreNamed_data();
    void wrongTermsAreNamed();
    void aFixIsUnderstood();
    void datesAreWholeDaysAndMinutes();
    void whatIsUnderstoodHoldsBesideAProblem();
    void theStatusIsToldApart();
    void aViewNarrowsTheFilter_data();
    void aViewNarrowsTheFilter();
    void theStatusIsReplacedInTheText_data();
    void theStatusIsReplacedInTheText();
    void anyTextIsReadWithoutHarm();
    void aHugeTextIsReadInNoTime();
};

void TestFilterParser::termsBecomeAFilter_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Filter>("filter");

    const QList<State> unfinished{State::Prepared, State::Submitted};
    QTest::newRow("nothing") << u"  "_s << Filter{};
    QTest::newRow("status") << u"status:submitted"_s << Filter{.states = {State::Submitted}};
    QTest::newRow("capitals") << u"Status:Failed"_s << Filter{.states = {State::Failed}};
    QTest::newRow("several statuses") << u"status:succeed,failed"_s
                                      << Filter{.states = {State::Succeed, State::Failed}};
    QTest::newRow("waiting") << u"status:waiting"_s << Filter{.states = unfinished};
    QTest::newRow("retrying") << u"status:retrying"_s << Filter{.states = unfinished, .retrying = true};
    QTest::newRow("stalled") << u"status=stalled"_s << Filter{.states = unfinished, .stalled = true};
    QTest::newRow("more attempts") << u"attempts>3"_s << Filter{.attemptsMin = 4};
    QTest::newRow("at least") << u"attempts>=3"_s << Filter{.attemptsMin = 3};
    QTest::newRow("fewer") << u"attempts<3"_s << Filter{.attemptsMax = 2};
    QTest::newRow("at most") << u"attempts<=3"_s << Filter{.attemptsMax = 3};
    QTest::newRow("exactly") << u"attempts=0"_s << Filter{.attemptsMin = 0, .attemptsMax = 0};
    QTest::newRow("between") << u"attempts>1 attempts<9"_s << Filter{.attemptsMin = 2, .attemptsMax = 8};
    QTest::newRow("greatest number") << u"attempts>2147483647"_s << Filter{.attemptsMin = 2147483647};
    QTest::newRow("older") << u"age>5m"_s << Filter{.createdTo = before(5min)};
    QTest::newRow("younger") << u"age<1h"_s << Filter{.createdFrom = before(1h)};
    QTest::newRow("age in ms") << u"age>250ms"_s << Filter{.createdTo = before(250ms)};
    QTest::newRow("age in days") << u"age>=2D"_s << Filter{.createdTo = before(48h)};
    QTest::newRow("older than time") << u"age>999999999d"_s << Filter{.createdTo = core::TimePoint{}};
    QTest::newRow("url") << u"url~TransIn"_s << Filter{.urlText = "TransIn"};
    QTest::newRow("url with a port") << u"url~http://127.0.0.1:80/x"_s << Filter{.urlText = "http://127.0.0.1:80/x"};
    QTest::newRow("payload in quotes") << u"payload~\"30\""_s << Filter{.payloadText = "30"};
    QTest::newRow("quote in quotes") << u"payload~\"a \\\"b\\\" \\\\ c\""_s << Filter{.payloadText = "a \"b\" \\ c"};
    QTest::newRow("payload as JSON") << u"payload~\"amount\":30"_s << Filter{.payloadText = "\"amount\":30"};
    QTest::newRow("gid") << u"gid:Order-17"_s << Filter{.gidPrefix = "Order-17"};
    QTest::newRow("topic") << u"topic:paid"_s << Filter{.topic = "paid"};
    QTest::newRow("free text") << u"SagaBTransIn"_s << Filter{.text = "SagaBTransIn"};
    QTest::newRow("free words") << u"two words"_s << Filter{.text = "two words"};
    QTest::newRow("free text in quotes") << u"\"status:failed  x\""_s << Filter{.text = "status:failed  x"};
    QTest::newRow("free URL") << u"http://bank/x"_s << Filter{.text = "http://bank/x"};
    QTest::newRow("free JSON") << u"\"amount\":30"_s << Filter{.text = "\"amount\":30"};
    QTest::newRow("free Chinese") << u"转账"_s << Filter{.text = QByteArray("转账")};
    QTest::newRow("own gid") << u"01M2FS12WRT7"_s << Filter{.gidPrefix = "01M2FS12WRT7"};
    QTest::newRow("own gid in quotes is text") << u"\"01M2FS12WRT7\""_s << Filter{.text = "01M2FS12WRT7"};
    QTest::newRow("a short number is text") << u"030"_s << Filter{.text = "030"};
    QTest::newRow("all together") << u"status:submitted attempts>3 age>5m url~TransIn gid:abc payload~\"30\" free"_s
                                  << Filter{.states = {State::Submitted},
                                            .gidPrefix = "abc",
                                            .text = "free",
                                            .urlText = "TransIn",
                                            .payloadText = "30",
                                            .attemptsMin = 4,
                                            .createdTo = before(5min)};
}

void TestFilterParser::termsBecomeAFilter()
{
    QFETCH(QString, text);
    QFETCH(Filter, filter);

    const auto parsed = FilterParser::parse(text, now);

    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.problems.first().sentence));
    QCOMPARE(parsed.filter, filter);
}

void TestFilterParser::wrongTermsAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("fix");

    QTest::newRow("unknown term") << u"x colour:red"_s << 2 << 10 << u"status, attempts, age"_s << u"\"colour:red\""_s;
    QTest::newRow("a letter too few") << u"staus:failed"_s << 0 << 5 << u"no term"_s << u"status"_s;
    QTest::newRow("a beginning") << u"att>3"_s << 0 << 3 << u"no term"_s << u"attempts"_s;
    QTest::newRow("host and port") << u"localhost:8080"_s << 0 << 14 << u"in quotes"_s << u"\"localhost:8080\""_s;
    QTest::newRow("unknown status") << u"status:done"_s << 7 << 4 << u"prepared, submitted"_s << u""_s;
    QTest::newRow("status misspelt") << u"x status:faild"_s << 9 << 5 << u"no status"_s << u"failed"_s;
    QTest::newRow("second of a list") << u"status:failed,succed"_s << 14 << 6 << u"no status"_s << u"succeed"_s;
    QTest::newRow("comma at the end") << u"status:failed,"_s << 0 << 14 << u"missing"_s << u""_s;
    QTest::newRow("status with ~") << u"status~failed"_s << 6 << 1 << u"status:failed"_s << u":"_s;
    QTest::newRow("status twice") << u"status:failed status:succeed"_s << 14 << 14 << u"twice"_s << u""_s;
    QTest::newRow("retrying with another") << u"status:retrying,failed"_s << 7 << 8 << u"stands alone"_s << u""_s;
    QTest::newRow("attempts, no number") << u"attempts>many"_s << 9 << 4 << u"attempts>3"_s << u""_s;
    QTest::newRow("attempts, half") << u"attempts>1.5"_s << 9 << 3 << u"attempts>3"_s << u""_s;
    QTest::newRow("attempts, negative") << u"attempts>-1"_s << 9 << 2 << u"attempts>3"_s << u""_s;
    QTest::newRow("attempts, too many") << u"attempts>99999999999"_s << 9 << 11 << u"attempts>3"_s << u""_s;
    QTest::newRow("attempts like a text") << u"attempts~3"_s << 8 << 1 << u"attempts>3"_s << u"="_s;
    QTest::newRow("attempts twice") << u"attempts>1 attempts>=2"_s << 11 << 11 << u"twice"_s << u""_s;
    QTest::newRow("fewer than none") << u"attempts<0"_s << 9 << 1 << u"fewer than 0"_s << u"1"_s;
    QTest::newRow("age without unit") << u"age>5"_s << 4 << 1 << u"age>5m"_s << u"5m"_s;
    QTest::newRow("age exactly") << u"age:5m"_s << 3 << 1 << u"age>5m"_s << u">"_s;
    QTest::newRow("age twice") << u"age>5m age>6m"_s << 7 << 6 << u"twice"_s << u""_s;
    QTest::newRow("no date") << u"created>=soon"_s << 9 << 4 << u"2026-09-14"_s << u""_s;
    QTest::newRow("a day that is not") << u"created:2026-02-30"_s << 8 << 10 << u"2026-09-14"_s << u""_s;
    QTest::newRow("date like a text") << u"created~2026-02-03"_s << 7 << 1 << u"colon"_s << u":"_s;
    QTest::newRow("age and date") << u"age>5m created<2026-02-03"_s << 7 << 18 << u"twice"_s << u""_s;
    QTest::newRow("value missing") << u"url~"_s << 0 << 4 << u"url~"_s << u""_s;
    QTest::newRow("url compared") << u"url>5"_s << 3 << 1 << u"url~TransIn"_s << u"~"_s;
    QTest::newRow("open quote") << u"payload~\"30"_s << 0 << 11 << u"close it"_s << u"payload~\"30\""_s;
    QTest::newRow("gid with semicolon") << u"gid:a;b"_s << 4 << 3 << u"semicolon"_s << u""_s;
    QTest::newRow("gid of 129") << QString(u"gid:"_s + QString(129, u'x')) << 4 << 129 << u"128"_s << u""_s;
    QTest::newRow("topic compared") << u"topic>paid"_s << 5 << 1 << u"topic:paid"_s << u":"_s;
    QTest::newRow("free text twice") << u"one status:failed two"_s << 18 << 3 << u"url~ or payload~"_s << u""_s;
}

void TestFilterParser::wrongTermsAreNamed()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, length);
    QFETCH(QString, hint);

    const auto parsed = FilterParser::parse(text, now);

    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems.first().start, start);
    QCOMPARE(parsed.problems.first().length, length);
    QVERIFY2(parsed.problems.first().sentence.contains(hint), qPrintable(parsed.problems.first().sentence));
    QTEST(parsed.problems.first().fix, "fix");
}

void TestFilterParser::aFixIsUnderstood()
{
    for (const QString &text : {u"staus:failed"_s, u"status~failed"_s, u"status:faild x"_s, u"attempts~3"_s, u"age>5"_s,
                                u"age:5m"_s, u"url>a"_s, u"payload~\"3 0"_s, u"\"open \\\" quote"_s, u"host:80"_s}) {
        const auto problem = FilterParser::parse(text, now).problems.value(0);
        QVERIFY2(!problem.fix.isEmpty(), qPrintable(text));
        const QString fixed = QString(text).replace(problem.start, problem.length, problem.fix);
        QVERIFY2(FilterParser::parse(fixed, now).ok(), qPrintable(fixed));
    }
}

void TestFilterParser::datesAreWholeDaysAndMinutes()
{
    const auto at = [](int hour, int minute, int second) {
        return core::fromEpochMs(QDateTime({2026, 9, 14}, {hour, minute, second}).toMSecsSinceEpoch());
    };
    const core::Millis last(1);
    const auto filterOf = [](const QString &text) { return FilterParser::parse(text, now).filter; };
    const core::TimePoint day = at(0, 0, 0);
    const core::TimePoint nextDay = core::fromEpochMs(QDateTime({2026, 9, 15}, {0, 0}).toMSecsSinceEpoch());
    QCOMPARE(filterOf(u"created:2026-09-14"_s), (Filter{.createdFrom = day, .createdTo = nextDay - last}));
    QCOMPARE(filterOf(u"created>2026-09-14"_s), Filter{.createdFrom = nextDay});
    QCOMPARE(filterOf(u"created>=2026-09-14T08:30"_s), Filter{.createdFrom = at(8, 30, 0)});
    QCOMPARE(filterOf(u"created<=2026-09-14T08:30"_s), Filter{.createdTo = at(8, 31, 0) - last});
    QCOMPARE(filterOf(u"created<2026-09-14T08:30:07"_s), Filter{.createdTo = at(8, 30, 7) - last});
}

void TestFilterParser::whatIsUnderstoodHoldsBesideAProblem()
{
    const auto parsed = FilterParser::parse(u"attempts>3 age>soon"_s, now);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.filter, Filter{.attemptsMin = 4});
}

void TestFilterParser::theStatusIsToldApart()
{
    QCOMPARE(FilterParser::parse(u"status:Retrying x"_s, now).status, u"retrying"_s);
    QCOMPARE(FilterParser::parse(u"x"_s, now).status, QString());
    for (const QString &word : FilterParser::statusWords())
        QVERIFY(FilterParser::parse(u"status:"_s + word, now).ok());
}

void TestFilterParser::aViewNarrowsTheFilter_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("same"); // the text that means the same; "-": nothing can match

    QTest::newRow("all") << u"all"_s << u"status:failed x"_s << u"status:failed x"_s;
    QTest::newRow("no text") << u"retrying"_s << u""_s << u"status:retrying"_s;
    QTest::newRow("a part") << u"waiting"_s << u"status:prepared x"_s << u"status:prepared x"_s;
    QTest::newRow("the other part") << u"prepared"_s << u"status:waiting"_s << u"status:prepared"_s;
    QTest::newRow("overlap") << u"failed"_s << u"status:failed,succeed"_s << u"status:failed"_s;
    QTest::newRow("nothing in both") << u"failed"_s << u"status:succeed"_s << u"-"_s;
    QTest::newRow("failed and retrying") << u"failed"_s << u"status:retrying"_s << u"-"_s;
}

void TestFilterParser::aViewNarrowsTheFilter()
{
    QFETCH(QString, view);
    QFETCH(QString, text);
    QFETCH(QString, same);

    const auto both = ui::narrowed(ui::statusFilter(view).value_or(Filter{}), FilterParser::parse(text, now).filter);

    QCOMPARE(both.has_value(), same != u"-");
    if (both)
        QCOMPARE(*both, FilterParser::parse(same, now).filter);
}

void TestFilterParser::theStatusIsReplacedInTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");

    QTest::newRow("into nothing") << u""_s << u"failed"_s << u"status:failed"_s;
    QTest::newRow("before others") << u"age>5m"_s << u"failed"_s << u"status:failed age>5m"_s;
    QTest::newRow("another one") << u"status:succeed age>5m"_s << u"failed"_s << u"status:failed age>5m"_s;
    QTest::newRow("away") << u"age>5m status:succeed"_s << u""_s << u"age>5m"_s;
    QTest::newRow("not in quotes") << u"\"status:succeed\""_s << u""_s << u"\"status:succeed\""_s;
}

void TestFilterParser::theStatusIsReplacedInTheText()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QTEST(ui::withStatus(text, word), "expected");
}

/// Not a proof, yet it finds what reads beyond the end.
void TestFilterParser::anyTextIsReadWithoutHarm()
{
    const QString letters = u"status:\"\\~<>=, age5m{}0转\t\u202Ecred-"_s + QChar(0) + QChar(0xD800);
    quint32 seed = 1;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int i = 0; i < round % 24; ++i) {
            seed = seed * 1664525 + 1013904223;
            text += letters.at(qsizetype(seed >> 8) % letters.size());
        }
        for (const auto &problem : FilterParser::parse(text, now).problems) {
            QVERIFY(problem.start >= 0 && problem.length > 0 && problem.start + problem.length <= text.size());
            QVERIFY(!problem.sentence.isEmpty());
            const QString fixed = QString(text).replace(problem.start, problem.length, problem.fix);
            FilterParser::parse(fixed, now);
        }
    }
}

void TestFilterParser::aHugeTextIsReadInNoTime()
{
    const QString letters(100'000, u'a');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(FilterParser::parse(letters, now).filter.text.size(), 100'000);
    QVERIFY(!FilterParser::parse(letters + u':', now).ok());
    QVERIFY(!FilterParser::parse(u'"' + letters, now).ok());
    QVERIFY(!FilterParser::parse(u"status:"_s + letters, now).ok());
    QVERIFY2(timer.elapsed() < 1000, "linear, also without an operator behind the letters");
}

QTEST_APPLESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
