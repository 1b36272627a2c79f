// SPDX-License-Identifier: Apache-2.0
#include "core/message/limits.h"
#include "core/store/contentcodec.h"
#include "core/store/mysqlreader.h"
#include "core/store/mysqlstore.h"
#include "samplemessages.h"
#include "storegrounds.h"
#include "tests/support/testcertificates.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <thread>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
constexpr std::int64_t me = 7;
constexpr std::int64_t somebody = 8;
constexpr Millis longLease{60'000};

QList<QByteArray> gidsOf(const Result<std::vector<Message>> &messages)
{
    QList<QByteArray> gids;
    if (!messages.ok())
        return {messages.error().detail.toUtf8()};
    for (const Message &message : *messages)
        gids.append(message.gid.bytes());
    return gids;
}

std::vector<Save> taken(const std::vector<Message> &messages, std::int64_t owner)
{
    std::vector<Save> saves;
    for (const Message &message : messages) {
        saves.push_back(updated(message, message.fence));
        saves.back().message.owner = owner;
        saves.back().message.fence += 1;
    }
    return saves;
}

QString detailOf(const Status &status)
{
    return status.ok() ? QStringLiteral("ok") : status.error().detail;
}

} // namespace

/// What only a store on a server has: several coordinators, lost connections, a server that is not as it should be.
class TestMysqlStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void dueGivesEachCoordinatorMessagesOfItsOwn();
    void aClaimEndsWithTheNextHeartbeat();
    void aLookThatFindsNothingDueLocksNothing();
    void workOfALivingCoordinatorIsLeftAlone();
    void whoHasNoHeartbeatIsGivenALease();
    void theHeartbeatTellsTheServersClock();
    void aDueTimeEarlierThanTheLastClaimIsFound();
    void whatIsDueAtOneTimeIsClaimedInParts();
    void whatCameToThatTimeSinceIsFound_data();
    void whatCameToThatTimeSinceIsFound();
    void groupsTellWhoWasFencedOut();

    void aConnectionThatWasLostIsMadeAgain();
    void aServerThatIsAwayRefusesAndComesBack();
    void aCommitThatWasCutIsUnknown();
    void aHungServerIsGivenUp();
    void whatALostSessionDidIsOverOnceTheNextIsOpen();
    void aLockedRowIsRetryable();
    void theServerTakesTheLongestText();
    void aLongerTextIsNotSent();
    void theLargestMessageIsKeptThroughItsLife();
    void whatIsLargerIsRefusedBeforehand();
    void aDamagedRowDoesNotHoldUpTheOthers();

    void theGrantsSuffice();
    void aWrongPasswordIsNamed();
    void aMissingDatabaseIsNamed();
    void missingPrivilegesAreNamed();
    void aReadOnlyServerIsNamed();
    void aMissingTableIsNamed();
    void aTableWithoutTransactionsIsNamed();
    void aColumnThatFoldsCaseIsNamed();
    void tooManyConnectionsAreNamed();
    void smallPacketsAreNamed();
    void aServerWithoutTlsIsNamed();
    void tlsIsVerifiedWhenAskedFor();
    void aNewerVersionIsRefused();
    void theReaderCannotWrite();

private:
    Status openFails(const MysqlAddress &address);
    MysqlAddress plainUser(const QString &grant);
    QString ask(const QString &sql);
    std::unique_ptr<MysqlStore> opened();
    bool put(const std::vector<Save> &batch) { return m_store->commit(batch).outcome == CommitOutcome::Committed; }

    bool putDueAtStart(const QList<int> &ids);
    Message filling(qsizetype more);
    void openOnSmallPackets();
    /// Claims at most two and puts them off, as the engine does. Their gids.
    QList<QByteArray> claimTwo();

    StoreGrounds m_grounds;
    MysqlAddress m_address; ///< of a database of this test's own
    std::unique_ptr<MysqlStore> m_store;
};

void TestMysqlStore::init()
{
    m_store.reset();
    const Result<MysqlAddress> address = m_grounds.freshMysql();
    QVERIFY2(address.ok(), address.ok() ? "" : qPrintable(address.error().detail));
    m_address = *address;
    m_store = opened();
    QVERIFY(m_store);
}

/// Null when it does not open.
std::unique_ptr<MysqlStore> TestMysqlStore::opened()
{
    auto store = std::make_unique<MysqlStore>(m_address);
    const Status done = store->open();
    if (done.ok())
        return store;
    qWarning("%s", qPrintable(done.error().detail));
    return nullptr;
}

/// %1 in the statement is this test's database.
QString TestMysqlStore::ask(const QString &sql)
{
    const Result<QString> answer = m_grounds.server().ask(sql.contains(u"%1") ? sql.arg(m_address.database) : sql);
    return answer.ok() ? *answer : answer.error().detail;
}

Status TestMysqlStore::openFails(const MysqlAddress &address)
{
    return MysqlStore(address).open();
}

/// A new user who was given this.
MysqlAddress TestMysqlStore::plainUser(const QString &grant)
{
    MysqlAddress address = m_address;
    address.user = QStringLiteral("plain_") + m_address.database;
    ask(QStringLiteral("CREATE USER '%1'@'%' IDENTIFIED BY 'plain'").replace(QStringLiteral("%1"), address.user));
    ask(QString(grant).replace(m_address.user, address.user));
    address.password = QStringLiteral("plain");
    return address;
}

void TestMysqlStore::dueGivesEachCoordinatorMessagesOfItsOwn()
{
    std::vector<Save> batch;
    for (int id = 1; id <= 4; ++id)
        batch.push_back(inserted(plainMessage(id, QByteArray::number(id), start + Millis(id))));
    QVERIFY(put(batch));
    const auto other = opened();
    const auto mine = m_store->due(start + seconds(1), me, 2);
    const auto theirs = other->due(start + seconds(1), somebody, 4);
    QCOMPARE(gidsOf(mine), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(gidsOf(theirs), (QList<QByteArray>{"3", "4"}));
    for (MysqlStore *store : {m_store.get(), other.get()})
        QVERIFY(store->heartbeat(store == other.get() ? somebody : me, longLease).ok());
    QVERIFY(put(taken(*mine, me)));
    QCOMPARE(gidsOf(other->due(start + seconds(1), somebody, 4)), (QList<QByteArray>{"3", "4"}));
}

void TestMysqlStore::aClaimEndsWithTheNextHeartbeat()
{
    QVERIFY(put({inserted(plainMessage(1, "a", start))}));
    const auto other = opened();
    QCOMPARE(m_store->due(start, me, 9)->size(), std::size_t(1));
    QCOMPARE(other->due(start, somebody, 9)->size(), std::size_t(0));
    QVERIFY(m_store->heartbeat(me, longLease).ok());
    QCOMPARE(other->due(start, somebody, 9)->size(), std::size_t(1));
}

/// The row that is due next was read as well: it must not stay locked until this coordinator looks again.
void TestMysqlStore::aLookThatFindsNothingDueLocksNothing()
{
    QVERIFY(put({inserted(plainMessage(1, "a", start + seconds(60)))}));
    const auto other = opened();
    QCOMPARE(m_store->due(start, me, 9)->size(), std::size_t(0));
    const CommitResult result = other->commit(taken(*other->load({gid("a")}), somebody));
    QVERIFY2(result.outcome == CommitOutcome::Committed, qPrintable(result.error));
}

void TestMysqlStore::workOfALivingCoordinatorIsLeftAlone()
{
    Save save = inserted(plainMessage(1, "a", start));
    save.message.owner = somebody;
    QVERIFY(put({save}));
    const auto other = opened();
    QVERIFY(other->heartbeat(somebody, longLease).ok());
    QCOMPARE(m_store->due(start, me, 9)->size(), std::size_t(0));
    QVERIFY(other->heartbeat(somebody, Millis(1)).ok());
    QTRY_COMPARE(m_store->due(start, me, 9)->size(), std::size_t(1));
}

void TestMysqlStore::whoHasNoHeartbeatIsGivenALease()
{
    Save save = inserted(plainMessage(1, "a", start));
    save.message.owner = somebody;
    QVERIFY(put({save}));
    QCOMPARE(m_store->due(start, me, 9)->size(), std::size_t(0));
    QVERIFY(opened());
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM %1.coordinator WHERE owner = 8")), QStringLiteral("1"));
    ask(QStringLiteral("UPDATE %1.coordinator SET alive_until = alive_until - 10000"));
    QCOMPARE(m_store->due(start, me, 9)->size(), std::size_t(1));
}

void TestMysqlStore::theHeartbeatTellsTheServersClock()
{
    const auto now = m_store->heartbeat(me, longLease);
    QVERIFY(now.ok() && now->has_value());
    const Millis apart = **now - SystemClock().now(); // one machine, one clock
    QVERIFY2(apart > seconds(-5) && apart < seconds(5), qPrintable(QString::number(apart.count())));
    const qint64 lease =
        ask(QStringLiteral("SELECT alive_until - since FROM %1.coordinator WHERE owner = 7")).toLongLong();
    QCOMPARE(lease, longLease.count());
}

void TestMysqlStore::aDueTimeEarlierThanTheLastClaimIsFound()
{
    QVERIFY(put({inserted(plainMessage(1, "late", start + seconds(5)))}));
    QVERIFY(put(taken(*m_store->due(start + seconds(9), me, 9), me)));
    QVERIFY(put({inserted(plainMessage(2, "early", start))}));
    QCOMPARE(gidsOf(m_store->due(start + seconds(9), me, 9)), QList<QByteArray>{"early"});
}

bool TestMysqlStore::putDueAtStart(const QList<int> &ids)
{
    std::vector<Save> batch;
    for (const int id : ids)
        batch.push_back(inserted(plainMessage(id, QByteArray::number(id), start)));
    return put(batch);
}

QList<QByteArray> TestMysqlStore::claimTwo()
{
    const auto claimed = m_store->due(start + seconds(1), me, 2);
    std::vector<Save> saves = claimed.ok() ? taken(*claimed, me) : std::vector<Save>();
    for (Save &save : saves) {
        save.message.dueAt = start + seconds(60);
        save.dueChanged = true;
    }
    return put(saves) ? gidsOf(claimed) : QList<QByteArray>{"not written"};
}

/// As after somebody made all messages due: the time alone does not tell how far the claims came.
void TestMysqlStore::whatIsDueAtOneTimeIsClaimedInParts()
{
    QVERIFY(putDueAtStart({1, 2, 3, 4, 5}));
    QVERIFY(put({inserted(plainMessage(6, "6", start + Millis(1)))}));
    Save deadOnes = inserted(plainMessage(7, "7", start));
    deadOnes.message.owner = somebody;
    QVERIFY(put({deadOnes}));
    QVERIFY(m_store->heartbeat(somebody, Millis(-1)).ok());
    QCOMPARE(claimTwo(), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(claimTwo(), (QList<QByteArray>{"3", "4"}));
    QCOMPARE(claimTwo(), (QList<QByteArray>{"5", "7"}));
    QCOMPARE(claimTwo(), QList<QByteArray>{"6"});
    QCOMPARE(claimTwo(), QList<QByteArray>());
}

void TestMysqlStore::whatCameToThatTimeSinceIsFound_data()
{
    QTest::addColumn<bool>("isMadeDue");
    QTest::newRow("a new message of an older id") << false;
    QTest::newRow("messages that were made due again") << true;
}

void TestMysqlStore::whatCameToThatTimeSinceIsFound()
{
    QFETCH(bool, isMadeDue);
    QVERIFY(putDueAtStart({11, 12, 13}));
    QCOMPARE(claimTwo(), (QList<QByteArray>{"11", "12"}));
    if (isMadeDue) {
        ask(QStringLiteral("UPDATE %1.message SET owner = 0"));
        QCOMPARE(m_store->makeDue(start + seconds(2), start, 9)->count, 2);
        QCOMPARE(claimTwo(), (QList<QByteArray>{"11", "12"}));
        QCOMPARE(claimTwo(), QList<QByteArray>{"13"});
    } else {
        QVERIFY(putDueAtStart({5}));
        QCOMPARE(claimTwo(), (QList<QByteArray>{"5", "13"}));
    }
}

/// Two of a group of four were taken by another coordinator.
void TestMysqlStore::groupsTellWhoWasFencedOut()
{
    std::vector<Save> batch;
    for (int id = 1; id <= 4; ++id)
        batch.push_back(inserted(plainMessage(id, QByteArray::number(id), start)));
    QVERIFY(put(batch));
    const auto other = opened();
    QVERIFY(other->commit(taken(*other->load({gid("2"), gid("3")}), somebody)).conflicts.empty());
    for (Save &save : batch)
        save = updated(finishedCleanly(save.message, start), 0);
    const CommitResult result = m_store->commit(batch);
    QCOMPARE(result.outcome, CommitOutcome::Committed);
    QCOMPARE(result.conflicts, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(m_store->load({gid("2")})->front().owner, somebody);
    QCOMPARE(m_store->load({gid("4")})->front().state, State::Succeed);
}

void TestMysqlStore::aConnectionThatWasLostIsMadeAgain()
{
    QVERIFY(put({inserted(plainMessage(1, "a", start))}));
    m_grounds.server().kill();
    QVERIFY(m_grounds.server().start().ok());
    QCOMPARE(gidsOf(m_store->load({gid("a")})), QList<QByteArray>{"a"});
}

void TestMysqlStore::aServerThatIsAwayRefusesAndComesBack()
{
    MysqlReader reader(m_address);
    QVERIFY(reader.open().ok());
    m_grounds.server().kill();
    const auto loaded = m_store->load({gid("a")});
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, Error::Code::Unavailable);
    QVERIFY2(loaded.error().detail.contains(u"cannot be reached: start the server"), qPrintable(loaded.error().detail));
    QCOMPARE(m_store->commit({inserted(plainMessage(1, "a", start))}).outcome, CommitOutcome::Fatal);
    QVERIFY(!reader.counts().ok());
    QVERIFY(m_grounds.server().start().ok());
    QVERIFY(put({inserted(plainMessage(1, "a", start))}));
    QCOMPARE(reader.counts()->total, 1);
}

/// The batch waits for a row that another connection has locked; meanwhile its connection is killed.
void TestMysqlStore::aCommitThatWasCutIsUnknown()
{
    const Message message = plainMessage(1, "a", start);
    QVERIFY(put({inserted(message)}));
    MysqlConnection other(m_address, MysqlConnection::Mode::ReadWrite);
    QVERIFY(other.open().ok() && other.execute("BEGIN; SELECT * FROM message FOR UPDATE").ok());
    CommitResult result;
    std::thread committing([&] { result = m_store->commit({updated(finishedCleanly(message, start), 0)}); });
    QString id;
    QTRY_VERIFY(!(id = ask(QStringLiteral("SELECT id FROM information_schema.processlist WHERE db = '%1' AND info LIKE "
                                          "'%UPDATE message%' AND id <> connection_id()")))
                     .isEmpty());
    ask(QStringLiteral("KILL ") + id);
    committing.join();
    QCOMPARE(result.outcome, CommitOutcome::Unknown);
    QVERIFY(other.execute("ROLLBACK").ok());
    QCOMPARE(difference(m_store->load({gid("a")})->front(), message), QString());
    QVERIFY(put({updated(finishedCleanly(message, start), 0)}));
}

void TestMysqlStore::aHungServerIsGivenUp()
{
    QElapsedTimer timer;
    m_grounds.server().pause();
    timer.start();
    const CommitResult result = m_store->commit({inserted(plainMessage(1, "a", start))});
    const Millis waited(timer.elapsed());
    m_grounds.server().resume();
    QCOMPARE(result.outcome, CommitOutcome::Unknown);
    QVERIFY(waited < MysqlConnection::writeStatementMax + seconds(3));
    QVERIFY(m_store->load({gid("a")}).ok());
}

/// The connection gives the statement up, and the server does not: a commit could still come after it was read as not
/// made.
void TestMysqlStore::whatALostSessionDidIsOverOnceTheNextIsOpen()
{
    const QString countSleepers = QStringLiteral("SELECT count(*) FROM information_schema.processlist WHERE db = '%1' "
                                                 "AND info LIKE '%SLEEP(60)%' AND id <> connection_id()");
    MysqlConnection connection(m_address, MysqlConnection::Mode::ReadWrite);
    QVERIFY(connection.open().ok());
    QVERIFY(isConnectionLost(connection.run("SELECT SLEEP(60)").failure.code));
    QVERIFY(!connection.isOpen()); // while the server still sleeps, unless it has just looked for its client
    QCOMPARE(detailOf(connection.open()), QStringLiteral("ok"));
    QCOMPARE(ask(countSleepers), QStringLiteral("0"));
}

void TestMysqlStore::aLockedRowIsRetryable()
{
    const Message message = plainMessage(1, "a", start);
    QVERIFY(put({inserted(message)}));
    MysqlConnection other(m_address, MysqlConnection::Mode::ReadWrite);
    QVERIFY(other.open().ok() && other.execute("BEGIN; SELECT * FROM message FOR UPDATE").ok());
    const CommitResult result =
        m_store->commit({inserted(plainMessage(2, "b", start)), updated(finishedCleanly(message, start), 0)});
    QCOMPARE(result.outcome, CommitOutcome::Retryable);
    QVERIFY(result.error.contains(u"held up by another transaction"));
    QVERIFY(m_store->load({gid("b")})->empty());
}

/// Those that are printed, on a database without tables.
/// A batch is parted into texts of at most that length.
void TestMysqlStore::theServerTakesTheLongestText()
{
    MysqlConnection connection(m_address, MysqlConnection::Mode::ReadWrite);
    QVERIFY(connection.open().ok());
    const QByteArray head = "SELECT length('";
    const QByteArray tail = "')";
    const QByteArray text = head + QByteArray(connection.textMax() - head.size() - tail.size(), 'a') + tail;
    QCOMPARE(connection.run(text).failure.code, 0U);
}

/// The server would close the connection, and others of the batch would be refused with it.
void TestMysqlStore::aLongerTextIsNotSent()
{
    const QByteArray value(9 * 1024 * 1024, 'v');
    const Status written = m_store->putKeyValue({.category = "topics", .key = "paid", .value = value});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, Error::Code::TooLarge);
    QVERIFY2(written.error().detail.contains(u"max_allowed_packet is 16777216"), qPrintable(detailOf(written)));
    QVERIFY(m_store->keyValues("topics", {})->isEmpty());
}

/// A prepared message that fills a row on a server of the smallest max_allowed_packet that is accepted, or of one byte
/// more than that.
Message TestMysqlStore::filling(qsizetype more)
{
    constexpr qsizetype bytesMax = (12 * 1024 * 1024 - 16 - 4096) / 2;
    Message message = plainMessage(1, "large", start);
    Content content = *message.content;
    QByteArray encoded;
    encodeContent(content, encoded);
    // The payload's length takes three bytes more when it is as long as that.
    content.steps[0].payload += QByteArray(bytesMax - encoded.size() - 3 + more, 'p');
    encodeContent(content, encoded);
    message.content = std::make_shared<Content>(content);
    if (encoded.size() != bytesMax + more)
        qFatal("the message has another size");
    return message;
}

/// Beside the smallest packets the default of 16 MiB, for the other tests.
void TestMysqlStore::openOnSmallPackets()
{
    ask(QStringLiteral("SET GLOBAL max_allowed_packet = 12582912"));
    m_store = opened();
    ask(QStringLiteral("SET GLOBAL max_allowed_packet = 16777216"));
    QVERIFY(m_store);
}

/// Nothing that comes to a row after it was accepted makes it too large.
void TestMysqlStore::theLargestMessageIsKeptThroughItsLife()
{
    openOnSmallPackets();
    Message message = filling(0);
    QVERIFY2(m_store->checkSize(message).ok(), qPrintable(detailOf(m_store->checkSize(message))));
    QVERIFY(put({inserted(message)}));

    message.state = State::Submitted;
    message.submittedAt = start;
    message.lastVerdict = Verdict::Unknown;
    message.lastError = QByteArray(attemptExcerptMax, 'e');
    message.attempts = 1;
    Save failed = updated(message, message.fence);
    failed.attempts.push_back({.messageRowId = message.rowId,
                               .branchId = "01",
                               .number = 1,
                               .startedAt = start,
                               .error = message.lastError,
                               .answerExcerpt = QByteArray(attemptExcerptMax, 'x')});
    QVERIFY(put({failed}));
    QCOMPARE(difference(m_store->load({message.gid})->front(), message), QString());
    QVERIFY(put({updated(finishedCleanly(message, start), message.fence)}));
}

void TestMysqlStore::whatIsLargerIsRefusedBeforehand()
{
    openOnSmallPackets();
    const Message message = filling(1);
    const Status fits = m_store->checkSize(message);
    QVERIFY(!fits.ok());
    QCOMPARE(fits.error().code, Error::Code::TooLarge);
    QCOMPARE(fits.error().field, QByteArray("steps"));
    for (const char16_t *words : {u"has 6289401 bytes", u"at most 6289400", u"max_allowed_packet of 12582912"})
        QVERIFY2(fits.error().detail.contains(QStringView(words)), qPrintable(fits.error().detail));
    Message failed = filling(0);
    failed.lastError = QByteArray(100, 'e'); // a submit may bring new content to a row with an error in it
    QVERIFY(!m_store->checkSize(failed).ok());
}

void TestMysqlStore::aDamagedRowDoesNotHoldUpTheOthers()
{
    QVERIFY(putDueAtStart({1, 2, 3}));
    ask(QStringLiteral("UPDATE %1.message SET content = x'0102', due_at = 1 WHERE id = 1"));
    QCOMPARE(m_store->load({gid("1")}).error().code, Error::Code::Internal);
    QCOMPARE(claimTwo(), (QList<QByteArray>{"2", "3"}));
    QVERIFY(m_store->nextDue(start + seconds(60))->value() == start + seconds(1) + std::chrono::hours(1));
    QCOMPARE(claimTwo(), QList<QByteArray>());
}

void TestMysqlStore::theGrantsSuffice()
{
    const MysqlAddress plain = plainUser(grantsFor(m_address));
    ask(QStringLiteral("DROP DATABASE %1"));
    ask(QStringLiteral("CREATE DATABASE %1"));
    MysqlStore store(plain);
    QCOMPARE(detailOf(store.open()), QStringLiteral("ok"));
    QCOMPARE(store.commit({inserted(plainMessage(1, "a", start))}).outcome, CommitOutcome::Committed);
    QVERIFY(store.heartbeat(me, longLease).ok());
    QVERIFY(MysqlReader(plain).open().ok());
}

void TestMysqlStore::aWrongPasswordIsNamed()
{
    MysqlAddress wrong = m_address;
    wrong.password = QStringLiteral("not this one");
    const QString detail = detailOf(openFails(wrong));
    QVERIFY2(detail.contains(u"check the user name, password-file and CHECKBACK_STORE_PASSWORD"), qPrintable(detail));
    QVERIFY(!detail.contains(wrong.password));
}

void TestMysqlStore::aMissingDatabaseIsNamed()
{
    MysqlAddress nowhere = m_address;
    nowhere.database = QStringLiteral("nowhere");
    const QString detail = detailOf(openFails(nowhere));
    QVERIFY2(detail.contains(u"CREATE DATABASE `nowhere`"), qPrintable(detail));
}

void TestMysqlStore::missingPrivilegesAreNamed()
{
    const MysqlAddress plain =
        plainUser(QStringLiteral("GRANT SELECT ON `%1`.* TO '%2'@'%'").arg(m_address.database, m_address.user));
    const QString detail = detailOf(openFails(plain));
    QVERIFY2(detail.contains(grantsFor(plain)), qPrintable(detail));
}

void TestMysqlStore::aReadOnlyServerIsNamed()
{
    MysqlStore store(plainUser(grantsFor(m_address)));
    QVERIFY(store.open().ok());
    ask(QStringLiteral("SET GLOBAL read_only = ON"));
    const CommitResult result = store.commit({inserted(plainMessage(1, "a", start))});
    const auto beaten = store.heartbeat(me, longLease);
    ask(QStringLiteral("SET GLOBAL read_only = OFF"));
    QCOMPARE(result.outcome, CommitOutcome::Fatal);
    QVERIFY2(result.error.contains(u"SET GLOBAL read_only = OFF"), qPrintable(result.error));
    QVERIFY(!beaten.ok());
    QCOMPARE(store.commit({inserted(plainMessage(1, "a", start))}).outcome, CommitOutcome::Committed);
}

void TestMysqlStore::aMissingTableIsNamed()
{
    ask(QStringLiteral("DROP TABLE %1.message"));
    const CommitResult result = m_store->commit({inserted(plainMessage(1, "a", start))});
    QCOMPARE(result.outcome, CommitOutcome::Fatal);
    QVERIFY2(result.error.contains(u"a table of the store"), qPrintable(result.error));
    const QString detail = detailOf(openFails(m_address));
    QVERIFY2(detail.contains(u"is missing: restore a backup"), qPrintable(detail));
}

void TestMysqlStore::aTableWithoutTransactionsIsNamed()
{
    ask(QStringLiteral("ALTER TABLE %1.message ENGINE=MyISAM"));
    const QString detail = detailOf(openFails(m_address));
    QVERIFY2(detail.contains(u"ALTER TABLE `message` ENGINE=InnoDB"), qPrintable(detail));
}

void TestMysqlStore::aColumnThatFoldsCaseIsNamed()
{
    ask(QStringLiteral("ALTER TABLE %1.message MODIFY gid VARCHAR(128) COLLATE utf8mb4_general_ci NOT NULL"));
    const QString detail = detailOf(openFails(m_address));
    QVERIFY2(detail.contains(u"ALTER TABLE `message` MODIFY `gid` VARBINARY(128) NOT NULL"), qPrintable(detail));
}

void TestMysqlStore::tooManyConnectionsAreNamed()
{
    MysqlStore store(plainUser(grantsFor(m_address) + QStringLiteral(" WITH MAX_USER_CONNECTIONS 1")));
    QVERIFY(store.open().ok());
    MysqlAddress same = m_address;
    same.user = QStringLiteral("plain_") + m_address.database;
    same.password = QStringLiteral("plain");
    const QString limited = detailOf(openFails(same));
    QVERIFY2(limited.contains(u"raise max_connections"), qPrintable(limited));

    ask(QStringLiteral("SET GLOBAL max_connections = 10"));
    std::vector<std::unique_ptr<MysqlConnection>> many;
    Status last = Done{};
    while (last.ok() && many.size() < 20) {
        many.push_back(std::make_unique<MysqlConnection>(m_address, MysqlConnection::Mode::ReadOnly));
        last = many.back()->open();
    }
    many.clear();
    QVERIFY2(detailOf(last).contains(u"raise max_connections"), qPrintable(detailOf(last)));
    QTRY_COMPARE(ask(QStringLiteral("SET GLOBAL max_connections = 151")), QString());
}

void TestMysqlStore::smallPacketsAreNamed()
{
    ask(QStringLiteral("SET GLOBAL max_allowed_packet = 1048576"));
    const QString detail = detailOf(openFails(m_address));
    ask(QStringLiteral("SET GLOBAL max_allowed_packet = 16777216"));
    QVERIFY2(detail.contains(u"raise max_allowed_packet to 16M"), qPrintable(detail));
}

void TestMysqlStore::aServerWithoutTlsIsNamed()
{
    for (const MysqlAddress::Tls tls : {MysqlAddress::Tls::On, MysqlAddress::Tls::Verify}) {
        MysqlAddress encrypted = m_address;
        encrypted.tls = tls;
        const QString detail = detailOf(openFails(encrypted));
        QVERIFY2(detail.contains(u"TLS"), qPrintable(detail));
    }
}

/// The server has a certificate for "localhost" from an authority of this test's own.
void TestMysqlStore::tlsIsVerifiedWhenAskedFor()
{
    test::TestCertificates certificates;
    QVERIFY(certificates.makeServer(QStringLiteral("DNS:localhost")));
    test::MariaDbServer server;
    server.setArguments({QStringLiteral("--ssl-cert=") + certificates.serverFile(),
                         QStringLiteral("--ssl-key=") + certificates.serverKeyFile()});
    QVERIFY(server.start().ok());
    QVERIFY(server.createDatabase(QStringLiteral("encrypted")).ok());
    MysqlAddress address = m_address;
    address.port = server.port();
    address.database = QStringLiteral("encrypted");
    const auto outcome = [&](const QString &host, MysqlAddress::Tls tls, const QString &caFile) {
        address.host = host;
        address.tls = tls;
        address.caFile = caFile;
        return detailOf(MysqlConnection(address, MysqlConnection::Mode::ReadWrite).open());
    };
    const QString name = QStringLiteral("localhost");
    const QString number = QStringLiteral("127.0.0.1");
    const QString authority = certificates.caFile();
    using Tls = MysqlAddress::Tls;
    QCOMPARE(outcome(name, Tls::Verify, authority), QStringLiteral("ok"));
    QCOMPARE(outcome(number, Tls::On, {}), QStringLiteral("ok"));
    QVERIFY(outcome(name, Tls::Verify, {}).contains(u"no trusted TLS connection")); // an authority that nobody knows
    QVERIFY(outcome(number, Tls::Verify, authority).contains(u"no trusted TLS connection")); // another host's name
}

void TestMysqlStore::aNewerVersionIsRefused()
{
    ask(QStringLiteral("INSERT INTO %1.schema_version VALUES (99)"));
    const Status status = openFails(m_address);
    QCOMPARE(status.error().code, Error::Code::Invalid);
    QVERIFY(status.error().detail.contains(u"update Checkback"));
}

void TestMysqlStore::theReaderCannotWrite()
{
    MysqlConnection connection(m_address, MysqlConnection::Mode::ReadOnly);
    QVERIFY(connection.open().ok());
    QVERIFY(!connection.execute("DELETE FROM message").ok());
}

QTEST_GUILESS_MAIN(TestMysqlStore)
#include "tst_mysqlstore.moc"
