// SPDX-License-Identifier: Apache-2.0
#include "core/store/makestore.h"
#include "core/store/mysqlconnection.h"
#include "samplemessages.h"
#include "storegrounds.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace core;
using namespace core::message;
using namespace core::store;
using namespace tests;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
constexpr std::int64_t me = 7;
constexpr std::int64_t somebody = 8;
constexpr int idsMax = 6; ///< few, so that they meet
constexpr int all = 1000;

/// A save in small numbers, so that conflicts are common.
struct SmallSave
{
    bool isNew = false;
    int id = 1;
    int gid = 1;
    int expectedFence = 0;
    int fenceRaisedBy = 0;
    int owner = 0;
    int dueIn = 0; ///< 0: finished
    bool contentChanged = false;
    int attempts = 0;
};

/// One call of a store.
struct Operation
{
    enum class Kind { Commit, Due, NextDue, MakeDue, PutKeyValue, RemoveKeyValue } kind = Kind::Commit;
    std::vector<SmallSave> saves; ///< of a commit
    int time = 0;
    int version = 1;
};

void showValue(const SmallSave &save, std::ostream &os)
{
    os << (save.isNew ? "insert" : "update") << " id=" << save.id << " gid=" << save.gid
       << " expected=" << save.expectedFence << "+" << save.fenceRaisedBy << " owner=" << save.owner
       << " due=" << save.dueIn << " content=" << save.contentChanged << " attempts=" << save.attempts;
}

void showValue(const Operation &operation, std::ostream &os)
{
    os << "kind=" << static_cast<int>(operation.kind) << " time=" << operation.time << " version=" << operation.version;
    for (const SmallSave &save : operation.saves) {
        os << " {";
        showValue(save, os);
        os << "}";
    }
}

/// All of a range also in short lists: RapidCheck would begin with its lower end.
rc::Gen<int> number(int min, int end)
{
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(min, end));
}

rc::Gen<SmallSave> anySave()
{
    using rc::gen::set;
    return rc::gen::build<SmallSave>(
        set(&SmallSave::isNew), set(&SmallSave::id, number(1, idsMax + 1)), set(&SmallSave::gid, number(1, idsMax + 1)),
        set(&SmallSave::expectedFence, number(0, 3)), set(&SmallSave::fenceRaisedBy, number(0, 2)),
        set(&SmallSave::owner, rc::gen::element(0, 0, int(me), int(somebody))), set(&SmallSave::dueIn, number(0, 20)),
        set(&SmallSave::contentChanged), set(&SmallSave::attempts, number(0, 3)));
}

rc::Gen<Operation> anyOperation()
{
    using Kind = Operation::Kind;
    using rc::gen::set;
    return rc::gen::build<Operation>(
        set(&Operation::kind,
            rc::gen::element(Kind::Commit, Kind::Commit, Kind::Commit, Kind::Due, Kind::NextDue, Kind::MakeDue,
                             Kind::PutKeyValue, Kind::RemoveKeyValue)),
        set(&Operation::saves, rc::gen::container<std::vector<SmallSave>>(anySave())),
        set(&Operation::time, number(0, 25)), set(&Operation::version, number(1, 4)));
}

Save saveOf(const SmallSave &small, int turn)
{
    Message message = plainMessage(small.id, 'g' + QByteArray::number(small.gid), start);
    message.fence = small.expectedFence + small.fenceRaisedBy;
    message.owner = small.owner;
    if (small.dueIn == 0)
        message = finishedCleanly(message, start);
    else
        message.dueAt = start + seconds(small.dueIn);
    message.updatedAt = start + Millis(turn); // one "now" a batch, and another for each
    auto content = std::make_shared<Content>(*message.content);
    content->customData = QByteArray::number(turn);
    message.content = content;
    Save save{.message = message,
              .isNew = small.isNew,
              .contentChanged = small.contentChanged,
              .expectedFence = small.expectedFence};
    for (int number = 1; number <= small.attempts; ++number)
        save.attempts.push_back({.messageRowId = small.id, .branchId = "01", .number = number, .startedAt = start});
    return save;
}

QByteArray describe(const Message &message)
{
    const auto number = [](auto value) { return QByteArray::number(qint64{value}) + ' '; };
    return number(message.rowId) + message.gid.bytes() + ' ' + number(static_cast<int>(message.state))
        + number(message.owner) + number(message.fence) + number(toEpochMs(message.updatedAt))
        + number(message.dueAt ? toEpochMs(*message.dueAt) : -1) + message.content->customData;
}

/// In an order of its own: two that are due at the same time may come either way.
QByteArray describe(const Result<std::vector<Message>> &messages)
{
    if (!messages.ok())
        return messages.error().detail.toUtf8();
    QList<QByteArray> lines;
    for (const Message &message : *messages)
        lines.append(describe(message));
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

QByteArray describe(const CommitResult &result)
{
    QByteArray text = QByteArray::number(static_cast<int>(result.outcome));
    for (const std::size_t index : result.conflicts)
        text += ' ' + QByteArray::number(qint64(index));
    return text;
}

QByteArray describe(const Status &status)
{
    return status.ok() ? QByteArray("done") : QByteArray::number(static_cast<int>(status.error().code));
}

/// What one operation gives, as text.
QByteArray perform(MessageStore &store, const Operation &operation, int turn)
{
    const TimePoint time = start + seconds(operation.time);
    switch (operation.kind) {
    case Operation::Kind::Commit: {
        std::vector<Save> batch;
        for (const SmallSave &small : operation.saves)
            batch.push_back(saveOf(small, turn));
        return describe(store.commit(batch));
    }
    case Operation::Kind::Due:
        return describe(store.due(time, me, all));
    case Operation::Kind::NextDue: {
        const auto next = store.nextDue(time);
        return next.ok() ? QByteArray::number(qint64{*next ? toEpochMs(**next) : 0}) : QByteArray("error");
    }
    case Operation::Kind::MakeDue: {
        const auto made = store.makeDue(time, start, all);
        return made.ok() ? QByteArray::number(made->count) + (made->hasRemaining ? '+' : '.') : QByteArray("error");
    }
    case Operation::Kind::PutKeyValue:
        return describe(store.putKeyValue({.category = "c",
                                           .key = QByteArray::number(operation.time % 3),
                                           .value = QByteArray::number(turn),
                                           .version = operation.version,
                                           .createdAt = start,
                                           .updatedAt = time}));
    case Operation::Kind::RemoveKeyValue:
        return describe(store.removeKeyValue("c", QByteArray::number(operation.time % 3)));
    }
    return {};
}

/// All that a store holds, as text.
QByteArray contents(MessageReader &reader)
{
    QByteArray text = describe(reader.messages({}, all, std::nullopt));
    for (int id = 1; id <= idsMax; ++id) {
        const auto attempts = reader.attempts(id);
        text += "\nattempts " + (attempts.ok() ? QByteArray::number(attempts->size()) : QByteArray("error"));
    }
    const auto rows = reader.keyValues("c", {}, all, {});
    for (const KeyValue &row : rows.ok() ? *rows : QList<KeyValue>())
        text += "\n" + row.key + '=' + row.value + " v" + QByteArray::number(qint64{row.version});
    return text;
}

} // namespace

/// The same operations on both kinds of stores end alike. Another number of lists: RC_PARAMS="max_success=10000".
class TestStoresAgree : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void randomOperationsEndAlike();

private:
    void compare(const std::vector<Operation> &operations);

    StoreGrounds m_grounds;
    StoreAddress m_mysql;
};

void TestStoresAgree::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=500 max_size=30");
    QLoggingCategory::setFilterRules(QStringLiteral("core.store.info=false"));
    const Result<StoreAddress> address = m_grounds.fresh(StoreKind::MariaDb);
    QVERIFY(address.ok());
    m_mysql = *address;
    QVERIFY(makeStore(m_mysql)->open().ok());
}

void TestStoresAgree::compare(const std::vector<Operation> &operations)
{
    MysqlConnection cleaner(std::get<MysqlAddress>(m_mysql), MysqlConnection::Mode::ReadWrite);
    RC_ASSERT(cleaner.open().ok());
    RC_ASSERT(cleaner.execute("DELETE FROM message; DELETE FROM attempt; DELETE FROM key_value").ok());
    const StoreAddress addresses[] = {*m_grounds.fresh(StoreKind::Sqlite), m_mysql};
    std::unique_ptr<MessageStore> stores[2];
    std::unique_ptr<MessageReader> readers[2];
    for (int i = 0; i < 2; ++i) {
        stores[i] = makeStore(addresses[i]);
        readers[i] = makeReader(addresses[i]);
        RC_ASSERT(stores[i]->open().ok());
        RC_ASSERT(readers[i]->open().ok());
        for (const std::int64_t owner : {me, somebody}) // whoever had something in work is gone
            RC_ASSERT(stores[i]->heartbeat(owner, Millis(0)).ok());
    }
    int turn = 0;
    for (const Operation &operation : operations) {
        ++turn;
        RC_ASSERT(perform(*stores[0], operation, turn).toStdString()
                  == perform(*stores[1], operation, turn).toStdString());
    }
    RC_ASSERT(contents(*readers[0]).toStdString() == contents(*readers[1]).toStdString());
}

void TestStoresAgree::randomOperationsEndAlike()
{
    const bool agree = rc::check([this] { compare(*rc::gen::container<std::vector<Operation>>(anyOperation())); });
    QVERIFY(agree);
}

QTEST_GUILESS_MAIN(TestStoresAgree)
#include "tst_storesagree.moc"
