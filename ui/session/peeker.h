// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankwatch.h"
#include "ui/session/peek.h"

#include <functional>

namespace ui {

class Retirement;

/// Reads the barrier rows of one message at one bank, on a thread of its own and over a connection that can only read.
/// UI thread.
class Peeker final
{
public:
    using Then = std::function<void(const PeekedBank &)>;

    explicit Peeker(Retirement &threads) : m_threads(threads) { }

    /// bank: its name and URL, completed by what is read. users: whose accounts are wanted beside those that the rows
    /// moved. then is called on the UI thread, and not once the context is gone.
    void read(const PeekedBank &bank, const BankSource &where, const QByteArray &gid, const QList<int> &users,
              QObject *context, Then then);

private:
    Retirement &m_threads; ///< a server that hangs may hold one up for some seconds
};

} // namespace ui
