// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/launchoptions.h"

#include "core/base/gid.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
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
            {u"case"_s, Words::tr("Open the case in <file>."), Words::tr("file")},
            {u"scenario"_s, Words::tr("Play the scenario <name>, write its story and end; needs --export."),
             Words::tr("name")},
            {u"export"_s, Words::tr("Write the story to <file>: .html, .png or .svg."), Words::tr("file")},
            {u"read-only"_s, Words::tr("Look, change nothing.")},
            {u"store"_s, Words::tr("Keep messages in <url>: sqlite:PATH or mysql://USER@HOST:PORT/DB."), u"url"_s},
            {u"store-password-file"_s,
             Words::tr("The store's password is the first line of <file>, else CHECKBACK_STORE_PASSWORD."),
             Words::tr("file")},
            {u"bank-a"_s, Words::tr("The demo bank A keeps its accounts in <url>."), u"url"_s},
            {u"bank-b"_s, Words::tr("The demo bank B keeps its accounts in <url>."), u"url"_s},
            {u"db-password-file"_s,
             Words::tr("The banks' password is the first line of <file>, else CHECKBACK_DB_PASSWORD."),
             Words::tr("file")},
            {u"test-mode"_s, Words::tr("Let faults be armed from the start; else the fault lab's switch does.")},
            {u"demo"_s, Words::tr("Start on a folder that is thrown away, with transfers made.")},
            {u"screenshot"_s, Words::tr("Paint every page into <dir> and end."), Words::tr("dir")},
            {u"scenes"_s, Words::tr("With --screenshot: only what is called like <pattern>, such as 'faultlab*'."),
             Words::tr("pattern")},
            {{u"h"_s, u"help"_s}, Words::tr("Show this text.")},
            {{u"v"_s, u"version"_s}, Words::tr("Show the version.")}};
}

/// The first line of a file, else a variable: nothing secret stands on a command line.
core::Result<QString> secretOf(const QString &path, const char *variable)
{
    if (path.isEmpty())
        return qEnvironmentVariable(variable);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error::invalid({}, Words::tr("The password file %1: %2").arg(path, file.errorString()));
    return QString::fromUtf8(file.readLine()).trimmed();
}

core::Error wrong(const QString &sentence)
{
    return core::Error::invalid({}, sentence + u' ' + Words::helpHint());
}

core::Result<std::optional<core::store::StoreAddress>> storeOf(const QCommandLineParser &parser)
{
    using Store = std::optional<core::store::StoreAddress>;
    if (!parser.isSet(u"store"_s))
        return Store();
    const auto address = core::store::storeAddressFromText(parser.value(u"store"_s));
    if (!address.ok())
        return address.error();
    const auto password = secretOf(parser.value(u"store-password-file"_s), "CHECKBACK_STORE_PASSWORD");
    if (!password.ok())
        return password.error();
    const auto complete = core::store::withPassword(*address, *password);
    return complete.ok() ? core::Result<Store>(*complete) : complete.error();
}

core::Result<std::optional<core::bank::DatabaseUrl>> bankOf(const QCommandLineParser &parser, const QString &option)
{
    using Bank = std::optional<core::bank::DatabaseUrl>;
    if (!parser.isSet(option))
        return Bank();
    const auto url = core::bank::DatabaseUrl::parse(parser.value(option));
    return url.ok() ? core::Result<Bank>(*url) : url.error();
}

core::Result<GivenDatabases> databasesOf(const QCommandLineParser &parser)
{
    const auto store = storeOf(parser);
    const auto sender = bankOf(parser, u"bank-a"_s);
    const auto receiver = bankOf(parser, u"bank-b"_s);
    const auto password = secretOf(parser.value(u"db-password-file"_s), "CHECKBACK_DB_PASSWORD");
    if (!store.ok())
        return store.error();
    if (!sender.ok() || !receiver.ok())
        return sender.ok() ? receiver.error() : sender.error();
    if (!password.ok())
        return password.error();
    return GivenDatabases{*store, *sender, *receiver, *password};
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
    options.caseFile = parser.value(u"case"_s);
    options.scenario = parser.value(u"scenario"_s);
    options.exportFile = parser.value(u"export"_s);
    options.readOnly = parser.isSet(u"read-only"_s);
    options.testMode = parser.isSet(u"test-mode"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.screenshotDir = parser.value(u"screenshot"_s);
    options.scenes = parser.value(u"scenes"_s);
    if (options.dataDir.isEmpty())
        return wrong(Words::tr("--data-dir needs the name of a folder."));
    if (parser.isSet(u"gid"_s) && !core::Gid::fromBytes(options.gid).ok())
        return wrong(Words::tr("--gid needs 1 to 128 visible ASCII characters without ';'."));
    if (options.scenario.isEmpty() != options.exportFile.isEmpty())
        return wrong(Words::tr("--scenario and --export go together."));
    const auto databases = databasesOf(parser);
    if (!databases.ok())
        return wrong(databases.error().detail + u'.');
    options.databases = *databases;
    return options;
}

} // namespace ui
