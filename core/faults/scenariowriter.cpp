// SPDX-License-Identifier: Apache-2.0
#include "core/faults/scenariowriter.h"

namespace core::faults {

namespace {

QByteArray durationText(Millis time)
{
    const auto ms = time.count();
    return ms % 1000 == 0 ? QByteArray::number(qlonglong(ms / 1000)) + 's' : QByteArray::number(qlonglong(ms)) + "ms";
}

QByteArray faultsText(const QList<Fault> &faults)
{
    QByteArrayList texts;
    for (const Fault &fault : faults)
        texts.append(faultText(fault));
    return texts.join(';');
}

QByteArray withinText(Millis within)
{
    return " within " + durationText(within);
}

QByteArray captionText(const QString &text)
{
    return text.simplified().toUtf8();
}

QByteArray countWord(ExpectCount::What what)
{
    switch (what) {
    case ExpectCount::What::Debits:
        return "debits";
    case ExpectCount::What::Credits:
        return "credits";
    case ExpectCount::What::BranchCalls:
        return "calls branch";
    case ExpectCount::What::Checkbacks:
        break;
    }
    return "calls checkback";
}

struct ActionText
{
    QByteArray operator()(const TransferAction &transfer) const
    {
        QByteArray text = "transfer " + transfer.label + " from " + QByteArray::number(transfer.from) + " to "
            + QByteArray::number(transfer.to) + " amount " + transfer.amount.toText();
        const std::pair<const char *, seconds> intervals[] = {{"timeout_to_fail", transfer.timeoutToFail},
                                                              {"retry_interval", transfer.retryInterval},
                                                              {"request_timeout", transfer.requestTimeout},
                                                              {"delay", transfer.delay}};
        for (const auto &[name, interval] : intervals) {
            if (interval.count() > 0)
                text += ' ' + QByteArray(name) + '=' + durationText(interval);
        }
        return transfer.waitResult ? text + " wait_result" : text;
    }
    QByteArray operator()(const WaitForState &wait) const
    {
        return "wait state " + wait.label + ' ' + wait.state + withinText(wait.within);
    }
    QByteArray operator()(const WaitForTime &wait) const { return "wait for " + durationText(wait.time); }
    QByteArray operator()(const WaitForEnd &wait) const
    {
        return "wait end " + partName(wait.part) + withinText(wait.within);
    }
    QByteArray operator()(const WaitForCalls &wait) const
    {
        return "wait calls " + callKindName(wait.kind) + ' ' + wait.label + ' ' + QByteArray::number(wait.count)
            + withinText(wait.within);
    }
    QByteArray operator()(const CrashAction &crash) const { return "crash " + partName(crash.part); }
    QByteArray operator()(const RestartAction &restart) const
    {
        const QByteArray text = "restart " + partName(restart.part);
        return restart.faults.isEmpty() ? text : text + " with " + faultsText(restart.faults);
    }
    QByteArray operator()(const ArmAction &arm) const
    {
        return arm.faults.isEmpty() ? "disarm " + partName(arm.part)
                                    : "arm " + partName(arm.part) + ' ' + faultsText(arm.faults);
    }
    QByteArray operator()(const PauseAction &pause) const
    {
        return (pause.pause ? "pause " : "resume ") + partName(pause.bank);
    }
    QByteArray operator()(const AnswerAction &answer) const
    {
        return "answer " + callKindName(answer.kind) + ' ' + standInName(answer.standIn) + " times "
            + QByteArray::number(answer.times);
    }
    QByteArray operator()(const ExpectState &expected) const
    {
        return "expect state " + expected.label + ' ' + expected.state;
    }
    QByteArray operator()(const ExpectBalance &expected) const
    {
        return "expect balance " + partName(expected.bank) + ' ' + QByteArray::number(expected.user) + ' '
            + expected.balance.toText();
    }
    QByteArray operator()(const ExpectCount &expected) const
    {
        return "expect " + countWord(expected.what) + ' ' + expected.label + ' ' + QByteArray::number(expected.count)
            + (expected.orMore ? " or-more" : "");
    }
    QByteArray operator()(const ExpectAnswer &expected) const
    {
        return "expect answer " + expected.label + ' '
            + (expected.status == 0 ? QByteArray("none") : QByteArray::number(expected.status));
    }
    QByteArray operator()(const ExpectVerdict &expected) const
    {
        return "expect verdict " + callKindName(expected.kind) + ' ' + expected.label + ' '
            + message::verdictName(expected.verdict);
    }
    QByteArray operator()(const ExpectInvariants &) const { return "expect invariants"; }
};

} // namespace

QByteArray actionText(const Action &action)
{
    return std::visit(ActionText(), action);
}

QByteArray scenarioText(const Scenario &scenario, const QByteArrayList &comment)
{
    QByteArrayList lines;
    for (const QByteArray &line : comment)
        lines.append("# " + line.simplified());
    lines.append("title en " + captionText(scenario.title.english));
    lines.append("title zh " + captionText(scenario.title.chinese));
    if (scenario.seed != 1)
        lines.append("seed " + QByteArray::number(scenario.seed));
    if (scenario.coordinators > 1)
        lines.append("coordinators " + QByteArray::number(scenario.coordinators));
    if (scenario.hasOwnDatabase)
        lines.append("database own");
    for (const ScenarioAccount &account : scenario.accounts)
        lines.append("account " + partName(account.bank) + ' ' + QByteArray::number(account.user) + ' '
                     + account.balance.toText());
    for (const ArmedPart &armed : scenario.armed)
        lines.append("fault " + partName(armed.part) + ' ' + faultsText(armed.faults));
    for (const Scene &scene : scenario.scenes) {
        lines.append(
            {QByteArray(), "en " + captionText(scene.caption.english), "zh " + captionText(scene.caption.chinese)});
        for (const Step &step : scene.steps)
            lines.append(actionText(step.action));
    }
    return lines.join('\n') + '\n';
}

} // namespace core::faults
