// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/fault.h"
#include "core/base/heldport.h"

#include <QProcess>

#include <functional>
#include <memory>
#include <optional>

namespace core::faults {

class RunControl;

/// One checkbackd process of a scenario, on a free loopback port the first time and on the same one at each later
/// start. Ended by its own process id at the latest with this object. Lives on a thread with an event loop, which runs
/// while it waits.
class PartProcess final
{
public:
    /// Heard as it happens, on this object's thread.
    struct Ears
    {
        std::function<void(const QByteArray &point, FaultMode mode)> struck; ///< an armed fault has struck
        std::function<void(bool byItself)> ended; ///< byItself: nobody killed it
    };

    /// arguments without --listen and --test-mode; environment in place of any CHECKBACK_ variable of this process.
    PartProcess(QString program, QStringList arguments, QMap<QString, QString> environment, Ears ears);
    ~PartProcess();

    /// Starts it with these faults (CHECKBACK_FAULTS; empty: none) and waits until it listens. Unavailable, with the
    /// last that it printed, when it does not within ten seconds, and when the run is stopped meanwhile.
    Status start(const QByteArray &faults, const RunControl &control);
    /// Arms these faults while it runs, in place of those that are armed; empty: none. Unavailable when it does not run
    /// or does not answer, Invalid when it takes none of them.
    Status arm(const QByteArray &faults, const RunControl &control);
    /// Ends it by SIGKILL, when it runs.
    void kill();
    bool isRunning() const;
    /// Lets it stand still, or go on, when it runs.
    void setFrozen(bool frozen);

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }

private:
    QProcessEnvironment environmentWith(const QByteArray &faults) const;
    bool readPort();
    void listen();
    void readLines();
    void takeLine(const QByteArray &line);

    QString m_program;
    QStringList m_arguments;
    QMap<QString, QString> m_environment;
    Ears m_ears;
    HeldPort m_held; ///< its port, so that it is there for the next start
    quint16 m_port;
    QByteArray m_output; ///< until it listens; then the line that is not complete yet
    std::optional<QByteArray> m_armed; ///< what it answered to the last order to arm
    bool m_isKilled = false;
    std::unique_ptr<QProcess> m_process;
};

} // namespace core::faults
