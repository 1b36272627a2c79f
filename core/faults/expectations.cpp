// SPDX-License-Identifier: Apache-2.0
#include "core/faults/expectations.h"

#include <algorithm>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bank::Finding;
using What = ExpectCount::What;

namespace {

constexpr Millis answerWithin = 30s;

QString cannotRead(const Error &error)
{
    return u"the books cannot be read: "_s + error.detail;
}

QString stateText(const QByteArray &state)
{
    return state.isEmpty() ? u"the coordinator does not answer"_s : u"it is %1"_s.arg(QLatin1String(state));
}

int bookingsOf(const bank::BankSnapshot &books, const QByteArray &gid, const QByteArray &op)
{
    return int(std::count_if(books.journal.cbegin(), books.journal.cend(),
                             [&](const bank::JournalEntry &entry) { return entry.gid == gid && entry.op == op; }));
}

Result<int> countOf(const ExpectCount &expected, Stage &stage, const Scenario &scenario)
{
    if (expected.what == What::BranchCalls || expected.what == What::Checkbacks) {
        const CallKind kind = expected.what == What::BranchCalls ? CallKind::Branch : CallKind::Checkback;
        return int(stage.callsFor(kind, expected.label).size());
    }
    const auto books = stage.books();
    if (!books.ok())
        return books.error();
    const QByteArray gid = scenario.gidOf(expected.label);
    return expected.what == What::Debits ? bookingsOf(books->sender, gid, "msg")
                                         : bookingsOf(books->receiver, gid, "action");
}

Money totalOf(const Scenario &scenario)
{
    Money total;
    for (const ScenarioAccount &account : scenario.accounts)
        total = total + account.balance;
    return total;
}

/// How one message ended, in words; ok when its books say the same.
struct Ending
{
    bool isOver = false;
    bool agrees = false;
    QString words;
};

Ending endingOf(Stage &stage, const Books &books, const QByteArray &label, const QByteArray &gid)
{
    const QByteArray state = stage.stateOf(label);
    const int debits = bookingsOf(books.sender, gid, "msg");
    const int credits = bookingsOf(books.receiver, gid, "action");
    const int wanted = state == "succeed" ? 1 : 0;
    return {
        .isOver = state == "succeed" || state == "failed" || state == "none",
        .agrees = debits == wanted && credits == wanted,
        .words =
            u"%1: %2, debits: %3, credits: %4"_s.arg(QLatin1String(label), stateText(state)).arg(debits).arg(credits)};
}

} // namespace

QString unmet(const ExpectState &expected, Stage &stage, const Scenario &)
{
    const QByteArray state = stage.stateOf(expected.label);
    return state == expected.state ? QString() : stateText(state);
}

QString unmet(const ExpectBalance &expected, Stage &stage, const Scenario &)
{
    const auto books = stage.ledger(expected.bank).snapshot();
    if (!books.ok())
        return cannotRead(books.error());
    for (const bank::Account &account : books->accounts) {
        if (account.userId == expected.user)
            return account.balance == expected.balance ? QString()
                                                       : u"it is %1"_s.arg(QLatin1String(account.balance.toText()));
    }
    return u"there is no such account"_s;
}

QString unmet(const ExpectCount &expected, Stage &stage, const Scenario &scenario)
{
    const Result<int> count = countOf(expected, stage, scenario);
    if (!count.ok())
        return cannotRead(count.error());
    const bool holds = expected.orMore ? *count >= expected.count : *count == expected.count;
    return holds ? QString() : u"there are %1"_s.arg(*count);
}

QString unmet(const ExpectAnswer &expected, Stage &stage, const Scenario &)
{
    stage.waitUntil([&] { return stage.answerTo(expected.label).has_value(); }, answerWithin);
    const auto answer = stage.answerTo(expected.label);
    if (!answer)
        return u"nothing came yet"_s;
    const bool isAnswered = answer->outcome == http::ClientAnswer::Outcome::Answered;
    const int status = isAnswered ? answer->status : 0;
    if (status == expected.status)
        return {};
    return isAnswered ? u"it was %1"_s.arg(status) : u"there was none: %1"_s.arg(answer->errorText);
}

QString unmet(const ExpectVerdict &expected, Stage &stage, const Scenario &)
{
    QStringList heard;
    for (const RelayedCall &call : stage.callsFor(expected.kind, expected.label)) {
        if (call.verdict == expected.verdict)
            return {};
        heard.append(call.verdict ? QString::fromLatin1(message::verdictName(*call.verdict)) : u"no answer"_s);
    }
    return heard.isEmpty() ? u"there was no such call"_s : u"the calls were answered "_s + heard.join(u", "_s);
}

QString unmet(const ExpectInvariants &, Stage &stage, const Scenario &scenario)
{
    const auto findings = invariants(stage, scenario);
    if (!findings.ok())
        return cannotRead(findings.error());
    QStringList broken;
    for (const Finding &finding : *findings) {
        if (!finding.holds)
            broken.append(QString::fromLatin1(finding.name) + u": "_s + finding.evidence);
    }
    return broken.join(u"; "_s);
}

Result<QList<Finding>> invariants(Stage &stage, const Scenario &scenario)
{
    const auto books = stage.books();
    if (!books.ok())
        return books.error();
    return bank::checkBanks(books->receiver, books->sender, totalOf(scenario));
}

Result<QList<Finding>> endings(Stage &stage, const Scenario &scenario, const QByteArrayList &labels)
{
    const auto books = stage.books();
    if (!books.ok())
        return books.error();
    Finding ends{"each-message-ends", true, {}};
    Finding agrees{"the-books-agree-with-the-messages", true, {}};
    QStringList words;
    for (const QByteArray &label : labels) {
        const Ending ending = endingOf(stage, *books, label, scenario.gidOf(label));
        ends.holds = ends.holds && ending.isOver;
        agrees.holds = agrees.holds && ending.agrees;
        words.append(ending.words);
    }
    const int inFlight = bank::totalOf(books->receiver, books->sender).transfersInFlight;
    ends.holds = ends.holds && inFlight == 0;
    ends.evidence = u"messages: %1, transfers in flight: %2"_s.arg(labels.size()).arg(inFlight);
    agrees.evidence = words.join(u"; "_s);
    return QList<Finding>{ends, agrees};
}

} // namespace core::faults
