// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankwatch.h"

#include <QThreadPool>

#include <functional>

namespace ui {

/// Creates the example's tables at a bank, on a thread of its own. UI thread; the destructor waits for what runs.
class TableMaker final
{
public:
    using Then = std::function<void(const std::optional<core::Error> &)>;

    /// then is called on the UI thread, and not once the context is gone.
    void create(const BankSource &where, QObject *context, Then then);

    /// False: something still runs when the time is over.
    bool waitFor(int milliseconds) { return m_work.waitForDone(milliseconds); }

private:
    QThreadPool m_work;
};

} // namespace ui
