// SPDX-License-Identifier: GPL-3.0-or-later
// How the console feels: the real window on the real engine, a store full of messages, and messages flowing.
//   bench_console [MESSAGES [A_SECOND [SECONDS]]]    1,000,000 messages in the store, 10,000 more a second, ten seconds
//                                                    on each page
// Needs no display (QT_QPA_PLATFORM=offscreen is the default), makes its store in a temporary folder, prints one line a
// measurement: what it took, what it may take, and whether that is met.
#include "core/store/makestore.h"
#include "tests/bench/samplemessages.h"
#include "tests/ui/bench/consolebench.h"
#include "tests/ui/bench/messageload.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize windowSize{1440, 900};
constexpr double firstPaintMax = 500; ///< ms

struct Wanted
{
    std::int64_t messages = 1'000'000;
    int rate = 10'000; ///< messages a second
    std::chrono::seconds each{10};
};

Wanted wantedBy(const QStringList &arguments)
{
    Wanted wanted;
    if (arguments.size() > 1)
        wanted.messages = arguments[1].toLongLong();
    if (arguments.size() > 2)
        wanted.rate = arguments[2].toInt();
    if (arguments.size() > 3)
        wanted.each = std::chrono::seconds(arguments[3].toInt());
    return wanted;
}

core::store::StoreAddress filledStore(const QTemporaryDir &folder, std::int64_t messages)
{
    const core::store::StoreAddress address = core::store::SqliteAddress{folder.filePath(u"full.db"_s)};
    const auto store = core::store::makeStore(address);
    if (const core::Status opened = store->open(); !opened.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        std::exit(1);
    }
    const auto start = std::chrono::floor<core::Millis>(std::chrono::system_clock::now()) - core::Millis(messages);
    bench::fill(*store, {.count = messages, .start = core::TimePoint(start.time_since_epoch())});
    return address;
}

void tellFirstPaint(double milliseconds)
{
    std::printf("first frame after %.0f ms, store and engine opened among them (≤%.0f %s)\n", milliseconds,
                firstPaintMax, milliseconds <= firstPaintMax ? "✓" : "✗");
}

int benchConsole(bench::WatchedApplication &application, const Wanted &wanted)
{
    const QTemporaryDir folder;
    const core::store::StoreAddress store = filledStore(folder, wanted.messages);
    std::printf("%lld messages in the store\n", static_cast<long long>(wanted.messages));

    QElapsedTimer clock;
    clock.start();
    ui::Settings settings(folder.path());
    theme::Theme theme(application);
    ui::Language language;
    language.use(u"en"_s);
    ui::Session session(ui::SessionOptions{folder.path(), false, {}, {.store = store}});
    session.connections().load({});
    if (const core::Status started = session.start(); !started.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().detail));
        return 1;
    }
    ui::MainWindow window(session, theme, settings, language);
    window.resize(windowSize);
    window.show();
    while (application.frameCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tellFirstPaint(double(clock.nsecsElapsed()) / 1e6);

    bench::ConsoleBench bench(application, session, window);
    bench.benchAnswers("-- nothing flows");
    bench::MessageLoad load;
    if (!load.start(session.coordinatorUrl(), wanted.rate))
        return 1;
    std::printf("-- %d messages a second\n", wanted.rate);
    bench.benchFlow(wanted.each);
    bench.benchAnswers("-- the same flow");
    load.stop();
    window.hide();
    return session.stop(QDeadlineTimer(5s)) ? 0 : 1;
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
