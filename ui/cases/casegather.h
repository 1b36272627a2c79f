// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/case.h"
#include "ui/session/activity.h"
#include "ui/session/payloadfields.h"
#include "ui/session/peek.h"

#include <functional>

class QObject;

namespace ui {

class Session;

/// Puts a case together: the message, its attempts, what the banks keep of it, what people did about it. Of the banks
/// those are taken that keep a row of it, or that it asks or calls; of their accounts those that it moves, by pairs'
/// names. Pure.
core::casefile::Case caseOf(const core::message::Message &message, const QList<core::message::Attempt> &attempts,
                            const Peek &peek, const QList<Activity> &activities, core::TimePoint now,
                            const QList<PayloadFields> &pairs = {});

/// Reads all that belongs to the message, anew, and gives it to `then` on the UI thread; not once context is gone. The
/// error is the store's. Nothing is called and nothing written.
void gatherCase(Session &session, const QByteArray &gid, QObject *context,
                std::function<void(const core::Result<core::casefile::Case> &)> then);

} // namespace ui
