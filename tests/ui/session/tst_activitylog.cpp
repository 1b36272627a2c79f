// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/node.h"
#include "ui/session/activitylog.h"

#include "ui/session/systemuser.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Activity;
using ui::ActivityFile;
using ui::ActivityLog;
using ui::ActivityVerb;
using Outcome = ui::Activity::Outcome;

class TestActivityLog final : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void anActionIsKeptOverARestart();
    void aRefusalKeepsItsReason();
    void theOperatorsReasonIsKeptApart();
    void theUserIsKnown();
    void anActionWithoutAnswerIsLostAfterARestart();
    void anActionThatTheEngineLostIsKeptSo();
    void theAnswerIsHeardOnlyWhileSomebodyListens();
    void aTornLastLineSpoilsNothing();
    void linesOfNoKnownFormAreLeftOut();
    void theFileIsBoundedAndTheOldestGoes();
    void idsGoOnAfterARestart();
    void whatIsNotedWhileTheRecordIsReadComesLast();
    void whatIsWrittenMeanwhileIsNotReadTwice();
    void longTextsAreCut();
    void lineBreaksAndQuotesStayInTheirLine();
    void theFileIsItsUsersAlone();
    void aFolderThatCannotBeWrittenIsTold();
    void everyVerbIsFoundByItsName();
    void urlsLoseTheirSecrets();

private:
    std::unique_ptr<ActivityLog> open() const;
    QString pathOf(const QString &name) const { return QDir(m_folder->path()).filePath(name); }
    QByteArray fileText() const;

    core::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestActivityLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<ActivityLog> TestActivityLog::open() const
{
    auto log = std::make_unique<ActivityLog>(m_folder->path(), m_clock, u"anna"_s);
    log->open();
    if (!QTest::qWaitFor([&log] { return log->isRead(); }))
        qFatal("the record is not read");
    return log;
}

QByteArray TestActivityLog::fileText() const
{
    QFile file(pathOf(u"activity.jsonl"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestActivityLog::anActionIsKeptOverARestart()
{
    open()->note(ActivityVerb::SendTransfers, u"1 → 2"_s, u"count=2 amount=30.00"_s, {});
    const auto again = open();
    QCOMPARE(again->activities().size(), 1);
    const Activity &kept = again->activities().constFirst();
    QCOMPARE(kept.who, u"anna"_s);
    QVERIFY(kept.verb == ActivityVerb::SendTransfers);
    QCOMPARE(kept.object, u"1 → 2"_s);
    QCOMPARE(kept.detail, u"count=2 amount=30.00"_s);
    QVERIFY(kept.outcome == Outcome::Accepted);
    QVERIFY(m_clock.now() - kept.at < std::chrono::minutes(1));
}

void TestActivityLog::aRefusalKeepsItsReason()
{
    const auto log = open();
    const auto then = log->audited(ActivityVerb::RetryNow, u"g1"_s, {}, this, [](const auto &) {});
    QVERIFY(log->activities().constFirst().outcome == Outcome::Requested);
    QSignalSpy answered(log.get(), &ActivityLog::answered);
    then(core::Error::conflict(u"it is finished"_s));
    QCOMPARE(answered.size(), 1);
    for (const auto &each : {log->activities(), open()->activities()}) {
        QCOMPARE(each.size(), 1);
        QVERIFY(each.constFirst().outcome == Outcome::Refused);
        QCOMPARE(each.constFirst().error, u"it is finished"_s);
    }
}

void TestActivityLog::theOperatorsReasonIsKeptApart()
{
    open()->audited(
        ActivityVerb::ForceStop, u"g1"_s, {}, this, [](const auto &) {}, u"paid by hand"_s);
    const Activity kept = open()->activities().constFirst();
    QCOMPARE(kept.reason, u"paid by hand"_s);
    QVERIFY(kept.detail.isEmpty());
}

void TestActivityLog::theUserIsKnown()
{
    QVERIFY(!ui::systemUser().isEmpty());
}

/// The console ended before the answer came.
void TestActivityLog::anActionWithoutAnswerIsLostAfterARestart()
{
    {
        const auto log = open();
        log->audited(ActivityVerb::Abort, u"g1"_s, {}, this, [](const auto &) {});
        QVERIFY(log->activities().constFirst().outcome == Outcome::Requested);
    }
    QVERIFY(open()->activities().constFirst().outcome == Outcome::Lost);
}

/// The engine ended before the answer came.
void TestActivityLog::anActionThatTheEngineLostIsKeptSo()
{
    const auto log = open();
    log->audited(ActivityVerb::Abort, u"g1"_s, {}, this, [](const auto &) {})(core::node::Node::unanswered());
    for (const auto &each : {log->activities(), open()->activities()}) {
        QVERIFY(each.constFirst().outcome == Outcome::Lost);
        QCOMPARE(each.constFirst().error, core::node::Node::unanswered().detail);
    }
}

void TestActivityLog::theAnswerIsHeardOnlyWhileSomebodyListens()
{
    const auto log = open();
    int heard = 0;
    auto listener = std::make_unique<QObject>();
    const auto count = [&heard](const auto &) { ++heard; };
    log->audited(ActivityVerb::RetryNow, u"g1"_s, {}, listener.get(), count)(std::nullopt);
    const auto late = log->audited(ActivityVerb::RetryNow, u"g2"_s, {}, listener.get(), count);
    listener.reset();
    late(std::nullopt);
    QCOMPARE(heard, 1);
    QVERIFY(log->activities().constLast().outcome == Outcome::Accepted);
}

void TestActivityLog::aTornLastLineSpoilsNothing()
{
    open()->note(ActivityVerb::RetryNow, u"g1"_s, {}, {});
    open()->note(ActivityVerb::RetryNow, u"g2"_s, {}, {});
    QFile file(pathOf(u"activity.jsonl"_s));
    QVERIFY(file.resize(file.size() - 20));
    open()->note(ActivityVerb::RetryNow, u"g3"_s, {}, {});
    const QList<Activity> kept = open()->activities();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0).object, u"g1"_s);
    QCOMPARE(kept.at(1).object, u"g3"_s);
}

void TestActivityLog::linesOfNoKnownFormAreLeftOut()
{
    QFile file(pathOf(u"activity.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\n[]\n{}\nnot json\n\xff\xfe\n"
               R"({"id":1,"at":"2026-01-01T00:00:00.000Z","verb":"fly","outcome":"accepted"})"
               "\n"
               R"({"id":2,"at":"yesterday","verb":"abort","outcome":"accepted"})"
               "\n"
               R"({"id":-3,"at":"2026-01-01T00:00:00.000Z","verb":"abort","outcome":"accepted"})"
               "\n"
               R"({"id":4,"at":"2026-01-01T00:00:00.000Z","verb":"abort","outcome":"maybe"})"
               "\n"
               R"({"id":9,"outcome":"accepted"})"
               "\n"
               R"({"id":5,"at":"2026-01-01T00:00:00.000Z","verb":"abort","object":"g","outcome":"accepted"})"
               "\n");
    file.close();
    const QList<Activity> kept = open()->activities();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().id, 5);
}

void TestActivityLog::theFileIsBoundedAndTheOldestGoes()
{
    constexpr qint64 bytesMax = 2000;
    ActivityFile file(m_folder->path(), bytesMax);
    for (int id = 1; id <= 200; ++id)
        QVERIFY(file.append({.id = id, .at = m_clock.now(), .verb = ActivityVerb::RetryNow}).ok());
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    QCOMPARE(names.size(), ActivityFile::filesMax);
    for (const QString &name : names)
        QVERIFY(QFile(pathOf(name)).size() <= bytesMax);
    const QList<Activity> kept = ActivityFile::read(file.kept());
    QCOMPARE(file.lastId(), 200);
    QCOMPARE(kept.constLast().id, 200);
    QVERIFY(kept.constFirst().id > 1);
    for (qsizetype i = 1; i < kept.size(); ++i)
        QCOMPARE(kept.at(i).id, kept.at(i - 1).id + 1);
}

void TestActivityLog::idsGoOnAfterARestart()
{
    open()->note(ActivityVerb::RetryNow, u"g1"_s, {}, {});
    const auto again = open();
    again->note(ActivityVerb::RetryNow, u"g2"_s, {}, {});
    QCOMPARE(again->activities().at(1).id, again->activities().at(0).id + 1);
}

void TestActivityLog::whatIsNotedWhileTheRecordIsReadComesLast()
{
    open()->note(ActivityVerb::RetryNow, u"g1"_s, u"said \"id\":77"_s, {});
    ActivityLog log(m_folder->path(), m_clock, u"anna"_s);
    QSignalSpy wasRead(&log, &ActivityLog::wasRead);
    log.open();
    QVERIFY2(!log.isRead(), "nobody waits for the disk");
    log.note(ActivityVerb::RetryNow, u"g2"_s, {}, {});
    QCOMPARE(log.activities().size(), 1);
    QTRY_COMPARE(wasRead.size(), 1);
    QCOMPARE(log.activities().size(), 2);
    QCOMPARE(log.activities().at(0).object, u"g1"_s);
    QCOMPARE(log.activities().at(1).id, log.activities().at(0).id + 1);
}

void TestActivityLog::whatIsWrittenMeanwhileIsNotReadTwice()
{
    constexpr qint64 bytesMax = 1000;
    ActivityFile file(m_folder->path(), bytesMax);
    QVERIFY(file.append({.id = 1, .at = m_clock.now(), .verb = ActivityVerb::RetryNow}).ok());
    const QList<ActivityFile::Kept> kept = file.kept();
    for (int id = 2; id <= 30; ++id) // until the file was rotated
        QVERIFY(file.append({.id = id, .at = m_clock.now(), .verb = ActivityVerb::RetryNow}).ok());
    const QList<Activity> read = ActivityFile::read(kept);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.constFirst().id, 1);
}

void TestActivityLog::longTextsAreCut()
{
    open()->note(ActivityVerb::ForceStop, u"g1"_s, QString(100'000, u'x'), {});
    QVERIFY(fileText().size() < 3000);
    QVERIFY(open()->activities().constFirst().detail.endsWith(u'…'));
}

void TestActivityLog::lineBreaksAndQuotesStayInTheirLine()
{
    const QString reason = u"said \"no\",\nthen \u202egone\u202c"_s;
    open()->note(ActivityVerb::ForceStop, u"g1"_s, reason, {});
    QCOMPARE(fileText().count('\n'), 1);
    QCOMPARE(open()->activities().constFirst().detail, reason);
}

void TestActivityLog::theFileIsItsUsersAlone()
{
    open()->noteEvent(ActivityVerb::EngineStarted, u"sqlite:checkback.db"_s);
    QCOMPARE(
        QFile::permissions(pathOf(u"activity.jsonl"_s))
            & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
        QFileDevice::Permissions());
}

void TestActivityLog::aFolderThatCannotBeWrittenIsTold()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"activity.jsonl"_s)); // a folder where the file should be
    const auto log = open();
    QSignalSpy told(log.get(), &ActivityLog::problemChanged);
    log->noteEvent(ActivityVerb::EngineStarted, {});
    QCOMPARE(told.size(), 1);
    QVERIFY(log->problem().contains("activity.jsonl"_L1));
    QCOMPARE(log->activities().size(), 1); // shown all the same
    QVERIFY(QDir(m_folder->path()).rmdir(u"activity.jsonl"_s));
    log->noteEvent(ActivityVerb::StoreBack, {});
    QCOMPARE(told.size(), 2);
    QVERIFY(log->problem().isEmpty());
}

void TestActivityLog::everyVerbIsFoundByItsName()
{
    QSet<QString> names;
    for (const ActivityVerb verb : ui::allActivityVerbs) {
        names.insert(ui::activityVerbName(verb));
        QVERIFY(ui::activityVerbFromName(ui::activityVerbName(verb)) == verb);
    }
    QCOMPARE(names.size(), qsizetype(ui::allActivityVerbs.size()));
    QVERIFY(!ui::activityVerbFromName(u"fly"_s));
}

void TestActivityLog::urlsLoseTheirSecrets()
{
    QCOMPARE(ui::urlForRecord("http://u:p@host:80/in?token=secret#x"), u"http://host:80/in"_s);
}

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
