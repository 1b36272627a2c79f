// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace ui {

/// Says in words why a message stands where it stands, and what comes next:
/// "Prepared 41 s ago; due for checkback since 6 s; asked 2×, last answer 425; next in 8 s." Pure.
class WhySentence final
{
    Q_DECLARE_TR_FUNCTIONS(ui::WhySentence)
public:
    /// attempts are all that were kept of the message's calls, in their order.
    static QString of(const core::message::Message &message, const QList<core::message::Attempt> &attempts,
                      core::TimePoint now);
};

} // namespace ui
