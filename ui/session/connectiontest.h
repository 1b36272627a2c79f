// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connectionprobe.h"
#include "ui/session/retirement.h"

namespace ui {

/// The test of one connection at a time, as the screen sees it: reports of its steps, in their order. UI thread; never
/// blocks, not even when it is cancelled while a server hangs.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTest(Retirement &retirement, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Cancels one that runs.
    void start(const ProbeJob &job);
    /// Steps that have not ended are not tried.
    void cancel();
    /// Forgets the reports.
    void clear();

    bool isRunning() const { return m_probe != nullptr; }
    const QList<StageReport> &reports() const { return m_reports; }
    QString connectionId() const { return m_connectionId; }

signals:
    void changed();

private:
    void take(const StageReport &report);
    void end();

    Retirement &m_retirement;
    std::unique_ptr<OnThread<ConnectionProbe>> m_probe;
    int m_run = 0; ///< reports of an earlier run may still be on their way
    QString m_connectionId;
    QList<StageReport> m_reports;
};

} // namespace ui
