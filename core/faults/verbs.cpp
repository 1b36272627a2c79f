// SPDX-License-Identifier: Apache-2.0
#include "core/faults/verbs.h"

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usersMax = 1'000'000;
constexpr int countMax = 1000;

seconds wholeSeconds(LineRead &line, const QByteArray &option)
{
    LineRead value(option.mid(option.indexOf('=') + 1));
    const Millis time = value.duration(1s, 600s);
    if (value.problem())
        line.fail(*value.problem());
    else if (time.count() % 1000 != 0)
        line.fail(u"'%1': an interval is whole seconds"_s.arg(QString::fromUtf8(option)));
    return std::chrono::duration_cast<seconds>(time);
}

void readTransferOption(LineRead &line, TransferAction &transfer)
{
    const std::pair<QByteArray, seconds *> intervals[] = {{"timeout_to_fail=", &transfer.timeoutToFail},
                                                          {"retry_interval=", &transfer.retryInterval},
                                                          {"request_timeout=", &transfer.requestTimeout},
                                                          {"delay=", &transfer.delay}};
    const QByteArray option = line.word(u"an option"_s);
    if (option == "wait_result") {
        transfer.waitResult = true;
        return;
    }
    for (const auto &[name, interval] : intervals) {
        if (option.startsWith(name)) {
            *interval = wholeSeconds(line, option);
            return;
        }
    }
    line.fail(
        u"'%1' is not an option: timeout_to_fail=, retry_interval=, request_timeout= or delay= with seconds such as 2s, or wait_result"_s
            .arg(QString::fromUtf8(option)));
}

Action readTransfer(LineRead &line)
{
    TransferAction transfer;
    transfer.label = line.label();
    line.keyword("from");
    transfer.from = line.number(u"a user"_s, 1, usersMax);
    line.keyword("to");
    transfer.to = line.number(u"a user"_s, 1, usersMax);
    line.keyword("amount");
    transfer.amount = line.money();
    if (!line.problem() && transfer.amount == Money())
        line.fail(u"a transfer moves more than 0.00"_s);
    while (!line.atEnd() && !line.problem())
        readTransferOption(line, transfer);
    return transfer;
}

Action readWaitForState(LineRead &line)
{
    const QByteArray label = line.label();
    const QByteArray state = line.state();
    return WaitForState{label, state, line.within()};
}

Action readWaitForCalls(LineRead &line)
{
    const CallKind kind = line.callKind();
    const QByteArray label = line.label();
    const int count = line.number(u"a count"_s, 1, countMax);
    return WaitForCalls{kind, label, count, line.within()};
}

Action readWaitForEnd(LineRead &line)
{
    const Part part = line.program();
    return WaitForEnd{part, line.within()};
}

Action readWait(LineRead &line)
{
    if (line.take("state"))
        return readWaitForState(line);
    if (line.take("end"))
        return readWaitForEnd(line);
    if (line.take("calls"))
        return readWaitForCalls(line);
    line.keyword("for");
    return WaitForTime{line.duration(1ms, 60s)};
}

Action readCrash(LineRead &line)
{
    return CrashAction{line.part()};
}

Action readRestart(LineRead &line)
{
    const bool isProgram = line.peek() != partName(Part::Database);
    const Part part = line.part();
    if (!isProgram || !line.take("with"))
        return RestartAction{part, {}};
    return RestartAction{part, line.faults()};
}

Action readArm(LineRead &line)
{
    const Part part = line.program();
    return ArmAction{part, line.faults()};
}

Action readDisarm(LineRead &line)
{
    return ArmAction{line.program(), {}};
}

Action readPause(LineRead &line)
{
    return PauseAction{line.bank(), true};
}

Action readResume(LineRead &line)
{
    return PauseAction{line.bank(), false};
}

Action readAnswer(LineRead &line)
{
    const CallKind kind = line.callKind();
    const StandIn standIn = line.standIn();
    line.keyword("times");
    return AnswerAction{kind, standIn, line.number(u"a count"_s, 1, countMax)};
}

Action readExpectState(LineRead &line)
{
    const QByteArray label = line.label();
    return ExpectState{label, line.state()};
}

Action readExpectBalance(LineRead &line)
{
    const Part bank = line.bank();
    const int user = line.number(u"a user"_s, 1, usersMax);
    return ExpectBalance{bank, user, line.money()};
}

Action readExpectAnswer(LineRead &line)
{
    const QByteArray label = line.label();
    if (line.take("none"))
        return ExpectAnswer{label, 0};
    return ExpectAnswer{label, line.number(u"an HTTP status"_s, 100, 599)};
}

Action readExpectVerdict(LineRead &line)
{
    const CallKind kind = line.callKind();
    const QByteArray label = line.label();
    return ExpectVerdict{kind, label, line.verdict()};
}

Action readExpectCount(LineRead &line, ExpectCount::What what)
{
    ExpectCount expected{.what = what, .label = line.label()};
    expected.count = line.number(u"a count"_s, 0, countMax);
    expected.orMore = line.take("or-more");
    return expected;
}

Action readExpectCalls(LineRead &line)
{
    const CallKind kind = line.callKind();
    return readExpectCount(line,
                           kind == CallKind::Branch ? ExpectCount::What::BranchCalls : ExpectCount::What::Checkbacks);
}

Action readExpect(LineRead &line)
{
    if (line.take("state"))
        return readExpectState(line);
    if (line.take("balance"))
        return readExpectBalance(line);
    if (line.take("answer"))
        return readExpectAnswer(line);
    if (line.take("verdict"))
        return readExpectVerdict(line);
    if (line.take("calls"))
        return readExpectCalls(line);
    if (line.take("debits"))
        return readExpectCount(line, ExpectCount::What::Debits);
    if (line.take("credits"))
        return readExpectCount(line, ExpectCount::What::Credits);
    line.keyword("invariants");
    return ExpectInvariants{};
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> all{
        {"transfer", "transfer LABEL from USER to USER amount AMOUNT [OPTION…]", readTransfer},
        {"wait",
         "wait state LABEL STATE within TIME, wait calls branch|checkback LABEL COUNT within TIME, wait end PART "
         "within "
         "TIME, or wait for TIME",
         readWait},
        {"crash", "crash PART", readCrash},
        {"restart", "restart PART [with FAULTS]", readRestart},
        {"arm", "arm PART FAULTS", readArm},
        {"disarm", "disarm PART", readDisarm},
        {"pause", "pause sender|receiver", readPause},
        {"resume", "resume sender|receiver", readResume},
        {"answer", "answer branch|checkback error-page|ongoing|error-500 times COUNT", readAnswer},
        {"expect",
         "expect state LABEL STATE, expect balance sender|receiver USER AMOUNT, expect answer LABEL STATUS|none, "
         "expect "
         "calls branch|checkback LABEL COUNT [or-more], expect verdict branch|checkback LABEL VERDICT, expect "
         "debits|credits LABEL COUNT [or-more], or expect invariants",
         readExpect},
    };
    return all;
}

std::optional<Part> partOf(const Action &action)
{
    return std::visit(
        [](const auto &one) -> std::optional<Part> {
            if constexpr (requires { one.part; })
                return one.part;
            else
                return std::nullopt;
        },
        action);
}

QByteArray labelOf(const Action &action)
{
    return std::visit(
        [](const auto &one) -> QByteArray {
            if constexpr (requires { one.label; })
                return one.label;
            else
                return {};
        },
        action);
}

} // namespace core::faults
