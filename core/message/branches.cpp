// SPDX-License-Identifier: Apache-2.0
#include "core/message/branches.h"

#include "core/message/limits.h"

#include <algorithm>

namespace core::message {

namespace {

QByteArray numbered(qsizetype number)
{
    static const QByteArray first = QByteArrayLiteral("01"); // nearly every message has this one, and many no other
    return number == 1 ? first : QByteArray::number(number).rightJustified(2, '0');
}

Result<QList<Branch>> branchesOfTopic(const QByteArray &topic, int step, const TopicLookup &lookup)
{
    const std::optional<QList<QByteArray>> urls = lookup(topic);
    if (!urls || urls->isEmpty())
        return Error::notFound(QStringLiteral("topic not found: %1 has no subscriber").arg(QString::fromUtf8(topic)));
    if (urls->size() == 1)
        return QList<Branch>{{numbered(step + 1), urls->constFirst(), step}}; // as if the step named the URL itself
    QList<Branch> branches;
    for (const QByteArray &url : *urls)
        branches.append({numbered(step + 1) + '-' + numbered(branches.size() + 1), url, step});
    return branches;
}

} // namespace

std::optional<QByteArray> topicOf(const Step &step)
{
    if (!step.action.startsWith(topicScheme))
        return std::nullopt;
    return step.action.mid(sizeof topicScheme - 1);
}

bool namesTopic(const QList<Step> &steps)
{
    return std::any_of(steps.cbegin(), steps.cend(),
                       [](const Step &step) { return step.action.startsWith(topicScheme); });
}

Result<QList<Branch>> resolveBranches(const QList<Step> &steps, const TopicLookup &lookup)
{
    QList<Branch> branches;
    branches.reserve(steps.size());
    for (int step = 0; step < steps.size(); ++step) {
        const std::optional<QByteArray> topic = topicOf(steps[step]);
        if (!topic) {
            branches.append({numbered(step + 1), steps[step].action, step});
            continue;
        }
        const Result<QList<Branch>> ofTopic = branchesOfTopic(*topic, step, lookup);
        if (!ofTopic.ok())
            return ofTopic.error();
        branches += *ofTopic;
    }
    if (branches.size() > branchesMax)
        return Error{Error::Code::TooLarge,
                     QStringLiteral("steps: %1 branches after topics are resolved, at most %2 are allowed")
                         .arg(branches.size())
                         .arg(branchesMax),
                     "steps"};
    return branches;
}

} // namespace core::message
