// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/callfailures.h"
#include "core/engine/durations.h"
#include "core/message/message.h"

#include <QHash>

#include <array>
#include <mutex>

namespace core::engine {

/// How long things took, in Prometheus' cumulative buckets.
class Histogram
{
public:
    static constexpr std::array<double, 12> boundsSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,   0.25,   0.5,   1,    2.5,   10};

    void add(double seconds);
    /// Prometheus lines NAME_bucket, NAME_sum, NAME_count with these labels (`a="b",c="d"`).
    void appendTo(QByteArray &text, const QByteArray &name, const QByteArray &labels) const;

private:
    std::array<std::uint64_t, boundsSeconds.size() + 1> m_counts{};
    double m_sum = 0;
    std::uint64_t m_count = 0;
};

/// What came of messages since this process began: counts that only grow, so that a rate is the difference of two. A
/// value.
struct Figures
{
    std::uint64_t prepared = 0;
    std::uint64_t submitted = 0;
    std::uint64_t succeedAtOnce = 0; ///< each branch was called once, and nobody was asked
    std::uint64_t succeedLater = 0; ///< after a retry or a checkback
    std::uint64_t failed = 0;
    Durations toSucceed; ///< from creation to the last branch

    std::uint64_t finished() const { return succeedAtOnce + succeedLater + failed; }
};

/// What /api/metrics tells, under dtm's names (PROTOCOL §2). Any thread.
class Metrics
{
public:
    void countRequest(const QByteArray &api, bool ok, double seconds);
    void countSaved(message::State state);
    void countFinished(const message::Message &message, TimePoint now);
    void countPruned(int messages); ///< finished ones that were removed from the store
    void countBranch(const QByteArray &branchId, bool isCheckback, message::Verdict verdict);

    Figures figures() const;
    CallFailures &callFailures() { return m_callFailures; }
    const CallFailures &callFailures() const { return m_callFailures; }

    /// The whole page in Prometheus' text format.
    QByteArray text() const;

private:
    struct ApiCounters
    {
        std::uint64_t ok = 0;
        std::uint64_t fail = 0;
        Histogram durations;
    };

    /// Calls of one branch id: of branches and of checkbacks, each that went well and that did not.
    struct BranchCounters
    {
        std::array<std::uint64_t, 4> counts{};
    };

    mutable std::mutex m_messagesMutex; ///< for what the store thread counts
    std::array<std::uint64_t, 4> m_states{};
    Histogram m_handled;
    std::uint64_t m_succeedLater = 0;
    std::uint64_t m_pruned = 0;
    Durations m_toSucceed;

    mutable std::mutex m_callsMutex; ///< for what the io thread counts
    QHash<QByteArray, ApiCounters> m_apis;
    QHash<QByteArray, BranchCounters> m_branches; ///< by branch id; beyond branchIdsMax they share "other"

    CallFailures m_callFailures;
};

} // namespace core::engine
