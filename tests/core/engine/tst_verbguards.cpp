// SPDX-License-Identifier: Apache-2.0
#include "core/engine/coordinator.h"
#include "core/store/makestore.h"
#include "core/store/sqliteconnection.h"
#include "core/store/sqlitewriter.h"
#include "tests/core/store/samplemessages.h"
#include "tests/core/store/storegrounds.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/racedstore.h"
#include "tests/support/recordingoutlet.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testengine.h"

#include <QTest>

#include <functional>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace core::store;
using namespace test;
using namespace tests;

namespace {

constexpr std::int64_t me = 7;
const QByteArray gidText = "m1";

/// Somebody else who writes to the same rows: a second connection, with a writer of its own.
class SomebodyElse final
{
public:
    explicit SomebodyElse(const StoreAddress &address)
    {
        if (const auto *mysql = std::get_if<MysqlAddress>(&address)) {
            m_store = makeStore(*mysql);
            m_opened = m_store->open();
            return;
        }
        // The lock of the file keeps a second coordinator out; a connection past it is any other program.
        m_opened =
            m_connection.open(std::get<SqliteAddress>(address).path, SqliteConnection::Mode::ReadWrite, Millis(2000));
        if (m_opened.ok())
            m_opened = m_writer.prepare() == 0 ? Status(Done{}) : Status(Error::internal(QStringLiteral("no writer")));
    }

    bool isReady() const { return m_opened.ok(); }
    CommitResult write(const Save &save) { return m_store ? m_store->commit({save}) : m_writer.commit({save}); }

private:
    std::unique_ptr<MessageStore> m_store;
    SqliteConnection m_connection;
    SqliteWriter m_writer{m_connection};
    Status m_opened = Done{};
};

/// How a message stands.
enum class Stage {
    Prepared,
    Waiting, ///< submitted, between two tries
    HalfDone, ///< the same, with one of its two branches applied
    Succeed,
    Failed,
};

Message staged(Message message, Stage stage, TimePoint now)
{
    message.state = stage == Stage::Prepared ? State::Prepared
        : stage == Stage::Succeed            ? State::Succeed
        : stage == Stage::Failed             ? State::Failed
                                             : State::Submitted;
    message.owner = 0;
    message.branchDone = {stage == Stage::HalfDone || stage == Stage::Succeed, stage == Stage::Succeed};
    message.submittedAt = stage == Stage::Prepared ? std::nullopt : std::optional(now);
    message.finishedAt = message.finished() ? std::optional(now) : std::nullopt;
    message.dueAt = message.finished() ? std::nullopt : std::optional(now + std::chrono::hours(1));
    message.reason = stage == Stage::Failed ? "somebody else stopped it" : "";
    message.updatedAt = now;
    return message;
}

} // namespace

Q_DECLARE_METATYPE(Stage)
Q_DECLARE_METATYPE(Event)

/// A verb is decided on what was read, and written only where the row still stands so: whatever somebody else made of
/// the message in between stays, and who gave the order hears how it stands by now. On real stores, past every menu.
class TestVerbGuards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { StoreGrounds::addRows(); }
    void init();
    void cleanup();

    void aVerbOnAMessageThatMovedOnChangesNothing_data();
    void aVerbOnAMessageThatMovedOnChangesNothing();
    void theWriterAloneRefusesIt_data() { aVerbOnAMessageThatMovedOnChangesNothing_data(); }
    void theWriterAloneRefusesIt();
    void aResendUnderAGidThatWasTakenInBetweenStartsNothing_data();
    void aResendUnderAGidThatWasTakenInBetweenStartsNothing();
    void theAnswerToACallOfAMessageTakenAwayIsDropped();
    void aVerbOnAMessageThatNobodyTouchedIsDone();

private:
    static Content twoBranches() { return *contentOf({.branches = 2}); }
    Message inserted(Stage stage);
    Message moveOn(const Message &from, Stage stage);
    Message stored(const QByteArray &gid = gidText);
    QByteArray order(const Event &event, const QByteArray &gid = gidText);

    StoreGrounds m_grounds;
    SystemClock m_clock; // the server reckons by its own
    SeededRandom m_random{1};
    GidSource m_gids{m_clock, m_random.source()};
    RecordingOutlet m_outlet;
    Metrics m_metrics;
    std::unique_ptr<RacedStore> m_store;
    std::unique_ptr<SomebodyElse> m_other;
    std::unique_ptr<Coordinator> m_coordinator;
};

void TestVerbGuards::init()
{
    QFETCH_GLOBAL(StoreKind, kind);
    const Result<StoreAddress> address = m_grounds.fresh(kind);
    QVERIFY2(address.ok(), address.ok() ? "" : qPrintable(address.error().detail));
    m_store = std::make_unique<RacedStore>(*address);
    m_coordinator = std::make_unique<Coordinator>(*m_store, m_clock, m_gids, m_random.source(), m_outlet, m_metrics,
                                                  CoordinatorOptions{.owner = me});
    QVERIFY(m_coordinator->start().ok());
    m_other = std::make_unique<SomebodyElse>(*address);
    QVERIFY(m_other->isReady());
}

void TestVerbGuards::cleanup()
{
    m_coordinator.reset();
    m_other.reset();
    m_store.reset();
    m_outlet.calls.clear();
}

/// A message that stands so, as somebody else left it; nobody has it in work.
Message TestVerbGuards::inserted(Stage stage)
{
    Message message{.rowId = 1, .gid = gidOf(gidText)};
    message.content = std::make_shared<Content>(twoBranches());
    message.createdAt = m_clock.now();
    message = staged(message, stage, m_clock.now());
    const CommitResult result = m_other->write(Save{.message = message, .isNew = true});
    if (result.outcome != CommitOutcome::Committed || !result.conflicts.empty())
        qFatal("not inserted");
    return message;
}

/// Somebody else takes it, brings it on and lets go of it again.
Message TestVerbGuards::moveOn(const Message &from, Stage stage)
{
    Message moved = staged(from, stage, m_clock.now());
    moved.fence = from.fence + 1;
    const CommitResult result = m_other->write(Save{.message = moved, .expectedFence = from.fence});
    if (result.outcome != CommitOutcome::Committed || !result.conflicts.empty())
        qFatal("not moved on: %s", qPrintable(result.error));
    return moved;
}

Message TestVerbGuards::stored(const QByteArray &gid)
{
    const auto found = m_store->load({gidOf(gid)});
    if (!found.ok() || found->empty())
        qFatal("not stored");
    return found->front();
}

/// Gives the order to the coordinator, and what it answers: "200", "409", …
QByteArray TestVerbGuards::order(const Event &event, const QByteArray &gid)
{
    QByteArray heard;
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf(gid), event,
                               LocalReply([&heard](const std::optional<Error> &error) { heard = statusOf(error); })});
    (void)m_coordinator->turn(std::move(items));
    return heard;
}

void TestVerbGuards::aVerbOnAMessageThatMovedOnChangesNothing_data()
{
    QTest::addColumn<Stage>("seen");
    QTest::addColumn<Event>("verb");
    QTest::addColumn<Stage>("now");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, Stage seen, const Event &verb, Stage now, const char *answer) {
        QTest::newRow(name) << seen << verb << now << QByteArray(answer);
    };
    const Event submit = Submit{std::make_shared<Content>(twoBranches())};
    const Event stopPrepared = ForceStop{"by hand", Seen{State::Prepared, 0}};
    const Event stopWaiting = ForceStop{"by hand", Seen{State::Submitted, 0}};
    row("submit, failed by now", Stage::Prepared, submit, Stage::Failed, "409");
    row("submit, submitted by now", Stage::Prepared, submit, Stage::Waiting, "200"); // as it was wanted, by another
    row("submit, succeeded by now", Stage::Prepared, submit, Stage::Succeed, "200");
    row("abort, submitted by now", Stage::Prepared, Abort{"by hand"}, Stage::Waiting, "409");
    row("abort, succeeded by now", Stage::Prepared, Abort{"by hand"}, Stage::Succeed, "409");
    row("abort, failed by now", Stage::Prepared, Abort{"by hand"}, Stage::Failed, "200"); // keeps the other's reason
    row("force stop, submitted by now", Stage::Prepared, stopPrepared, Stage::Waiting, "409");
    row("force stop, a branch applied by now", Stage::Waiting, stopWaiting, Stage::HalfDone, "409");
    row("force stop, succeeded by now", Stage::Waiting, stopWaiting, Stage::Succeed, "409");
    row("force stop, failed by now", Stage::Waiting, stopWaiting, Stage::Failed, "409");
    row("retry now, succeeded by now", Stage::Waiting, RetryNow{}, Stage::Succeed, "409");
    row("retry now, stopped by now", Stage::Waiting, RetryNow{}, Stage::Failed, "409");
    row("retry now, prepared and failed by now", Stage::Prepared, RetryNow{}, Stage::Failed, "409");
    row("replay, submitted by now", Stage::Prepared, ReplayCheckback{}, Stage::Waiting, "409");
    row("replay, succeeded by now", Stage::Prepared, ReplayCheckback{}, Stage::Succeed, "409");
    row("replay, failed by now", Stage::Prepared, ReplayCheckback{}, Stage::Failed, "409");
}

void TestVerbGuards::aVerbOnAMessageThatMovedOnChangesNothing()
{
    QFETCH(Stage, seen);
    QFETCH(Event, verb);
    QFETCH(Stage, now);
    QFETCH(QByteArray, answer);
    const Message before = inserted(seen);
    Message moved = before;
    m_store->before = [&] { moved = moveOn(before, now); };
    QCOMPARE(order(verb), answer);
    QVERIFY(!m_store->before); // the order was on its way to the store when it was overtaken
    QCOMPARE(m_store->conflicts, 1);
    QCOMPARE(difference(stored(), moved), QString());
    QVERIFY(m_outlet.calls.empty());
}

/// What the decision on the old state would have written, given to the writer without any look at the row before.
void TestVerbGuards::theWriterAloneRefusesIt()
{
    QFETCH(Stage, seen);
    QFETCH(Event, verb);
    QFETCH(Stage, now);
    const Message before = inserted(seen);
    const Decision decision = decide(&before, before.gid, verb, Circumstances{.now = m_clock.now()});
    QVERIFY(decision.next);
    Message wanted = *decision.next;
    wanted.owner = me;
    wanted.fence = before.fence + 1;
    const Message moved = moveOn(before, now);
    const CommitResult result = m_store->commit({Save{
        .message = wanted, .contentChanged = true, .expectedFence = before.fence, .attempts = decision.attempts}});
    QCOMPARE(result.outcome, CommitOutcome::Committed);
    QCOMPARE(result.conflicts, std::vector<std::size_t>{0});
    QCOMPARE(difference(stored(), moved), QString());
}

void TestVerbGuards::aResendUnderAGidThatWasTakenInBetweenStartsNothing_data()
{
    QTest::addColumn<bool>("sameSteps");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("by a resend of the same") << true << QByteArray("200");
    QTest::newRow("by something else") << false << QByteArray("409");
}

void TestVerbGuards::aResendUnderAGidThatWasTakenInBetweenStartsNothing()
{
    QFETCH(bool, sameSteps);
    QFETCH(QByteArray, answer);
    Message taken{.rowId = 2, .gid = gidOf("m1-r1")};
    taken.content = sameSteps ? std::make_shared<Content>(twoBranches())
                              : contentOf({.steps = {{"http://bank-b/other", "{}"}, {"http://bank-b/another", "{}"}}});
    taken.createdAt = m_clock.now();
    taken = staged(taken, Stage::HalfDone, m_clock.now());
    m_store->before = [&] { QCOMPARE(m_other->write(Save{.message = taken, .isNew = true}).conflicts.size(), 0u); };
    QCOMPARE(order(Submit{std::make_shared<Content>(twoBranches())}, "m1-r1"), answer);
    QCOMPARE(m_store->conflicts, 1);
    QCOMPARE(difference(stored("m1-r1"), taken), QString());
    QVERIFY(m_outlet.calls.empty());
}

/// Its call was made before somebody else took the message over and stopped it.
void TestVerbGuards::theAnswerToACallOfAMessageTakenAwayIsDropped()
{
    inserted(Stage::Waiting);
    QCOMPARE(order(RetryNow{}), QByteArray("200"));
    QCOMPARE(m_outlet.calls.size(), 1u);
    const Message mine = stored();
    QCOMPARE(mine.owner, me);
    const Message stoppedByOther = moveOn(mine, Stage::Failed);
    order(BranchAnswered{m_outlet.calls.front().branch, succeeded()});
    QCOMPARE(m_store->conflicts, 1);
    QCOMPARE(difference(stored(), stoppedByOther), QString());
    QCOMPARE(m_outlet.calls.size(), 1u); // the second branch is not called
}

/// The same ways to the store, when nothing came in between.
void TestVerbGuards::aVerbOnAMessageThatNobodyTouchedIsDone()
{
    inserted(Stage::Waiting);
    QCOMPARE(order(ForceStop{"by hand", Seen{State::Submitted, 0}}), QByteArray("200"));
    QCOMPARE(stored().state, State::Failed);
    QVERIFY(stored().overridden);
    QCOMPARE(stored().reason, QByteArray("by hand"));
    QCOMPARE(m_store->conflicts, 0);
}

QTEST_GUILESS_MAIN(TestVerbGuards)
#include "tst_verbguards.moc"
