// SPDX-License-Identifier: Apache-2.0
#include "core/store/filtersql.h"
#include "core/store/makestore.h"
#include "core/store/mysqlconnection.h"
#include "core/store/sqliteconnection.h"
#include "samplemessages.h"
#include "storegrounds.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

constexpr int messagesMade = 2000;
constexpr int limitBeyondAll = 10'000;

bool anyHas(const QByteArray &text, const QList<QByteArray> &places)
{
    return std::any_of(places.begin(), places.end(), [&](const QByteArray &place) { return place.contains(text); });
}

QList<QByteArray> urls(const Content &content)
{
    QList<QByteArray> all = {content.queryPrepared};
    for (const Step &step : content.steps)
        all.append(step.action);
    for (const Branch &branch : content.branches)
        all.append(branch.url);
    return all;
}

QList<QByteArray> payloads(const Content &content)
{
    QList<QByteArray> all;
    for (const Step &step : content.steps)
        all.append(step.payload);
    return all;
}

bool textsMatch(const Message &message, const Filter &filter)
{
    const QList<QByteArray> inUrls = urls(*message.content);
    const QList<QByteArray> inPayloads = payloads(*message.content);
    return (filter.text.isEmpty() || anyHas(filter.text, inUrls + inPayloads + QList{message.gid.bytes()}))
        && (filter.urlText.isEmpty() || anyHas(filter.urlText, inUrls))
        && (filter.payloadText.isEmpty() || anyHas(filter.payloadText, inPayloads))
        && (filter.topic.isEmpty() || anyHas("topic://" + filter.topic, inUrls));
}

/// What Filter says, in plain words.
bool matches(const Message &message, const Filter &filter)
{
    const bool retrying = !message.finished() && message.failuresInRow > 0;
    return (filter.states.isEmpty() || filter.states.contains(message.state))
        && (!filter.retrying || *filter.retrying == retrying) && (!filter.stalled || *filter.stalled == message.stalled)
        && (filter.gid.isEmpty() || filter.gid == message.gid.bytes())
        && message.gid.bytes().startsWith(filter.gidPrefix)
        && (!filter.attemptsMin || message.attempts >= *filter.attemptsMin)
        && (!filter.attemptsMax || message.attempts <= *filter.attemptsMax)
        && (!filter.createdFrom || message.createdAt >= *filter.createdFrom)
        && (!filter.createdTo || message.createdAt <= *filter.createdTo) && textsMatch(message, filter);
}

QList<std::int64_t> ids(const QList<Summary> &rows)
{
    QList<std::int64_t> found;
    for (const Summary &row : rows)
        found.append(row.rowId);
    return found;
}

bool same(const Summary &a, const Summary &b)
{
    return a.rowId == b.rowId && a.gid == b.gid && a.state == b.state && a.stalled == b.stalled
        && a.overridden == b.overridden && a.attempts == b.attempts && a.failuresInRow == b.failuresInRow
        && a.branches == b.branches && a.branchesDone == b.branchesDone && a.firstUrl == b.firstUrl
        && a.firstPayload == b.firstPayload && a.lastError == b.lastError && a.awaitedUrl == b.awaitedUrl
        && a.lastVerdict == b.lastVerdict && a.lastHttpStatus == b.lastHttpStatus && a.createdAt == b.createdAt
        && a.updatedAt == b.updatedAt && a.finishedAt == b.finishedAt && a.dueAt == b.dueAt;
}

/// One narrowing of a kind, by its number.
void narrow(Filter &filter, int kind, RandomMessages &random)
{
    const TimePoint created = fromEpochMs(1'700'000'000'000 + random.number(0, 1'000'000));
    static const QByteArray texts[] = {
        "bank-", "bank-7", "http://bank-a:8081/1", "topic://paid", "\"amount\":3", "nowhere at all", "8", "rder-1"};
    const QByteArray text = texts[random.number(0, 7)];
    switch (kind) {
    case 0:
        filter.states = {static_cast<State>(random.number(0, 3))};
        break;
    case 1:
        filter.states = {State::Prepared, State::Submitted};
        break;
    case 2:
        filter.states = {State::Failed, State::Submitted};
        break;
    case 3:
        filter.retrying = random.chance(50);
        break;
    case 4:
        filter.stalled = random.chance(50);
        break;
    case 5:
        filter.gidPrefix = random.chance(50) ? "order-" : "Order-1";
        break;
    case 6:
        filter.text = text;
        break;
    case 7:
        filter.urlText = text;
        break;
    case 8:
        filter.payloadText = text;
        break;
    case 9:
        filter.attemptsMin = random.number(0, 12);
        break;
    case 10:
        filter.attemptsMax = random.number(0, 12);
        break;
    case 11:
        filter.createdFrom = created;
        break;
    case 12:
        filter.createdTo = created;
        break;
    case 13:
        filter.topic = random.chance(50) ? "pa" : "paid-nobody";
        break;
    default:
        break;
    }
}
constexpr int kindsOfNarrowing = 14;

/// Runs a statement behind the store's back.
bool runSql(const StoreAddress &address, const QByteArray &sql)
{
    if (const auto *mysql = std::get_if<MysqlAddress>(&address)) {
        MysqlConnection connection(*mysql, MysqlConnection::Mode::ReadWrite);
        return connection.open().ok() && connection.execute(sql).ok();
    }
    SqliteConnection connection;
    return connection.open(std::get<SqliteAddress>(address).path, SqliteConnection::Mode::ReadWrite, Millis(1000)).ok()
        && connection.execute(sql).ok();
}

/// A store and its reader, on one address.
struct Fresh
{
    explicit Fresh(const Result<StoreAddress> &where)
        : address(where.ok() ? *where : StoreAddress())
        , store(makeStore(address))
        , reader(makeReader(address))
    {
        isOpen = where.ok() && store->open().ok() && reader->open().ok();
    }
    bool put(const std::vector<Save> &batch) { return store->commit(batch).outcome == CommitOutcome::Committed; }

    StoreAddress address;
    std::unique_ptr<MessageStore> store;
    std::unique_ptr<MessageReader> reader;
    bool isOpen = false;
};

} // namespace

/// The contract that every MessageReader keeps.
class TestMessageReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void initTestCase();
    void init();

    void everyFilterAloneFindsWhatItSays_data();
    void everyFilterAloneFindsWhatItSays();
    void filtersTogetherFindWhatTheySay();
    void aGidIsFoundByAllItsBytes();
    void summariesAreThoseOfTheMessages();
    void aSummaryTellsTheCallThatItsMessageIsAt();
    void aLongPayloadIsCutInASummary();
    void summariesOfIdsFollowTheFilter();
    void messagesComeWhole();
    void pagingIsCompleteWhileRowsAreAdded();
    void pagingAFilteredListIsComplete();
    void theLastPageHasNoNext();
    void countsAreThoseOfTheMessages();
    void countsOfAnEmptyStoreAreZero();
    void manyUnfinishedArePagedFromTheNewest();
    void aSummaryFitsWhereTheStoreFindsIt();
    void aPrefixOfGidsIsARangeOfTheirIndex();
    void aPrefixThatManyGidsHaveIsSearchedInSteps();
    void aSearchInStepsFindsWhatAPageFinds();
    void aSearchStopsWhenItsTimeIsOver();
    void aSearchIsCancelled();
    void cancellingWhenNothingRunsDoesNothing();
    void keyValuesArePagedByKey();
    void aDamagedRowIsShownAsSuch();
    void aMissingStoreIsUnavailable();
    void aForeignDatabaseIsRefused();

private:
    QList<std::int64_t> expected(const Filter &filter) const;

    std::unique_ptr<Fresh> fresh();

    StoreGrounds m_grounds;
    std::unique_ptr<Fresh> m_filled[2]; ///< one of each kind, with the same messages
    MessageReader *m_reader = nullptr; ///< of the kind that is tried now
    std::vector<Message> m_messages; ///< as stored, oldest first
};

void TestMessageReader::initTestCase_data()
{
    StoreGrounds::addRows();
}

void TestMessageReader::initTestCase()
{
    RandomMessages random(42);
    std::vector<Save> batch;
    for (int id = 1; id <= messagesMade; ++id) {
        m_messages.push_back(random.next(id));
        batch.push_back(inserted(m_messages.back()));
    }
    for (const StoreKind kind : {StoreKind::Sqlite, StoreKind::MariaDb}) {
        auto &filled = m_filled[static_cast<int>(kind)];
        filled = std::make_unique<Fresh>(m_grounds.fresh(kind));
        QVERIFY(filled->isOpen);
        QVERIFY(filled->put(batch));
    }
}

void TestMessageReader::init()
{
    QFETCH_GLOBAL(StoreKind, kind);
    m_reader = m_filled[static_cast<int>(kind)]->reader.get();
}

std::unique_ptr<Fresh> TestMessageReader::fresh()
{
    QFETCH_GLOBAL(StoreKind, kind);
    auto made = std::make_unique<Fresh>(m_grounds.fresh(kind));
    if (!made->isOpen)
        qFatal("no fresh store");
    return made;
}

QList<std::int64_t> TestMessageReader::expected(const Filter &filter) const
{
    QList<std::int64_t> found;
    for (auto message = m_messages.rbegin(); message != m_messages.rend(); ++message) {
        if (matches(*message, filter))
            found.append(message->rowId);
    }
    return found;
}

void TestMessageReader::everyFilterAloneFindsWhatItSays_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kindsOfNarrowing; ++kind)
        QTest::addRow("narrowing %d", kind) << kind;
}

void TestMessageReader::everyFilterAloneFindsWhatItSays()
{
    QFETCH(int, kind);
    RandomMessages random(static_cast<unsigned>(kind));
    for (int i = 0; i < 8; ++i) {
        Filter filter;
        narrow(filter, kind, random);
        const Result<Page> page = m_reader->page(filter, limitBeyondAll, std::nullopt);
        QVERIFY(page.ok());
        QCOMPARE(ids(page->rows), expected(filter));
    }
}

void TestMessageReader::filtersTogetherFindWhatTheySay()
{
    RandomMessages random(7);
    for (int i = 0; i < 300; ++i) {
        Filter filter;
        for (int parts = random.number(2, 4); parts > 0; --parts)
            narrow(filter, random.number(0, kindsOfNarrowing - 1), random);
        const int limit = random.chance(50) ? random.number(1, 40) : limitBeyondAll;
        const std::int64_t before = random.number(1, messagesMade);
        QList<std::int64_t> wanted = expected(filter);
        wanted.removeIf([&](std::int64_t id) { return id >= before; });
        const Result<Page> page = m_reader->page(filter, limit, before);
        QVERIFY(page.ok());
        QCOMPARE(ids(page->rows), wanted.first(qMin<qsizetype>(limit, wanted.size())));
        QCOMPARE(page->nextBefore.has_value(), wanted.size() > limit);
    }
}

void TestMessageReader::aGidIsFoundByAllItsBytes()
{
    for (int i = 0; i < messagesMade; i += 97) {
        const Message &message = m_messages[static_cast<std::size_t>(i)];
        const auto found = m_reader->message(message.gid);
        QVERIFY(found.ok() && found->has_value());
        QCOMPARE(difference(**found, message), QString());
        QCOMPARE(ids(m_reader->page({.gid = message.gid.bytes()}, 10, std::nullopt)->rows),
                 (QList<std::int64_t>{message.rowId}));
    }
    QVERIFY(!m_reader->message(gid("nobody"))->has_value());
    QVERIFY(m_reader->page({.gid = m_messages[0].gid.bytes().chopped(1)}, 10, std::nullopt)->rows.isEmpty());
}

void TestMessageReader::summariesAreThoseOfTheMessages()
{
    const Result<Page> page = m_reader->page({}, limitBeyondAll, std::nullopt);
    QVERIFY(page.ok());
    QCOMPARE(page->rows.size(), messagesMade);
    for (const Summary &row : page->rows)
        QVERIFY(same(row, summaryOf(m_messages[static_cast<std::size_t>(row.rowId - 1)])));
}

void TestMessageReader::aSummaryTellsTheCallThatItsMessageIsAt()
{
    Message message = plainMessage(1, "a", fromEpochMs(0));
    auto content = std::make_shared<Content>(*message.content);
    content->branches = {{"01", "http://bank-b/1", 0}, {"02", "http://bank-c/2", 0}};
    message.content = content;
    message.branchDone = {false, false};
    message.lastVerdict = Verdict::Ongoing;
    message.lastHttpStatus = 425;
    QCOMPARE(summaryOf(message).awaitedUrl, content->queryPrepared);
    QCOMPARE(summaryOf(message).lastVerdict, Verdict::Ongoing);
    QCOMPARE(summaryOf(message).lastHttpStatus, 425);
    message.state = State::Submitted;
    QCOMPARE(summaryOf(message).awaitedUrl, QByteArray("http://bank-b/1"));
    message.branchDone = {true, false};
    QCOMPARE(summaryOf(message).awaitedUrl, QByteArray("http://bank-c/2"));
    message.branchDone = {true, true};
    message.state = State::Succeed;
    QCOMPARE(summaryOf(message).awaitedUrl, QByteArray());
}

void TestMessageReader::aLongPayloadIsCutInASummary()
{
    Message message = plainMessage(1, "a", TimePoint());
    auto content = std::make_shared<Content>(*message.content);
    content->steps[0].payload = QByteArray(summaryPayloadMax + 1, 'x');
    message.content = content;
    QCOMPARE(summaryOf(message).firstPayload.size(), summaryPayloadMax);
}

void TestMessageReader::summariesOfIdsFollowTheFilter()
{
    const Filter filter{.states = {State::Submitted}, .text = "bank-"};
    QList<std::int64_t> asked;
    QList<std::int64_t> wanted;
    for (std::int64_t id = 1; id <= 400; id += 3) {
        asked.append(id);
        if (matches(m_messages[static_cast<std::size_t>(id - 1)], filter))
            wanted.append(id);
    }
    asked.append(999'999);
    QCOMPARE(ids(*m_reader->summaries(asked, filter)), wanted);
    QVERIFY(m_reader->summaries({}, filter)->isEmpty());
    QCOMPARE(m_reader->summaries(asked, {})->size(), asked.size() - 1);
}

void TestMessageReader::messagesComeWhole()
{
    const auto found = m_reader->messages({.states = {State::Failed}}, 20, std::nullopt);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(20));
    for (const Message &message : *found)
        QCOMPARE(difference(message, m_messages[static_cast<std::size_t>(message.rowId - 1)]), QString());
    QVERIFY(m_reader->messages({}, 0, std::nullopt)->empty());
}

void TestMessageReader::pagingIsCompleteWhileRowsAreAdded()
{
    const auto fresh = this->fresh();
    std::vector<Save> batch;
    for (int id = 1; id <= 500; ++id)
        batch.push_back(inserted(plainMessage(id, "m" + QByteArray::number(id), fromEpochMs(id))));
    QVERIFY(fresh->put(batch));

    QList<std::int64_t> seen;
    std::optional<std::int64_t> before;
    int added = 500;
    do {
        const Result<Page> page = fresh->reader->page({}, 37, before);
        QVERIFY(page.ok());
        seen += ids(page->rows);
        before = page->nextBefore;
        ++added;
        QVERIFY(fresh->put({inserted(plainMessage(added, "m" + QByteArray::number(added), fromEpochMs(added)))}));
    } while (before);
    QCOMPARE(seen.size(), 500);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(seen[i], 500 - i);
}

void TestMessageReader::pagingAFilteredListIsComplete()
{
    const Filter filter{.states = {State::Prepared, State::Submitted}, .urlText = "bank-a"};
    QList<std::int64_t> seen;
    std::optional<std::int64_t> before;
    do {
        const Result<Page> page = m_reader->page(filter, 13, before);
        QVERIFY(page.ok());
        seen += ids(page->rows);
        before = page->nextBefore;
    } while (before);
    QCOMPARE(seen, expected(filter));
}

void TestMessageReader::theLastPageHasNoNext()
{
    QVERIFY(!m_reader->page({}, messagesMade, std::nullopt)->nextBefore);
    QCOMPARE(m_reader->page({}, messagesMade - 1, std::nullopt)->nextBefore.value(), 2);
    const Result<Page> behind = m_reader->page({}, 10, 1);
    QVERIFY(behind->rows.isEmpty() && !behind->nextBefore);
}

void TestMessageReader::countsAreThoseOfTheMessages()
{
    const Result<Counts> counts = m_reader->counts();
    QVERIFY(counts.ok());
    const auto number = [&](const Filter &filter) { return expected(filter).size(); };
    const QList<State> unfinished = {State::Prepared, State::Submitted};
    QCOMPARE(counts->total, messagesMade);
    QCOMPARE(counts->prepared, number({.states = {State::Prepared}}));
    QCOMPARE(counts->submitted, number({.states = {State::Submitted}}));
    QCOMPARE(counts->retrying, number({.retrying = true}));
    QCOMPARE(counts->stalled, number({.states = unfinished, .stalled = true}));
    QCOMPARE(counts->failed, number({.states = {State::Failed}}));
    std::optional<TimePoint> oldest;
    for (const Message &message : m_messages) {
        if (!message.finished() && (!oldest || message.createdAt < *oldest))
            oldest = message.createdAt;
    }
    QVERIFY(counts->oldestUnfinished == oldest);
    std::optional<TimePoint> oldestPrepared;
    for (const Message &message : m_messages) {
        if (message.state == State::Prepared && (!oldestPrepared || message.createdAt < *oldestPrepared))
            oldestPrepared = message.createdAt;
    }
    QVERIFY(counts->oldestPrepared == oldestPrepared);
}

void TestMessageReader::countsOfAnEmptyStoreAreZero()
{
    const auto fresh = this->fresh();
    const Result<Counts> counts = fresh->reader->counts();
    QVERIFY(counts.ok());
    QCOMPARE(counts->total + counts->prepared + counts->submitted + counts->failed + counts->stalled + counts->retrying,
             0);
    QVERIFY(!counts->oldestUnfinished && !counts->oldestPrepared);
    QVERIFY(fresh->reader->page({}, 10, std::nullopt)->rows.isEmpty());
}

/// More unfinished than are probed, none of them among the newest: the index must find them.
void TestMessageReader::manyUnfinishedArePagedFromTheNewest()
{
    const auto fresh = this->fresh();
    std::vector<Save> batch;
    for (int id = 1; id <= 9000; ++id) {
        const Message message = plainMessage(id, "m" + QByteArray::number(id), fromEpochMs(id));
        batch.push_back(inserted(id <= 2000 ? message : finishedCleanly(message, fromEpochMs(id))));
    }
    QVERIFY(fresh->put(batch));
    const Filter unfinished{.states = {State::Prepared}};
    QCOMPARE(ids(fresh->reader->page(unfinished, 3, std::nullopt)->rows), (QList<std::int64_t>{2000, 1999, 1998}));
    QCOMPARE(ids(fresh->reader->page(unfinished, 2, 1000)->rows), (QList<std::int64_t>{999, 998}));
    QCOMPARE(ids(fresh->reader->page({.gidPrefix = "m1"}, 2, 1000)->rows), (QList<std::int64_t>{199, 198}));
}

void TestMessageReader::aSummaryFitsWhereTheStoreFindsIt()
{
    RandomMessages random(13);
    for (int i = 0; i < 300; ++i) {
        Filter filter;
        for (int parts = random.number(0, 3); parts > 0; --parts)
            narrow(filter, random.number(0, kindsOfNarrowing - 1), random);
        if (random.chance(5))
            filter.gid = m_messages[static_cast<std::size_t>(i)].gid.bytes();
        QCOMPARE(looksIntoContent(filter),
                 !filter.text.isEmpty() || !filter.urlText.isEmpty() || !filter.payloadText.isEmpty()
                     || !filter.topic.isEmpty());
        if (looksIntoContent(filter))
            continue;
        const Result<Page> page = m_reader->page(filter, limitBeyondAll, std::nullopt);
        QVERIFY(page.ok());
        QList<std::int64_t> fitting;
        for (auto message = m_messages.rbegin(); message != m_messages.rend(); ++message) {
            if (fits(summaryOf(*message), filter))
                fitting.append(message->rowId);
        }
        QCOMPARE(fitting, ids(page->rows));
    }
}

void TestMessageReader::aPrefixOfGidsIsARangeOfTheirIndex()
{
    QFETCH_GLOBAL(StoreKind, kind);
    const FilterSql sql = filterSql({.gidPrefix = "order-"}, [](ContentPart) { return QByteArray(); });
    const StoreAddress &address = m_filled[static_cast<int>(kind)]->address;
    QByteArrayList plan;
    const auto take = [&](const SqlRow &row) -> Status {
        if (kind == StoreKind::Sqlite)
            plan << row.bytes(3).toByteArray();
        else
            plan << row.bytes(3).toByteArray() << row.bytes(5).toByteArray() << row.bytes(9).toByteArray();
        return Done{};
    };
    if (kind == StoreKind::Sqlite) {
        SqliteConnection connection;
        const QString path = std::get<SqliteAddress>(address).path;
        QVERIFY(connection.open(path, SqliteConnection::Mode::ReadOnly, Millis(1000)).ok());
        const QByteArray query = "SELECT id FROM message INDEXED BY message_gid WHERE " + sql.condition;
        QVERIFY(connection.forEachRow("EXPLAIN QUERY PLAN " + query, sql.values, take).ok());
        QCOMPARE(plan, QByteArrayList{"SEARCH message USING COVERING INDEX message_gid (gid>? AND gid<?)"});
        return;
    }
    MysqlConnection connection(std::get<MysqlAddress>(address), MysqlConnection::Mode::ReadOnly);
    QVERIFY(connection.open().ok());
    const QByteArray query = "SELECT id FROM message FORCE INDEX (message_gid) WHERE " + sql.condition;
    QVERIFY(connection.forEachRow("EXPLAIN " + query, sql.values, take).ok());
    QCOMPARE(plan, (QByteArrayList{"range", "message_gid", "Using where; Using index"}));
}

/// More match than are sorted in a moment, and none is among the newest.
void TestMessageReader::aPrefixThatManyGidsHaveIsSearchedInSteps()
{
    constexpr int many = 20'500;
    constexpr int newer = 5'500;
    const auto fresh = this->fresh();
    std::vector<Save> batch;
    for (int id = 1; id <= many + newer; ++id) {
        const QByteArray gid = (id <= many ? "many-" : "newer-") + QByteArray::number(id);
        batch.push_back(inserted(finishedCleanly(plainMessage(id, gid, fromEpochMs(id)), fromEpochMs(id))));
        if (batch.size() == 2000 || id == many + newer)
            QVERIFY(fresh->put(std::exchange(batch, {})));
    }
    const Filter filter{.gidPrefix = "many-"};
    const Result<Page> first = fresh->reader->search(filter, 3, std::nullopt, Millis(0));
    QVERIFY(first.ok() && first->rows.isEmpty() && first->lookedAt > 0);
    QVERIFY(first->nextBefore && *first->nextBefore > many);
    QList<std::int64_t> found;
    std::optional<std::int64_t> before = first->nextBefore;
    while (before && found.isEmpty()) {
        const Result<Page> page = fresh->reader->search(filter, 3, before, Millis(0));
        QVERIFY(page.ok());
        found = ids(page->rows);
        before = page->nextBefore;
    }
    QCOMPARE(found, (QList<std::int64_t>{many, many - 1, many - 2}));
    QCOMPARE(ids(fresh->reader->page(filter, 3, std::nullopt)->rows), found);
    const Result<Page> few = fresh->reader->search({.gidPrefix = "many-777"}, 100, std::nullopt, Millis(0));
    QVERIFY(few.ok() && !few->nextBefore);
    QCOMPARE(few->rows.size(), 11); // 777 and 7770 to 7779
    QCOMPARE(few->lookedAt, 0);
}

void TestMessageReader::aSearchInStepsFindsWhatAPageFinds()
{
    RandomMessages random(11);
    for (int i = 0; i < 60; ++i) {
        Filter filter;
        for (int parts = random.number(1, 3); parts > 0; --parts)
            narrow(filter, random.number(0, kindsOfNarrowing - 1), random);
        QList<std::int64_t> seen;
        std::optional<std::int64_t> before;
        do {
            const Result<Page> page = m_reader->search(filter, random.number(1, 50), before, Millis(0));
            QVERIFY(page.ok());
            QVERIFY(!page->nextBefore || !before || *page->nextBefore < *before);
            seen += ids(page->rows);
            before = page->nextBefore;
        } while (before);
        QCOMPARE(seen, expected(filter));
    }
}

void TestMessageReader::aSearchStopsWhenItsTimeIsOver()
{
    const Filter none{.attemptsMin = 1'000'000};
    const Result<Page> stopped = m_reader->search(none, 10, std::nullopt, Millis(0));
    QVERIFY(stopped.ok());
    QVERIFY(stopped->rows.isEmpty() && stopped->nextBefore);
    QVERIFY(*stopped->nextBefore > 1 && *stopped->nextBefore < messagesMade);
    QCOMPARE(stopped->lookedAt, messagesMade - *stopped->nextBefore + 1);
    const Result<Page> ended = m_reader->search(none, 10, std::nullopt, Millis(60'000));
    QVERIFY(ended.ok() && ended->rows.isEmpty() && !ended->nextBefore);
    QVERIFY2(m_reader->search({.states = {State::Failed}}, 10, std::nullopt, Millis(0))->lookedAt == 0,
             "an index finds them");
}

void TestMessageReader::aSearchIsCancelled()
{
    std::atomic<bool> isDone{false};
    std::thread canceller([&] {
        while (!isDone)
            m_reader->cancel();
    });
    std::optional<Error> error;
    for (QDeadlineTimer patience(10'000); !error && !patience.hasExpired();) { // the other thread may be slow to start
        const Result<Page> page = m_reader->page({.text = "stands nowhere"}, 10, std::nullopt);
        if (!page.ok())
            error = page.error();
    }
    isDone = true;
    canceller.join();
    QVERIFY(error == Error::unavailable(QStringLiteral("cancelled")));
    QVERIFY(m_reader->page({}, 10, std::nullopt).ok());
    QVERIFY(m_reader->counts().ok());
}

void TestMessageReader::cancellingWhenNothingRunsDoesNothing()
{
    m_reader->cancel();
    QVERIFY(m_reader->page({.text = "bank-"}, 10, std::nullopt).ok());
    QFETCH_GLOBAL(StoreKind, kind);
    makeReader(*m_grounds.fresh(kind))->cancel();
}

void TestMessageReader::keyValuesArePagedByKey()
{
    const auto fresh = this->fresh();
    for (const char *key : {"b", "a", "c", "A"})
        QVERIFY(fresh->store->putKeyValue({.category = "topics", .key = key, .value = "v"}).ok());
    QVERIFY(fresh->store->putKeyValue({.category = "topics2", .key = "x"}).ok());
    const auto keys = [&](const QByteArray &key, int limit, const QByteArray &after) {
        const Result<QList<KeyValue>> rows = fresh->reader->keyValues("topics", key, limit, after);
        QList<QByteArray> found;
        for (const KeyValue &row : *rows)
            found.append(row.key);
        return found;
    };
    QCOMPARE(keys({}, 3, {}), (QList<QByteArray>{"A", "a", "b"}));
    QCOMPARE(keys({}, 3, "b"), (QList<QByteArray>{"c"}));
    QCOMPARE(keys("a", 3, {}), (QList<QByteArray>{"a"}));
    QVERIFY(keys("none", 3, {}).isEmpty());
}

void TestMessageReader::aDamagedRowIsShownAsSuch()
{
    const auto fresh = this->fresh();
    QVERIFY(fresh->put(
        {inserted(plainMessage(1, "good", fromEpochMs(1))), inserted(plainMessage(2, "bad", fromEpochMs(2)))}));
    QVERIFY(runSql(fresh->address, "UPDATE message SET content = x'0102' WHERE id = 2"));
    const Result<Page> page = fresh->reader->page({}, 10, std::nullopt);
    QCOMPARE(ids(page->rows), (QList<std::int64_t>{2, 1}));
    QCOMPARE(page->rows[0].gid, QByteArray("bad"));
    QVERIFY(page->rows[0].lastError.contains("damaged"));
    QCOMPARE(fresh->reader->message(gid("bad")).error().code, Error::Code::Internal);
    QVERIFY(fresh->reader->message(gid("good")).ok());
}

void TestMessageReader::aMissingStoreIsUnavailable()
{
    QFETCH_GLOBAL(StoreKind, kind);
    const StoreAddress address = *m_grounds.fresh(kind);
    const Status opened = makeReader(address)->open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Unavailable);
    if (const auto *sqlite = std::get_if<SqliteAddress>(&address))
        QVERIFY(!QFile::exists(sqlite->path));
}

void TestMessageReader::aForeignDatabaseIsRefused()
{
    QFETCH_GLOBAL(StoreKind, kind);
    const StoreAddress address = *m_grounds.fresh(kind);
    QVERIFY(runSql(address, "CREATE TABLE message (text INTEGER)"));
    QCOMPARE(makeReader(address)->open().error().code, Error::Code::Invalid);
    QCOMPARE(makeStore(address)->open().error().code, Error::Code::Invalid);
}

QTEST_GUILESS_MAIN(TestMessageReader)
#include "tst_messagereader.moc"
