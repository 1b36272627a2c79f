// SPDX-License-Identifier: Apache-2.0
#include "core/faults/processes.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace core::faults {

namespace {

void send(QProcess &process, int signal)
{
    if (process.processId() > 0)
        ::kill(static_cast<pid_t>(process.processId()), signal);
}

} // namespace

void tieToThisThread(QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
    Q_UNUSED(process);
#endif
}

/// The signal is on its way when kill() returns, and the threads go on until it is there.
void freeze(QProcess &process)
{
    send(process, SIGSTOP);
    siginfo_t stopped{};
    if (process.processId() > 0)
        ::waitid(P_PID, static_cast<id_t>(process.processId()), &stopped, WSTOPPED | WEXITED | WNOWAIT);
}

void thaw(QProcess &process)
{
    send(process, SIGCONT);
}

QStringList serverUserArguments()
{
    return ::geteuid() == 0 ? QStringList{QStringLiteral("--user=root")} : QStringList();
}

} // namespace core::faults
