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

QString finishedWord(const Message &message)
{
    return message.state == State::Succeed ? Words::tr("It has succeeded: nothing is left to do.")
                                           : Words::tr("It has failed: nothing is left to do.");
}

QString needsPrepared(Verb verb)
{
    return verb == Verb::Abort ? Words::tr("It is submitted: its sender committed, so it cannot be aborted any more.")
                               : Words::tr("It is submitted: its sender need not be asked any more.");
}

QString missingFor(Verb verb, const Message &message)
{
    switch (verb) {
    case Verb::ReplayCheckback:
    case Verb::Abort:
        if (message.state == State::Submitted)
            return needsPrepared(verb);
        return message.content->queryPrepared.isEmpty() ? Words::tr("It has no URL to ask its sender at.") : QString();
    case Verb::RetryNow:
        return message.inWork() ? Words::tr("It is being called right now.") : QString();
    case Verb::ForceStop:
        break;
    }
    return {};
}

} // namespace

QString VerbRules::whyNot(Verb verb, const Message *message, bool readOnly)
{
    if (readOnly)
        return tr("The console is read-only.");
    if (!message)
        return tr("No message is chosen.");
    return message->finished() ? finishedWord(*message) : missingFor(verb, *message);
}

QString VerbRules::name(Verb verb)
{
    switch (verb) {
    case Verb::ReplayCheckback:
        return tr("Replay Checkback");
    case Verb::RetryNow:
        return tr("Retry Now");
    case Verb::Abort:
        return tr("Abort…");
    case Verb::ForceStop:
        return tr("Force Stop…");
    }
    return {};
}

QString VerbRules::explanation(Verb verb)
{
    switch (verb) {
    case Verb::ReplayCheckback:
        return tr("Asks the sender now whether it committed. Where it has not, the question fences it: it cannot "
                  "commit later.");
    case Verb::RetryNow:
        return tr("Does now what is due later: asks the sender, or calls the branches that are left.");
    case Verb::Abort:
        return tr("Asks the sender first and aborts only if it says that it did not commit.");
    case Verb::ForceStop:
        return tr("Ends the message as failed, whatever was applied; the banks may no longer agree.");
    }
    return {};
}

QString VerbRules::iconName(Verb verb)
{
    switch (verb) {
    case Verb::ReplayCheckback:
        return u"return"_s;
    case Verb::RetryNow:
        return u"replay"_s;
    case Verb::Abort:
        return u"abort"_s;
    case Verb::ForceStop:
        return u"stop"_s;
    }
    return {};
}

QString VerbRules::applied(const Message &message)
{
    QStringList lines;
    for (std::size_t i = 0; i < message.branchDone.size(); ++i) {
        const auto &branch = message.content->branches.at(qsizetype(i));
        const QString name = QString::fromLatin1(branch.id) + u" · "_s + QString::fromUtf8(branch.url);
        lines << (message.branchDone[i]
                      ? tr("Branch %1: applied, and stays so").arg(name)
                      : tr("Branch %1: not confirmed; its call may still have been applied").arg(name));
    }
    return lines.join(u'\n');
}

} // namespace ui
