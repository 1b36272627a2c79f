// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace bench {

/// Messages at a steady rate from a process of its own, which is the sender and the branch service: the screen's
/// process has enough to do. UI thread.
class MessageLoad final
{
public:
    ~MessageLoad() { stop(); }

    /// coordinator: its API's URL, "http://127.0.0.1:PORT/api/dtmsvr". False: the process did not start.
    bool start(const QString &coordinator, int messagesASecond);
    void stop();

    /// What that process does; ends when its standard input does. Gives the exit code.
    static int run(const QByteArray &coordinator, int messagesASecond);

private:
    QProcess m_process;
};

} // namespace bench
