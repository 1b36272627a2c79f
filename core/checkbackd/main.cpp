// SPDX-License-Identifier: Apache-2.0
#include "core/base/descriptors.h"
#include "core/base/faultpoint.h"
#include "core/checkbackd/commands.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace core::checkbackd;

namespace {

struct CommandSpec
{
    QString name;
    QString description;
    QList<OptionSpec> (*options)();
    int (*run)(const Options &);
    bool takesWords = true; ///< beside its options
};

const QList<CommandSpec> &commands()
{
    static const QList<CommandSpec> all{
        {u"serve"_s, u"run a coordinator; prints \"listening on HOST:PORT\" once it is ready"_s, serveOptions, serve,
         false},
        {u"bank"_s, u"run a sample bank with /api/busi/SagaBTransIn, /api/busi/QueryPreparedB and /api/busi/Transfer"_s,
         bankOptions, bank, false},
        {u"run"_s,
         u"NAME: run an example, http_msg_doAndCommit, or a scenario and tell its story (--list names them), or "
         u"compare naive "
         "transfers with two-phase messages: naive [sender-crash | answer-lost | receiver-down]"_s,
         runOptions, run},
        {u"case"_s,
         u"GID FILE: keep a message with its attempts, barrier rows and balances in a file, secrets masked"_s,
         caseOptions, saveCaseOf},
        {u"replay"_s, u"FILE: run the message of such a file once more, without calling anything"_s, replayOptions,
         replayCaseOf},
    };
    return all;
}

void print(const QString &text, FILE *where = stdout)
{
    std::fputs(qPrintable(text), where);
}

/// Of one command when one is named, else of all.
int help(const QStringList &words)
{
    const auto named = std::find_if(commands().cbegin(), commands().cend(),
                                    [&](const CommandSpec &command) { return words.contains(command.name); });
    print(u"Checkback %1: a coordinator for two-phase messages\n\nUsage: checkbackd %2 [OPTIONS]\n\n"_s.arg(
        QCoreApplication::applicationVersion(), named == commands().cend() ? u"COMMAND"_s : named->name));
    for (const CommandSpec &command : commands()) {
        if (named == commands().cend() || named->name == command.name)
            print(u"%1: %2\n%3\n"_s.arg(command.name, command.description, optionsHelp(command.options())));
    }
    print(u"Each option also from CHECKBACK_NAME or, with --config FILE, from an INI file; the command line wins.\n"_s);
    return exitGood;
}

int execute(const CommandSpec &command, const QStringList &arguments)
{
    const auto options = Options::read(arguments, command.options());
    if (!options.ok()) {
        report(options.error());
        return exitUsage;
    }
    if (!command.takesWords && !options->positional().isEmpty()) {
        report(core::Error::invalid({},
                                    u"%1 takes options only, not '%2' (--help lists them)"_s.arg(
                                        command.name, options->positional().constFirst())));
        return exitUsage;
    }
    if (const core::Status armed = armFaultsIfTesting(*options); !armed.ok()) {
        report(armed.error());
        return exitUsage;
    }
    return command.run(*options);
}

} // namespace

namespace core::checkbackd {

int report(const Error &error)
{
    print(u"checkbackd: "_s + error.detail + u'\n', stderr);
    return error.code == Error::Code::Invalid ? exitUsage : exitFailed;
}

Status armFaultsIfTesting(const Options &options)
{
    const bool isTesting = options.isOn(u"test-mode"_s);
    if (options.isOn(u"faults-from-stdin"_s) && !isTesting)
        return Error::invalid("faults-from-stdin",
                              u"--faults-from-stdin takes faults only with --test-mode: give both or neither"_s);
    const QByteArray faults = qgetenv("CHECKBACK_FAULTS");
    if (faults.isEmpty())
        return Done{};
    if (!isTesting)
        return Error::invalid("CHECKBACK_FAULTS",
                              u"CHECKBACK_FAULTS is set, but faults are armed only with --test-mode"_s);
    return armFaultPoints(faults);
}

} // namespace core::checkbackd

int main(int argc, char *argv[])
{
    core::makeRoomForDescriptors();
    qputenv("QT_NO_GLIB", "1"); // Qt's own dispatcher costs less a socket than the one on GLib
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"checkback"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CHECKBACK_VERSION));
    qSetMessagePattern(u"%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category} %{message}"_s);

    QStringList arguments = app.arguments().mid(1);
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s) || arguments.value(0) == u"help")
        return help(arguments);
    if (arguments.contains(u"--version"_s)) {
        print(u"checkbackd %1\n"_s.arg(app.applicationVersion()));
        return exitGood;
    }
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    for (const CommandSpec &command : commands()) {
        if (command.name == name)
            return execute(command, arguments);
    }
    const QString problem = name.isEmpty() ? u"no command was given"_s : u"'%1' is not a command"_s.arg(name);
    print(u"checkbackd: %1: give serve, bank, run, case or replay (--help tells more)\n"_s.arg(problem), stderr);
    return exitUsage;
}
