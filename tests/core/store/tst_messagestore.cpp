// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "core/store/makestore.h"
#include "samplemessages.h"
#include "storegrounds.h"

#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
constexpr std::int64_t me = 7;
constexpr std::int64_t somebody = 8;

std::vector<std::size_t> conflictsOf(const CommitResult &result)
{
    return result.outcome == CommitOutcome::Committed ? result.conflicts : std::vector<std::size_t>{999};
}

} // namespace

/// The contract that every MessageStore keeps. Another store is another row of StoreGrounds.
class TestMessageStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();

    void whatWasInsertedIsLoaded();
    void anUpdateReplacesAllButIdentityAndContent();
    void contentIsWrittenAgainOnlyWhenItChanged();
    void timesThatDidNotChangeNeedNotBeWritten();
    void aTakenGidIsAConflict();
    void aTakenRowIdIsAConflict();
    void aRaisedFenceIsAConflict();
    void conflictsDoNotUndoTheRestOfTheBatch();
    void insertAndUpdateOfOneMessageFitOneBatch();
    void attemptsAreAppendedInOrder();
    void anEmptyBatchIsCommitted();
    void unknownGidsAreLeftOut();
    void gidsThatDifferOnlyByCaseAreTwoMessages();
    void everyCharacterOfAGidIsKept();
    void everyRandomMessageComesBackAsItWas();
    void aThousandBranchesComeBack();
    void aPayloadOfOneMebibyteComesBack();
    void dueGivesTheLongestDueFirst();
    void dueLeavesOutWhatTheOwnerHasInWork();
    void nextDueIsTheEarliestAfterATime();
    void makeDueBringsForwardAtMostLimit();
    void whatFinishedBeforeAMomentIsPruned();
    void pruningLeavesWhatIsUnfinished();
    void pruningGoesOnWhereItStopped();
    void pruningRemovesNoMoreThanItIsTold();
    void aPruneThatFailsRemovesNothing();
    void rowsAreCountedInPortions();
    void keyValuesCountTheirVersions();
    void aKeyValueOfAnotherVersionIsAConflict();
    void removingAKeyValueThatIsNotThereIsNotFound();

private:
    /// So many finished messages, one a second from start on, with one attempt each; row ids from 1.
    void addFinished(int count);
    qsizetype rowsLeft() { return m_reader->page({}, 1000, std::nullopt)->rows.size(); }
    Message stored(const QByteArray &gidText);
    void commitAll(const std::vector<Save> &batch);
    QList<QByteArray> dueGids(TimePoint now, std::int64_t owner, int limit);

    StoreGrounds m_grounds;
    std::unique_ptr<MessageStore> m_store;
    std::unique_ptr<MessageReader> m_reader;
};

void TestMessageStore::initTestCase_data()
{
    StoreGrounds::addRows();
}

void TestMessageStore::init()
{
    QFETCH_GLOBAL(StoreKind, kind);
    const Result<StoreAddress> address = m_grounds.fresh(kind);
    QVERIFY2(address.ok(), address.ok() ? "" : qPrintable(address.error().detail));
    m_store = makeStore(*address);
    m_reader = makeReader(*address);
    const Status opened = m_store->open();
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
    QVERIFY(m_reader->open().ok());
}

/// A message with no row id when there is none of this gid.
Message TestMessageStore::stored(const QByteArray &gidText)
{
    const auto loaded = m_store->load({gid(gidText)});
    if (loaded.ok() && loaded->size() == 1)
        return loaded->front();
    return plainMessage(0, "not-stored", start);
}

void TestMessageStore::commitAll(const std::vector<Save> &batch)
{
    const CommitResult result = m_store->commit(batch);
    QVERIFY2(result.outcome == CommitOutcome::Committed, qPrintable(result.error));
    QCOMPARE(result.conflicts.size(), std::size_t(0));
    QVERIFY(result.error.isEmpty());
}

QList<QByteArray> TestMessageStore::dueGids(TimePoint now, std::int64_t owner, int limit)
{
    QList<QByteArray> gids;
    const auto found = m_store->due(now, owner, limit);
    if (!found.ok())
        return {"error"};
    for (const Message &message : *found)
        gids.append(message.gid.bytes());
    return gids;
}

void TestMessageStore::whatWasInsertedIsLoaded()
{
    const Message message = plainMessage(1, "a", start);
    commitAll({inserted(message)});
    QCOMPARE(difference(stored("a"), message), QString());
}

void TestMessageStore::anUpdateReplacesAllButIdentityAndContent()
{
    Message message = plainMessage(1, "a", start);
    message.fence = 4;
    commitAll({inserted(message)});
    Message next = message;
    next.state = State::Submitted;
    next.owner = me;
    next.fence = 5;
    next.attempts = 3;
    next.failuresInRow = 2;
    next.stalled = true;
    next.lastVerdict = Verdict::Unknown;
    next.lastHttpStatus = 503;
    next.lastError = "no answer";
    next.submittedAt = start + seconds(1);
    next.updatedAt = start + seconds(2);
    next.dueAt = start + seconds(3);
    commitAll({updated(next, 4)});
    QCOMPARE(difference(stored("a"), next), QString());

    const Message finished = finishedCleanly(next, start + seconds(9));
    commitAll({updated(finished, 5)});
    QCOMPARE(difference(stored("a"), finished), QString());
}

void TestMessageStore::contentIsWrittenAgainOnlyWhenItChanged()
{
    const Message message = plainMessage(1, "a", start);
    commitAll({inserted(message)});
    Message changed = message;
    auto content = std::make_shared<Content>(*message.content);
    content->customData = R"({"delay":10})";
    changed.content = content;

    commitAll({updated(changed, 0)});
    QCOMPARE(stored("a").content->customData, QByteArray());

    Save save = updated(changed, 0);
    save.contentChanged = true;
    commitAll({save});
    QCOMPARE(difference(stored("a"), changed), QString());
}

void TestMessageStore::timesThatDidNotChangeNeedNotBeWritten()
{
    std::vector<Message> messages;
    std::vector<Save> inserts;
    for (int id = 1; id <= 5; ++id) {
        messages.push_back(plainMessage(id, "m" + QByteArray::number(id), start + seconds(id)));
        messages.back().submittedAt = start + seconds(10 * id);
        inserts.push_back(inserted(messages.back()));
    }
    commitAll(inserts);
    std::vector<Save> taken;
    for (Message &message : messages) {
        message.owner = me;
        message.fence += 1;
        message.updatedAt = start + seconds(100);
        taken.push_back(updated(message, message.fence - 1));
        taken.back().dueChanged = taken.back().submittedChanged = false;
    }
    taken.back().message.dueAt = messages.back().dueAt = start + seconds(1000);
    taken.back().dueChanged = true;
    commitAll(taken);
    for (const Message &message : messages)
        QCOMPARE(difference(stored(message.gid.bytes()), message), QString());
}

void TestMessageStore::aTakenGidIsAConflict()
{
    const Message first = plainMessage(1, "a", start);
    commitAll({inserted(first)});
    QCOMPARE(conflictsOf(m_store->commit({inserted(plainMessage(2, "a", start + seconds(1)))})),
             std::vector<std::size_t>{0});
    QCOMPARE(difference(stored("a"), first), QString());
}

void TestMessageStore::aTakenRowIdIsAConflict()
{
    commitAll({inserted(plainMessage(1, "a", start))});
    QCOMPARE(conflictsOf(m_store->commit({inserted(plainMessage(1, "b", start))})), std::vector<std::size_t>{0});
    QCOMPARE(stored("b").rowId, 0);
}

void TestMessageStore::aRaisedFenceIsAConflict()
{
    Message message = plainMessage(1, "a", start);
    message.fence = 2;
    commitAll({inserted(message)});
    Save stale = updated(finishedCleanly(message, start), 1);
    stale.attempts = {{.branchId = "01", .number = 1}};
    QCOMPARE(conflictsOf(m_store->commit({stale})), std::vector<std::size_t>{0});
    QCOMPARE(difference(stored("a"), message), QString());
    QVERIFY(m_reader->attempts(1)->isEmpty());
    QCOMPARE(conflictsOf(m_store->commit({updated(plainMessage(5, "nobody", start), 0)})), std::vector<std::size_t>{0});
}

void TestMessageStore::conflictsDoNotUndoTheRestOfTheBatch()
{
    commitAll({inserted(plainMessage(1, "a", start)), inserted(plainMessage(2, "b", start))});
    Save stale = updated(finishedCleanly(plainMessage(2, "b", start), start), 9);
    Save repeated = inserted(plainMessage(3, "a", start));
    Save fresh = inserted(plainMessage(4, "c", start));
    for (Save *save : {&stale, &repeated, &fresh})
        save->attempts = {{.branchId = "01", .number = 1}};
    const CommitResult result =
        m_store->commit({stale, updated(finishedCleanly(plainMessage(1, "a", start), start), 0), repeated, fresh});
    QCOMPARE(conflictsOf(result), (std::vector<std::size_t>{0, 2}));
    QCOMPARE(stored("a").state, State::Succeed);
    QCOMPARE(stored("b").state, State::Prepared);
    QCOMPARE(stored("c").rowId, 4);
    QVERIFY(m_reader->attempts(2)->isEmpty());
    QVERIFY(m_reader->attempts(3)->isEmpty());
    QCOMPARE(m_reader->attempts(4)->size(), 1);
}

void TestMessageStore::insertAndUpdateOfOneMessageFitOneBatch()
{
    const Message message = plainMessage(1, "a", start);
    commitAll({inserted(message), updated(finishedCleanly(message, start), 0)});
    QCOMPARE(stored("a").state, State::Succeed);
}

void TestMessageStore::attemptsAreAppendedInOrder()
{
    const Message message = plainMessage(1, "a", start);
    Save first = inserted(message);
    first.attempts = {{.messageRowId = 1,
                       .branchId = "00",
                       .number = 1,
                       .startedAt = start,
                       .latency = Millis(3000),
                       .error = "no answer"}};
    commitAll({first, inserted(plainMessage(2, "b", start))});
    Save second = updated(message, 0);
    second.attempts = {{.messageRowId = 1,
                        .branchId = "01",
                        .number = 2,
                        .startedAt = start + seconds(1),
                        .latency = Millis(7),
                        .verdict = Verdict::Failure,
                        .httpStatus = 409,
                        .error = QByteArray("\0\xff", 2),
                        .answerExcerpt = "FAILURE"},
                       {.messageRowId = 1,
                        .branchId = "01-02",
                        .number = 3,
                        .startedAt = start,
                        .verdict = Verdict::Ongoing,
                        .httpStatus = 425}};
    commitAll({second});

    const Result<QList<Attempt>> attempts = m_reader->attempts(1);
    QVERIFY(attempts.ok());
    QCOMPARE(attempts->size(), 3);
    QCOMPARE(attempts->at(0).branchId, QByteArray("00"));
    QCOMPARE(attempts->at(0).verdict, Verdict::Unknown);
    QCOMPARE(attempts->at(0).latency, Millis(3000));
    const Attempt &failure = attempts->at(1);
    QCOMPARE(failure.messageRowId, 1);
    QCOMPARE(failure.number, 2);
    QVERIFY(failure.startedAt == start + seconds(1));
    QCOMPARE(failure.httpStatus, 409);
    QCOMPARE(failure.error, QByteArray("\0\xff", 2));
    QCOMPARE(failure.answerExcerpt, QByteArray("FAILURE"));
    QCOMPARE(attempts->at(2).branchId, QByteArray("01-02"));
    QVERIFY(m_reader->attempts(2)->isEmpty());
}

void TestMessageStore::anEmptyBatchIsCommitted()
{
    commitAll({});
}

void TestMessageStore::unknownGidsAreLeftOut()
{
    commitAll({inserted(plainMessage(1, "a", start)), inserted(plainMessage(2, "b", start))});
    const auto loaded = m_store->load({gid("b"), gid("nobody"), gid("a")});
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->size(), std::size_t(2));
    QVERIFY(m_store->load({})->empty());
}

void TestMessageStore::gidsThatDifferOnlyByCaseAreTwoMessages()
{
    commitAll({inserted(plainMessage(1, "Order-a", start)), inserted(plainMessage(2, "order-A", start))});
    QCOMPARE(stored("Order-a").rowId, 1);
    QCOMPARE(stored("order-A").rowId, 2);
    QCOMPARE(stored("order-a").rowId, 0);
}

void TestMessageStore::everyCharacterOfAGidIsKept()
{
    std::vector<Save> batch;
    for (int c = 0x21; c <= 0x7E; ++c) {
        if (c != ';')
            batch.push_back(inserted(plainMessage(c, QByteArray(1, static_cast<char>(c)), start)));
    }
    const QByteArray longest(Gid::lengthMax, 'x');
    batch.push_back(inserted(plainMessage(1000, longest, start)));
    commitAll(batch);
    for (const Save &save : batch)
        QCOMPARE(stored(save.message.gid.bytes()).rowId, save.message.rowId);
}

void TestMessageStore::everyRandomMessageComesBackAsItWas()
{
    RandomMessages random(20240501);
    std::vector<Save> batch;
    for (int id = 1; id <= 500; ++id)
        batch.push_back(inserted(random.next(id)));
    commitAll(batch);
    for (Save &save : batch) {
        QCOMPARE(difference(stored(save.message.gid.bytes()), save.message), QString());
        const std::int64_t fence = save.message.fence;
        const Message other = random.next(save.message.rowId);
        const Message before = save.message;
        save = updated(other, fence);
        save.message.gid = before.gid;
        save.message.createdAt = before.createdAt;
        save.contentChanged = true;
    }
    commitAll(batch);
    for (const Save &save : batch)
        QCOMPARE(difference(stored(save.message.gid.bytes()), save.message), QString());
}

void TestMessageStore::aThousandBranchesComeBack()
{
    Message message = plainMessage(1, "many", start);
    auto content = std::make_shared<Content>();
    for (int step = 0; step < 1000; ++step) {
        const QByteArray number = QByteArray::number(step + 1);
        content->steps.append({"http://bank/" + number, "{\"step\":" + number + '}'});
        content->branches.append({number.rightJustified(2, '0'), "http://bank/" + number, step});
    }
    message.content = content;
    message.branchDone.assign(1000, false);
    for (std::size_t branch = 0; branch < 1000; branch += 3)
        message.branchDone[branch] = true;
    commitAll({inserted(message)});
    QCOMPARE(difference(stored("many"), message), QString());
}

void TestMessageStore::aPayloadOfOneMebibyteComesBack()
{
    Message message = plainMessage(1, "big", start);
    auto content = std::make_shared<Content>(*message.content);
    content->steps.first().payload = QByteArray(1024 * 1024, '\0') + "end";
    message.content = content;
    commitAll({inserted(message), inserted(plainMessage(2, "small", start))});
    QCOMPARE(difference(stored("big"), message), QString());
    message.state = State::Submitted;
    commitAll({updated(message, 0)});
    QCOMPARE(difference(stored("big"), message), QString());
    QCOMPARE(stored("small").rowId, 2);
}

void TestMessageStore::dueGivesTheLongestDueFirst()
{
    std::vector<Save> batch;
    const int delays[] = {5, 1, 4, 2, 3, 9};
    for (int i = 0; i < 6; ++i) {
        batch.push_back(inserted(plainMessage(i + 1, "d" + QByteArray::number(delays[i]), start)));
        batch.back().message.dueAt = start + seconds(delays[i]);
    }
    batch.push_back(inserted(finishedCleanly(plainMessage(20, "finished", start), start)));
    commitAll(batch);
    QCOMPARE(dueGids(start, me, 100), QList<QByteArray>());
    QCOMPARE(dueGids(start + seconds(5), me, 100), (QList<QByteArray>{"d1", "d2", "d3", "d4", "d5"}));
    QCOMPARE(dueGids(start + seconds(9), me, 2), (QList<QByteArray>{"d1", "d2"}));
    QCOMPARE(dueGids(start + seconds(5) - Millis(1), me, 100).size(), 4);
}

void TestMessageStore::dueLeavesOutWhatTheOwnerHasInWork()
{
    std::vector<Save> batch = {inserted(plainMessage(1, "mine", start)),
                               inserted(plainMessage(2, "theirs", start + seconds(1))),
                               inserted(plainMessage(3, "free", start + seconds(2)))};
    batch[0].message.owner = me;
    batch[1].message.owner = somebody;
    commitAll(batch);
    for (const std::int64_t owner : {me, somebody}) // both gone: only their names are left
        QVERIFY(m_store->heartbeat(owner, Millis(0)).ok());
    QCOMPARE(dueGids(start + seconds(9), me, 100), (QList<QByteArray>{"theirs", "free"}));
    QCOMPARE(dueGids(start + seconds(9), somebody, 100), (QList<QByteArray>{"mine", "free"}));
}

void TestMessageStore::nextDueIsTheEarliestAfterATime()
{
    QVERIFY(!m_store->nextDue(start)->has_value());
    const Message first = plainMessage(1, "first", start);
    const Message last = plainMessage(2, "last", start + seconds(5));
    const Message middle = plainMessage(3, "middle", start + seconds(2));
    commitAll({inserted(first), inserted(last), inserted(middle)});
    QVERIFY(m_store->nextDue(start - Millis(1)).value() == start);
    QVERIFY(m_store->nextDue(start).value() == start + seconds(2));
    QVERIFY(!m_store->nextDue(start + seconds(5))->has_value());
    commitAll({updated(finishedCleanly(middle, start), 0)});
    QVERIFY(m_store->nextDue(start).value() == start + seconds(5));
}

void TestMessageStore::makeDueBringsForwardAtMostLimit()
{
    std::vector<Save> batch;
    for (int i = 1; i <= 5; ++i)
        batch.push_back(inserted(plainMessage(i, "m" + QByteArray::number(i), start + seconds(10 * i))));
    batch.push_back(inserted(finishedCleanly(plainMessage(9, "finished", start), start)));
    commitAll(batch);
    const TimePoint now = start + seconds(1);
    const auto made = [&](int limit) { return m_store->makeDue(start + seconds(20), now, limit).value(); };
    const MadeDue two = made(2);
    QCOMPARE(two.count, 2);
    QVERIFY(two.hasRemaining);
    QCOMPARE(dueGids(now, me, 100).size(), 2);
    const MadeDue rest = made(1);
    QCOMPARE(rest.count, 1);
    QVERIFY(!rest.hasRemaining);
    QCOMPARE(made(100).count, 0);
    QCOMPARE(dueGids(now, me, 100).size(), 3);
    QVERIFY(!stored("finished").dueAt);
}

void TestMessageStore::addFinished(int count)
{
    std::vector<Save> saves;
    for (int id = 1; id <= count; ++id) {
        const TimePoint at = start + seconds(id);
        saves.push_back(inserted(finishedCleanly(plainMessage(id, "m" + QByteArray::number(id), at), at)));
        saves.back().attempts = {{.messageRowId = id, .branchId = "01", .number = 1}};
    }
    commitAll(saves);
}

void TestMessageStore::whatFinishedBeforeAMomentIsPruned()
{
    addFinished(10);
    const auto pruned = m_store->prune({.finishedBefore = start + seconds(5)});
    QVERIFY(pruned.ok());
    QCOMPARE(pruned->removed, 4);
    QVERIFY(pruned->isAtEnd);
    for (int id = 1; id <= 10; ++id) {
        QCOMPARE(stored("m" + QByteArray::number(id)).rowId == id, id >= 5);
        QCOMPARE(m_reader->attempts(id)->isEmpty(), id < 5);
    }
    const Message again = plainMessage(11, "m1", start);
    commitAll({inserted(again)}); // its gid is free
    QCOMPARE(difference(stored("m1"), again), QString());
}

void TestMessageStore::pruningLeavesWhatIsUnfinished()
{
    addFinished(3);
    const Message prepared = plainMessage(4, "prepared", start);
    Message stalled = plainMessage(5, "stalled", start);
    stalled.state = State::Submitted;
    stalled.stalled = true;
    const Message failed = finishedCleanly(plainMessage(6, "late", start), start + std::chrono::hours(2));
    commitAll({inserted(prepared), inserted(stalled), inserted(failed)});
    const auto pruned = m_store->prune({.finishedBefore = start + std::chrono::hours(1)});
    QVERIFY(pruned.ok());
    QCOMPARE(pruned->removed, 3);
    for (const Message &message : {prepared, stalled, failed})
        QCOMPARE(difference(stored(message.gid.bytes()), message), QString());
}

void TestMessageStore::pruningGoesOnWhereItStopped()
{
    addFinished(10);
    PruneOrder order{.finishedBefore = start + seconds(8), .rowsMax = 3};
    QList<int> removed;
    for (Pruned pruned; !pruned.isAtEnd; order.afterId = pruned.lastId) {
        const auto found = m_store->prune(order);
        QVERIFY(found.ok());
        pruned = *found;
        removed.append(pruned.removed);
    }
    QCOMPARE(removed, (QList<int>{3, 3, 1}));
    QCOMPARE(rowsLeft(), 3);
}

void TestMessageStore::pruningRemovesNoMoreThanItIsTold()
{
    addFinished(10);
    const auto pruned = m_store->prune({.finishedBefore = start + seconds(100), .removeMax = 4});
    QVERIFY(pruned.ok());
    QCOMPARE(pruned->removed, 4);
    QCOMPARE(pruned->lastId, 4);
    QVERIFY(pruned->isAtEnd);
    QCOMPARE(rowsLeft(), 6);
}

void TestMessageStore::aPruneThatFailsRemovesNothing()
{
    addFinished(5);
    QVERIFY(armFaultPoints("purge=fail").ok());
    QVERIFY(!m_store->prune({.finishedBefore = start + seconds(100)}).ok());
    disarmFaultPoints();
    QCOMPARE(rowsLeft(), 5);
    QCOMPARE(m_reader->attempts(1)->size(), 1);
    QCOMPARE(m_store->prune({.finishedBefore = start + seconds(100)})->removed, 5);
    QCOMPARE(rowsLeft(), 0);
}

void TestMessageStore::rowsAreCountedInPortions()
{
    addFinished(7);
    QList<int> counts;
    for (Counted counted{.count = 3}; counted.count == 3; counts.append(counted.count)) {
        const auto found = m_store->countAfter(counted.lastId, 3);
        QVERIFY(found.ok());
        counted = *found;
    }
    QCOMPARE(counts, (QList<int>{3, 3, 1}));
}

void TestMessageStore::keyValuesCountTheirVersions()
{
    QVERIFY(m_store->keyValues("topics", {})->isEmpty());
    KeyValue row{
        .category = "topics", .key = "paid", .value = "[]", .version = 1, .createdAt = start, .updatedAt = start};
    QVERIFY(m_store->putKeyValue(row).ok());
    QVERIFY(m_store->putKeyValue({.category = "topics", .key = "Paid", .createdAt = start, .updatedAt = start}).ok());
    QVERIFY(
        m_store->putKeyValue({.category = "other", .key = "paid", .value = "x", .createdAt = start, .updatedAt = start})
            .ok());
    row.value = QByteArray("[1]\0\xff", 5);
    row.version = 2;
    row.updatedAt = start + seconds(1);
    QVERIFY(m_store->putKeyValue(row).ok());

    const Result<QList<KeyValue>> rows = m_store->keyValues("topics", {});
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 2);
    const KeyValue &paid = rows->at(1);
    QCOMPARE(paid.key, QByteArray("paid"));
    QCOMPARE(paid.value, row.value);
    QCOMPARE(paid.version, 2);
    QVERIFY(paid.createdAt == start && paid.updatedAt == start + seconds(1));
    QVERIFY(rows->at(0).value.isEmpty());

    const Result<QList<KeyValue>> one = m_store->keyValues("topics", "paid");
    QVERIFY(one.ok());
    QCOMPARE(one->size(), 1);
    QCOMPARE(one->at(0).version, 2);
    QVERIFY(m_store->keyValues("topics", "PAID")->isEmpty());
}

void TestMessageStore::aKeyValueOfAnotherVersionIsAConflict()
{
    KeyValue row{
        .category = "topics", .key = "paid", .value = "[]", .version = 2, .createdAt = start, .updatedAt = start};
    QCOMPARE(m_store->putKeyValue(row).error().code, Error::Code::Conflict);
    row.version = 1;
    QVERIFY(m_store->putKeyValue(row).ok());
    QCOMPARE(m_store->putKeyValue(row).error().code, Error::Code::Conflict);
    row.version = 3;
    QCOMPARE(m_store->putKeyValue(row).error().code, Error::Code::Conflict);
    QCOMPARE(m_store->keyValues("topics", {})->first().version, 1);
}

void TestMessageStore::removingAKeyValueThatIsNotThereIsNotFound()
{
    QVERIFY(
        m_store
            ->putKeyValue({.category = "topics", .key = "paid", .value = "[]", .createdAt = start, .updatedAt = start})
            .ok());
    QCOMPARE(m_store->removeKeyValue("topics", "Paid").error().code, Error::Code::NotFound);
    QVERIFY(m_store->removeKeyValue("topics", "paid").ok());
    QCOMPARE(m_store->removeKeyValue("topics", "paid").error().code, Error::Code::NotFound);
    QVERIFY(m_store->keyValues("topics", {})->isEmpty());
}

QTEST_GUILESS_MAIN(TestMessageStore)
#include "tst_messagestore.moc"
