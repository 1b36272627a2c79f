// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/recentmean.h"
#include "core/store/messagestore.h"

#include <optional>

namespace core::engine {

/// The commits of one coordinator: repeats what may be repeated, finds out what became of a commit whose outcome is
/// unknown, and remembers whether the store can be used at the moment. Belongs to the store thread.
class Commits final
{
public:
    /// retryAfter: how long to leave a store alone that could not write or read.
    Commits(store::MessageStore &store, Millis retryAfter) : m_store(store), m_retryAfter(retryAfter) { }

    /// Unknown only where the store could not be read again either. Conflicts name the saves that stand otherwise.
    store::CommitResult commit(const std::vector<store::Save> &saves);
    /// After a commit of unknown outcome: what the store has now. Retryable: nothing of it was written.
    store::CommitResult readAgain(const std::vector<store::Save> &saves);

    /// The store could not be used, for this reason.
    void failed(const QString &why, TimePoint now);
    /// The store answered: it can be used again.
    void reached();
    /// Whether it is worth a try; false for retryAfter after it failed.
    bool mayUse(TimePoint now) const { return !m_retryAt || *m_retryAt <= now; }
    std::optional<TimePoint> retryAt() const { return m_retryAt; } ///< none: the store works
    const QString &problem() const { return m_problem; } ///< for people; empty while the store works
    double averageMs() const { return m_took.value(); } ///< of the latest commits

private:
    void worked(double tookMs);

    store::MessageStore &m_store;
    const Millis m_retryAfter;
    std::optional<TimePoint> m_retryAt;
    QString m_problem;
    RecentMean m_took; ///< milliseconds
};

} // namespace core::engine
