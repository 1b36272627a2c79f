// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"

#include <QCoreApplication>
#include <QString>

namespace ui {

/// What a person can do to a message. Copying is no verb: it changes nothing and is always possible.
enum class Verb { Peek, ReplayCheckback, RetryNow, Submit, Abort, ForceStop, Resend };
inline constexpr Verb allVerbs[] = {Verb::Peek,  Verb::ReplayCheckback, Verb::RetryNow, Verb::Submit,
                                    Verb::Abort, Verb::ForceStop,       Verb::Resend};
/// Those that many messages can be told at once.
inline constexpr Verb bulkVerbs[] = {Verb::RetryNow, Verb::ReplayCheckback, Verb::Submit, Verb::Abort, Verb::ForceStop};

/// As much of a message as the choice of verbs depends on.
struct Standing
{
    core::message::State state = core::message::State::Prepared;
    bool inWork = false;
    bool hasCheckback = true; ///< of a row of the list it is not known: the engine refuses then
};
Standing standingOf(const core::message::Message &message);
Standing standingOf(const core::store::Summary &summary);

/// Which verbs fit a message, and the words for them. Pure.
class VerbRules final
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerbRules)
public:
    /// Why the verb cannot be used (nothing: no message is chosen); empty if it can. What is said here for the screen,
    /// engine and session enforce.
    static QString whyNot(Verb verb, const std::optional<Standing> &standing, bool readOnly);
    static QString name(Verb verb);
    /// The name without the dots that promise a dialog.
    static QString plainName(Verb verb);
    /// One sentence: what it does.
    static QString explanation(Verb verb);
    static QString iconName(Verb verb);
    static QString objectName(Verb verb);
    static bool changesSomething(Verb verb) { return verb != Verb::Peek; }
    /// Asked for in a dialog always, however the connection is to be treated.
    static bool isGrave(Verb verb);
    /// Branches of the message that a force stop will not take back: "Branch 01 (http://…) was applied." a line each.
    static QString applied(const core::message::Message &message);
};

} // namespace ui
