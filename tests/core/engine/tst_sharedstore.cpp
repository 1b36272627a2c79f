// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mariadbserver.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/racedstore.h"
#include "tests/support/recordingoutlet.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testengine.h"

#include <QTest>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace core::store;
using namespace test;
using Kind = TopicChange::Kind;

namespace {

constexpr seconds lease{60};

LocalReply toText(QByteArray &answer)
{
    return [&answer](const std::optional<Error> &error) { answer = statusOf(error); };
}

/// One of the coordinators, on the time of this machine.
struct Member
{
    Member(const MysqlAddress &address, std::int64_t owner)
        : store(address)
        , random(static_cast<std::uint64_t>(owner))
        , gids(clock, random.source())
        , coordinator(store, clock, gids, random.source(), outlet, metrics,
                      {.owner = owner, .lease = lease, .lookAgain = Millis(20)})
    { }

    void turn(std::vector<Inbound> items = {}) { (void)coordinator.turn(std::move(items)); }
    void post(Inbound item)
    {
        std::vector<Inbound> items;
        items.push_back(std::move(item));
        turn(std::move(items));
    }
    /// What is answered, as "200", "409", …
    QByteArray send(const QByteArray &gid, Event event)
    {
        QByteArray answer;
        post(Command{gidOf(gid), std::move(event), toText(answer)});
        return answer;
    }
    QByteArray change(Kind kind, const QByteArray &topic, const QByteArray &url = {})
    {
        QByteArray answer;
        post(TopicChange{.kind = kind, .topic = topic, .url = url, .asker = toText(answer)});
        return answer;
    }
    std::size_t calls() const { return outlet.calls.size(); }

    SystemClock clock;
    RacedStore store;
    SeededRandom random;
    GidSource gids;
    RecordingOutlet outlet;
    Metrics metrics;
    Coordinator coordinator;
};

ContentPtr toTopic(const QByteArray &topic)
{
    return contentOf({.steps = {{"topic://" + topic, "{}"}}});
}

} // namespace

/// Two coordinators that live and work on one store at the same time.
class TestSharedStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void whoClaimsSecondLeavesItToTheFirst();
    void whatComesBackLateIsNotTakenFromWhoCallsIt();
    void aRetryByHandLeavesTheCallOfAnother();
    void aCheckbackByHandLeavesTheCallOfAnother();
    void aRetryByHandTakesWhatNobodyHas();
    void aRepeatedPrepareSeesWhatAnotherDid();
    void aRepeatedSubmitSeesWhatAnotherDid();
    void aRepeatedSubmitStillWaitsForTheCallUnderWay();
    void aStopThatSawWhatAnotherDidIsNotRefused();
    void aGidThatWasUsedAnewIsSeenAsTheNewMessage();
    void topicsOfOthersAreKnown();
    void twoWhoSubscribeAtDifferentPlacesBothStay();
    void aTopicThatAnotherRemovedIsUnknown();

    void whatTheServerCannotTakeIsRefusedAlone();
    void aSubmitThatIsTooLargeLeavesTheMessage();

private:
    MariaDbServer m_server;
    int m_databases = 0;
    std::unique_ptr<Member> m_one;
    std::unique_ptr<Member> m_other;
};

void TestSharedStore::initTestCase()
{
    if (!MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    QVERIFY(m_server.start().ok());
}

void TestSharedStore::init()
{
    const QString database = QStringLiteral("shared%1").arg(++m_databases);
    QVERIFY(m_server.createDatabase(database).ok());
    const MysqlAddress address{.host = QStringLiteral("127.0.0.1"),
                               .port = m_server.port(),
                               .user = MariaDbServer::userName(),
                               .password = MariaDbServer::password(),
                               .database = database};
    m_one = std::make_unique<Member>(address, 1);
    m_other = std::make_unique<Member>(address, 2);
    QVERIFY(m_one->coordinator.start().ok());
    QVERIFY(m_other->coordinator.start().ok());
}

/// Where the server cannot lock what a claim gives, both read it, and the fence decides.
void TestSharedStore::whoClaimsSecondLeavesItToTheFirst()
{
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    m_one->post(Command{gidOf("m"), CallDeferred{0, m_one->clock.now(), "held back"}});
    m_one->outlet.calls.clear();
    QTest::qWait(100);
    m_one->store.before = [this] {
        QVERIFY(m_one->store.heartbeat(1, lease).ok()); // lets go of what the claim has locked
        m_other->turn();
    };
    m_one->turn();
    QCOMPARE(m_other->calls(), std::size_t(1));
    QCOMPARE(m_one->calls(), std::size_t(0));
    m_other->post(Command{gidOf("m"), BranchAnswered{0, succeeded()}});
    QCOMPARE(m_other->store.load({gidOf("m")})->front().state, State::Succeed);
}

void TestSharedStore::whatComesBackLateIsNotTakenFromWhoCallsIt()
{
    const TimePoint until = m_one->clock.now() + seconds(30);
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    m_one->post(Command{gidOf("m"), CallDeferred{0, until, "held back"}});
    m_one->outlet.calls.clear();
    m_one->store.before = [this] { m_other->send("m", RetryNow{}); };
    m_one->post(HostIsBack{{{gidOf("m"), until}}});
    QCOMPARE(m_other->calls(), std::size_t(1));
    QCOMPARE(m_one->calls(), std::size_t(0));
}

void TestSharedStore::aRetryByHandLeavesTheCallOfAnother()
{
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    QCOMPARE(m_one->calls(), std::size_t(1));
    QCOMPARE(m_other->send("m", RetryNow{}), QByteArray("200"));
    QCOMPARE(m_other->calls(), std::size_t(0));
    m_one->post(Command{gidOf("m"), BranchAnswered{0, succeeded()}});
    QCOMPARE(m_one->store.load({gidOf("m")})->front().state, State::Succeed);
}

void TestSharedStore::aCheckbackByHandLeavesTheCallOfAnother()
{
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    QCOMPARE(m_one->send("m", ReplayCheckback{}), QByteArray("200"));
    QCOMPARE(m_one->calls(), std::size_t(1));
    QCOMPARE(m_other->send("m", ReplayCheckback{}), QByteArray("200"));
    QCOMPARE(m_other->send("m", RetryNow{}), QByteArray("200"));
    QCOMPARE(m_other->calls(), std::size_t(0));
    m_one->post(Command{gidOf("m"), CheckbackAnswered{refused()}});
    QCOMPARE(m_one->store.load({gidOf("m")})->front().state, State::Failed);
}

void TestSharedStore::aRetryByHandTakesWhatNobodyHas()
{
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    m_one->post(Command{gidOf("m"), BranchAnswered{0, timedOut()}});
    QCOMPARE(m_other->send("m", RetryNow{}), QByteArray("200"));
    QCOMPARE(m_other->calls(), std::size_t(1));
}

void TestSharedStore::aRepeatedPrepareSeesWhatAnotherDid()
{
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    QCOMPARE(m_other->send("m", Abort{}), QByteArray("200"));
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("409"));
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("409"));
}

void TestSharedStore::aRepeatedSubmitSeesWhatAnotherDid()
{
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    QCOMPARE(m_other->send("m", ForceStop{}), QByteArray("200"));
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("409"));
    QCOMPARE(m_one->coordinator.inWork(), 0);
}

void TestSharedStore::aRepeatedSubmitStillWaitsForTheCallUnderWay()
{
    const ContentPtr waiting = contentOf({.options = {.waitResult = true}});
    QCOMPARE(m_one->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    QByteArray answer;
    m_one->post(Command{gidOf("m"), Submit{.content = waiting},
                        LocalReply([&answer](const std::optional<Error> &error) { answer = statusOf(error); })});
    QCOMPARE(answer, QByteArray());
    m_one->post(Command{gidOf("m"), BranchAnswered{0, succeeded()}});
    QCOMPARE(answer, QByteArray("200"));
    QCOMPARE(m_one->calls(), std::size_t(1));
}

void TestSharedStore::aStopThatSawWhatAnotherDidIsNotRefused()
{
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    QCOMPARE(m_other->send("m", Submit{.content = contentOf()}), QByteArray("200"));
    QCOMPARE(m_one->send("m", ForceStop{.seen = Seen{State::Prepared, 0}}), QByteArray("409"));
    QCOMPARE(m_one->send("m", ForceStop{.seen = Seen{State::Submitted, 0}}), QByteArray("200"));
}

/// A finished message may have been removed meanwhile, and its gid is new then.
void TestSharedStore::aGidThatWasUsedAnewIsSeenAsTheNewMessage()
{
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    const std::int64_t first = m_one->store.load({gidOf("m")})->front().rowId;
    QCOMPARE(m_other->send("m", Abort{}), QByteArray("200"));
    QTest::qWait(10);
    const PruneOrder all{.finishedBefore = m_other->clock.now()};
    QCOMPARE(m_other->store.prune(all)->removed, 1);
    QCOMPARE(m_other->send("m", Prepare{contentOf({.branches = 2})}), QByteArray("200"));
    QVERIFY(m_other->store.load({gidOf("m")})->front().rowId != first);
    QCOMPARE(m_one->send("m", Prepare{contentOf({.branches = 2})}), QByteArray("200"));
    QCOMPARE(m_one->send("m", Submit{.content = contentOf({.branches = 2})}), QByteArray("200"));
}

void TestSharedStore::topicsOfOthersAreKnown()
{
    QCOMPARE(m_one->change(Kind::Subscribe, "paid", "http://a/1"), QByteArray("200"));
    QCOMPARE(m_other->send("m1", Submit{.content = toTopic("paid")}), QByteArray("200"));
    QCOMPARE(m_other->calls(), std::size_t(1));
    QCOMPARE(m_one->change(Kind::Unsubscribe, "paid", "http://a/1"), QByteArray("200"));
    QCOMPARE(m_one->change(Kind::Subscribe, "paid", "http://b/1"), QByteArray("200"));
    QCOMPARE(m_other->send("m2", Submit{.content = toTopic("paid")}), QByteArray("200"));
    QCOMPARE(m_other->outlet.calls.back().content->branches.front().url, QByteArray("http://b/1"));
}

void TestSharedStore::twoWhoSubscribeAtDifferentPlacesBothStay()
{
    QCOMPARE(m_one->change(Kind::Subscribe, "paid", "http://a/1"), QByteArray("200"));
    QCOMPARE(m_other->change(Kind::Subscribe, "paid", "http://b/1"), QByteArray("200"));
    QCOMPARE(m_other->change(Kind::Subscribe, "paid", "http://a/1"), QByteArray("409"));
    QCOMPARE(m_one->send("m", Submit{.content = toTopic("paid")}), QByteArray("200"));
    QCOMPARE(m_one->outlet.calls.back().content->branches.size(), 2);
}

void TestSharedStore::aTopicThatAnotherRemovedIsUnknown()
{
    QCOMPARE(m_one->change(Kind::Subscribe, "paid", "http://a/1"), QByteArray("200"));
    QCOMPARE(m_other->change(Kind::Remove, "paid"), QByteArray("200"));
    QCOMPARE(m_one->send("m", Prepare{toTopic("paid")}), QByteArray("404"));
    QCOMPARE(m_one->change(Kind::Remove, "paid"), QByteArray("404"));
    QCOMPARE(m_one->change(Kind::Subscribe, "paid", "http://b/1"), QByteArray("200"));
}

/// As for all that can never work: the sender need not try again, and others of the same batch never notice.
void TestSharedStore::whatTheServerCannotTakeIsRefusedAlone()
{
    const ContentPtr large = contentOf({.steps = {{"http://b/1", QByteArray(9 * 1024 * 1024, 'p')}}});
    QByteArray first;
    QByteArray second;
    std::vector<Inbound> items;
    items.push_back(Command{gidOf("large"), Prepare{large}, toText(first)});
    items.push_back(Command{gidOf("m"), Submit{.content = contentOf()}, toText(second)});
    m_one->turn(std::move(items));
    QCOMPARE(first, QByteArray("413"));
    QCOMPARE(second, QByteArray("200"));
    QCOMPARE(m_one->calls(), std::size_t(1));
    QVERIFY(m_one->coordinator.health().state == Health::State::Running);
    QCOMPARE(m_other->send("large", Abort{}), QByteArray("404"));
}

/// The local transaction may be committed by then: the checkback finds out.
void TestSharedStore::aSubmitThatIsTooLargeLeavesTheMessage()
{
    QCOMPARE(m_one->send("m", Prepare{contentOf()}), QByteArray("200"));
    const ContentPtr large = contentOf({.customData = QByteArray(9 * 1024 * 1024, 'c')});
    QCOMPARE(m_one->send("m", Submit{.content = large, .hasSteps = true, .hasCustomData = true}), QByteArray("413"));
    QCOMPARE(m_one->calls(), std::size_t(0));
    QCOMPARE(m_one->send("m", ReplayCheckback{}), QByteArray("200"));
    m_one->post(Command{gidOf("m"), CheckbackAnswered{succeeded()}});
    QCOMPARE(m_one->calls(), std::size_t(2)); // the checkback and the branch
    QVERIFY(m_other->store.load({gidOf("m")})->front().state == State::Submitted);
}

QTEST_GUILESS_MAIN(TestSharedStore)
#include "tst_sharedstore.moc"
