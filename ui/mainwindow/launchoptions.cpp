// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/launchoptions.h"

#include "core/base/gid.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::LaunchOptions)
public:
    static QString helpHint();
};

QString Words::helpHint()
{
    return tr("Try checkback --help.");
}

QList<QCommandLineOption> knownOptions()
{
    return {{u"data-dir"_s, Words::tr("Keep store, demo banks and settings in <dir>."), Words::tr("dir")},
            {u"gid"_s, Words::tr("Open the message <gid>."), Words::tr("gid")},
            {u"read-only"_s, Words::tr("Look, change nothing.")},
            {u"demo"_s, Words::tr("Start on a folder that is thrown away, with transfers made.")},
            {u"screenshot"_s, Words::tr("Paint every page into <dir> and end."), Words::tr("dir")},
            {{u"h"_s, u"help"_s}, Words::tr("Show this text.")},
            {{u"v"_s, u"version"_s}, Words::tr("Show the version.")}};
}

core::Error wrong(const QString &sentence)
{
    return core::Error::invalid({}, sentence + u' ' + Words::helpHint());
}

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace

core::Result<LaunchOptions> LaunchOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Console for two-phase messages, with a coordinator inside it."));
    parser.addOptions(knownOptions());
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(Words::tr("Not an option: %1.").arg(parser.positionalArguments().constFirst()));

    LaunchOptions options;
    if (parser.isSet(u"help"_s))
        options.printAndEnd = parser.helpText();
    else if (parser.isSet(u"version"_s))
        options.printAndEnd = u"checkback %1\n"_s.arg(QStringLiteral(CHECKBACK_VERSION));
    options.dataDir = parser.isSet(u"data-dir"_s) ? parser.value(u"data-dir"_s) : defaultDataDir();
    options.gid = parser.value(u"gid"_s).toUtf8();
    options.readOnly = parser.isSet(u"read-only"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.screenshotDir = parser.value(u"screenshot"_s);
    if (options.dataDir.isEmpty())
        return wrong(Words::tr("--data-dir needs the name of a folder."));
    if (parser.isSet(u"gid"_s) && !core::Gid::fromBytes(options.gid).ok())
        return wrong(Words::tr("--gid needs 1 to 128 visible ASCII characters without ';'."));
    return options;
}

} // namespace ui
