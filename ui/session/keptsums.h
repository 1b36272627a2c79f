// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/journalsums.h"

#include <QHash>

#include <memory>

namespace ui {

/// The sums of the banks' journals, one for each place, shared by all who read that bank: a long journal is then gone
/// through once, by all of them together. UI thread; what it gives may be used on any.
class KeptSums final
{
public:
    /// Kept for as long as somebody has it.
    std::shared_ptr<core::bank::JournalSums> of(const core::bank::DatabaseUrl &place)
    {
        std::weak_ptr<core::bank::JournalSums> &kept = m_sums[place.text()];
        std::shared_ptr<core::bank::JournalSums> sums = kept.lock();
        if (!sums)
            kept = sums = std::make_shared<core::bank::JournalSums>();
        return sums;
    }

private:
    QHash<QString, std::weak_ptr<core::bank::JournalSums>> m_sums;
};

} // namespace ui
