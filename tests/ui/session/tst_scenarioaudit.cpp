// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on record of scenarios that were played on real programs.
#include "core/faults/scenariolibrary.h"
#include "ui/session/scenarioaudit.h"
#include "ui/session/scenarioplayer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Activity;
using ui::ActivityVerb;
using Outcome = Activity::Outcome;
using Face = ui::ScenarioEntry::Face;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");
constexpr int patience = 60'000;

} // namespace

class TestScenarioAudit final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void whatAScenarioProvokesIsNamed();
    void aRunIsRequestedAcceptedAndObserved();
    void aBrokenRunIsOnRecordWithItsStep();
    void aStoppedRunIsOnRecord();
    void programsThatDoNotStartAreARefusal();
    void eachRunHasItsOwnLines();

private:
    void open(const QString &checkbackd = program);
    void play(const QByteArray &text);
    const QList<Activity> &lines() const { return m_log->activities(); }

    core::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::ActivityLog> m_log;
    std::unique_ptr<ui::ScenarioPlayer> m_player;
    std::unique_ptr<ui::ScenarioAudit> m_audit;
};

void TestScenarioAudit::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestScenarioAudit::cleanup()
{
    m_audit.reset();
    m_player.reset();
    m_log.reset();
    m_folder.reset();
}

void TestScenarioAudit::open(const QString &checkbackd)
{
    m_audit.reset();
    m_log = std::make_unique<ui::ActivityLog>(m_folder->path(), m_clock, u"anna"_s);
    m_log->open();
    m_player = std::make_unique<ui::ScenarioPlayer>(checkbackd);
    m_audit = std::make_unique<ui::ScenarioAudit>(*m_player, *m_log);
}

/// A story of one transfer that ends in the state that is expected, or not.
void TestScenarioAudit::play(const QByteArray &state)
{
    QFile file(m_folder->filePath(u"mine.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("title en Mine\ntitle zh 我的\naccount sender 1 5.00\naccount receiver 2 0.00\n"
               "en It pays.\nzh 付款。\ntransfer m1 from 1 to 2 amount 5.00\nwait state m1 "
               + state + " within 3s\nexpect invariants\n");
    file.close();
    const core::Result<int> added = m_player->addFile(file.fileName());
    QVERIFY(added.ok());
    m_player->choose(*added);
    m_player->play();
}

void TestScenarioAudit::whatAScenarioProvokesIsNamed()
{
    const auto provoked = [](const QString &name) { return ui::provokedBy(*core::faults::loadScenario(name)); };
    QCOMPARE(provoked(u"success"_s), QString());
    QCOMPARE(provoked(u"crash-after-commit"_s), u"sender:participant.before-submit=crash"_s);
    QCOMPARE(provoked(u"receiver-down"_s), u"crash:receiver"_s);
    QCOMPARE(provoked(u"receiver-database-paused"_s), u"pause:receiver"_s);
    QCOMPARE(provoked(u"checkback-error-page"_s), u"sender:participant.before-submit=fail|checkback:error-page"_s);
    for (const QString &name : core::faults::scenarioNames())
        QVERIFY2(!provoked(name).contains(u' '), qPrintable(name)); // one word of the record
}

void TestScenarioAudit::aRunIsRequestedAcceptedAndObserved()
{
    m_player->play();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().verb, ActivityVerb::PlayScenario);
    QCOMPARE(lines().first().outcome, Outcome::Requested);
    QCOMPARE(lines().first().object, u"success"_s);
    QCOMPARE(lines().first().who, u"anna"_s);
    QCOMPARE(lines().first().detail, u"pace=quick"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_player->currentEntry().face, Face::Holds, patience);
    QCOMPARE(lines().first().outcome, Outcome::Accepted);
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().last().verb, ActivityVerb::ScenarioEnded);
    QCOMPARE(lines().last().object, u"success"_s);
    QCOMPARE(lines().last().detail, u"verdict=holds took_ms=%1"_s.arg(m_player->currentEntry().outcome.took.count()));
}

void TestScenarioAudit::aBrokenRunIsOnRecordWithItsStep()
{
    play("failed");
    QTRY_COMPARE_WITH_TIMEOUT(m_player->currentEntry().face, Face::Broken, patience);
    QCOMPARE(lines().size(), 2);
    QVERIFY2(lines().last().detail.startsWith(u"verdict=broken took_ms="_s), qPrintable(lines().last().detail));
    QVERIFY2(lines().last().detail.endsWith(u" step=1"_s), qPrintable(lines().last().detail));
}

void TestScenarioAudit::aStoppedRunIsOnRecord()
{
    m_player->playScene();
    QTRY_VERIFY_WITH_TIMEOUT(m_player->isPaused(), patience);
    m_player->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_player->currentEntry().face, Face::Stopped, patience);
    QVERIFY(lines().last().detail.startsWith(u"verdict=stopped"_s));
}

void TestScenarioAudit::programsThatDoNotStartAreARefusal()
{
    QFile script(m_folder->filePath(u"checkbackd"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexit 3\n");
    script.close();
    QVERIFY(script.setPermissions(script.permissions() | QFileDevice::ExeOwner | QFileDevice::ExeUser));
    open(script.fileName());
    m_player->play();
    QTRY_COMPARE_WITH_TIMEOUT(m_player->currentEntry().face, Face::NotStarted, patience);
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().outcome, Outcome::Refused);
    QVERIFY(!lines().first().error.isEmpty());
}

void TestScenarioAudit::eachRunHasItsOwnLines()
{
    for (int run = 0; run < 2; ++run) {
        m_player->play();
        QTRY_VERIFY_WITH_TIMEOUT(!m_player->isPlaying(), patience);
    }
    QList<ActivityVerb> verbs;
    for (const Activity &line : lines())
        verbs << line.verb;
    QCOMPARE(verbs,
             (QList{ActivityVerb::PlayScenario, ActivityVerb::ScenarioEnded, ActivityVerb::PlayScenario,
                    ActivityVerb::ScenarioEnded}));
}

QTEST_GUILESS_MAIN(TestScenarioAudit)
#include "tst_scenarioaudit.moc"
