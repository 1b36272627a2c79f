// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the scenarios, driven by mouse and keys, on real programs.
#include "tests/ui/support/sessionfixture.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/faultlab/recordingdialog.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/scenariomodel.h"
#include "ui/faultlab/scenebar.h"
#include "ui/mainwindow/language.h"
#include "ui/session/faultdesk.h"
#include "ui/session/scenariorecorder.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/switch.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::part;
using ui::ScenarioLab;
using Face = ui::ScenarioEntry::Face;

namespace {

const QString program = QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd");
constexpr int patience = 60'000;

} // namespace

class TestScenarioLab final : public QObject, test::SessionFixture
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void theListNamesEachWithHowItStands();
    void enterPlaysTheChosenOne();
    void aDoubleClickPlays();
    void keysStepAndStop();
    void theStoryIsReadWithTheRun();
    void aSceneIsReadAgainAfterTheEnd();
    void theEvidenceIsShown();
    void aStepThatBreaksIsToldInTheUsersLanguage();
    void theSwitchMakesItSlow();
    void aWrongFileIsToldAndReadAgain();
    void withoutTheProgramAllIsDisabledAndSaysWhy();
    void everythingHasAName();
    void whatIsDoneIsRecordedAndPlayedAgain();
    void aCrashAmongSeveralTransfersIsRecordedAndPlayedAgain();
    void withoutATransferNothingIsSaved();
    void theRunIsDrawnAsItHappens();

private:
    void open(const QString &checkbackd = program);
    void chooseByKeys(const QString &name);
    ui::ScenarioPlayer &player() { return m_lab->player(); }
    QString caption() { return part<QLabel>(*m_page, "storyCaption")->text(); }

    std::unique_ptr<QWidget> m_page;
    ScenarioLab *m_lab = nullptr; ///< of the page
};

void TestScenarioLab::initTestCase()
{
    startSession();
}

void TestScenarioLab::cleanupTestCase()
{
    endSession();
}

void TestScenarioLab::cleanup()
{
    m_page.reset();
}

void TestScenarioLab::open(const QString &checkbackd)
{
    m_page = std::make_unique<QWidget>();
    m_lab = new ScenarioLab(*m_session, checkbackd, m_theme, *m_page);
    auto *row = new QHBoxLayout(m_page.get());
    row->addWidget(m_lab->list());
    row->addWidget(m_lab->run(), 1);
    row->addWidget(m_lab->story(), 1);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    part<QListView>(*m_page, "scenarios")->setFocus();
}

void TestScenarioLab::chooseByKeys(const QString &name)
{
    auto *list = part<QListView>(*m_page, "scenarios");
    QTest::keyClick(list, Qt::Key_Home);
    for (int i = 0; i < player().entries().size() && player().currentEntry().scenario.name != name; ++i)
        QTest::keyClick(list, Qt::Key_J);
    QCOMPARE(player().currentEntry().scenario.name, name);
}

void TestScenarioLab::theListNamesEachWithHowItStands()
{
    open();
    auto *list = part<QListView>(*m_page, "scenarios");
    QAbstractItemModelTester tester(list->model());
    QCOMPARE(list->model()->rowCount(), player().entries().size());
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"A transfer succeeds"_s);
    QCOMPARE(list->model()->index(0, 0).data(ui::ScenarioModel::StandingRole).toString(), u"not run yet"_s);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"not run yet"_s));
}

void TestScenarioLab::enterPlaysTheChosenOne()
{
    open();
    chooseByKeys(u"crash-after-commit"_s);
    QTest::keyClick(part<QListView>(*m_page, "scenarios"), Qt::Key_Return);
    QVERIFY(player().isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
    QVERIFY2(player().currentEntry().face == Face::Holds, qPrintable(player().currentEntry().outcome.problem));
    const QModelIndex row = part<QListView>(*m_page, "scenarios")->currentIndex();
    QVERIFY(row.data(ui::ScenarioModel::StandingRole).toString().endsWith(u"checkback found the row"_s));
    QVERIFY(part<QLabel>(*m_page, "storyNow")->text().startsWith(u"All 7 invariant"_s));
}

void TestScenarioLab::aDoubleClickPlays()
{
    open();
    auto *list = part<QListView>(*m_page, "scenarios");
    const QModelIndex second = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
    QCOMPARE(player().current(), 1);
    QVERIFY(player().isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
    QVERIFY(second.data(ui::ScenarioModel::StandingRole).toString().endsWith(u"no debit, no credit"_s));
}

void TestScenarioLab::keysStepAndStop()
{
    open();
    QTest::keyClick(m_page.get(), Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused(), patience);
    QCOMPARE(player().currentEntry().scene(), 0);
    QVERIFY(part<widgets::Button>(*m_page, "storyRun")->text().startsWith(u"Go On"_s));
    QTest::keyClick(m_page.get(), Qt::Key_F10, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused() && player().currentEntry().scene() == 1, patience);
    QTest::keyClick(m_page.get(), Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Stopped, patience);
    QVERIFY(!m_lab->actions().stop()->isEnabled());
    QCOMPARE(m_lab->actions().stop()->toolTip(), u"Nothing is being played"_s);
    QTest::keyClick(m_page.get(), Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
}

void TestScenarioLab::theStoryIsReadWithTheRun()
{
    open();
    QCOMPARE(caption(), u"A transfer succeeds"_s);
    QSignalSpy status(m_lab, &ScenarioLab::statusTextChanged);
    QTest::mouseClick(part<widgets::Button>(*m_page, "storyStep"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused(), patience);
    QVERIFY2(caption().startsWith(u"User 1 at bank A sends 30.00 to user 2"_s), qPrintable(caption()));
    QVERIFY(part<widgets::ElidedLabel>(*m_page, "storyPlace")->text().endsWith(u"step 1 of 4"_s));
    QVERIFY(status.count() > 0);
    QCOMPARE(m_lab->statusText(), u"A transfer succeeds: paused, step 1 of 4"_s);
    QTest::mouseClick(part<widgets::Button>(*m_page, "storyStop"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
    QVERIFY(m_lab->statusText().isEmpty());
}

void TestScenarioLab::aSceneIsReadAgainAfterTheEnd()
{
    open();
    player().play();
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
    QVERIFY(caption().startsWith(u"The money has arrived, once"_s));
    auto *bar = part<ui::SceneBar>(*m_page, "storyBar");
    QTest::keyClick(bar, Qt::Key_Left);
    QVERIFY2(caption().startsWith(u"Nothing was left open."_s), qPrintable(caption()));
    QTest::mouseClick(bar, Qt::LeftButton, {}, {4, bar->height() / 2});
    QVERIFY2(caption().startsWith(u"User 1 at bank A"_s), qPrintable(caption()));
    QSignalSpy wanted(m_lab, &ScenarioLab::happeningsWanted);
    QTest::mouseClick(part<widgets::Button>(*m_page, "storyHappenings"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestScenarioLab::theEvidenceIsShown()
{
    open();
    QVERIFY(!part<widgets::Button>(*m_page, "storyEvidence")->isVisible());
    player().play();
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
    QTest::mouseClick(part<widgets::Button>(*m_page, "storyEvidence"), Qt::LeftButton);
    auto *dialog = part<QDialog>(*m_page, "evidenceDialog");
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(part<QLabel>(*dialog, "finding_nothing-twice")->accessibleName(), u"Holds: Nothing is booked twice"_s);
    QTest::mouseClick(part<widgets::Button>(*dialog, "close"), Qt::LeftButton);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"evidenceDialog"_s));
}

/// The line stays as the file has it; what was found instead is told in the language of the screen.
void TestScenarioLab::aStepThatBreaksIsToldInTheUsersLanguage()
{
    open();
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("title en Mine\ntitle zh 我的\naccount sender 1 2000.00\naccount receiver 2 0\nen A\nzh A\n"
               "transfer m1 from 1 to 2 amount 5\nexpect answer m1 200\nexpect balance sender 1 5.00\n");
    file.close();
    m_lab->open(file.fileName());
    player().play();
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Broken, patience);
    const auto now = [this] { return part<QLabel>(*m_page, "storyNow")->text(); };
    QTRY_COMPARE(now(), u"mine.txt:9: expect balance sender 1 5.00: it is 1,995.00"_s);
    ui::Language language;
    language.use(u"zh_CN"_s);
    m_lab->retranslate();
    QTRY_COMPARE(now(), u"mine.txt:9: expect balance sender 1 5.00: 现为 1,995.00"_s);
    language.use(u"en"_s);
}

void TestScenarioLab::theSwitchMakesItSlow()
{
    open();
    QVERIFY(!player().isSlow());
    QTest::mouseClick(part<widgets::Switch>(*m_page, "storyQuick"), Qt::LeftButton);
    QVERIFY(player().isSlow());
}

void TestScenarioLab::aWrongFileIsToldAndReadAgain()
{
    open();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.txt"_s);
    const auto write = [&](const QByteArray &text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const QByteArray story = "title en Mine\ntitle zh 我的\naccount sender 1 5\naccount receiver 2 0\nen A\nzh A\n"
                             "transfer m1 from 1 to 2 amount 5\nexpect answer m1 200\n";
    QVERIFY(write(QByteArray(story).replace("expect", "expects")));
    m_lab->open(path);
    auto *dialog = part<QDialog>(*m_page, "scenarioProblem");
    QVERIFY(part<QLabel>(*dialog, "problem")->text().startsWith(u"mine.txt:8: 'expects' begins no line"_s));
    QVERIFY(write(story));
    QTest::mouseClick(part<widgets::Button>(*dialog, "accept"), Qt::LeftButton);
    QCOMPARE(player().currentEntry().scenario.title.english, u"Mine"_s);
    QCOMPARE(player().currentEntry().file, QFileInfo(path).absoluteFilePath());
}

void TestScenarioLab::withoutTheProgramAllIsDisabledAndSaysWhy()
{
    open(u"/nowhere/checkbackd"_s);
    for (QAction *action : m_lab->actions().all()) {
        if (action == m_lab->actions().record())
            continue; // what is recorded here may be played elsewhere
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(u"/nowhere/checkbackd"_s));
    }
    QVERIFY(!part<QListView>(*m_page, "scenarios")->isVisible());
}

void TestScenarioLab::everythingHasAName()
{
    open();
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QAbstractItemView *>(widget)
            || qobject_cast<ui::SceneBar *>(widget);
        if (!isControl || !widget->isVisible())
            continue;
        auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName()));
    }
}

/// Recorded on this console's engine and banks; played on programs of its own, with the same result.
void TestScenarioLab::whatIsDoneIsRecordedAndPlayedAgain()
{
    open();
    m_session->faults().setOn(true);
    QVERIFY(m_session->faults().isAllowed());
    m_lab->actions().record()->trigger();
    QVERIFY(m_lab->recorder().isRecording());
    QVERIFY(m_session->faults().arm({.point = "submit.answer", .mode = core::FaultMode::Drop}).ok());
    QVERIFY(m_session->startTransfers({.fromUser = 1, .toUser = 2, .amount = core::Money::fromCents(1'250)}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_lab->recorder().draft().transfers() == 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_lab->recorder().draft().unfinished() == 0, patience);
    QVERIFY(m_lab->statusText().startsWith(u"Recording a scenario: 2 action"_s));
    m_lab->actions().record()->trigger();
    QVERIFY(!m_lab->recorder().isRecording());

    auto *dialog = part<ui::RecordingDialog>(*m_page, "recordingDialog");
    auto *scenes = part<QTableWidget>(*dialog, "recordedScenes");
    QCOMPARE(scenes->rowCount(), 3);
    QCOMPARE(scenes->item(0, 0)->text(), u"Armed: submit.answer=drop."_s);
    QCOMPARE(scenes->item(1, 1)->text(), u"用户 1 向用户 2 转账 12.50。"_s);
    QVERIFY(scenes->item(1, 2)->text().startsWith(u"transfer m1 from 1 to 2 amount 12.50"_s));
    QVERIFY(!scenes->item(1, 2)->flags().testFlag(Qt::ItemIsEditable));
    scenes->item(0, 0)->setText(u"The answer to the submit will be lost."_s);
    part<QLineEdit>(*dialog, "titleEnglish")->setText(u"My own story"_s);
    const QTemporaryDir folder;
    QVERIFY(part<widgets::Button>(*dialog, "accept")->isEnabled());
    QVERIFY2(dialog->saveTo(folder.filePath(u"mine.txt"_s)),
             qPrintable(part<QLabel>(*dialog, "recordingProblem")->text()));

    const ui::ScenarioEntry &entry = player().currentEntry();
    QCOMPARE(entry.scenario.title.english, u"My own story"_s);
    QCOMPARE(entry.scenario.scenes[0].caption.english, u"The answer to the submit will be lost."_s);
    player().play();
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
    QVERIFY2(entry.face == Face::Holds, qPrintable(entry.outcome.problem));
    const core::faults::Moment &end = entry.recording.moments.last();
    QCOMPARE(end.states.value("m1"), QByteArray("succeed"));
    QProcess alone; // without a screen, with the same verdict
    alone.start(program, {u"run"_s, folder.filePath(u"mine.txt"_s)});
    QVERIFY(alone.waitForFinished(patience));
    QCOMPARE(alone.exitCode(), 0);
    QVERIFY(alone.readAllStandardOutput().contains("All expectations and invariants hold."));
    m_session->faults().setOn(false);
}

/// Bank A dies with several transfers in every stage; which one the fault finds is chance, and the file has the one.
void TestScenarioLab::aCrashAmongSeveralTransfersIsRecordedAndPlayedAgain()
{
    open();
    m_session->faults().setOn(true);
    m_lab->actions().record()->trigger();
    QVERIFY(m_session->faults().arm({.point = "sender.before-submit", .mode = core::FaultMode::Crash}).ok());
    ui::TransferOrder order{.fromUser = 1, .toUser = 2, .amount = core::Money::fromCents(1'250)};
    order.count = 9;
    order.ratePerSecond = ui::TransferOrder::rateMax;
    order.askBackAfter = core::seconds(2);
    QVERIFY(m_session->startTransfers(order).ok());
    const ui::StoryDraft &draft = m_lab->recorder().draft();
    const auto isBack = [&draft] {
        return !draft.acts.isEmpty() && draft.acts.last().kind == ui::RecordedAct::Kind::Back;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(draft.transfers() == order.count && draft.unfinished() == 0, patience);
    m_lab->actions().record()->trigger();
    QVERIFY(!draft.labels.value(draft.acts[2].struck).isEmpty());

    auto *dialog = part<ui::RecordingDialog>(*m_page, "recordingDialog");
    QVERIFY2(part<widgets::Button>(*dialog, "accept")->isEnabled(),
             qPrintable(part<QLabel>(*dialog, "recordingProblem")->text()));
    const QTemporaryDir folder;
    QVERIFY2(dialog->saveTo(folder.filePath(u"crash.txt"_s)),
             qPrintable(part<QLabel>(*dialog, "recordingProblem")->text()));
    player().play();
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
    const ui::ScenarioEntry &entry = player().currentEntry();
    QVERIFY2(entry.face == Face::Holds, qPrintable(entry.outcome.problem));
    for (const QByteArray &label : std::as_const(draft.labels)) {
        const QByteArray now = entry.recording.moments.last().states.value(label);
        const QByteArray then =
            draft.unborn.contains(label) ? "none" : core::message::stateName(draft.states.value(label));
        QVERIFY2(now == then, label + " was " + then + ", it is " + now);
    }
    m_session->faults().setOn(false);
}

void TestScenarioLab::withoutATransferNothingIsSaved()
{
    open();
    m_lab->actions().record()->trigger();
    m_lab->actions().record()->trigger();
    auto *dialog = part<ui::RecordingDialog>(*m_page, "recordingDialog");
    QVERIFY(!part<widgets::Button>(*dialog, "accept")->isEnabled());
    QVERIFY(part<QLabel>(*dialog, "recordingProblem")->text().startsWith(u"Nothing was sent"_s));
    QTest::mouseClick(part<widgets::Button>(*dialog, "cancel"), Qt::LeftButton);
}

void TestScenarioLab::theRunIsDrawnAsItHappens()
{
    open();
    QVERIFY(!m_lab->showsRun());
    chooseByKeys(u"crash-after-commit"_s);
    player().playScene();
    QVERIFY(m_lab->showsRun());
    QTRY_VERIFY_WITH_TIMEOUT(player().isPaused(), patience);
    const auto &view = part<diagram::SequencePanel>(*m_page, "runSequence")->view();
    const auto has = [&view](diagram::Step::Kind kind) {
        return std::any_of(view.sequence().steps.cbegin(), view.sequence().steps.cend(),
                           [kind](const diagram::Step &step) { return step.kind == kind; });
    };
    QTRY_VERIFY(has(diagram::Step::Kind::Crash));
    const qsizetype steps = view.sequence().steps.size();
    player().play();
    QTRY_COMPARE_WITH_TIMEOUT(player().currentEntry().face, Face::Holds, patience);
    QTRY_VERIFY(view.sequence().steps.size() > steps);
    QTRY_COMPARE(view.sequence().steps.last().state, std::optional(theme::State::Succeed)); // drawn a moment later
    QTest::mouseClick(part<widgets::Button>(*m_page, "runToPoints"), Qt::LeftButton);
    QVERIFY(!m_lab->showsRun());
    QVERIFY(!m_lab->run()->isVisible());
}

QTEST_MAIN(TestScenarioLab)
#include "tst_scenariolab.moc"
