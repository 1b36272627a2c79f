// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/storeaddress.h"

#include <QThreadPool>

#include <functional>

namespace ui {

/// What was found in a store that the engine could work with.
struct StoreFound
{
    std::int64_t unfinished = 0; ///< messages that go on once the engine works with it
};

/// Opens a store as the engine would, its schema brought to this version, looks into it and closes it again: before the
/// engine leaves the store that it has. On a thread of its own. UI thread; the destructor waits for what runs.
class StoreLook final
{
public:
    using Then = std::function<void(const core::Result<StoreFound> &)>;

    /// then is called on the context's thread, and not once the context is gone. The error is the store's, with the
    /// remedy.
    void look(const core::store::StoreAddress &address, QObject *context, Then then);
    /// False: something still runs when the time is over.
    bool waitFor(int milliseconds) { return m_work.waitForDone(milliseconds); }

private:
    QThreadPool m_work;
};

} // namespace ui
