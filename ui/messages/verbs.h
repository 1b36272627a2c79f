// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QCoreApplication>
#include <QString>

namespace ui {

/// What a person can do to a message. Copying is no verb: it changes nothing and is always possible.
enum class Verb { ReplayCheckback, RetryNow, Abort, ForceStop };
inline constexpr Verb allVerbs[] = {Verb::ReplayCheckback, Verb::RetryNow, Verb::Abort, Verb::ForceStop};

/// Which verbs fit a message, and the words for them. Pure.
class VerbRules final
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerbRules)
public:
    /// Why the verb cannot be used on the message (null: none is chosen); empty if it can.
    static QString whyNot(Verb verb, const core::message::Message *message, bool readOnly);
    static QString name(Verb verb);
    /// One sentence: what it does.
    static QString explanation(Verb verb);
    static QString iconName(Verb verb);
    /// Branches of the message that a force stop will not take back: "Branch 01 (http://…) was applied." a line each.
    static QString applied(const core::message::Message &message);
};

} // namespace ui
