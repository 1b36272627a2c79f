// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messagebuilders.h"

#include <QTest>

using namespace core;
using namespace core::message;
using namespace test;

namespace {

const TimePoint now = fromEpochMs(1'700'000'000'000);
const Gid gid = gidOf("m1");

// A column of the table: where the message stands when the event comes.
enum Column { Unknown, Prepared, Asking, Idle, InFlight, Succeed, Failed };
constexpr int columns = 7;
const char *const columnNames[columns] = {"unknown gid",
                                          "prepared",
                                          "prepared and asking",
                                          "submitted, waits for its retry",
                                          "submitted, first branch in flight",
                                          "succeed",
                                          "failed"};

Message prepared()
{
    Message message{.rowId = 1, .gid = gid, .content = contentOf({.branches = 2})};
    message.branchDone = {false, false};
    message.createdAt = message.updatedAt = now - seconds(5);
    message.dueAt = now + seconds(30);
    return message;
}

Message submitted()
{
    Message message = prepared();
    message.state = State::Submitted;
    message.submittedAt = now - seconds(4);
    return message;
}

std::optional<Message> messageIn(Column column)
{
    Message message = column < Idle ? prepared() : submitted();
    switch (column) {
    case Unknown:
        return std::nullopt;
    case Prepared:
        return message;
    case Asking:
        message.asking = true;
        message.dueAt = now;
        return message;
    case Idle:
        message.attempts = message.failuresInRow = message.backoffStep = 1;
        message.lastVerdict = Verdict::Unknown;
        message.lastError = "answered 500";
        message.dueAt = now + seconds(8);
        return message;
    case InFlight:
        message.inFlight = {0};
        message.dueAt = now;
        return message;
    case Succeed:
        message.state = State::Succeed;
        message.branchDone = {true, true};
        message.attempts = 2;
        break;
    case Failed:
        message.state = State::Failed;
        message.reason = "aborted by the sender";
        break;
    }
    message.dueAt.reset();
    message.finishedAt = now - seconds(1);
    return message;
}

// How a decision is written down: "state [what is under way] | effects | due +seconds | attempts n", or "=" for no
// change.

QByteArray textOf(const std::optional<Error> &error)
{
    if (!error)
        return "200";
    switch (error->code) {
    case Error::Code::Conflict:
        return error->field.isEmpty() ? QByteArray("409") : "409 " + error->field;
    case Error::Code::NotFound:
        return "404";
    case Error::Code::Ongoing:
        return "425";
    case Error::Code::Invalid:
    case Error::Code::TooLarge:
    case Error::Code::Unavailable:
    case Error::Code::Internal:
        break;
    }
    return "unexpected error";
}

struct EffectText
{
    QByteArray operator()(const Answer &effect) const { return textOf(effect.error); }
    QByteArray operator()(const AnswerWhenPassed &) const { return "answer-later"; }
    QByteArray operator()(const AnswerWaiters &effect) const { return "tell-" + textOf(effect.error); }
    QByteArray operator()(const CallBranch &effect) const
    {
        return "call-" + QByteArray::number(effect.branch) + (effect.byHand ? "!" : "");
    }
    QByteArray operator()(const AskSender &effect) const { return effect.byHand ? "ask!" : "ask"; }
};

QByteArray textOf(const Message &message)
{
    QByteArray text = stateName(message.state);
    if (message.asking)
        text += " asking";
    for (const int branch : message.inFlight)
        text += " calling-" + QByteArray::number(branch);
    if (message.stalled)
        text += " stalled";
    if (message.overridden)
        text += " overridden";
    return text;
}

QByteArray seconds1(Millis time)
{
    return QByteArray::number(static_cast<double>(time.count()) / 1000);
}

QByteArray textOf(const Decision &decision)
{
    QByteArrayList effects;
    for (const Effect &effect : decision.effects)
        effects.append(std::visit(EffectText(), effect));
    const QByteArray answers = effects.isEmpty() ? QByteArray() : " | " + effects.join(' ');
    if (!decision.next)
        return '=' + answers;
    QByteArray text = textOf(*decision.next) + answers;
    if (decision.next->dueAt)
        text += " | due +" + seconds1(*decision.next->dueAt - now);
    text += " | attempts " + QByteArray::number(decision.next->attempts);
    if (decision.contentChanged)
        text += ", content";
    if (!decision.attempts.empty())
        text += ", kept";
    return text;
}

struct Row
{
    const char *event;
    Event what;
    std::array<const char *, columns> expected;
};

ContentPtr same()
{
    return contentOf({.branches = 2});
}

ContentPtr otherSteps()
{
    return contentOf({.steps = {{"http://bank-b/1", "{\"n\":1}"}, {"http://bank-c/2", "{\"n\":2}"}}});
}

ContentPtr otherPayload()
{
    return contentOf({.steps = {{"http://bank-b/1", "{\"n\":1}"}, {"http://bank-b/2", "{\"n\":2 }"}}});
}

ContentPtr otherCount()
{
    return contentOf({.branches = 1});
}

ContentPtr otherQuery()
{
    return contentOf({.branches = 2, .queryPrepared = "http://bank-a/other"});
}

ContentPtr otherOptions()
{
    return contentOf({.branches = 2, .options = {.timeoutToFail = seconds(7), .retryInterval = seconds(3)}});
}

ContentPtr waiting()
{
    return contentOf({.branches = 2, .options = {.waitResult = true}});
}

ContentPtr delayed()
{
    return contentOf({.branches = 2, .customData = "{\"delay\":20}", .options = {.delay = seconds(20)}});
}

/// The rules of PROTOCOL §3 and §4, one row an event, one cell a state.
std::vector<Row> table()
{
    return {
        {"prepare, same content",
         Prepare{same()},
         {"prepared | 200 | due +35 | attempts 0", "= | 200", "= | 200", "= | 409", "= | 409", "= | 409", "= | 409"}},
        {"prepare, other step",
         Prepare{otherSteps()},
         {"prepared | 200 | due +35 | attempts 0", "= | 409 steps", "= | 409 steps", "= | 409", "= | 409", "= | 409",
          "= | 409"}},
        {"prepare, other payload",
         Prepare{otherPayload()},
         {"prepared | 200 | due +35 | attempts 0", "= | 409 payloads", "= | 409 payloads", "= | 409", "= | 409",
          "= | 409", "= | 409"}},
        {"prepare, fewer steps",
         Prepare{otherCount()},
         {"prepared | 200 | due +35 | attempts 0", "= | 409 steps", "= | 409 steps", "= | 409", "= | 409", "= | 409",
          "= | 409"}},
        {"prepare, other query_prepared",
         Prepare{otherQuery()},
         {"prepared | 200 | due +35 | attempts 0", "= | 409 query_prepared", "= | 409 query_prepared", "= | 409",
          "= | 409", "= | 409", "= | 409"}},
        {"prepare, other options",
         Prepare{otherOptions()},
         {"prepared | 200 | due +7 | attempts 0", "= | 200", "= | 200", "= | 409", "= | 409", "= | 409", "= | 409"}},
        {"submit, same content",
         Submit{same()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"submit, no steps sent",
         Submit{.content = contentOf({.branches = 0}), .hasSteps = false},
         {"= | 404", "submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"submit, other step",
         Submit{otherSteps()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 409 steps", "= | 409 steps", "= | 409 steps",
          "= | 409 steps", "= | 409 steps", "= | 409"}},
        {"submit, other payload",
         Submit{otherPayload()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 409 payloads", "= | 409 payloads",
          "= | 409 payloads", "= | 409 payloads", "= | 409 payloads", "= | 409"}},
        {"submit, fewer steps",
         Submit{otherCount()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 409 steps", "= | 409 steps", "= | 409 steps",
          "= | 409 steps", "= | 409 steps", "= | 409"}},
        {"submit, other query_prepared",
         Submit{otherQuery()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"submit, other options",
         Submit{otherOptions()},
         {"submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"submit, wait_result",
         Submit{waiting()},
         {"submitted calling-0 | answer-later call-0 | due +0 | attempts 0",
          "submitted calling-0 | answer-later call-0 | due +0 | attempts 0, content",
          "submitted calling-0 | answer-later call-0 | due +0 | attempts 0, content", "= | 425", "= | answer-later",
          "= | 200", "= | 409"}},
        {"submit, delay in custom_data",
         Submit{.content = delayed(), .hasCustomData = true},
         {"submitted | 200 | due +20 | attempts 0", "submitted | 200 | due +20 | attempts 0, content",
          "submitted | 200 | due +20 | attempts 0, content", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"submit, delay that was not sent",
         Submit{.content = delayed(), .hasCustomData = false},
         {"submitted | 200 | due +20 | attempts 0", "submitted calling-0 | 200 call-0 | due +0 | attempts 0",
          "submitted calling-0 | 200 call-0 | due +0 | attempts 0", "= | 200", "= | 200", "= | 200", "= | 409"}},
        {"abort",
         Abort{},
         {"= | 404", "failed | 200 tell-409 | attempts 0", "failed | 200 tell-409 | attempts 0", "= | 409", "= | 409",
          "= | 409", "= | 200"}},
        {"force stop",
         ForceStop{"wrong account"},
         {"= | 404", "failed overridden | 200 tell-409 | attempts 0", "failed overridden | 200 tell-409 | attempts 0",
          "failed overridden | 200 tell-409 | attempts 1", "failed overridden | 200 tell-409 | attempts 0", "= | 409",
          "= | 409"}},
        {"retry now",
         RetryNow{},
         {"= | 404", "prepared asking | 200 ask! | due +0 | attempts 0", "= | 200",
          "submitted calling-0 | 200 call-0! | due +0 | attempts 1", "= | 200", "= | 409", "= | 409"}},
        {"replay the checkback",
         ReplayCheckback{},
         {"= | 404", "prepared asking | 200 ask! | due +0 | attempts 0", "= | 200", "= | 409", "= | 409", "= | 409",
          "= | 409"}},
        {"due",
         Due{},
         {"=", "prepared asking | ask | due +0 | attempts 0", "=", "submitted calling-0 | call-0 | due +0 | attempts 1",
          "=", "=", "="}},
        {"checkback says SUCCESS",
         CheckbackAnswered{succeeded()},
         {"=", "=", "submitted calling-0 | call-0 | due +0 | attempts 1, kept", "=", "=", "=", "="}},
        {"checkback says FAILURE",
         CheckbackAnswered{refused()},
         {"=", "=", "failed | tell-409 | attempts 1, kept", "=", "=", "=", "="}},
        {"checkback says ONGOING",
         CheckbackAnswered{notYet()},
         {"=", "=", "prepared | due +10 | attempts 1, kept", "=", "=", "=", "="}},
        {"checkback without answer",
         CheckbackAnswered{timedOut()},
         {"=", "=", "prepared | due +10 | attempts 1, kept", "=", "=", "=", "="}},
        {"first branch says SUCCESS",
         BranchAnswered{0, succeeded()},
         {"=", "=", "=", "=", "submitted calling-1 | call-1 | due +0 | attempts 1", "=", "="}},
        {"first branch says FAILURE",
         BranchAnswered{0, refused()},
         {"=", "=", "=", "=", "submitted | tell-425 | due +10 | attempts 1, kept", "=", "="}},
        {"first branch says ONGOING",
         BranchAnswered{0, notYet()},
         {"=", "=", "=", "=", "submitted | tell-425 | due +10 | attempts 1, kept", "=", "="}},
        {"first branch without answer",
         BranchAnswered{0, timedOut()},
         {"=", "=", "=", "=", "submitted | tell-425 | due +10 | attempts 1, kept", "=", "="}},
        {"a branch that was not called says SUCCESS",
         BranchAnswered{1, succeeded()},
         {"=", "=", "=", "=", "=", "=", "="}},
        {"a branch that does not exist says SUCCESS",
         BranchAnswered{7, succeeded()},
         {"=", "=", "=", "=", "=", "=", "="}},
        {"checkback held back",
         CallDeferred{-1, now + seconds(2), "held back"},
         {"=", "=", "prepared | due +2 | attempts 0", "=", "=", "=", "="}},
        {"first branch held back",
         CallDeferred{0, now + seconds(2), "held back"},
         {"=", "=", "=", "=", "submitted | tell-425 | due +2 | attempts 0", "=", "="}},
        {"another branch held back",
         CallDeferred{1, now + seconds(2), "held back"},
         {"=", "=", "=", "=", "=", "=", "="}},
    };
}

} // namespace

class TestTransition : public QObject
{
    Q_OBJECT

private slots:
    void everyEventInEveryState_data();
    void everyEventInEveryState();
    void whatAnotherHasInWorkIsLeftToIt_data();
    void whatAnotherHasInWorkIsLeftToIt();
};

void TestTransition::everyEventInEveryState_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    const std::vector<Row> rows = table();
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        for (int column = 0; column < columns; ++column)
            QTest::addRow("%s: %s", columnNames[column], rows[row].event) << row << column;
    }
}

void TestTransition::everyEventInEveryState()
{
    QFETCH(int, row);
    QFETCH(int, column);
    const Row expected = table()[row];
    const std::optional<Message> message = messageIn(static_cast<Column>(column));
    constexpr std::uint32_t noJitter = 0x80000000;
    const Decision decision =
        decide(message ? &*message : nullptr, gid, expected.what, {.now = now, .chance = noJitter});
    QCOMPARE(textOf(decision), QByteArray(expected.expected[column]));
    if (decision.next)
        QCOMPARE(decision.next->updatedAt, now);
}

void TestTransition::whatAnotherHasInWorkIsLeftToIt_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Event>("event");
    QTest::addColumn<bool>("isLeft");
    QTest::newRow("prepared: retry now") << 1 << Event(RetryNow{}) << true;
    QTest::newRow("prepared: replay the checkback") << 1 << Event(ReplayCheckback{}) << true;
    QTest::newRow("prepared: submit") << 1 << Event(Submit{contentOf({.branches = 2})}) << false;
    QTest::newRow("prepared: abort") << 1 << Event(Abort{}) << false;
    QTest::newRow("prepared: its owner is gone") << 1 << Event(Due{}) << false;
}

void TestTransition::whatAnotherHasInWorkIsLeftToIt()
{
    QFETCH(int, column);
    QFETCH(Event, event);
    QFETCH(bool, isLeft);
    const std::optional<Message> message = messageIn(static_cast<Column>(column));
    const Decision decision = decide(&*message, gid, event, {.now = now, .isInWorkElsewhere = true});
    QCOMPARE(!decision.next, isLeft);
}

QTEST_APPLESS_MAIN(TestTransition)
#include "tst_transition.moc"
