// SPDX-License-Identifier: GPL-3.0-or-later
// What a session says of how it goes.
#include "ui/session/sessionprivate.h"

namespace ui {

Lookout &Session::lookout()
{
    return *d->lookout;
}

core::engine::Figures Session::figures() const
{
    return d->node() ? d->node()->figures() : core::engine::Figures();
}

QList<core::engine::CallFailure> Session::callFailures() const
{
    return d->node() ? d->node()->callFailures() : QList<core::engine::CallFailure>();
}

} // namespace ui
