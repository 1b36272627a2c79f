// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/story.h"

using namespace core;
using namespace core::engine;
using namespace core::message;

namespace test {

namespace {

QByteArray msText(Millis time)
{
    return QByteArray::number(static_cast<qlonglong>(time.count())) + "ms";
}

} // namespace

/// "reply m1 200": the oldest reply that the story has not told of.
QString Story::expectReply(const StoryLine &line)
{
    QByteArrayList &replies = m_replies[line.word(1)];
    const QByteArray reply = replies.isEmpty() ? QByteArray() : replies.takeFirst();
    return reply == line.word(2) ? QString()
                                 : unexpected(QStringLiteral("reply ") + QString::fromUtf8(line.word(2)), reply);
}

/// "call m1/01 [url=…]" and "ask m1": it is in flight from here on.
QString Story::expectCall(const StoryLine &line)
{
    const QByteArray key = line.word(0) == "ask" ? line.word(1) + "/00" : line.word(1);
    std::deque<Call> &calls = engine().calls();
    const auto call =
        std::find_if(calls.begin(), calls.end(), [&](const Call &candidate) { return keyOf(candidate) == key; });
    if (call == calls.end())
        return unexpected(QStringLiteral("call of ") + QString::fromUtf8(key),
                          calls.empty() ? QByteArray() : keyOf(calls.front()));
    if (line.has("url") && urlOf(*call) != line.options["url"])
        return unexpected(QString::fromUtf8(line.options["url"]), urlOf(*call));
    if (m_inFlight.contains(key))
        return QStringLiteral("%1 is called while a call of it is in flight").arg(QString::fromUtf8(key));
    m_inFlight.append(key);
    calls.erase(call);
    return {};
}

/// "no call", "no reply m1", "no message m1".
QString Story::expectNo(const StoryLine &line)
{
    if (line.word(1) == "call")
        return engine().calls().empty() ? QString()
                                        : unexpected(QStringLiteral("no call"), keyOf(engine().calls().front()));
    if (line.word(1) == "reply")
        return m_replies[line.word(2)].isEmpty()
            ? QString()
            : unexpected(QStringLiteral("no reply"), m_replies[line.word(2)].front());
    const Message *stored = engine().disk.find(gidOf(line.word(2)));
    return stored ? unexpected(QStringLiteral("no such message"), stateName(stored->state)) : QString();
}

QString Story::expectState(const StoryLine &line)
{
    const Message *stored = engine().disk.find(gidOf(line.word(1)));
    const QByteArray state = stored ? stateName(stored->state) : QByteArray();
    return state == line.word(2) ? QString() : unexpected(QString::fromUtf8(line.word(2)), state);
}

QString Story::expectStalled(const StoryLine &line)
{
    const Message *stored = engine().disk.find(gidOf(line.word(1)));
    return stored && stored->stalled ? QString() : QStringLiteral("the message is not stalled");
}

QString Story::expectAttempts(const StoryLine &line)
{
    const Message *stored = engine().disk.find(gidOf(line.word(1)));
    const QByteArray attempts = stored ? QByteArray::number(stored->attempts) : QByteArray();
    return attempts == line.word(2) ? QString() : unexpected(QString::fromUtf8(line.word(2)), attempts);
}

/// "wake m1 in 10s": within the jitter of a tenth, and the rounding.
QString Story::expectWake(const StoryLine &line)
{
    const Message *stored = engine().disk.find(gidOf(line.word(1)));
    const std::optional<Millis> wanted = durationOf(line.word(3));
    if (!stored || !stored->dueAt || !wanted)
        return QStringLiteral("the message is not due, or this is no duration");
    const Millis wait = *stored->dueAt - engine().clock.now();
    const bool isNear = wait >= *wanted * 9 / 10 && wait <= *wanted * 11 / 10 + Millis(100);
    return isNear ? QString() : unexpected(QString::fromUtf8(msText(*wanted)), msText(wait));
}

/// "owner m1 none" or "owner m1 some".
QString Story::expectOwner(const StoryLine &line)
{
    const Message *stored = engine().disk.find(gidOf(line.word(1)));
    const bool isOwned = stored && stored->owner != 0;
    return isOwned == (line.word(2) == "some") ? QString()
                                               : unexpected(QString::fromUtf8(line.word(2)), isOwned ? "some" : "none");
}

} // namespace test
