// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/verbs.h"

using namespace Qt::StringLiterals;

namespace ui {

using core::message::Message;
using core::message::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerbRules)
};

QString finishedWord(State state)
{
    return state == State::Succeed ? Words::tr("It has succeeded: nothing is left to do.")
                                   : Words::tr("It has failed: nothing is left to do.");
}

QString needsPrepared(Verb verb)
{
    switch (verb) {
    case Verb::Abort:
        return Words::tr("It is submitted: its sender committed, so it cannot be aborted any more.");
    case Verb::Submit:
        return Words::tr("It is submitted already.");
    case Verb::Peek:
    case Verb::ReplayCheckback:
    case Verb::RetryNow:
    case Verb::ForceStop:
    case Verb::Resend:
        break;
    }
    return Words::tr("It is submitted: its sender need not be asked any more.");
}

QString missingFor(Verb verb, const Standing &standing)
{
    switch (verb) {
    case Verb::ReplayCheckback:
    case Verb::Submit:
    case Verb::Abort:
        if (standing.state == State::Submitted)
            return needsPrepared(verb);
        return standing.hasCheckback ? QString() : Words::tr("It has no URL to ask its sender at.");
    case Verb::RetryNow:
        return standing.inWork ? Words::tr("It is being called right now.") : QString();
    case Verb::Resend:
        return Words::tr("It is not finished: it may still be delivered.");
    case Verb::Peek:
    case Verb::ForceStop:
        break;
    }
    return {};
}

} // namespace

Standing standingOf(const Message &message)
{
    return {message.state, message.inWork(), !message.content->queryPrepared.isEmpty()};
}

Standing standingOf(const core::store::Summary &summary)
{
    return {summary.state, false, true};
}

QString VerbRules::whyNot(Verb verb, const std::optional<Standing> &standing, bool readOnly)
{
    if (readOnly && changesSomething(verb))
        return tr("The console is read-only.");
    if (!standing)
        return tr("No message is chosen.");
    const bool finished = standing->state == State::Succeed || standing->state == State::Failed;
    const bool fitsFinished = verb == Verb::Peek || verb == Verb::Resend;
    if (finished)
        return fitsFinished ? QString() : finishedWord(standing->state);
    return missingFor(verb, *standing);
}

QString VerbRules::name(Verb verb)
{
    switch (verb) {
    case Verb::Peek:
        return tr("Peek");
    case Verb::ReplayCheckback:
        return tr("Replay Checkback");
    case Verb::RetryNow:
        return tr("Retry Now");
    case Verb::Submit:
        return tr("Submit…");
    case Verb::Abort:
        return tr("Abort…");
    case Verb::ForceStop:
        return tr("Force Stop…");
    case Verb::Resend:
        return tr("Resend as New…");
    }
    return {};
}

QString VerbRules::plainName(Verb verb)
{
    return name(verb).remove(u'…');
}

QString VerbRules::explanation(Verb verb)
{
    switch (verb) {
    case Verb::Peek:
        return tr("Reads the barrier rows at the banks and says what a checkback would decide. Changes nothing.");
    case Verb::ReplayCheckback:
        return tr("Asks the sender now whether it committed. Where it has not, the question fences it: it cannot "
                  "commit later.");
    case Verb::RetryNow:
        return tr("Does now what is due later: asks the sender, or calls the branches that are left.");
    case Verb::Submit:
        return tr("Asks the sender first and submits only if it says that it committed. If it says that it did not, "
                  "the message fails.");
    case Verb::Abort:
        return tr("Asks the sender first and aborts only if it says that it did not commit. If it says that it did, "
                  "the message is delivered.");
    case Verb::ForceStop:
        return tr("Ends the message as failed, whatever was applied; the banks may no longer agree.");
    case Verb::Resend:
        return tr("Sends the same calls once more under a gid of its own. Receivers take it for another message: what "
                  "was paid already is paid twice, and nothing is debited for it.");
    }
    return {};
}

QString VerbRules::iconName(Verb verb)
{
    switch (verb) {
    case Verb::Peek:
        return u"eye"_s;
    case Verb::ReplayCheckback:
        return u"return"_s;
    case Verb::RetryNow:
        return u"replay"_s;
    case Verb::Submit:
        return u"arrow-right"_s;
    case Verb::Abort:
        return u"abort"_s;
    case Verb::ForceStop:
        return u"stop"_s;
    case Verb::Resend:
        return u"upload"_s;
    }
    return {};
}

QString VerbRules::objectName(Verb verb)
{
    switch (verb) {
    case Verb::Peek:
        return u"peek"_s;
    case Verb::ReplayCheckback:
        return u"replayCheckback"_s;
    case Verb::RetryNow:
        return u"retryNow"_s;
    case Verb::Submit:
        return u"submit"_s;
    case Verb::Abort:
        return u"abort"_s;
    case Verb::ForceStop:
        return u"forceStop"_s;
    case Verb::Resend:
        return u"resend"_s;
    }
    return {};
}

bool VerbRules::isGrave(Verb verb)
{
    return verb == Verb::Submit || verb == Verb::Abort || verb == Verb::ForceStop || verb == Verb::Resend;
}

QString VerbRules::applied(const Message &message)
{
    QStringList lines;
    for (std::size_t i = 0; i < message.branchDone.size(); ++i) {
        const auto &branch = message.content->branches.at(qsizetype(i));
        const QString name = QString::fromLatin1(branch.id) + u" · "_s + QString::fromUtf8(branch.url);
        if (message.branchDone[i])
            lines << tr("Branch %1: applied, and stays so").arg(name);
        else if (!message.submittedAt)
            lines << tr("Branch %1: not called, the message was never submitted").arg(name);
        else
            lines << tr("Branch %1: not confirmed; its call may still have been applied").arg(name);
    }
    return lines.join(u'\n');
}

} // namespace ui
