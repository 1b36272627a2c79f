// SPDX-License-Identifier: GPL-3.0-or-later
// What the page Proof takes on a store full of messages and banks with as many barrier rows and bookings.
//   bench_proof [--messages 1000000] [--rounds 5] [--json FILE]
// On banks in files, and where mariadbd is installed on banks of a private MariaDB that are read by a user who may only
// read. Needs no display; prints one line a case, as bench_console.
#include "core/store/makestore.h"
#include "tests/bench/samplemessages.h"
#include "tests/support/mariadbserver.h"
#include "tests/ui/bench/proofbench.h"

#include <QCommandLineParser>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void dieUnless(const core::Status &done)
{
    if (done.ok())
        return;
    std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
    std::exit(1);
}

QString filledStore(const QTemporaryDir &folder, qint64 messages)
{
    const core::store::SqliteAddress address{folder.filePath(u"full.db"_s)};
    const auto store = core::store::makeStore(address);
    dieUnless(store->open());
    const auto start = std::chrono::floor<core::Millis>(std::chrono::system_clock::now()) - core::Millis(messages);
    bench::fill(*store, {.count = messages, .start = core::TimePoint(start.time_since_epoch())});
    return address.path;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*.info=false;qt.qpa.*=false");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    bench::WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"messages"_s, u"Messages in the store, and transfers in the banks."_s, u"n"_s, u"1000000"_s},
                       {u"rounds"_s, u"Checks that are made."_s, u"n"_s, u"5"_s},
                       {u"json"_s, u"Every value, too."_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(application);
    const qint64 messages = parser.value(u"messages"_s).toLongLong();
    const int rounds = parser.value(u"rounds"_s).toInt();
    const QString json = parser.value(u"json"_s);

    const QTemporaryDir folder;
    const QString store = filledStore(folder, messages);
    std::printf("%lld messages in the store, as many transfers in the banks\n", static_cast<long long>(messages));
    bench::BenchReport report;
    bench::ProofBench bench(application, report);
    bench.run("banks in files", store, bench::fillSqliteBanks(folder, messages), rounds);
    if (test::MariaDbServer::isInstalled()) {
        test::MariaDbServer server;
        server.setArguments({u"--innodb-buffer-pool-size=1G"_s, u"--innodb-log-file-size=512M"_s});
        dieUnless(server.start());
        bench.run("banks on MariaDB, read by a user who may only read", store,
                  bench::fillMariaDbBanks(server, messages), rounds);
    }
    std::printf("%d cases not met\n", report.missed());
    const QJsonObject about{{u"messages"_s, messages}};
    return json.isEmpty() || report.write(json, about) ? 0 : 1;
}
