// SPDX-License-Identifier: GPL-3.0-or-later
// Engine and banks of the console, crashed on purpose at each point where that can be: the message ends, and the banks'
// own rows say that nothing is lost and nothing doubled. As tests/process/tst_killnine.cpp, in one process; with store
// and banks in files, or on a real MariaDB with CHECKBACK_TEST_DATABASES=mariadb.
#include "core/bank/proof.h"
#include "core/base/faultpoint.h"
#include "core/http/client.h"
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/sessionfixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/bankview.h"
#include "ui/session/enginedesk.h"
#include "ui/session/faultdesk.h"

#include <QSignalSpy>

#include <future>

using namespace Qt::StringLiterals;
using core::FaultMode;

namespace {

constexpr int endsWithin = 30'000; ///< a message, whatever crashed
/// No message comes by these: they belong to the store, or pass with finished messages of long ago.
const QList<QByteArray> notOfAMessage{"lease.renew", "purge", "migration.step"};
const core::Money allMoney = core::Money::fromCents(4'000'000);

/// What else must go wrong for a message to come by a point.
QByteArray detourTo(const QByteArray &point)
{
    if (point.startsWith("checkback.") || point == "sender.checkback" || point == "sender.answer")
        return "sender.before-submit=fail";
    if (point.startsWith("claim."))
        return "receiver.answer=answer:500";
    return {};
}

} // namespace

class TestCrashInProcess final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { endSession(); }

    void nothingIsLostWhereverItCrashes_data();
    void nothingIsLostWhereverItCrashes();
    void theCoordinatorIsDownForAMomentAndKeepsItsAddress();
    void manyTransfersOutliveCrashesOfAllParts();
    void aCommandThatWaitedAtACrashGetsAnOutcome();
    void whatCrashedIsOnRecord();

private:
    /// POSTs a transfer to bank A and does not wait.
    std::future<core::http::ClientAnswer> send(const QByteArray &gid, const QByteArray &amount) const;
    void arm(const QByteArray &text);
    /// "" for a message that is not there.
    QByteArray stateOf(const QByteArray &gid);
    bool isOver(const QByteArray &gid);
    ui::SessionOptions optionsOnServer();
    core::bank::DatabaseUrl bankOnServer(const QString &name) const;
    core::bank::BankSnapshot snapshotOf(const core::bank::DatabaseUrl &url) const;
    bool isOnRecord(ui::ActivityVerb verb, ui::Activity::Outcome outcome) const;
    void verifyBooks(const QByteArray &gid, const QByteArray &state);

    test::MariaDbServer m_server; // first: the session ends before it
    core::bank::DatabaseUrl m_sender;
    core::bank::DatabaseUrl m_receiver;
    int m_count = 0;
};

core::bank::DatabaseUrl TestCrashInProcess::bankOnServer(const QString &name) const
{
    core::bank::DatabaseUrl url;
    url.kind = core::bank::DatabaseUrl::Kind::MySql;
    url.host = u"127.0.0.1"_s;
    url.port = m_server.port();
    url.user = m_server.userName();
    url.database = name;
    return url;
}

ui::SessionOptions TestCrashInProcess::optionsOnServer()
{
    ui::SessionOptions options;
    options.given = {.store = core::store::MysqlAddress{.host = u"127.0.0.1"_s,
                                                        .port = m_server.port(),
                                                        .user = m_server.userName(),
                                                        .password = m_server.password(),
                                                        .database = u"crash_store"_s},
                     .sender = bankOnServer(u"crash_a"_s),
                     .receiver = bankOnServer(u"crash_b"_s),
                     .bankPassword = m_server.password()};
    return options;
}

void TestCrashInProcess::initTestCase()
{
    ui::SessionOptions options;
    if (qEnvironmentVariable("CHECKBACK_TEST_DATABASES") == u"mariadb") {
        if (!test::MariaDbServer::isInstalled())
            QSKIP("mariadb-server is not installed");
        const core::Status started = m_server.start();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
        for (const QString &name : {u"crash_store"_s, u"crash_a"_s, u"crash_b"_s})
            QVERIFY(m_server.createDatabase(name).ok());
        options = optionsOnServer();
    }
    startSession(options);
    m_sender = options.given.sender.value_or(core::bank::DatabaseUrl{.path = m_dir->filePath(u"bank-a.db"_s)});
    m_receiver = options.given.receiver.value_or(core::bank::DatabaseUrl{.path = m_dir->filePath(u"bank-b.db"_s)});
    const auto runs = [this] {
        return !m_session->banks().isEmpty() && !m_session->banks().constFirst().url.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(runs(), patience);
    m_session->faults().setOn(true);
}

void TestCrashInProcess::init()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().down().isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->coordinatorUrl().isEmpty(), patience);
}

void TestCrashInProcess::cleanup()
{
    m_session->faults().clear();
}

std::future<core::http::ClientAnswer> TestCrashInProcess::send(const QByteArray &gid, const QByteArray &amount) const
{
    core::http::ClientRequest request;
    request.method = "POST";
    request.url = core::http::Url::parse(m_session->banks().first().url.toLatin1() + "/api/busi/Transfer").value();
    request.headers = {{"Content-Type", "application/json"}};
    request.body = "{\"from\":1,\"to\":2,\"amount\":\"" + amount + "\",\"key\":\"" + gid
        + "\",\"timeout_to_fail\":1,\"retry_interval\":1,\"request_timeout\":2}";
    request.timeout = std::chrono::seconds(20);
    return std::async(std::launch::async, [request] { return core::http::BlockingClient().send(request); });
}

void TestCrashInProcess::arm(const QByteArray &text)
{
    const auto faults = core::faultsFromText(text);
    QVERIFY(faults.ok());
    for (const core::Fault &fault : *faults) {
        const core::Status armed = m_session->faults().arm(fault);
        QVERIFY2(armed.ok(), armed.ok() ? "" : qPrintable(armed.error().detail));
    }
}

QByteArray TestCrashInProcess::stateOf(const QByteArray &gid)
{
    std::optional<QByteArray> state;
    m_session->message(gid, this, [&state](const core::Result<std::optional<core::message::Message>> &message) {
        if (!message.ok())
            state = "away";
        else
            state = *message ? core::message::stateName((*message)->state) : QByteArray();
    });
    (void)QTest::qWaitFor([&state] { return state.has_value(); }, patience);
    return state.value_or("away");
}

bool TestCrashInProcess::isOver(const QByteArray &gid)
{
    const QByteArray state = stateOf(gid);
    return state.isEmpty() || state == "succeed" || state == "failed";
}

core::bank::BankSnapshot TestCrashInProcess::snapshotOf(const core::bank::DatabaseUrl &url) const
{
    const core::SystemClock clock;
    const bool isOnServer = url.kind == core::bank::DatabaseUrl::Kind::MySql;
    auto reader = core::bank::BankReader::open(url, isOnServer ? m_server.password() : QString(), clock);
    const auto snapshot = reader.ok() ? reader->snapshot() : core::Result<core::bank::BankSnapshot>(reader.error());
    return snapshot.ok() ? *snapshot : core::bank::BankSnapshot();
}

/// Judged by the banks' own rows.
void TestCrashInProcess::verifyBooks(const QByteArray &gid, const QByteArray &state)
{
    const core::bank::BankSnapshot receiver = snapshotOf(m_receiver);
    const core::bank::BankSnapshot sender = snapshotOf(m_sender);
    QVERIFY(!receiver.accounts.isEmpty() && !sender.accounts.isEmpty());
    for (const core::bank::Finding &finding : core::bank::checkBanks(receiver, sender, allMoney))
        QVERIFY2(finding.holds, qPrintable(finding.evidence));
    const auto booked = [&gid](const core::bank::BankSnapshot &bank) {
        return std::count_if(bank.journal.cbegin(), bank.journal.cend(),
                             [&gid](const core::bank::JournalEntry &entry) { return entry.gid == gid; });
    };
    const int expected = state == "succeed" ? 1 : 0;
    QCOMPARE(booked(sender), expected);
    QCOMPARE(booked(receiver), expected);
}

void TestCrashInProcess::nothingIsLostWhereverItCrashes_data()
{
    QTest::addColumn<QByteArray>("point");
    for (const core::FaultPoint &point : core::faultPoints()) {
        if (point.modes.contains(FaultMode::Crash) && !notOfAMessage.contains(point.name))
            QTest::newRow(point.name.constData()) << point.name;
    }
}

void TestCrashInProcess::nothingIsLostWhereverItCrashes()
{
    QFETCH(QByteArray, point);
    const QByteArray gid = "crash-" + QByteArray::number(++m_count);
    const int before = m_session->faults().strikesAt(point);
    arm(detourTo(point));
    arm(point + "=crash");
    const auto answer = send(gid, point.startsWith("abort.") ? "99999.00" : "30.00");

    QTRY_COMPARE_WITH_TIMEOUT(m_session->faults().strikesAt(point), before + 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().down().isEmpty() && !m_session->coordinatorUrl().isEmpty(), patience);
    answer.wait();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(gid), endsWithin);
    QVERIFY(m_session->faults().armed().isEmpty());
    verifyBooks(gid, stateOf(gid));
}

void TestCrashInProcess::theCoordinatorIsDownForAMomentAndKeepsItsAddress()
{
    const QString url = m_session->coordinatorUrl();
    bool wasDown = false;
    const auto look = [&] { wasDown |= m_session->engine().phase == ui::EngineState::Phase::Down; };
    const auto connection = connect(m_session.get(), &ui::Session::engineChanged, this, look);
    arm("submit.after-commit=crash");
    const auto answer = send("address", "1.00");
    QTRY_VERIFY_WITH_TIMEOUT(wasDown, patience);
    QVERIFY(m_session->coordinatorUrl().isEmpty());
    QVERIFY(m_session->faults().down().contains(ui::FaultDesk::Part::Engine));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->coordinatorUrl(), url, patience);
    disconnect(connection);
    answer.wait();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("address"), QByteArray("succeed"), endsWithin);
}

void TestCrashInProcess::manyTransfersOutliveCrashesOfAllParts()
{
    constexpr int transfers = 40;
    arm("receiver.after-commit=crash,skip:4;submit.after-commit=crash,skip:9;sender.after-commit=crash,skip:14");
    std::vector<std::future<core::http::ClientAnswer>> answers;
    for (int i = 0; i < transfers; ++i) {
        answers.push_back(send("many-" + QByteArray::number(i), "1.00"));
        QTest::qWait(20);
    }
    for (const auto &answer : answers)
        QTRY_VERIFY_WITH_TIMEOUT(answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready, endsWithin);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().down().isEmpty() && !m_session->coordinatorUrl().isEmpty(), patience);
    for (int i = 0; i < transfers; ++i) {
        const QByteArray gid = "many-" + QByteArray::number(i);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(gid), endsWithin);
        verifyBooks(gid, stateOf(gid));
    }
}

bool TestCrashInProcess::isOnRecord(ui::ActivityVerb verb, ui::Activity::Outcome outcome) const
{
    const auto &record = m_session->activity().activities();
    return std::any_of(record.cbegin(), record.cend(), [&](const ui::Activity &activity) {
        return activity.verb == verb && activity.object.startsWith("waits"_L1) && activity.outcome == outcome;
    });
}

/// One is in the loop's hands when it crashes, one waits in the mailbox behind it.
void TestCrashInProcess::aCommandThatWaitedAtACrashGetsAnOutcome()
{
    arm("sender.before-submit=fail;checkback.before-send=fail,always"); // it stays prepared
    send("waits-1", "1.00").wait();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("waits-1"), QByteArray("prepared"), patience);
    arm("finish.before=delay:700;finish.after=crash");
    const int before = m_session->faults().strikesAt("finish.before");
    std::optional<core::Error> inHand;
    std::optional<core::Error> waiting;
    m_session->forceStop("waits-1", u"enough"_s, {}, this, [&](const auto &error) { inHand = error; });
    QTRY_VERIFY_WITH_TIMEOUT(m_session->faults().strikesAt("finish.before") > before, patience);
    m_session->retryNow("waits-2", this, [&](const auto &error) { waiting = error; });
    QTRY_VERIFY_WITH_TIMEOUT(inHand && waiting, patience);
    QVERIFY(isOnRecord(ui::ActivityVerb::ForceStop, ui::Activity::Outcome::Lost));
    QVERIFY(isOnRecord(ui::ActivityVerb::RetryNow, ui::Activity::Outcome::Refused));
    QVERIFY2(waiting->detail.endsWith("nothing was changed"_L1), qPrintable(waiting->detail));
    QTRY_VERIFY_WITH_TIMEOUT(isOver("waits-1"), endsWithin);
}

void TestCrashInProcess::whatCrashedIsOnRecord()
{
    QSet<QString> crashed;
    QSet<QString> back;
    for (const ui::Activity &activity : m_session->activity().activities()) {
        if (activity.verb == ui::ActivityVerb::PartCrashed)
            crashed.insert(activity.object);
        if (activity.verb == ui::ActivityVerb::PartBack)
            back.insert(activity.object);
    }
    const QSet<QString> parts{u"engine"_s, u"bank-a"_s, u"bank-b"_s};
    QCOMPARE(crashed, parts);
    QCOMPARE(back, parts);
}

QTEST_MAIN(TestCrashInProcess)
#include "tst_crashinprocess.moc"
