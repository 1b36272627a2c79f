// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"
#include "tests/support/scriptedpeer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::http::ClientAnswer;

namespace {

constexpr int clients = 6;
constexpr int fillingBytes = 60'000;

/// A real checkbackd on a disk that can fail, lie, and lose its power.
class Machine final
{
public:
    Machine()
        : m_program({u"serve"_s, u"--store"_s, u"sqlite:"_s + m_folder.filePath(u"store/checkback.db"_s)})
        , m_branch([](const core::http::Request &) { return test::ScriptedPeer::success(); })
    {
        QDir(m_folder.path()).mkdir(u"store"_s);
        QDir(m_folder.path()).mkdir(u"image"_s);
        m_program.setEnvironment({{u"LD_PRELOAD"_s, QStringLiteral(CHECKBACK_BIN_DIR "/libdiskshim.so")},
                                  {u"DISKSHIM_IMAGE"_s, m_folder.filePath(u"image"_s)},
                                  {u"DISKSHIM_FAILS"_s, m_folder.filePath(u"fails"_s)},
                                  {u"DISKSHIM_LIES"_s, m_folder.filePath(u"lies"_s)}});
    }

    bool start() { return m_program.start(); }
    void setFailing(bool on) { set(u"fails"_s, on); }
    void setLying(bool on) { set(u"lies"_s, on); }

    /// Each message from now on takes many pages of the store's log.
    void sendMuch() { m_payload = R"({\"filling\":\")" + QByteArray(fillingBytes, 'x') + R"(\"})"; }
    /// How many times the log was copied into the database file whole and written from its beginning again:
    /// "Checkpoint sequence number" of its header, https://www.sqlite.org/fileformat2.html#the_write_ahead_log
    uint logBeginnings() const
    {
        QFile log(m_folder.filePath(u"store/checkback.db-wal"_s));
        return log.open(QIODevice::ReadOnly) ? log.read(16).mid(12).toHex().toUInt(nullptr, 16) : 0;
    }

    /// What was not synced is gone, and the machine starts again. A file that was deleted stays so: SQLite syncs the
    /// folder.
    bool losePower()
    {
        m_program.kill();
        QDir store(m_folder.filePath(u"store"_s));
        const QDir image(m_folder.filePath(u"image"_s));
        for (const QString &file : store.entryList(QDir::Files)) {
            store.remove(file);
            if (image.exists(file) && !QFile::copy(image.filePath(file), store.filePath(file)))
                return false;
        }
        return start();
    }

    ClientAnswer post(core::http::BlockingClient &client, const QByteArray &path, const QByteArray &gid,
                      std::chrono::milliseconds timeout = 10s) const
    {
        return client.send({.method = "POST",
                            .url = *core::http::Url::parse(QByteArray(m_program.url() + "/api/dtmsvr" + path)),
                            .headers = {core::http::Header{"Content-Type", "application/json"}},
                            .body = R"({"trans_type":"msg","protocol":"http","gid":")" + gid + R"(","query_prepared":")"
                                + m_branch.url("/ask") + R"(","steps":[{"action":")" + m_branch.url("/in")
                                + R"("}],"payloads":[")" + m_payload + R"("]})",
                            .timeout = timeout});
    }

    /// Prepares and submits for this long or until that is said to be enough, at most 5,000 messages a client; gives
    /// the gids that were answered with success: "p-…" prepared, "s-…" submitted.
    QList<QByteArray> load(const QByteArray &round, std::chrono::milliseconds length,
                           const std::function<bool()> &isLongEnough = {})
    {
        std::atomic<bool> stop{false};
        std::mutex mutex;
        QList<QByteArray> answered;
        std::vector<std::thread> threads;
        for (int t = 0; t < clients; ++t) {
            threads.emplace_back([&, t] {
                core::http::BlockingClient client;
                for (int i = 0; i < 5'000 && !stop; ++i) {
                    const bool prepares = i % 2 == 0;
                    const QByteArray gid =
                        (prepares ? "p-" : "s-") + round + '-' + QByteArray::number(t) + '-' + QByteArray::number(i);
                    if (post(client, prepares ? "/prepare" : "/submit", gid).status != 200)
                        continue;
                    const std::lock_guard lock(mutex);
                    answered.append(gid);
                }
            });
        }
        const QDeadlineTimer end(length);
        while (!end.hasExpired() && !(isLongEnough && isLongEnough()))
            std::this_thread::sleep_for(20ms);
        m_program.kill(); // in the middle of the load
        stop = true;
        for (std::thread &thread : threads)
            thread.join();
        return answered;
    }

    /// Those of them that the coordinator does not know, or not as far as it said.
    QList<QByteArray> lost(const QList<QByteArray> &gids) const
    {
        core::http::BlockingClient client({.bodyBytesMax = 4 * fillingBytes});
        QList<QByteArray> missing;
        for (const QByteArray &gid : gids) {
            const QByteArray url = m_program.url() + "/api/dtmsvr/query?gid=" + gid;
            const ClientAnswer answer = client.send({.url = *core::http::Url::parse(url)});
            const QString status = QJsonDocument::fromJson(answer.body)[u"transaction"][u"status"].toString();
            const bool isKept =
                gid.startsWith("p-") ? !status.isEmpty() : status == u"submitted" || status == u"succeed";
            if (!isKept)
                missing.append(gid);
        }
        return missing;
    }

private:
    void set(const QString &name, bool on)
    {
        QFile file(m_folder.filePath(name));
        const bool done = on ? file.open(QIODevice::WriteOnly) : file.remove();
        if (!done)
            qFatal("no switch for the disk");
    }

    QTemporaryDir m_folder;
    tests::Program m_program;
    QByteArray m_payload = "{}";
    test::ScriptedPeer m_branch;
};

} // namespace

/// What was answered with success is on the disk, whatever the disk does.
class TestPowerLoss : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasAnsweredSurvivesAPowerLoss();
    void whatWasAnsweredSurvivesAPowerLossWhileTheLogIsCopied();
    void aDiskThatLiesIsSeenByThisTest();
    void aDiskThatFailsHoldsEveryAnswer();
};

void TestPowerLoss::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a preloaded library does not go together with a sanitizer");
#endif
}

void TestPowerLoss::whatWasAnsweredSurvivesAPowerLoss()
{
    constexpr int rounds = 5;
    Machine machine;
    QVERIFY(machine.start());
    QList<QByteArray> answered;
    for (int round = 0; round < rounds; ++round) {
        answered += machine.load(QByteArray::number(round), 600ms);
        QVERIFY(machine.losePower());
        QCOMPARE(machine.lost(answered), QList<QByteArray>());
    }
    qInfo("%d power losses, %lld answers with success, 0 lost", rounds, qlonglong(answered.size()));
    QVERIFY(answered.size() > 20 * rounds);
}

void TestPowerLoss::whatWasAnsweredSurvivesAPowerLossWhileTheLogIsCopied()
{
    constexpr int rounds = 2;
    Machine machine;
    QVERIFY(machine.start());
    machine.sendMuch();
    QList<QByteArray> answered;
    for (int round = 0; round < rounds; ++round) {
        const uint before = machine.logBeginnings();
        answered += machine.load(QByteArray::number(round), 20s, [&] { return machine.logBeginnings() > before; });
        QVERIFY(machine.logBeginnings() > before);
        QVERIFY(machine.losePower());
        QCOMPARE(machine.lost(answered), QList<QByteArray>());
    }
    qInfo("%d power losses, %lld answers with success, 0 lost", rounds, qlonglong(answered.size()));
}

void TestPowerLoss::aDiskThatLiesIsSeenByThisTest()
{
    Machine machine;
    QVERIFY(machine.start());
    machine.setLying(true);
    const QList<QByteArray> answered = machine.load("lies", 500ms);
    machine.setLying(false);
    QVERIFY(!answered.isEmpty());
    QVERIFY(machine.losePower());
    QCOMPARE(machine.lost(answered), answered);
}

void TestPowerLoss::aDiskThatFailsHoldsEveryAnswer()
{
    Machine machine;
    QVERIFY(machine.start());
    core::http::BlockingClient client;
    QCOMPARE(machine.post(client, "/submit", "s-before").status, 200);
    machine.setFailing(true);
    for (int i = 0; i < 4; ++i) {
        const ClientAnswer answer = machine.post(client, "/submit", "s-bad-" + QByteArray::number(i), 1s);
        QVERIFY2(answer.status != 200, answer.body.constData());
    }
    machine.setFailing(false);
    QTRY_COMPARE_WITH_TIMEOUT(machine.post(client, "/submit", "s-after", 2s).status, 200, 15'000);
    QVERIFY(machine.losePower());
    QCOMPARE(machine.lost({"s-before", "s-after"}), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
