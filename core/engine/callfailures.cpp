// SPDX-License-Identifier: Apache-2.0
#include "core/engine/callfailures.h"

#include <algorithm>

namespace core::engine {

using message::CallResult;

namespace {

QByteArray withoutQuery(const QByteArray &url)
{
    const auto end = std::find_if(url.cbegin(), url.cend(), [](char c) { return c == '?' || c == '#'; });
    return url.first(end - url.cbegin());
}

QByteArray firstLine(const QByteArray &answer)
{
    return answer.trimmed().split('\n').constFirst().trimmed();
}

/// Cut at a whole character of UTF-8.
QByteArray bounded(QByteArray text, qsizetype bytesMax)
{
    if (text.size() <= bytesMax)
        return text;
    qsizetype end = bytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.first(end);
}

QByteArray textOf(const CallResult &result)
{
    const QByteArray answer = firstLine(result.answerExcerpt);
    if (answer.isEmpty() || answer == result.error)
        return bounded(result.error, CallFailures::textMax);
    return bounded(result.error.isEmpty() ? answer : result.error + ": " + answer, CallFailures::textMax);
}

/// Longer numbers are ids and times, which would make a group of each call.
QByteArray withoutNumbers(const QByteArray &text)
{
    constexpr qsizetype digitsKept = 3;
    QByteArray plain;
    for (qsizetype at = 0; at < text.size();) {
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        const auto end = std::find_if_not(text.cbegin() + at, text.cend(), isDigit) - text.cbegin();
        if (end - at > digitsKept)
            plain += '#';
        else
            plain += text.mid(at, end - at);
        at = end;
        if (at < text.size())
            plain += text[at++];
    }
    return plain;
}

} // namespace

int likeness(const CallFailure &group, const QByteArray &url, message::Verdict verdict, int httpStatus,
             const QByteArray &error)
{
    if (group.url != withoutQuery(url))
        return 0;
    const bool endedAlike = group.verdict == verdict && group.httpStatus == httpStatus;
    const QByteArray text = withoutNumbers(bounded(error, CallFailures::textMax));
    return 1 + (endedAlike ? 2 : 0) + (!text.isEmpty() && withoutNumbers(group.text).startsWith(text) ? 1 : 0);
}

void CallFailures::note(const Target &target, const CallResult &result, TimePoint now)
{
    const QByteArray url = withoutQuery(target.url);
    const QByteArray text = textOf(result);
    const QByteArray key = target.method + ' ' + url + '\n' + message::verdictName(result.verdict) + '\n'
        + QByteArray::number(result.httpStatus) + '\n' + withoutNumbers(text);
    const std::lock_guard lock(m_mutex);
    if (!m_groups.contains(key))
        makeRoom();
    CallFailure &group = m_groups[key];
    group.method = target.method;
    group.url = url;
    group.isCheckback = target.isCheckback;
    group.verdict = result.verdict;
    group.httpStatus = result.httpStatus;
    group.text = text;
    group.lastAt = now;
    group.lastFiveMinutes.note(now);
    group.lastHour.note(now);
    group.lastDay.note(now);
}

void CallFailures::makeRoom()
{
    if (m_groups.size() < groupsMax)
        return;
    const auto oldest = std::min_element(m_groups.cbegin(), m_groups.cend(),
                                         [](const auto &a, const auto &b) { return a.lastAt < b.lastAt; });
    m_groups.erase(oldest);
}

QList<CallFailure> CallFailures::groups(TimePoint now) const
{
    QList<CallFailure> groups;
    {
        const std::lock_guard lock(m_mutex);
        groups = m_groups.values();
    }
    for (CallFailure &group : groups) {
        group.lastFiveMinutes.advance(now);
        group.lastHour.advance(now);
        group.lastDay.advance(now);
    }
    std::sort(groups.begin(), groups.end(),
              [](const CallFailure &a, const CallFailure &b) { return a.lastAt > b.lastAt; });
    return groups;
}

} // namespace core::engine
