// SPDX-License-Identifier: Apache-2.0
#include "samplemessages.h"

#include <QStringList>

namespace tests {

using namespace core;
using namespace core::message;

namespace {

QString text(std::int64_t value)
{
    return QString::number(value);
}

QString text(const QByteArray &value)
{
    return QString::fromLatin1(value.left(80));
}

QString text(const std::optional<TimePoint> &value)
{
    return value ? text(toEpochMs(*value)) : QStringLiteral("none");
}

QString text(const std::vector<bool> &bits)
{
    QString shown;
    for (const bool bit : bits)
        shown += bit ? u'1' : u'0';
    return shown;
}

template<typename T> void compare(QStringList &differences, const char *field, const T &a, const T &b)
{
    if (a != b)
        differences.append(QStringLiteral("%1: %2 / %3").arg(QLatin1String(field), text(a), text(b)));
}

} // namespace

Gid gid(const QByteArray &text)
{
    return *Gid::fromBytes(text);
}

Message plainMessage(std::int64_t rowId, const QByteArray &gidText, TimePoint createdAt)
{
    auto content = std::make_shared<Content>();
    content->steps = {{"http://127.0.0.1:8081/api/busi/SagaBTransIn", R"({"amount":30,"user_id":2})"}};
    content->branches = {{"01", content->steps.first().action, 0}};
    content->queryPrepared = "http://127.0.0.1:8081/api/busi/QueryPreparedB";
    Message message{.rowId = rowId, .gid = gid(gidText)};
    message.content = content;
    message.branchDone = {false};
    message.createdAt = createdAt;
    message.updatedAt = createdAt;
    message.dueAt = createdAt;
    return message;
}

Message finishedCleanly(Message message, TimePoint at)
{
    message.state = State::Succeed;
    message.branchDone.assign(message.branchDone.size(), true);
    message.attempts += static_cast<int>(message.branchDone.size());
    message.lastHttpStatus = 200;
    message.submittedAt = message.createdAt;
    message.updatedAt = at;
    message.finishedAt = at;
    message.dueAt.reset();
    message.owner = 0;
    return message;
}

store::Save inserted(const Message &message)
{
    return {.message = message, .isNew = true};
}

store::Save updated(const Message &message, std::int64_t expectedFence)
{
    return {.message = message, .expectedFence = expectedFence};
}

QString difference(const Message &a, const Message &b)
{
    QStringList differences;
    compare(differences, "rowId", a.rowId, b.rowId);
    compare(differences, "gid", a.gid.bytes(), b.gid.bytes());
    compare<std::int64_t>(differences, "state", static_cast<int>(a.state), static_cast<int>(b.state));
    compare<std::int64_t>(differences, "content", 1, *a.content == *b.content);
    compare(differences, "branchDone", a.branchDone, b.branchDone);
    compare<std::int64_t>(differences, "attempts", a.attempts, b.attempts);
    compare<std::int64_t>(differences, "failuresInRow", a.failuresInRow, b.failuresInRow);
    compare<std::int64_t>(differences, "stalled", a.stalled, b.stalled);
    compare<std::int64_t>(differences, "lastVerdict", static_cast<int>(a.lastVerdict), static_cast<int>(b.lastVerdict));
    compare<std::int64_t>(differences, "lastHttpStatus", a.lastHttpStatus, b.lastHttpStatus);
    compare<std::int64_t>(differences, "backoffStep", a.backoffStep, b.backoffStep);
    compare(differences, "lastError", a.lastError, b.lastError);
    compare(differences, "reason", a.reason, b.reason);
    compare<std::int64_t>(differences, "overridden", a.overridden, b.overridden);
    compare(differences, "createdAt", std::optional(a.createdAt), std::optional(b.createdAt));
    compare(differences, "updatedAt", std::optional(a.updatedAt), std::optional(b.updatedAt));
    compare(differences, "submittedAt", a.submittedAt, b.submittedAt);
    compare(differences, "finishedAt", a.finishedAt, b.finishedAt);
    compare(differences, "dueAt", a.dueAt, b.dueAt);
    compare(differences, "owner", a.owner, b.owner);
    compare(differences, "fence", a.fence, b.fence);
    return differences.join(QStringLiteral(", "));
}

int RandomMessages::number(int min, int max)
{
    return std::uniform_int_distribution<int>(min, max)(m_random);
}

QByteArray RandomMessages::bytes(int sizeMax)
{
    QByteArray made(number(0, sizeMax), Qt::Uninitialized);
    for (char &byte : made)
        byte = static_cast<char>(number(0, 255));
    return made;
}

QByteArray RandomMessages::url()
{
    static const QByteArray hosts[] = {"http://bank-a:8081/", "https://bank-b/", "topic://paid",
                                       "http://127.0.0.1:8082/"};
    return hosts[number(0, 3)] + QByteArray::number(number(1, 30));
}

QByteArray RandomMessages::payload()
{
    if (chance(10))
        return bytes(300);
    return "{\"amount\":" + QByteArray::number(number(1, 50)) + ",\"note\":\"bank-" + QByteArray::number(number(1, 9))
        + "\"}";
}

void RandomMessages::addBranches(Content &content)
{
    for (int step = 0; step < content.steps.size(); ++step) {
        if (chance(80)) {
            content.branches.append(
                {QByteArray::number(step + 1).rightJustified(2, '0'), content.steps[step].action, step});
            continue;
        }
        const int subscribers = number(0, 3);
        for (int i = 1; i <= subscribers; ++i)
            content.branches.append({QByteArray::number(step + 1) + '-' + QByteArray::number(i), url(), step});
    }
}

Content RandomMessages::content()
{
    Content made;
    const int steps = chance(5) ? number(0, 300) : number(1, 3);
    for (int i = 0; i < steps; ++i)
        made.steps.append({chance(90) ? url() : bytes(40), payload()});
    addBranches(made);
    made.queryPrepared = url();
    made.customData = chance(20) ? bytes(60) : QByteArray();
    made.protocol = chance(20) ? QByteArray("http") : QByteArray();
    made.options.waitResult = chance(30);
    made.options.concurrent = chance(30);
    made.options.timeoutToFail = seconds(number(-5, 5'000'000));
    made.options.delay = seconds(number(0, 100));
    for (int i = number(0, 2); i > 0; --i)
        made.options.branchHeaders.append({bytes(10), bytes(30)});
    return made;
}

QByteArray RandomMessages::gidText(std::int64_t rowId)
{
    QByteArray made = (chance(50) ? "order-" : "Order-") + QByteArray::number(qint64{rowId});
    for (int i = number(0, 10); i > 0; --i) {
        const char c = static_cast<char>(number(0x21, 0x7E));
        made += c == ';' ? ':' : c;
    }
    return made;
}

void RandomMessages::addProgress(Message &message)
{
    for (auto &&done : message.branchDone)
        done = chance(50);
    message.lastVerdict = static_cast<Verdict>(number(0, 3));
    message.lastHttpStatus = chance(50) ? number(100, 599) : 0;
    message.backoffStep = number(0, 5);
    message.lastError = bytes(50);
    message.reason = chance(30) ? bytes(50) : QByteArray();
    message.overridden = chance(20);
}

Message RandomMessages::next(std::int64_t rowId)
{
    const TimePoint createdAt = fromEpochMs(1'700'000'000'000 + number(0, 1'000'000));
    Message message = plainMessage(rowId, gidText(rowId), createdAt);
    message.content = std::make_shared<Content>(content());
    message.branchDone.assign(static_cast<std::size_t>(message.content->branches.size()), false);
    message.attempts = number(0, 12);
    message.dueAt = createdAt + seconds(number(0, 500));
    message.owner = number(0, 3);
    message.fence = number(0, 1000);
    message.failuresInRow = chance(50) ? number(0, 12) : 0;
    message.stalled = chance(20);
    if (chance(50))
        message.state = State::Submitted;
    if (chance(40))
        message = finishedCleanly(message, createdAt + seconds(number(0, 100)));
    else if (chance(30)) {
        message.state = State::Failed;
        message.finishedAt = createdAt;
        message.dueAt.reset();
    }
    if (chance(40))
        addProgress(message);
    return message;
}

} // namespace tests
