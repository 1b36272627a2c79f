// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Victim { Coordinator, Sender, Receiver };

} // namespace

/// Real processes, killed with SIGKILL at the protocol's points: the money arrives once, or nothing happened at all.
class TestKillNine : public QObject
{
    Q_OBJECT

private slots:
    void bothOrNeither_data();
    void bothOrNeither();
    void randomKillsUnderLoadLoseNothing();
    void terminationDrainsAndEndsWell();
};

void TestKillNine::bothOrNeither_data()
{
    QTest::addColumn<int>("victim");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("arrives");
    const auto row = [](const char *name, Victim victim, const char *fault, bool arrives) {
        QTest::newRow(name) << int(victim) << QByteArray(fault) << arrives;
    };
    row("coordinator before prepare is stored", Victim::Coordinator, "prepare.before-commit=crash", false);
    row("coordinator after prepare is stored", Victim::Coordinator, "prepare.after-commit=crash", false);
    row("coordinator after prepare is answered", Victim::Coordinator, "prepare.after-answer=crash", true);
    row("sender after prepare, barrier row not committed", Victim::Sender, "participant.after-barrier-insert=crash",
        false);
    row("sender before its local commit", Victim::Sender, "participant.before-commit=crash", false);
    row("sender after its local commit", Victim::Sender, "participant.after-commit=crash", true);
    row("sender before submit", Victim::Sender, "participant.before-submit=crash", true);
    row("coordinator before submit is stored", Victim::Coordinator, "submit.before-commit=crash", true);
    row("coordinator after submit is stored", Victim::Coordinator, "submit.after-commit=crash", true);
    row("coordinator after submit is answered", Victim::Coordinator, "submit.after-answer=crash", true);
    row("coordinator before it calls the branch", Victim::Coordinator, "branch.before-connect=crash", true);
    row("coordinator after it called the branch", Victim::Coordinator, "branch.after-send=crash", true);
    row("coordinator after the branch answered, not recorded", Victim::Coordinator, "branch.after-answer=crash", true);
    row("coordinator before it records the branch", Victim::Coordinator, "branch.before-record=crash", true);
    row("coordinator after it recorded the branch", Victim::Coordinator, "branch.after-record=crash", true);
    row("coordinator before it finishes", Victim::Coordinator, "finish.before=crash", true);
    row("coordinator after it finished", Victim::Coordinator, "finish.after=crash", true);
    row("receiver before its local commit", Victim::Receiver, "participant.before-commit=crash", true);
    row("receiver after its local commit, not answered", Victim::Receiver, "participant.after-commit=crash", true);
}

void TestKillNine::bothOrNeither()
{
    QFETCH(int, victim);
    QFETCH(QByteArray, fault);
    QFETCH(bool, arrives);

    tests::Town town;
    QVERIFY(town.start());
    tests::Program &dying = Victim(victim) == Victim::Coordinator ? town.coordinator()
        : Victim(victim) == Victim::Sender                        ? town.sender()
                                                                  : town.receiver();
    QCOMPARE(town.transferThroughKill(dying, fault, arrives), QString());
}

void TestKillNine::randomKillsUnderLoadLoseNothing()
{
    constexpr int kills = 14;
    tests::Town town;
    QVERIFY(town.start());
    std::atomic<bool> stop{false};
    std::vector<QList<QByteArray>> sent(3);
    std::vector<std::thread> load;
    for (int t = 0; t < 3; ++t) {
        load.emplace_back([&, t] {
            for (int i = 0; i < 2'000 && !stop; ++i) {
                const QByteArray gid = "load-" + QByteArray::number(t) + '-' + QByteArray::number(i);
                sent[t].append(gid);
                if (town.transfer(gid).outcome != core::http::ClientAnswer::Outcome::Answered)
                    std::this_thread::sleep_for(20ms);
            }
        });
    }
    QRandomGenerator random(20261122);
    bool allStarted = true;
    for (int i = 0; i < kills && allStarted; ++i) {
        QTest::qWait(200 + random.bounded(500));
        tests::Program &dying = i % 3 == 2 ? (i % 2 ? town.sender() : town.receiver()) : town.coordinator();
        dying.kill();
        allStarted = dying.start();
    }
    stop = true;
    for (std::thread &thread : load)
        thread.join();
    QVERIFY(allStarted);

    QList<QByteArray> gids;
    for (const QList<QByteArray> &of : sent)
        gids += of;
    QCOMPARE(town.unfinished(gids, 30s), QList<QByteArray>());
    QCOMPARE(town.brokenInvariants(), QString());
    const auto books = town.senderBooks();
    qInfo("%d kills, %lld transfers asked for, %lld committed, 0 lost, 0 doubled", kills, qlonglong(gids.size()),
          qlonglong(books.journal.size()));
    QVERIFY(books.journal.size() > kills);
}

void TestKillNine::terminationDrainsAndEndsWell()
{
    tests::Town town;
    QVERIFY(town.start());
    QCOMPARE(town.transfer("before-the-end").status, 200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(town.coordinator().terminate(), 0);
    QVERIFY(timer.elapsed() < 5'000);
    QVERIFY(town.coordinator().start());
    QCOMPARE(town.unfinished({"before-the-end"}, 10s), QList<QByteArray>());
    QCOMPARE(town.statusOf("before-the-end"), QByteArray("succeed"));
    QCOMPARE(town.brokenInvariants(), QString());
}

QTEST_GUILESS_MAIN(TestKillNine)
#include "tst_killnine.moc"
