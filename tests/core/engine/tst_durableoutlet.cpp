// SPDX-License-Identifier: Apache-2.0
#include "core/engine/durableoutlet.h"
#include "core/engine/loop.h"
#include "core/store/sqlitestore.h"
#include "tests/support/messagebuilders.h"

#include <QDir>
#include <QSemaphore>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace test;

namespace {

/// A disk that takes its time: each sync waits until the test lets it through.
class SlowDisk final : public store::Durability
{
public:
    struct Control
    {
        QSemaphore begun;
        QSemaphore allowed;
        std::atomic<bool> fails{false};
    };

    explicit SlowDisk(std::shared_ptr<Control> control) : m_control(std::move(control)) { }

    Status sync() override
    {
        m_control->begun.release();
        m_control->allowed.acquire();
        return m_control->fails ? Status(Error::unavailable(QStringLiteral("the disk is full"))) : Status(Done{});
    }

private:
    std::shared_ptr<Control> m_control;
};

/// Keeps which gids were answered. Any thread.
class Answers final : public Outlet
{
public:
    void deliver(std::vector<Output> &&outputs) override
    {
        const std::lock_guard lock(m_mutex);
        for (const Output &output : outputs) {
            if (const auto *call = std::get_if<Call>(&output))
                m_gids.append(call->gid.bytes());
        }
    }
    QList<QByteArray> gids() const
    {
        const std::lock_guard lock(m_mutex);
        return m_gids;
    }

private:
    mutable std::mutex m_mutex;
    QList<QByteArray> m_gids;
};

std::vector<Output> outputFor(const QByteArray &gid)
{
    std::vector<Output> outputs;
    outputs.push_back(Call{gidOf(gid), {}});
    return outputs;
}

/// The real disk's sync, which also keeps a copy of the files as they were when it began: what a power loss at its end
/// would leave at the least.
class CopyingDisk final : public store::Durability
{
public:
    CopyingDisk(std::unique_ptr<store::Durability> real, QString file, QString copies)
        : m_real(std::move(real))
        , m_file(std::move(file))
        , m_copies(std::move(copies))
    { }

    Status sync() override
    {
        const QString folder = m_copies + QStringLiteral("/%1").arg(m_count + 1);
        QDir().mkpath(folder);
        for (const char *suffix : {"", "-wal"})
            QFile::copy(m_file + QLatin1String(suffix), folder + QStringLiteral("/copy.db") + QLatin1String(suffix));
        Status synced = m_real->sync();
        ++m_count;
        return synced;
    }

    int count() const { return m_count; }

private:
    std::unique_ptr<store::Durability> m_real;
    QString m_file;
    QString m_copies;
    std::atomic<int> m_count{0};
};

/// Notes with each call how many syncs had ended by then.
class SyncCounting final : public Outlet
{
public:
    void deliver(std::vector<Output> &&outputs) override
    {
        const std::lock_guard lock(mutex);
        for (Output &output : outputs) {
            if (auto *call = std::get_if<Call>(&output))
                calls.append({call->gid, disk->count()});
        }
    }
    qsizetype count()
    {
        const std::lock_guard lock(mutex);
        return calls.size();
    }

    CopyingDisk *disk = nullptr;
    std::mutex mutex;
    QList<std::pair<Gid, int>> calls;
};

} // namespace

class TestDurableOutlet : public QObject
{
    Q_OBJECT

private slots:
    void nothingLeavesBeforeTheSyncThatBeganAfterIt();
    void whatIsDeliveredBeforeTheBeginningWaits();
    void withoutADurabilityEverythingPassesAtOnce();
    void aFailedSyncHoldsEverythingUntilItIsWrittenAnew();
    void theHealthCountsTheWaitForTheDisk();
    void theEndLetsOutWhatStillWaits();
    void theEndAfterAFailureLetsNothingOut();
    void noCallRunsAheadOfTheDisk();

private:
    std::unique_ptr<DurableOutlet> newOutlet();

    Answers m_answers;
    std::shared_ptr<SlowDisk::Control> m_disk;
    std::atomic<int> m_failures{0};
};

std::unique_ptr<DurableOutlet> TestDurableOutlet::newOutlet()
{
    m_disk = std::make_shared<SlowDisk::Control>();
    m_failures = 0;
    auto outlet = std::make_unique<DurableOutlet>(m_answers);
    outlet->begin(std::make_unique<SlowDisk>(m_disk), [this](const QString &) { ++m_failures; });
    return outlet;
}

void TestDurableOutlet::nothingLeavesBeforeTheSyncThatBeganAfterIt()
{
    const auto outlet = newOutlet();
    const qsizetype before = m_answers.gids().size();
    outlet->deliver(outputFor("first"));
    QVERIFY(m_disk->begun.tryAcquire(1, 5'000));
    outlet->deliver(outputFor("second")); // committed while the sync of the first runs
    QCOMPARE(m_answers.gids().size(), before);
    m_disk->allowed.release();
    QVERIFY(m_disk->begun.tryAcquire(1, 5'000));
    QCOMPARE(m_answers.gids().mid(before), QList<QByteArray>{"first"});
    m_disk->allowed.release();
    QTRY_COMPARE(m_answers.gids().mid(before), (QList<QByteArray>{"first", "second"}));
}

void TestDurableOutlet::whatIsDeliveredBeforeTheBeginningWaits()
{
    DurableOutlet outlet(m_answers);
    const qsizetype before = m_answers.gids().size();
    outlet.deliver(outputFor("early"));
    QCOMPARE(m_answers.gids().size(), before);
    outlet.begin(nullptr, {});
    QCOMPARE(m_answers.gids().mid(before), QList<QByteArray>{"early"});
}

void TestDurableOutlet::withoutADurabilityEverythingPassesAtOnce()
{
    DurableOutlet outlet(m_answers);
    outlet.begin(nullptr, {});
    const qsizetype before = m_answers.gids().size();
    outlet.deliver(outputFor("at-once"));
    QCOMPARE(m_answers.gids().mid(before), QList<QByteArray>{"at-once"});
}

void TestDurableOutlet::aFailedSyncHoldsEverythingUntilItIsWrittenAnew()
{
    const auto outlet = newOutlet();
    const qsizetype before = m_answers.gids().size();
    m_disk->fails = true;
    outlet->deliver(outputFor("unsure"));
    m_disk->allowed.release();
    QTRY_COMPARE(m_failures.load(), 1);
    m_disk->fails = false;
    m_disk->allowed.release(5);
    outlet->deliver(outputFor("behind"));
    QTest::qWait(50);
    QCOMPARE(m_answers.gids().size(), before); // another sync might say that all is well, and be wrong
    outlet->resume();
    QTRY_COMPARE(m_answers.gids().mid(before), (QList<QByteArray>{"unsure", "behind"}));
}

void TestDurableOutlet::theHealthCountsTheWaitForTheDisk()
{
    constexpr int syncMs = 40;
    const auto outlet = newOutlet();
    const QTemporaryDir folder;
    store::SqliteStore store({.path = folder.filePath(QStringLiteral("store.db"))});
    SystemClock clock;
    GidSource gids(clock, systemRandom());
    Metrics metrics;
    Coordinator coordinator(store, clock, gids, systemRandom(), *outlet, metrics, {});
    QVERIFY(coordinator.start().ok());
    QCOMPARE(outlet->diskWaitMs(), 0.0);
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf("measured"), Submit{contentOf({})}});
    coordinator.turn(std::move(items));
    QVERIFY(m_disk->begun.tryAcquire(1, 5'000));
    QTest::qSleep(syncMs);
    m_disk->allowed.release();
    QTRY_VERIFY(outlet->diskWaitMs() >= syncMs);
    QVERIFY(coordinator.health().commitMs > outlet->diskWaitMs());
}

void TestDurableOutlet::theEndLetsOutWhatStillWaits()
{
    const auto outlet = newOutlet();
    const qsizetype before = m_answers.gids().size();
    m_disk->allowed.release(2);
    outlet->deliver(outputFor("last"));
    outlet->finish();
    QCOMPARE(m_answers.gids().mid(before), QList<QByteArray>{"last"});
}

void TestDurableOutlet::theEndAfterAFailureLetsNothingOut()
{
    const auto outlet = newOutlet();
    const qsizetype before = m_answers.gids().size();
    m_disk->fails = true;
    outlet->deliver(outputFor("never"));
    m_disk->allowed.release(2);
    QTRY_COMPARE(m_failures.load(), 1);
    outlet->finish();
    QCOMPARE(m_answers.gids().size(), before);
}

/// Each call that was let out is found in the copy of the files that the last ended sync had before it.
void TestDurableOutlet::noCallRunsAheadOfTheDisk()
{
    constexpr int messages = 120;
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("store.db"));
    store::SqliteStore store({.path = file});
    SyncCounting out;
    DurableOutlet outlet(out);
    SystemClock clock;
    GidSource gids(clock, systemRandom());
    Metrics metrics;
    Loop loop(std::make_unique<Coordinator>(store, clock, gids, systemRandom(), outlet, metrics, CoordinatorOptions{}),
              clock, 20'000);
    QVERIFY(loop.start().ok());
    auto disk = std::make_unique<CopyingDisk>(store.deferDurability(), file, folder.filePath(QStringLiteral("copies")));
    out.disk = disk.get();
    outlet.begin(std::move(disk), {});
    const ContentPtr content = contentOf({});
    for (int n = 0; n < messages; ++n) {
        std::vector<Inbound> items;
        items.emplace_back(Command{gidOf("m" + QByteArray::number(n)), Submit{content}});
        QVERIFY(loop.tryPost(items));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(out.count(), messages);
    outlet.finish();

    QHash<int, QSet<Gid>> bySync;
    for (const auto &[gid, sync] : std::as_const(out.calls))
        bySync[sync].insert(gid);
    QVERIFY(bySync.size() > 1);
    for (auto group = bySync.cbegin(); group != bySync.cend(); ++group) {
        store::SqliteStore copy({.path = folder.filePath(QStringLiteral("copies/%1/copy.db").arg(group.key()))});
        QVERIFY(copy.open().ok());
        const auto found = copy.load(group->values());
        QVERIFY(found.ok());
        QCOMPARE(qsizetype(found->size()), group->size());
    }
}

QTEST_GUILESS_MAIN(TestDurableOutlet)
#include "tst_durableoutlet.moc"
