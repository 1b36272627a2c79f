// SPDX-License-Identifier: GPL-3.0-or-later
// How the console feels: the real window on the real engine, a store full of messages, and messages flowing.
//   bench_console [--messages 1000000] [--rate 10000] [--seconds 8] [--json FILE]
// Needs no display (QT_QPA_PLATFORM=offscreen is the default), makes its store in a temporary folder, prints one line a
// case: what it took, what it may take, and whether that is met.
#include "core/store/makestore.h"
#include "tests/bench/samplemessages.h"
#include "tests/ui/bench/consolebench.h"
#include "tests/ui/bench/messageload.h"
#include "tests/ui/bench/startbench.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QCommandLineParser>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize windowSize{1440, 900};

struct Wanted
{
    std::int64_t messages = 0; ///< in the store
    int rate = 0; ///< messages a second that flow
    std::chrono::seconds each{0}; ///< on each page
    QString json; ///< a file; empty: none
};

Wanted wantedBy(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"messages"_s, u"Messages in the store."_s, u"n"_s, u"1000000"_s},
                       {u"rate"_s, u"Messages a second that flow."_s, u"n"_s, u"10000"_s},
                       {u"seconds"_s, u"How long each page is watched."_s, u"n"_s, u"8"_s},
                       {u"json"_s, u"Every value, too."_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(arguments);
    return {parser.value(u"messages"_s).toLongLong(), parser.value(u"rate"_s).toInt(),
            std::chrono::seconds(parser.value(u"seconds"_s).toInt()), parser.value(u"json"_s)};
}

void dieUnless(const core::Status &done)
{
    if (done.ok())
        return;
    std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
    std::exit(1);
}

core::store::SqliteAddress filledStore(const QTemporaryDir &folder, std::int64_t messages)
{
    const core::store::SqliteAddress address{folder.filePath(u"full.db"_s)};
    const auto store = core::store::makeStore(address);
    dieUnless(store->open());
    const auto start = std::chrono::floor<core::Millis>(std::chrono::system_clock::now()) - core::Millis(messages);
    bench::fill(*store, {.count = messages, .start = core::TimePoint(start.time_since_epoch())});
    return address;
}

/// The window as main.cpp makes it, and all that is measured in it.
void benchWindow(bench::WatchedApplication &application, bench::BenchReport &report, const QString &folder,
                 const core::store::StoreAddress &store, const Wanted &wanted)
{
    ui::Settings settings(folder);
    theme::Theme theme(application);
    ui::Language language;
    language.use(u"en"_s);
    ui::Session session(ui::SessionOptions{folder, false, {}, {.store = store}});
    session.connections().load({});
    dieUnless(session.start());
    ui::MainWindow window(session, theme, settings, language);
    window.resize(windowSize);
    window.show();
    window.showPage(u"messages"_s);

    bench::ConsoleBench bench(application, session, window, report);
    bench.benchAnswers("nothing flows");
    bench::MessageLoad load;
    if (!load.start(session.coordinatorUrl(), wanted.rate))
        std::exit(1);
    const QByteArray flow = QByteArray::number(wanted.rate) + " messages a second flow";
    bench.benchFlow(flow, wanted.each);
    bench.benchAnswers(flow);
    load.stop();
    window.hide();
    session.stop(QDeadlineTimer(5s));
}

int benchConsole(bench::WatchedApplication &application, const Wanted &wanted)
{
    const QTemporaryDir folder;
    const core::store::SqliteAddress store = filledStore(folder, wanted.messages);
    std::printf("%lld messages in the store\n", static_cast<long long>(wanted.messages));
    bench::BenchReport report;
    bench::benchStart(report, folder.path(), u"sqlite:"_s + store.path);
    benchWindow(application, report, folder.path(), store, wanted);
    std::printf("%d cases not met\n", report.missed());
    const QJsonObject about{{u"messages"_s, qint64(wanted.messages)}, {u"rate"_s, wanted.rate}};
    return wanted.json.isEmpty() || report.write(wanted.json, about) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArrayView(argv[1]) == "load") {
        qputenv("QT_NO_GLIB", "1"); // Qt's own poll loop costs less than GLib's
        const QCoreApplication application(argc, argv);
        return bench::MessageLoad::run(argv[2], QByteArray(argv[3]).toInt());
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*.info=false;qt.qpa.*=false");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    bench::WatchedApplication application(argc, argv);
    return benchConsole(application, wantedBy(application.arguments()));
}
