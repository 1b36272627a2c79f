// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QCoreApplication>

namespace ui {

/// Says in plain words what will come of a fault, for a transfer between the demo banks with the usual options
/// (PROTOCOL §3: asked back after 35 s, tried again after 10 s, 20 s and so on). Pure but for the language.
class Consequence final
{
    Q_DECLARE_TR_FUNCTIONS(ui::Consequence)
public:
    static QString of(const core::Fault &fault);

private:
    static QString failure(const core::Fault &fault);
    static QString answer(const core::Fault &fault);
    static QString lostAnswer(const core::Fault &fault);
    static QString delay(const core::Fault &fault);
    static QString crash(const core::Fault &fault);
    static QString twice(const core::Fault &fault);
    static QString retried(const core::Fault &fault);
};

} // namespace ui
