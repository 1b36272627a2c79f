// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/samplemessages.h"

#include <cstdio>
#include <cstdlib>

namespace bench {

using namespace core;
using namespace core::message;
using namespace core::store;

namespace {

constexpr std::int64_t batchSize = 2000;

ContentPtr transferContent(std::int64_t id)
{
    auto content = std::make_shared<Content>();
    content->steps = {{"http://127.0.0.1:8081/api/busi/SagaBTransIn",
                       "{\"amount\":30,\"user_id\":" + QByteArray::number(qint64{id % 1000}) + '}'}};
    content->branches = {{"01", content->steps.first().action, 0}};
    content->queryPrepared = "http://127.0.0.1:8081/api/busi/QueryPreparedB";
    return content;
}

} // namespace

Save newMessage(std::int64_t id, TimePoint at)
{
    Message message{.rowId = id,
                    .gid = *Gid::fromBytes("01HF" + QByteArray::number(qint64{id}).rightJustified(22, '0'))};
    message.content = transferContent(id);
    message.state = State::Submitted;
    message.branchDone = {false};
    message.createdAt = at;
    message.updatedAt = message.createdAt;
    message.submittedAt = message.createdAt;
    message.dueAt = message.createdAt;
    message.owner = 1;
    return {.message = message, .isNew = true};
}

Save finished(const Save &save)
{
    Save next{.message = save.message};
    next.message.state = State::Succeed;
    next.message.branchDone = {true};
    next.message.attempts = 1;
    next.message.lastHttpStatus = 200;
    next.message.updatedAt = save.message.createdAt + Millis(5);
    next.message.finishedAt = next.message.updatedAt;
    next.message.dueAt.reset();
    next.message.owner = 0;
    return next;
}

void commitOrDie(MessageStore &store, const std::vector<Save> &batch)
{
    const CommitResult result = store.commit(batch);
    if (result.outcome == CommitOutcome::Committed && result.conflicts.empty())
        return;
    std::fprintf(stderr, "commit failed: %s\n", qPrintable(result.error));
    std::exit(1);
}

void fill(MessageStore &store, const Filling &filling)
{
    std::vector<Save> batch;
    const std::int64_t end = filling.firstId + filling.count;
    for (std::int64_t id = filling.firstId; id < end; ++id) {
        Save save = newMessage(id, filling.start + Millis(id));
        if (!filling.leaveDue)
            save.message = finished(save).message;
        batch.push_back(std::move(save));
        if (std::int64_t(batch.size()) == batchSize || id + 1 == end) {
            commitOrDie(store, batch);
            batch.clear();
        }
    }
}

} // namespace bench
