// SPDX-License-Identifier: Apache-2.0
#include "core/engine/commits.h"

#include "core/engine/log.h"

#include <QElapsedTimer>
#include <QHash>

namespace core::engine {

using message::Message;
using store::CommitOutcome;
using store::CommitResult;
using store::Save;

namespace {

constexpr int commitTriesMax = 3;

bool isAsWritten(const Message &stored, const Message &meant)
{
    return stored.rowId == meant.rowId && stored.fence == meant.fence && stored.owner == meant.owner
        && stored.state == meant.state && stored.attempts == meant.attempts && stored.updatedAt == meant.updatedAt;
}

/// How the row of a save stands after a commit of unknown outcome.
enum class Found {
    Written,
    Before, ///< as the save expected it: it was not written
    Otherwise, ///< somebody else has written it
};

Found find(const Save &save, const Message *stored)
{
    if (!stored)
        return save.isNew ? Found::Before : Found::Otherwise;
    if (isAsWritten(*stored, save.message))
        return Found::Written;
    const bool isBefore = !save.isNew && stored->rowId == save.message.rowId && stored->fence == save.expectedFence;
    return isBefore ? Found::Before : Found::Otherwise;
}

} // namespace

CommitResult Commits::commit(const std::vector<Save> &saves)
{
    if (saves.empty())
        return {.outcome = CommitOutcome::Committed};
    QElapsedTimer timer;
    timer.start();
    CommitResult result;
    for (int tries = 0; tries < commitTriesMax; ++tries) {
        result = m_store.commit(saves);
        if (result.outcome == CommitOutcome::Unknown)
            result = readAgain(saves);
        if (result.outcome != CommitOutcome::Retryable)
            break;
    }
    if (result.outcome == CommitOutcome::Committed)
        worked(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return result;
}

/// A batch is written as a whole, but for what somebody else has written first. So when a row stands as it did before,
/// or none stands as it was meant, nothing was written, and the same may be tried again: a row that looks as it was
/// meant may be one of the turn before, within the same millisecond.
CommitResult Commits::readAgain(const std::vector<Save> &saves)
{
    QList<Gid> gids;
    for (const Save &save : saves)
        gids.append(save.message.gid);
    const Result<std::vector<Message>> loaded = m_store.load(gids);
    if (!loaded.ok())
        return {.outcome = CommitOutcome::Unknown, .error = loaded.error().detail};
    QHash<Gid, const Message *> byGid;
    for (const Message &message : *loaded)
        byGid.insert(message.gid, &message);
    CommitResult result{.outcome = CommitOutcome::Committed};
    bool isLost = false;
    for (std::size_t i = 0; i < saves.size(); ++i) {
        const Found found = find(saves[i], byGid.value(saves[i].message.gid));
        isLost = isLost || found == Found::Before;
        if (found != Found::Written)
            result.conflicts.push_back(i);
    }
    if (isLost || result.conflicts.size() == saves.size())
        return {.outcome = CommitOutcome::Retryable, .error = QStringLiteral("the commit was lost")};
    return result;
}

void Commits::failed(const QString &why, TimePoint now)
{
    if (!m_retryAt || why != m_problem)
        qCWarning(lcEngine).nospace() << "store away error=" << why;
    m_problem = why;
    m_retryAt = now + m_retryAfter;
}

void Commits::reached()
{
    if (m_retryAt)
        qCInfo(lcEngine) << "store back";
    m_retryAt.reset();
    m_problem.clear();
}

void Commits::worked(double tookMs)
{
    reached();
    m_took.add(tookMs);
}

} // namespace core::engine
