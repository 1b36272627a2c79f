// SPDX-License-Identifier: Apache-2.0
// What a store costs: run by hand, in a Release build. Prints one line a case.
//   bench_store [WHERE] [ROWS]        SQLite stores are made in the folder WHERE (default: a temporary one) with ROWS
//                                     messages (1,000,000); or one in the empty database mysql://USER@HOST:PORT/DB
//   bench_store claims WHERE ROWS     only what it costs to find and to take a hundred due messages among ROWS
//   bench_store batches WHERE         only what it costs to write messages, by the size of a batch
// The password of a MySQL user comes from CHECKBACK_STORE_PASSWORD.
// The wall time of commits is mostly the disk's fsync; on a folder in memory it is what the processor needs.
#include "core/store/makestore.h"
#include "tests/bench/samplemessages.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace bench;
using namespace core;
using namespace core::message;
using namespace core::store;
using namespace Qt::StringLiterals;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);

void report(const char *name, double value, const char *unit)
{
    std::printf("%-44s %10.2f %s\n", name, value, unit);
    std::fflush(stdout);
}

/// Inserts in one commit and finishes in the next, as the engine does. Gives the next free id.
std::int64_t benchBatches(MessageStore &store, std::int64_t firstId, std::size_t batchSize, int messages)
{
    std::vector<std::vector<Save>> inserts;
    for (std::int64_t id = firstId; id < firstId + messages; ++id) {
        if (inserts.empty() || inserts.back().size() == batchSize)
            inserts.emplace_back();
        const TimePoint at = inserts.back().empty() ? start + Millis(id) : inserts.back().front().message.createdAt;
        inserts.back().push_back(newMessage(id, at));
    }
    std::vector<std::vector<Save>> updates;
    for (const std::vector<Save> &batch : inserts) {
        updates.emplace_back();
        for (const Save &save : batch)
            updates.back().push_back(finished(save));
    }
    const std::clock_t cpuStart = std::clock();
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < inserts.size(); ++i) {
        commitOrDie(store, inserts[i]);
        commitOrDie(store, updates[i]);
    }
    const QByteArray name = "insert + update, batches of " + QByteArray::number(qint64(batchSize));
    report(name.constData(), static_cast<double>(timer.nsecsElapsed()) / 1e3 / messages, "us a message");
    report("  of it processor", static_cast<double>(std::clock() - cpuStart) * 1e6 / CLOCKS_PER_SEC / messages,
           "us a message");
    return firstId + messages;
}

/// The codec and SQLite alone, without the disk: one batch of many.
std::int64_t benchOneBigBatch(MessageStore &store, std::int64_t firstId, int messages)
{
    return benchBatches(store, firstId, static_cast<std::size_t>(messages), messages);
}

/// Gives the next free id.
std::int64_t benchAllSizes(MessageStore &store)
{
    std::int64_t next = benchBatches(store, 1, 1, 2000);
    next = benchBatches(store, next, 32, 50'000);
    next = benchBatches(store, next, 64, 50'000);
    next = benchBatches(store, next, 256, 50'000);
    return benchOneBigBatch(store, next, 20'000);
}

/// The median of some runs, in milliseconds.
template<typename Run> void benchRuns(const char *name, Run run)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!run())
            std::fprintf(stderr, "%s failed\n", name);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    report(name, times[times.size() / 2], "ms");
}

void benchReads(MessageReader &reader, std::int64_t rows)
{
    benchRuns("counts()", [&] { return reader.counts().ok(); });
    benchRuns("page, no filter, 200 rows", [&] { return reader.page({}, 200, std::nullopt).ok(); });
    benchRuns("page, deep", [&] { return reader.page({}, 200, rows / 2).ok(); });
    benchRuns("page, unfinished", [&] {
        return reader.page({.states = {State::Prepared, State::Submitted}}, 200, std::nullopt).ok();
    });
    benchRuns("page, failed", [&] { return reader.page({.states = {State::Failed}}, 200, std::nullopt).ok(); });
    benchRuns("page, gid prefix of all", [&] { return reader.page({.gidPrefix = "01HF"}, 200, std::nullopt).ok(); });
    benchRuns("page, text that stands in 1 of 1000",
              [&] { return reader.page({.text = "\"user_id\":77}"}, 200, std::nullopt).ok(); });
    benchRuns("page, text that stands nowhere",
              [&] { return reader.page({.text = "nowhere"}, 200, std::nullopt).ok(); });
}

/// Finds a hundred and makes them one's own, as the engine does: one commit.
bool claim(MessageStore &store, TimePoint now)
{
    constexpr std::int64_t owner = 2;
    const Result<std::vector<Message>> due = store.due(now, owner, 100);
    if (!due.ok())
        return false;
    std::vector<Save> saves;
    for (const Message &message : *due) {
        saves.push_back({.message = message, .expectedFence = message.fence});
        saves.back().message.owner = owner;
        saves.back().message.fence += 1;
        saves.back().message.updatedAt = now;
    }
    commitOrDie(store, saves);
    return saves.size() == 100;
}

StoreAddress fileIn(const QString &folder, const QString &name)
{
    QDir().mkpath(folder);
    return SqliteAddress{folder + u'/' + name};
}

bool isServer(const QString &where)
{
    return where.startsWith(u"mysql:");
}

/// The address of a server, with its password.
StoreAddress serverAt(const QString &where)
{
    const auto parsed = storeAddressFromText(where);
    const auto address = parsed.ok() ? withPassword(*parsed, qEnvironmentVariable("CHECKBACK_STORE_PASSWORD")) : parsed;
    if (address.ok())
        return *address;
    std::fprintf(stderr, "%s\n", qPrintable(address.error().detail));
    std::exit(1);
}

std::unique_ptr<MessageStore> openOrDie(const StoreAddress &address)
{
    auto store = makeStore(address);
    const Status opened = store->open();
    if (opened.ok())
        return store;
    std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
    std::exit(1);
}

StoreAddress placeFor(const QString &where, const QString &fileName)
{
    return isServer(where) ? serverAt(where) : fileIn(where, fileName);
}

bool benchClaims(const QString &where, std::int64_t rows)
{
    const auto store = openOrDie(placeFor(where, u"claims-%1.db"_s.arg(qint64{rows})));
    fill(*store, {.count = rows, .start = start, .leaveDue = true});
    const TimePoint now = start + Millis(rows + 1);
    const bool ended = store->heartbeat(1, Millis(0)).ok(); // of the coordinator that all are owned by
    benchRuns("due(), 100 of them", [&] { return store->due(now, 2, 100).ok(); });
    benchRuns("100 of them claimed and committed", [&] { return claim(*store, now); });
    return ended;
}

bool benchStore(const StoreAddress &address, std::int64_t rows, bool leaveDue)
{
    const auto store = openOrDie(address);
    const auto reader = makeReader(address);
    if (!reader->open().ok())
        return false;
    std::int64_t next = benchAllSizes(*store);
    std::printf("-- %lld messages, %s\n", static_cast<long long>(rows),
                leaveDue ? "all due" : "all but the last finished");
    fill(*store, {.firstId = next, .count = rows, .start = start, .leaveDue = leaveDue});
    next += rows;
    commitOrDie(*store, {newMessage(next, start + Millis(next))});
    ++next;
    benchRuns("due(), 100 of them", [&] { return store->due(start + Millis(next), 2, 100).ok(); });
    benchRuns("nextDue()", [&] { return store->nextDue(start).ok(); });
    benchReads(*reader, rows);
    benchBatches(*store, next, 32, 50'000);
    return true;
}

bool benchAll(const QString &where, std::int64_t rows)
{
    if (isServer(where))
        return benchStore(serverAt(where), rows, false);
    return benchStore(fileIn(where, u"finished.db"_s), rows, false)
        && benchStore(fileIn(where, u"due.db"_s), rows, true);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"claims")
        return benchClaims(arguments[2], arguments[3].toLongLong()) ? 0 : 1;
    if (arguments.size() == 3 && arguments[1] == u"batches") {
        benchAllSizes(*openOrDie(placeFor(arguments[2], u"batches.db"_s)));
        return 0;
    }
    const QTemporaryDir temporary;
    const QString where = arguments.size() > 1 ? arguments[1] : temporary.path();
    return benchAll(where, arguments.size() > 2 ? arguments[2].toLongLong() : 1'000'000) ? 0 : 1;
}
