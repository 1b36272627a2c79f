// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/storycommand.h"

#include "core/faults/recording.h"
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"
#include "ui/moments/recordingmoments.h"
#include "ui/present/storyexport.h"
#include "ui/present/storyscenes.h"

#include <QCoreApplication>
#include <QDir>

#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

namespace faults = core::faults;

namespace {

struct StoryCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StoryCommand)
};

QString daemonBesideUs()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"checkbackd"_s);
}

} // namespace

core::Result<QString> exportScenario(const theme::Theme &theme, const QString &nameOrPath, const QString &file)
{
    if (const core::Status known = checkStoryFile(file); !known.ok())
        return known.error();
    const core::Result<faults::Scenario> scenario = faults::loadScenario(nameOrPath);
    if (!scenario.ok())
        return scenario.error();
    faults::Recording recording = faults::newRecording(*scenario);
    faults::Runner runner({.stage = {.program = daemonBesideUs()},
                           .watch = [&recording](const faults::Moment &moment) { recording.moments.append(moment); }});
    const faults::Outcome outcome = runner.run(*scenario);
    if (outcome.ending == faults::Outcome::Ending::NotStarted)
        return core::Error::unavailable(outcome.problem);
    const core::Status saved = saveStory(theme, momentsOf(recording), std::numeric_limits<int>::max(), file);
    if (!saved.ok())
        return saved.error();
    return outcome.ending == faults::Outcome::Ending::Holds
        ? StoryCommandWords::tr("%1: every expectation and invariant holds").arg(file)
        : StoryCommandWords::tr("%1: not everything holds. %2").arg(file, outcome.problem);
}

} // namespace ui
