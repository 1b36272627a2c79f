// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/callfailures.h"
#include "core/store/messagereader.h"
#include "ui/session/flowseries.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace ui {

/// Reads the engine's figures and the store's counts once a second and keeps them as series. The counts are read on the
/// store's reading thread; where that takes long, they are asked for more seldom, and the figures go on without them.
/// UI thread.
class FlowWatch final : public QObject
{
    Q_OBJECT
public:
    /// Where the numbers come from. None of them blocks.
    struct Sources
    {
        std::function<core::engine::Figures()> figures;
        std::function<QList<core::engine::CallFailure>()> failures; ///< the latest first
        std::function<void(QObject *, std::function<void(core::Result<core::store::Counts>)>)> counts;
        /// The newest of the messages that are tried again, at most so many; may be left out.
        std::function<void(int, QObject *, std::function<void(core::Result<core::store::Page>)>)> retrying = {};
    };

    FlowWatch(Sources sources, const core::Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();
    /// Reads once, now. Without effect on the rhythm.
    void read();

    const FlowSeries &series() const { return m_series; }
    /// The latest that could be read; none so far.
    const std::optional<core::store::Counts> &counts() const { return m_counts; }
    const std::optional<Backlog> &backlog() const { return m_backlog; } ///< none while the store cannot be read
    /// The messages that are tried again, as of the latest counts: the newest retryingMax of them.
    const QList<core::store::Summary> &retrying() const { return m_retrying; }
    bool hasMoreRetrying() const { return m_hasMoreRetrying; } ///< than these
    std::optional<core::TimePoint> countsAt() const { return m_countsAt; }
    QString problem() const { return m_problem; } ///< why the counts cannot be read; empty: they can
    QList<core::engine::CallFailure> failures() const { return m_sources.failures(); }

    /// How long counting rests after it took so long, both in milliseconds: four times that, yet at most ten seconds.
    static qint64 restAfter(qint64 work);

    static constexpr int retryingMax = 500;
    static constexpr std::chrono::seconds interval{1};
    static constexpr std::chrono::seconds silence{5}; ///< without an answer for so long the counts are unknown

signals:
    void changed();

private:
    void askForCounts();
    void takeCounts(const core::Result<core::store::Counts> &counts);
    void askForRetrying();
    void takeRetrying(const core::Result<core::store::Page> &page);
    void noteSilence();

    Sources m_sources;
    const core::Clock &m_clock;
    FlowSeries m_series;
    QTimer m_timer;
    QElapsedTimer m_asked;
    bool m_isAsking = false;
    int m_failuresInRow = 0;
    qint64 m_notBefore = 0; ///< milliseconds since the last question until the next one
    std::optional<core::store::Counts> m_counts;
    std::optional<Backlog> m_backlog;
    std::optional<core::TimePoint> m_countsAt;
    QList<core::store::Summary> m_retrying;
    bool m_hasMoreRetrying = false;
    QString m_problem;
};

} // namespace ui
