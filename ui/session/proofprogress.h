// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/journalsums.h"

#include <QMetaType>

#include <algorithm>
#include <array>

namespace ui {

/// What a check is reading, and how much of that it has read.
struct ProofProgress
{
    enum class What { Messages, ReceiverBookings, SenderBookings, ReceiverRows, SenderRows };

    What what = What::Messages;
    core::bank::ReadShare share; ///< of messages, of the journal's ids, or of the rows of messages

    /// Of the whole check, 0 to 1: most of a first one goes into the journals.
    double part() const
    {
        constexpr std::array begins{0.0, 0.1, 0.45, 0.8, 0.9, 1.0};
        const auto phase = std::size_t(what);
        const double ofPhase = share.all > 0 ? std::clamp(double(share.done) / double(share.all), 0.0, 1.0) : 0.0;
        return begins[phase] + ofPhase * (begins[phase + 1] - begins[phase]);
    }
};

} // namespace ui

Q_DECLARE_METATYPE(ui::ProofProgress)
