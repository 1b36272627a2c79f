// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertbook.h"

namespace ui {

/// What is told outside of the console.
struct AlertNews
{
    Alert alert;
    bool isRaised = false; ///< false: it is over
    QString title; ///< in the user's language
    QString text;
};

/// Where alerts go beside the screen: the desktop, a webhook. Never waits.
class AlertSink
{
public:
    virtual ~AlertSink() = default;
    virtual void tell(const AlertNews &news) = 0;
};

} // namespace ui
