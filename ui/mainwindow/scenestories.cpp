// SPDX-License-Identifier: GPL-3.0-or-later
// What is provoked on purpose, and money on its way.
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/protocolpoints.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/sceneparts.h"
#include "ui/mainwindow/scenes.h"
#include "ui/present/storywindow.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace ui {

using core::FaultMode;

namespace {

constexpr char senderBeforeSubmit[] = "sender.before-submit";
constexpr char receiverAnswers[] = "receiver.request";
constexpr int slideOnTheWay = 2;
constexpr int answerTimes = 3;
const QByteArray nobodysGid = "01M2FS12WRT7BREJ1E706AKRSM"; // nothing is struck while it is looked at
const QString story = u"crash-after-commit"_s;

} // namespace

FaultLabPage &Scenes::faultLab() const
{
    return *m_window.findChild<FaultLabPage *>();
}

ScenarioLab &Scenes::lab() const
{
    return faultLab().scenarios();
}

void Scenes::arm(const QByteArray &point, FaultMode mode, int times, const QByteArray &gid) const
{
    m_session.faults().setOn(true);
    const core::Status armed = m_session.faults().arm({.point = point, .mode = mode, .times = times, .gid = gid});
    if (!armed.ok())
        qWarning("%s is not armed: %s", point.constData(), qPrintable(armed.error().detail));
    faultLab().choosePoint(protocolPoint(point)->number);
}

void Scenes::clearFaults() const
{
    m_session.faults().clear();
    m_session.faults().setOn(false);
}

void Scenes::sendOne() const
{
    TransferOrder order;
    order.amount = core::Money::fromCents(100);
    order.waitResult = false;
    scenes::waitFor([this, order] { return m_session.startTransfers(order).ok(); });
}

QList<Scene> Scenes::faultScenes() const
{
    const QString page = Pages::faultLabId;
    const auto armTwo = [this] {
        arm(senderBeforeSubmit, FaultMode::Crash, 1, nobodysGid);
        arm(receiverAnswers, FaultMode::Answer, answerTimes, nobodysGid);
    };
    const auto hold = [this] {
        arm(receiverAnswers, FaultMode::Hold, 1, {});
        sendOne();
        scenes::waitFor([this] { return !m_session.faults().held().isEmpty(); });
    };
    const auto clear = [this] { clearFaults(); };
    return {{u"faultlab-armed"_s, Scene::Kind::Face, page, armTwo, clear},
            {u"faultlab-held"_s, Scene::Kind::Face, page, hold, clear},
            {u"faultlab-table"_s, Scene::Kind::Face, page, press(page, u"pointsAsTable"_s),
             press(page, u"pointsAsTable"_s)}};
}

/// The scenario, played to its end where it was not yet. False: it cannot be played here.
bool Scenes::playOnce(const QString &name) const
{
    ScenarioPlayer &player = lab().player();
    const QList<ScenarioEntry> &entries = player.entries();
    const auto found = std::find_if(entries.cbegin(), entries.cend(),
                                    [&name](const ScenarioEntry &entry) { return entry.scenario.name == name; });
    if (found == entries.cend() || !player.whyNot().isEmpty())
        return false;
    player.choose(int(found - entries.cbegin()));
    if (!player.currentEntry().hasEnded())
        player.play();
    return scenes::waitFor([&player] { return player.currentEntry().hasEnded(); });
}

/// Opens the story that a button leads to, and shows a slide of it as large as the window.
void Scenes::present(const QString &from) const
{
    press(Pages::faultLabId, from)();
    scenes::waitFor([] { return scenes::popupOnTop(u"timeTravelWindow"_s) != nullptr; });
    const QWidget *travel = scenes::popupOnTop(u"timeTravelWindow"_s);
    if (!travel)
        return;
    travel->findChild<QAbstractButton *>(u"presentMoments"_s)->click();
    auto *slides = travel->findChild<StoryWindow *>();
    slides->showNormal();
    slides->setGeometry(m_window.geometry());
    slides->goTo(slideOnTheWay);
}

/// None where the programs that play them are missing.
QList<Scene> Scenes::scenarioScenes() const
{
    if (!QFile::exists(ScenarioPlayer::usualProgram()))
        return {};
    const QString page = Pages::faultLabId;
    const auto played = [this](const std::function<void()> &then) {
        return [this, then] {
            if (playOnce(story))
                then();
        };
    };
    const auto showRun = [this](bool on) { return [this, on] { lab().setShowsRun(on); }; };
    const auto record = [this] {
        lab().actions().record()->setChecked(true);
        arm(receiverAnswers, FaultMode::Answer, 1, nobodysGid);
        sendOne();
        scenes::waitFor([this] { return !m_session.transferProgress().running; });
        lab().actions().record()->setChecked(false);
    };
    const auto openBroken = [this] {
        const QString path = QDir(m_session.dataDir()).filePath(u"story.txt"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("title en My story\ntransfer m1 from 1 to 2 amount lots\n");
        file.close();
        lab().open(path);
    };
    return {{u"faultlab-run"_s, Scene::Kind::Face, page, played(showRun(true)), showRun(false)},
            {u"dialog-evidence"_s, Scene::Kind::Popup, page, played(press(page, u"storyEvidence"_s)), {}},
            {u"window-run-happened"_s, Scene::Kind::Popup, page, played(press(page, u"storyHappenings"_s)),
             showRun(false), u"timeTravelWindow"_s},
            {u"present-story"_s, Scene::Kind::Popup, page, played([this] { present(u"storyHappenings"_s); }),
             showRun(false), u"storyWindow"_s},
            {u"dialog-recording"_s, Scene::Kind::Popup, page, record, [this] { clearFaults(); }},
            {u"dialog-scenario-problem"_s, Scene::Kind::Popup, page, openBroken, {}}};
}

QList<Scene> Scenes::moneyScenes() const
{
    const QString page = Pages::transferId;
    const auto burst = [this] {
        TransferOrder order;
        order.amount = core::Money::fromCents(100);
        order.count = 200;
        order.ratePerSecond = 20;
        scenes::waitFor([this, order] { return m_session.startTransfers(order).ok(); });
        scenes::waitFor([this] { return m_session.transferProgress().observed > 0; });
    };
    const auto stop = [this] {
        m_session.cancelTransfers();
        scenes::waitFor([this] { return !m_session.transferProgress().running; });
    };
    const auto quit = [this, burst] {
        burst();
        m_window.close();
    };
    return {{u"transfer-naive"_s, Scene::Kind::Face, page, press(page, u"naive"_s), press(page, u"twoPhase"_s)},
            {u"transfer-running"_s, Scene::Kind::Face, page, burst, stop},
            {u"dialog-close"_s, Scene::Kind::Popup, page, quit, stop}};
}

} // namespace ui
