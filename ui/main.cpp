// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptors.h"
#include "ui/mainwindow/firstframe.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/launchoptions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/screenshots.h"
#include "ui/mainwindow/singleinstance.h"
#include "ui/mainwindow/startfailure.h"
#include "ui/mainwindow/storycommand.h"
#include "ui/session/connections.h"
#include "ui/session/demomurmur.h"
#include "ui/session/demostory.h"
#include "ui/session/faultdesk.h"
#include "ui/session/lookout.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds endMax{1};

void print(const QString &text, FILE *stream)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

void paintAndEnd(ui::Screenshots &screenshots, const std::function<void()> &paint)
{
    paint();
    const int painted = screenshots.finish();
    print(u"%1 pictures\n"_s.arg(painted), stdout);
    QCoreApplication::exit(painted > 0 ? 0 : 1);
}

/// Paints the demo's messages once the charts have a course, or, when the store is away, how that looks; then ends.
void paintWhenTold(ui::Session &session, ui::DemoStory &story, ui::Screenshots &screenshots)
{
    constexpr std::chrono::seconds chartsGrow{10};
    constexpr std::chrono::seconds banksGiveUp{3};
    const auto paintAll = [&] { paintAndEnd(screenshots, [&] { screenshots.paintAll(story.retriedGid()); }); };
    QObject::connect(&story, &ui::DemoStory::ended, &screenshots,
                     [&screenshots, paintAll] { QTimer::singleShot(chartsGrow, &screenshots, paintAll); });
    auto *away = new QTimer(&screenshots);
    away->setSingleShot(true);
    QObject::connect(&session, &ui::Session::engineChanged, away, [&session, away, banksGiveUp] {
        if (session.engine().phase == ui::EngineState::Phase::Away)
            away->start(banksGiveUp);
    });
    QObject::connect(away, &QTimer::timeout, &screenshots, [&session, &screenshots, away] {
        session.disconnect(away);
        paintAndEnd(screenshots, [&screenshots] { screenshots.paintFaces(u"away"_s); });
    });
}

/// What there is before the demo.
void paintBefore(const ui::Session &session, ui::Screenshots &screenshots)
{
    if (session.engine().phase == ui::EngineState::Phase::Running)
        screenshots.paintFaces(u"empty"_s);
}

/// Needs neither window nor session.
int playAndEnd(QApplication &application, const ui::LaunchOptions &options)
{
    const ui::Settings settings(options.dataDir);
    theme::Theme theme(application);
    ui::Language language;
    theme.setScheme(settings.scheme());
    language.use(settings.language());
    const core::Result<QString> told = ui::exportScenario(theme, options.scenario, options.exportFile);
    print(told.ok() ? *told + u'\n' : u"checkback: %1\n"_s.arg(told.error().detail), told.ok() ? stdout : stderr);
    return told.ok() ? 0 : 1;
}

struct Ending
{
    int code = 0;
    bool isComplete = true; ///< false: threads still hang at a server
};

Ending runConsole(QApplication &application, const ui::LaunchOptions &options)
{
    ui::Settings settings(options.dataDir);
    theme::Theme theme(application);
    ui::Language language;
    theme.setScheme(settings.scheme());
    theme.setTextScale(settings.textScale());
    language.use(settings.language());

    auto owned = std::make_unique<ui::Session>(
        ui::SessionOptions{options.dataDir, options.readOnly, {}, options.databases, settings.engineLimits()});
    ui::Session &session = *owned;
    session.connections().load(settings.connections());
    if (const core::Status started = session.start(); !started.ok()) {
        const ui::StartFailure failure = ui::StartFailure::of(started.error(), options.dataDir);
        print(failure.plainText(), stderr);
        failure.show(theme);
        return {1};
    }
    session.faults().setOn(options.testMode);
    ui::MainWindow window(session, theme, settings, language);
    ui::FirstFrame firstFrame(window, session.lookout().flow());
    ui::SingleInstance instance(options.dataDir);
    QObject::connect(&instance, &ui::SingleInstance::raiseRequested, &window, [&window](const QByteArray &gid) {
        window.raiseToFront();
        if (!gid.isEmpty())
            window.showMessage(gid);
    });
    instance.listen();

    ui::DemoStory story(session);
    ui::DemoMurmur murmur(session);
    ui::Screenshots screenshots(window, session, theme, settings, QDir(options.screenshotDir));
    screenshots.setOnly(options.scenes);
    if (!options.screenshotDir.isEmpty())
        paintWhenTold(session, story, screenshots);
    window.show();
    if (!options.screenshotDir.isEmpty())
        screenshots.paintLoading();
    const bool isShown = options.demo || !options.screenshotDir.isEmpty() || !options.gid.isEmpty();
    if (!settings.isWelcomed() && !isShown)
        window.showWelcome();
    if (!options.gid.isEmpty())
        window.showMessage(options.gid);
    if (!options.caseFile.isEmpty())
        window.openCase(options.caseFile);
    if (options.demo || !options.screenshotDir.isEmpty())
        QTimer::singleShot(0, &story, [&] {
            if (!options.screenshotDir.isEmpty())
                paintBefore(session, screenshots);
            story.start();
            murmur.start();
        });
    const int code = application.exec();
    window.hide();
    const bool isComplete = session.stop(QDeadlineTimer(endMax));
    if (!isComplete)
        (void)owned.release(); // what hangs still uses it
    return {code, isComplete};
}

} // namespace

int main(int argc, char *argv[])
{
    core::makeRoomForDescriptors();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"checkback"_s);
    QApplication::setApplicationDisplayName(u"Checkback"_s);
    QApplication::setApplicationVersion(QStringLiteral(CHECKBACK_VERSION));
    QApplication::setDesktopFileName(u"checkback"_s);

    core::Result<ui::LaunchOptions> options = ui::LaunchOptions::parse(application.arguments());
    if (!options.ok()) {
        print(u"checkback: %1\n"_s.arg(options.error().detail), stderr);
        return 2;
    }
    if (!options->printAndEnd.isEmpty()) {
        print(options->printAndEnd, stdout);
        return 0;
    }
    if (!options->scenario.isEmpty())
        return playAndEnd(application, *options);
    QTemporaryDir thrownAway;
    if (options->demo || !options->screenshotDir.isEmpty())
        options->dataDir = thrownAway.path();
    if (ui::SingleInstance(options->dataDir).raiseOther(options->gid)) {
        print(u"checkback: a console on %1 is open already; it was brought to the front\n"_s.arg(options->dataDir),
              stdout);
        return 0;
    }
    const Ending ending = runConsole(application, *options);
    if (!ending.isComplete) { // all that counts is on disk: nobody waits for a server that hangs
        thrownAway.remove();
        std::fflush(nullptr);
        std::_Exit(ending.code);
    }
    return ending.code;
}
