// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/plantedbugs.h"

using namespace core;
using namespace core::message;
using namespace core::store;

namespace test {

namespace {

/// Says "written" before it is: a batch becomes durable with the next operation.
class EagerStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;

    Result<std::vector<Message>> load(const QList<Gid> &gids) override
    {
        flush();
        return CrashyStore::load(gids);
    }
    Result<std::vector<Message>> due(TimePoint now, std::int64_t owner, int limit) override
    {
        flush();
        return CrashyStore::due(now, owner, limit);
    }
    CommitResult commit(const std::vector<Save> &batch) override
    {
        flush();
        m_unwritten = batch;
        return {.outcome = CommitOutcome::Committed};
    }

private:
    void flush()
    {
        if (!m_unwritten.empty())
            CrashyStore::commit(std::exchange(m_unwritten, {}));
    }

    std::vector<Save> m_unwritten;
};

/// Gives out as due what its coordinator has in work already.
class OwnerBlindStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;
    Result<std::vector<Message>> due(TimePoint now, std::int64_t, int limit) override
    {
        return CrashyStore::due(now, -1, limit);
    }
};

/// Lets whoever was fenced out write.
class FencelessStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;

private:
    bool heedsFences() const override { return false; }
};

/// Takes a commit of unknown outcome for written.
class TrustingStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;
    CommitResult commit(const std::vector<Save> &batch) override
    {
        CommitResult result = CrashyStore::commit(batch);
        if (result.outcome == CommitOutcome::Unknown)
            result.outcome = CommitOutcome::Committed;
        return result;
    }
};

/// Loses sight of what is submitted and waits for its retry.
class ForgetfulStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;
    Result<std::vector<Message>> due(TimePoint now, std::int64_t owner, int limit) override
    {
        Result<std::vector<Message>> found = CrashyStore::due(now, owner, limit);
        if (found.ok())
            std::erase_if(*found, [](const Message &message) {
                return message.state == State::Submitted && message.attempts > 0;
            });
        return found;
    }
};

/// Takes messages of one state for prepared ones, so that what is forbidden for them is allowed.
template<State taken> class MistakenStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;
    Result<std::vector<Message>> load(const QList<Gid> &gids) override
    {
        Result<std::vector<Message>> found = CrashyStore::load(gids);
        for (std::size_t i = 0; found.ok() && i < found->size(); ++i) {
            Message &message = (*found)[i];
            if (message.state != taken)
                continue;
            message.state = State::Prepared;
            message.dueAt = message.updatedAt;
            message.finishedAt.reset();
        }
        return found;
    }
};

template<typename Store> NewStore newStore()
{
    return [](Disk &disk) { return std::make_unique<Store>(disk); };
}

/// Looks for words anywhere in the body before it looks at the status.
CallResult judgedByWords(const CallAnswer &answer)
{
    CallResult result = judged(answer);
    if (answer.body.contains("FAILURE"))
        result.verdict = Verdict::Failure;
    else if (answer.body.contains("ONGOING"))
        result.verdict = Verdict::Ongoing;
    return result;
}

/// Takes any 2xx for done.
CallResult judgedByStatus(const CallAnswer &answer)
{
    CallResult result = judged(answer);
    if (answer.status / 100 == 2)
        result.verdict = Verdict::Success;
    return result;
}

} // namespace

std::vector<PlantedBug> plantedBugs()
{
    return {
        {"answers before the commit", {.newStore = newStore<EagerStore>()}},
        {"words searched in the body", {.judge = judgedByWords}},
        {"any 2xx is done", {.judge = judgedByStatus}},
        {"a second call while one is in flight", {.newStore = newStore<OwnerBlindStore>()}},
        {"a submit after failed is taken", {.newStore = newStore<MistakenStore<State::Failed>>()}},
        {"an abort of a submitted message is taken", {.newStore = newStore<MistakenStore<State::Submitted>>()}},
        {"a finished message starts again", {.newStore = newStore<MistakenStore<State::Succeed>>()}},
        {"fences are ignored", {.newStore = newStore<FencelessStore>()}},
        {"an unknown commit counts as written", {.newStore = newStore<TrustingStore>()}},
        {"a retry is forgotten", {.newStore = newStore<ForgetfulStore>()}},
    };
}

} // namespace test
