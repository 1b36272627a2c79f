// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QProcess>

#include <memory>

namespace core::faults {

/// One checkbackd process of a scenario, on a free loopback port the first time and on the same one at each later
/// start. Ended by its own process id at the latest with this object. Lives on a thread with an event loop, which runs
/// while it waits.
class PartProcess final
{
public:
    /// arguments without --listen and --test-mode; environment in place of any CHECKBACK_ variable of this process.
    PartProcess(QString program, QStringList arguments, QMap<QString, QString> environment);
    ~PartProcess();

    /// Starts it with these faults (CHECKBACK_FAULTS; empty: none) and waits until it listens. Unavailable, with the
    /// last that it printed, when it does not within ten seconds.
    Status start(const QByteArray &faults);
    /// Ends it by SIGKILL, when it runs.
    void kill();
    bool isRunning() const;

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }

private:
    QProcessEnvironment environmentWith(const QByteArray &faults) const;
    bool readPort();

    QString m_program;
    QStringList m_arguments;
    QMap<QString, QString> m_environment;
    quint16 m_port = 0;
    QByteArray m_output; ///< until it listens
    std::unique_ptr<QProcess> m_process;
};

} // namespace core::faults
